"""`dose`: a drink, a cigarette, a walk, with its time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Final

import typer

from twitchlog.commands.answers import read_number
from twitchlog.commands.arguments import Ago, AsJson, At, DiaryPath
from twitchlog.commands.checkin import read_effort
from twitchlog.commands.options import read_moment
from twitchlog.commands.output import say, say_json
from twitchlog.commands.plain import dose_data
from twitchlog.commands.session import Session
from twitchlog.domain.dose import PRESETS, Preset
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.wording import named
from twitchlog.translation import _, other_languages, speaking

if TYPE_CHECKING:
    from twitchlog.diary import Diary

_ALSO: Final = {"filter-coffee": ("kaffee",)}
"""What Germans say for a preset besides."""


def dose(
    context: typer.Context,
    what: Annotated[
        list[str],
        typer.Argument(
            metavar="WHAT", help=_("coffee, espresso, “small beer”, caffeine 80, walking 30 …")
        ),
    ],
    *,
    ago: Ago = None,
    at: At = None,
    effort: Annotated[
        str | None, typer.Option(metavar="WORD", help=_("light, moderate or hard."))
    ] = None,
    called: Annotated[
        str, typer.Option("--called", metavar="TEXT", help=_("What it was, in your words."))
    ] = "",
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Log a drink or dose, now unless --ago or --at says when."""
    session: Session = context.obj
    hard = read_effort(effort)
    read_moment(session.clock, ago=ago, at=at)  # a wrong one begins no diary
    asked = " ".join(" ".join(what).split())
    name, amount_text = _split(asked)
    preset = find_preset(name)
    built_in = _built_in(name)
    begin = preset is not None or built_in is not None
    with session.diary(diary, begin=begin) as opened:
        factor = preset.factor if preset else built_in or _own(opened, name)
        unit = opened.factors.get(factor).unit_label
        amount = read_number(amount_text, unit=unit) if amount_text else None
        written = opened.doses.log(
            factor,
            amount,
            preset=preset.id if preset else "",
            moment=read_moment(opened.clock, ago=ago, at=at),
            effort=hard,
            words=called,
        )
    if as_json:
        say_json(dose_data(written.value))
    else:
        when = f"{written.value.moment.local:%Y-%m-%d %H:%M}"
        say(f"{written.changes.name}: {when}.")


def find_preset(name: str) -> Preset | None:
    """Return the preset of that id or name, else the first whose name has all those words."""
    found = named(
        name,
        PRESETS.values(),
        lambda each: (each.id, each.label, _(each.short), *_ALSO.get(each.id, ())),
    )
    if found is not None or _built_in(name) is not None:
        return found
    words = set(name.casefold().split())
    for code in ("", *other_languages()):
        with speaking(code):
            for each in PRESETS.values():
                if words and words <= set(f"{_(each.short)} {_(each.many)}".casefold().split()):
                    return each
    return None


def _split(asked: str) -> tuple[str, str]:
    """Part *caffeine 80 mg* into name and amount; the amount is empty where there is none."""
    words = asked.split(" ")
    for place, word in enumerate(words):
        if place and word[:1].isdigit():
            return " ".join(words[:place]), " ".join(words[place:])
    return asked, ""


def _built_in(name: str) -> str | None:
    found = named(name, FACTORS.values(), lambda each: (each.id, each.label))
    return found.id if found is not None else None


def _own(diary: Diary, name: str) -> str:
    try:
        return diary.factors.find(name).id
    except BadInput:
        raise BadInput(
            _("“{name}” is not known. Name a drink, such as espresso, or an amount: caffeine 80.")
            .format(name=name[:40])
        ) from None  # fmt: skip
