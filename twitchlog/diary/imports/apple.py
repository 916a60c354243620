"""Read Apple Health's `export.xml`, or the zip file it comes in, as a stream.

The shape is that of the DTD inside each such file: `Record` elements with type, unit, value,
startDate and endDate (2026-06-18 23:10:00 +0200), `Workout` elements with a duration. Records that
are part of a `Correlation` stand at the top as well, so nested ones are passed over.
"""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from twitchlog.diary.imports.apple_days import Exercise, Sleep
from twitchlog.diary.imports.apple_time import Stamp, stamp
from twitchlog.diary.imports.keys import Keys
from twitchlog.diary.imports.sniffing import DAMAGED_ZIP, NotImportable, readable
from twitchlog.diary.imports.watch import Watch
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.imports import ImportedDose, LeftOut, Problem
from twitchlog.domain.moment import Moment
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from twitchlog.diary.imports.sniffing import Sniffed
    from twitchlog.domain.imports import Choices, Found

_PREFIX: Final = re.compile(
    r"^HK(?:Quantity|Category|Correlation|Data)?(?:TypeIdentifier|Value)?(?:Dietary)?"
)
_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CHUNK: Final = 1 << 18
_SLEEP: Final = "HKCategoryTypeIdentifierSleepAnalysis"
_ASLEEP: Final = "HKCategoryValueSleepAnalysisAsleep"
_EXERCISE: Final = "HKQuantityTypeIdentifierAppleExerciseTime"
_DRUNK: Final = {
    "HKQuantityTypeIdentifierDietaryCaffeine": "caffeine",
    "HKQuantityTypeIdentifierDietaryWater": "water",
}
_UNITS: Final = {
    "caffeine": {"mg": 1.0, "g": 1000.0, "mcg": 0.001, "kg": 1_000_000.0, "oz": 28_349.5},
    "water": {"l": 1.0, "ml": 0.001, "cl": 0.01, "dl": 0.1, "fl_oz_us": 0.0295735,
              "fl_oz_imp": 0.0284131, "cup_us": 0.236588, "cup_imp": 0.284131,
              "pt_us": 0.473176},
}  # fmt: skip
_ACTIVITY: Final = "HKWorkoutActivityType"
_PRESETS: Final = {
    "Walking": "walking", "Hiking": "walking", "Running": "running", "Cycling": "cycling",
    "Swimming": "swimming", "Yoga": "yoga", "Pilates": "yoga", "Flexibility": "yoga",
    "TraditionalStrengthTraining": "strength", "FunctionalStrengthTraining": "strength",
    "CoreTraining": "strength", "Soccer": "team-sport", "Basketball": "team-sport",
    "Volleyball": "team-sport", "Handball": "team-sport", "Tennis": "team-sport",
    "Badminton": "team-sport", "TableTennis": "team-sport", "Hockey": "team-sport",
}  # fmt: skip
"""Kinds of exercise by what Apple Health calls them; others keep their own name."""
_TELLING: Final = (
    "type", "workoutActivityType", "startDate", "endDate", "value", "unit", "sourceName",
)  # fmt: skip
"""The attributes that make a record the same one in the next export."""
_MINUTES: Final = {"min": 1.0, "s": 1 / 60, "sec": 1 / 60, "hr": 60.0, "h": 60.0}


def read_apple_health(
    sniffed: Sniffed, choices: Choices, watch: Watch | None = None
) -> Iterator[Found]:
    """Yield caffeine as doses while it reads, sleep and exercise by the day at the end.

    Memory stays within what sleep and exercise of a life take, however large the file is. Raises
    NotImportable for a file that is damaged or declares entities, and Cancelled.
    """
    watch = watch or Watch()
    reader = _Reader(choices)
    with readable(sniffed.path), _opened(sniffed) as file:
        done = 0
        while chunk := file.read(_CHUNK):
            done += len(chunk)
            reader.feed(chunk, sniffed.path.name)
            watch.at(done, sniffed.size)
            yield from reader.taken()
        reader.finish(sniffed.path.name)
    yield from reader.taken()
    yield from reader.days()


@contextmanager
def _opened(sniffed: Sniffed) -> Iterator[IO[bytes]]:
    damaged = NotImportable(_("“{name}” is a damaged zip file.").format(name=sniffed.path.name))
    try:
        if not sniffed.member:
            with sniffed.path.open("rb") as file:
                yield file
            return
        with zipfile.ZipFile(sniffed.path) as packed, packed.open(sniffed.member) as inner:
            yield inner
    except DAMAGED_ZIP:
        raise damaged from None


