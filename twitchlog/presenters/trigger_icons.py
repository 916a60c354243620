"""The icons of what is looked at for the triggers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.factor import Kind
from twitchlog.presenters.dose_page import ICONS as OF_DOSES

if TYPE_CHECKING:
    from twitchlog.domain.factor import Factor

ICONS: Final = OF_DOSES | {
    "sleep": "bed-outline",
    "sleep-quality": "bed-outline",
    "stress": "head-outline",
    "anxiety": "emoticon-neutral-outline",
    "meals-skipped": "food-off-outline",
    "screen-time": "monitor",
    "medicine": "pill",
    "treatment": "medication-outline",
    "stimulants": "pill",
    "magnesium": "medication-outline",
    "potassium": "medication-outline",
    "calcium": "medication-outline",
    "vitamin-d": "medication-outline",
    "vitamin-b12": "medication-outline",
    "illness": "thermometer",
    "cold": "snowflake",
}
OTHER: Final = "tune-variant"


def icon_of(factor: Factor) -> str:
    """Return the name of the icon of a factor."""
    kind = "pill" if factor.kind is Kind.YES_NO and not factor.own else OTHER
    return ICONS.get(factor.id) or ICONS.get(factor.id.partition("/")[0], kind)
