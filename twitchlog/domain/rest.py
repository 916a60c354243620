"""A rest count: the twitches of two minutes of sitting still, so that weeks can be compared.

It is no everyday entry: it makes no day a logged one, and its taps are in no count of twitches.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import exp, isfinite, lgamma, log
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.site import site as known_site
from twitchlog.domain.text import clean
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.moment import Moment

USUAL_S: Final = 120.0
"""How long a rest count takes."""
COMPARABLE_S: Final = 60.0
"""A shorter one is kept, but says too little to be compared with another."""
SHORTEST_S: Final = 1.0
LONGEST_S: Final = 3600.0
MOST_TAPS: Final = 6000
_TAIL: Final = 0.025
_HALVINGS: Final = 60


@dataclass(frozen=True, slots=True)
class Tap:
    """One twitch: so many milliseconds after the start, and where, if that was said."""

    after_ms: int
    site: str | None = None


@dataclass(frozen=True, slots=True)
class RestCount:
    """The twitches counted from `moment` on, for `length_s` seconds of sitting still.

    An empty `id` means that the diary gives it one.
    """

    moment: Moment
    length_s: float
    taps: tuple[Tap, ...] = ()
    note: str = ""
    id: str = ""

    @property
    def count(self) -> int:
        """How many twitches there were."""
        return len(self.taps)

    @property
    def rate(self) -> float:
        """Twitches a minute."""
        return a_minute(self.count, self.length_s)

    @property
    def comparable(self) -> bool:
        """Whether it was long enough to be compared with another."""
        return self.length_s >= COMPARABLE_S

    @property
    def likely(self) -> tuple[float, float]:
        """Between which rates a minute the usual rate lies, with 95 % confidence."""
        low, high = likely_count(self.count)
        return a_minute(low, self.length_s), a_minute(high, self.length_s)

    @property
    def sites(self) -> dict[str, int]:
        """How many twitches were at each place that was named, the most first."""
        found: dict[str, int] = {}
        for tap in self.taps:
            if tap.site is not None:
                found[tap.site] = found.get(tap.site, 0) + 1
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def checked(count: RestCount, *, now: Moment) -> RestCount:
    """Return a rest count with a clean note and its taps in the order of time.

    Raises BadInput for a time to come, a length under a second or over an hour, a tap outside of
    it, too many taps, an unknown place, or a note that is too long.
    """
    if count.moment.utc_ms > now.utc_ms:
        raise BadInput(_("That time is still to come."))
    _check_length(count.length_s)
    if count.count > MOST_TAPS:
        raise BadInput(_("Up to {n} twitches fit into a rest count.").format(n=numeral(MOST_TAPS)))
    if any(not 0 <= tap.after_ms <= round(count.length_s * 1000) for tap in count.taps):
        raise BadInput(_("A twitch lies outside of the time that was counted."))
    for site in count.sites:
        known_site(site)
    return RestCount(
        moment=count.moment,
        length_s=round(count.length_s, 3),
        taps=tuple(sorted(count.taps, key=lambda tap: tap.after_ms)),
        note=clean(count.note),
        id=count.id,
    )


def spread(count: int, length_s: float) -> tuple[Tap, ...]:
    """Return taps for twitches that were only counted, in even steps over the time.

    Raises BadInput for a number or a length that cannot be.
    """
    _check_length(length_s)
    if not 0 <= count <= MOST_TAPS:
        raise BadInput(
            _("Give the twitches as a number from 0 to {n}.").format(n=numeral(MOST_TAPS))
        )
    return tuple(Tap(int((number + 0.5) * length_s * 1000 / count)) for number in range(count))


def _check_length(seconds: float) -> None:
    if not isfinite(seconds) or not SHORTEST_S <= seconds <= LONGEST_S:
        raise BadInput(_("A rest count lasts from a second to an hour."))


def say_number(rate: float) -> str:
    """Write a rate as its precision allows: `7`, `2.5`, `12`."""
    return numeral(rate, ".0f") if rate >= 10 or rate == int(rate) else numeral(rate, ".1f")


def say_rate(rate: float) -> str:
    """Say *7 a minute*."""
    return _("{rate} a minute").format(rate=say_number(rate))


def a_minute(count: float, length_s: float) -> float:
    """Return how many a minute that is."""
    return count * 60 / length_s


@lru_cache(maxsize=1024)
def likely_count(count: int) -> tuple[float, float]:
    """Return the exact 95 % interval of the mean of a Poisson count (Garwood 1936).

    F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936) 437-442: below,
    the mean under which `count` or more have a probability of 2.5 %; above, the one under which
    `count` or fewer have.
    """
    wide = count + 10 * (count + 1) ** 0.5 + 10
    low = 0.0 if count == 0 else _root(lambda mean: 1 - _at_most(count - 1, mean) < _TAIL, wide)
    return low, _root(lambda mean: _at_most(count, mean) > _TAIL, wide)


def _root(below: Callable[[float], bool], high: float) -> float:
    """Return where `below` turns from true to false between 0 and `high`, by halving."""
    low = 0.0
    for _halving in range(_HALVINGS):
        middle = (low + high) / 2
        if below(middle):
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _at_most(count: int, mean: float) -> float:
    """Return the probability of `count` or fewer where `mean` are expected."""
    if mean <= 0:
        return 1.0
    return sum(exp(n * log(mean) - mean - lgamma(n + 1)) for n in range(count + 1))
