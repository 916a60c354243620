"""Search in the diary: what is asked for, what was found, and what is done with several entries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, Protocol

from twitchlog.domain.searching import Query
from twitchlog.domain.site import site
from twitchlog.presenters import entry_time, words
from twitchlog.presenters.day_list import EntryRow
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.searching import Hit
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.services import Services

CONCERNS: Final = frozenset({"twitches", "checkins", "symptoms", "doses", "rest_counts", "bin"})
TWITCHES: Final = "twitches"
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
    """What was found. `said` counts it; `chosen` are the ids chosen to do something with."""

    days: tuple[FoundDay, ...]
    said: str
    filter_said: str
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

    def __init__(self, services: Services, view: SearchView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self.query = Query()
        self._hits: tuple[Hit, ...] = ()
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
        self.query = query
        self._ask(anew=True)

    def row(self, hit: Hit) -> EntryRow | None:
        """Return the words of a hit where they are at hand."""
        return self._rows.get(hit.id)

    def seen(self, first: int, last: int) -> None:
        """Fetch the rows of the days in sight."""
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
        every = self._twitches()
        self._chosen = frozenset() if self._chosen == every else every
        self._choosing = True
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
        return [hit.id for hit in self._hits if hit.id in self._chosen]

    def _twitches(self) -> frozenset[str]:
        return frozenset(hit.id for hit in self._hits if hit.source == TWITCHES)

    def _ask(self, *, anew: bool) -> None:
        self._reading += 1
        reading, query = self._reading, self.query

        def answered(hits: tuple[Hit, ...]) -> None:
            if reading != self._reading:
                return
            self._hits = hits
            self._chosen &= self._twitches()
            self._days = tuple(
                FoundDay(day, words.heading_day(day, today=self.today), tuple(some))
                for day, some in groupby(hits, key=lambda hit: hit.day)
            )
            self._show(anew=anew)

        self._services.read(lambda diary: diary.search.find(query), answered, self._view)

    def _show(self, *, anew: bool) -> None:
        every, count = self._twitches(), len(self._chosen)
        self._view.show(
            SearchPage(
                days=self._days,
                said=_counted(self._hits, self.query),
                filter_said=_("Filter · {n}").format(n=self.query.filters)
                if self.query.filters
                else _("Filter"),
                choosing=self._choosing,
                chosen=self._chosen,
                chosen_said=ngettext("{n} chosen", "{n} chosen", count).format(n=f"{count:,}"),
                all_chosen=bool(every) and self._chosen == every,
            ),
            anew=anew,
        )


def _counted(hits: Sequence[Hit], query: Query) -> str:
    """Say how many there are, and on how many days."""
    days = len({hit.day for hit in hits})
    if not hits:
        return _("Nothing is written down yet.") if query.is_empty else _("Nothing was found.")
    entries = ngettext("{n} entry", "{n} entries", len(hits)).format(n=f"{len(hits):,}")
    return ngettext("{entries} on {n} day", "{entries} on {n} days", days).format(
        entries=entries, n=f"{days:,}"
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
