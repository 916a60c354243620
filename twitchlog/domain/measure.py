"""A value of a laboratory: the number, its unit, and the range that the laboratory gives."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from twitchlog.domain.analyte import ANALYTES, OWN, find_analyte
from twitchlog.domain.errors import BadInput
from twitchlog.domain.number_text import refuse_two_ways
from twitchlog.domain.text import clean_line
from twitchlog.translation import _, with_marks

if TYPE_CHECKING:
    from typing import Literal

UNIT_LIMIT: Final = 30
_MOST: Final = 1e12
_NUMBER: Final = re.compile(r"[-+−]?\d+([.,]\d+)?")
_SHORTHAND: Final = re.compile(
    r"(?P<name>[^=]+)=\s*(?P<sign>[<>]?)\s*(?P<value>[-+−]?[\d.,]+)\s*(?P<unit>[^()]*)"
    r"(\((?P<range>[^()]*)\)\s*)?"
)
_FROM_TO: Final = re.compile(r"([-+−]?[\d.,]+)\s*(?:[-–—]|\b(?:to|bis)\b)\s*([-+−]?[\d.,]+)")
_ONE_SIDED: Final = re.compile(r"(<|>|≤|≥|bis|ab)=?\s*([-+−]?[\d.,]+)", re.IGNORECASE)
_UP_TO: Final = frozenset({"<", "≤", "bis"})


@dataclass(frozen=True, slots=True)
class Measure:
    """One value of a test, as the laboratory wrote it; nothing is ever converted.

    `analyte` is an id of `ANALYTES`, or `own` with `words`. `comparator` is `<` or `>` where only a
    limit was given. `low` and `high` are the laboratory's own range, in the same unit.
    """

    analyte: str
    value: float
    unit: str = ""
    low: float | None = None
    high: float | None = None
    comparator: str = ""
    words: str = ""

    @property
    def label(self) -> str:
        """What was measured."""
        return ANALYTES[self.analyte].label if self.analyte in ANALYTES else self.words

    @property
    def out_of_range(self) -> Literal["low", "high"] | None:
        """On which side it lies outside the laboratory's own range; None without a range."""
        if self.low is not None and self._surely_below(self.low):
            return "low"
        if self.high is not None and self._surely_above(self.high):
            return "high"
        return None

    @property
    def amount(self) -> str:
        """The value with its unit: *< 0.5 mmol/l*."""
        sign = f"{self.comparator} " if self.comparator else ""
        return f"{sign}{say_number(self.value)} {self.unit}".strip()

    @property
    def range_text(self) -> str:
        """The laboratory's range: *3.5–5.1*, *up to 5.1*; empty where none was given."""
        if self.low is not None and self.high is not None:
            return f"{say_number(self.low)}–{say_number(self.high)}"
        if self.high is not None:
            return _("up to {n}").format(n=say_number(self.high))
        return _("from {n}").format(n=say_number(self.low)) if self.low is not None else ""

    @property
    def mark(self) -> str:
        """*Below the laboratory's range* or *above* it, in words; else empty."""
        marks = {
            "low": _("below the laboratory’s range"),
            "high": _("above the laboratory’s range"),
        }
        return marks[self.out_of_range] if self.out_of_range else ""

    def _surely_below(self, limit: float) -> bool:
        if self.comparator == "<":
            return self.value <= limit
        return not self.comparator and self.value < limit

    def _surely_above(self, limit: float) -> bool:
        if self.comparator == ">":
            return self.value >= limit
        return not self.comparator and self.value > limit


def check_measure(measure: Measure) -> Measure:
    """Return the value with clean words; raise BadInput where it makes no sense."""
    if measure.analyte not in ANALYTES and measure.analyte != OWN:
        raise BadInput(_("“{name}” is not a known value.").format(name=measure.analyte[:40]))
    words = clean_line(measure.words) if measure.analyte == OWN else ""
    if measure.analyte == OWN and not words:
        raise BadInput(_("Say what was measured."))
    if measure.comparator not in {"", "<", ">"}:
        raise BadInput(_("A value may be below (<) or above (>) a number, nothing else."))
    numbers = (measure.value, measure.low, measure.high)
    if not all(number is None or abs(number) < _MOST for number in numbers):
        raise BadInput(_("Give numbers as the laboratory wrote them."))
    if measure.low is not None and measure.high is not None and measure.low > measure.high:
        raise BadInput(
            _("{name}: the laboratory’s range begins above its end.").format(
                name=words or measure.label
            )
        )
    return Measure(
        measure.analyte,
        float(measure.value),
        clean_line(measure.unit, limit=UNIT_LIMIT),
        measure.low,
        measure.high,
        measure.comparator,
        words,
    )


def read_number(text: str) -> float:
    """Return a number written with a point or a decimal comma; raise BadInput.

    One such as 1,200 could be read in two ways and is asked for again; in German it is 1.200.
    """
    given = text.strip()
    refuse_two_ways(given)
    if not _NUMBER.fullmatch(given) or not abs(found := _float(given)) < _MOST:
        raise BadInput(_("“{text}” is not a number.").format(text=given[:40]))
    return found


def read_amount(text: str) -> tuple[str, float]:
    """Return comparator and number of a value such as `3,4` or `< 0.5`; raise BadInput."""
    given = text.strip()
    sign = given[:1] if given[:1] in {"<", ">"} else ""
    return sign, read_number(given[len(sign) :])


def read_range(text: str) -> tuple[float | None, float | None]:
    """Return the ends of a range such as `3.5-5.1`, `<5` or `> 60`; raise BadInput."""
    given = text.strip()
    if not given:
        return None, None
    if found := _FROM_TO.fullmatch(given):
        return read_number(found[1]), read_number(found[2])
    if found := _ONE_SIDED.fullmatch(given):
        number = read_number(found[2])
        return (None, number) if found[1].lower() in _UP_TO else (number, None)
    raise BadInput(
        _("“{text}” is not a range. Write it as 3.5-5.1, <5.1 or >3.5.").format(text=given[:40])
    )


def read_measure(text: str) -> Measure:
    """Read `potassium=3.4 mmol/l (3.5-5.1)`: unit and range may be left out; raise BadInput."""
    found = _SHORTHAND.fullmatch(text.strip())
    if found is None:
        raise BadInput(
            _("“{text}” is not a value. Write it as potassium=3.4 mmol/l (3.5-5.1).").format(
                text=text.strip()[:40]
            )
        )
    analyte, words = find_analyte(found["name"])
    low, high = read_range(found["range"] or "")
    value, unit = read_number(found["value"]), found["unit"]
    return check_measure(Measure(analyte, value, unit, low, high, found["sign"], words))


def say_number(value: float) -> str:
    """Return a number without needless zeros: 3.4, 1200, 0.05."""
    plain = f"{Decimal(repr(float(value))):f}"
    return with_marks(plain.removesuffix(".0"))


def _float(text: str) -> float:
    return float(text.replace(",", ".").replace("−", "-"))
