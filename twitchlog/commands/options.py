"""How what is typed on the command line is read."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from twitchlog.domain.day_text import Meant, find_day, find_partial, near_day
from twitchlog.domain.duration import parse_span
from twitchlog.domain.errors import BadInput
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period, Span
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.twitch import (
    OWN,
    RELIEF_WORDS,
    TRIGGER_WORDS,
    Activity,
    Pattern,
    Relief,
    Seen,
    Strength,
    Trigger,
)
from twitchlog.domain.wording import named
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from twitchlog.clock import Clock
    from twitchlog.diary import Diary


class HasId(Protocol):
    """Anything the diary keeps under an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


class HasName(HasId, Protocol):
    """Anything the diary keeps under an id that also has a name."""

    @property
    def name(self) -> str:
        """The name."""
        ...


Named = TypeVar("Named", bound=HasId)
Called = TypeVar("Called", bound=HasName)
SHOWN_ID: Final = 8
"""How many letters of an id a list shows; so many are enough to name it."""

_EARLIEST: Final = date(1900, 1, 1)
_OCLOCK: Final = re.compile(r"\s*uhr$", re.IGNORECASE)
_YES_NO: Final = {"yes": True, "y": True, "ja": True, "j": True,
                  "no": False, "n": False, "nein": False}  # fmt: skip


def read_yes_no(text: str) -> bool | None:
    """Return what *yes* or *no* says, in English or German; None for anything else."""
    return _YES_NO.get(text.strip().casefold())


def read_day(text: str | None, clock: Clock, *, meant: Meant = Meant.LAST) -> date:
    """Return the day that `text` names, today for None; raise BadInput.

    Of a day without a year the last one is meant, or as `meant` tells.
    """
    today = clock.now().day
    asked = (text or "").strip().lower()
    near = near_day(asked, today=today) if asked else today
    if near is not None and near <= today:
        return near
    try:
        found = find_day(asked, today=today, meant=meant)
    except ValueError:
        raise BadInput(
            _("“{text}” is not a day. Write 2026-11-20, today or yesterday.").format(
                text=_short(asked)
            )
        ) from None
    if found < _EARLIEST:
        raise BadInput(_("That day is too long ago to be right."))
    return found


def read_known_date(text: str | None, clock: Clock) -> PartialDate | None:
    """Return a date as exactly as it is known: 2026, 2026-06, 2026-06-18, today; raise BadInput."""
    if text is None or not text.strip():
        return None
    try:
        found = find_partial(text, today=clock.now().day)
    except ValueError:
        return PartialDate.parse(text)
    return PartialDate.parse(str(found))


def today_known(clock: Clock) -> PartialDate:
    """Return today as a date that is known exactly."""
    return PartialDate.of(clock.now().day)


def named_or_id(things: Iterable[Called], given: str) -> Called:
    """Return the first of that name, else the one whose name or else whose id begins so.

    Raises BadInput for none or several.
    """
    asked, held = " ".join(given.split()).casefold(), list(things)
    known = [(each.name.casefold(), each) for each in held]
    same = [each for called, each in known if called == asked]
    found = same[:1] or [each for called, each in known if asked and called.startswith(asked)]
    if len(found) > 1:
        raise BadInput(
            _("Several begin with “{text}”: {names}.").format(
                text=_short(given), names=", ".join(each.name for each in found[:5])
            )
        )
    return found[0] if found else chosen(held, given)


def chosen(things: Iterable[Named], given: str) -> Named:
    """Return the one whose id begins with `given`; raise BadInput for none or several."""
    found = [each for each in things if given and each.id.startswith(given.strip().lower())]
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadInput(_("Nothing there has the id “{id}”.").format(id=_short(given)))
    raise BadInput(_("Several have an id that begins with “{id}”.").format(id=_short(given)))


def read_moment(clock: Clock, *, ago: str | None, at: str | None) -> Moment:
    """Return the moment that `--ago` or `--at` says, now without either; raise BadInput."""
    if ago is not None and at is not None:
        raise BadInput(_("Give --ago or --at, not both."))
    if ago is not None:
        if ago.strip().replace(".", "").isdigit():
            raise BadInput(_("Say how long ago with its unit, such as 15m or 2h."))
        try:
            return clock.ago(minutes=parse_span(ago) / 60)
        except OverflowError:
            raise BadInput(_("That day is too long ago to be right.")) from None
    return _read_time(clock, at) if at is not None else clock.now()


