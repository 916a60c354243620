"""What habits are called every day: *coffee* is caffeine, a *run* is exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.dose import PRESETS
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.wording import named
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from twitchlog.domain.factor import Factor

_EVERYDAY: Final = {
    "caffeine": (mark("coffee"), mark("tea"), mark("energy drinks"), mark("cappuccino")),
    "alcohol": (
        mark("beer"), mark("spirits"), mark("liquor"), mark("drinking"), mark("drinks"),
    ),
    "screen-time": (
        mark("screen"), mark("screens"), mark("phone"), mark("computer"),
        mark("television"), mark("tv"),
    ),
    "exercise": (
        mark("sport"), mark("sports"), mark("gym"), mark("workout"), mark("training"),
        mark("walk"), mark("run"), mark("jogging"), mark("yoga"), mark("stretching"),
    ),
    "sleep": (mark("bedtime"), mark("sleeping")),
    "meals-skipped": (mark("meals"), mark("breakfast"), mark("fasting")),
    "nicotine": (mark("smoking"), mark("cigarettes"), mark("tobacco")),
}  # fmt: skip
"""Beside the servings and exercises of `dose.PRESETS`, which are found by their names, too."""
_ALSO: Final = {
    "alcohol": ("wein", "schnaps", "alkohol"),
    "screen-time": ("tablet", "smartphone", "handy", "bildschirm", "fernseher", "fernsehen"),
    "exercise": ("bewegung", "spazieren", "spazierengehen", "wandern", "fitness", "joggen"),
    "sleep": ("schlafen", "zubettgehen"),
    "caffeine": ("coffein",),
}  # fmt: skip
"""In no language's catalogue: what is the same in all of them, and more of what Germans say."""


def meant(name: str, known: Mapping[str, Factor]) -> Factor | None:
    """Return the factor of `known` with that id or name, else the one that it means every day.

    In any case of letters; None where it means none of them.
    """
    for factor in known.values():
        if factor.is_called(name):
            return factor
    found = named(name, _called(), lambda row: (*map(_, row[1]), *row[2]))
    return known.get(found[0]) if found is not None else None


def _called() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Go through factors with names that are translated, and names that stand as they are."""
    for factor_id, words in _EVERYDAY.items():
        yield factor_id, words, _ALSO.get(factor_id, ())
    for each in PRESETS.values():
        yield each.factor, (each.name, each.short), (each.id,)
    for factor in FACTORS.values():
        yield factor.id, (factor.name,), ()
