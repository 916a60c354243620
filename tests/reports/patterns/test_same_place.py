from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from twitchlog.domain.counts.places import SiteBlock
from twitchlog.reports.patterns.same_place import Sameness, jackknife, judged, same_place


def fortnights(*blocks: str) -> dict[int, list[str]]:
    """Put the letters of each block, one a place, on the first day of its fortnight."""
    return {14 * at: list(letters) for at, letters in enumerate(blocks) if letters}


def test_one_place_alone_is_always_the_same(placed) -> None:
    found = same_place(placed(fortnights("a" * 8, "a" * 8, "a" * 8, "a" * 8), days=56))
    assert found.verdict is Sameness.ALWAYS
    assert found.share is not None
    assert (found.share.low, found.share.value, found.share.high) == (1, 1, 1)
    assert found.again is not None
    assert found.again.value == 1


def test_the_interval_is_that_worked_out_by_hand(placed) -> None:
    """Four fortnights with 6, 7, 8 and 7 of 10 entries at the calf: 28 of 40.

    Without each block the share is 22/30, 21/30, 20/30, 21/30, mean 21/30; the squared distances
    add up to 2/900; SE^2 = 3/4 * 2/900 = 1/600; t(3) = 3.1824; 0.7 +- 0.1299.
    """
    blocks = [("a" * n).ljust(10, "b") for n in (6, 7, 8, 7)]
    found = same_place(placed(fortnights(*blocks), days=56))
    assert found.share is not None
    assert found.share.value == pytest.approx(0.7)
    assert found.share.low == pytest.approx(0.7 - 3.182446 / 600**0.5, abs=1e-6)
    assert found.share.high == pytest.approx(0.7 + 3.182446 / 600**0.5, abs=1e-6)
    assert found.verdict is Sameness.MOSTLY
    assert (found.site, found.entries_there, found.entries, found.places) == ("a", 28, 40, 2)


def test_a_different_place_each_fortnight_wanders(placed) -> None:
    letters = "abcdefghij"
    found = same_place(placed(fortnights(*(letters for _ in range(4))), days=56))
    assert found.verdict is Sameness.WANDERS
    found = same_place(placed(fortnights(*(letter * 8 for letter in "abcd")), days=56))
    assert found.again is not None
    assert found.again.value == 0


def test_a_share_around_a_half_is_unclear(placed) -> None:
    blocks = ("a" * 9 + "b", "a" + "b" * 9, "a" * 9 + "b", "a" * 2 + "b" * 8)
    assert same_place(placed(fortnights(*blocks), days=56)).verdict is Sameness.UNCLEAR


def test_the_chance_of_the_same_place_again_is_that_over_all_pairs(placed) -> None:
    blocks = ("aab", "abcd" * 4, "aaa", "bbac" * 3)
    found = same_place(placed(fortnights(*blocks), days=56))
    pairs = [x == y for one, two in combinations(blocks, 2) for x in one for y in two]
    assert found.again is not None
    assert found.again.value == pytest.approx(sum(pairs) / len(pairs))


@pytest.mark.parametrize(
    ("blocks", "days"),
    [(("a" * 29,), 14), (("a" * 10,) * 3, 42), (("a" * 7,) * 4, 56), (("a" * 8,) * 4, 55)],
    ids=["one fortnight", "three fortnights", "28 entries", "a day short of eight weeks"],
)
def test_too_little_says_too_early_and_gives_no_interval(placed, blocks, days: int) -> None:
    found = same_place(placed(fortnights(*blocks), days=days))
    assert found.verdict is Sameness.TOO_EARLY
    assert found.share is None
    assert found.again is None


def test_fortnights_without_entries_are_no_evidence(placed) -> None:
    found = same_place(placed(fortnights("a" * 10, "", "a" * 10, "", "a" * 10), days=70))
    assert found.blocks == 3
    assert found.verdict is Sameness.TOO_EARLY


def test_an_empty_diary_is_too_early(placed) -> None:
    found = same_place(placed({}, days=60))
    assert found.verdict is Sameness.TOO_EARLY
    assert found.site is None


def test_entries_with_no_place_at_all_are_too_early(placed) -> None:
    found = same_place(placed({}, days=60, without_site=list(range(40))))
    assert (found.verdict, found.entries, found.site) == (Sameness.TOO_EARLY, 40, None)


