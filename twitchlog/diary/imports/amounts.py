"""Read numbers, lengths of time, amounts with a unit, levels, yes and no."""

from __future__ import annotations

import math
import re
from typing import Final

from twitchlog.diary.imports.words import LEVELS, NO, STRENGTHS, YES, plain
from twitchlog.domain.duration import check_duration, parse_span
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS, Kind
from twitchlog.domain.twitch import Strength
from twitchlog.translation import _

_NUMBER: Final = re.compile(r"([+-]?[\d][\d.,' \u00a0\u202f]*|[+-]?[.,]\d+)\s*([a-zA-Zµμ%]*)\.?")
_CLOCK: Final = re.compile(r"(\d{1,4}):(\d{1,2})(?::(\d{1,2})(?:[.,]\d+)?)?")
_DAYS: Final = re.compile(r"(\d{1,3})\s*d(?:ays?)?\b\s*(.*)", re.IGNORECASE)
_SECONDS: Final = {"": 1.0, "min": 60.0, "h": 3600.0}
_UNITS: Final = {
    "mg": {"mg": 1.0, "g": 1000.0, "mcg": 0.001, "ug": 0.001, "µg": 0.001, "μg": 0.001},
    "g": {"g": 1.0, "mg": 0.001, "kg": 1000.0},
    "l": {"l": 1.0, "ml": 0.001, "cl": 0.01, "dl": 0.1, "oz": 0.0295735, "floz": 0.0295735},
    "h": {"h": 1.0, "hr": 1.0, "hrs": 1.0, "hour": 1.0, "hours": 1.0, "std": 1.0,
          "min": 1 / 60, "mins": 1 / 60, "minutes": 1 / 60, "m": 1 / 60},
    "min": {"min": 1.0, "mins": 1.0, "minutes": 1.0, "m": 1.0, "h": 60.0, "hr": 60.0,
            "hrs": 60.0, "hour": 60.0, "hours": 60.0, "s": 1 / 60, "sec": 1 / 60},
}  # fmt: skip
"""What one of a written unit is in the unit of a factor."""


def number_and_unit(text: str, *, decimal_comma: bool) -> tuple[float, str] | None:
    """Return the number that `text` begins with and the unit behind it; None where it is none."""
    found = _NUMBER.fullmatch(text.strip()) if len(text) < 60 else None
    if found is None:
        return None
    digits = re.sub(r"['\s]", "", found[1])
    if "," in digits and "." in digits:
        comma_last = digits.rfind(",") > digits.rfind(".")
        digits = digits.replace("." if comma_last else ",", "").replace(",", ".")
    elif decimal_comma and re.fullmatch(r"[+-]?[1-9]\d{0,2}(\.\d{3})+", digits):
        digits = digits.replace(".", "")
    elif "," in digits:
        thousands = not decimal_comma and re.fullmatch(r"[+-]?\d{1,3}(,\d{3})+", digits)
        digits = digits.replace(",", "" if thousands else ".")
    try:
        value = float(digits)
    except ValueError:
        return None
    return (value, found[2].lower()) if math.isfinite(value) else None


def duration(text: str, *, unit: str, decimal_comma: bool) -> float:
    """Return the seconds of a twitch written as 20, 0:20, 1:02:03, 20s, 3 min or 1h30m.

    `unit` is that of a bare number: "" for seconds, `min` or `h`. Raises BadInput.
    """
    found = number_and_unit(text, decimal_comma=decimal_comma)
    if found is not None and not found[1]:
        return check_duration(found[0] * _SECONDS[unit])
    clock = _CLOCK.fullmatch(text.strip())
    if clock is not None:
        return check_duration(_clock_seconds(clock, unit))
    return check_duration(span(text))


def span(text: str) -> float:
    """Return the seconds of `1d 02h 15m`, `01h 00m` or `20s`; raise BadInput."""
    stripped = text.strip()
    days = _DAYS.fullmatch(stripped)
    if days is None:
        return parse_span(stripped)
    return int(days[1]) * 86400.0 + (parse_span(days[2]) if days[2] else 0.0)


