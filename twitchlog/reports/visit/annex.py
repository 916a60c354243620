"""The pages after the summary, as plain data: for whoever wants to read on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeGuard

from twitchlog.domain.page_sections import Section
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.spec import Spec
from twitchlog.reports.visit.prose import Prose, Run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.checkin import Checkin
    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.twitch import Twitch
    from twitchlog.reports.charts.spec import Words
    from twitchlog.reports.triggers.finder import Look
    from twitchlog.reports.visit.summary import BodyMap, Table, VisitSummary

_CHARTS: Final = ("timeline", "lengths")
_CHANGES: Final = 6
"""So many changes of medicines and treatments at most are drawn with the days around them."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart of Patterns; what has no picture yet is left out, for its words are for the app."""

    chart: Spec


@dataclass(frozen=True, slots=True)
class Maps:
    """Body maps beside each other, each of some days that its heading names."""

    maps: tuple[BodyMap, ...]


@dataclass(frozen=True, slots=True)
class Wide:
    """A table with the widths of its columns in parts of the page."""

    table: Table
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Under:
    """A heading of the second level."""

    heading: str


Item = Drawn | Maps | Wide | Under | Prose
"""What a part is made of, from top to bottom."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part under its heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Annex:
    """All parts in their order."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """What the parts are made from: what the page is made of, and what only the annex looks at.

    `twitches` are the period's, the oldest first; `checkins` those of its days with a note.
    `charts` are those of Patterns that have a picture, by kind, and `changes` the days around each
    change of a medicine or treatment, the newest first. `look` is what goes with the twitching.
    """

    made: date
    visit: VisitFigures
    twitches: tuple[Twitch, ...]
    checkins: tuple[Checkin, ...]
    charts: Mapping[str, Spec]
    changes: tuple[Spec, ...]
    look: Look | None


def row(*cells: str) -> tuple[Prose, ...]:
    """Return the cells of a row that are plain text."""
    return tuple(Prose((Run(cell),) if cell else ()) for cell in cells)


def read_annex(diary: Diary, summary: VisitSummary, *, entries: bool = False) -> Annex:
    """Read the annex to a page; `entries` adds the list of single entries at its end.

    What the person leaves out of the page is left out here too, and its part says so.
    """
    from twitchlog.reports.visit.annex_parts import parts

    visit, period = summary.visit, summary.period
    ask = Ask(period, summary.made, visit.figures.diary_starts)
    left_out = visit.left_out
    # The timeline marks medicines among other things: it goes with them.
    kinds = [kind for kind in _CHARTS if kind != "timeline" or Section.MEDICINES not in left_out]
    told = {} if Section.CHARTS in left_out else {k: _told(diary, k, ask) for k in kinds}
    drawn = not left_out & {Section.CHARTS, Section.MEDICINES}
    source = Source(
        made=summary.made,
        visit=visit,
        twitches=tuple(sorted(diary.twitches.between(period), key=lambda each: each.moment)),
        checkins=diary.checkins.with_notes(period),
        charts={kind: words for kind, words in told.items() if isinstance(words, Spec)},
        changes=_changes(diary, ask) if drawn else (),
        look=summary.look,
    )
    return Annex(parts(source, entries=entries))


def _told(diary: Diary, kind: str, ask: Ask) -> Words:
    from twitchlog.reports.charts.catalogue import BY_KIND

    chart = BY_KIND[kind]
    return chart.tell(chart.read(diary, ask), ask)


def _changes(diary: Diary, ask: Ask) -> tuple[Spec, ...]:
    """Return the days around the newest changes within the period that can be drawn."""
    from twitchlog.reports.charts.kinds.around import AROUND

    switches = [each for each in diary.counts.switches(until=ask.today) if each.day in ask.period]
    told = (
        _told(diary, "before-after", replace(ask, options={AROUND: each.id})) for each in switches
    )
    return tuple(islice((words for words in told if _is_compared(words)), _CHANGES))


def _is_compared(words: Words) -> TypeGuard[Spec]:
    """Tell whether there are days enough on both sides of a change."""
    from twitchlog.reports.charts.kinds.before_after import BeforeAfter

    return isinstance(words, BeforeAfter) and any(words.curve)
