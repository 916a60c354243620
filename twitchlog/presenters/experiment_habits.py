"""Words for the two kinds of day of a trial, proposed for each habit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.factor import Kind
from twitchlog.domain.trial_rules import WORDS_LIMIT
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from twitchlog.domain.factor import Factor

_PROPOSED: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "sleep": (
        (mark("Lights out an hour earlier"), mark("Bedtime as usual")),
        (mark("Up at the same time each day"), mark("Getting up as usual")),
    ),
    "caffeine": (
        (mark("Coffee as usual"), mark("No caffeine")),
        (mark("Coffee as usual"), mark("No caffeine after noon")),
        (mark("Coffee as usual"), mark("One cup at most")),
    ),
    "alcohol": (
        (mark("A drink if I like"), mark("No alcohol")),
        (mark("A drink if I like"), mark("One drink at most")),
    ),
    "water": ((mark("Two glasses of water more"), mark("Water as usual")),),
    "meals-skipped": ((mark("Meals as usual"), mark("Three meals a day")),),
    "exercise": (
        (mark("A walk of half an hour"), mark("No walk")),
        (mark("Exercise as usual"), mark("A day of rest")),
        (mark("Ten minutes of stretching"), mark("No stretching")),
    ),
    "screen-time": (
        (mark("Screens as usual"), mark("No screen after 21:00")),
        (mark("Screens as usual"), mark("Two hours of screen at most")),
    ),
    "magnesium": ((mark("Magnesium"), mark("No magnesium")),),
}


def proposed(factor: Factor) -> tuple[tuple[str, str], ...]:
    """Return pairs of words for the days with more of a habit and those with less, best first."""
    if factor.id in _PROPOSED:
        return tuple((_(on), _(off)) for on, off in _PROPOSED[factor.id])
    name = factor.label_lower
    if factor.kind is Kind.YES_NO:
        pairs = [(_("With {name}"), _("Without {name}"))]
    else:
        as_usual = _("As usual: {name}")
        pairs = [(as_usual, _("Without {name}")), (as_usual, _("Less {name}"))]
    return tuple(
        (on.format(name=name)[:WORDS_LIMIT], off.format(name=name)[:WORDS_LIMIT])
        for on, off in pairs
    )
