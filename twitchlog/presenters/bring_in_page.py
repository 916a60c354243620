"""What the page *Bring entries in* shows, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.dates import DateOrder
from twitchlog.diary.imports.guessing import has_scale
from twitchlog.diary.imports.mapping import FIELDS, field_label
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.import_words import say_count, say_kinds, say_problem, say_rest
from twitchlog.domain.imports import (
    FileKind,
    ImportedCheckin,
    ImportedTwitch,
    Problem,
)
from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.twitch import Twitch
from twitchlog.presenters import words
from twitchlog.presenters.log_choices import Choice
from twitchlog.reports.visit.prose import quoted
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary.imports.table import PreviewLine
    from twitchlog.domain.imports import Found, ImportOutcome
    from twitchlog.presenters.bring_in import State

PROBLEMS_SHOWN: Final = 200
NOON: Final = 720


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """One column: its name, what it is read as, and what stands in it."""

    position: int
    name: str
    field: str
    second: str


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line of the file as it would be logged, or why it cannot be."""

    title: str
    second: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class BringInPage:
    """Everything the page shows; `ready` once the file can be read through.

    `count` is empty until it was, and `can_add` says that there is something to add.
    """

    name: str = ""
    kind: str = ""
    size: str = ""
    columns: tuple[ColumnRow, ...] = ()
    orders: tuple[Choice, ...] = ()
    place: str = ""
    times: tuple[Choice, ...] = ()
    asks_logged: bool = False
    logged: bool = False
    lines: tuple[LineRow, ...] = ()
    missing: str = ""
    ready: bool = False
    busy: bool = False
    doing: str = ""
    count: str = ""
    details: tuple[str, ...] = ()
    problems: tuple[LineRow, ...] = ()
    more: str = ""
    can_add: bool = False


def page_of(state: State | None, *, busy: bool, writes: bool) -> BringInPage:
    """Return what is shown of a file, or of none yet; `writes` tells writing from reading it."""
    doing = _("Writing the entries") if writes else _("Reading the file")
    if state is None:
        return BringInPage(busy=busy, doing=doing)
    own = state.sniffed.kind is FileKind.OWN_JSON
    missing = _missing(state)
    count, details, problems, more, total = _result(state)
    return BringInPage(
        name=state.sniffed.path.name,
        kind=state.sniffed.kind.label,
        size=words.file_size(state.sniffed.size),
        columns=_columns(state),
        orders=_orders(state),
        place="" if own or not _has_twitches(state) else _place(state.choices.site),
        times=() if own or not _has_twitches(state) else _times(state.choices.minute),
        asks_logged=not own,
        logged=state.logged,
        lines=tuple(row for line in state.lines if (row := _line_row(line)) is not None),
        missing=missing,
        ready=not missing,
        busy=busy,
        doing=doing,
        count=count,
        details=details,
        problems=problems,
        more=more,
        can_add=total > 0,
    )


def fields() -> tuple[Choice, ...]:
    """Return what a column can be read as, the things of a day at the end."""
    known = (*FIELDS, *FACTORS)
    return tuple(Choice(field, field_label(field)) for field in known)


def _missing(state: State) -> str:
    if state.asks_order and state.order is None:
        return _("Say whether the day or the month comes first: these dates can be both.")
    return "" if state.mapping is None else state.mapping.missing() or ""


def _has_twitches(state: State) -> bool:
    if state.mapping is not None:
        return state.mapping.about_twitches
    return state.sniffed.kind is not FileKind.APPLE_HEALTH


def _columns(state: State) -> tuple[ColumnRow, ...]:
    if state.mapping is None:
        return ()
    rows = []
    for n, column in enumerate(state.mapping.columns):
        cells = (line.cells[n].strip() for line in state.lines if n < len(line.cells))
        example = " ".join(next(filter(None, cells), "").split())
        field = field_label(column.field)
        if has_scale(column.field) and column.scale not in {"", "words"}:
            field = _("{field}, {scale}").format(field=field, scale=column.scale.replace("-", "–"))
        second = _("{field}. For example: {example}").format(field=field, example=example[:60])
        name = column.name or _("Without a name")
        rows.append(ColumnRow(n, name, column.field, second if example else field))
    return tuple(rows)


