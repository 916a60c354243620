"""When it twitched: a chip, or a day and time that are typed and taken with whatever comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.errors import BadInput
from twitchlog.presenters import entry_time, log_choices
from twitchlog.presenters.log_answers import Answers

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.moment import Moment


class WhenAnswers(Answers):
    """Takes the answers about the time into the draft of a sheet."""

    def choose_when(self, value: str) -> None:
        """Take one of the chips of *When*, instead of what is typed."""
        self._session.typed = None
        self._session.when = value
        if value == log_choices.NOW and not self._draft.sites:
            self._session.wrong.pop("when", None)
            self._session.touched.discard("moment")
            self._show()
        elif value in log_choices.MINUTES_AGO:
            ago = log_choices.MINUTES_AGO[value]
            self._change("when", moment=self._services.clock.ago(minutes=ago))
        else:
            hour, clock = log_choices.HOURS_OF_DAY[value], self._services.clock
            self._change("when", moment=entry_time.at_hour(self._draft.moment, hour, clock))

    def typing_when(self, typed: tuple[str, str] | None) -> None:
        """Hear what day and time are being typed; they are taken with whatever comes next."""
        self._session.typed = typed

    @property
    def is_typing(self) -> bool:
        """Whether a day and a time stand typed that are not taken yet."""
        return self._session.typed is not None

    def type_when(self, day: str, at: str) -> None:
        """Take an exact day and time."""
        self._session.typed = None
        try:
            moment = entry_time.read_again(day, at, held=self._held, clock=self._services.clock)
        except BadInput as problem:
            self._refuse("when", problem)
        else:
            self._session.when = log_choices.EXACT
            self._change("when", moment=moment)

    def say_when(self, day: str, at: str) -> str:
        """Say what is not plain about a day and time while they are being typed."""
        return entry_time.say_typed(day, at, held=self._held, clock=self._services.clock)

    def choose_which(self, value: str) -> None:
        """Take the first or the second time at which the clock showed the hour."""
        self._change("when", moment=entry_time.which(self._draft.moment, value))

    @property
    def days(self) -> tuple[date, date]:
        """The day the entry is of, as it stands, and the day it is."""
        return self._draft.moment.day, self._services.clock.now().day

    def choose_day(self, day: date) -> None:
        """Take another day at the same time of day; today never a time that is still to come."""
        self._session.typed = None
        self._session.when = log_choices.EXACT
        moment = entry_time.on_day(self._draft.moment, day, self._services.clock)
        self._change("when", moment=moment)

    def stays(self) -> bool:
        """Take what is typed; tell whether it is wrong, and an entry is there that it is wrong of.

        It is said once: who then closes the sheet again wants it closed.
        """
        typed = self.is_typing and bool(self._draft.sites)
        self._take_typed()
        return typed and "when" in self._session.wrong

    @property
    def _held(self) -> Moment | None:
        """When the entry is, as the fields show it; None where that still is *now*."""
        known = self._session.shown is not None or "moment" in self._session.touched
        return self._draft.moment if known else None

    def _take_typed(self) -> None:
        if self._session.typed is not None and not self._session.waiting:
            self.type_when(*self._session.typed)

    def _with_typed(self, values: dict[str, object]) -> dict[str, object]:
        """Return `values` with the day and time that stand typed; say what is wrong with those."""
        session, typed = self._session, self._session.typed
        if typed is None:
            return values
        session.typed = None
        try:
            moment = entry_time.read_again(*typed, held=self._held, clock=self._services.clock)
        except BadInput as problem:
            session.wrong["when"] = problem.sentence
            return values
        session.when = log_choices.EXACT
        session.wrong.pop("when", None)
        return {"moment": moment} | values
