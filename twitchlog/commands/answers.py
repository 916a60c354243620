"""How what is typed becomes the amount of a factor: *6.5*, *some*, *yes*, *good*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS, LEVELS, QUALITIES, Factor, Kind
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable

_YES_NO: Final = {"yes": 1.0, "y": 1.0, "1": 1.0, "no": 0.0, "n": 0.0, "0": 0.0}


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
    asked = " ".join(name.split()).casefold()
    found = (each for each in known if asked in {each.id, each.label.casefold()})
    return next(found, None), value


def built_in() -> Iterable[Factor]:
    """Return what can be answered without looking into a diary."""
    return FACTORS.values()


def _level(factor: Factor, asked: str) -> float:
    for level, word in enumerate(LEVELS):
        plain = word.casefold()
        names = {str(level), plain, plain.removeprefix("a "), _(word).casefold()}
        if asked.casefold() in names:
            return float(level)
    raise BadInput(
        _("Give {name} as a number from 0 (none) to 3 (a lot).").format(name=factor.label_lower)
    )


def _yes_no(factor: Factor, asked: str) -> float:
    if asked.casefold() not in _YES_NO:
        raise BadInput(_("Answer “{name}” with yes or no.").format(name=factor.label_lower))
    return _YES_NO[asked.casefold()]


def _quality(asked: str) -> float | None:
    words = [(word.casefold(), _(word).casefold()) for word in QUALITIES]
    for place, names in enumerate(words):
        if asked.casefold() in names:
            return 2.0 * place + 1
    return None
