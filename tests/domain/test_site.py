"""The vocabulary of muscle sites."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain import site as sites
from twitchlog.domain.errors import UnknownSite
from twitchlog.domain.site import COMMON, SITES, Region, Side

EVERY = sorted(SITES)


def test_there_are_at_least_eighty_sites():
    assert len(SITES) >= 80


def test_every_site_has_a_name_a_muscle_and_a_place():
    for place in SITES.values():
        assert place.lay
        assert place.muscle
        assert place.where
        assert place.region is not Region.OTHER


def test_ids_say_part_and_side():
    for place in SITES.values():
        expected = place.part if place.side is Side.MIDDLE else f"{place.part}-{place.side}"
        assert place.id == expected


def test_no_two_sites_share_a_name():
    names = [place.name for place in SITES.values()]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "asked",
    [
        *COMMON, "hand-right", "thigh-right", "hand-thumb-side-right", "tongue", "chin",
        "upper-eyelid-left", "lower-eyelid-right", "thumb-web-left", "calf-inner-left",
        "big-toe-right", "sole-left", "pelvic-floor",
    ],
)  # fmt: skip
def test_ids_that_diaries_hold_stay_known(asked):
    assert sites.site(asked).id == asked


def test_a_name_reads_well_alone_and_in_a_sentence():
    calf = sites.site("calf-left")
    assert calf.name == "Left calf"
    assert calf.label_lower == "left calf"
    assert sites.site("hand-thumb-side-right").name == "Right hand, thumb side"
    assert sites.site("tongue").name == "Tongue"


@pytest.mark.parametrize(
    "typed",
    [
        "calf-left", "left calf", "Calf LEFT", "calf_left", " left   calf ", "l calf", "calf-l",
        "Gastrocnemius left", "left-gastrocnemius", "my left calf", "calves left",
    ],
)  # fmt: skip
def test_a_site_is_found_by_any_way_to_write_it(typed):
    assert sites.find(typed).id == "calf-left"


@pytest.mark.parametrize("asked", EVERY)
def test_every_site_is_found_by_its_id_and_its_name(asked):
    place = SITES[asked]
    assert sites.find(asked) is place
    assert sites.find(place.name) is place
    assert sites.find(asked.upper().replace("-", " ")) is place


def test_a_name_without_a_side_offers_both_sides():
    with pytest.raises(UnknownSite) as caught:
        sites.find("calf")
    assert caught.value.nearest == ("calf-left", "calf-right")


def test_a_misspelt_site_is_not_guessed_but_the_nearest_three_are_offered():
    with pytest.raises(UnknownSite) as caught:
        sites.find("clalf left")
    assert len(caught.value.nearest) == 3
    assert caught.value.nearest[0] == "calf-left"
    assert "calf-left" in caught.value.sentence


def test_an_exact_id_is_wanted_where_one_is_given():
    with pytest.raises(UnknownSite, match="calf-left"):
        sites.site("calf-lefft")


@pytest.mark.parametrize("typed", ["", "🙂", "x" * 100_000, "ساق", "-"])
def test_odd_text_is_answered_in_a_sentence(typed):
    with pytest.raises(UnknownSite) as caught:
        sites.find(typed)
    assert len(caught.value.sentence) < 300


@given(st.text(max_size=80))
def test_any_text_finds_a_site_or_says_it_does_not(typed):
    with contextlib.suppress(UnknownSite):
        assert sites.find(typed).id in SITES
    assert {place.id for place in sites.search(typed)} <= set(SITES)


def test_searching_for_nothing_gives_all_from_head_to_foot():
    assert [place.id for place in sites.search("  ")] == list(SITES)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("cal", "calf-left"), ("calf", "calf-left"), ("left cal", "calf-left"),
        ("right calf", "calf-right"), ("gastroc", "calf-left"), ("soleus", "calf-lower-left"),
        ("lid", "eyelid-left"), ("thumb", "thumb-left"), ("thenar", "hand-thumb-side-left"),
        ("back", "upper-back-left"), ("tounge", "tongue"), ("quad", "thigh-front-left"),
        ("pinky", "little-finger-left"), ("left hamst", "thigh-back-left"),
    ],
)  # fmt: skip
def test_search_puts_what_was_meant_first(typed, first):
    assert sites.search(typed)[0].id == first


def test_search_keeps_to_its_limit():
    assert len(sites.search("left", limit=5)) == 5


def test_search_by_where_it_lies_finds_the_place():
    assert "calf-left" in {place.id for place in sites.search("back lower leg")}


@pytest.mark.parametrize("asked", EVERY)
def test_the_other_side_of_the_other_side_is_the_same_place(asked):
    other = sites.mirror(asked)
    if SITES[asked].side is Side.MIDDLE:
        assert other is None
    else:
        assert other != asked
        assert sites.mirror(other) == asked


def test_regions_hold_every_site_once_in_order():
    grouped = sites.by_region()
    assert [place.id for places in grouped.values() for place in places] == list(SITES)
    assert Region.OTHER not in grouped


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("earlobe-left", "Left earlobe"), ("far-place", "Far place"), ("left", "Left"),
        ("", "Unknown place"), ("-right", "Right"), ("calf-left", "Left calf"),
    ],
)  # fmt: skip
def test_a_site_of_a_newer_version_stays_readable(asked, name):
    place = sites.site_or_unknown(asked)
    assert place.id == asked
    assert place.name == name
