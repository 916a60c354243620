"""`condition`: what a doctor told you of, and what runs in the family."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath, ListedId, Note
from twitchlog.commands.options import SHOWN_ID, chosen, read_day, read_known_date
from twitchlog.commands.output import say, say_json, say_list
from twitchlog.commands.plain_care import condition_data
from twitchlog.commands.session import Session
from twitchlog.domain.condition import RELATIONS, Condition, find_condition
from twitchlog.domain.errors import BadInput
from twitchlog.domain.wording import named
from twitchlog.translation import _, mark

app = typer.Typer(help=mark("Conditions, your own and the family’s."), rich_markup_mode=None)
_RELATIVES = ", ".join(RELATIONS)


@app.command()
def add(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar="CONDITION",
            help=_("Its name, a group (nerve-muscle, autoimmune …), or own words."),
        ),
    ],
    *,
    no: Annotated[
        bool, typer.Option("--no", help=_("You do not have it, or none has it."))
    ] = False,
    family: Annotated[bool, typer.Option("--family", help=_("It is about the family."))] = False,
    who: Annotated[
        str | None, typer.Option(metavar="WHO", help=_("Who has it: {who}.").format(who=_RELATIVES))
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("Since when: 2019, 2019-05 or a day."))
    ] = None,
    answered: Annotated[
        str | None, typer.Option(metavar="DAY", help=_("The day you said so; today unless given."))
    ] = None,
    note: Note = "",
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Record a condition, or with --no that there is none."""
    session: Session = context.obj
    kind, words = find_condition(name)
    condition = Condition(
        kind,
        present=not no,
        words=words,
        family=family or who is not None,
        relation=_relation(who),
        since=read_known_date(since, session.clock),  # a wrong one begins no diary
        note=note,
        answered=read_day(answered, session.clock),
    )
    with session.diary(diary, begin=True) as opened:
        # The diary knows which day *today* is after midnight.
        answer = read_day(answered, opened.clock)
        began = read_known_date(since, opened.clock)
        written = opened.conditions.save(replace(condition, answered=answer, since=began))
    if as_json:
        say_json(condition_data(written.value))
    else:
        say((written.changes.name or _("Nothing changed")) + ".")


@app.command("list")
def list_them(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """List what is recorded."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        held = opened.conditions.all()
    head = (_("Id"), _("Answered"), _("Condition"), _("Since"), _("Note"))
    say_list(
        held,
        head,
        lambda each: (
            each.id[:SHOWN_ID],
            str(each.answered),
            each.sentence,
            str(each.since or "–"),
            each.note,
        ),
        as_json=as_json,
        data=condition_data,
        none=_("No conditions are recorded."),
    )


@app.command()
def remove(
    context: typer.Context,
    name: ListedId,
    *,
    diary: DiaryPath = None,
) -> None:
    """Move one to the bin."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        written = opened.conditions.remove(chosen(opened.conditions.all(), name).id)
    say(f"{written.changes.name}.")


def _relation(who: str | None) -> str:
    """Return the id of a relative by id or name; raise BadInput."""
    if who is None:
        return ""
    found = named(who, RELATIONS, lambda relation: (relation, _(RELATIONS[relation])))
    if found is not None:
        return found
    raise BadInput(_("Give --who as one of {who}.").format(who=_RELATIVES))
