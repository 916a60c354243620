"""Small diaries for the visit page, as the figures the diary's door would hand out."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone

import pytest

from support import counted
from support.bundles import written
from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.figures import Figures, SiteCount, VisitFigures
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate, Pregnancy, Pregnant, Profile, Visit
from twitchlog.domain.symptom import PERSISTENT_WINDOW, SymptomAnswer
from twitchlog.domain.twitch import Strength, Trigger, Twitch

ZONE = timezone(timedelta(hours=1))
LIST_UP_TO = 10


@dataclass
class Book:
    """What was logged in a period; `figures()` counts it as the diary does."""

    period: Period
    twitches: list[Twitch] = field(default_factory=list)
    none_days: set[date] = field(default_factory=set)
    amounts: dict[str, list[tuple[date, float]]] = field(default_factory=dict)
    symptoms: list[SymptomAnswer] = field(default_factory=list)

    def log(self, day, *sites, at=(12, 0), lasted=None, strength=None, triggers=(), note=""):
        moment = Moment.of(datetime(day.year, day.month, day.day, *at, tzinfo=ZONE))
        strength = None if strength is None else Strength(strength)
        number = f"t{len(self.twitches)}"
        self.twitches.append(
            Twitch(number, moment, tuple(sites), lasted, strength, tuple(triggers), note)
        )
        return self

    def none(self, *days):
        self.none_days.update(days)
        return self

    def amount(self, factor, *pairs):
        self.amounts.setdefault(factor, []).extend(pairs)
        return self

    def symptom(self, kind, day, *, present, where="", words="", **more):
        made = Moment.of(datetime(day.year, day.month, day.day, 20, 0, tzinfo=ZONE))
        self.symptoms.append(
            SymptomAnswer(f"s{len(self.symptoms)}", kind, day, made, present, where, words, **more)
        )
        return self

    def figures(self) -> VisitFigures:
        counts = Counter(twitch.moment.day for twitch in self.twitches)
        checked = {day for pairs in self.amounts.values() for day, _amount in pairs}
        days = tuple(
            DaySummary(
                day,
                counts[day],
                logged=bool(counts[day] or day in self.none_days or day in checked),
                checkin=day in checked,
                none_said=day in self.none_days,
            )
            for day in self.period
        )
        at_site = defaultdict(list)
        for twitch in self.twitches:
            for site in twitch.sites:
                at_site[site].append(twitch.moment.day)
        sites = [
            SiteCount(site, len(on), len(set(on)), min(on), max(on)) for site, on in at_site.items()
        ]
        sites.sort(key=lambda count: count.site)
        sites.sort(key=lambda count: count.last, reverse=True)
        sites.sort(key=lambda count: -count.entries)
        site_days = Counter((day, site) for site, on in at_site.items() for day in on)
        durations = sorted(t.duration_s for t in self.twitches if t.duration_s is not None)
        triggers = Counter(
            trigger.words or trigger.kind for twitch in self.twitches for trigger in twitch.triggers
        )
        first = min((twitch.moment.day for twitch in self.twitches), default=None)
        logged = [day.day for day in days if day.logged]
        on_day = {day: frozenset(s for d, s in site_days if d == day) for day in logged}
        figures = Figures(
            period=self.period,
            days=days,
            entries=len(self.twitches),
            without_site=sum(not twitch.sites for twitch in self.twitches),
            sites=tuple(sites),
            site_days=tuple((day, site, n) for (day, site), n in sorted(site_days.items())),
            clock=counted.on_clock(
                (twitch.moment.day, twitch.moment.minute) for twitch in self.twitches
            ),
            lengths=counted.lengths(durations, without=len(self.twitches) - len(durations)),
            strengths=Counter(int(t.strength) for t in self.twitches if t.strength),
            triggers=triggers,
            amounts={name: tuple(sorted(pairs)) for name, pairs in self.amounts.items()},
            first_entry=first,
            diary_starts=min(logged, default=None),
        )
        few = len(self.twitches) <= LIST_UP_TO
        return VisitFigures(
            figures=figures,
            last_logged=tuple((day, on_day[day]) for day in logged[::-1][:PERSISTENT_WINDOW]),
            symptoms=tuple(self.symptoms),
            listed=tuple(sorted(self.twitches, key=lambda t: t.moment)) if few else (),
        )


@pytest.fixture
def book():
    """Return a function that starts an empty diary of `days` days up to `last`."""

    def start(last=date(2025, 11, 20), days=90):
        return Book(Period.ending(last, days=days))

    return start


NOT_LOGGED = (14, 22, 23, 24, 25, 26, 27, 28, 33, 36, 62, 75)
NEVER_SIGNS = ("weakness", "muscle-loss", "speaking", "swallowing", "breathing")
MOSTLY = ("calf-left",) * 66 + ("calf-right",) * 13 + ("sole-left",) * 8 + ("thigh-left",) * 5


@pytest.fixture
def quarter(book):
    """Return 90 days: 78 logged, 54 of them with twitching, 153 entries; seeded."""
    rng = random.Random(7)  # noqa: S311 - a made-up diary needs no secret
    diary = book()
    days = [day for n, day in enumerate(diary.period) if n not in NOT_LOGGED]
    twitching = sorted({*days[-10:], *rng.sample(days[:-10], 44)})
    diary.none(*(day for day in days if day not in twitching))
    _check_in(diary, days, rng)
    _twitch(diary, twitching, rng)
    _answer_weekly(diary)
    return diary


def _check_in(diary, days, rng):
    for n, day in enumerate(days):
        diary.amount("stress", (day, float(rng.randrange(4))))
        if n % 13:
            diary.amount("caffeine", (day, rng.choice((95.0, 190.0, 285.0))))
            diary.amount("sleep", (day, rng.choice((5.5, 6.5, 7.0, 8.0))))
        if n % 20:
            diary.amount("exercise", (day, rng.choice((0.0, 20.0, 60.0))))


def _twitch(diary, days, rng):
    counts = dict.fromkeys(days, 1)
    while sum(counts.values()) < 153:
        day = rng.choice(days)
        counts[day] += counts[day] < 9
    small = ("shoulder-left", "eyelid-right", "eyelid-left")
    for n, day in enumerate(day for day, count in counts.items() for _nth in range(count)):
        site = MOSTLY[n * 37 % 92] if n % 14 else small[n // 14 % 3]
        triggers = [Trigger("caffeine")] if n % 5 == 0 else []
        triggers += [Trigger("stress")] if n % 12 == 0 else []
        diary.log(
            day,
            site,
            at=(rng.choice((7, 9, 13, 16, 18, 19, 20, 20, 21, 21, 22, 22)), rng.randrange(60)),
            lasted=rng.choice((45.0, 80.0, 180.0, 180.0, 420.0, 900.0, None)),
            strength=rng.randrange(1, 5),
            triggers=triggers,
        )


def _answer_weekly(diary):
    for week in range(12):
        day = date(2025, 9, 3) + timedelta(days=7 * week)
        for kind in (*NEVER_SIGNS, "pain", "stiffness", "weight-loss", "fever"):
            diary.symptom(kind, day, present=False)
        diary.symptom("cramps", day, present=week % 3 == 2, where="both calves")
        diary.symptom("tiredness", day, present=week % 2 == 1)
        diary.symptom("feeling", day, present=6 <= week <= 9, where="left sole", words="Tingling.")


@pytest.fixture
def patient():
    """Return the profile of the person of `quarter`."""
    return Profile(
        name="Sample Patient",
        born=date(1984, 5, 14),
        first_noticed=PartialDate(2025, 6),
        pregnancy=Pregnancy(Pregnant.NO, date(2025, 11, 20)),
        medicines="Hydrochlorothiazide 12.5 mg daily, since March 2025\nSalbutamol when needed",
        tests="Blood on 2 October: potassium 3.4, low. The rest was in range.",
        conditions="Asthma, high blood pressure. Flu-like illness in May.",
        visit=Visit(date(2025, 11, 21), "Dr Example"),
        questions=(
            "Could the water tablet have something to do with it?",
            "Do I need an EMG?",
            "Can I keep running?",
        ),
    )


@pytest.fixture
def sparse(book):
    """Return six days: four entries, two days with none, one not logged; weakness reported."""
    diary = book(last=date(2025, 11, 21), days=6)
    diary.log(date(2025, 11, 16), "eyelid-left", at=(22, 10), lasted=30.0, strength=1,
              note="Long day at the screen.")  # fmt: skip
    diary.log(date(2025, 11, 18), "hand-thumb-side-right", at=(7, 40), strength=2)
    diary.log(date(2025, 11, 18), "hand-thumb-side-right", at=(23, 5), lasted=120.0, strength=4,
              note="Could see the thumb move.")  # fmt: skip
    diary.log(date(2025, 11, 20), "calf-right", at=(13, 15), lasted=10.0, strength=1)
    diary.none(date(2025, 11, 17), date(2025, 11, 21))
    diary.amount("caffeine", (date(2025, 11, 16), 95.0), (date(2025, 11, 18), 190.0),
                 (date(2025, 11, 20), 190.0))  # fmt: skip
    diary.amount("sleep", (date(2025, 11, 16), 5.0), (date(2025, 11, 17), 7.0),
                 (date(2025, 11, 18), 6.0), (date(2025, 11, 20), 6.5))  # fmt: skip
    diary.symptom("weakness", date(2025, 11, 18), present=True, where="right hand")
    words = "I dropped my cup twice. Opening jars is harder with the right hand."
    diary.symptom("weakness", date(2025, 11, 21), present=True, where="right hand", words=words)
    for kind in ("muscle-loss", "speaking", "swallowing", "breathing", "cramps", "pain"):
        diary.symptom(kind, date(2025, 11, 21), present=False)
    return diary


@pytest.fixture
def newcomer():
    """Return the profile of the person of `sparse`."""
    return Profile(
        name="Sample Patient",
        born=date(1997, 2, 3),
        visit=Visit(date(2025, 11, 24), "Dr Example"),
        questions=("Is it the nerve in my wrist?", "May I go on climbing?"),
        paper="letter",
    )


@pytest.fixture(scope="session")
def bundles(golden):
    """Return the bundle of a golden diary as it is read from the file: `bundles("example")`."""
    kept = {}

    def read(name):
        if name not in kept:
            kept[name] = written(golden, name).decode()
        return json.loads(kept[name])

    return read
