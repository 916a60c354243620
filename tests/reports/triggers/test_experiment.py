from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import permutation_test

from twitchlog.reports.triggers.experiment import Plan, outcome, plan


@given(seed=st.integers(), pairs=st.integers(6, 14), days=st.integers(1, 7))
def test_a_plan_is_drawn_from_its_seed_alone_and_has_both_kinds_alike(seed, pairs, days) -> None:
    drawn = plan(seed, pairs=pairs, block_days=days)
    assert drawn == plan(seed, pairs=pairs, block_days=days)
    kinds = [drawn.is_on(number) for number in range(drawn.days)]
    assert sum(kinds) * 2 == drawn.days == 2 * pairs * days
    for pair in range(pairs):
        assert sum(kinds[2 * days * pair : 2 * days * (pair + 1)]) == days


@pytest.mark.parametrize("pairs", [5, 15])
def test_too_few_or_too_many_pairs_are_refused(pairs: int) -> None:
    with pytest.raises(ValueError, match="6 to 14"):
        plan(1, pairs=pairs)


def test_a_small_trial_worked_out_by_hand() -> None:
    """Six pairs of one-day blocks, *with* first each time: 3 with, 1 without, in every pair.

    The difference is 2 in each pair; of 64 assignments only all plus and all minus reach a mean
    of 2, so p = 2 / 64.
    """
    found = outcome(Plan(0, 1, (True,) * 6), [3.0, 1.0] * 6)
    assert (found.pairs, found.mean_on, found.mean_off, found.difference) == (6, 3, 1, 2)
    assert found.p == 2 / 64
    assert found.differs
    turned = outcome(Plan(0, 1, (False,) * 6), [3.0, 1.0] * 6)
    assert (turned.difference, turned.p) == (-2, 2 / 64)


def test_days_not_logged_are_left_out_and_pairs_without_both_blocks_too() -> None:
    """Seven pairs; in the first the block *without* was never logged: six remain."""
    counts = [2.0, None, None, None] + [4.0, None, 1.0, 1.0] * 6
    found = outcome(Plan(0, 2, (True,) * 7), counts)
    assert (found.pairs, found.mean_on, found.mean_off) == (6, 4, 1)
    assert outcome(Plan(0, 2, (True,) * 6), [2.0, None, None, None, *counts[4:24]]) is None


@pytest.mark.parametrize("seed", range(5))
def test_the_chance_is_that_of_scipy(seed: int) -> None:
    rng = np.random.default_rng(seed)
    drawn = plan(seed, pairs=8, block_days=3)
    counts = rng.gamma(2, 2, drawn.days)
    found = outcome(drawn, list(counts))
    blocks = counts.reshape(8, 2, 3).mean(axis=2)
    first = np.array(drawn.first_on)
    on, off = (
        np.where(first, blocks[:, 0], blocks[:, 1]),
        np.where(first, blocks[:, 1], blocks[:, 0]),
    )
    theirs = permutation_test(
        (on - off,), lambda x, axis: np.abs(x.mean(axis=axis)), permutation_type="samples",
        n_resamples=np.inf, alternative="greater",
    )  # fmt: skip
    assert found.difference == pytest.approx(np.mean(on - off))
    assert found.p == pytest.approx(theirs.pvalue)


def test_counts_that_are_not_as_many_as_the_days_are_refused() -> None:
    with pytest.raises(ValueError, match="each day"):
        outcome(plan(1), [1.0])
