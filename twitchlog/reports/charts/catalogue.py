"""The charts of Patterns in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.charts.kinds import (
    before_after,
    compare,
    dial,
    enough,
    hours,
    lengths,
    movement,
    places,
    rest,
    same_place,
    spells,
    strength,
    timeline,
    trial,
    weekly,
    year,
)

if TYPE_CHECKING:
    from twitchlog.reports.charts.chart import Chart

CHARTS: Final[tuple[Chart[Any], ...]] = (
    timeline.CHART,
    year.CHART,
    places.CHART,
    same_place.CHART,
    dial.CHART,
    hours.CHART,
    lengths.CHART,
    spells.CHART,
    strength.CHART,
    movement.CHART,
    before_after.CHART,
    compare.CHART,
    trial.CHART,
    rest.CHART,
    weekly.CHART,
    enough.CHART,
)
"""In the order in which they are shown; a kind is for ever, it stands in settings."""

BY_KIND: Final = {chart.kind: chart for chart in CHARTS}
