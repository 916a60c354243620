"""How what is typed becomes the amount of a factor: *6.5*, *some*, *yes*, *good*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.commands.options import read_yes_no
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS, LEVELS, QUALITIES, Factor, Kind
from twitchlog.domain.wording import named
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIGURES: Final = {"1": True, "0": False}
_LEVELS: Final = (("keine", "kein", "nichts"), ("wenig", "etwas"), ("mittel",), ("viel",))
"""What Germans say for the `LEVELS` besides."""


def read_answer(factor: Factor, text: str) -> float:
    """Return the amount that `text` says of a factor; raise BadInput."""
    asked = " ".join(text.split())
    if factor.kind is Kind.LEVEL:
        return factor.check(_level(factor, asked))
    if factor.kind is Kind.YES_NO:
        return _yes_no(factor, asked)
    if factor.id == "sleep-quality" and (quality := _quality(asked)) is not None:
        return quality
    return factor.check(read_number(asked, unit=factor.unit_label))


def read_number(text: str, *, unit: str = "") -> float:
    """Return a number written with a point or a comma, with its unit or not; raise BadInput."""
    plain = text.strip().removesuffix(unit).strip() if unit else text.strip()
    try:
        return float(plain.replace(",", "."))
    except ValueError:
        raise BadInput(_("“{text}” is not a number.").format(text=text[:40])) from None


def read_setting(text: str, known: Iterable[Factor]) -> tuple[Factor | None, str]:
    """Return factor and value of `Name=value`; None for a name that is not among `known`.

    Raises BadInput without the sign.
    """
    name, sign, value = text.partition("=")
    if not sign or not name.strip():
        raise BadInput(_("Write --set “Name=value”, such as --set “Water=1.5”."))
    return named(name, known, lambda factor: (factor.id, factor.label)), value


def built_in() -> Iterable[Factor]:
    """Return what can be answered without looking into a diary."""
    return FACTORS.values()


def _level(factor: Factor, asked: str) -> float:
    level = named(
        asked,
        range(len(LEVELS)),
        lambda at: (str(at), _(LEVELS[at]), LEVELS[at].removeprefix("A "), *_LEVELS[at]),
    )
    if level is not None:
        return float(level)
    raise BadInput(
        _("Give {name} as a number from 0 (none) to 3 (a lot).").format(name=factor.label_lower)
    )


def _yes_no(factor: Factor, asked: str) -> float:
    said = _FIGURES.get(asked, read_yes_no(asked))
    if said is None:
        raise BadInput(_("Answer “{name}” with yes or no.").format(name=factor.label_lower))
    return float(said)


def _quality(asked: str) -> float | None:
    place = named(asked, range(len(QUALITIES)), lambda at: (_(QUALITIES[at]),))
    return None if place is None else 2.0 * place + 1
