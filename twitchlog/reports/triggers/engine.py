"""The engine for anyone who has arrays: no diary is needed, and nothing but numpy is loaded.

    from twitchlog.reports.triggers.engine import estimate, verdicts
    found = estimate(day, weekday, count, exposure, names=["caffeine", "sleep"])
    for each in verdicts(found):
        print(each.factor.name, each.verdict, each.factor.interval)

The docstring of each function has its formula, shapes, units, errors and source.
"""

from twitchlog.reports.triggers.dose_response import DoseGroup, DoseResponse, Point, dose_response
from twitchlog.reports.triggers.estimate import Estimate, Factor, estimate
from twitchlog.reports.triggers.experiment import Outcome, Plan, outcome, plan
from twitchlog.reports.triggers.model import Model, model
from twitchlog.reports.triggers.places_and_hours import hour_of_day, same_place
from twitchlog.reports.triggers.verdicts import Finding, Lack, Verdict, verdicts
from twitchlog.reports.triggers.within_day import HourFactor, WithinDay, within_day

__all__ = [
    "DoseGroup", "DoseResponse", "Estimate", "Factor", "Finding", "HourFactor", "Lack", "Model",
    "Outcome", "Plan", "Point", "Verdict", "WithinDay", "dose_response", "estimate", "hour_of_day",
    "model", "outcome", "plan", "same_place", "verdicts", "within_day",
]  # fmt: skip
