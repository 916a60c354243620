"""The rest count: two minutes of sitting still, each twitch a tap, every tap kept at once.

A tap is written to the diary when it is made, with the length so far: whatever ends the program, no
tap that was counted is lost; the count then ends with its last tap.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final, Protocol, cast

from twitchlog.domain.rest import SHORTEST_S, USUAL_S, RestCount, Tap
from twitchlog.domain.site import site_or_unknown
from twitchlog.presenters import rest_words
from twitchlog.presenters.log_choices import Choice
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.domain.moment import Moment
    from twitchlog.presenters.rest_words import RestRow, RestTrend
    from twitchlog.presenters.services import Complains, Services

CONCERNS: Final = frozenset({"rest_counts", "bin"})
NOWHERE: Final = ""
"""The chip of no place in particular."""
RECENT: Final = 3
PAUSE_S: Final = 2.0
"""So long after the end a tap that comes too late does not begin another count."""


class Phase(StrEnum):
    """Where the count is."""

    READY = "ready"
    COUNTING = "counting"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class RestPage:
    """All that the screen shows. `share` of the time is left; `count` stands on the button."""

    phase: Phase
    explained: tuple[str, ...]
    share: float
    left: str
    count: str
    said: str
    places: tuple[Choice, ...]
    can_undo: bool
    result: str
    result_second: str
    result_places: str
    trend: RestTrend | None
    rows: tuple[RestRow, ...]


class RestView(Tells, Protocol):
    """What the presenter tells the screen."""

    def show(self, page: RestPage) -> None:
        """Show the count and those before it."""
        ...


@dataclass(slots=True)
class _UnderWay:
    """A count that is being made; `step` is written in the lane of the diary alone."""

    began: Moment
    started: float
    taps: list[Tap] = field(default_factory=list)
    id: str = field(default_factory=lambda: str(uuid.uuid4()))
    step: int | None = None


class RestPresenter:
    """Counts by the seconds of the clock, and writes each tap when it is made."""

    def __init__(self, services: Services, view: RestView) -> None:
        self._services, self._view = services, view
        self._seconds = services.clock.seconds
        self.steps = Steps(services, view)
        self.known: dict[str, RestCount] = {}
        self._recent: tuple[str, ...] = ()
        self._site = NOWHERE
        self._now: _UnderWay | None = None
        self._done: str = ""
        self._ended = float("-inf")

    @property
    def counting(self) -> bool:
        """Whether a count is under way."""
        return self._now is not None

    def refresh(self) -> None:
        """Read the earlier counts and the places used last."""

        def read(diary: Diary) -> tuple[tuple[RestCount, ...], tuple[str, ...]]:
            recent = tuple(each.site for each in diary.twitches.recent_sites(RECENT))
            return diary.rest.all(), recent

        def then(found: tuple[tuple[RestCount, ...], tuple[str, ...]]) -> None:
            counts, recent = found
            self.known = {each.id: each for each in counts}
            if not self._recent:
                self._recent = recent
            self._show()

        self._services.read(read, then, self._view)

    def press(self) -> None:
        """Take the big button: it begins, counts a twitch, or begins another count."""
        if self._now is None:
            if self._seconds() - self._ended < PAUSE_S:
                return
            self._done = ""
            self._now = _UnderWay(self._services.clock.now(), self._seconds())
            self._show()
        else:
            self._tap()

    def choose(self, site: str) -> None:
        """Let the next taps be at a place; while counting, the chip of a place is a tap too."""
        self._site = site
        if site and site not in self._recent:
            self._recent = (site, *self._recent[: RECENT - 1])
        if site and self._now is not None:
            self._tap()
        else:
            self._show()

    def take_back(self) -> None:
        """Take the last tap back."""
        if self._now is not None and self._now.taps:
            self._now.taps.pop()
            self._save(self._now)
            self._show()

    def tick(self) -> None:
        """Show the time that is left; end where none is."""
        if self._now is None:
            return
        if self._elapsed(self._now) >= USUAL_S:
            self.finish()
        else:
            self._show()

    def finish(self) -> None:
        """End now and keep what was counted, with its true length.

        A count that was stopped before its first twitch and early is not kept: it says nothing.
        """
        under_way = self._now
        if under_way is None:
            return
        self._now = None
        length = self._elapsed(under_way)
        if length >= USUAL_S:
            self._ended = self._seconds()
        if under_way.step is None and not under_way.taps and length < USUAL_S / 2:
            self._view.tell(_("Nothing was counted, so nothing is kept."), undo=False)
            self._show()
            return
        self._done = under_way.id
        self._save(under_way, ends=True)

    def remove(self, count_id: str, form: Complains, done: Callable[[], None]) -> None:
        """Move a count to the bin."""
        self.steps.keep(lambda diary: diary.rest.remove(count_id), form, done)

    def edit(
        self, count_id: str, note: str, site: str, form: Complains, done: Callable[[], None]
    ) -> None:
        """Change the note, and give the twitches without a place the one given."""
        held = self.known.get(count_id) or cast("RestCount", getattr(form, "opened", None))
        taps = tuple(replace(tap, site=tap.site or site or None) for tap in held.taps)
        changed = replace(held, note=note, taps=taps)
        self.steps.keep(lambda diary: diary.rest.edit(changed), form, done)

    def offer_places(self, show: Callable[[tuple[Choice, ...]], None]) -> None:
        """Hand the places used last to `show`."""
        show(self._places()[1:])

    def _tap(self) -> None:
        under_way = self._now
        assert under_way is not None
        after = self._elapsed(under_way)
        if after >= USUAL_S:
            self.finish()
            return
        under_way.taps.append(Tap(int(after * 1000), self._site or None))
        self._save(under_way)
        self._show()

    def _save(self, under_way: _UnderWay, *, ends: bool = False) -> None:
        """Write the count as it is by now, all of it one step for undo."""
        count = RestCount(
            # A clock that was set back meanwhile must not lose a tap.
            moment=min(under_way.began, self._services.clock.now()),
            length_s=max(self._elapsed(under_way), SHORTEST_S),
            taps=tuple(under_way.taps),
            id=under_way.id,
        )

        def work(diary: Diary) -> Written[RestCount]:
            written = diary.rest.save(count, joins=under_way.step)
            under_way.step = written.changes.step or under_way.step
            return written

        def saved(value: RestCount | None, changes: Changes) -> None:
            if ends and value is not None:
                self.known[value.id] = value
                self.steps.said(value, changes)
                self._show()

        self._services.write(work, saved, self._view)

    def _elapsed(self, under_way: _UnderWay) -> float:
        return min(max(self._seconds() - under_way.started, 0.0), USUAL_S)

    def _places(self) -> tuple[Choice, ...]:
        chips = (
            Choice(each, site_or_unknown(each).name, chosen=each == self._site)
            for each in self._recent
        )
        return (Choice(NOWHERE, _("No place"), chosen=not self._site), *chips)

    def _show(self) -> None:
        today = self._services.clock.now().day
        under_way, done = self._now, self.known.get(self._done)
        phase = Phase.COUNTING if under_way else Phase.DONE if done else Phase.READY
        taps = len(under_way.taps) if under_way else 0
        left = USUAL_S - self._elapsed(under_way) if under_way else USUAL_S
        counts = sorted(
            (each for each in self.known.values() if not under_way or each.id != under_way.id),
            key=lambda each: each.moment.utc_ms,
        )
        self._view.show(
            RestPage(
                phase=phase,
                explained=_explained(first=not counts),
                share=left / USUAL_S,
                left=_("{time} left").format(time=rest_words.say_left(left)),
                count=str(taps) if under_way else "",
                said=ngettext("twitch", "twitches", taps) if under_way else "",
                places=self._places(),
                can_undo=bool(taps),
                result=rest_words.say_count(done) if done else "",
                result_second=rest_words.say_likely(done) if done else "",
                result_places=rest_words.say_places(done) if done else "",
                trend=rest_words.trend(counts, today=today),
                rows=tuple(rest_words.row(each, today=today) for each in reversed(counts)),
            )
        )


def _explained(*, first: bool) -> tuple[str, ...]:
    how = _("Two minutes of sitting still. Tap for each twitch; Space counts too.")
    if not first:
        return (how, _("It stays apart from your entries and makes no day a logged one."))
    return (
        _("Sit down, arms and legs resting, the screen in reach."),
        how,
        _(
            "Counted the same way now and then, it can be compared from week to week. It stays "
            "apart from your entries, and a day with nothing else on it is not a logged day."
        ),
    )
