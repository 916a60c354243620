"""The invented days: what the person did, what twitched, and what of it was logged.

The rates are made up. They are shaped like the benign twitching that people describe: mostly one
calf, mostly in the evening, in runs of days, a little more after short nights and stress.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from twitchlog.domain.twitch import OWN, Activity, Pattern, Seen, Strength, Trigger
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.domain.period import Period

T = TypeVar("T")

_SITES: Final = {
    ("calf-left",): 58.0,
    ("calf-right",): 12.0,
    ("eyelid-left",): 8.0,
    ("calf-left", "calf-right"): 5.0,
    ("thigh-left",): 5.0,
    ("arch-left",): 4.0,
    ("thumb-right",): 3.0,
    ("eyelid-right",): 2.0,
    ("upper-arm-right",): 2.0,
    ("shoulder-left",): 1.0,
}
_STRENGTHS: Final[dict[Strength | None, float]] = {
    Strength.BARELY: 20.0,
    Strength.MILD: 38.0,
    Strength.CLEAR: 26.0,
    Strength.STRONG: 5.0,
    None: 11.0,
}
_PATTERNS: Final[dict[str, float]] = {
    Pattern.SINGLE: 20.0,
    Pattern.REPEATED: 48.0,
    Pattern.RIPPLING: 26.0,
    Pattern.CRAMP_LIKE: 6.0,
}
_SEEN: Final[dict[str, float]] = {Seen.VISIBLE: 57.0, Seen.FELT: 43.0}
_ACTIVITIES: Final[dict[str, float]] = {
    Activity.REST: 66.0,
    Activity.AFTER_USE: 18.0,
    Activity.FALLING_ASLEEP: 16.0,
}
_SAID_MORE: Final = 0.45
_NOTES: Final = (
    mark("Visible through the skin."),
    mark("Stopped when I stood up."),
    mark("After the stairs."),
    mark("Woke me up."),
    mark("On and off while reading."),
)
_WITHOUT_DURATION: Final = 0.2
_USUAL_S: Final = 140.0
_ENTRIES_A_DAY: Final = 2.2
_SPELL_DAYS: Final = 9
_NEWEST_DAY: Final = 3
"""At least so many entries on the last day, so that there is something to look at."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What one day was like: the amounts a check-in asks for."""

    sleep: float
    stress: int
    caffeine: float
    exercise: float
    medicine: int

    @property
    def pull(self) -> float:
        """How much they raise the rate, on the log scale: mildly."""
        return 0.28 * (self.stress - 1) - 0.22 * (self.sleep - 7) + 0.0012 * (self.caffeine - 160)

    @property
    def amounts(self) -> dict[str, float]:
        """The amounts by factor id."""
        return {
            "sleep": self.sleep,
            "stress": float(self.stress),
            "caffeine": self.caffeine,
            "exercise": self.exercise,
            "medicine": float(self.medicine),
        }


