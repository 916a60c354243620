"""The things of a day that may matter: unit, limits, and what may stand as yesterday."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase, shown, within
from twitchlog.translation import _, mark, numeral

if TYPE_CHECKING:
    from twitchlog.domain.phrase import Term


class Kind(StrEnum):
    """How a factor is answered."""

    AMOUNT = "amount"
    SCALE = "scale"
    LEVEL = "level"
    YES_NO = "yes/no"


LEVELS: Final = (mark("None"), mark("A little"), mark("Some"), mark("A lot"))
QUALITIES: Final = (
    mark("Very bad"), mark("Bad"), mark("Fair"), mark("Good"), mark("Very good"),
)  # fmt: skip
"""Five words for 0 to 10, each for two numbers; a tap on one stands for the middle of them."""
SUPPLEMENTS: Final = "supplements"
"""The group of the factors that are asked as one question: which of them were taken."""
OWN_MOST: Final = 100_000.0
"""The most that can be recorded of somebody's own factor that has no limit of its own."""


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing of a day that may matter.

    `unit` is that of an amount (`h`, `mg`, `min`, a word of one's own), and `level` (0-3: none, a
    little, some, a lot), `0-10` or `yes/no` (0 or 1) for the other kinds. A `habit` may be carried
    over from yesterday; a state of the day (sleep, stress) may not, because a copied answer would
    be a made-up one. One that is `asked` stands in every check-in, one that is `shown` a tap away.
    Of some there may be several `doses` a day, each with its time. `own`: the person's own, whose
    name is in their words.
    """

    id: str
    name: str
    unit: str
    least: float
    most: float
    habit: bool
    kind: Kind = Kind.AMOUNT
    asked: bool = False
    shown: bool = True
    doses: bool = False
    group: str = ""
    own: bool = False

    @property
    def label(self) -> str:
        """The name in the language in use."""
        return self.name if self.own else _(self.name)

    @property
    def term(self) -> Term:
        """The name in no language."""
        return self.name if self.own else phrase(self.name)

    @property
    def inner(self) -> Term:
        """The name inside a sentence, in no language."""
        return self.name if self.own else within(self.name)

    def is_called(self, name: str) -> bool:
        """Tell whether that is its id or its name, in any case of letters."""
        asked = " ".join(name.split()).casefold()
        return asked in {self.id, self.label.casefold(), self.name.casefold()}

    @property
    def label_lower(self) -> str:
        """The name inside a sentence; in the person's own spelling where it is theirs."""
        return shown(self.inner)

    @property
    def unit_label(self) -> str:
        """The unit in the language in use; empty for levels, scales and yes or no."""
        if self.kind is not Kind.AMOUNT:
            return ""
        return self.unit if self.own else _(self.unit)

    def check(self, amount: float) -> float:
        """Return `amount` when it is possible for one day; raise BadInput when it is not."""
        whole = self.kind in {Kind.LEVEL, Kind.YES_NO}
        if not self.least <= amount <= self.most or (whole and amount != int(amount)):
            unit = f" ({self.unit_label or self.unit})" if self.unit else ""
            raise BadInput(
                _("{name}: give a number from {least} to {most}{unit}.").format(
                    name=self.label,
                    least=numeral(self.least, "g"),
                    most=numeral(self.most, "g"),
                    unit=unit,
                )
            )
        return float(amount)


def _amount(
    id_: str, name: str, unit: str, most: float, *, habit: bool = False, asked: bool = False,
    doses: bool = False,
) -> Factor:  # fmt: skip
    return Factor(id_, name, unit, 0, most, habit=habit, asked=asked, doses=doses)


def _level(id_: str, name: str, *, asked: bool = False) -> Factor:
    return Factor(id_, name, "level", 0, 3, habit=False, kind=Kind.LEVEL, asked=asked)


def _yes_no(
    id_: str, name: str, *, habit: bool = False, asked: bool = False, group: str = ""
) -> Factor:
    return Factor(
        id_, name, "yes/no", 0, 1, habit=habit, kind=Kind.YES_NO, asked=asked, group=group
    )


FACTORS: Final = {
    factor.id: factor
    for factor in (
        _amount("sleep", mark("Sleep"), mark("h"), 24, asked=True),
        Factor("sleep-quality", mark("Sleep quality"), "0-10", 0, 10, habit=False, kind=Kind.SCALE),
        _level("stress", mark("Stress"), asked=True),
        _level("anxiety", mark("Anxiety")),
        _amount("caffeine", mark("Caffeine"), mark("mg"), 5000,
                habit=True, asked=True, doses=True),
        _amount("alcohol", mark("Alcohol"), mark("g"), 1000, doses=True),
        _amount("nicotine", mark("Nicotine"), mark("cigarettes"), 200, habit=True, doses=True),
        _amount("water", mark("Water"), mark("l"), 20, habit=True, doses=True),
        _amount("meals-skipped", mark("Meals skipped"), mark("meals"), 10),
        _amount("exercise", mark("Exercise"), mark("min"), 1440,
                habit=True, asked=True, doses=True),
        _amount("screen-time", mark("Screen time"), mark("h"), 24, habit=True),
        _yes_no("medicine", mark("Medicine as usual"), habit=True, asked=True),
        _yes_no("stimulants", mark("Stimulants not prescribed")),
        _yes_no("magnesium", mark("Magnesium"), habit=True, group=SUPPLEMENTS),
        _yes_no("potassium", mark("Potassium"), habit=True, group=SUPPLEMENTS),
        _yes_no("calcium", mark("Calcium"), habit=True, group=SUPPLEMENTS),
        _yes_no("vitamin-d", mark("Vitamin D"), habit=True, group=SUPPLEMENTS),
        _yes_no("vitamin-b12", mark("Vitamin B12"), habit=True, group=SUPPLEMENTS),
        _level("illness", mark("Illness or fever")),
        _level("cold", mark("Being cold")),
        _yes_no("period", mark("Period (menstruation)")),
    )
}  # fmt: skip
"""Every built-in factor in the order it is asked in. Ids are for ever."""


def quality_word(amount: float) -> str:
    """Return the word for a quality from 0 to 10: *Fair* for 4 up to 6."""
    return _(QUALITIES[min(int(amount // 2), len(QUALITIES) - 1)])


def factor_or_unknown(id_: str) -> Factor:
    """Return the built-in factor of that id, else a plain one for what is not known any more."""
    known = FACTORS.get(id_)
    if known is not None:
        return known
    return Factor(id_, id_, "", 0, OWN_MOST, habit=False, shown=False, own=True)
