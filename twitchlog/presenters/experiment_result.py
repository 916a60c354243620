"""What a trial showed: the chart of its result, read once the trial has ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.presenters.looking import Looking
from twitchlog.presenters.services import Complains
from twitchlog.translation import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.charts import Size, Want
    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.picture import Picture
    from twitchlog.reports.charts.spec import Spec, Words

KIND: Final = "trial"
"""The kind of the chart, and the option that names the trial."""
HOW: Final = (
    mark(
        "Each pair of blocks is compared with itself: the twitches a logged day in the one block, "
        "less those in the other. The result is the average of these differences."
    ),
    mark(
        "Then it is asked whether that is luck. The coin could have put each pair the other way "
        "round. All ways it could have fallen are gone through, and it is counted how many give a "
        "difference at least as large. Only where that is at most 1 in 20, the trial says that the "
        "two kinds of day differ."
    ),
    mark(
        "Every logged day counts as the plan says, also one on which you did not keep to it. To "
        "leave those out could make a result out of nothing."
    ),
)
LIMITS: Final = (
    mark(
        "It is about you and these weeks, not about other people. You knew which days were which, "
        "and that can change what one feels and logs."
    ),
    mark(
        "Where no difference is seen, a small one may still be there. And a habit kept up for "
        "months may do what four days cannot."
    ),
)


class ResultView(Complains, Protocol):
    """What the presenter tells the page."""

    def show_result(self, chart: Words) -> None:
        """Show what the trial showed."""
        ...


class ResultPresenter:
    """Has the chart of one trial told and drawn; `looking` leads to the page of the chart."""

    def __init__(self, services: Services, view: ResultView, experiment_id: str) -> None:
        self._view = view
        self.looking = Looking(services)
        self.looking.pick(KIND, {KIND: experiment_id})

    def refresh(self) -> None:
        """Have the chart told, unless it is known what it tells."""
        self.looking.charts.want([self.looking.want(KIND)], self._told, self._view)

    def draw(self, spec: Spec, size: Size, done: Callable[[Picture], None]) -> None:
        """Have the chart drawn."""
        self.looking.charts.draw(spec, size, done)

    def _told(self, want: Want, chart: Words) -> None:
        if want == self.looking.want(KIND):
            self._view.show_result(chart)