def _read_time(clock: Clock, text: str) -> Moment:
    """Read `2026-11-20 21:04`, with or without an offset, or `21:04` today.

    A date written out is that of the calendar; of an hour of the night the last one is meant.
    """
    asked, today = without_oclock(text), clock.now().day.isoformat()
    try:
        if ":" not in asked:
            raise ValueError(asked)
        alone = len(asked) <= len("21:04:30")
        found = datetime.fromisoformat(f"{today} {asked:0>5}" if alone else _dated(asked, clock))
        # A day off either end of the calendar cannot be moved between zones.
        if found.tzinfo is not None:
            return clock.lived(Moment.of(found))
        return _today_at(clock, found.time()) if alone else clock.at(found)
    except (ValueError, OverflowError):
        raise BadInput(
            _("“{text}” is not a time. Write 21:04, or “2026-11-20 21:04”.").format(
                text=_short(text)
            )
        ) from None


def without_oclock(text: str) -> str:
    """Return a time of day without the word that Germans write behind it: *21:04 Uhr*."""
    return _OCLOCK.sub("", text.strip())


def _dated(asked: str, clock: Clock) -> str:
    """Return a day and a time with the day as 2026-11-20, however it was written."""
    day, _space, at = asked.rpartition(" ")
    if not day or day[:4].isdecimal():
        return asked
    return f"{find_day(day, today=clock.now().day)} {at:0>5}"


def _today_at(clock: Clock, at: time) -> Moment:
    """Return the moment of that time today; of the night before, where today's is to come."""
    now = clock.now()
    moment = clock.on(now.day, at)
    to_come = moment.back and moment.utc > now.utc
    return clock.on(now.day - timedelta(days=1), at) if to_come else moment


def read_strength(text: str | None) -> Strength | None:
    """Return the strength by its word or its number, 1 to 4; raise BadInput."""
    if text is None:
        return None
    found = named(text, Strength, lambda each: (each.name, each.word, str(each.value)))
    if found is not None:
        return found
    words = ", ".join(strength.name.lower() for strength in Strength)
    raise BadInput(
        _("“{text}” is not a strength. Choose one of: {words}.").format(
            text=_short(text), words=words
        )
    )


def read_trigger(text: str) -> Trigger:
    """Return the built-in trigger of that name, else one in the user's own words."""
    return Trigger(*_kind_of(text, TRIGGER_WORDS, lambda kind: Trigger(kind).label))


def read_relief(text: str) -> Relief:
    """Return what stopped it by its built-in name, else in the user's own words."""
    return Relief(*_kind_of(text, RELIEF_WORDS, lambda kind: Relief(kind).label))


def _kind_of(text: str, known: Iterable[str], label: Callable[[str], str]) -> tuple[str, str]:
    kind = named(text, known, lambda kind: (kind, kind.replace("-", " "), label(kind)))
    return (OWN, text) if kind is None else (kind, "")


W = TypeVar("W", Pattern, Seen, Activity)


def read_word(text: str | None, words: type[W]) -> W | None:
    """Return the one of `words` that is meant, by its id or its word; raise BadInput."""
    if text is None:
        return None
    found = named(text, words, lambda each: (each.value, each.value.replace("-", " "), each.word))
    if found is not None:
        return found
    raise BadInput(
        _("“{text}” is not one of: {words}.").format(
            text=_short(text), words=", ".join(each.value for each in words)
        )
    )


def read_period(
    diary: Diary,
    *,
    first: str | None,
    last: str | None,
    span: Span | None = None,
    counted: bool = False,
) -> Period:
    """Return the period asked for, three months unless given; raise BadInput.

    `counted`: days are counted in it, so that it ends with today only once today is logged.
    """
    today, starts = diary.clock.now().day, diary.days.first_logged()
    if first is None and last is None:
        chosen = span or Span.THREE_MONTHS
        until = diary.days.counted_to(today) if counted else today
        return chosen.period(today=until, diary_starts=starts)
    if span is not None:
        raise BadInput(_("Give --span, or --from and --to, not both."))
    until = read_day(last, diary.clock)
    since = read_day(first, diary.clock) if first else min(starts or until, until)
    if until > today:
        raise BadInput(_("That day is still to come."))
    if since > until:
        raise BadInput(_("The first day is after the last one."))
    return Period(since, until)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:40]}…"
