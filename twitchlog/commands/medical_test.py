"""`test`: blood tests, pictures and measurements that a doctor ordered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath, ListedId, Note
from twitchlog.commands.options import SHOWN_ID, chosen, read_known_date
from twitchlog.commands.output import say, say_json, say_list
from twitchlog.commands.plain_care import medical_test_data
from twitchlog.commands.session import Session
from twitchlog.domain.measure import read_measure
from twitchlog.domain.medical_test import PARTS, MedicalTest, find_kind
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from twitchlog.domain.measure import Measure

app = typer.Typer(help=mark("Tests that a doctor ordered."), rich_markup_mode=None)


@app.command()
def add(
    context: typer.Context,
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help=_("blood, ct, mri, emg, nerve-conduction, or own words.")
        ),
    ],
    *,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help=_("When: 2026, 2026-06 or a day."))
    ] = None,
    part: Annotated[
        str, typer.Option(metavar="WHERE", help=_("Of what: brain, spine, or own words."))
    ] = "",
    place: Annotated[str, typer.Option(metavar="TEXT", help=_("Where it was done."))] = "",
    values: Annotated[
        list[str] | None,
        typer.Option(
            "--value",
            metavar="VALUE",
            help=_("As “potassium=3.4 mmol/l (3.5-5.1)”, the laboratory’s range last; repeat it."),
        ),
    ] = None,
    result: Annotated[str, typer.Option(metavar="TEXT", help=_("What came out, in words."))] = "",
    note: Note = "",
    files: Annotated[
        list[Path] | None,
        typer.Option("--file", metavar="PATH", help=_("A PDF or picture to keep; repeat it.")),
    ] = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Record a test with its values."""
    session: Session = context.obj
    found, words = find_kind(kind)
    parts = {name: each for each, name in PARTS.items()}
    test = MedicalTest(
        found,
        words=words,
        part=parts.get(part.strip().capitalize(), part),
        day=read_known_date(date, session.clock),
        place=place,
        result=result,
        note=note,
        values=tuple(read_measure(value) for value in values or ()),
    )
    with session.diary(diary, begin=True) as opened:
        for file in files or ():
            # Before anything is written: where one cannot be kept, nothing is.
            opened.attachments.store.add(file.expanduser())
        # The diary knows which day *today* is after midnight.
        written = opened.tests.save(replace(test, day=read_known_date(date, opened.clock)))
        for file in files or ():
            opened.attachments.add(
                "tests", written.value.id, file.expanduser(), joins=written.changes.step
            )
        kept = opened.attachments.of(written.value.id)
    if as_json:
        say_json(medical_test_data(written.value, kept))
        return
    say(f"{written.changes.name}.")
    for value in written.value.values:
        say(f"  {_say_value(value)}")


@app.command("list")
def list_them(context: typer.Context, *, as_json: AsJson = False, diary: DiaryPath = None) -> None:
    """List the tests, the newest first."""
    session: Session = context.obj
    with session.diary(diary) as opened:
        held = opened.tests.all()
        files = {test.id: opened.attachments.of(test.id) for test in held}
    head = (_("Id"), _("When"), _("Test"), _("Result"), _("Values"), _("Files"))
    say_list(
        held,
        head,
        lambda test: _cells(test, len(files[test.id])),
        as_json=as_json,
        data=lambda test: medical_test_data(test, files[test.id]),
        none=_("No tests are recorded."),
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
        written = opened.tests.remove(chosen(opened.tests.all(), name).id)
    say(f"{written.changes.name}.")


def _cells(test: MedicalTest, files: int) -> tuple[str, ...]:
    values = "; ".join(_say_value(value) for value in test.values)
    return (
        test.id[:SHOWN_ID],
        str(test.day or "–"),
        test.label,
        test.result or "–",
        values or "–",
        str(files or "–"),
    )


def _say_value(value: Measure) -> str:
    bounds = f" ({value.range_text})" if value.range_text else ""
    mark = f", {value.mark}" if value.mark else ""
    return f"{value.label} {value.amount}{bounds}{mark}"
