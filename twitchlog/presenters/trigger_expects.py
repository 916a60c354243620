"""What a person may expect of so many days: the power of the method, in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from twitchlog.translation import _, mark

EXPECTS: Final = (
    mark(
        "Your diary shows a link only where it stands out from the ups and downs that every diary "
        "has. Most links take months to show. Suppose that something truly goes with half as many "
        "twitches again. Of 100 such diaries, it is found in about so many:"
    ),
    mark(
        "A thing that you name before you look is tested alone. After 60 logged days it is found "
        "about twice as often."
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
_AMOUNTS: Final = {60: 11, 90: 39, 120: 63, 180: 92}
_YES_NO: Final = {120: 18, 365: 68}
"""Of 100 simulated diaries with a true ratio of 1.5, those that find it, by logged days."""


@dataclass(frozen=True, slots=True)
class Chance:
    """After how many days, and how often something that is there is found by then."""

    days: str
    found: str


def found() -> tuple[Chance, ...]:
    """Return how often it is found, for an amount and for what is yes or no."""
    amounts = _("an amount, {n} logged days")
    yes_no = _("yes or no, {n} logged days")
    return tuple(
        Chance(words.format(n=days), _("{n} of 100").format(n=number))
        for words, numbers in ((amounts, _AMOUNTS), (yes_no, _YES_NO))
        for days, number in numbers.items()
    )
