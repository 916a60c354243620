"""Search in the diary: what is asked for, what was found, and what is done with several entries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, Protocol

from twitchlog.domain.searching import Found, Query
from twitchlog.domain.site import site
from twitchlog.presenters import entry_time, search_words, words
from twitchlog.presenters.day_list import EntryRow
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.searching import Filter, Hit
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.search_words import Narrowed
    from twitchlog.presenters.services import Services

CONCERNS: Final = frozenset({"twitches", "checkins", "symptoms", "doses", "rest_counts", "bin"})
TWITCHES: Final = "twitches"
AT_ONCE: Final = 1000
"""So many answers are read first, in whole days; scrolling to the oldest reads on."""
_FURTHER: Final = 4
_NAMES: Final = {
    "checkins": mark("Check-in"),
    "symptoms": mark("Other symptoms"),
    "doses": mark("Drink or exercise"),
    "rest_counts": mark("Rest count"),
}


@dataclass(frozen=True, slots=True)
class FoundDay:
    """The hits of one day, and the heading over them."""

    day: date
    title: str
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found. `said` counts it; `chosen` are the ids chosen to do something with.

    `narrowed` says by what; `days` are the newest, and the rest follows as one scrolls.
    """

    days: tuple[FoundDay, ...]
    said: str
    help: str
    filter_said: str
    narrowed: tuple[Narrowed, ...]
    choosing: bool
    chosen: frozenset[str]
    chosen_said: str
    all_chosen: bool


class SearchView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: SearchPage, *, anew: bool) -> None:
        """Show what was found; `anew` from the top."""
        ...

    def show_rows(self, days: frozenset[date]) -> None:
        """Show the rows of these days, which are at hand now."""
        ...


