"""The exact values behind the pictures, as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts import words as chart_words
from twitchlog.reports.charts.kinds.over_time import Step
from twitchlog.reports.visit.dates import Dates, number
from twitchlog.reports.visit.html.markup import NOTHING, Html, table, words
from twitchlog.reports.visit.prose import NBSP
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.reports.charts.kinds.over_time import DayBars, Label
    from twitchlog.reports.charts.two_hours import HourBars
    from twitchlog.reports.visit.summary import BodyMap, VisitSummary

_PAIR: Final = 2


def values(summary: VisitSummary) -> Html:
    """Return the tables of the pictures that the page has; nothing where there are none."""
    days, hours, body = summary.day_by_day, summary.time_of_day, summary.body_map
    tables = [
        _places(body) if body.places else NOTHING,
        _hours(hours) if hours and summary.entries else NOTHING,
        _days(days, Dates(summary.period, summary.made)) if days else NOTHING,
    ]
    return Html("".join(tables))


def _places(body: BodyMap) -> Html:
    head = [_("Place"), _("Entries")] if body.counted else [_("Place"), _("Entries"), _("Share")]
    rows = [
        (words(place.name), words(str(place.entries)), words(place.label))[: len(head)]
        for place in body.places
    ]
    return table(head, rows, caption=body.heading, class_="numbers")


def _days(chart: DayBars, dates: Dates) -> Html:
    """Return a row for each fraction under the chart, with the values of the bars above it."""
    bars = {
        Step.DAY: _("Entries, day by day"),
        Step.WEEK: _("Mean entries a logged day, week by week"),
        Step.MONTH: _("Mean entries a logged day, month by month"),
    }[chart.step]
    rows = [
        (
            words(dates.span(part.first, part.last).replace(NBSP, " ")),
            words(_twitching(part)),
            words(", ".join(_bars(chart, part))),
        )
        for part in chart.brackets
    ]
    return table(
        [_("Days"), _("Twitching, of days logged"), bars],
        rows,
        caption=_("Day by day (–: not logged)"),
    )


def _twitching(part: Label) -> str:
    pair = part.text.split("/")
    return _("{part} of {whole}").format(part=pair[0], whole=pair[1]) if len(pair) == _PAIR else "–"


def _bars(chart: DayBars, part: Label) -> Iterator[str]:
    for bar in chart.bars:
        if part.first <= bar.first <= part.last:
            yield "–" if bar.state is DayState.NOT_LOGGED else number(bar.value)


def _hours(chart: HourBars) -> Html:
    rows = []
    for at, count in enumerate(chart.counts):
        span = _("{start} to {end}").format(
            start=chart_words.hour(2 * at), end=chart_words.hour(2 * at + 2)
        )
        rows.append((words(span), words(str(count))))
    return table([_("From, to"), _("Entries")], rows, caption=_("Time of day"), class_="numbers")
