"""When an entry was: what is typed or tapped becomes a moment, and the moment becomes words."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.clock import on_day as moment_on
from twitchlog.domain.errors import BadInput
from twitchlog.domain.moment import LATEST_DAY_END, in_zone
from twitchlog.presenters import words
from twitchlog.presenters.log_choices import Choice
from twitchlog.presenters.typed import read_day, read_time, refuse_to_come
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.clock import Clock
    from twitchlog.domain.moment import Moment

FIRST, SECOND = "first", "second"
_HOUR: Final = 60


def read_again(day: str, at: str, *, held: Moment | None, clock: Clock) -> Moment:
    """Return the moment of a typed day and time, for an entry that stands at `held`.

    What is not changed does not move, to the second. What is changed stays on the clock the entry
    was made by, and on its day's side of midnight. Raises BadInput for a time still to come.
    """
    wanted, hour = read_day(day, today=clock.now().day), read_time(at)
    if held is not None and (wanted, _minute(hour)) == (held.day, held.minute):
        return held
    moment = _placed(wanted, hour, held=held, clock=clock)
    refuse_to_come(moment, clock=clock)
    return moment


def on_day(moment: Moment, day: date, clock: Clock) -> Moment:
    """Return the same time of `day`, or now where that is still to come."""
    if day == moment.day:
        return moment
    local = moment.local
    there = _placed(day, time(local.hour, local.minute), held=moment, clock=clock)
    return min(there, clock.now(), key=lambda each: each.utc_ms)


def at_hour(moment: Moment, hour: int, clock: Clock) -> Moment:
    """Return the moment at the full `hour` of the same day."""
    return _placed(moment.day, time(hour), held=moment, clock=clock)


def say_typed(day: str, at: str, *, held: Moment | None, clock: Clock) -> str:
    """Say what is not plain about a typed day and time; empty where it is, or cannot be read."""
    try:
        moment = read_again(day, at, held=held, clock=clock)
        asked = read_time(at)
    except BadInput:
        return ""
    if moment.minute != _minute(asked):
        return _("The clock skipped {time} that day; {then} is taken instead.").format(
            time=f"{asked:%H:%M}", then=words.clock_time(moment)
        )
    return say(moment, now=clock.now())


def say(moment: Moment, *, now: Moment) -> str:
    """Say what is not plain about a moment: a night, an hour that came twice, another zone."""
    at = words.clock_time(moment)
    said = []
    if moment.back:
        day = words.heading_day(moment.day, today=now.day)
        said.append(_("{time} counts as the night of {day}.").format(time=at, day=day))
    if moment.twins() is not None:
        said.append(_("The clocks went back and showed {time} twice.").format(time=at))
    if _elsewhere(moment, now):
        said.append(_("{time} is the time of {place}.").format(time=at, place=_place(moment)))
    return " ".join(said)


def which_choices(moment: Moment) -> tuple[Choice, ...]:
    """Return the choice between an hour's first and second time, where it came twice."""
    twins = moment.twins()
    if twins is None:
        return ()
    at, second = words.clock_time(moment), _is_second(moment)
    return (
        Choice(FIRST, _("The first {time}").format(time=at), chosen=not second),
        Choice(SECOND, _("The second {time}").format(time=at), chosen=second),
    )


def which(moment: Moment, value: str) -> Moment:
    """Return the same time, as the clock showed it first or second."""
    first, second = moment.twins() or (moment, moment)
    return second if value == SECOND else first


def _placed(day: date, at: time, *, held: Moment | None, clock: Clock) -> Moment:
    own = held is not None and held.zone != clock.now().zone
    read = held.on_clock if held is not None and own else clock.at
    moment = moment_on(day, at, day_ends=_day_ends(held, day, clock.day_ends), read=read)
    twins = moment.twins()
    return twins[1] if twins and held is not None and _is_second(held) else moment


def _day_ends(held: Moment | None, day: date, day_ends: int) -> int:
    """Return where the day ended when the entry was written, as far as that can be told by it.

    Else the time of a night would move by a day when it is corrected after the setting changed.
    """
    if held is None or held.day != day or held.minute >= LATEST_DAY_END:
        return day_ends
    if held.back:
        return max(day_ends, (held.minute // _HOUR + 1) * _HOUR)
    return 0 if held.minute < day_ends else day_ends


def _is_second(moment: Moment) -> bool:
    twins = moment.twins()
    return twins is not None and twins[1].offset_min == moment.offset_min


def _minute(at: time) -> int:
    return at.hour * 60 + at.minute


def _elsewhere(moment: Moment, now: Moment) -> bool:
    """Tell whether the clocks here showed another time; not said where the zone here is unknown."""
    here = in_zone(moment.utc, zone=now.zone, offset_min=now.offset_min).utcoffset()
    return bool(now.zone) and here != timedelta(minutes=moment.offset_min)


def _place(moment: Moment) -> str:
    """Return the city that a zone is named for, or its distance from UTC."""
    if moment.zone:
        return moment.zone.rpartition("/")[2].replace("_", " ")
    hours, minutes = divmod(abs(moment.offset_min), _HOUR)
    sign = "−" if moment.offset_min < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{minutes:02d}" if minutes else "")
