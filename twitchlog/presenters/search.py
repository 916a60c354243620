"""Search in the diary: what is asked for, what was found, and what is done with several entries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from twitchlog.domain.phrase import Sites, phrases
from twitchlog.domain.searching import Found, Hit, Query
from twitchlog.domain.site import site
from twitchlog.presenters import entry_time, search_days, search_kept, search_words, words
from twitchlog.presenters.search_page import Group, SearchPage
from twitchlog.presenters.search_rows import TWITCHES, read_rows
from twitchlog.presenters.steps import Steps
from twitchlog.presenters.typed import past_day
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.phrase import Phrase
    from twitchlog.domain.searching import Filter
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.day_list import EntryRow
    from twitchlog.presenters.search_kept import Kept
    from twitchlog.presenters.search_page import SearchView
    from twitchlog.presenters.services import Services

CONCERNS: Final = search_kept.CONCERNS | {
    "twitches", "checkins", "symptoms", "doses", "rest_counts", "factors", "bin",
}  # fmt: skip
AT_ONCE: Final = 1000
"""So many answers are read first, in whole days; scrolling to the oldest reads on."""
_FURTHER: Final = 4


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the diary said: of its days, the rows above them, and everything that is kept."""

    found: Found
    above: tuple[Group, ...]
    rows: Mapping[str, EntryRow]
    kept: tuple[Kept, ...] | None


class SearchPresenter:
    """Asks the diary as one types, and changes the entries that are chosen."""

    def __init__(self, services: Services, view: SearchView, query: Query | None = None) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self.query = query or Query()
        self._found = Found((), 0, 0)
        self._at_least: int | None = AT_ONCE
        self._groups: tuple[Group, ...] = ()
        self._kept: tuple[Kept, ...] | None = None
        self._rows: dict[str, EntryRow] = {}
        self._asked: set[str] = set()
        self._chosen: frozenset[str] = frozenset()
        self._choosing = False
        self._reading = 0

    @property
    def groups(self) -> tuple[Group, ...]:
        """The list as it is shown."""
        return self._groups

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self, _days: frozenset[date] | None = None) -> None:
        """Ask again for the same."""
        self._rows.clear()
        self._asked.clear()
        self._kept = None
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
        if self._groups and last >= len(self._groups) - 1 and not self._found.is_whole:
            self._read_on()
        groups = self._groups[first : last + 1]
        wanted = [
            hit
            for group in groups
            for hit in group.hits
            if hit.id not in self._rows and hit.id not in self._asked
        ]
        if not wanted:
            return
        self._asked.update(hit.id for hit in wanted)
        reading = self._reading

        def answered(rows: Mapping[str, EntryRow]) -> None:
            if reading == self._reading:
                self._rows.update(rows)
                self._view.show_rows(frozenset(each.day for each in groups if each.day))

        self._services.read(lambda diary: read_rows(diary, wanted), answered, self._view)

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
        """Let a tap choose an entry instead of opening it, where a twitch was found."""
        self._choosing = bool(self._twitches())
        self._show(anew=False)

    def remove(self) -> None:
        """Move the chosen entries to the bin."""
        ids = self._ordered()
        self._do(lambda diary: diary.twitches.remove(*ids))

    def move(self, day: date | None) -> None:
        """Put the chosen entries on another day, at the same time of day.

        Raises BadInput for no day, and for one still to come.
        """
        past, clock = past_day(day, today=self.today), self._services.clock
        name = phrases(
            "{n} entry moved to {day}", "{n} entries moved to {day}", len(self._chosen),
            day=words.day_term(past, today=self.today),
        )  # fmt: skip

        def moved(entry: Twitch) -> Twitch:
            return replace(entry, moment=entry_time.on_day(entry.moment, past, clock))

        self._change(moved, name)

    def place(self, chosen: str) -> None:
        """Put the chosen entries at another place."""
        there = Sites((site(chosen).id,))
        name = phrases("{n} entry: {place}", "{n} entries: {place}", len(self._chosen), place=there)

        def placed(entry: Twitch) -> Twitch:
            return replace(entry, sites=(chosen,))

        self._change(placed, name)

    def _change(self, change: Callable[[Twitch], Twitch], name: Phrase) -> None:
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
        kept, today = self._kept, self.today
        # What is still being fetched for the list as it was is not waited for.
        self._asked = set(self._rows)

        def answered(answer: _Answer) -> None:
            if reading != self._reading:
                return
            self._found, self._kept = answer.found, answer.kept
            self._rows.update(answer.rows)
            twitches = self._twitches()
            self._chosen &= twitches
            self._choosing = self._choosing and bool(twitches)
            self._groups = answer.above + tuple(
                Group(words.heading_day(day, today=today), tuple(some), day)
                for day, some in groupby(answer.found.hits, key=lambda hit: hit.day)
            )
            self._show(anew=anew)
            if then is not None:
                then()

        self._services.read(
            lambda diary: _find(diary, query, at_least, kept, today), answered, self._view
        )

    def _show(self, *, anew: bool) -> None:
        every, count = self._twitches(), len(self._chosen)
        self._view.show(
            SearchPage(
                groups=self._groups,
                said=search_words.counted(self._found, self.query, self._groups),
                help=search_words.searched(self._groups),
                can_be_narrowed=bool(self._groups) or not self.query.is_empty,
                filter_said=_("Filter · {n}").format(n=len(self.query.filters))
                if self.query.filters
                else _("Filter"),
                narrowed=search_words.narrowed(self.query, today=self.today),
                can_be_chosen=bool(every),
                choosing=self._choosing,
                chosen=self._chosen,
                chosen_said=ngettext("{n} chosen", "{n} chosen", count).format(n=numeral(count)),
                all_chosen=self._found.is_whole and bool(every) and self._chosen == every,
            ),
            anew=anew,
        )


def _find(
    diary: Diary, query: Query, at_least: int | None, kept: tuple[Kept, ...] | None, today: date
) -> _Answer:
    """Ask for the words; where nothing has them, for those beside a date, on its days.

    `kept` is what is kept for the doctor, where it was read before.
    """
    found = diary.search.find(query, at_least=at_least)
    if not query.words or query.filters:
        return _Answer(found, (), {}, kept)
    kept = search_kept.read(diary, today) if kept is None else kept
    things = [each.row for each in kept if each.has(query.words)]
    meant = search_days.days_meant(query.text, today=today)
    leads = [search_days.lead(diary, meant, today=today)] if meant else []
    parted = search_days.parted(query.text, today=today)
    if parted is not None and not (found.entries or things or leads):
        rest, period = parted
        found = diary.search.find(replace(query, text=rest, period=period), at_least=at_least)
    rows: dict[str, EntryRow] = {}
    above: list[Group] = []
    for title, some, holds in ((_("Days"), leads, False), (_("Tests and more"), things, True)):
        hits = [Hit(row.kind, f"{row.kind} {row.id}", 0, row.day or today) for row in some]
        rows |= {hit.id: row for hit, row in zip(hits, some, strict=True)}
        above += [Group(title, tuple(hits), holds=holds)] if hits else []
    return _Answer(found, tuple(above), rows, kept)
