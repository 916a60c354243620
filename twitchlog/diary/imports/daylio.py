"""Read the CSV export of Daylio: one row a mood entry, several a day.

The shape is that of public converters of such exports, and of a description of the program's own
writer: columns `full_date` (2026-05-14), `date` and `weekday` (in the person's language), `time`
(22:20 or 8:30 pm), `mood`, `activities` (*work | walk*), in newer ones `scales` (*Stress: 3 | …*),
`note_title`, `note`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports import amounts
from twitchlog.diary.imports.apps import App, Line, is_twitching, split_list, symptom_kind
from twitchlog.diary.imports.words import built_in_trigger, plain
from twitchlog.domain.imports import ImportedCheckin, ImportedSymptom, LeftOut
from twitchlog.domain.text import clean
from twitchlog.domain.twitch import Trigger
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from twitchlog.diary.imports.sniffing import Sniffed
    from twitchlog.diary.imports.watch import Watch
    from twitchlog.domain.imports import Choices, Found

_TAG: Final = re.compile(
    r"<(/?)(?:br|p|div|li|b|i|u|s|ul|ol|strong|em|span)\b[^<>]{0,200}>", re.IGNORECASE
)
_SCALE_FACTORS: Final = {
    "sleep h": "sleep", "sleep hours": "sleep", "hours of sleep": "sleep", "hours slept": "sleep",
    "schlaf h": "sleep", "schlafstunden": "sleep", "heures de sommeil": "sleep",
    "horas de sueno": "sleep", "caffeine mg": "caffeine", "koffein mg": "caffeine",
    "exercise min": "exercise", "exercise minutes": "exercise", "sport min": "exercise",
}  # fmt: skip
"""Scales that name their unit; of others it is not known what their numbers mean."""


def read_daylio(sniffed: Sniffed, choices: Choices, watch: Watch | None = None) -> Iterator[Found]:
    """Yield what every line says: notes, twitches, symptoms, amounts; the rest is counted."""
    app = App(choices)

    def read(line: Line) -> Iterator[Found]:
        day = app.clock.day(line["full_date"])
        if line["mood"]:
            yield LeftOut(line.number, _("Mood"))
        note = _note(line)
        names = split_list(line["activities"], "|")
        twitching = [name for name in names if is_twitching(name)]
        others = [name for name in names if name not in twitching]
        time = app.clock.time(line["time"]) if line["time"] else None
        went_with = _went_with(others) if twitching else ()
        for name in twitching:
            yield app.twitch(line, name, day, time, triggers=went_with, note=note)
        if note and not twitching:
            at = f"{line['time']}: " if line["time"] else ""
            yield ImportedCheckin(line.number, day, {}, clean(f"{at}{note}"))
        yield from _activities(line, day, others, used=bool(twitching))
        yield from _scales(line, day)

    return app.lines(sniffed, read, watch)


def _note(line: Line) -> str:
    """Return title and note, without the marks of Daylio's formatting."""
    parts = (line["note_title"], line["note"])
    text = "\n".join(part for part in parts if part).replace("<br>", "\n")
    return clean(_TAG.sub("", text))


def _went_with(names: list[str]) -> tuple[Trigger, ...]:
    kinds = (built_in_trigger(name) for name in names)
    return tuple(dict.fromkeys(Trigger(kind) for kind in kinds if kind))


def _activities(line: Line, day: date, names: list[str], *, used: bool) -> Iterator[Found]:
    for name in names:
        kind = symptom_kind(name)
        if kind is not None:
            yield ImportedSymptom(line.number, day, kind, present=True, words=clean(name))
        elif not (used and built_in_trigger(name)):
            yield LeftOut(line.number, _("Activity “{name}”").format(name=amounts.short(name)))


def _scales(line: Line, day: date) -> Iterator[Found]:
    for item in split_list(line["scales"], "|"):
        name, _colon, value = item.rpartition(":")
        factor = _SCALE_FACTORS.get(plain(name))
        if factor is None:
            yield LeftOut(line.number, _("Scale “{name}”").format(name=amounts.short(name)))
        else:
            amount = amounts.amount(factor, value, decimal_comma=True)
            yield ImportedCheckin(line.number, day, {factor: amount})
