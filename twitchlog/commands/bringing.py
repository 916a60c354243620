"""`import`: bring in what another program, a spreadsheet or another diary of ours holds."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath
from twitchlog.commands.output import say, say_json
from twitchlog.commands.session import Session
from twitchlog.domain.errors import BadInput
from twitchlog.domain.import_words import say_count, say_kinds, say_problem, say_rest
from twitchlog.domain.imports import Choices, FileKind, ImportOutcome
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.diary.imports import Sniffed
    from twitchlog.diary.imports.dates import DateOrder
    from twitchlog.diary.imports.mapping import Mapping
    from twitchlog.domain.imports import Gathered

_NAMED: Final = 20
"""How many lines that cannot be read are named, unless it is for a program."""


def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The file to bring in."))],
    *,
    as_: Annotated[
        FileKind | None,
        typer.Option("--as", help=_("What the file is, where it is not told right.")),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=FIELD",
            help=_("Read a column as a field, such as “Where=place”. Can be given several times."),
        ),
    ] = None,
    dates: Annotated[
        str | None,
        typer.Option(metavar="ORDER", help=_("day-first or month-first, for dates like 6/7/2026.")),
    ] = None,
    zone: Annotated[
        str | None,
        typer.Option(metavar="ZONE", help=_("The clock of its times, such as Europe/Berlin.")),
    ] = None,
    place: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help=_("The place of twitches that name none.")),
    ] = None,
    time: Annotated[
        str | None,
        typer.Option(metavar="TIME", help=_("The time of lines that say none, such as 12:00.")),
    ] = None,
    logged: Annotated[
        bool | None,
        typer.Option(
            "--logged/--not-logged",
            help=_("Whether its days count as logged, also those without a twitch."),
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Say what would be done, and change nothing."))
    ] = False,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Bring in a table, an export of another program, or a whole diary; once, however often."""
    from twitchlog.diary.imports import sniff
    from twitchlog.diary.imports.asking import taken_as

    session: Session = context.obj
    sniffed = sniff(file.expanduser().absolute())
    sniffed = taken_as(sniffed, as_) if as_ is not None else sniffed
    order, mapping = _order(dates), _mapping(sniffed, map_ or [])
    with session.diary(diary, begin=True) as opened:
        if sniffed.kind is FileKind.OWN_JSON:
            answer, sentences = _whole_diary(opened, sniffed, dry_run=dry_run)
        else:
            from twitchlog.diary.imports import read_file
            from twitchlog.diary.imports.asking import counts_as_logged
            from twitchlog.diary.imports.gathering import gather

            chosen = _choices(opened, zone=zone, place=place, time=time)
            gathered = gather(read_file(sniffed, chosen, mapping=mapping, order=order))
            counts = counts_as_logged(mapping) if logged is None else logged
            outcome = _outcome(opened, gathered, sniffed, logged=counts, dry_run=dry_run)
            answer = _answer(outcome) | {"logged": counts, "columns": _columns(mapping)}
            sentences = _sentences(outcome, dry_run=dry_run)
    if as_json:
        say_json(
            {"file": sniffed.path.name, "kind": sniffed.kind.value, "dry_run": dry_run} | answer
        )
    else:
        say("\n".join(sentences))


def _choices(diary: Diary, *, zone: str | None, place: str | None, time: str | None) -> Choices:
    from twitchlog.domain.site import find

    now = diary.clock.now()
    minute = None
    if time is not None:
        try:
            at = datetime.strptime(time.strip(), "%H:%M")  # noqa: DTZ007 - a time of day
        except ValueError:
            raise BadInput(_("“{text}” is not a time of day.").format(text=time[:40])) from None
        minute = at.hour * 60 + at.minute
    return Choices(zone or now.zone, now, find(place).id if place else None, minute)


def _order(dates: str | None) -> DateOrder | None:
    from twitchlog.diary.imports.dates import DateOrder

    if dates is None:
        return None
    try:
        return DateOrder(dates.strip().lower())
    except ValueError:
        raise BadInput(_("Say day-first or month-first.")) from None


def _mapping(sniffed: Sniffed, given: list[str]) -> Mapping | None:
    from twitchlog.diary.imports.asking import proposed_mapping
    from twitchlog.diary.imports.table import decide

    mapping = proposed_mapping(sniffed)
    if not given:
        return mapping
    if mapping is None:
        raise BadInput(_("Only the columns of a table can be mapped; add --as csv."))
    pairs = [text.rpartition("=")[::2] for text in given]
    if not all(name and field for name, field in pairs):
        raise BadInput(_("Write a column and a field with = between them."))
    return decide(sniffed, mapping.with_named(pairs))


def _outcome(
    diary: Diary, gathered: Gathered, sniffed: Sniffed, *, logged: bool, dry_run: bool
) -> ImportOutcome:
    from twitchlog.diary.imports.bringing import bring_in, look

    if dry_run:
        return look(diary, gathered, logged=logged)
    return bring_in(diary, gathered, name=sniffed.path.name, logged=logged).value


def _whole_diary(
    diary: Diary, sniffed: Sniffed, *, dry_run: bool
) -> tuple[dict[str, Any], list[str]]:
    from twitchlog.diary.transfer import restore

    document = restore.read(sniffed.path)
    found = restore.try_out(diary, document) if dry_run else restore.bring_in(diary, document).value
    answer = {"added": dict(found.added), "there": found.there, "removed": found.removed,
              "kept": found.against, "problems": []}  # fmt: skip
    rows = sum(found.added.values())
    one = ngettext("{n} row to add", "{n} rows to add", rows)
    done = ngettext("{n} row added", "{n} rows added", rows)
    told = (one if dry_run else done).format(n=numeral(rows))
    there = _("{n} already there").format(n=numeral(found.there))
    return answer, [f"{told}, {there}."]


def _answer(outcome: ImportOutcome) -> dict[str, Any]:
    return {
        "added": dict(outcome.added),
        "there": outcome.there,
        "removed": outcome.removed,
        "kept": outcome.kept,
        "notes_left": outcome.notes_left,
        "left_out": dict(outcome.left),
        "problems": [
            {"line": each.line, "field": each.field, "sentence": each.sentence}
            for each in outcome.problems
        ],
    }


def _columns(mapping: Mapping | None) -> list[dict[str, str]]:
    columns = () if mapping is None else mapping.columns
    return [{"name": each.name, "field": each.field, "scale": each.scale} for each in columns]


def _sentences(outcome: ImportOutcome, *, dry_run: bool) -> list[str]:
    """Return what is said to a person: the counts, then each line that cannot be read."""
    said = [say_count(outcome, done=not dry_run), say_kinds(outcome), *say_rest(outcome)]
    named = outcome.problems[:_NAMED]
    said += [say_problem(each) for each in named]
    more = len(outcome.problems) - len(named)
    if more:
        said.append(ngettext("And {n} more line.", "And {n} more lines.", more).format(n=more))
    return [each for each in said if each]
