"""From the figures of a period to everything the Patterns screen draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.reports.charts.hours import dial
from twitchlog.reports.charts.lasting import lengths, quiet_days
from twitchlog.reports.charts.timeline import timeline
from twitchlog.reports.charts.where import places

if TYPE_CHECKING:
    from twitchlog.domain.figures import Figures
    from twitchlog.reports.charts.spec import (
        DayBars,
        DurationBars,
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


def screen_charts(figures: Figures) -> ScreenCharts:
    """Return what the Patterns screen shows of a period."""
    return ScreenCharts(
        timeline=timeline(figures),
        places=places(figures),
        dial=dial(figures),
        lengths=lengths(figures),
        quiet=quiet_days(figures),
    )
