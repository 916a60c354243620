"""What the trigger finder found, as the JSON values that commands print."""

from __future__ import annotations

from dataclasses import asdict
from math import exp, isfinite
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.reports.triggers.finder import Judged, Look
    from twitchlog.reports.triggers.hours import AfterDose


def look_data(
    found: Look, given: Exposures, after: Sequence[AfterDose], *, whole: bool
) -> dict[str, Any]:
    """Return what was found as JSON values; `whole` is whether these are all days."""
    from twitchlog.reports.triggers import counting

    model = found.estimate
    return {
        "summary": counting.summary(found, len(given.days)),
        "from": given.days[0].day.isoformat() if given.days else None,
        "to": given.days[-1].day.isoformat() if given.days else None,
        "days": len(given.days),
        "all_days": whole,
        "logged_days": found.table.observed,
        "days_in_the_fit": len(found.table.rows),
        "things": found.things,
        "looked_at": found.looked_at,
        "judged": found.could_be_judged,
        "counted_tests": found.counted,
        "model": None
        if model is None
        else {"df": model.df, "dispersion": model.dispersion, "converged": model.converged},
        "adjusted_for": [
            "date, natural spline, one column for 14 days",
            "weekday",
            "twitches of the day before",
            "all factors together",
        ],
        "suspect": None if found.suspect is None else _factor(found.suspect, given),
        "factors": [_factor(judged, given) for judged in found.judged],
        "left_out": [
            {
                "factor": left.column.name,
                "label": given.factors[left.column.factor].label,
                "lag_days": left.column.coding.lag,
                "recorded_days": left.recorded,
                "of_days": left.of,
                "why": str(left.why),
            }
            for left in found.table.left_out
        ],
        "within_day": [_after(each) for each in after],
    }


def _factor(judged: Judged, given: Exposures) -> dict[str, Any]:
    from twitchlog.reports.triggers import words
    from twitchlog.reports.triggers.judging import per_step

    finding, column = judged.finding, judged.column
    factor = given.factors[column.factor]
    ratio, low, high = per_step(finding.factor)
    return {
        "factor": column.name,
        "label": factor.label,
        "step": words.step(column, factor),
        "verdict": str(finding.verdict),
        "sentence": words.sentence(judged, factor),
        "times_as_many": _finite(ratio),
        "likely_between": [_finite(low), _finite(high)],
        "lack": None if finding.lack is None else str(finding.lack),
        "more_days": finding.more_days,
        "lag_days": column.coding.lag,
        "recorded_days": finding.factor.days,
        "since": judged.since.isoformat() if judged.since is not None else None,
        "per_unit": {
            name: value if value is None or isfinite(value) else None
            for name, value in finding.factor._asdict().items()
            if name in {"log_rate_ratio", "shift_se", "model_se", "p", "q", "tolerance"}
        },
    }


def _after(each: AfterDose) -> dict[str, Any]:
    return {
        "factor": each.factor,
        "verdict": str(each.verdict),
        "days": each.days,
        "days_with_it": each.with_it,
        "more_days": each.more_days,
        "hour": None if each.found is None else asdict(each.found),
    }


def _finite(logarithm: float) -> float | None:
    """Return the ratio of a logarithm; None where it is beyond any number that says something."""
    return exp(logarithm) if abs(logarithm) < 50 else None
