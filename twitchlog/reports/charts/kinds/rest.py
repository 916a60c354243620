"""Rest counts over time: twitches a minute, counted sitting still."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.reports.charts.chart import Ask, Chart
from twitchlog.reports.charts.dates import day_ticks
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.kinds import rest_table, rest_words
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Spec, no_picture
from twitchlog.reports.patterns.rest_rates import usual_rates
from twitchlog.reports.patterns.stretches import Every, every, stretches
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.counts.rest import RestTally
    from twitchlog.reports.patterns.rest_rates import UsualRate

MANY: Final = 40
"""More counts than this are too close to each other to be told apart."""
_MINUTES_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class RestDot:
    """A rest count, or the middle of several: when, in days from the first, and how many a minute.

    `spread` is the likely range of one count, or the middle half of several. It is None for a count
    too short to compare, which is drawn hollow.
    """

    at: float
    rate: float
    spread: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RestDots(Spec):
    """Rest counts by their dates; `ticks` are texts at days from the first of `days`.

    `every` says which stretches the dots are the middle of, None where each is one count.
    """

    days: int
    dots: tuple[RestDot, ...]
    ticks: tuple[tuple[int, str], ...]
    every: Every | None

    drawer: ClassVar[str] = "rest:draw_rest"
    grows: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits it: taller in a wide window, and with a longer key."""
        rows = len(key_rows(self.key, width=width, text_scale=text_scale))
        plot = 176 if width >= WIDE_FROM else 128
        return round(plot + (34 + KEY_ROW * rows) * text_scale)

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        if self.every is not None:
            middles = {
                Every.WEEK: _("usual of a week"),
                Every.MONTH: _("usual of a month"),
                Every.QUARTER: _("usual of a quarter"),
            }
            return [Entry("dot", middles[self.every]), Entry("range", _("half of them"))]
        entries = []
        if any(dot.spread for dot in self.dots):
            entries.append(Entry("dot", _("twitches a minute")))
            entries.append(Entry("range", _("likely range")))
        if any(dot.spread is None for dot in self.dots):
            entries.append(Entry("ring", _("too short to compare")))
        return entries


def tell(counts: Sequence[RestTally], ask: Ask) -> RestDots | NoPicture:
    """Return the counts by date, from one on; more than `MANY` as weeks, months or quarters."""
    if not counts:
        return _none()
    first = ask.period.first
    ticks = tuple(
        ((day - first).days, text) for day, text in day_ticks(ask.period, today=ask.today)
    )
    many = sum(count.comparable for count in counts) > MANY
    each = every(ask.period) if many else None
    if each is not None:
        usual = usual_rates(counts, stretches(ask.period, each))
        dots = tuple(_middle(part, first) for part in usual)
        table = rest_table.by_stretch(usual, ask.today)
        headline, spread = rest_words.usual_headline(usual, ask.today), ""
    else:
        dots = tuple(_dot(count, first) for count in counts)
        table = rest_table.one_by_one(counts, ask.today)
        headline, spread = rest_words.headline(counts, ask.today), rest_words.spread(counts)
    return RestDots(
        headline=headline,
        note=" ".join(filter(None, (rest_words.note(counts, ask), spread))),
        alt=" ".join([_("Rest counts by date."), *(f"{row.says}." for row in table.rows)]),
        table=table,
        days=ask.period.days,
        dots=dots,
        ticks=ticks,
        every=each,
    )


def _dot(count: RestTally, first: date) -> RestDot:
    at = (count.moment.day - first).days + count.moment.minute / _MINUTES_A_DAY
    return RestDot(at, count.rate, count.likely if count.comparable else None)


def _middle(usual: UsualRate, first: date) -> RestDot:
    at = (usual.days.first - first).days + usual.days.days / 2
    return RestDot(at, usual.median, (usual.low, usual.high))


def _none() -> NoPicture:
    headline = _("No rest counts in this time")
    note = _(
        "Two minutes of sitting still, a tap for each twitch: weeks can then be compared. Record "
        "one from Today, Also record, Rest count."
    )
    return no_picture(headline, note, wants_entries=False)


def _read(diary: Diary, ask: Ask) -> tuple[RestTally, ...]:
    return diary.counts.rest(ask.period)


CHART: Final = Chart("rest", mark("Rest counts"), frozenset({"rest_counts", "bin"}), _read, tell)
