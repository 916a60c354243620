"""`checkin`: what a day was like."""

from __future__ import annotations

from datetime import time
from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog.commands.answers import built_in, read_answer, read_setting
from twitchlog.commands.arguments import AsJson, Day, DiaryPath
from twitchlog.commands.options import read_day, without_oclock
from twitchlog.commands.output import say, say_json
from twitchlog.commands.plain import checkin_data, say_amounts
from twitchlog.commands.session import Session
from twitchlog.domain.checkin import Begun, Detail
from twitchlog.domain.daily import hours_slept, minutes_of
from twitchlog.domain.dose import EXERCISES, Effort
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.wording import named
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.clock import Clock
    from twitchlog.diary import Diary

Value = str | None
_LEVEL = "0-3"


def checkin(
    context: typer.Context,
    *,
    sleep: Annotated[
        Value, typer.Option(metavar="HOURS", help=_("Hours slept the night before."))
    ] = None,
    bed: Annotated[
        Value, typer.Option(metavar="TIME", help=_("When you went to bed: 23:10; with --wake."))
    ] = None,
    wake: Annotated[Value, typer.Option(metavar="TIME", help=_("When you woke up: 6:40."))] = None,
    quality: Annotated[
        Value,
        typer.Option(metavar="0-10", help=_("How you slept: very bad … very good; or 0-10.")),
    ] = None,
    stress: Annotated[
        Value, typer.Option(metavar=_LEVEL, help=_("none, little, some or lot; or 0 to 3."))
    ] = None,
    anxiety: Annotated[Value, typer.Option(metavar=_LEVEL, help=_("As stress."))] = None,
    caffeine: Annotated[Value, typer.Option(metavar="MG", help=_("Milligrams."))] = None,
    alcohol: Annotated[Value, typer.Option(metavar="G", help=_("Grams of alcohol."))] = None,
    nicotine: Annotated[Value, typer.Option(metavar="N", help=_("Cigarettes."))] = None,
    water: Annotated[Value, typer.Option(metavar="LITRES", help=_("Litres."))] = None,
    meals_skipped: Annotated[Value, typer.Option(metavar="N", help=_("Meals left out."))] = None,
    exercise: Annotated[Value, typer.Option(metavar="MINUTES", help=_("Minutes."))] = None,
    kind: Annotated[
        Value, typer.Option(metavar="WORD", help=_("Which exercise: walking, running, yoga …"))
    ] = None,
    effort: Annotated[
        Value, typer.Option(metavar="WORD", help=_("light, moderate or hard."))
    ] = None,
    screen_time: Annotated[Value, typer.Option(metavar="HOURS", help=_("Hours."))] = None,
    medicine: Annotated[
        Value, typer.Option(metavar="yes|no", help=_("Medicine taken as usual."))
    ] = None,
    illness: Annotated[Value, typer.Option(metavar=_LEVEL, help=_("Illness or fever."))] = None,
    cold: Annotated[Value, typer.Option(metavar=_LEVEL, help=_("Being cold."))] = None,
    period: Annotated[Value, typer.Option(metavar="yes|no", help=_("Menstruation."))] = None,
    settings: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="NAME=VALUE", help=_("Anything you record, also your own; repeat it.")
        ),
    ] = None,
    ate: Annotated[Value, typer.Option(metavar="TEXT", help=_("What you ate, in words."))] = None,
    note: Annotated[Value, typer.Option(metavar="TEXT", help=_("A note on the day."))] = None,
    day: Day = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Record what the day was like.

    What is not named stays as it was. See what can be named with: twitchlog factor list
    """
    session: Session = context.obj
    read_day(day, session.clock)  # a wrong one begins no diary
    typed = {
        "sleep": sleep, "sleep-quality": quality, "stress": stress, "anxiety": anxiety,
        "caffeine": caffeine, "alcohol": alcohol, "nicotine": nicotine, "water": water,
        "meals-skipped": meals_skipped, "exercise": exercise, "screen-time": screen_time,
        "medicine": medicine, "illness": illness, "cold": cold, "period": period,
    }  # fmt: skip
    amounts = {
        name: read_answer(FACTORS[name], text) for name, text in typed.items() if text is not None
    }
    set_ = [(text, *read_setting(text, built_in())) for text in settings or ()]
    amounts |= {factor.id: read_answer(factor, value) for _text, factor, value in set_ if factor}
    own = [text for text, factor, _value in set_ if factor is None]
    night = _read_night(bed, wake, sleep=sleep)
    moved = _read_exercise(kind, effort)
    if not (amounts or own or night or moved or ate is not None or note is not None):
        raise BadInput(_("Name at least one thing, such as --sleep 7; see --help."))
    with session.diary(diary, begin=not own) as opened:
        chosen = read_day(day, opened.clock)
        for text in own:
            amounts |= _own(opened, text)
        before = opened.checkins.get(chosen)
        details = {
            name: each
            for name, each in (before.details if before else {}).items()
            if name not in amounts
        }
        if night is not None:
            amounts["sleep"], details["sleep"] = _slept(chosen, *night, clock=opened.clock)
        if moved is not None:
            if "exercise" not in {*amounts, *(before.amounts if before else ())}:
                raise BadInput(_("Say with --exercise how many minutes it was."))
            details["exercise"] = moved
        written = opened.checkins.save(
            chosen,
            {**(before.amounts if before else {}), **amounts},
            note=_kept(note, before.note if before else ""),
            diet=_kept(ate, before.diet if before else ""),
            details=details,
            begun=Begun(before, before.amounts if before else {}),
        )
    if as_json:
        say_json(checkin_data(written.value))
    else:
        said = say_amounts(written.value) or _("in words")
        say(_("Check-in of {day} saved: {said}.").format(day=chosen, said=said))


def _kept(given: str | None, before: str) -> str:
    return before if given is None else given


def _own(diary: Diary, text: str) -> dict[str, float]:
    factor, value = read_setting(text, diary.factors.all())
    if factor is None:
        name = text.partition("=")[0]
        factor = diary.factors.find(name)  # refuses it, with what is known
    return {factor.id: read_answer(factor, value)}


def _read_night(
    bed: str | None, wake: str | None, *, sleep: str | None
) -> tuple[time, time] | None:
    if bed is None and wake is None:
        return None
    if bed is None or wake is None:
        raise BadInput(_("Give --bed and --wake together."))
    if sleep is not None:
        raise BadInput(_("Give --sleep, or --bed and --wake, not both."))
    return _read_time(bed), _read_time(wake)


def _read_time(text: str) -> time:
    asked = without_oclock(text)
    try:
        return time.fromisoformat(f"{asked:0>5}")
    except ValueError:
        raise BadInput(_("“{text}” is not a time. Write 23:10.").format(text=asked[:40])) from None


def _slept(day: date, bed: time, wake: time, *, clock: Clock) -> tuple[float, Detail]:
    hours = hours_slept(day, bed, wake, at=clock.at)
    return hours, Detail(minutes_of(bed), minutes_of(wake))


def _read_exercise(kind: str | None, effort: str | None) -> Detail | None:
    if kind is None and effort is None:
        return None
    return Detail(preset=_read_kind(kind) if kind else "", effort=read_effort(effort))


def _read_kind(text: str) -> str:
    found = named(text, EXERCISES, lambda each: (each.id, each.label))
    if found is not None:
        return found.id
    known = ", ".join(each.id for each in EXERCISES)
    raise BadInput(
        _("“{text}” is not known. Choose one of: {known}.").format(text=text[:40], known=known)
    )


def read_effort(text: str | None) -> Effort | None:
    """Return an effort by its word or number; raise BadInput."""
    if text is None:
        return None
    found = named(text, Effort, lambda effort: (effort.name, effort.word, str(int(effort))))
    if found is not None:
        return found
    raise BadInput(_("Give the effort as light, moderate or hard."))
