from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.reports.patterns.places import Place, ranked


def test_places_are_ranked_with_their_share_of_all_entries(placed) -> None:
    """Four at the calf, two at the eyelid, one in the hand, one with no place: 8 entries."""
    found = ranked(
        placed({0: ["calf"] * 4, 1: ["eyelid"] * 2 + ["hand"]}, days=3, without_site=[2]), limit=5
    )
    assert found.shown == (
        Place("calf", 4, 0.5),
        Place("eyelid", 2, 0.25),
        Place("hand", 1, 0.125),
    )
    assert (found.entries, found.without_site, found.count) == (8, 1, 3)


def test_the_rest_is_summed_from_counts(placed) -> None:
    """Six places at one entry each, two of them shown: four others, 4 of 6 entries."""
    found = ranked(placed({0: list("abcdef")}, days=1), limit=2)
    assert (found.other_places, found.other_entries) == (4, 4)
    assert found.other_share == pytest.approx(4 / 6)
    assert found.count == 6


def test_a_single_place_left_over_is_shown_rather_than_called_others(placed) -> None:
    found = ranked(placed({0: list("abc")}, days=1), limit=2)
    assert len(found.shown) == 3
    assert found.other_places == 0


def test_of_places_that_tie_the_newest_comes_first(placed) -> None:
    found = ranked(placed({0: ["a"], 1: ["b"]}, days=2), limit=5)
    assert [place.site for place in found.shown] == ["b", "a"]


def test_no_entries_are_no_places(placed) -> None:
    found = ranked(placed({}, days=3), limit=5)
    assert found.shown == ()
    assert found.other_share == 0


@given(
    named=st.dictionaries(
        st.integers(0, 9), st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=9)
    ),
    limit=st.integers(1, 8),
)
def test_shown_places_and_others_add_up_to_the_entries(placed, named, limit: int) -> None:
    found = ranked(placed(named, days=10), limit=limit)
    assert sum(place.entries for place in found.shown) + found.other_entries == found.entries
    shares = sum(place.share for place in found.shown) + found.other_share
    assert shares == pytest.approx(1 if found.entries else 0)