def _clock_seconds(clock: re.Match[str], unit: str) -> float:
    first, second = int(clock[1]), int(clock[2])
    if clock[3] is not None:
        return first * 3600.0 + second * 60 + int(clock[3])
    return first * 3600.0 + second * 60 if unit else first * 60.0 + second


def strength(text: str, *, scale: str) -> Strength | None:
    """Return how strong, from a word or a number on the `scale` 1-4, 0-3 or 0-10; raise BadInput.

    Of 0-10, 1 and 2 are *barely*, 3 and 4 *mild*, 5 to 7 *clear*, 8 and more *strong*; 0 is none.
    """
    found = number_and_unit(text.split("/", maxsplit=1)[0], decimal_comma=True)
    if found is None or found[1]:
        known = STRENGTHS.get(plain(text))
        if known is None:
            raise BadInput(_("“{text}” is not a strength.").format(text=short(text)))
        return known
    value = found[0]
    most = {"1-4": 4, "0-3": 3}.get(scale, 10)
    if not 0 <= value <= most:
        raise BadInput(
            _("“{text}” is not a strength from 0 to {most}.").format(text=short(text), most=most)
        )
    if scale == "0-10":
        value = 0 if value == 0 else 1 + sum(value >= step for step in (2.5, 4.5, 7.5))
    elif scale == "0-3":
        value += 1
    return Strength(min(4, round(value))) if value >= 0.5 else None


def amount(factor: str, text: str, *, decimal_comma: bool, scale: str = "") -> float:
    """Return what a cell says of a factor, in the factor's unit; raise BadInput."""
    known = FACTORS[factor]
    if known.kind is Kind.YES_NO:
        return float(yes(text))
    if known.kind is Kind.LEVEL:
        return level(text, scale=scale, decimal_comma=decimal_comma)
    return known.check(_in_unit(known.unit, text, decimal_comma=decimal_comma))


def is_word_for_none(text: str) -> bool:
    """Whether a cell says that there was nothing, in a word."""
    return plain(text) in NO and any(letter.isalpha() for letter in text)


def _in_unit(unit: str, text: str, *, decimal_comma: bool) -> float:
    found = number_and_unit(text, decimal_comma=decimal_comma)
    if found is not None and not found[1]:
        return found[0]
    if found is not None and found[1] in _UNITS.get(unit, {}):
        return found[0] * _UNITS[unit][found[1]]
    if unit in {"h", "min"} and not is_word_for_none(text):
        clock = _CLOCK.fullmatch(text.strip())
        seconds = _clock_seconds(clock, "h") if clock else span(text)
        return seconds / _SECONDS[unit]
    if is_word_for_none(text):
        return 0.0
    raise BadInput(_("“{text}” is not an amount in {unit}.").format(text=short(text), unit=unit))


def level(text: str, *, scale: str, decimal_comma: bool = True) -> float:
    """Return a level from 0 to 3, from a word or a number on the scale 0-3 or 0-10."""
    known = LEVELS.get(plain(text))
    if known is not None:
        return float(known)
    found = number_and_unit(text.split("/", maxsplit=1)[0], decimal_comma=decimal_comma)
    most = 3 if scale == "0-3" else 10
    if found is None or found[1] or not 0 <= found[0] <= most:
        raise BadInput(
            _("“{text}” is not a level from 0 to {most}.").format(text=short(text), most=most)
        )
    value = found[0]
    if most == 3:
        return float(round(value))
    return float(0 if value < 0.5 else 1 + (value > 3) + (value > 6))


def yes(text: str) -> bool:
    """Return whether a cell says yes; raise BadInput where it says neither."""
    word = text.strip().casefold()
    known = plain(word) or word
    if word in YES or known in YES:
        return True
    if word in NO or known in NO:
        return False
    found = number_and_unit(word, decimal_comma=True)
    if found is not None and not found[1]:
        return found[0] > 0
    raise BadInput(_("“{text}” is neither yes nor no.").format(text=short(text)))


def short(text: str) -> str:
    """Return `text` as one line of at most 40 letters, to be quoted in a sentence."""
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:40]}…"
