"""What goes with the twitching, looked at for the page: once, and as the trigger finder does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.reports.triggers.estimating import FEWEST_DAYS

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.figures import VisitFigures
    from twitchlog.reports.triggers.finder import Look


def look_at(visit: VisitFigures, *, made: date) -> Look | None:
    """Return what goes with the twitching up to the period's end; None where days are too few.

    On a page of a time that is over no suspect is tested alone: choosing the days would be a look.
    """
    given = visit.exposures
    if given is None or sum(day.logged for day in given.days) < FEWEST_DAYS:
        return None
    from twitchlog.reports.triggers.finder import Tried, look

    running = (Tried.of(each, made) for each, _days in visit.trials)
    return look(
        given.days,
        given.amounts,
        given.factors,
        switches=given.switches,
        choices=visit.choices,
        tried=next(filter(None, running), None),
        whole=visit.figures.period.last >= made,
    )
