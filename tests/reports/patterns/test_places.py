from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.counts.places import PlaceCount
from twitchlog.reports.patterns.places import Place, new_since, ranked, share_steps, steps


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


@given(
    named=st.dictionaries(
        st.integers(0, 9), st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=9)
    ),
    limit=st.integers(1, 8),
)
def test_shown_places_and_others_add_up_to_the_entries(placed, named, limit: int) -> None:
    found = ranked(placed(named, days=10), limit=limit)
    assert sum(place.entries for place in found.shown) + found.other_entries == found.entries
    for place in found.shown:
        assert place.share == pytest.approx(place.entries / found.entries)


def test_places_are_new_from_the_day_they_were_first_named() -> None:
    """Named first on 1, 5 and 9 March, and one on the 6th that was known before; since the 5th."""
    sites = [
        PlaceCount(site, 1, 1, first=date(2026, 3, at), last=date(2026, 3, 9), known=at == 6)
        for site, at in (("late", 9), ("old", 1), ("edge", 5), ("back", 6))
    ]
    assert new_since(sites, date(2026, 3, 5)) == (
        (date(2026, 3, 5), "edge"),
        (date(2026, 3, 9), "late"),
    )


def test_fifths_of_the_largest_count_worked_out_by_hand() -> None:
    """Fifths of 7 are 1.4, 2.8, 4.2, 5.6 and 7: whole counts up to 1, 2, 4, 5 and 7."""
    found, ends = steps({"a": 7, "b": 5, "c": 2, "d": 1, "e": 0})
    assert found == {"a": 5, "b": 4, "c": 2, "d": 1}
    assert ends == (1, 2, 4, 5, 7)


def test_steps_of_shares_worked_out_by_hand() -> None:
    """21 of 50 is 42 %: five steps of 8 % reach 40, five of 10 % reach it; 9 of 50 is 18 %."""
    found, ends = share_steps({"a": 21, "b": 9, "c": 1, "d": 5, "e": 0}, 50)
    assert found == {"a": 5, "b": 2, "c": 1, "d": 1}
    assert ends == pytest.approx((0.1, 0.2, 0.3, 0.4, 0.5))


def test_two_places_of_one_region_in_each_entry_stay_within_the_ramp() -> None:
    found, ends = share_steps({"hand": 60}, 30)
    assert (found["hand"], ends[-1]) == (5, 1)


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="needs entries"):
        share_steps({}, 0)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 500)), st.integers(500, 3000))
def test_every_count_lies_within_its_step(counts, entries: int) -> None:
    for found, ends, size in (
        (*steps(counts), 1.0),
        (*share_steps(counts, entries), float(entries)),
    ):
        assert set(found) == {key for key, count in counts.items() if count}
        for key, step in found.items():
            below = ends[step - 2] * size if step > 1 else 0
            assert below < counts[key] <= ends[step - 1] * size + 1e-9
