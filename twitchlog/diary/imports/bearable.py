"""Read the CSV export of Bearable: one row a rating.

The shape is that of public converters and analyses of such exports: columns `date` (22nd Jan
2022), `date formatted` (2022-01-22, in newer ones), `weekday`, `time of day` (pre, am, mid, pm, all
day, or 21:30), `category`, `rating/amount`, `detail`, `notes`. A symptom's detail is its name and a
word, *Neck pain (Moderate)*, its rating 0 to 4; sleep is hours and minutes, 7:30; factors are a
list with levels, *Coffee - A lot | Stressed - Little*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports import amounts
from twitchlog.diary.imports.apps import App, Line, is_twitching, split_list, symptom_kind
from twitchlog.diary.imports.times import TimeOfDay, read_time
from twitchlog.diary.imports.words import plain
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.imports import ImportedCheckin, ImportedSymptom, LeftOut
from twitchlog.domain.text import clean
from twitchlog.domain.twitch import Strength
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from twitchlog.diary.imports.sniffing import Sniffed
    from twitchlog.diary.imports.watch import Watch
    from twitchlog.domain.imports import Choices, Found

_PARTS: Final = {"pre": 4, "am": 9, "mid": 13, "pm": 20}
"""The hour that stands for a part of the day: before getting up, morning, midday, evening."""
_SEVERITY: Final = re.compile(
    r"\s*\((mild|moderate|severe|unbearable|extreme|none)\)\s*$", re.IGNORECASE
)
_LEVEL: Final = re.compile(r"\s+[-–]\s+([^-–]+)$")
_ASLEEP: Final = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")
_LEVEL_FACTORS: Final = {
    "stress": "stress", "stressed": "stress", "anxiety": "anxiety", "anxious": "anxiety",
}  # fmt: skip
_MINUTES: Final = frozenset({"exercise", "workout", "active minutes", "exercise minutes"})


def read_bearable(
    sniffed: Sniffed, choices: Choices, watch: Watch | None = None
) -> Iterator[Found]:
    """Yield what every line says; ratings without a counterpart are left out by category."""
    app = App(choices)

    def read(line: Line) -> Iterator[Found]:
        day = app.clock.day(line["date formatted"] or line["date"])
        reader = _READERS.get(line["category"].lower())
        if line["notes"] and line["notes"] != "(Synced)":
            yield ImportedCheckin(line.number, day, {}, clean(line["notes"]))
        if reader is None:
            yield from _factors(line, day)
        else:
            yield from reader(app, line, day)

    return app.lines(sniffed, read, watch)


def _time(text: str) -> TimeOfDay | None:
    hour = _PARTS.get(text.lower())
    return read_time(text) if hour is None else TimeOfDay(hour * 3600)


def _symptom(app: App, line: Line, day: date) -> Iterator[Found]:
    """Read a symptom: a twitch, an answer about a symptom we ask for, or one we do not."""
    name = _SEVERITY.sub("", line["detail"]).strip()
    rating = _number(line["rating/amount"])
    if is_twitching(name):
        if rating != 0:
            yield app.twitch(
                line, name, day, _time(line["time of day"]), strength=_strength(rating)
            )
        return
    kind = symptom_kind(name)
    if kind is None:
        yield LeftOut(line.number, _("Symptom “{name}”").format(name=amounts.short(name)))
        return
    yield ImportedSymptom(line.number, day, kind, rating != 0, words=clean(line["detail"]))


def _strength(rating: float | None) -> Strength | None:
    return None if rating is None else Strength(min(4, max(1, round(rating))))


def _sleep(_app: App, line: Line, day: date) -> Iterator[Found]:
    """Read hours slept, which stand as 7:30 or as the times of falling asleep and waking."""
    text = line["rating/amount"]
    times = _ASLEEP.search(line["detail"])
    if text:
        hours = amounts.amount("sleep", text, decimal_comma=True)
    elif times:
        start, end = (int(times[n]) * 60 + int(times[n + 1]) for n in (1, 3))
        hours = (end - start) % 1440 / 60
    else:
        raise BadInput(_("This line says no hours of sleep."))
    yield ImportedCheckin(line.number, day, {"sleep": FACTORS["sleep"].check(round(hours, 2))})


def _factors(line: Line, day: date) -> Iterator[Found]:
    """Read a list of factors; those with a level or an amount we ask for are kept."""
    items = split_list(line["detail"], "|")
    for item in items:
        level = _LEVEL.search(item)
        name = _LEVEL.sub("", item)
        factor = _LEVEL_FACTORS.get(plain(name))
        if factor in FACTORS and level:
            amount = amounts.level(level[1], scale="0-3")
            yield ImportedCheckin(line.number, day, {factor: amount})
        elif plain(name) in _MINUTES and line["rating/amount"]:
            amount = amounts.amount("exercise", line["rating/amount"], decimal_comma=True)
            yield ImportedCheckin(line.number, day, {"exercise": amount})
        elif "caffeine" in plain(name) and "mg" in plain(name) and line["rating/amount"]:
            amount = amounts.amount("caffeine", line["rating/amount"], decimal_comma=True)
            yield ImportedCheckin(line.number, day, {"caffeine": amount})
        else:
            yield LeftOut(line.number, _what(line))
    if not items:
        yield LeftOut(line.number, _what(line))


def _what(line: Line) -> str:
    return amounts.short(line["category"]) or _("Lines without a category")


def _number(text: str) -> float | None:
    found = amounts.number_and_unit(text, decimal_comma=True)
    return found[0] if found else None


_READERS: Final = {"symptom": _symptom, "symptoms": _symptom, "sleep": _sleep}
