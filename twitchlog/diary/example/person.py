"""The invented person: Alex Example, what they say of themself, their answers and rest counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.domain.profile import PartialDate, Pregnancy, Pregnant, Profile
from twitchlog.domain.rest import USUAL_S, Tap
from twitchlog.translation import _

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator

    from twitchlog.domain.period import Period

_BORN: Final = date(1987, 3, 14)
_NO: Final = (
    "weakness", "muscle-loss", "speaking", "swallowing", "breathing", "stiffness", "pain",
)  # fmt: skip
_SUNDAY: Final = 6
_FORGOTTEN: Final = 0.2
_AT_REST: Final = (3, 14)
"""The fewest and the most twitches of a rest count."""
_IN_THE_CALF: Final = 0.8


@dataclass(frozen=True, slots=True)
class Answer:
    """One invented answer about a symptom; `wall` is the local time it was given."""

    wall: datetime
    kind: str
    present: bool
    where: str = ""
    words: str = ""


def person(period: Period) -> Profile:
    """Return what Alex Example says of themself, with dates that fit `period`."""
    noticed = period.first - timedelta(days=75)
    return Profile(
        name="Alex Example",
        born=_BORN if period.first.year > _BORN.year + 20 else None,
        first_noticed=PartialDate(noticed.year, noticed.month),
        pregnancy=Pregnancy(Pregnant.NO, period.last - timedelta(days=min(9, period.days - 1))),
        own_words=MappingProxyType({5: _("The eyelid only after bad nights.")}),
    )


def answers(chance: random.Random, period: Period) -> Iterator[Answer]:
    """Yield the weekly answers, the oldest first: mostly no, cramps often, a tingling that went."""
    gone = period.first + timedelta(days=period.days * 2 // 5)
    for back in range((period.days - 1) // 7, -1, -1):
        day = period.last - timedelta(days=7 * back + min(1, period.days - 1))
        if day < period.first:
            continue
        wall = datetime.combine(day, time(21, 50))
        for kind in _NO:
            yield Answer(wall, kind, present=False)
        tingling = day < gone
        yield Answer(
            wall,
            "feeling",
            present=tingling,
            where=_("left foot") if tingling else "",
            words=_("pins and needles after sitting") if tingling else "",
        )
        cramps = chance.random() < 0.65
        yield Answer(wall, "cramps", present=cramps, where=_("both calves") if cramps else "")
        yield Answer(wall, "tiredness", present=chance.random() < 0.3)


def rest_counts(
    chance: random.Random, period: Period
) -> Iterator[tuple[datetime, tuple[Tap, ...]]]:
    """Yield a rest count for most Sundays, a few more twitches some weeks than others."""
    for day in period:
        if day.weekday() != _SUNDAY or chance.random() < _FORGOTTEN:
            continue
        count = chance.randint(*_AT_REST)
        moments = sorted(chance.randrange(int(USUAL_S * 1000)) for _tap in range(count))
        taps = tuple(
            Tap(after, "calf-left" if chance.random() < _IN_THE_CALF else "calf-right")
            for after in moments
        )
        yield datetime.combine(day, time(20, 15)), taps
