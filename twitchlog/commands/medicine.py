"""`medicine`: what you take, how the dose changed, and doses that were not as usual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from twitchlog.commands.arguments import (
    Ago,
    AsJson,
    At,
    DiaryPath,
    NameOrId,
    Note,
    Since,
    StoppedOn,
    Until,
)
from twitchlog.commands.options import (
    SHOWN_ID,
    named_or_id,
    read_known_date,
    read_moment,
    today_known,
)
from twitchlog.commands.output import say, say_json, say_list
from twitchlog.commands.plain_care import intake_data, medication_data
from twitchlog.commands.session import Session
from twitchlog.domain.dose_text import read_amount, read_class, read_schedule
from twitchlog.domain.errors import BadInput
from twitchlog.domain.medication import (
    SCHEDULES,
    Dose,
    Intake,
    IntakeKind,
    Medication,
    more_than_usual_advice,
    say_amount,
)
from twitchlog.domain.medicine_names import CLASSES
from twitchlog.translation import _, inside, mark

if TYPE_CHECKING:
    from twitchlog.diary import Diary

app = typer.Typer(help=mark("Medicines, their doses and history."), rich_markup_mode=None)
_SCHEDULES = ", ".join(SCHEDULES)

Amount = Annotated[
    str | None, typer.Option("--dose", metavar="DOSE", help=mark("How much at a time: “25 mg”."))
]


def _usual_times() -> Any:
    """Return the option for how often it is taken; made late, in the language in use then."""
    return typer.Option(metavar="WORDS", help=_("{known}, or own words.").format(known=_SCHEDULES))


@app.command()
def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=_("What it is called."))],
    *,
    dose: Amount = None,
    kind: Annotated[
        str | None,
        typer.Option("--class", metavar="CLASS", help=", ".join(CLASSES)),
    ] = None,
    schedule: Annotated[str | None, _usual_times()] = None,
    since: Since = None,
    until: Until = None,
    treats: Annotated[
        bool | None,
        typer.Option("--for-twitching/--not-for-twitching", help=_("What it is taken for.")),
    ] = None,
    note: Note = "",
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Add a medicine; a well-known name says its class."""  # fmt: skip
    session: Session = context.obj
    given = _dose(dose, schedule, Dose())
    class_id = read_class(kind) if kind is not None else None
    for each in (since, until):
        read_known_date(each, session.clock)  # a wrong one begins no diary
    with session.diary(diary, begin=True) as opened:
        written = opened.medications.add(
            name,
            kind=class_id,
            dose=given,
            started=read_known_date(since, opened.clock),
            stopped=read_known_date(until, opened.clock),
            treats=treats,
            note=note,
        )
    if as_json:
        say_json(medication_data(written.value))
    else:
        say(f"{written.changes.name}: {_said(written.value, given)}.")


@app.command("dose")
def change_dose(
    context: typer.Context,
    name: NameOrId,
    dose: Annotated[str, typer.Argument(metavar="DOSE", help=_("The new dose: “50 mg”."))],
    *,
    schedule: Annotated[str | None, _usual_times()] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("From when; today unless given."))
    ] = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Record a new dose; those before stay in the history."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        day = read_known_date(since, opened.clock) or today_known(opened.clock)
        medicine = _one(opened, name)
        given = _dose(dose, schedule, medicine.usual_on(opened.clock.now().day))
        written = opened.medications.change_dose(medicine.id, day, given)
    if as_json:
        say_json(medication_data(written.value))
    else:
        say(f"{written.changes.name}: {_said(written.value, given)}.")


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
        written = opened.medications.stop(_one(opened, name).id, day)
    say(f"{written.changes.name}: {day}.")