class _Reader:
    """Takes what is wanted from the elements as they pass by; builds no tree."""

    def __init__(self, choices: Choices) -> None:
        self._latest_ms = choices.now.utc_ms + 60_000
        self._keys = Keys("dose")
        self._found: list[Found] = []
        self._left: Counter[str] = Counter()
        self._sleep, self._exercise = Sleep(), Exercise()
        self._depth = 0
        # Its encoding, whatever a damaged first line says: the telephone writes no other.
        self._parser = expat.ParserCreate("UTF-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.EntityDeclHandler = _refuse_entity
        self._parser.buffer_text = True

    def feed(self, chunk: bytes, name: str) -> None:
        """Read on; raise NotImportable where the file is no sound XML."""
        self._parse(chunk, name, last=False)

    def finish(self, name: str) -> None:
        """Read to the end; raise NotImportable where it comes too early."""
        self._parse(b"", name, last=True)

    def _parse(self, chunk: bytes, name: str, *, last: bool) -> None:
        try:
            self._parser.Parse(chunk, last)
        except (expat.ExpatError, LookupError, ValueError):
            line = numeral(self._parser.CurrentLineNumber)
            raise NotImportable(
                _("“{name}” is damaged in line {line}; nothing was brought in.").format(
                    name=name, line=line
                )
            ) from None

    def taken(self) -> list[Found]:
        """Return what was found since this was asked last."""
        found, self._found = self._found, []
        return found

    def days(self) -> Iterator[Found]:
        """Yield what is said by the day, once everything was read, and what was left out."""
        yield from self._sleep.days()
        yield from self._exercise.days()
        for kind, count in self._left.most_common():
            what = _in_words(kind)
            yield LeftOut(0, what, count)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth != 2:
            return
        try:
            if name == "Record":
                self._record(attributes)
            elif name == "Workout":
                self._workout(attributes)
        except BadInput as problem:
            line = self._parser.CurrentLineNumber
            self._found.append(Problem(line, "", problem.sentence))

    def _end(self, _name: str) -> None:
        self._depth -= 1

    def _record(self, attributes: dict[str, str]) -> None:
        kind = attributes.get("type", "")
        if kind == _SLEEP:
            value = attributes.get("value", "")
            if value.startswith(_ASLEEP):
                self._sleep.add(*self._span(attributes))
            else:
                self._left[value] += 1
        elif kind == _EXERCISE:
            start, _end = self._span(attributes)
            self._exercise.add_minutes(start, _amount(attributes, _MINUTES))
        elif kind in _DRUNK:
            self._drunk(_DRUNK[kind], attributes)
        else:
            self._left[kind] += 1

    def _drunk(self, factor: str, attributes: dict[str, str]) -> None:
        start, _end = self._span(attributes)
        self._dose(factor, start, _amount(attributes, _UNITS[factor]), attributes)

    def _workout(self, attributes: dict[str, str]) -> None:
        start, end = self._span(attributes)
        minutes = (end.utc_ms - start.utc_ms) / 60_000
        if attributes.get("duration"):
            minutes = min(minutes, _amount(attributes, _MINUTES, "duration", "durationUnit"))
        if self._exercise.add_workout(start, minutes):
            kind = attributes.get("workoutActivityType", "").removeprefix(_ACTIVITY)
            preset = _PRESETS.get(kind, "other-exercise")
            words = "" if kind in _PRESETS else _in_words(kind)
            self._dose("exercise", start, minutes, attributes, preset=preset, words=words)

    def _dose(
        self,
        factor: str,
        start: Stamp,
        amount: float,
        attributes: dict[str, str],
        *,
        preset: str = "",
        words: str = "",
    ) -> None:
        checked = FACTORS[factor].check(round(amount, 3))
        content = "\x1f".join(attributes.get(name, "") for name in _TELLING)
        key, line = self._keys.of(content), self._parser.CurrentLineNumber
        moment = Moment(start.utc_ms, start.offset_min)
        if checked > 0:
            self._found.append(ImportedDose(key, line, moment, factor, checked, preset, words))

    def _span(self, attributes: dict[str, str]) -> tuple[Stamp, Stamp]:
        """Return start and end of a record; raise BadInput for none, or one still to come."""
        start = stamp(attributes.get("startDate", ""))
        end = stamp(attributes.get("endDate") or attributes.get("startDate", ""))
        if end.utc_ms < start.utc_ms:
            raise BadInput(_("This record ends before it begins."))
        if end.utc_ms > self._latest_ms:
            raise BadInput(_("This time is still to come."))
        return start, end


def _amount(
    attributes: dict[str, str], units: dict[str, float], value: str = "value", unit: str = "unit"
) -> float:
    written = attributes.get(unit, "").lower()
    try:
        number = float(attributes.get(value, ""))
    except ValueError:
        number = float("nan")
    if written not in units or not 0 <= number < 1e9:
        raise BadInput(
            _("“{value} {unit}” is not an amount.").format(
                value=attributes.get(value, "")[:20], unit=attributes.get(unit, "")[:20]
            )
        )
    return number * units[written]


def _in_words(kind: str) -> str:
    """Return the name of a kind of record in words: HeartRate becomes heart rate."""
    bare = _PREFIX.sub("", kind)[:60]
    words = " ".join(_CAPITAL.sub(" ", bare).lower().split())
    return words[:1].upper() + words[1:] or _("Other records")


def _refuse_entity(name: str, *_rest: object) -> None:
    raise NotImportable(
        _("This file declares “{name}” as a stand-in for other text, which no export does.").format(
            name=name[:40]
        )
    )
