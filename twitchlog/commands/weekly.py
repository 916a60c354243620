"""`weekly`: the weekly check, nine short questions answered with yes or no."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Final

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath
from twitchlog.commands.options import read_known_date, read_yes_no
from twitchlog.commands.output import say, say_json, say_table
from twitchlog.commands.plain import symptom_data
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput, UnknownSite
from twitchlog.domain.site import find, site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS, WEEKLY, Amount, Said
from twitchlog.domain.symptom_advice import advice
from twitchlog.domain.wording import named
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from twitchlog.clock import Clock
    from twitchlog.diary import Diary
    from twitchlog.domain.symptom import SymptomAnswer

_AMOUNTS: Final = ", ".join(each.name.lower() for each in Amount)
_KINDS: Final = ", ".join(WEEKLY)

Detail = Annotated[
    list[str] | None,
    typer.Option(
        metavar="[WHAT=]TEXT",
        help=mark("Of a yes; with its name in front, such as weakness=…, where several are."),
    ),
]


def weekly(
    context: typer.Context,
    answers: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHAT=yes|no", help=_("{kinds}, or another symptom.").format(kinds=_KINDS)
        ),
    ] = None,
    *,
    no_to_all: Annotated[
        bool, typer.Option("--no-to-all", help=_("Answer no to all that is not named."))
    ] = False,
    where: Detail = None,
    since: Detail = None,
    amount: Detail = None,
    note: Detail = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Answer the weekly check, or see the newest answers; --amount is little, some or lot."""
    session: Session = context.obj
    said = _read(answers or ())
    details = {"where": where, "since": since, "amount": amount, "note": note}
    said = _detailed(said, details, session.clock)
    if no_to_all:
        said = dict.fromkeys(WEEKLY, Said(present=False)) | said
    if not said:
        with session.diary(diary) as opened:
            _show(opened, as_json=as_json)
        return
    with session.diary(diary, begin=True) as opened:
        room = opened.symptoms
        whole = said.keys() >= set(WEEKLY)
        written = room.answer_week(said) if whole else room.answer_some(said)
        new = opened.weekly.to_advise()
        told = advice(opened.symptoms.latest(), new, str)
        if told is not None:
            opened.weekly.advised(new)
    if as_json:
        say_json([symptom_data(each) for each in written.value])
        return
    say(f"{written.changes.name}.")
    if told is not None:
        say("\n".join((told.title, told.recorded, *told.todo, told.footnote)))


def _read(given: Sequence[str]) -> dict[str, Said]:
    found: dict[str, Said] = {}
    for each in given:
        name, _equals, word = each.partition("=")
        kind = _kind(name)
        present = read_yes_no(word)
        if present is None:
            raise BadInput(_("Answer {name} with yes or no: {name}=no.").format(name=kind))
        found[kind] = Said(present=present)
    return found


def _kind(name: str) -> str:
    kind = named(
        name, SYMPTOMS.values(), lambda each: (each.id, each.id.replace("-", " "), each.label)
    )
    if kind is not None:
        return kind.id
    raise BadInput(
        _("“{name}” is none of: {kinds}.").format(name=name[:40], kinds=", ".join(SYMPTOMS))
    )


def _detailed(
    said: dict[str, Said], details: Mapping[str, list[str] | None], clock: Clock
) -> dict[str, Said]:
    """Return the answers with what the options say of each yes; raise BadInput."""
    yes = [kind for kind, each in said.items() if each.present]
    whole = dict(said)
    for option, given in details.items():
        for text in given or ():
            kind, value = _of_which(option, text, yes)
            whole[kind] = _with(whole[kind], option, value, clock)
    return whole


def _of_which(option: str, text: str, yes: Sequence[str]) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if equals and name.strip().casefold() in yes:
        return name.strip().casefold(), value
    if len(yes) == 1:
        return yes[0], text
    if not yes:
        raise BadInput(_("--{option} belongs to an answer of yes.").format(option=option))
    raise BadInput(
        _("Say which one --{option} is about: --{option} “{kind}=…”.").format(
            option=option, kind=yes[0]
        )
    )


def _with(said: Said, option: str, value: str, clock: Clock) -> Said:
    if option == "since":
        return replace(said, since=read_known_date(value, clock))
    if option == "note":
        return replace(said, words=value)
    if option == "where":
        try:
            return replace(said, sites=(*said.sites, find(value).id))
        except UnknownSite:
            return replace(said, where=", ".join(filter(None, (said.where, value))))
    asked = value.strip().casefold().removeprefix("a ")
    amount = named(asked, Amount, lambda each: (each.name, each.word))
    if amount is None:
        raise BadInput(_("Give --amount as one of {known}.").format(known=_AMOUNTS))
    return replace(said, amount=amount)


def _show(opened: Diary, *, as_json: bool) -> None:
    latest = opened.symptoms.latest()
    asked = [latest[kind] for kind in WEEKLY if kind in latest]
    if as_json:
        say_json([symptom_data(each) for each in asked])
        return
    if asked:
        head = (_("What"), _("Answer"), _("When"), _("Where"), _("Since"), _("How much"))
        say_table(head, [_row(each) for each in asked])
    last = opened.weekly.last()
    say(
        _("The last whole weekly check was on {day}.").format(day=last)
        if last
        else _("There is no whole weekly check yet: twitchlog weekly --no-to-all.")
    )


def _row(answer: SymptomAnswer) -> tuple[str, ...]:
    places = [site_or_unknown(each).label_lower for each in answer.sites]
    where = ", ".join(filter(None, (*places, answer.where)))
    return (
        SYMPTOMS[answer.kind].label,
        _("yes") if answer.present else _("no"),
        answer.day.isoformat(),
        where or "–",
        str(answer.since or "–"),
        answer.amount.word.lower() if answer.amount else "–",
    )
