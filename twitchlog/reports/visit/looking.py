"""What goes with the twitching, looked at for the page: once, and as the trigger finder does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from twitchlog.domain.experiment import State
from twitchlog.reports.triggers.estimate import FEWEST_DAYS

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.figures import VisitFigures
    from twitchlog.reports.triggers.finder import Look


def look_at(visit: VisitFigures, *, made: date) -> Look | None:
    """Return what goes with the twitching up to the period's end; None where days are too few.

    On a page of a time that is over no suspect is tested alone: choosing the days would be a look.
    """
    given, choices = visit.exposures, visit.choices
    if given is None or sum(day.logged for day in given.days) < FEWEST_DAYS:
        return None
    from twitchlog.reports.triggers.finder import Tried, look

    if visit.figures.period.last < made:
        choices = replace(choices, suspect=None)
    running = [each for each, _days in visit.trials if each.state(made) is State.RUNNING]
    tried = Tried(running[0].factor, running[0].last) if running else None
    return look(
        given.days,
        given.amounts,
        given.factors,
        switches=given.switches,
        choices=choices,
        tried=tried,
    )
