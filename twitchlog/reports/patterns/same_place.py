"""Is it always the same place? The leading place's share, with an interval that can be trusted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from math import sqrt
from typing import TYPE_CHECKING, Final

from twitchlog.domain.counts.places import SiteBlock
from twitchlog.reports.patterns.student import two_sided_quantile

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.figures import Figures

BLOCK_DAYS: Final = 14
FEWEST_BLOCKS: Final = 4
FEWEST_ENTRIES: Final = 30
CONFIDENCE: Final = 0.95
ALWAYS_ABOVE: Final = 0.8
MOSTLY_ABOVE: Final = 0.5
WANDERS_BELOW: Final = 0.5


class Sameness(StrEnum):
    """What can be said about the place."""

    ALWAYS = "always"
    MOSTLY = "mostly"
    WANDERS = "wanders"
    UNCLEAR = "unclear"
    TOO_EARLY = "too early"


@dataclass(frozen=True, slots=True)
class Likely:
    """A share from 0 to 1 with its 95 % interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class SamePlace:
    """The verdict and what it rests on; `share` and `again` are None while it is too early.

    `share` is the leading site's part of the entries, `again` the chance that two twitches from
    different fortnights are in the same place. `blocks` counts fortnights with entries.
    """

    verdict: Sameness
    site: str | None
    entries_there: int
    entries: int
    places: int
    blocks: int
    share: Likely | None = None
    again: Likely | None = None


def same_place(figures: Figures) -> SamePlace:
    """Judge the places of a period's figures as `judged` does."""
    return judged(_blocks(figures), figures.sites[0].site if figures.sites else None)


def judged(blocks: Sequence[SiteBlock], leading: str | None) -> SamePlace:
    """Judge whether the twitching keeps to one place; `leading` is the site named most.

    `blocks` are the fortnights with entries: 14 calendar days each, counted back from the last day
    of the period, a remainder joining the oldest. Two measures, each with a delete-one block
    jackknife interval, t with blocks - 1 degrees of freedom:

    - share = entries at the leading site / entries;
    - again = sum over pairs of blocks b < c and sites s of x_bs x_cs, over the sum of m_b m_c,
      where x_bs counts the mentions of s in b and m_b all mentions in b.

    Needs 4 blocks and 30 entries. *Always*: the share's lower end is above 0.8; *mostly*: above
    0.5; *wanders*: its upper end is below 0.5. Whole blocks are left out because twitches of the
    same days are not independent. Source: R. G. Miller, The jackknife: a review, Biometrika 61
    (1974) 1-15.
    """
    entries = sum(block.entries for block in blocks)
    known = SamePlace(
        verdict=Sameness.TOO_EARLY,
        site=leading,
        entries_there=sum(block.sites.get(leading or "", 0) for block in blocks),
        entries=entries,
        places=len({site for block in blocks for site in block.sites}),
        blocks=len(blocks),
    )
    if leading is None or len(blocks) < FEWEST_BLOCKS or entries < FEWEST_ENTRIES:
        return known
    share = _share(blocks, leading)
    again = _again(blocks) if all(block.sites for block in blocks) else None
    return replace(known, verdict=_verdict(share), share=share, again=again)


def jackknife(value: float, without: Sequence[float]) -> Likely:
    """Return `value` with its delete-one jackknife 95 % interval, kept in 0 to 1.

    `without` holds the measure with each item left out in turn. SE^2 = (n - 1) / n * sum of
    (measure without item i - their mean)^2; t with n - 1 degrees of freedom. Raises ValueError
    under two items.
    """
    n = len(without)
    if n < 2:
        raise ValueError("a jackknife needs at least two items")
    mean = sum(without) / n
    error = sqrt((n - 1) / n * sum((part - mean) ** 2 for part in without))
    half = two_sided_quantile(CONFIDENCE, df=n - 1) * error
    return Likely(value, low=max(0.0, value - half), high=min(1.0, value + half))


def _blocks(figures: Figures) -> list[SiteBlock]:
    last = figures.period.last
    newest_first = max(1, figures.period.days // BLOCK_DAYS)
    entries = [0] * newest_first
    sites: list[Counter[str]] = [Counter() for _ in range(newest_first)]
    for summary in figures.days:
        back = (last - summary.day).days // BLOCK_DAYS
        entries[min(back, newest_first - 1)] += summary.count
    for day, site, count in figures.site_days:
        back = (last - day).days // BLOCK_DAYS
        sites[min(back, newest_first - 1)][site] += count
    pairs = zip(entries, sites, strict=True)
    return [SiteBlock(count, named) for count, named in pairs if count]


def _share(blocks: Sequence[SiteBlock], site: str) -> Likely:
    there = sum(block.sites.get(site, 0) for block in blocks)
    entries = sum(block.entries for block in blocks)
    return jackknife(
        there / entries,
        [(there - block.sites.get(site, 0)) / (entries - block.entries) for block in blocks],
    )


def _again(blocks: Sequence[SiteBlock]) -> Likely:
    """Work out the pairs from squares of sums, so that leaving a block out costs only its sites."""
    totals: Counter[str] = Counter()
    for block in blocks:
        totals.update(block.sites)
    mentions = [sum(block.sites.values()) for block in blocks]
    within = [sum(count * count for count in block.sites.values()) for block in blocks]
    squares = sum(total * total for total in totals.values())
    alike_within = sum(within)
    named_in_all, pairs_within = sum(mentions), sum(count * count for count in mentions)
    without = []
    for block, named, own in zip(blocks, mentions, within, strict=True):
        left = squares - sum(
            totals[site] ** 2 - (totals[site] - count) ** 2 for site, count in block.sites.items()
        )
        rest = (named_in_all - named) ** 2 - (pairs_within - named * named)
        without.append((left - (alike_within - own)) / rest)
    return jackknife((squares - alike_within) / (named_in_all**2 - pairs_within), without)


def _verdict(share: Likely) -> Sameness:
    if share.low > ALWAYS_ABOVE:
        return Sameness.ALWAYS
    if share.low > MOSTLY_ABOVE:
        return Sameness.MOSTLY
    return Sameness.WANDERS if share.high < WANDERS_BELOW else Sameness.UNCLEAR
