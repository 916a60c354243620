"""What the chart over time says of its days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts import words
from twitchlog.reports.charts.kinds import events
from twitchlog.reports.charts.kinds.around_words import number
from twitchlog.reports.charts.kinds.over_time import Label, Step, mean_words
from twitchlog.reports.patterns.comparison import Change
from twitchlog.reports.patterns.series import tally
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.counts.over_time import Event
    from twitchlog.reports.patterns.comparison import Comparison
    from twitchlog.reports.patterns.series import Tally

_TWO_BRACKETS: Final = 14
_NAMED: Final = 12


def headline(days: Sequence[DayCount], compared: Comparison, *, past: bool) -> str:
    """Say on how many logged days there was twitching, and how the halves compare.

    `past` is whether its last logged day is long past: then its later half is not *the last days*.
    """
    whole = tally(days)
    if not whole.logged:
        return _("Nothing is logged in this time")
    if not whole.twitching:
        return ngettext(
            "No twitches on {n} logged day", "No twitches on any of {n} logged days", whole.logged
        ).format(n=numeral(whole.logged))
    if compared.change is Change.TOO_EARLY:
        return ngettext(
            "Twitching on {days} logged day", "Twitching on {days} logged days", whole.logged
        ).format(days=words.of(whole.twitching, whole.logged))
    if past:
        sentence = {
            Change.MORE: _("Twitching more often from {day}: {later} logged days, {earlier}"),
            Change.FEWER: _("Twitching less often from {day}: {later} logged days, {earlier}"),
            Change.SAME: _("Twitching about as often from {day}: {later} logged days, {earlier}"),
            Change.UNCLEAR: _("Twitching from {day} on {later} logged days, {earlier}"),
        }[compared.change]
        later = words.of(compared.later.twitching, compared.later.logged)
    else:
        sentence = {
            Change.MORE: _("Twitching more often: {later} logged days, {earlier}"),
            Change.FEWER: _("Twitching less often: {later} logged days, {earlier}"),
            Change.SAME: _("Twitching about as often: {later} logged days, {earlier}"),
            Change.UNCLEAR: _("Twitching on {later} logged days, {earlier}"),
        }[compared.change]
        later = _("{n} of the last {logged}").format(
            n=numeral(compared.later.twitching), logged=numeral(compared.later.logged)
        )
    return sentence.format(
        day=words.full_date(days[compared.earlier_days].day),
        later=later,
        earlier=_("{count} in {before}").format(
            count=words.of(compared.earlier.twitching, compared.earlier.logged),
            before=words.before(compared.earlier_days),
        ),
    )


def note(days: Sequence[DayCount], compared: Comparison, step: Step, *, past: bool) -> str:
    """Say how many days were logged, of which days where they are past, and what a bar is.

    Where the halves are compared, also how many twitches a logged day has in each.
    """
    logged = tally(days).logged
    if past:
        said = _("{when}: logged on {days}.").format(
            when=words.whole_span(days[0].day, days[-1].day), days=words.of_days(logged, len(days))
        )
    else:
        said = words.logged(logged, len(days))
    parts = [] if step is Step.DAY else [mean_words(step)]
    parts.append(said)
    if compared.change is not Change.TOO_EARLY and tally(days).twitching:
        parts.append(
            _("{later} twitches a logged day, {earlier} before.").format(
                later=_mean(days[compared.earlier_days :]),
                earlier=_mean(days[: compared.earlier_days]),
            )
        )
    return " ".join(parts)


def brackets(days: Sequence[DayCount], compared: Comparison) -> tuple[Label, ...]:
    """Return the tallies under the axis: of both halves, or of a short period as a whole."""
    first, last = days[0].day, days[-1].day
    if not (compared.earlier.logged and compared.later.logged) or len(days) < _TWO_BRACKETS:
        return (Label(first, last, _logged_days(tally(days))),)
    middle = first + timedelta(days=compared.earlier_days)
    return (
        Label(first, middle - timedelta(days=1), _logged_days(compared.earlier)),
        Label(middle, last, _logged_days(compared.later)),
    )


def alt_events(happened: Sequence[Event], notes: int) -> Iterator[str]:
    """Yield the sentences on what happened: the first dozen by name, and how many notes."""
    if happened:
        told = "; ".join(map(events.dated, happened[:_NAMED]))
        more = len(happened) - _NAMED
        if more > 0:
            told = _("{told}; {n} more in the table").format(told=told, n=more)
        yield _("Marked: {told}.").format(told=told)
    if notes:
        yield ngettext("{n} note.", "{n} notes.", notes).format(n=numeral(notes))


def _mean(days: Sequence[DayCount]) -> str:
    """Write the twitches a logged day: *1.7*; *under 0.1* where there are few."""
    return number(sum(day.count for day in days) / tally(days).logged)


def _logged_days(days: Tally) -> str:
    if not days.logged:
        return _("no day logged")
    return ngettext("{days} logged day", "{days} logged days", days.logged).format(
        days=words.of(days.twitching, days.logged)
    )
