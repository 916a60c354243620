"""The filters of the search: chips for places, what went with it, strength and days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.day_text import Meant
from twitchlog.domain.errors import BadInput
from twitchlog.domain.parts import PARTS
from twitchlog.domain.period import Period, Span
from twitchlog.domain.twitch import Strength
from twitchlog.presenters import words
from twitchlog.presenters.dates import write
from twitchlog.presenters.log_choices import Choice, trigger_of, trigger_value
from twitchlog.presenters.services import Complains
from twitchlog.presenters.typed import read_day
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.searching import Query
    from twitchlog.domain.twitch import Trigger
    from twitchlog.presenters.services import Services

FIRST: Final = "first"
LAST: Final = "last"
_SPANS: Final = tuple(span for span in Span if span is not Span.ALL)
_NAMES = {part.id: part.lay for part in PARTS}


@dataclass(frozen=True, slots=True)
class FilterPage:
    """The chips as they stand; `wrong` says what is wrong with a typed day, by its field."""

    places: tuple[Choice, ...]
    triggers: tuple[Choice, ...]
    strengths: tuple[Choice, ...]
    spans: tuple[Choice, ...]
    first: str
    last: str
    wrong: Mapping[str, str]
    can_clear: bool


class FilterView(Complains, Protocol):
    """What the presenter tells the sheet."""

    def show(self, page: FilterPage) -> None:
        """Show the chips."""
        ...


class FilterPresenter:
    """Changes the query at every tap; `asked` hears of it."""

    def __init__(
        self, services: Services, view: FilterView, query: Query, asked: Callable[[Query], None]
    ) -> None:
        self._services, self._view, self._query, self._asked = services, view, query, asked
        self._parts: tuple[str, ...] = ()
        self._triggers: tuple[Trigger, ...] = ()
        self._starts: date | None = None
        self._wrong: dict[str, str] = {}
        self._picked: Span | None = None

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def open(self) -> None:
        """Read what there is to choose among, and show it."""

        def read(diary: Diary) -> tuple[tuple[str, ...], tuple[Trigger, ...], date | None]:
            known = diary.search.usual_parts(), diary.twitches.recent_triggers(12)
            return *known, diary.days.first_logged()

        def answered(found: tuple[tuple[str, ...], tuple[Trigger, ...], date | None]) -> None:
            self._parts, self._triggers, self._starts = found
            self._show()

        self._services.read(read, answered, self._view)

    def toggle_place(self, part: str) -> None:
        """Narrow to a part of the body, on either side, or no longer."""
        self._take(replace(self._query, parts=self._query.parts ^ {part}))

    def toggle_trigger(self, value: str) -> None:
        """Narrow to something that went with it, or no longer."""
        self._take(replace(self._query, triggers=self._query.triggers ^ {trigger_of(value)}))

    def toggle_strength(self, value: str) -> None:
        """Narrow to a strength, or no longer."""
        strength = Strength(int(value))
        self._take(replace(self._query, strengths=self._query.strengths ^ {strength}))

    def toggle_span(self, value: str) -> None:
        """Narrow to a usual period, or to no days any longer."""
        self._wrong = {}
        period = Span(value).period(today=self.today, diary_starts=self._starts)
        chosen, self._picked = Span(value) is self._span(), Span(value)
        self._take(replace(self._query, period=None if chosen else period))

    def type_days(self, first: str, last: str) -> bool:
        """Narrow to the days between two that were typed, both included; tell whether that works.

        Without either, no day is left out.
        """
        self._wrong = {}
        since = self._read(FIRST, first, self._starts or self.today)
        until = self._read(LAST, last, self.today)
        if since is None or until is None:
            self._show()
        elif until < since:
            self._wrong[LAST] = _("The first day is after the last one.")
            self._show()
        else:
            typed = bool(first.strip() or last.strip())
            self._take(replace(self._query, period=Period(since, until) if typed else None))
        return not self._wrong

    def clear(self) -> None:
        """Take all filters away; the words stay."""
        self._wrong = {}
        plain = self._query.without(*self._query.filters)
        self._take(plain)

    def _read(self, name: str, text: str, without: date) -> date | None:
        """Return the day typed into a field, or the one `without` any; None where it is wrong."""
        try:
            return read_day(text, today=self.today, meant=Meant.LAST) if text.strip() else without
        except BadInput as problem:
            self._wrong[name] = problem.sentence
            return None

    def _take(self, query: Query) -> None:
        self._query = query
        self._asked(query)
        self._show()

    def _show(self) -> None:
        query = self._query
        parts = dict.fromkeys((*self._parts, *sorted(query.parts)))
        triggers = dict.fromkeys((*self._triggers, *query.triggers))
        days = query.period
        self._view.show(
            FilterPage(
                places=tuple(
                    Choice(part, words.sentence(_(_NAMES.get(part, part))), part in query.parts)
                    for part in parts
                ),
                triggers=tuple(
                    Choice(trigger_value(each), each.label, each in query.triggers)
                    for each in triggers
                ),
                strengths=tuple(
                    Choice(str(int(each)), each.word, each in query.strengths) for each in Strength
                ),
                spans=tuple(Choice(str(span), span.label, span is self._span()) for span in _SPANS),
                first=write(days.first if days else None),
                last=write(days.last if days else None),
                wrong=dict(self._wrong),
                can_clear=bool(query.filters),
            )
        )

    def _span(self) -> Span | None:
        """Return the usual period that holds just the days asked for, the one picked before others.

        In a new diary several are equally long.
        """
        asked, today, starts = self._query.period, self.today, self._starts
        if asked is None:
            return None
        same = [each for each in _SPANS if each.period(today=today, diary_starts=starts) == asked]
        return self._picked if self._picked in same else next(iter(same), None)
