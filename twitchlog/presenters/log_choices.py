"""The chips of the log sheet: places and sides, times, lengths, and what else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.duration import say_length
from twitchlog.domain.site import SITES, Side, mirror, site_or_unknown
from twitchlog.domain.twitch import OWN, Trigger
from twitchlog.presenters import words
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.twitch import Strength, Twitch

NOW, EXACT, BOTH = "now", "exact", "both"
MINUTES_AGO: Final = {NOW: 0, "15": 15, "30": 30, "60": 60}
HOURS_OF_DAY: Final = {"h8": 8, "h12": 12, "h18": 18, "h22": 22}
DURATIONS: Final = (
    words.A_SECOND, words.SECONDS, 30.0, 60.0, 300.0, 900.0, 1800.0, 3600.0, words.HOURS,
)  # fmt: skip
USUAL_DURATIONS: Final[tuple[float, ...]] = (words.SECONDS, 60.0, 300.0)
FIRST_TRIGGERS: Final = 3
_ROUGH: Final = frozenset({words.A_SECOND, words.SECONDS, words.HOURS})


@dataclass(frozen=True, slots=True)
class Choice:
    """One chip: what it stands for, what it says, whether it is chosen; `second` in a list."""

    value: str
    text: str
    chosen: bool = False
    second: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """The place chosen last: its names without the side, where it lies, and which sides it has."""

    name: str
    muscle: str
    where: str
    sides: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class LastTime:
    """How long and how strong it was the last time at a place; a suggestion, never an answer."""

    duration_s: float | None = None
    strength: Strength | None = None

    @property
    def length(self) -> str:
        """Say the length that a chip offers again."""
        length = self.duration_s
        if length is None or length not in DURATIONS:
            return ""
        said = words.how_long(length) if length in _ROUGH else say_length(length)
        return _("last time {length}").format(length=said)

    @property
    def strong(self) -> str:
        """Say the strength."""
        if self.strength is None:
            return ""
        return _("last time {strength}").format(strength=words.how_strong(self.strength))


def last_times(entries: Sequence[Twitch]) -> dict[str, LastTime]:
    """Return what was last said of each place in these entries, the newest of which come first."""
    found: dict[str, LastTime] = {}
    for each in entries:
        if each.duration_s is not None or each.strength is not None:
            for site in each.sites:
                found.setdefault(site, LastTime(each.duration_s, each.strength))
    return found


def with_last(usual: Sequence[float], last: LastTime) -> tuple[float, ...]:
    """Return the lengths to show first, with the last one there among them."""
    length = last.duration_s
    if length is None or length not in DURATIONS or length in usual:
        return tuple(usual)
    return tuple(sorted((*usual[:2], length)))


def recent_places(recent: Sequence[str], sites: Sequence[str]) -> tuple[Choice, ...]:
    """Return the chips of the places used last."""
    return tuple(Choice(name, site_or_unknown(name).name, chosen=name in sites) for name in recent)


def place_of(sites: Sequence[str], current: str) -> Place | None:
    """Return the one of these places that is `current`, with its sides among them."""
    if not current:
        return None
    place = site_or_unknown(current)
    held = [each for each in sites if site_or_unknown(each).part == place.part]
    sides: tuple[Choice, ...] = ()
    if place.side is not Side.MIDDLE and place.id in SITES:
        chosen = BOTH if len(held) > 1 else str(place.side)
        sides = tuple(
            Choice(value, text, chosen=value == chosen)
            for value, text in (
                (str(Side.LEFT), Side.LEFT.label),
                (str(Side.RIGHT), Side.RIGHT.label),
                (BOTH, _("Both")),
            )
        )
    return Place(words.sentence(place.lay), place.muscle, place.where, sides)


def place_chips(sites: Sequence[str]) -> tuple[Choice, ...]:
    """Return a chip for each of several chosen places, to take it out again."""
    return tuple(Choice(each, site_or_unknown(each).name, chosen=True) for each in sites)


def sided(sites: Sequence[str], side: str) -> tuple[str, ...]:
    """Return the same place on one side or on both."""
    other = mirror(sites[0]) if sites and sites[0] in SITES else None
    if other is None:
        return tuple(sites)
    left, right = sorted((sites[0], other))
    return {str(Side.LEFT): (left,), str(Side.RIGHT): (right,)}.get(side, (left, right))


def part_choices(candidates: Sequence[str], sites: Sequence[str]) -> tuple[Choice, ...]:
    """Return chips for the places one tap on the figure may have meant, each part once."""
    parts: dict[str, str] = {}
    for name in candidates:
        parts.setdefault(site_or_unknown(name).part, name)
    if len(parts) < 2:
        return ()
    chosen = {site_or_unknown(name).part for name in sites}
    return tuple(
        Choice(
            name,
            words.sentence(site_or_unknown(name).lay),
            chosen=part in chosen,
            second=site_or_unknown(name).where,
        )
        for part, name in parts.items()
    )


def when_choices(chosen: str, *, today: bool) -> tuple[Choice, ...]:
    """Return the chips of *When*: minutes ago for today, hours of the day for another one."""
    texts = (
        {NOW: _("Now"), "15": _("15 min"), "30": _("30 min"), "60": _("1 hour")}
        if today
        else {value: f"{hour:02d}:00" for value, hour in HOURS_OF_DAY.items()}
    )
    return tuple(Choice(value, text, chosen=value == chosen) for value, text in texts.items())


def usual_lengths(entries: Sequence[Twitch]) -> tuple[float, ...]:
    """Return the three lengths chosen most often in these entries, the shortest first."""
    used = Counter(each.duration_s for each in entries if each.duration_s in DURATIONS)
    often = [length for length, _times in used.most_common(3) if length is not None]
    return tuple(sorted(list(dict.fromkeys((*often, *USUAL_DURATIONS)))[:3]))


def length_choices(
    usual: Sequence[float], chosen: float | None, *, known: bool
) -> tuple[tuple[Choice, ...], tuple[Choice, ...], str]:
    """Return the chips in sight, those behind *Longer*, and what *Longer* says.

    `known`: a length was chosen, be it *not known*.
    """

    def chip(length: float) -> Choice:
        return Choice(f"{length:g}", chip_length(length), chosen=length == chosen)

    rest = tuple(chip(length) for length in DURATIONS if length not in usual)
    unknown = Choice("", _("Not known"), chosen=known and chosen is None)
    said = chip_length(chosen) if chosen is not None and chosen not in usual else ""
    return tuple(chip(length) for length in usual), (*rest, unknown), said


def chip_length(seconds: float) -> str:
    """Say a length on a chip: *Seconds*, *5 min*, *1 hour*."""
    if seconds in _ROUGH:
        return words.sentence(words.how_long(seconds))
    return say_length(seconds)


def trigger_choices(
    offered: Sequence[Trigger], chosen: Sequence[Trigger]
) -> tuple[tuple[Choice, ...], frozenset[str]]:
    """Return all chips in an order that stays, and the values of those to show first."""
    chips = tuple(
        Choice(trigger_value(each), each.label, chosen=each in chosen)
        for each in dict.fromkeys((*offered, *chosen))
    )
    first = {chip.value for chip in chips[:FIRST_TRIGGERS]}
    return chips, frozenset(first | {chip.value for chip in chips if chip.chosen})


def trigger_value(trigger: Trigger) -> str:
    """Return the text a chip is known by."""
    return f"{OWN}:{trigger.words}" if trigger.kind == OWN else trigger.kind


def trigger_of(value: str) -> Trigger:
    """Return the trigger a chip stands for."""
    kind, _colon, own = value.partition(":")
    return Trigger(kind, own)
