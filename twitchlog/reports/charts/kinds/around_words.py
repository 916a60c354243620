"""What is said of the days before and after a change: levels, what is missing, and no verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.counts.switches import Turn
from twitchlog.reports.charts import words
from twitchlog.reports.charts.kinds.around import AROUND, DATE
from twitchlog.reports.charts.spec import Choice, Choices, NoPicture, no_picture
from twitchlog.reports.patterns.level import FEWEST_LOGGED
from twitchlog.translation import _, ngettext, numeral, said

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.checkin import DayCount
    from twitchlog.reports.charts.kinds.around import Around
    from twitchlog.reports.patterns.level import Level, Side
    from twitchlog.reports.patterns.smooth import Point

_MOST: Final = 9_999
_WIDEST: Final = 10
"""A range whose upper end is over so many times the lower is not written."""
MANY_SWITCHES: Final = 4
"""From so many starts and stops on, a thing can be treated as a factor like any other."""


def choices(around: Around) -> tuple[Choices, ...]:
    """Return what can be looked at: every change, the newest first, and any other day."""
    offered = [
        Choice(
            each.id,
            _("{date}: {event}").format(date=words.full_date(each.day), event=each.label),
        )
        for each in around.offered
    ]
    other = _("Another day")
    if around.own and around.at is not None:
        other = _("Another day: {date}").format(date=words.full_date(around.at))
    offered.append(Choice(DATE, other, day_option=DATE))
    chosen = around.chosen.id if around.chosen else ""
    chosen = DATE if around.own else chosen
    return (Choices(AROUND, _("Before and after what"), tuple(offered), chosen),)


def nothing_chosen(around: Around, offered: tuple[Choices, ...]) -> NoPicture:
    """Say what can be chosen, or what to record so that something can."""
    headline = _("Choose a day to look at")
    if around.offered:
        note = _("The days before it and the days since are then shown side by side.")
    else:
        note = _(
            "Under Tests and more you can record when a medicine or a treatment was started, "
            "changed or stopped. Any other day can be chosen too."
        )
    return no_picture(headline, note, choices=offered,
        wants_entries=False)  # fmt: skip


def nothing_logged(around: Around, offered: tuple[Choices, ...]) -> NoPicture:
    """Say that no day around the change is logged."""
    headline = _("{event}: no day around it is logged").format(event=at_the_line(around))
    note = ngettext(
        "At least {n} logged day before and {n} since are needed.",
        "At least {n} logged days before and {n} since are needed.",
        FEWEST_LOGGED,
    ).format(n=FEWEST_LOGGED)
    return no_picture(headline, note, choices=offered)


def at_the_line(around: Around) -> str:
    """Name the change and its day: *Magnesium started, 4 May*."""
    if around.chosen is None:
        return when(around)
    return _("{event}, {date}").format(event=around.chosen.label, date=when(around))


def when(around: Around) -> str:
    """Write the day of the change, with its year where it is another, or where it stands alone."""
    assert around.at is not None
    if around.chosen is None:
        return words.full_date(around.at)
    return _day(around.at, around.today)


def headline(around: Around, before: Side, since: Side) -> str:
    """Say the likely level on either side, or that there are too few days.

    The ranges stand here rather than what lies in their middle: two numbers side by side are read
    as a change, also where the ranges overlap.
    """
    event = at_the_line(around)
    if before.level is None or since.level is None:
        return _("{event}: too few logged days to compare").format(event=event)
    later = _likely(since.level)
    if before.level.entries and since.level.low is not None and since.level.high is not None:
        later = _("{low} to {high}").format(
            low=number(since.level.low), high=number(since.level.high)
        )
    return _("{event}: {before} before, {since} since").format(
        event=event, before=_likely(before.level), since=later
    )


def note(around: Around, before: Side, since: Side) -> str:
    """Say each side with its interval and days, and that the change proves nothing."""
    earlier = later = ""
    if before.days:
        earlier = _("Before, from {date}").format(date=_day(before.days[0].day, around.today))
    if since.days:
        later = _("Since, up to {date}").format(date=_day(since.days[-1].day, around.today))
    names = sides()
    named = ((earlier or names[0], before), (later or names[1], since))
    if before.level is None or since.level is None:
        parts = [_missing(side, name) for name, side in named]
    else:
        parts = [
            _("{side}: {level}.").format(side=name, level=_whole(side)) for name, side in named
        ]
        parts.append(_("A change like this also happens without treatment."))
    parts += _cut(around)
    if around.on_and_off >= MANY_SWITCHES:
        parts.append(
            _(
                "{name} was started or stopped {n} times: often enough to be treated as a factor "
                "like any other."
            ).format(name=around.chosen.name if around.chosen else "", n=around.on_and_off)
        )
    return " ".join(part for part in parts if part)


def sides() -> tuple[str, str]:
    """Name the days before the change, and those since."""
    return _("Before"), said("after the change", "Since")


def alt(headline: str, note: str, first: date, last: date) -> str:
    """Say the whole chart in words."""
    days = _("Bar chart of twitches a day, {days}.").format(days=words.whole_span(first, last))
    return f"{headline}. {note} {days}"


def below(side: Side, *, compared: bool) -> str:
    """Say a side in a few words, for under the axis; only its days where nothing is compared."""
    if side.level is None or not compared:
        return ngettext("{n} logged day", "{n} logged days", side.logged).format(n=side.logged)
    return _("{level} a day").format(level=_about(side.level)) if side.level.entries else _("none")


def level(level: Level) -> str:
    """Say a level with its interval: *about 3.1 a logged day (likely 2.4 to 4.0)*."""
    if level.low is None or level.high is None:
        return _("no twitches")
    return _("{level} a logged day (likely {low} to {high})").format(
        level=_about(level), low=number(level.low), high=number(level.high)
    )


def level_cells(level: Level) -> tuple[str, str]:
    """Return a level and its interval as two cells of a table."""
    if level.low is None or level.high is None:
        return _("no twitches"), ""
    return (
        _("{level} a logged day").format(level=_about(level)),
        _("likely {low} to {high}").format(low=number(level.low), high=number(level.high)),
    )


def curve_point(point: Point) -> str:
    """Say a point of the curve with its interval: *3.1 (2.4 to 4.0)*; nothing of one too wide."""
    if _too_wide(point):
        return _("too wide to tell")
    return _("{value} ({low} to {high})").format(
        value=number(point.value), low=number(point.low), high=number(point.high)
    )


def day(day: DayCount, point: Point | None) -> str:
    """Say a day, and where the curve is: *4 May 2026: 3 twitches, smoothed 3.1 (2.4 to 4.0)*."""
    if day.state is DayState.NOT_LOGGED:
        value = _("not logged")
    elif day.state is DayState.NONE:
        value = _("no twitches")
    else:
        value = ngettext("{n} twitch", "{n} twitches", day.count).format(n=numeral(day.count))
    said = _("{day}: {value}").format(day=words.full_date(day.day), value=value)
    if point is None or _too_wide(point):
        return said
    return _("{said}, smoothed {point}").format(said=said, point=curve_point(point))


def _too_wide(point: Point) -> bool:
    """Tell whether the interval says no more than that it twitches: from rarely to very often."""
    return point.high > max(1.0, _WIDEST * point.low)


def number(value: float) -> str:
    """Write a level as exactly as it means anything: *12*, *3.1*, *0.4*, *under 0.1*."""
    if value > _MOST:
        return _("over {n}").format(n=numeral(_MOST))
    if value >= 9.95:
        return numeral(value, ",.0f")
    return numeral(value, ".1f") if value >= 0.095 else _("under 0.1")


def _about(level: Level) -> str:
    if not level.entries:
        return said("how many twitches", "no")
    written = number(level.mean)
    return _("about {number}").format(number=written) if written[0].isdigit() else written


def _twitches(level: Level) -> str:
    if not level.entries:
        return _("no twitches")
    return _("{level} twitches a logged day").format(level=_about(level))


def _likely(level: Level) -> str:
    if level.low is None or level.high is None:
        return _("no twitches")
    return _("likely {low} to {high} twitches a logged day").format(
        low=number(level.low), high=number(level.high)
    )


def _whole(side: Side) -> str:
    assert side.level is not None
    logged = _("logged on {days}").format(days=words.of_days(side.logged, len(side.days)))
    found = side.level
    if found.low is None or found.high is None:
        return _("no twitches, {logged}").format(logged=logged)
    return _("{twitches} (likely {low} to {high}), {logged}").format(
        twitches=_twitches(found), low=number(found.low), high=number(found.high), logged=logged
    )


def _missing(side: Side, name: str) -> str:
    if not side.missing:
        return _("{side}: {n} logged days, enough.").format(side=name, n=side.logged)
    days = ngettext("{n} logged day", "{n} logged days", side.logged).format(n=side.logged)
    return ngettext(
        "{side}: {days}, {missing} more is needed.",
        "{side}: {days}, {missing} more are needed.",
        side.missing,
    ).format(side=name, days=days, missing=side.missing)


def _cut(around: Around) -> list[str]:
    """Say where the days end early because something else happened to the same thing."""
    said = []
    if around.earlier is not None:
        said.append(
            _("The days begin with an earlier change: {event}, {date}.").format(
                event=around.earlier.label, date=_day(around.earlier.day, around.today)
            )
        )
    if around.later is not None:
        sentence = (
            _("The days end where it was stopped, {date}.")
            if around.later.turn is Turn.STOPPED
            else _("The days end with the next change: {event}, {date}.")
        )
        said.append(
            sentence.format(event=around.later.label, date=_day(around.later.day, around.today))
        )
    return said


def _day(day: date, today: date) -> str:
    return words.short_date(day) if day.year == today.year else words.full_date(day)