class SearchPresenter:
    """Asks the diary as one types, and changes the entries that are chosen."""

    def __init__(self, services: Services, view: SearchView, query: Query | None = None) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self.query = query or Query()
        self._found = Found((), 0, 0)
        self._at_least: int | None = AT_ONCE
        self._days: tuple[FoundDay, ...] = ()
        self._rows: dict[str, EntryRow] = {}
        self._asked: set[str] = set()
        self._chosen: frozenset[str] = frozenset()
        self._choosing = False
        self._reading = 0

    @property
    def days(self) -> tuple[FoundDay, ...]:
        """The list as it is shown."""
        return self._days

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self, _days: frozenset[date] | None = None) -> None:
        """Ask again for the same."""
        self._rows.clear()
        self._asked.clear()
        self._ask(anew=False)

    def type(self, text: str) -> None:
        """Take the words as they are typed."""
        if text != self.query.text:
            self.ask(replace(self.query, text=text))

    def ask(self, query: Query) -> None:
        """Ask for something else."""
        self.query, self._at_least = query, AT_ONCE
        self._ask(anew=True)

    def drop(self, narrowing: Filter) -> None:
        """Look without a filter."""
        self.ask(self.query.without(narrowing))

    def row(self, hit: Hit) -> EntryRow | None:
        """Return the words of a hit where they are at hand."""
        return self._rows.get(hit.id)

    def seen(self, first: int, last: int) -> None:
        """Fetch the rows of the days in sight, and older days once the oldest is."""
        if self._days and last >= len(self._days) - 1 and not self._found.is_whole:
            self._read_on()
        days = self._days[first : last + 1]
        wanted = [
            hit
            for day in days
            for hit in day.hits
            if hit.id not in self._rows and hit.id not in self._asked
        ]
        if not wanted:
            return
        self._asked.update(hit.id for hit in wanted)
        reading = self._reading

        def answered(rows: Mapping[str, EntryRow]) -> None:
            if reading == self._reading:
                self._rows.update(rows)
                self._view.show_rows(frozenset(day.day for day in days))

        self._services.read(lambda diary: _read_rows(diary, wanted), answered, self._view)

    def choose(self, hit: Hit) -> None:
        """Choose an entry to do something with, or let it go again."""
        if hit.source == TWITCHES:
            self._choosing = True
            self._chosen ^= {hit.id}
            self._show(anew=False)

    def choose_all(self) -> None:
        """Choose every twitch that was found, or none where all are."""
        self._choosing = True
        if not self._found.is_whole:
            self._at_least = None
            self._ask(anew=False, then=self.choose_all)
            return
        every = self._twitches()
        self._chosen = frozenset() if self._chosen == every else every
        self._show(anew=False)

    def stop_choosing(self) -> bool:
        """Let go of what was chosen; return whether one was choosing."""
        was, self._choosing, self._chosen = self._choosing, False, frozenset()
        if was:
            self._show(anew=False)
        return was

    def begin_choosing(self) -> None:
        """Let a tap choose an entry instead of opening it."""
        self._choosing = True
        self._show(anew=False)

    def remove(self) -> None:
        """Move the chosen entries to the bin."""
        ids = self._ordered()
        self._do(lambda diary: diary.twitches.remove(*ids))

    def move(self, day: date) -> None:
        """Put the chosen entries on another day, at the same time of day."""
        clock, said = self._services.clock, words.day_name(day, today=self.today)
        name = ngettext("{n} entry moved to {day}", "{n} entries moved to {day}", len(self._chosen))

        def moved(entry: Twitch) -> Twitch:
            return replace(entry, moment=entry_time.on_day(entry.moment, day, clock))

        self._change(moved, name.format(n=len(self._chosen), day=said))

    def place(self, chosen: str) -> None:
        """Put the chosen entries at another place."""
        count, there = len(self._chosen), site(chosen).name
        name = ngettext("{n} entry: {place}", "{n} entries: {place}", count)

        def placed(entry: Twitch) -> Twitch:
            return replace(entry, sites=(chosen,))

        self._change(placed, name.format(n=count, place=there))

    def _change(self, change: Callable[[Twitch], Twitch], name: str) -> None:
        ids = self._ordered()

        def work(diary: Diary) -> Written[tuple[Twitch, ...]]:
            entries = [change(each) for each in diary.search.twitches(ids)]
            return diary.twitches.edit_many(entries, name=name)

        self._do(work)

    def _do(self, work: Callable[[Diary], Written[Any]]) -> None:
        if self._chosen:
            self._choosing, self._chosen = False, frozenset()
            self._show(anew=False)
            self._services.write(work, self.steps.said, self._view)

    def _ordered(self) -> list[str]:
        return [hit.id for hit in self._found.hits if hit.id in self._chosen]

    def _twitches(self) -> frozenset[str]:
        return frozenset(hit.id for hit in self._found.hits if hit.source == TWITCHES)

    def _read_on(self) -> None:
        """Ask for the same, further back."""
        wanted = _FURTHER * max(len(self._found.hits), AT_ONCE)
        if self._at_least is not None and self._at_least < wanted:
            self._at_least = wanted
            self._ask(anew=False)

    def _ask(self, *, anew: bool, then: Callable[[], None] | None = None) -> None:
        self._reading += 1
        reading, query, at_least = self._reading, self.query, self._at_least
        # What is still being fetched for the list as it was is not waited for.
        self._asked = set(self._rows)

        def answered(found: Found) -> None:
            if reading != self._reading:
                return
            self._found = found
            self._chosen &= self._twitches()
            self._days = tuple(
                FoundDay(day, words.heading_day(day, today=self.today), tuple(some))
                for day, some in groupby(found.hits, key=lambda hit: hit.day)
            )
            self._show(anew=anew)
            if then is not None:
                then()

        def find(diary: Diary) -> Found:
            return diary.search.find(query, at_least=at_least)

        self._services.read(find, answered, self._view)

    def _show(self, *, anew: bool) -> None:
        every, count = self._twitches(), len(self._chosen)
        self._view.show(
            SearchPage(
                days=self._days,
                said=search_words.counted(self._found, self.query),
                help=search_words.searched(self._found, self.query),
                filter_said=_("Filter · {n}").format(n=len(self.query.filters))
                if self.query.filters
                else _("Filter"),
                narrowed=search_words.narrowed(self.query, today=self.today),
                choosing=self._choosing,
                chosen=self._chosen,
                chosen_said=ngettext("{n} chosen", "{n} chosen", count).format(n=numeral(count)),
                all_chosen=self._found.is_whole and bool(every) and self._chosen == every,
            ),
            anew=anew,
        )


def _read_rows(diary: Diary, hits: Sequence[Hit]) -> dict[str, EntryRow]:
    ids = [hit.id for hit in hits if hit.source == TWITCHES]
    others = [hit for hit in hits if hit.source != TWITCHES]
    said = diary.search.words(others) if others else {}
    rows = {
        each.id: EntryRow(
            title=words.places(each.sites),
            second=words.details(each),
            time=words.clock_time(each.moment),
            id=each.id,
            site=each.sites[0] if each.sites else "",
            day=each.moment.day,
        )
        for each in diary.search.twitches(ids)
    }
    for hit in others:
        line = " ".join(said.get(hit.id, "").split())
        rows[hit.id] = EntryRow(_(_NAMES[hit.source]), line, "", day=hit.day)
    return rows
