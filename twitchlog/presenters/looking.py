"""What a person looks at in Patterns: which days, and what each chart is made of."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.domain.arrangement import Arrangement
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period, Span
from twitchlog.presenters.charts import Charts, Want
from twitchlog.reports.charts import words
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.chart import Ask
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.presenters.services import Services
    from twitchlog.reports.charts.spec import Choices

_BETWEEN: Final = "/"


class Looking:
    """The days and the choices that the Patterns screen and the page of a chart share.

    `arrangement` says which charts stand first and which are hidden, and `seen` which one the page
    of a chart showed last. `starts` is the first logged day of the diary, once it is known, and
    `until` the last that counts: a day that has only begun is not missed. The days are kept in the
    settings, the arrangement in the diary.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self.charts = Charts(services)
        self.starts: date | None = None
        self.until: date | None = None
        self.arrangement = Arrangement()
        self.seen = ""
        self._options: dict[str, dict[str, str]] = {}
        self.span, self._own = _kept(services.settings.values.span)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    @property
    def period(self) -> Period:
        """The days that are looked at, never reaching back before the diary starts."""
        if self._own is not None:
            return self._own.since(self.starts)
        last = min(self.until or self.today, self.today)
        return (self.span or Span.MONTH).period(today=last, diary_starts=self.starts)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The charts that are shown, in the person's order."""
        return self.arrangement.shown(BY_KIND)

    @property
    def cut(self) -> bool:
        """Whether the dates that were chosen reach back before the diary starts."""
        return self._own is not None and self._own != self.period

    @property
    def label(self) -> str:
        """What the chip of the days says."""
        if self._own is None:
            return (self.span or Span.MONTH).label
        return _("Own dates")

    def choose_span(self, span: Span) -> bool:
        """Look at a usual period; return whether that is another one."""
        return self._choose(span, None)

    def choose_days(self, first: date, last: date) -> bool:
        """Look at the days from `first` to `last`; raise BadInput where they make no sense."""
        if last < first:
            raise BadInput(_("The first day comes before the last one."))
        if last > self.today:
            raise BadInput(_("The last day is still to come."))
        return self._choose(None, Period(first, last))

    def pick(self, kind: str, chosen: Mapping[str, str]) -> None:
        """Make a chart of something else that its choices offer: ids by their option."""
        self._options[kind] = {**self._options.get(kind, {}), **chosen}

    def picked(self, kind: str) -> bool:
        """Tell whether the person chose what a chart is made of."""
        return kind in self._options

    def day_of(self, kind: str, choices: Choices) -> str:
        """Return the day that was chosen for one of the choices of a chart, else nothing."""
        options = self._options.get(kind, {})
        return next(
            (options[each.day_option] for each in choices.offered if each.day_option in options), ""
        )

    def want(self, kind: str, closer: Period | None = None) -> Want:
        """Return what a chart is asked for now, or for the days one has zoomed in on."""
        return Want(
            kind,
            Ask(
                period=closer or self.period,
                today=self.today,
                diary_starts=self.starts,
                options=MappingProxyType(self._options.get(kind, {})),
            ),
        )

    def _choose(self, span: Span | None, own: Period | None) -> bool:
        if (span, own) == (self.span, self._own):
            return False
        self.span, self._own = span, own
        kept = str(span) if own is None else f"{own.first}{_BETWEEN}{own.last}"
        self._services.settings.change(span=kept)
        return True


def say_days(period: Period, *, today: date) -> str:
    """Say from when to when: *22 May – 18 Jun*, with the years where one is not this one."""
    this_year = period.first.year == period.last.year == today.year
    say = words.short_date if this_year else words.full_date
    if period.days == 1:
        return say(period.first)
    return _("{first} – {last}").format(first=say(period.first), last=say(period.last))


def say_logged(period: Period, logged: int, *, today: date, cut: bool = False) -> str:
    """Say which days, and on how many of them anything was logged.

    `cut` is whether they begin with the diary, later than they were asked for.
    """
    sentence = ngettext(
        "{days}: logged on {logged} of {n} day",
        "{days}: logged on {logged} of {n} days",
        period.days,
    )
    said = sentence.format(
        days=say_days(period, today=today), logged=numeral(logged), n=numeral(period.days)
    )
    return _("{said}. Your diary begins then.").format(said=said) if cut else said


def _kept(value: str) -> tuple[Span | None, Period | None]:
    """Return the days that the settings keep; four weeks where they make no sense."""
    if value in set(Span):
        return Span(value), None
    first, _between, last = value.partition(_BETWEEN)
    with suppress(ValueError):
        return None, Period(date.fromisoformat(first), date.fromisoformat(last))
    return Span.MONTH, None
