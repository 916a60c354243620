"""From the figures of a period to everything the Patterns screen and the page draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.reports.charts.day_by_day import day_by_day
from twitchlog.reports.charts.hours import dial, time_of_day
from twitchlog.reports.charts.lasting import lengths, quiet_days
from twitchlog.reports.charts.timeline import timeline
from twitchlog.reports.charts.where import places

if TYPE_CHECKING:
    from twitchlog.domain.figures import Figures
    from twitchlog.reports.charts.spec import (
        DayBars,
        DurationBars,
        HourBars,
        HourDial,
        NoPicture,
        PlaceBars,
        Words,
    )


@dataclass(frozen=True, slots=True)
class ScreenCharts:
    """The cards of the Patterns screen in their order; `quiet` has words only, or is left out."""

    timeline: DayBars | NoPicture
    places: PlaceBars | NoPicture
    dial: HourDial | NoPicture
    lengths: DurationBars | NoPicture
    quiet: Words | None


@dataclass(frozen=True, slots=True)
class PageCharts:
    """The two charts of the page for the doctor."""

    day_by_day: DayBars
    time_of_day: HourBars


def screen_charts(figures: Figures) -> ScreenCharts:
    """Return what the Patterns screen shows of a period."""
    return ScreenCharts(
        timeline=timeline(figures),
        places=places(figures),
        dial=dial(figures),
        lengths=lengths(figures),
        quiet=quiet_days(figures),
    )


def page_charts(figures: Figures) -> PageCharts:
    """Return the charts of the page, with headline, caption and alt text."""
    return PageCharts(day_by_day=day_by_day(figures), time_of_day=time_of_day(figures))
