"""Write the page as plain text, to read or paste, and as plain data for other programs."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.visit import columns
from twitchlog.reports.visit.numbers import numbers
from twitchlog.reports.visit.own_words import say_rest
from twitchlog.reports.visit.printable import legible
from twitchlog.reports.visit.prose import NBSP, of, quoted
from twitchlog.reports.visit.text_annex import annex_paragraphs
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twitchlog.reports.visit.annex import Annex
    from twitchlog.reports.visit.summary import Block, EntryList, Line, VisitSummary

WIDTH: Final = 72
"""So many letters fit wherever text is pasted, half as many of East Asia."""


def write_text(summary: VisitSummary, annex: Annex | None = None, *, width: int = WIDTH) -> str:
    """Return the page as lines of at most `width` columns, in the order of the printed page.

    Nothing is said by where it stands alone: it reads the same where spaces and line breaks go.
    """
    parts = [
        _top(summary, width),
        _signs(summary, width),
        _answers(summary, width),
        _places(summary, width),
        *_pictures(summary, width),
        *(
            _block(block, width, annex=annex is not None)
            for block in (summary.medicines, summary.tests, summary.triggers)
        ),
        _questions(summary, width),
        *_annex(annex, width),
        [*_wrapped(summary.note, width), *_wrapped(summary.header.footer, width)],
    ]
    lines = [line.rstrip() for part in parts for line in (*part, "")]
    return "\n".join(lines[:-1]).replace(NBSP, " ") + "\n"


def as_data(summary: VisitSummary) -> dict[str, Any]:
    """Return the page as values that JSON can hold; dates in ISO 8601, prose as plain text."""
    course, clock, entries = summary.day_by_day, summary.time_of_day, summary.entry_list
    return {
        "made": summary.made.isoformat(),
        "period": {
            "first": summary.period.first.isoformat(),
            "last": summary.period.last.isoformat(),
            "days": summary.period.days,
        },
        "logged_days": summary.logged,
        "days_with_twitching": summary.twitching,
        "entries": summary.entries,
        "short_diary": summary.short,
        "signs": {
            "heading": _flat(summary.signs.heading),
            "reported": list(summary.signs.reported),
            "rows": [
                {"label": label, "lines": [_line(line) for line in lines]}
                for label, lines in summary.signs.rows
            ],
        },
        "answers": [
            {
                "number": answer.number,
                "question": answer.question,
                "answer": _flat(answer.said.plain),
                "own_words": answer.own_words,
                "recorded": answer.recorded,
            }
            for answer in summary.answers
        ],
        "since_visit": {
            "label": _flat(summary.since_visit.label),
            "text": _flat(summary.since_visit.said.plain),
        }
        if summary.since_visit
        else None,
        "places": [asdict(place) for place in summary.body_map.places],
        "days_with_twitching_of_days_logged": [_dates(asdict(part)) for part in course.brackets]
        if course
        else [],
        "two_hour_counts": list(clock.counts) if clock else [],
        "entry_list": [[_flat(cell) for cell in row.printed()] for row in entries.rows]
        if entries
        else [],
        "medicines": [_line(line) for line in summary.medicines.told],
        "tests_and_conditions": [_line(line) for line in summary.tests.told],
        "triggers": [_line(line) for line in summary.triggers.told],
        "questions": list(summary.questions.asked),
        "figures": numbers(summary),
        "note": _flat(summary.note),
    }


def _flat(text: str) -> str:
    return text.replace(NBSP, " ")


def _line(line: Line) -> dict[str, str]:
    said = say_rest(line.said.plain, annex=False)
    return {"text": _flat(said), "own_words": line.own_words}


def _dates(values: dict[str, Any]) -> dict[str, Any]:
    return {
        key: value.isoformat() if isinstance(value, date) else _plain(value)
        for key, value in values.items()
    }


def _plain(value: Any) -> Any:
    return _flat(value) if isinstance(value, str) else value


def _top(summary: VisitSummary, width: int) -> Iterator[str]:
    header = summary.header
    yield header.title
    yield "=" * min(width, len(header.title))
    said = [header.person.plain, header.visit, header.logged.plain, header.entries]
    for text in (*said, header.short_diary.plain):
        yield from _wrapped(text, width)


def _signs(summary: VisitSummary, width: int) -> Iterator[str]:
    yield from _wrapped(summary.signs.heading, width)
    for number, (label, lines) in enumerate(summary.signs.rows):
        said = [_said(line) for line in lines]
        # Each sign that was reported has a line of its own; what is said of the others runs on.
        for text in said if number == 0 and summary.signs.reported else [" ".join(said)]:
            yield from _indented(f"{label}: {text}", width)


def _answers(summary: VisitSummary, width: int) -> Iterator[str]:
    yield _("The seven questions")
    for answer in summary.answers:
        label = answer.label if answer.label.endswith("?") else f"{answer.label}:"
        yield from _indented(f"{answer.number} {label} {answer.printed().plain}", width)
    since = summary.since_visit
    if since:
        yield from _indented(f"{since.label}: {since.said.plain}", width)


def _places(summary: VisitSummary, width: int) -> Iterator[str]:
    body = summary.body_map
    yield body.heading
    for place in body.places:
        share = _("{place}: {share} entries").format(
            place=place.name, share=of(place.entries, body.entries)
        )
        yield from _indented(share if body.counted else f"{share} ({place.label})", width)
    if not body.places:
        yield from _indented(body.caption[0], width)


def _pictures(summary: VisitSummary, width: int) -> Iterator[Sequence[str]]:
    if summary.entry_list:
        yield list(_entries(summary.entry_list, width))
        return
    for chart in (summary.day_by_day, summary.time_of_day):
        if chart:
            yield [
                chart.headline,
                *_indented(chart.alt, width),
                *(_indented(chart.note, width) if chart is summary.time_of_day else ()),
            ]


def _entries(listed: EntryList, width: int) -> Iterator[str]:
    yield listed.heading
    for row in listed.rows:
        yield from _indented(", ".join(cell for cell in row.printed() if cell != "–"), width)
    if listed.days:
        yield from _indented(listed.days, width)


def _block(block: Block, width: int, *, annex: bool) -> Iterator[str]:
    yield block.heading
    if block.table and block.table.rows:
        yield from _indented(f"{', '.join(block.table.head)}:", width)
    for line in block.told:
        yield from _indented(say_rest(_said(line), annex=annex), width)


def _questions(summary: VisitSummary, width: int) -> Iterator[str]:
    yield summary.questions.heading
    for n, question in enumerate(summary.questions.asked, 1):
        yield from _indented(f"{n}. {quoted(question)}", width)
    if not summary.questions.asked:
        yield from _indented(_("Nothing is written down yet."), width)


def _annex(annex: Annex | None, width: int) -> Iterator[list[str]]:
    for heading, texts in annex_paragraphs(annex) if annex else ():
        yield [heading, *(line for text in texts for line in _indented(text, width))]


def _said(line: Line) -> str:
    """Return a statement with the user's words behind it, marked as theirs."""
    return " ".join(filter(None, (line.said.plain, line.words())))


def _wrapped(text: str, width: int) -> list[str]:
    return columns.wrapped(legible(text), width)


def _indented(text: str, width: int) -> list[str]:
    return columns.wrapped(legible(text), width, first="  ", then="    ")
