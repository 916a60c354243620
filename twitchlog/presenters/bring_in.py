"""Bring entries in: what a file is, how it is read, what that would add, and adding it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Event
from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.diary.imports import Cancelled, Watch, read_file, sniff
from twitchlog.diary.imports.asking import asks_order, counts_as_logged, proposed_mapping
from twitchlog.diary.imports.bringing import bring_in, look
from twitchlog.diary.imports.dates import DateOrder
from twitchlog.diary.imports.gathering import gather
from twitchlog.diary.imports.table import decide, preview
from twitchlog.diary.transfer import restore
from twitchlog.domain.errors import TwitchLogError
from twitchlog.domain.import_words import say_count
from twitchlog.domain.imports import Choices, FileKind
from twitchlog.presenters.bring_in_page import BringInPage, page_of
from twitchlog.presenters.steps import Steps, Tells

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from twitchlog.diary.imports import Sniffed
    from twitchlog.diary.imports.mapping import Mapping
    from twitchlog.diary.imports.table import PreviewLine
    from twitchlog.diary.transfer.restore import Document, Outcome
    from twitchlog.domain.changes import Changes
    from twitchlog.domain.imports import Gathered, ImportOutcome
    from twitchlog.presenters.services import Services

    T = TypeVar("T")


class BringInView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: BringInPage) -> None:
        """Show the file, how it is read, and what it would add."""
        ...

    def leave(self) -> None:
        """Go back: what was in the file is in the diary."""
        ...


@dataclass(frozen=True, slots=True)
class State:
    """What is known of the file so far; `gathered` or `document` once all of it was read."""

    sniffed: Sniffed
    mapping: Mapping | None
    asks_order: bool
    logged: bool
    choices: Choices
    order: DateOrder | None = None
    lines: tuple[PreviewLine, ...] = ()
    gathered: Gathered | None = None
    document: Document | None = None
    outcome: ImportOutcome | None = None
    restored: Outcome | None = None

    @property
    def changed(self) -> State:
        """The same file, still to be read through as it is to be read now."""
        return replace(self, gathered=None, document=None, outcome=None, restored=None)


class BringInPresenter:
    """Leads from a file to its entries in the diary; reads off the UI thread."""

    def __init__(self, services: Services, view: BringInView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self.share = 0.0
        """How much of the file was read, 0 to 1; the page looks at it while it waits."""
        self._state: State | None = None
        self._stop = Event()
        self._busy = self._writes = False

    def choose(self, path: Path) -> None:
        """Look at a file: what it is, its columns, its first lines."""
        now = self._services.clock.now()

        def work() -> State:
            sniffed = sniff(path)
            mapping = proposed_mapping(sniffed)
            return _with_lines(
                State(
                    sniffed,
                    mapping,
                    asks_order(sniffed, mapping),
                    counts_as_logged(mapping),
                    Choices(now.zone, now),
                )
            )

        self._read(work, self._known)

    def read_as(self, position: int, field: str) -> None:
        """Read the column at `position` as `field` from now on."""
        state = self._state
        if state is None or state.mapping is None:
            return
        sniffed, mapping = state.sniffed, state.mapping.with_field(position, field)

        def change() -> State:
            decided = decide(sniffed, mapping)
            asks = decided.asks_order or state.order is not None
            return replace(state, mapping=decided, asks_order=asks)

        self._again(state, change)

    def order_dates(self, value: str) -> None:
        """Say which of day and month comes first."""
        state = self._state
        if state is not None:
            self._again(state, lambda: replace(state, order=DateOrder(value)))

    def fill_place(self, site: str | None) -> None:
        """Log twitches that name no place at `site`; None leaves them out."""
        state = self._state
        if state is not None:
            choices = replace(state.choices, site=site)
            self._again(state, lambda: replace(state, choices=choices))

    def fill_time(self, minute: int | None) -> None:
        """Log lines that say no time at that minute of the day; None leaves them out."""
        state = self._state
        if state is not None:
            choices = replace(state.choices, minute=minute)
            self._again(state, lambda: replace(state, choices=choices))

    def count_as_logged(self, logged: bool) -> None:
        """Say whether the days of the file count as logged."""
        if self._state is not None:
            self._state = replace(self._state, logged=logged)
            self._look(self._state)

    def check(self) -> None:
        """Read all of the file and say what it would add; nothing is written."""
        state = self._state
        if state is None:
            return
        watch = Watch(self._told, self._stop.is_set)

        def work() -> State:
            if state.sniffed.kind is FileKind.OWN_JSON:
                return replace(state, document=restore.read(state.sniffed.path))
            found = read_file(
                state.sniffed, state.choices, mapping=state.mapping, order=state.order, watch=watch
            )
            return replace(state, gathered=gather(found))

        self._read(work, self._look)

    def cancel(self) -> None:
        """Stop reading."""
        self._stop.set()

    def bring_in(self) -> None:
        """Add what was found, as one step."""
        state = self._state
        if state is None or self._busy:
            return
        if state.document is not None:
            document = state.document
            self._begin(writes=True)
            self._services.write(
                lambda diary: restore.bring_in(diary, document), self._brought, self
            )
        elif state.gathered is not None:
            gathered, name, logged = state.gathered, state.sniffed.path.name, state.logged
            watch = Watch(self._told, self._stop.is_set)
            self._begin(writes=True)
            self._services.write(
                lambda diary: bring_in(diary, gathered, name=name, logged=logged, watch=watch),
                self._brought,
                self,
            )

    def complain(self, sentence: str) -> None:
        """Hear that nothing could be written, and say so."""
        self._busy = False
        self._show()
        self._view.complain(sentence)

    def _begin(self, *, writes: bool) -> None:
        self._busy, self._writes, self.share = True, writes, 0.0
        self._stop.clear()
        self._show()

    def _brought(self, outcome: ImportOutcome | Outcome | None, changes: Changes) -> None:
        self._busy = False
        self._view.leave()
        sentence = (
            changes.name
            if isinstance(outcome, restore.Outcome) or outcome is None
            else say_count(outcome, done=True)
        )
        self._view.tell(sentence, undo=changes.step is not None)

    def _again(self, before: State, change: Callable[[], State]) -> None:
        self._read(lambda: _with_lines(change().changed), self._known, before=before)

    def _look(self, state: State) -> None:
        """Count, in the diary's lane, what of the file is new."""
        if state.document is not None:
            document = state.document
            self._services.read(
                lambda diary: replace(state, restored=restore.try_out(diary, document)),
                self._known,
                self._view,
            )
        elif state.gathered is not None:
            gathered = state.gathered
            self._services.read(
                lambda diary: replace(state, outcome=look(diary, gathered, logged=state.logged)),
                self._known,
                self._view,
            )
        else:
            self._known(state)

    def _known(self, state: State) -> None:
        self._state, self._busy = state, False
        self._show()

    def _show(self) -> None:
        self._view.show(page_of(self._state, busy=self._busy, writes=self._writes))

    def _told(self, done: int, total: int) -> None:
        self.share = done / total if total else 1.0

    def _read(
        self, work: Callable[[], State], then: Callable[[State], None], before: State | None = None
    ) -> None:
        """Work in the lane of the pictures, so that the diary can be used meanwhile."""
        if self._busy:
            return
        self._begin(writes=False)

        def failed(problem: Exception) -> None:
            self._busy = False
            if before is not None:
                self._state = before
            if not isinstance(problem, TwitchLogError):
                self._show()
                raise problem
            self._show()
            if not isinstance(problem, Cancelled):
                self._view.complain(problem.sentence)

        self._services.background.submit(Lane.DRAW, work, done=then, failed=failed)


def _with_lines(state: State) -> State:
    if state.mapping is None:
        return state
    mapping = state.mapping.with_order(state.order)
    lines = preview(state.sniffed, mapping, state.choices, limit=8)
    return replace(state, mapping=mapping, lines=lines)