def test_a_fortnight_with_no_place_named_still_counts_in_the_share(placed) -> None:
    """30 entries at one place and 10 with none in a fortnight of their own: 30 of 40."""
    named = {0: ["a"] * 10, 14: ["a"] * 10, 28: ["a"] * 10}
    found = same_place(placed(named, days=56, without_site=[50] * 10))
    assert found.share is not None
    assert found.share.value == pytest.approx(0.75)
    assert found.again is None


@given(
    blocks=st.lists(
        st.lists(st.sampled_from("abc"), min_size=1, max_size=20), min_size=4, max_size=12
    )
)
def test_the_jackknife_is_the_textbook_one(placed, blocks: list[list[str]]) -> None:
    found = same_place(placed(fortnights(*map("".join, blocks)), days=14 * len(blocks)))
    if found.share is None:
        assert found.entries < 30
        return
    there = np.array([block.count(found.site or "") for block in blocks])
    sizes = np.array([len(block) for block in blocks])
    n = len(blocks)
    pseudo = n * there.sum() / sizes.sum() - (n - 1) * (there.sum() - there) / (sizes.sum() - sizes)
    half = stats.t.ppf(0.975, n - 1) * stats.sem(pseudo)
    assert found.share.value == pytest.approx(there.sum() / sizes.sum())
    assert found.share.low == pytest.approx(max(0, found.share.value - half), abs=1e-9)
    assert found.share.high == pytest.approx(min(1, found.share.value + half), abs=1e-9)


@given(
    blocks=st.lists(st.text("abc", min_size=3, max_size=12), min_size=4, max_size=8).filter(
        lambda blocks: sum(map(len, blocks)) >= 30
    )
)
def test_leaving_a_fortnight_out_is_the_same_as_never_having_had_it(placed, blocks) -> None:
    def again(some: list[str]) -> float:
        pairs = [x == y for one, two in combinations(some, 2) for x in one for y in two]
        return sum(pairs) / len(pairs)

    found = same_place(placed(fortnights(*blocks), days=14 * len(blocks)))
    without = [again(blocks[:at] + blocks[at + 1 :]) for at in range(len(blocks))]
    slow = jackknife(again(blocks), without)
    assert found.again is not None
    assert (found.again.value, found.again.low, found.again.high) == pytest.approx(
        (slow.value, slow.low, slow.high), abs=1e-9
    )


def test_one_item_has_no_spread_to_speak_of() -> None:
    with pytest.raises(ValueError, match="two items"):
        jackknife(1.0, [1.0])


def pairs_alike(blocks: list[str]) -> float:
    """Loop over every pair of entries of different fortnights: how many are at the same place."""
    pairs = [x == y for one, two in combinations(blocks, 2) for x in one for y in two]
    return sum(pairs) / len(pairs)


@pytest.mark.filterwarnings("ignore:XDG_")  # astropy looks for settings, of which there are none
@pytest.mark.parametrize("seed", range(5))
def test_both_intervals_are_those_of_astropy_and_scipy(placed, seed: int) -> None:
    from astropy.stats import jackknife_stats

    chance = np.random.default_rng(seed)
    sizes = chance.integers(4, 16, int(chance.integers(4, 10)))
    blocks = ["".join(chance.choice(list("aaabcd"), size)) for size in sizes]
    found = same_place(placed(fortnights(*blocks), days=14 * len(blocks)))
    if found.share is None or found.again is None:
        assert sizes.sum() < 30
        return
    site = found.site or ""

    def share(numbers: np.ndarray) -> float:
        kept = [blocks[int(at)] for at in numbers]
        return sum(block.count(site) for block in kept) / sum(map(len, kept))

    def again(numbers: np.ndarray) -> float:
        return pairs_alike([blocks[int(at)] for at in numbers])

    for likely, measure in ((found.share, share), (found.again, again)):
        numbers = np.arange(len(blocks))
        _estimate, _bias, error, _interval = jackknife_stats(numbers, measure)
        half = stats.t.ppf(0.975, len(blocks) - 1) * float(error)
        assert likely.value == pytest.approx(measure(numbers))
        assert likely.low == pytest.approx(max(0.0, likely.value - half))
        assert likely.high == pytest.approx(min(1.0, likely.value + half))


def test_figures_and_blocks_added_up_by_the_diary_give_the_same() -> None:
    """Five fortnights of 8, in 35 of 40 entries at the calf."""
    blocks = [SiteBlock(8, {"calf-left": 7, "chin": 1}) for _ in range(5)]
    found = judged(blocks, "calf-left")
    assert (found.entries_there, found.entries, found.places, found.blocks) == (35, 40, 2, 5)
    assert found.verdict is Sameness.ALWAYS
    assert judged([], None).verdict is Sameness.TOO_EARLY
