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
    places.CHART,
    same_place.CHART,
    dial.CHART,
    compare.CHART,
    before_after.CHART,
    trial.CHART,
    lengths.CHART,
    strength.CHART,
    year.CHART,
    weekly.CHART,
    spells.CHART,
    hours.CHART,
    movement.CHART,
    rest.CHART,
    enough.CHART,
)
"""What is asked most comes first; a person may have another order (`domain/arrangement.py`).

A kind is for ever: it stands in people's diaries.
"""

BY_KIND: Final = {chart.kind: chart for chart in CHARTS}
