"""Is it always the same place? Two shares with their intervals, and the places of each week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.domain.site import site_or_unknown
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.kinds import places_words
from twitchlog.reports.charts.kinds import same_place_words as said
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Row, Spec, Table, no_picture
from twitchlog.reports.patterns.places_a_week import Stretch, stretches, together
from twitchlog.reports.patterns.same_place import ALWAYS_ABOVE, WANDERS_BELOW, judged
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twitchlog.diary import Diary
    from twitchlog.domain.counts.places import SpreadCounts
    from twitchlog.reports.patterns.same_place import Likely, SamePlace

FEWEST_WEEKS: Final = 2
INTERVAL_ROW: Final = 48.0
AXIS: Final = 24.0
THRESHOLDS: Final = 20.0
WEEKS_TITLE: Final = 30.0
DATES: Final = 22.0


@dataclass(frozen=True, slots=True)
class Interval:
    """A share from 0 to 1 with its likely range; `judged` where the thresholds are for it."""

    label: str
    text: str
    value: float
    low: float
    high: float
    judged: bool


@dataclass(frozen=True, slots=True)
class Threshold:
    """A share that decides, and what lies beyond it: above where `above`, else below."""

    at: float
    words: str
    above: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SamePlaceChart(Spec):
    """The intervals on one axis from 0 to 100 %, and a bar a week below them.

    `intervals` are empty while it is too early. A bar's `places` are None where it is not logged.
    `title` stands over the bars, `first` and `last` are the dates at their ends.
    """

    intervals: tuple[Interval, ...]
    thresholds: tuple[Threshold, ...]
    title: str
    bars: tuple[Stretch, ...]
    first: str
    last: str

    drawer: ClassVar[str] = "same_place:draw_same_place"

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height of the intervals, and of the bars below them."""
        plot = 104 if width >= WIDE_FROM else 76
        rows = len(key_rows(self.key, width=width, text_scale=text_scale)) if self.key else 0
        bars = plot + (WEEKS_TITLE + DATES + KEY_ROW * rows) * text_scale
        above = INTERVAL_ROW * len(self.intervals) + AXIS if self.intervals else 0.0
        above += THRESHOLDS * sum(interval.judged for interval in self.intervals)
        return round(above * text_scale + bars)

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        found = {_state(bar) for bar in self.bars}
        signs = (("ring", _("none that week")), ("hatch", _("not logged")))
        return [Entry(sign, text) for sign, text in signs if sign in found]


def _state(bar: Stretch) -> str:
    if bar.places is None:
        return "hatch"
    return "bar" if bar.places else "ring"


def tell(counts: SpreadCounts, ask: Ask) -> SamePlaceChart | NoPicture:
    """Return the intervals where there is enough for them, and the weeks; else what is missing."""
    found = judged(counts.blocks, counts.leading)
    if found.site is None or len(counts.weeks) < FEWEST_WEEKS:
        return _none(found, counts, ask)
    bars, size = stretches(counts.weeks), together(counts.weeks)
    title = {
        1: _("Different places a week"),
        4: _("Different places a week, mean of four weeks"),
        13: _("Different places a week, mean of 13 weeks"),
    }[size]
    intervals = tuple(_intervals(found))
    return SamePlaceChart(
        headline=said.headline(found, ask),
        note=said.note(found, counts, ask),
        alt=said.alt(intervals, bars, title),
        table=Table(
            (_("What"), _("Value"), _("Likely"), _("Logged days")),
            (
                *_interval_rows(found, intervals, counts, ask),
                *(_bar_row(bar, ask, mean=size > 1) for bar in bars),
            ),
        ),
        intervals=intervals,
        thresholds=(
            Threshold(WANDERS_BELOW, _("wanders"), above=False),
            Threshold(ALWAYS_ABOVE, _("always the same"), above=True),
        ),
        title=title,
        bars=bars,
        first=said.end(bars[0].first, bars, ask.today),
        last=said.end(bars[-1].last, bars, ask.today),
    )


def _intervals(found: SamePlace) -> Iterator[Interval]:
    if found.share is not None and found.site is not None:
        place = site_or_unknown(found.site).name
        yield _interval(_("{place}, of all twitches").format(place=place), found.share, judged=True)
    if found.again is not None:
        yield _interval(_("Same place again in another two weeks"), found.again, judged=False)


def _interval(label: str, likely: Likely, *, judged: bool) -> Interval:
    return Interval(
        label, words.per_cent(likely.value), likely.value, likely.low, likely.high, judged
    )


def _interval_rows(
    found: SamePlace, intervals: Sequence[Interval], counts: SpreadCounts, ask: Ask
) -> Iterator[Row]:
    logged = words.of(counts.logged, ask.period.days)
    for interval in intervals:
        likely = said.likely(interval.low, interval.high)
        value, behind = interval.text, None
        if interval.judged and found.site is not None:
            behind = Query(sites=frozenset({found.site}), period=ask.period)
            count = words.of(found.entries_there, found.entries)
            value = _("{share} ({count})").format(share=interval.text, count=count)
        yield Row(
            _cells(interval.label, value, likely, logged),
            _("{what}: {value}, likely {likely}.").format(
                what=interval.label, value=value, likely=likely
            ),
            behind,
        )


def _bar_row(bar: Stretch, ask: Ask, *, mean: bool) -> Row:
    days = places_words.days(bar.first, bar.last, ask.today)
    logged = words.of(bar.logged, bar.days)
    counted = words.of_days(bar.logged, bar.days)
    places = said.places(bar.places, mean=mean)
    return Row(
        _cells(days, places, "", logged),
        _("{days}: {places}, logged on {logged}.").format(
            days=days, places=places, logged=counted
        ) if bar.logged else _("{days}: not logged.").format(days=days),
        Query(period=Period(bar.first, bar.last)) if bar.places else None,
    )  # fmt: skip


def _cells(*written: str) -> tuple[str, ...]:
    """Return cells that break between words: columns are narrow."""
    return tuple(each.replace(words.NO_BREAK, " ") for each in written)


def _none(found: SamePlace, counts: SpreadCounts, ask: Ask) -> NoPicture:
    headline, note = said.headline(found, ask), said.note(found, counts, ask)
    return no_picture(headline, note)


def _read(diary: Diary, ask: Ask) -> SpreadCounts:
    return diary.counts.spread(ask.period)


CHART: Final = Chart("same-place", mark("Same place?"), DAYS, _read, tell)
