from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.factor import FACTORS
from twitchlog.reports.triggers.finder import Look, look

LAST = date(2026, 6, 18)


def kept(
    seed: int, *, days: int = 180, unlogged: float = 0.1
) -> tuple[list[DaySummary], dict[str, dict[date, float]]]:
    """An invented diary: less sleep goes with more twitches, caffeine and alcohol do not."""
    rng = np.random.default_rng(seed)
    calendar = [LAST - timedelta(days=back) for back in reversed(range(days))]
    sleep = np.clip(np.round(2 * rng.normal(7, 1, days)) / 2, 4, 10)
    caffeine = 95.0 * rng.integers(0, 4, days)
    alcohol = np.where(rng.random(days) < 0.4, 13.0, 0.0)
    count = rng.poisson(3 * np.exp(-0.35 * (sleep - 7)))
    logged = rng.random(days) >= unlogged
    summaries = [
        DaySummary(day, int(n) if there else 0, logged=bool(there))
        for day, n, there in zip(calendar, count, logged, strict=True)
    ]
    amounts = {
        name: {
            day: float(x) for day, x, there in zip(calendar, values, logged, strict=True) if there
        }
        for name, values in (("sleep", sleep), ("caffeine", caffeine), ("alcohol", alcohol))
    }
    return summaries, amounts


@pytest.fixture(scope="module")
def found() -> Look:
    return look(*kept(1, unlogged=0.0), FACTORS)


def test_what_a_judgement_rests_on_stands_beside_it(found: Look) -> None:
    """180 days, but the alcohol of the day before is not known of the first."""
    assert [each.column.name for each in found.judged] == ["sleep", "caffeine", "alcohol+1"]
    for each in found.judged:
        assert each.basis is not None
        assert len(each.basis.days) == 179
        assert each.basis.days[-1] == LAST
        beside = [other.name for other in each.basis.beside(each.column)]
        assert beside == [
            other.column.name for other in found.judged if other.column != each.column
        ]


def test_the_curve_of_a_factor_is_in_its_own_unit(found: Look) -> None:
    sleep = found.judged[0]
    assert sleep.basis is not None
    curve = sleep.basis.dose_response(sleep.column)
    assert 4 <= curve.curve[0].amount < curve.curve[-1].amount <= 10
    assert curve.curve[0].rate > curve.curve[-1].rate
    assert sum(group.days for group in curve.groups) == 179