@app.command()
def took(
    context: typer.Context,
    name: NameOrId,
    *,
    extra: Annotated[bool, typer.Option("--extra", help=_("One more than usual."))] = False,
    late: Annotated[bool, typer.Option("--late", help=_("Later than usual."))] = False,
    missed: Annotated[bool, typer.Option("--missed", help=_("Not taken."))] = False,
    needed: Annotated[
        bool, typer.Option("--as-needed", help=_("One of a medicine taken as needed."))
    ] = False,
    amount: Annotated[
        str | None, typer.Option(metavar="DOSE", help=_("How much, where it is worth saying."))
    ] = None,
    ago: Ago = None,
    at: At = None,
    note: Note = "",
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Record one dose that was extra, late, missed or taken as needed."""
    session: Session = context.obj
    asked = {
        IntakeKind.EXTRA: extra,
        IntakeKind.LATE: late,
        IntakeKind.MISSED: missed,
        IntakeKind.NEEDED: needed,
    }
    kinds = [kind for kind, given in asked.items() if given]
    if len(kinds) != 1:
        raise BadInput(_("Give one of --extra, --late, --missed and --as-needed."))
    with session.diary(diary) as opened:
        moment = read_moment(opened.clock, ago=ago, at=at)
        medicine = _one(opened, name)
        given = _amount(amount, medicine.usual_on(moment.day))
        written = opened.medications.take(
            medicine.id, kinds[0], moment=moment, amount=given, note=note
        )
    if as_json:
        say_json(intake_data(written.value, medicine))
    else:
        say(f"{written.changes.name}: {_taken(written.value, medicine)}")


@app.command("list")
def list_them(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """List the medicines, those taken now first."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        held, today = opened.medications.all(), opened.clock.now().day
    head = (_("Id"), _("Name"), _("Class"), _("Dose"), _("Since"), _("Until"), _("Note"))
    say_list(
        held,
        head,
        lambda each: (
            each.id[:SHOWN_ID],
            each.name,
            each.medicine_class.label,
            _dose_words(each.usual_on(today)) or "–",
            str(each.started or "–"),
            str(each.stopped or "–"),
            each.note,
        ),
        as_json=as_json,
        data=medication_data,
        none=_("No medicines are recorded."),
    )


@app.command()
def remove(context: typer.Context, name: NameOrId, *, diary: DiaryPath = None) -> None:
    """Move a medicine with its history to the bin; to record that it was stopped, use stop."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        written = opened.medications.remove(_one(opened, name).id)
    say(f"{written.changes.name}.")


def _one(opened: Diary, asked: str) -> Medication:
    return named_or_id(opened.medications.all(), asked)


def _dose(dose: str | None, schedule: str | None, usual: Dose) -> Dose:
    """Return the dose that was written; what was left out stays as usual."""
    amount, unit = (usual.amount, usual.unit) if dose is None else read_amount(dose)
    often = usual.schedule if schedule is None else read_schedule(schedule)
    return Dose(amount, unit or usual.unit, often)


def _amount(text: str | None, usual: Dose) -> float | None:
    """Return an amount in the unit of the medicine; raise BadInput for another unit."""
    if text is None:
        return None
    amount, unit = read_amount(text)
    if unit and usual.unit and unit != usual.unit:
        raise BadInput(_("Give the amount in {unit}.").format(unit=usual.unit))
    return amount


def _dose_words(dose: Dose) -> str:
    return " ".join(filter(None, (dose.label, dose.often)))


def _said(medicine: Medication, dose: Dose) -> str:
    parts = [inside(medicine.medicine_class.label), _dose_words(dose)]
    if medicine.started is not None:
        parts.append(_("since {day}").format(day=medicine.started))
    return ", ".join(filter(None, parts))


def _taken(intake: Intake, medicine: Medication) -> str:
    usual = medicine.usual_on(intake.moment.day)
    parts = [f"{intake.moment.local:%Y-%m-%d %H:%M}", say_amount(intake.amount, usual.unit)]
    said = ", ".join(filter(None, parts)) + "."
    if not medicine.more_than_usual(intake):
        return said
    more = _("More than your usual dose of {dose}.").format(dose=usual.label)
    general = _("This is general information, not a diagnosis.")
    return f"{said} {more} {more_than_usual_advice()} {general}"
