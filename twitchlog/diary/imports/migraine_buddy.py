"""Read the CSV export of Migraine Buddy: one row an attack, below a list of what is going on.

The shape is that of two public converters: a row of columns that begins with `#`, `Started`
(11/16/24 13:12, day or month first), `Lasted` (01h 00m, 1d 02h 15m, Ongoing), then in newer ones
`Start UTC Offset (min)`, and `Pain Level` (0-10), `Affected Activities`, `Potential Triggers`,
`Symptoms`, `Most Bothersome Symptom`, `Premonitory Symptoms`, `Pain Positions`, medications and
other reliefs by how much they helped, `Notes`; lists have commas between.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports import amounts
from twitchlog.diary.imports.apps import App, Line, is_twitching, split_list, symptom_kind
from twitchlog.diary.imports.dates import DateOrder, OrderVotes
from twitchlog.diary.imports.rows import rows
from twitchlog.diary.imports.times import TimeOfDay, split_when
from twitchlog.diary.imports.words import trigger_of
from twitchlog.domain.errors import BadInput
from twitchlog.domain.imports import ImportedSymptom, LeftOut, Problem
from twitchlog.domain.text import NAME_LIMIT, clean
from twitchlog.domain.twitch import OWN_TRIGGER_LIMIT
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from twitchlog.diary.imports.sniffing import Sniffed
    from twitchlog.diary.imports.watch import Watch
    from twitchlog.domain.imports import Choices, Found

_READ: Final = frozenset(
    {"#", "started", "lasted", "start utc offset (min)", "end utc offset (min)", "pain level",
     "symptoms", "pain positions", "notes", "potential triggers"}
)  # fmt: skip
_NOTHING: Final = frozenset({"", "no medication", "none", "no symptoms"})


def date_order(sniffed: Sniffed) -> DateOrder | None:
    """Return whether day or month comes first in `Started`; None where it cannot be told."""
    names = [name.lower() for name in sniffed.columns]
    position = names.index("started")
    votes = OrderVotes()
    for row in rows(sniffed):
        if not isinstance(row, Problem) and position < len(row[1]) and votes.see(row[1][position]):
            break
    return votes.decided if votes.open else DateOrder.DAY_FIRST


def read_migraine_buddy(
    sniffed: Sniffed,
    choices: Choices,
    watch: Watch | None = None,
    *,
    order: DateOrder | None = None,
) -> Iterator[Found]:
    """Yield what every attack says: pain on its day, symptoms, twitches; the rest is counted.

    Raises BadInput where `order` is needed: no date tells whether day or month comes first.
    """
    order = order or date_order(sniffed)
    if order is None:
        raise BadInput(_("Say whether the day or the month comes first: these dates can be both."))
    app = App(choices, order)
    others = [name.strip() for name in sniffed.columns if name.strip().lower() not in _READ]

    def read(line: Line) -> Iterator[Found]:
        if not line["#"].isdigit():
            raise BadInput(_("This line is not an attack."))
        day_text, time_text = split_when(line["started"])
        day = app.clock.day(day_text)
        time = app.clock.time(time_text) if time_text else None
        if time is not None and line["start utc offset (min)"]:
            time = _at_offset(time, line["start utc offset (min)"])
        names = split_list(line["symptoms"], ",")
        for name in names:
            if is_twitching(name):
                triggers = tuple(
                    trigger_of(item[:OWN_TRIGGER_LIMIT])
                    for item in split_list(line["potential triggers"], ",")
                )
                yield app.twitch(line, name, day, time, triggers=triggers)
        yield ImportedSymptom(
            line.number,
            day,
            "pain",
            present=True,
            where=line["pain positions"][:NAME_LIMIT],
            words=_words(line),
        )
        yield from _symptoms(line, names, day)
        for name in others:
            if line[name.lower()].lower() not in _NOTHING:
                yield LeftOut(line.number, amounts.short(name))

    return app.lines(sniffed, read, watch)


def _symptoms(line: Line, names: list[str], day: date) -> Iterator[Found]:
    for name in names:
        kind = symptom_kind(name)
        if is_twitching(name) or kind == "pain" or name.lower() in _NOTHING:
            continue
        if kind is None:
            yield LeftOut(line.number, _("Symptom “{name}”").format(name=amounts.short(name)))
        else:
            yield ImportedSymptom(line.number, day, kind, present=True, words=clean(name))


def _at_offset(time: TimeOfDay, text: str) -> TimeOfDay:
    try:
        offset = int(text)
    except ValueError:
        offset = 10_000
    if abs(offset) > 14 * 60:
        raise BadInput(_("“{text}” is not an offset from UTC.").format(text=amounts.short(text)))
    return replace(time, offset_min=offset)


def _words(line: Line) -> str:
    """Return the attack in words: how strong, how long, what may have brought it on, the note."""
    parts = [_("Migraine")]
    if line["pain level"]:
        parts.append(_("pain {level} of 10").format(level=amounts.short(line["pain level"])))
    if line["lasted"]:
        parts.append(_("lasted {time}").format(time=amounts.short(line["lasted"])))
    if line["potential triggers"]:
        parts.append(_("perhaps from: {what}").format(what=line["potential triggers"]))
    first = ", ".join(parts)
    return clean(f"{first}. {line['notes']}" if line["notes"] else first)
