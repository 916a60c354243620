"""One month of the calendar in words: what stands in each of its cells."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.presenters import words
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.domain.checkin import DaySummary

A_FEW: Final = 1
SOME: Final = 3
MANY: Final = 5
_WEEKDAYS: Final = (
    mark("Mo"), mark("Tu"), mark("We"), mark("Th"), mark("Fr"), mark("Sa"), mark("Su"),
)  # fmt: skip


class Mark(StrEnum):
    """How a day is drawn: filled in three steps, a ring, a hatch, or only its number."""

    FEW = "few"
    SOME = "some"
    MANY = "many"
    NONE = "none"
    NOT_LOGGED = "not logged"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Cell:
    """One day of the calendar; `said` is its state in words, for the tooltip."""

    day: date
    mark: Mark
    chosen: bool
    today: bool
    ahead: bool
    said: str


@dataclass(frozen=True, slots=True)
class Month:
    """One month: weeks of seven cells from Monday, None where another month's days would be."""

    title: str
    weekdays: tuple[str, ...]
    weeks: tuple[tuple[Cell | None, ...], ...]
    key: tuple[tuple[Mark, str], ...]
    has_next: bool


def month_of(
    first: date,
    *,
    days: Mapping[date, DaySummary],
    chosen: date,
    today: date,
    last: date | None = None,
) -> Month:
    """Return the month that begins on `first`; days that `days` does not know stand plain.

    `last` is the last day with anything on it, where that lies after today.
    """
    length = monthrange(first.year, first.month)[1]
    cells: list[Cell | None] = [None] * first.weekday()
    cells += [
        _cell(day, days.get(day), chosen=chosen, today=today)
        for day in (first + timedelta(days=n) for n in range(length))
    ]
    cells += [None] * (-len(cells) % 7)
    return Month(
        title=words.month_year(first),
        weekdays=tuple(_(name) for name in _WEEKDAYS),
        weeks=tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)),
        key=(
            (Mark.FEW, _("1–2")),
            (Mark.SOME, _("3–4")),
            (Mark.MANY, _("5 or more")),
            (Mark.NONE, _("none")),
            (Mark.NOT_LOGGED, _("not logged")),
        ),
        has_next=first + timedelta(days=length) <= max(today, last or today),
    )


def mark_of(summary: DaySummary | None) -> Mark:
    """Return how a day is drawn; a zero is never a gap and a gap is never a zero."""
    if summary is None:
        return Mark.PLAIN
    if summary.state is DayState.NOT_LOGGED:
        return Mark.NOT_LOGGED
    if summary.count >= MANY:
        return Mark.MANY
    if summary.count >= SOME:
        return Mark.SOME
    return Mark.FEW if summary.count >= A_FEW else Mark.NONE


def shifted(first: date, months: int) -> date:
    """Return the first day of the month that lies so many months away."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def _cell(day: date, summary: DaySummary | None, *, chosen: date, today: date) -> Cell:
    ahead = day > today and not (summary and summary.logged)
    # A day that is not over is not missing yet.
    begun = day == today and not (summary and summary.logged)
    return Cell(
        day=day,
        mark=Mark.PLAIN if ahead or begun else mark_of(summary),
        chosen=day == chosen,
        today=day == today,
        ahead=ahead,
        said=_("{day}: {state}").format(
            day=words.heading_day(day, today=today), state=_state(summary)
        )
        if not ahead and not begun
        else "",
    )


def _state(summary: DaySummary | None) -> str:
    if summary is None or summary.state is DayState.NOT_LOGGED:
        return _("not logged")
    if not summary.count:
        return _("none")
    return ngettext("{n} twitch", "{n} twitches", summary.count).format(n=summary.count)
