"""`treatment`: what you try besides medicines, and what it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath, NameOrId, Note, Since, StoppedOn, Until
from twitchlog.commands.options import SHOWN_ID, named_or_id, read_known_date, today_known
from twitchlog.commands.output import say, say_json, say_list
from twitchlog.commands.plain_care import treatment_data
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput
from twitchlog.domain.treatment import KINDS, OWN, Effect, Treatment
from twitchlog.domain.wording import named
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from twitchlog.diary import Diary

app = typer.Typer(help=mark("Treatments other than medicines."), rich_markup_mode=None)
_KINDS = ", ".join(kind for kind in KINDS if kind != OWN)
_EFFECTS = ", ".join(Effect)


@app.command()
def add(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(metavar="TREATMENT", help=_("{known}, or own words.").format(known=_KINDS)),
    ],
    *,
    since: Since = None,
    until: Until = None,
    effect: Annotated[
        str | None,
        typer.Option(metavar="WORD", help=_("What it changed: {known}.").format(known=_EFFECTS)),
    ] = None,
    note: Note = "",
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Add a treatment."""
    session: Session = context.obj
    kind, words = _kind(name)
    changed = _effect(effect)
    for each in (since, until):
        read_known_date(each, session.clock)  # a wrong one begins no diary
    with session.diary(diary, begin=True) as opened:
        written = opened.treatments.add(
            kind,
            words=words,
            started=read_known_date(since, opened.clock),
            stopped=read_known_date(until, opened.clock),
            effect=changed,
            note=note,
        )
    if as_json:
        say_json(treatment_data(written.value))
    else:
        say(f"{written.changes.name}.")


@app.command()
def stop(
    context: typer.Context,
    name: NameOrId,
    *,
    on: StoppedOn = None,
    diary: DiaryPath = None,
) -> None:
    """Record that it was stopped; it stays in the diary."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        day = read_known_date(on, opened.clock) or today_known(opened.clock)
        written = opened.treatments.stop(_one(opened, name).id, day)
    say(f"{written.changes.name}: {day}.")


@app.command("list")
def list_them(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """List the treatments, those going on first."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        held = opened.treatments.all()
    head = (_("Id"), _("Name"), _("Since"), _("Until"), _("What it changed"), _("Note"))
    say_list(
        held,
        head,
        lambda each: (
            each.id[:SHOWN_ID],
            each.name,
            str(each.started or "–"),
            str(each.stopped or "–"),
            each.effect.word if each.effect else "–",
            each.note,
        ),
        as_json=as_json,
        data=treatment_data,
        none=_("No treatments are recorded."),
    )


@app.command()
def remove(context: typer.Context, name: NameOrId, *, diary: DiaryPath = None) -> None:
    """Move a treatment to the bin; to record that it was stopped, use stop."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        written = opened.treatments.remove(_one(opened, name).id)
    say(f"{written.changes.name}.")


def _one(opened: Diary, asked: str) -> Treatment:
    return named_or_id(opened.treatments.all(), asked)


def _kind(name: str) -> tuple[str, str]:
    """Return the kind by id or name, else `own` with the words."""
    kinds = (kind for kind in KINDS if kind != OWN)
    kind = named(name, kinds, lambda kind: (kind, _(KINDS[kind])))
    return (OWN, " ".join(name.split())) if kind is None else (kind, "")


def _effect(text: str | None) -> Effect | None:
    if text is None:
        return None
    found = named(
        text, Effect, lambda effect: (effect.value, effect.value.replace("-", " "), effect.word)
    )
    if found is not None:
        return found
    raise BadInput(_("Give --effect as one of {known}.").format(known=_EFFECTS))
