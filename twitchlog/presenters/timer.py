"""The timer of a twitch that is going on: where, how strong, how long so far."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.site import site_or_unknown
from twitchlog.presenters import words
from twitchlog.presenters.log_choices import recent_places
from twitchlog.presenters.services import Complains
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.changes import Changes
    from twitchlog.domain.twitch import RecentSite, Strength, Timer, Twitch
    from twitchlog.presenters.log_choices import Choice
    from twitchlog.presenters.services import Services

TIMER_KINDS: Final = frozenset({"timer"})


@dataclass(frozen=True, slots=True)
class TimerPage:
    """The running timer in words; `minute` is how full the ring is, from 0 to 1."""

    site: str
    place: str
    started: str
    time: str
    unit: str
    minute: float
    strength: Strength | None
    safe: str
    bar: str


class TimerView(Complains, Protocol):
    """What the presenter asks of the screen."""

    def show(self, page: TimerPage) -> None:
        """Show the timer, as a page or as the bar."""
        ...

    def no_timer(self) -> None:
        """Show that none is running."""
        ...

    def ask_where(self) -> None:
        """Let the person choose the place, then call `stop_at`."""
        ...

    def stopped(self, sentence: str, *, entry: str = "") -> None:
        """Leave, name what changed and offer to undo it; `entry`: and to add its details."""
        ...


class TimerPresenter:
    """Reads the running timer, counts with the clock, and does what is tapped."""

    def __init__(self, services: Services, view: TimerView) -> None:
        self._services = services
        self._view = view
        self._timer: Timer | None = None
        services.news.listen(self._hear)

    def refresh(self) -> None:
        """Read whether a timer is running, and show it."""

        def then(timer: Timer | None) -> None:
            self._timer = timer
            if timer is None:
                self._view.no_timer()
            else:
                self.tick()

        self._services.read(lambda diary: diary.timer.running(), then, self._view)

    def tick(self) -> None:
        """Show how long it has run by now, once it is known that one is running."""
        if self._timer is not None:
            self._view.show(page(self._timer, now_ms=self._services.clock.now().utc_ms))

    def offer_places(self, show: Callable[[tuple[Choice, ...]], None]) -> None:
        """Hand the places used last to `show`, to choose from with one tap."""
        chosen = (self._timer.site,) if self._timer is not None and self._timer.site else ()

        def then(recent: tuple[RecentSite, ...]) -> None:
            show(recent_places([each.site for each in recent], chosen))

        self._services.read(lambda diary: diary.twitches.recent_sites(), then, self._view)

    def choose_place(self, site: str) -> None:
        """Change where it is."""
        if self._timer is not None:
            self._change(site, self._timer.strength)

    def choose_strength(self, strength: Strength) -> None:
        """Change how strong it is; the same again takes it back."""
        if self._timer is not None:
            same = strength == self._timer.strength
            self._change(self._timer.site, None if same else strength)

    def stop(self) -> None:
        """Stop and log it; without a place, ask for one first while the time goes on."""
        if self._timer is None:
            return
        if self._timer.site is None:
            self._view.ask_where()
        else:
            self.stop_at(self._timer.site)

    def stop_at(self, site: str) -> None:
        """Stop, and log it at `site`."""

        def said(twitch: Twitch | None, changes: Changes) -> None:
            assert twitch is not None
            sentence = words.joined((changes.name, words.how_long(twitch.duration_s)))
            self._view.stopped(sentence, entry=twitch.id)

        self._services.write(lambda diary: diary.timer.stop((site,)), said, self._view)

    def throw_away(self) -> None:
        """Stop without logging anything."""
        self._services.write(
            lambda diary: diary.timer.throw_away(),
            lambda _none, changes: self._view.stopped(changes.name),
            self._view,
        )

    def _change(self, site: str | None, strength: Strength | None) -> None:
        self._services.write(
            lambda diary: diary.timer.change(site=site, strength=strength),
            lambda _timer, _changes: None,
            self._view,
        )

    def _hear(self, changes: Changes) -> None:
        if changes.kinds & TIMER_KINDS:
            self.refresh()


def page(timer: Timer, *, now_ms: int) -> TimerPage:
    """Say a running timer at the instant `now_ms`; a clock that was set back counts as zero."""
    seconds = max(now_ms - timer.started.utc_ms, 0) / 1000
    whole = int(seconds)
    started = words.clock_time(timer.started)
    if whole < 3600:
        time, unit = f"{whole // 60}:{whole % 60:02d}", _("minutes")
    else:
        time, unit = f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}", _("hours")
    place = _("Choose a place") if timer.site is None else site_or_unknown(timer.site).name
    return TimerPage(
        site=timer.site or "",
        place=place,
        started=_("Started {time}").format(time=started),
        time=time,
        unit=unit,
        minute=seconds % 60 / 60,
        strength=timer.strength,
        safe=_(
            "The start is saved. If the program closes or the computer stops, the timer goes on "
            "from {time}."
        ).format(time=started),
        bar=words.joined((_("Timing"), place if timer.site else "", time)),
    )
