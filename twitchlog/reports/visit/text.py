"""Write the page as plain text for a terminal, and as plain data for other programs."""

from __future__ import annotations

import textwrap
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from twitchlog.reports.visit.prose import NBSP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twitchlog.reports.visit.summary import Block, EntryList, Line, VisitSummary

WIDTH: Final = 80
_LABEL: Final = 18


def write_text(summary: VisitSummary, *, width: int = WIDTH) -> str:
    """Return the page as lines of at most `width` characters, in the order of the printed page."""
    lines = [*_top(summary, width)]
    for parts in (
        _answers(summary, width),
        _pictures(summary, width),
        *(_block(b, width) for b in (summary.medicines, summary.tests, summary.triggers)),
        _questions(summary, width),
    ):
        lines += ["", *parts]
    lines += ["", *textwrap.wrap(summary.note, width), *textwrap.wrap(summary.header.footer, width)]
    return "\n".join(line.rstrip() for line in lines).replace(NBSP, " ") + "\n"


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
        "note": _flat(summary.note),
    }


def _flat(text: str) -> str:
    return text.replace(NBSP, " ")


def _line(line: Line) -> dict[str, str]:
    return {"text": _flat(line.said.plain), "own_words": line.own_words}


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
        yield from textwrap.wrap(text, width)
    yield ""
    yield from textwrap.wrap(summary.signs.heading, width)
    for label, lines in summary.signs.rows:
        words = [part for line in lines for part in (line.said.plain, line.words()) if part]
        yield from _labelled(label, words, width)


def _answers(summary: VisitSummary, width: int) -> Iterator[str]:
    for answer in summary.answers:
        yield from _labelled(f"{answer.number} {answer.label}", [answer.printed().plain], width)


def _pictures(summary: VisitSummary, width: int) -> Iterator[str]:
    if summary.entry_list:
        yield from _entries(summary.entry_list, width)
        return
    if summary.day_by_day:
        yield summary.day_by_day.headline
        yield from _indented(summary.day_by_day.alt, width)
    if summary.time_of_day:
        yield summary.time_of_day.headline
        yield from _indented(summary.time_of_day.note, width)


def _entries(listed: EntryList, width: int) -> Iterator[str]:
    yield listed.heading
    for row in listed.rows:
        yield from _indented(", ".join(cell for cell in row.printed() if cell != "–"), width)
    if listed.days:
        yield from _indented(listed.days, width)


def _block(block: Block, width: int) -> Iterator[str]:
    yield block.heading
    for line in block.told:
        yield from _indented(" ".join(filter(None, (line.said.plain, line.words()))), width)


def _questions(summary: VisitSummary, width: int) -> Iterator[str]:
    yield summary.questions.heading
    for n, question in enumerate(summary.questions.asked, 1):
        yield from _indented(f"{n}. {question}", width)
    if not summary.questions.asked:
        yield "  –"


def _labelled(label: str, said: Sequence[str], width: int) -> Iterator[str]:
    """Put the label in a column of its own, the text beside it."""
    column = label.ljust(_LABEL)
    for text in said:
        for line in textwrap.wrap(text, max(20, width - _LABEL - 2)):
            yield f"  {column}{line}"
            column = " " * _LABEL


def _indented(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="    ")
