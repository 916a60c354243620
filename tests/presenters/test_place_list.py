from __future__ import annotations

from twitchlog.domain.site import SITES
from twitchlog.presenters.place_list import place_list
from twitchlog.translation import speaking


def test_without_a_search_every_place_stands_in_its_region() -> None:
    groups = place_list("  ")
    assert groups[0].name == "Head and face"
    assert sum(len(group.places) for group in groups) == len(SITES)


def test_a_search_finds_lay_and_muscle_names_the_best_first() -> None:
    (found,) = place_list("left calf")
    assert found.places[0].name == "Left calf"
    (by_muscle,) = place_list("gastrocnemius")
    assert "calf-left" in [place.site for place in by_muscle.places]


def test_a_search_in_german_finds_german_names_muscles_and_english_names() -> None:
    with speaking("de"):
        for typed in ("wade", "Wade links", "calf", "gastrocnemius"):
            found = place_list(typed)
            assert "Wade links" in [place.name for group in found for place in group.places]


def test_what_is_not_found_gives_nothing() -> None:
    assert place_list("qqqqq") == ()
