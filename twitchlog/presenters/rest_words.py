"""Rest counts in words: one count, the list of the earlier ones, and the bars beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.duration import length_in_words
from twitchlog.domain.rest import say_number, say_rate
from twitchlog.domain.site import site_or_unknown
from twitchlog.presenters import words
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.rest import RestCount

MOST_BARS: Final = 8


@dataclass(frozen=True, slots=True)
class RestRow:
    """An earlier count as a line of the list."""

    id: str
    title: str
    second: str
    time: str


@dataclass(frozen=True, slots=True)
class RestBar:
    """A count as a bar: `share` of the highest, from 0 to 1."""

    share: float
    rate: str
    day: str


@dataclass(frozen=True, slots=True)
class RestTrend:
    """The counts that can be compared: the two newest in words, and all as bars."""

    headline: str
    bars: tuple[RestBar, ...]


def say_count(count: RestCount) -> str:
    """Say *14 twitches in 2 minutes, 7 a minute*, or that it was too short to compare."""
    length = length_in_words(count.length_s)
    said = ngettext("{n} twitch in {length}", "{n} twitches in {length}", count.count).format(
        n=count.count, length=length
    )
    if not count.comparable:
        return _("{count}, too short to compare").format(count=said)
    return _("{count}, {rate}").format(count=said, rate=say_rate(count.rate))


def say_likely(count: RestCount) -> str:
    """Say between which rates the usual one lies; empty where the count was too short."""
    if not count.comparable:
        return ""
    low, high = count.likely
    return _(
        "A count like this can come from anything between {low} and {high} a minute. Only larger "
        "differences mean something."
    ).format(low=round(low), high=round(high))


def say_places(count: RestCount) -> str:
    """Say how many twitches were where: *Left calf 9, right eyelid 2*."""
    said = [
        _("{place} {n}").format(place=site_or_unknown(site).label_lower, n=n)
        for site, n in count.sites.items()
    ]
    return words.sentence(", ".join(said))


def row(count: RestCount, *, today: date) -> RestRow:
    """Return the line of a count: *9 June*, *5 a minute · 10 twitches in 2 minutes*."""
    return RestRow(
        count.id,
        words.sentence(words.day_name(count.moment.day, today=today)),
        words.joined((say_count(count), say_places(count), count.note)),
        words.clock_time(count.moment),
    )


def trend(counts: Sequence[RestCount], *, today: date) -> RestTrend | None:
    """Return the newest counts that can be compared, the oldest first; None for fewer than two."""
    shown = [each for each in counts if each.comparable][-MOST_BARS:]
    if len(shown) < 2:
        return None
    most = max(each.rate for each in shown)
    before, last = shown[-2:]
    headline = _("{rate} on {day}, {before} on {earlier}").format(
        rate=say_rate(last.rate),
        day=words.short_day(last.moment.day, today=today),
        before=say_number(before.rate),
        earlier=words.short_day(before.moment.day, today=today),
    )
    return RestTrend(
        headline,
        tuple(
            RestBar(
                each.rate / most if most else 0.0,
                say_number(each.rate),
                words.short_day(each.moment.day, today=today),
            )
            for each in shown
        ),
    )


def say_left(seconds: float) -> str:
    """Say how much time is left: *1:35*."""
    whole = max(int(seconds + 0.999), 0)
    return f"{whole // 60}:{whole % 60:02d}"
