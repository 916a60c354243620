"""How the twitches of a day change with the amount of one factor, as plain data for a picture."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Final

from twitchlog.reports.patterns.student import two_sided_quantile
from twitchlog.reports.triggers.estimating import CONFIDENCE, pieces, yes_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.reports.triggers.arrays import Floats
    from twitchlog.reports.triggers.fitted import Model

POINTS: Final = 41
GROUPS: Final = 5


@dataclass(frozen=True, slots=True)
class Point:
    """The adjusted twitches of a day at one amount, and their 95 % range."""

    amount: float
    rate: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class DoseGroup:
    """Days of about the same amount: from `least` to `most`, `amount` on average.

    `count` is their plain mean of twitches a day, `adjusted` that mean as it would be had they
    been like all days in everything else.
    """

    least: float
    most: float
    days: int
    amount: float
    count: float
    adjusted: float


@dataclass(frozen=True, slots=True)
class DoseResponse:
    """The curve of a factor over the range of its amounts, and the days themselves in groups.

    `reference` is the mean amount of the days, at which the curve has no range: see
    `dose_response`. Amounts are in the unit of the factor, as they entered the model.
    """

    name: str
    reference: float
    curve: tuple[Point, ...]
    groups: tuple[DoseGroup, ...]


def dose_response(model: Model, name: str) -> DoseResponse:
    """Return the adjusted curve of the factor `name` of a model, and the days behind it.

    Curve: marginal standardisation over the days on which the factor was recorded. With mu_t the
    mean that the model gives day t, x_t its amount and b the log rate ratio per unit, the rate at x
    is the mean over these days of mu_t exp(b (x - x_t)): what they would have had on average, each
    with its own season, weekday, yesterday and other factors, if all had had x. Its range is that
    of the slope alone, rate(r) exp((b -+ q SE) (x - r)) about the mean amount r, SE the shift
    standard error and q the 97.5 % quantile of Student's t with the factor's degrees of freedom: it
    says how much more or fewer than at r there would be. 41 points from the least to the largest
    amount, two for a factor of two values. Sources: S. Greenland, Am. J. Epidemiol. 160 (2004)
    301-305, for the standardisation; A. Gasparrini, B. Armstrong and M. G. Kenward, Stat. Med. 29
    (2010) 2224-2234, for a curve centred at a reference.

    Groups: one for each amount where there are up to five, else five of about as many days, equal
    amounts together. The adjusted mean is indirectly standardised: the twitches of the group over
    those that the model expects of its days at the amount r, times the rate at r. It uses b only
    for what the factor itself adds, so a straight curve through bent groups can be seen. Source:
    N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), 2.3.

    Raises KeyError for a name that is not in the model.
    """
    import numpy as np

    if name not in model.names:
        raise KeyError(name)
    number = model.names.index(name)
    at, amount, fitted = model.column(number), model.exposure(number), model.fitted
    recorded = model.recorded[:, number]
    count = model.count[recorded]
    slope = float(fitted.coefficients[at])
    df = pieces(yes_no(amount), df=fitted.df)
    half = two_sided_quantile(CONFIDENCE, df=df) * float(model.errors[number])
    reference = float(amount.mean())
    expected = fitted.mean[recorded] * np.exp(slope * (reference - amount))
    level = float(expected.mean())
    curve = []
    for x in _amounts(amount):
        ends = [level * _exp(end * (x - reference)) for end in (slope - half, slope + half)]
        rate = level * _exp(slope * (x - reference))
        curve.append(Point(x, rate, min(ends), max(ends)))
    groups = tuple(
        DoseGroup(
            least=float(amount[days].min()),
            most=float(amount[days].max()),
            days=int(days.sum()),
            amount=float(amount[days].mean()),
            count=float(count[days].mean()),
            adjusted=float(count[days].sum() / expected[days].sum() * level),
        )
        for days in _groups(amount)
    )
    return DoseResponse(name, reference, tuple(curve), groups)


def _amounts(amount: Floats) -> list[float]:
    import numpy as np

    kinds = np.unique(amount)
    points = kinds if len(kinds) <= 2 else np.linspace(kinds[0], kinds[-1], POINTS)
    return [float(each) for each in points]


def _groups(amount: Floats) -> Iterator[Floats]:
    """Yield which days are in each group, the least amounts first."""
    import numpy as np

    kinds, group, days = np.unique(amount, return_inverse=True, return_counts=True)
    if len(kinds) > GROUPS:
        # an amount goes where the middle of its days falls, so that equal days stay together
        middle = (np.cumsum(days) - days / 2) / days.sum()
        group = np.minimum((middle * GROUPS).astype(int), GROUPS - 1)[group]
    for each in np.unique(group):
        yield group == each


def _exp(logarithm: float) -> float:
    return exp(min(max(logarithm, -700.0), 700.0))
