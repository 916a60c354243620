"""What may be tried in a planned trial, and what a plan must be: a habit, never a medicine."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.experiment import FEWEST_PAIRS, LONGEST_BLOCK, MOST_PAIRS
from twitchlog.domain.factor import Kind
from twitchlog.domain.medicine_names import SUPPLEMENT, is_medicine, keys, parts, recognised
from twitchlog.domain.text import clean_line
from twitchlog.domain.wording import plain_words
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from twitchlog.domain.factor import Factor
    from twitchlog.domain.moment import Moment

FURTHEST_AHEAD: Final = timedelta(days=60)
_NOON: Final = 12 * 60
MOST_SEED: Final = 2**63 - 1
WORDS_LIMIT: Final = 60

_NO_MEDICINE: Final = mark(
    "Medicines are not for a trial of your own: changing them can do harm. Talk to your doctor or "
    "pharmacist. A trial is of a habit, such as coffee, sleep or screen time."
)
_REFUSED: Final = {
    "medicine": _NO_MEDICINE,
    "stimulants": _NO_MEDICINE,
    "nicotine": mark(
        "Smoking does not fit a trial in blocks: going without is felt for longer than a block, "
        "and no plan should tell you to start again."
    ),
    "potassium": mark(
        "Potassium is not for a trial of your own: too much or too little of it can harm the heart."
    ),
    "calcium": mark(
        "Calcium is not for a trial of your own: it is mostly taken on a doctor's word, and one "
        "block does not change what the body holds."
    ),
    "vitamin-d": mark("Vitamin D stays in the body for weeks, so blocks of days cannot tell."),
    "vitamin-b12": mark("Vitamin B12 stays in the body for months, so blocks of days cannot tell."),
}
_NOT_CHOSEN: Final = frozenset({"sleep-quality", "stress", "anxiety", "illness", "cold", "period"})
"""How a day is, not what one does on it: no plan can set it."""
_CAUTIONS: Final = {
    "sleep": mark("Plan two kinds of night that both give you enough sleep."),
    "caffeine": mark("A headache on the first days without caffeine is common and passes."),
    "alcohol": mark(
        "If you drink a lot on most days, do not stop from one day to the next without a doctor: "
        "that can be dangerous."
    ),
    "water": mark("Stay near what you usually drink: very little and very much can both do harm."),
    "meals-skipped": mark(
        "Not for you if you have diabetes, or if eating has ever been a trouble for you."
    ),
    "exercise": mark("Plan no more than you are used to."),
    "magnesium": mark(
        "Take no more than the pack says. If a doctor told you to take it, or your kidneys are "
        "ill, ask there first."
    ),
}


def refusal(factor: Factor, *, medicines: Collection[str] = ()) -> str | None:
    """Say why `factor` cannot be tried; None where it can. `medicines` are what the person takes.

    A trial is of something that one chooses to do on a day and that wears off within days. Of the
    supplements only magnesium is both; the person's own factor counts by its name.
    """
    if factor.id in _REFUSED:
        return _(_REFUSED[factor.id])
    if factor.id in _NOT_CHOSEN or (factor.own and factor.kind is Kind.SCALE):
        return _(
            "{name} is not something you choose from day to day, so no plan can set it."
        ).format(name=factor.label)
    if names_medicine(factor.label, medicines):
        return _(_NO_MEDICINE)
    is_magnesium = "magnesium" in parts(factor.label)
    if factor.own and recognised(factor.label) == SUPPLEMENT and not is_magnesium:
        return _(
            "Most supplements stay in the body for longer than a block. Of them, only magnesium "
            "can be tried."
        )
    return None


def caution(factor: Factor) -> str:
    """Say what to mind before trying `factor`; empty where there is nothing to say."""
    said = _CAUTIONS.get(factor.id)
    return _(said) if said else ""


def names_medicine(text: str, medicines: Collection[str]) -> bool:
    """Tell whether `text` names a well-known medicine, or one of the person's `medicines`."""
    if is_medicine(text):
        return True
    said, word_parts = f" {' '.join(plain_words(text))} ", set(parts(text))
    known = (key for each in medicines for key in keys(_without_strength(each)))
    return any(f" {name} " in said or name in word_parts for name in known)


def checked_words(on: str, off: str, *, medicines: Collection[str]) -> tuple[str, str]:
    """Return the words for the two kinds of day, cleaned; raise BadInput.

    Refused are: none, the same twice, more than 60 letters, and the name of a medicine.
    """
    words = (clean_line(on, limit=WORDS_LIMIT), clean_line(off, limit=WORDS_LIMIT))
    if not all(words):
        raise BadInput(_("Say in a few words what you do on each of the two kinds of day."))
    if words[0].casefold() == words[1].casefold():
        raise BadInput(_("The two kinds of day need different words."))
    if any(names_medicine(each, medicines) for each in words):
        raise BadInput(_(_NO_MEDICINE))
    return words


def soonest(now: Moment) -> date:
    """Return the first day that is whole enough to begin on: today before noon, else tomorrow."""
    begun = now.back > 0 or now.minute >= _NOON
    return now.day + timedelta(days=begun)


def check_plan(*, first: date, pairs: int, block_days: int, seed: int, today: date) -> None:
    """Raise BadInput where no plan can be drawn from these."""
    if not FEWEST_PAIRS <= pairs <= MOST_PAIRS:
        raise BadInput(
            _("A trial has {least} to {most} pairs of blocks.").format(
                least=FEWEST_PAIRS, most=MOST_PAIRS
            )
        )
    if not 1 <= block_days <= LONGEST_BLOCK:
        raise BadInput(_("A block has 1 to {most} days.").format(most=LONGEST_BLOCK))
    if first < today:
        raise BadInput(_("A trial cannot begin on a day that has passed."))
    if first > today + FURTHEST_AHEAD:
        raise BadInput(
            _("A trial begins within {days} days from today.").format(days=FURTHEST_AHEAD.days)
        )
    if not 0 <= seed <= MOST_SEED:
        raise BadInput(_("The seed is a whole number from 0 on."))


def _without_strength(medicine: str) -> str:
    """Return the name of a medicine without what follows from the first number on."""
    return re.split(r"(?<![^\W_])\d", medicine, maxsplit=1)[0].casefold()
