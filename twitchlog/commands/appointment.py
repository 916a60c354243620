"""`appointment` and `question`: visits past and next, and what to ask there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath, ListedId, Note
from twitchlog.commands.options import SHOWN_ID, chosen, read_day
from twitchlog.commands.output import say, say_json, say_list
from twitchlog.commands.plain_care import appointment_data, question_data
from twitchlog.commands.session import Session
from twitchlog.domain.appointment import Appointment, Question, read_minute
from twitchlog.domain.day_text import Meant
from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.diary import Diary

app = typer.Typer(help=mark("Appointments, past and next."), rich_markup_mode=None)
questions = typer.Typer(help=mark("Your questions for the doctor."), rich_markup_mode=None)

_Which = Annotated[
    str | None,
    typer.Option("--id", metavar="ID", help=mark("Which appointment, as the list shows.")),
]


@app.command()
def add(
    context: typer.Context,
    whom: Annotated[str, typer.Argument(metavar="WHOM", help=_("With whom it is."))] = "",
    *,
    day: Annotated[
        str | None, typer.Option(metavar="DAY", help=_("2026-11-20; may be left out."))
    ] = None,
    at: Annotated[str | None, typer.Option(metavar="TIME", help=_("As 09:30."))] = None,
    place: Annotated[str, typer.Option(metavar="TEXT", help=_("Where it is."))] = "",
    note: Note = "",
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Plan an appointment, or record one that has been."""
    session: Session = context.obj
    appointment = Appointment(
        day=read_day(day, session.clock, meant=Meant.NEAREST) if day is not None else None,
        minute=read_minute(at) if at is not None else None,
        whom=whom,
        place=place,
        note=note,
    )
    with session.diary(diary, begin=True) as opened:
        # The diary knows which day *today* is after midnight.
        planned = read_day(day, opened.clock, meant=Meant.NEAREST) if day is not None else None
        written = opened.appointments.save(replace(appointment, day=planned))
    if as_json:
        say_json(appointment_data(written.value, (), ()))
    else:
        say(f"{written.changes.name}.")


@app.command("list")
def list_them(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """List the appointments, the latest first."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        held, asked = opened.appointments.all(), opened.appointments.questions.all()
        files = {each.id: opened.attachments.of(each.id) for each in held}
    head = (_("Id"), _("When"), _("With"), _("Where"), _("What was said"))
    say_list(
        held,
        head,
        lambda each: (
            each.id[:SHOWN_ID],
            f"{each.day or '–'} {each.time}".strip(),
            each.whom or "–",
            each.place or "–",
            each.said or "–",
        ),
        as_json=as_json,
        data=lambda each: appointment_data(each, asked, files[each.id]),
        none=_("No appointments are recorded."),
    )


@app.command()
def said(
    context: typer.Context,
    words: Annotated[str, typer.Argument(metavar="TEXT", help=_("What was said there."))],
    *,
    which: _Which = None,
    diary: DiaryPath = None,
) -> None:
    """Record what was said at the newest appointment, or at that of --id."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        appointment = _past(opened, which, opened.clock.now().day)
        written = opened.appointments.save(replace(appointment, said=words))
    say(f"{written.changes.name}.")


@app.command()
def remove(context: typer.Context, name: ListedId, *, diary: DiaryPath = None) -> None:
    """Move one to the bin; its open questions stay, for the next one."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        written = opened.appointments.remove(chosen(opened.appointments.all(), name).id)
    say(f"{written.changes.name}.")


@questions.command("add")
def ask(
    context: typer.Context,
    words: Annotated[str, typer.Argument(metavar="QUESTION", help=_("In your own words."))],
    *,
    which: _Which = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Note a question for the next appointment, or for that of --id."""
    session: Session = context.obj
    with session.diary(diary, begin=True) as opened:
        for_ = chosen(opened.appointments.all(), which).id if which else None
        written = opened.appointments.questions.save(Question(words, appointment_id=for_))
    if as_json:
        say_json(question_data(written.value))
    else:
        say(f"{written.changes.name}: {written.value.words}")


@questions.command("list")
def list_questions(
    context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None
) -> None:
    """List the questions in their order."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        asked = opened.appointments.questions.all()
        named = {each.id: each for each in opened.appointments.all()}

    def row(each: Question) -> tuple[str, ...]:
        for_ = named.get(each.appointment_id or "")
        label = f"{for_.label} {for_.day or ''}".strip() if for_ else _("the next visit")
        return each.id[:SHOWN_ID], each.words, label, each.answer or "–"

    head = (_("Id"), _("Question"), _("For"), _("Answer"))
    none = _("No questions are recorded.")
    say_list(asked, head, row, as_json=as_json, data=question_data, none=none)


@questions.command()
def answer(
    context: typer.Context,
    name: ListedId,
    words: Annotated[str, typer.Argument(metavar="TEXT", help=_("What the answer was."))],
    *,
    diary: DiaryPath = None,
) -> None:
    """Record the answer to a question."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        question = chosen(opened.appointments.questions.all(), name)
        written = opened.appointments.questions.save(replace(question, answer=words))
    say(f"{written.changes.name}.")


@questions.command("remove")
def remove_question(context: typer.Context, name: ListedId, *, diary: DiaryPath = None) -> None:
    """Move a question to the bin."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        written = opened.appointments.questions.remove(
            chosen(opened.appointments.questions.all(), name).id
        )
    say(f"{written.changes.name}.")


def _past(opened: Diary, which: str | None, today: date) -> Appointment:
    """Return the appointment that was, or the named one; raise BadInput where there is none."""
    held = opened.appointments.all()
    if which is not None:
        return chosen(held, which)
    been = [each for each in held if each.day is not None and each.day <= today]
    if not been:
        raise BadInput(_("No appointment has been yet. Add one, or name it with --id."))
    return been[0]