def _orders(state: State) -> tuple[Choice, ...]:
    if not state.asks_order:
        return ()
    said = ((DateOrder.DAY_FIRST, _("Day first")), (DateOrder.MONTH_FIRST, _("Month first")))
    return tuple(Choice(order.value, text, chosen=order is state.order) for order, text in said)


def _place(site: str | None) -> str:
    return _("Left out") if site is None else site_or_unknown(site).name


def _times(minute: int | None) -> tuple[Choice, ...]:
    return (
        Choice("", _("Left out"), chosen=minute is None),
        Choice(str(NOON), _("Logged at 12:00"), chosen=minute is not None),
    )


def _line_row(line: PreviewLine) -> LineRow | None:
    if not line.found:
        return None
    first = line.found[0]
    if isinstance(first, Problem):
        return LineRow(_("Line {n}").format(n=line.line), first.sentence, wrong=True)
    title, second = _said(first)
    for other in line.found[1:]:
        second = words.joined((second, " ".join(_said(other)))) if second else _said(other)[1]
    return LineRow(title, second)


def _said(found: Found) -> tuple[str, str]:
    """Return what one thing of a line is called, and the rest of it."""
    if isinstance(found, ImportedTwitch):
        when = _("{day}, {time}").format(
            day=words.long_day(found.moment.local.date()), time=words.clock_time(found.moment)
        )
        entry = Twitch(
            found.key, found.moment, found.sites, found.duration_s, found.strength, found.triggers
        )
        note = quoted(" ".join(found.note.split())[:60]) if found.note else ""
        known = filter(None, (when, words.details(entry), note))
        return words.places(found.sites), words.joined(known)
    if isinstance(found, ImportedCheckin):
        amounts = [
            f"{FACTORS[factor].label} {numeral(amount, 'g')} {FACTORS[factor].unit_label}".strip()
            for factor, amount in found.amounts.items()
        ]
        said = [quoted(found.note[:60])] if found.note else []
        return words.long_day(found.day), words.joined((*amounts, *said))
    return "", ""


def _result(
    state: State,
) -> tuple[str, tuple[str, ...], tuple[LineRow, ...], str, int]:
    """Return what reading the whole file found: in one sentence, in detail, line by line."""
    if state.restored is not None:
        rows = sum(state.restored.added.values())
        twitches = state.restored.added.get("twitches", 0)
        among = ngettext("{n} twitch among them.", "{n} twitches among them.", twitches)
        details = (among.format(n=numeral(twitches)),) if twitches else ()
        return _restored_said(rows, state.restored.there), details, (), "", rows
    if state.outcome is None:
        return "", (), (), "", 0
    return _outcome_said(state.outcome)


def _restored_said(rows: int, there: int) -> str:
    """Say how much of a whole diary is to be added, and how much of it is here already."""
    if not there:
        whole = ngettext("{n} record to add.", "{n} records to add.", rows)
        return whole.format(n=numeral(rows))
    if not rows:
        return _("All of it is here already.")
    said = ngettext(
        "{n} record to add, {there} here already.",
        "{n} records to add, {there} here already.",
        rows,
    )
    return said.format(n=numeral(rows), there=numeral(there))


def _outcome_said(
    outcome: ImportOutcome,
) -> tuple[str, tuple[str, ...], tuple[LineRow, ...], str, int]:
    shown = outcome.problems[:PROBLEMS_SHOWN]
    rows = tuple(LineRow(say_problem(problem), "", wrong=True) for problem in shown)
    beyond = len(outcome.problems) - len(shown)
    more = ""
    if beyond:
        more = ngettext("And {n} more line.", "And {n} more lines.", beyond).format(n=beyond)
    details = tuple(filter(None, (say_kinds(outcome), *say_rest(outcome))))
    return say_count(outcome, done=False), details, rows, more, outcome.total
