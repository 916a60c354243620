from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest

from twitchlog.domain.counts.places import PlacesIn
from twitchlog.reports.patterns.places_a_week import MOST_BARS, stretches, together

MONDAY = date(2026, 1, 5)


def weeks(counts: list[tuple[int, int]]) -> list[PlacesIn]:
    """Return a week for each pair of logged days and different places."""
    return [
        PlacesIn(MONDAY + timedelta(days=7 * at), MONDAY + timedelta(days=7 * at + 6), *pair)
        for at, pair in enumerate(counts)
    ]


def test_up_to_sixty_weeks_each_stands_for_itself() -> None:
    found = stretches(weeks([(7, 3), (0, 0), (2, 0)]))
    assert [(each.places, each.logged, each.days) for each in found] == [
        (3.0, 7, 7),
        (None, 0, 7),
        (0.0, 2, 7),
    ]


def test_four_weeks_have_the_mean_of_those_that_are_logged() -> None:
    """61 weeks are 15 fours counted back, and one left over at the beginning.

    The last four have 6 and 3 places, one nobody logged, and a quiet one: 9 / 3 = 3.
    """
    counts = [(7, 1)] * 57 + [(7, 6), (5, 3), (0, 0), (1, 0)]
    found = stretches(weeks(counts))
    assert len(found) == 16
    assert (found[0].days, found[0].places) == (7, 1.0)
    assert (found[-1].days, found[-1].logged, found[-1].places) == (28, 13, 3.0)
    assert found[-1].last == MONDAY + timedelta(days=7 * 61 - 1)


@pytest.mark.parametrize(("many", "size"), [(60, 1), (61, 4), (240, 4), (241, 13), (523, 13)])
def test_there_are_about_sixty_bars_at_most(many: int, size: int) -> None:
    given = weeks([(7, 2)] * many)
    assert together(given) == size
    found = stretches(given)
    assert len(found) == -(-many // size) <= MOST_BARS
    assert sum(each.days for each in found) == 7 * many


def test_no_weeks_are_no_bars() -> None:
    assert stretches([]) == ()


def test_the_means_agree_with_pandas() -> None:
    chance = np.random.default_rng(6)
    logged = chance.integers(0, 8, 300) * (chance.random(300) < 0.6)
    many = np.where(logged, chance.integers(0, 9, 300), 0)
    given = weeks(list(zip(logged.tolist(), many.tolist(), strict=True)))
    frame = pd.DataFrame({"places": np.where(logged, many, np.nan)})
    means = frame.places.groupby((np.arange(300)[::-1]) // 13).mean()[::-1]
    found = [np.nan if each.places is None else each.places for each in stretches(given)]
    assert found == pytest.approx(means.to_list(), nan_ok=True)
