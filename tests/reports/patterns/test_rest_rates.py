"""The rates of rest counts: exact intervals, and the quartiles of numpy."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest
from scipy import stats

from support.asked import at
from twitchlog.domain.counts.rest import RestTally
from twitchlog.domain.period import Period
from twitchlog.domain.rest import likely_count
from twitchlog.reports.patterns.rest_rates import usual_rates
from twitchlog.reports.patterns.stretches import Every, stretches


@pytest.mark.filterwarnings("ignore:XDG_")  # astropy looks for settings, of which there are none
@pytest.mark.parametrize("seed", range(4))
def test_the_interval_of_a_count_is_the_exact_one_of_scipy_and_astropy(seed):
    from astropy.stats import poisson_conf_interval

    for count in np.random.default_rng(seed).integers(0, 400, 15).tolist():
        low, high = likely_count(count)
        chi2 = stats.chi2
        assert low == pytest.approx(chi2.ppf(0.025, 2 * count) / 2 if count else 0.0, abs=1e-8)
        assert high == pytest.approx(chi2.ppf(0.975, 2 * count + 2) / 2, abs=1e-8)
        # Garwood's limits are those of the frequentist confidence of astropy, at 1.96 sigma.
        other = poisson_conf_interval(
            count, interval="frequentist-confidence", sigma=stats.norm.ppf(0.975)
        )
        assert (low, high) == pytest.approx(tuple(other), abs=1e-6)
        assert stats.poisson.cdf(count, high) == pytest.approx(0.025, abs=1e-9)


def test_the_likely_rate_is_that_interval_a_minute():
    """Six in 90 seconds: 2.20 and 13.06 (Garwood) in one and a half minutes."""
    tally = RestTally(at("2026-06-18 20:00"), 90.0, 6)
    assert tally.rate == 4.0
    assert tally.likely == pytest.approx((2.2019 / 1.5, 13.0595 / 1.5), abs=1e-3)


@pytest.mark.parametrize("seed", range(5))
def test_median_and_middle_half_of_a_stretch_are_those_of_numpy(seed):
    chance = np.random.default_rng(seed)
    period = Period.ending(date(2026, 6, 18), days=900)
    first = at("2024-01-02 20:00")
    counts = [
        RestTally(
            first.shifted(timedelta(days=int(day))),
            float(chance.choice([30.0, 60.0, 120.0, 300.0])),
            int(chance.poisson(8)),
        )
        for day in sorted(chance.integers(0, 890, 200))
    ]
    found = usual_rates(counts, stretches(period, Every.MONTH))
    assert sum(part.counts for part in found) == sum(count.length_s >= 60 for count in counts)
    for part in found:
        rates = [c.rate for c in counts if c.moment.day in part.days and c.length_s >= 60]
        assert part.counts == len(rates)
        assert (part.low, part.median, part.high) == pytest.approx(
            tuple(np.percentile(rates, [25, 50, 75]))
        )
