"""How long a twitch lasts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import log
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.counts.lengths import EDGES_S
from twitchlog.domain.duration import LONGEST_S, say_length
from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.keys import KEY_ROW, Entry
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Row, Spec, Table, no_picture
from twitchlog.reports.patterns.durations import Durations, durations
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.counts.lengths import LengthCounts

_FROM_S: Final = 1.0
"""Where the first bar begins on the scale; what is shorter stands at its edge."""
_FEWEST_BARS: Final = 5
_ENDS: Final = (_FROM_S, *EDGES_S, LONGEST_S)


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationBars(Spec):
    """Counts of durations; `edges` are the lengths at the ends of bars, by the bars before them.

    `first_row` is the row of the table that the first bar stands for: empty bars at the ends are
    left out. `usual` is the index of the bar that holds the median. `low`, `median` and `high` are
    where the middle half lies, in bars from the left.
    """

    first_row: int
    counts: tuple[int, ...]
    edges: tuple[tuple[int, str], ...]
    usual: int
    low: float
    median: float
    high: float

    drawer: ClassVar[str] = "lengths:draw_durations"
    grows: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits the bars, with the middle half above, a key below them."""
        return round((134 if width >= WIDE_FROM else 100) + (58 + KEY_ROW) * text_scale)

    @property
    def key(self) -> tuple[Entry, ...]:
        """What the marks above the bars mean."""
        return Entry("dot", _("usual")), Entry("half", _("half of them"))


def tell(counts: LengthCounts, ask: Ask) -> DurationBars | NoPicture:
    """Return the bars of durations; under five of them they are listed instead."""
    found = durations(counts)
    if found.median is None or found.low is None or found.high is None or found.longest is None:
        return _none(found, ask)
    if not found.enough:
        return _few(counts, found)
    note = _("Half of them lasted {range}, the longest {longest}.").format(
        range=words.length_range(found.low, found.high), longest=words.length(found.longest)
    )
    start, end = _shown(counts.bars)
    low, median, high = (on_scale(each) for each in (found.low, found.median, found.high))
    return DurationBars(
        headline=_("Usually {length}").format(length=words.length(found.median)),
        note=f"{note} {_without(found)}".strip(),
        alt=_alt(counts, found),
        first_row=start,
        counts=counts.bars[start:end],
        edges=tuple(
            (at + 1 - start, _plain_edge(edge))
            for at, edge in enumerate(EDGES_S)
            if start <= at + 1 <= end
        ),
        usual=min(int(median), len(EDGES_S)) - start,
        low=low - start,
        median=median - start,
        high=high - start,
        table=_table(counts, ask),
    )


def _shown(bars: tuple[int, ...]) -> tuple[int, int]:
    """Return the first bar shown and the one after the last: those in use, five at least."""
    used = [at for at, count in enumerate(bars) if count]
    start, end = used[0], used[-1] + 1
    missing = max(0, _FEWEST_BARS - (end - start))
    start = max(0, min(start - missing // 2, len(bars) - _FEWEST_BARS))
    return start, max(end, min(start + _FEWEST_BARS, len(bars)))


def on_scale(seconds: float) -> float:
    """Return where a length stands among the bars: 1.5 is the middle of the second one.

    Each bar is two to three times the one before; within one the scale is logarithmic.
    """
    at = sum(edge <= seconds for edge in EDGES_S)
    low, high = _ENDS[at], _ENDS[at + 1]
    return at + max(0.0, min(1.0, log(seconds / low) / log(high / low)))


def _names() -> tuple[str, ...]:
    """Name the bars: `under 2 s`, `2 s to 5 s`, … `1 hour or more`."""
    edges = tuple(map(say_length, EDGES_S))
    between = (_("{low} to {high}").format(low=low, high=high) for low, high in pairwise(edges))
    first, last = _("under {edge}"), _("{edge} or more")
    return first.format(edge=edges[0]), *between, last.format(edge=edges[-1])


def _plain_edge(seconds: float) -> str:
    """Write an edge as an axis has room for it: `1 h`."""
    if seconds < 60:
        return _("{n} s").format(n=numeral(seconds, ".0f"))
    if seconds < 3600:
        return _("{n} min").format(n=numeral(seconds / 60, ".0f"))
    return _("{h} h").format(h=numeral(seconds / 3600, ".0f"))


def _table(counts: LengthCounts, ask: Ask) -> Table:
    """Return a row for each bar, and one for the entries without a duration."""
    rows = []
    limits = pairwise((None, *EDGES_S, None))
    for name, count, (low, high) in zip(_names(), counts.bars, limits, strict=True):
        says = ngettext(
            "{length}: {count} twitch with a duration",
            "{length}: {count} twitches with a duration",
            counts.recorded,
        ).format(length=name, count=words.of(count, counts.recorded))
        behind = Query(at_least_s=low, below_s=high, period=ask.period) if count else None
        rows.append(Row((name, numeral(count)), says, behind))
    behind = Query(no_duration=True, period=ask.period) if counts.without else None
    rows.append(Row((_("no duration"), numeral(counts.without)), behind=behind))
    return Table((_("Length"), _("Twitches")), tuple(rows))


def _without(found: Durations) -> str:
    if not found.without:
        return ""
    return _("{count} without a duration.").format(count=words.of(found.without, found.entries))


def _alt(counts: LengthCounts, found: Durations) -> str:
    counted = ", ".join(
        f"{name}: {numeral(n)}" for name, n in zip(_names(), counts.bars, strict=True)
    )
    bars = _("Bar chart of {n} durations: {counted}.").format(
        n=numeral(found.recorded), counted=counted
    )
    if found.median is None or found.low is None or found.high is None:
        return bars
    marked = _("The usual length is {median}; half of them last {range}.").format(
        median=words.length(found.median), range=words.length_range(found.low, found.high)
    )
    return f"{bars} {marked}"


def _few(counts: LengthCounts, found: Durations) -> NoPicture:
    said = words.listed([words.length(seconds) for seconds in counts.few])
    headline = ngettext(
        "One duration in this time", "{n} durations in this time", found.recorded
    ).format(n=found.recorded)
    note = f"{said}. {_without(found)}".strip()
    return NoPicture(headline=headline, note=note, alt=f"{headline}: {note}", wants_entries=False)


def _none(found: Durations, ask: Ask) -> NoPicture:
    headline = _("No durations in this time") if ask.diary_starts else _("No durations yet")
    if found.without:
        note = ngettext(
            "{n} twitch in this time has no duration. The timer can measure the next one.",
            "{n} twitches in this time have no duration. The timer can measure the next one.",
            found.without,
        ).format(n=found.without)
    else:
        note = _("No twitches are logged in this time.")
    return no_picture(headline, note, wants_entries=not found.entries)


def _read(diary: Diary, ask: Ask) -> LengthCounts:
    return diary.counts.lengths(ask.period)


CHART: Final = Chart("lengths", mark("How long"), DAYS, _read, tell)
