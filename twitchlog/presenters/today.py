"""Today: one-tap tiles, the timer, *none today*, the evening check-in and what was logged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from twitchlog.domain.checkin import Begun
from twitchlog.presenters import today_page, today_visit, words
from twitchlog.presenters.services import Complains
from twitchlog.presenters.steps import Steps
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.domain.checkin import Checkin
    from twitchlog.domain.experiment import Kept
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.today_page import Snapshot, TodayPage


class TodayView(Complains, Protocol):
    """What the presenter asks of the screen."""

    def show(self, page: TodayPage) -> None:
        """Show the day."""
        ...

    def tell(
        self, sentence: str, *, undo: bool = True, redo: bool = False, entry: str = ""
    ) -> None:
        """Name what changed and offer to undo (or redo) it; `entry`: and to add its details."""
        ...

    def timer_started(self) -> None:
        """Open the timer."""
        ...


class TodayPresenter:
    """Reads the day, and does what is tapped on it."""

    def __init__(self, services: Services, view: TodayView) -> None:
        self._services = services
        self._view = view
        self.steps = Steps(services, view)
        self._known: Snapshot | None = None
        self._order: tuple[str, ...] = ()
        self._unfolded: set[str] = set()
        self._first_start = False
        self._asked = 0
        self._shown_minute = -1

    def enter(self) -> None:
        """Read the day anew; the tiles may take a new order now, as nobody aims at one yet."""
        self._order = ()
        self._known = None
        self._unfolded.clear()
        self.refresh()

    def unfold(self, row: str) -> None:
        """Show the like twitches of one line one by one, until the screen is left."""
        self._unfolded.add(row)
        if self._known is not None:
            self._show()

    def refresh(self) -> None:
        """Read the day anew; of several answers only the newest is shown."""
        self._asked += 1
        asked, day = self._asked, self._services.clock.now().day

        def then(known: Snapshot) -> None:
            if asked == self._asked:
                self._take(known)

        self._services.read(lambda diary: today_page.read(diary, day), then, self._view)

    def tick(self) -> None:
        """Turn to the new day when the clock does, and keep *15 minutes ago* true."""
        now = self._services.clock.now()
        if self._known is None:
            return
        if now.day != self._known.day:
            self.refresh()
        elif now.utc_ms // 60_000 != self._shown_minute:
            self._show()

    def log(self, site: str) -> None:
        """Log a twitch at `site` now; how long and how strong it was, nobody has said yet."""
        count = 0

        def write(diary: Diary) -> Written[Twitch]:
            nonlocal count
            written = diary.twitches.log((site,))
            day = written.value.moment.day if written.value else self._day
            count = sum(site in each.sites for each in diary.twitches.on_day(day))
            return written

        def said(twitch: Twitch | None, changes: Changes) -> None:
            assert twitch is not None
            pattern = _("{step}, {time}") if count == 1 else _("{step}, {time}, {n} today")
            name = pattern.format(
                step=changes.name, time=words.clock_time(twitch.moment), n=numeral(count)
            )
            self._view.tell(name, entry=twitch.id)

        self._services.write(write, said, self._view)

    def none_today(self) -> None:
        """Record that there was no twitch on the day that is shown."""
        day = self._day
        self._services.write(
            lambda diary: diary.checkins.none_today(day), self.steps.said, self._view
        )

    def take_back_none(self) -> None:
        """Take back that there was no twitch on the day that is shown."""
        day = self._day
        self._services.write(
            lambda diary: diary.checkins.take_back_none(day), self.steps.said, self._view
        )

    def save_checkin(self, answers: Mapping[str, float]) -> None:
        """Save today's check-in: the habits as yesterday, and `answers` to what is asked afresh.

        What was logged today with its time stands in it as a sum.
        """
        if self._known is None:
            return
        day, carried = self._known.day, self._known.start.carried

        def work(diary: Diary) -> Written[Checkin]:
            logged = diary.checkins.start(day).logged
            sums = {name: each.amount for name, each in logged.items()}
            stood = {**carried, **sums}
            return diary.checkins.save(day, {**stood, **answers}, begun=Begun(None, stood))

        self._services.write(work, self.steps.said, self._view)

    def put_away(self, key: str) -> None:
        """Put the line about an appointment, or about a trial that has ended, away for good."""
        today_visit.put_away(self._services.settings, key)
        if self._known is not None:
            self._show()

    def keep_to_trial(self, trial: str, day: date, kept: Kept) -> None:
        """Keep whether a day of a trial went as planned."""
        self._services.write(
            lambda diary: diary.experiments.answer(trial, day, kept), self.steps.said, self._view
        )

    def try_backup(self) -> None:
        """Try again what did not work of the backups, off the UI thread."""
        from twitchlog.presenters.trying import try_again

        self._view.tell(_("Trying again…"), undo=False)
        try_again(self._services, self._view)

    def put_off_weekly(self) -> None:
        """Offer the weekly check no more for a week."""
        self._services.write(lambda diary: diary.weekly.put_off(), self.steps.said, self._view)

    def start_timer(self) -> None:
        """Start the timer, or open the one that is running."""
        if self._known is not None and self._known.timer is not None:
            self._view.timer_started()
            return
        self._services.write(
            lambda diary: diary.timer.start(),
            lambda _timer, _changes: self._view.timer_started(),
            self._view,
        )

    @property
    def _day(self) -> date:
        """The day that is shown; at midnight the tap may be quicker than the turn of the page."""
        return self._known.day if self._known is not None else self._services.clock.now().day

    def _take(self, known: Snapshot) -> None:
        if self._known is None:
            # Until the screen is left: else a second tap would hit what the first one moved there.
            self._first_start = known.begun is None
        is_new = known.away is not None and (self._known is None or self._known.away is None)
        self._known = known
        if not self._first_start:
            self._order = today_page.steady([each.site for each in known.recent], self._order)
        self._show()
        if is_new:
            from twitchlog.presenters.trying import look_at_second

            look_at_second(self._services)  # it may be there again by now

    def _show(self) -> None:
        assert self._known is not None
        now = self._services.clock.now()
        self._shown_minute = now.utc_ms // 60_000
        self._view.show(
            today_page.page(
                self._known,
                self._order,
                now=now,
                first_start=self._first_start,
                put_away=self._services.settings.values.put_away,
                unfolded=self._unfolded,
            )
        )