@dataclass(frozen=True, slots=True)
class Entry:
    """One invented twitch; `wall` is local time."""

    wall: datetime
    sites: tuple[str, ...]
    duration_s: float | None
    strength: Strength | None
    triggers: tuple[Trigger, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Day:
    """One invented day: its entries, in order, and what was said at `evening`, if anything."""

    day: date
    evening: datetime
    entries: tuple[Entry, ...] = ()
    amounts: Mapping[str, float] = field(default_factory=dict)
    none_said: bool = False


def days(chance: random.Random, period: Period, *, entries: int | None = None) -> tuple[Day, ...]:
    """Return the logged days of `period`: about two entries each, or `entries` in all."""
    missing = _not_logged(chance, period)
    habits = {day: _habits(chance, day) for day in period}
    moods = _moods(chance, period)
    rates = {
        day: _ENTRIES_A_DAY * math.exp(moods[day] + habits[day].pull)
        for day in period
        if day not in missing
    }
    counts = _counts(chance, rates, entries)
    return tuple(_day(chance, day, habits[day], counts[day]) for day in rates)


def more_about(chance: random.Random) -> dict[str, str | None]:
    """Return what was said of one twitch under *More about it*; of most of them nothing was."""
    said = chance.random() < _SAID_MORE
    return {
        column: str(_pick(chance, answers)) if said and chance.random() < share else None
        for column, answers, share in (
            ("pattern", _PATTERNS, 0.9),
            ("seen", _SEEN, 0.7),
            ("activity", _ACTIVITIES, 0.6),
        )
    }


def _not_logged(chance: random.Random, period: Period) -> set[date]:
    """Single days, and one whole week in every half-year; never the last three days."""
    span = list(period)[:-3]
    missing = {day for day in span if chance.random() < 0.06}
    for start in range(0, len(span) - 44, 182):
        first = start + chance.randrange(20, 34)
        missing.update(span[first : first + 7])
    return missing


def _moods(chance: random.Random, period: Period) -> dict[date, float]:
    """How ready the muscles are, on the log scale: spells, quiet runs, and a slow drift.

    Told backwards, so that the last day lies in a spell that is worse than the month before.
    """
    phase, active = chance.uniform(-0.4, 0.4), True
    found = {}
    for number, day in enumerate(reversed(list(period))):
        active = chance.random() < (0.9 if active else 0.22) or number < _SPELL_DAYS
        drift = 0.35 * math.cos(number / 19 + phase)
        found[day] = drift + (0.0 if active else -2.6)
    return found


def _habits(chance: random.Random, day: date) -> Habits:
    weekend = day.weekday() >= 5
    cups = chance.choices((0, 1, 2, 3, 4), (6, 22, 40, 24, 8))[0]
    return Habits(
        sleep=min(9.5, max(4.0, round(2 * chance.gauss(7.6 if weekend else 6.8, 0.9)) / 2)),
        stress=chance.choices((0, 1, 2, 3), (40, 40, 16, 4) if weekend else (15, 42, 32, 11))[0],
        caffeine=95.0 * cups + chance.choices((0, 45), (75, 25))[0],
        exercise=float(chance.choices((0, 20, 30, 45, 60), (46, 16, 20, 12, 6))[0]),
        medicine=int(chance.random() < 0.93),
    )


def bed_and_wake(day: date, slept: float) -> tuple[int, int]:
    """Return the minutes of the clock from and to which the night before `day` was slept."""
    wake = 360 + 15 * (day.toordinal() % 4) + (60 if day.weekday() >= 5 else 0)
    return (wake - round(60 * slept)) % (24 * 60), wake


def _counts(
    chance: random.Random, rates: Mapping[date, float], entries: int | None
) -> Mapping[date, int]:
    if entries is None:
        drawn = {day: _poisson(chance, rate) for day, rate in rates.items()}
        newest = max(drawn)
        return drawn | {newest: max(_NEWEST_DAY, drawn[newest])}
    return Counter(chance.choices(list(rates), list(rates.values()), k=entries))


def _poisson(chance: random.Random, rate: float) -> int:
    """Draw a count by multiplying uniform numbers (Knuth, Art of Computer Programming 3.4.1)."""
    limit, product, count = math.exp(-rate), chance.random(), 0
    while product > limit:
        product *= chance.random()
        count += 1
    return count


def _day(chance: random.Random, day: date, habits: Habits, count: int) -> Day:
    drawn = (_entry(chance, day, habits) for _n in range(count))
    entries = tuple(sorted(drawn, key=lambda entry: entry.wall))
    answered = chance.random() < 0.82
    none_said = not entries and (not answered or chance.random() < 0.6)
    evening = datetime.combine(day, time(21, chance.randrange(15, 60)))
    return Day(day, evening, entries, habits.amounts if answered else {}, none_said)


def _entry(chance: random.Random, day: date, habits: Habits) -> Entry:
    duration = None
    if chance.random() >= _WITHOUT_DURATION:
        duration = _rounded(min(6000.0, chance.lognormvariate(math.log(_USUAL_S), 1.25)))
    return Entry(
        wall=_time_of_day(chance, day),
        sites=_pick(chance, _SITES),
        duration_s=duration,
        strength=_pick(chance, _STRENGTHS),
        triggers=_triggers(chance, habits),
        note=_(chance.choice(_NOTES)) if chance.random() < 0.05 else "",
    )


def _time_of_day(chance: random.Random, day: date) -> datetime:
    kind = chance.random()
    if kind < 0.6:
        minute = chance.gauss(20.4 * 60, 75)
    elif kind < 0.9:
        minute = chance.uniform(7 * 60, 19 * 60)
    else:
        minute = chance.uniform(0, 24 * 60)
    midnight = datetime.combine(day, time())
    return midnight + timedelta(
        minutes=min(1439, max(0, int(minute))), seconds=chance.randrange(60)
    )


def _rounded(seconds: float) -> float:
    """Round as people do: to 5 seconds, half a minute, then minutes."""
    step = 5 if seconds < 120 else 30 if seconds < 600 else 60
    return float(max(step, step * round(seconds / step)))


def _triggers(chance: random.Random, habits: Habits) -> tuple[Trigger, ...]:
    likely = {
        Trigger("caffeine"): 0.3 if habits.caffeine > 200 else 0.08,
        Trigger("poor-sleep"): 0.4 if habits.sleep < 6.5 else 0.02,
        Trigger("stress"): 0.35 if habits.stress >= 2 else 0.03,
        Trigger("exercise"): 0.3 if habits.exercise >= 45 else 0.03,
        Trigger(OWN, _("sat for long")): 0.06,
    }
    return tuple(trigger for trigger, share in likely.items() if chance.random() < share)


def _pick(chance: random.Random, weights: Mapping[T, float]) -> T:
    return chance.choices(list(weights), list(weights.values()))[0]
