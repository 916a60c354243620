"""Which factors go with the twitching, and how sure that is: from plain arrays, numpy only.

Usual methods raise false alarms on diaries, whose counts drift, repeat by the week and resemble
yesterday's, as the exposures do. `estimate` fits a negative binomial model that adjusts for all of
that, and takes its errors from how the two series would agree if they were shifted against each
other in time. `verdicts` says what that allows to be said; `model` is the fit itself, and
`dose_response` its curve for one factor. `within_day` compares the hours of a day; `plan` and
`outcome` are a trial of a habit; `same_place` and `hour_of_day` look at where and when.

No diary is needed:

    from twitchlog.reports.triggers import estimate, verdicts
    found = estimate(day, weekday, count, exposure, names=["caffeine", "sleep"])
    for each in verdicts(found):
        print(each.factor.name, each.verdict, each.factor.interval)

The docstring of each function has its formula, shapes, units, errors and source.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from twitchlog.reports.triggers.curve import DoseGroup, DoseResponse, Point, dose_response
    from twitchlog.reports.triggers.estimating import Estimate, Factor, estimate
    from twitchlog.reports.triggers.experiment import Outcome, Plan, outcome, plan
    from twitchlog.reports.triggers.fitted import Model, model
    from twitchlog.reports.triggers.hour_by_hour import HourFactor, WithinDay, within_day
    from twitchlog.reports.triggers.judging import Finding, Lack, Verdict, verdicts
    from twitchlog.reports.triggers.places_and_hours import hour_of_day, same_place

__all__ = [
    "DoseGroup", "DoseResponse", "Estimate", "Factor", "Finding", "HourFactor", "Lack", "Model",
    "Outcome", "Plan", "Point", "Verdict", "WithinDay", "dose_response", "estimate", "hour_of_day",
    "model", "outcome", "plan", "same_place", "verdicts", "within_day",
]  # fmt: skip

_FOUND_IN: Final = {
    "curve": ("DoseGroup", "DoseResponse", "Point", "dose_response"),
    "estimating": ("Estimate", "Factor", "estimate"),
    "experiment": ("Outcome", "Plan", "outcome", "plan"),
    "fitted": ("Model", "model"),
    "hour_by_hour": ("HourFactor", "WithinDay", "within_day"),
    "judging": ("Finding", "Lack", "Verdict", "verdicts"),
    "places_and_hours": ("hour_of_day", "same_place"),
}


def __getattr__(name: str) -> Any:
    """Load a part of the engine when it is first asked for: most commands need none of numpy."""
    for module, names in _FOUND_IN.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
