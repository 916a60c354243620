"""What a person may expect of so many days: the power of the method, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from twitchlog.translation import _, mark

EXPECTS: Final = (
    mark(
        "Your diary shows a link only where it stands out from the ups and downs that every diary "
        "has. Most links take months to show. Suppose that something truly goes with 50 % more "
        "twitches, for each usual swing of it. Of 100 such diaries, it is found in about so many:"
    ),
    mark(
        "The fewer things are looked at, the more is found. So leave out what cannot matter before "
        "you look."
    ),
    mark(
        "A thing that you name before you look is tested alone. After 60 logged days it is found "
        "in about 38 of 100 diaries instead of 34 with 5 things looked at, and in 21 instead of 14 "
        "with 10."
    ),
    mark(
        "Of 100 diaries in which nothing goes with the twitching, fewer than 5 call something "
        "linked."
    ),
    mark(
        "So “unclear” and “not enough days yet” do not mean that there is nothing. They mean that "
        "your diary cannot tell yet."
    ),
)
ALONE: Final = mark(
    "It is then found more often: with 10 things looked at, in 21 of 100 diaries after 60 logged "
    "days instead of 14."
)
"""What it helps to be tested alone."""
_AMOUNTS: Final = {5: {60: 34, 90: 56, 120: 71, 180: 90}, 15: {60: 6, 90: 24, 120: 42, 180: 75}}
_YES_NO: Final = {120: 17, 365: 70}
"""Of 100 simulated diaries with a true ratio of 1.5, those that find it, by logged days.

Of amounts by how many things are looked at; of what is so on a fifth of the days with 5 of them.
The figures are those of `make bench ARGS=triggers`.
"""


@dataclass(frozen=True, slots=True)
class Chance:
    """After how many days, and how often something that is there is found by then."""

    days: str
    found: str


@dataclass(frozen=True, slots=True)
class Chances:
    """Those of one kind of thing, under its name."""

    name: str
    rows: tuple[Chance, ...]


def found() -> tuple[Chances, ...]:
    """Return how often it is found, for an amount and for what is yes or no."""
    amount = _("An amount, {n} things looked at")
    yes_no = _("Yes on a fifth of days, {n} things looked at")
    return (
        *(Chances(amount.format(n=n), _rows(numbers)) for n, numbers in _AMOUNTS.items()),
        Chances(yes_no.format(n=min(_AMOUNTS)), _rows(_YES_NO)),
    )


def _rows(numbers: dict[int, int]) -> tuple[Chance, ...]:
    return tuple(
        Chance(_("{n} logged days").format(n=days), _("{n} of 100").format(n=number))
        for days, number in numbers.items()
    )
