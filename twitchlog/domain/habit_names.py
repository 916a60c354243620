"""What habits are called every day: *coffee* is caffeine, a *run* is exercise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.dose import PRESETS
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.domain.factor import Factor

_EVERYDAY: Final = {
    "caffeine": (mark("coffee"), mark("tea"), mark("energy drinks"), mark("cappuccino")),
    "alcohol": (
        mark("beer"), mark("spirits"), mark("liquor"), mark("drinking"), mark("drinks"),
    ),
    "screen-time": (
        mark("screen"), mark("screens"), mark("phone"), mark("computer"), mark("tablet"),
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


def meant(name: str, known: Mapping[str, Factor]) -> Factor | None:
    """Return the factor of `known` with that id or name, else the one that it means every day.

    In any case of letters; None where it means none of them.
    """
    for factor in known.values():
        if factor.is_called(name):
            return factor
    factor_id = _called().get(" ".join(name.split()).casefold())
    return known.get(factor_id) if factor_id is not None else None


def _called() -> dict[str, str]:
    """Return the factor of every everyday name."""
    called = {
        word.casefold(): each.factor
        for each in PRESETS.values()
        for word in (each.id, each.label, _(each.short))
    }
    for factor_id, words in _EVERYDAY.items():
        called |= dict.fromkeys(words, factor_id)
        called |= {_(word).casefold(): factor_id for word in words}
    return called
