"""Where it twitches: the places named most, as bars."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.site import site_or_unknown
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.spec import NoPicture, Spec
from twitchlog.reports.patterns.places import Places, ranked
from twitchlog.reports.patterns.same_place import same_place
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.diary import Diary
    from twitchlog.domain.figures import Figures

SHOWN: Final = 5
STEPS: Final = 5
PLACE_ROW: Final = 34.0
TWO_COLUMNS_FROM: Final = 440.0


@dataclass(frozen=True, slots=True)
class PlaceBar:
    """One place: its id, its name as shown, its entries and the number as written."""

    site: str
    name: str
    entries: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceBars(Spec):
    """The places named most, the longest bar first; `others` says what is not shown.

    `levels` is a step of the ramp, 1 to 5, for each body region that twitched.
    """

    bars: tuple[PlaceBar, ...]
    others: str
    levels: Mapping[str, int]

    drawer: ClassVar[str] = "places:draw_places"

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height of its rows, and of the line below them."""
        rows = -(-len(self.bars) // columns(width))
        others = 22 if self.others else 0
        return round((rows * PLACE_ROW + others) * text_scale)


def columns(width: float) -> int:
    """Return how many columns of places fit."""
    return 2 if width >= TWO_COLUMNS_FROM else 1


def tell(figures: Figures, _ask: Ask) -> PlaceBars | NoPicture:
    """Return the bars of the places named most; no picture without a place."""
    found = ranked(figures, limit=SHOWN)
    if not found.shown:
        return _none(figures)
    bars = tuple(
        PlaceBar(place.site, site_or_unknown(place.site).name, place.entries, f"{place.entries:,}")
        for place in found.shown
    )
    counted = ", ".join(f"{bar.name} {bar.entries}" for bar in bars)
    others = _others(found)
    alt = _("Bar chart of the places, in twitches: {places}.").format(places=counted)
    return PlaceBars(
        headline=_headline(found),
        note=_note(figures, found),
        alt=f"{alt} {others[:1].upper()}{others[1:]}." if others else alt,
        bars=bars,
        others=others,
        levels=levels_of({place.site: place.entries for place in figures.sites}),
    )


def levels_of(counts: Mapping[str, int]) -> dict[str, int]:
    """Return a step of the ramp, 1 to 5, for each body region that twitched.

    In fifths of the count of the busiest region, rounded up, so that a single twitch shows.
    """
    from twitchlog import bodymap

    tally = bodymap.load().tally(counts)
    most = max(tally.values(), default=0)
    return {region: ceil(STEPS * count / most) for region, count in tally.items() if count > 0}


def _headline(found: Places) -> str:
    top = found.shown[0]
    if found.count == 1 and not found.without_site:
        return ngettext(
            "One twitch: the {place}", "All {n} twitches: the {place}", found.entries
        ).format(place=site_or_unknown(top.site).label_lower, n=found.entries)
    level = [place for place in found.shown if place.entries == top.entries]
    if len(level) > 1:
        if len(level) > 2:
            return _("No place stands out: {n} places with {count} each").format(
                n=len(level), count=words.of(top.entries, found.entries)
            )
        return _("Most often the {places}: {count} twitches each").format(
            places=words.listed([site_or_unknown(place.site).label_lower for place in level]),
            count=words.of(top.entries, found.entries),
        )
    return _("Most often the {place}: {count} twitches").format(
        place=site_or_unknown(top.site).label_lower, count=words.of(top.entries, found.entries)
    )


def _note(figures: Figures, found: Places) -> str:
    parts = [
        ngettext("{n} place.", "{n} places.", found.count).format(n=found.count),
    ]
    if found.without_site:
        parts.append(
            _("{count} without a place.").format(count=words.of(found.without_site, found.entries))
        )
    share = same_place(figures).share
    alone = found.count == 1 or found.shown[0].entries > found.shown[1].entries
    if share is not None and alone and found.entries >= words.PER_CENT_FROM:
        parts.append(
            _("{share} were there (likely {low} to {high}).").format(
                share=words.per_cent(share.value),
                low=round(100 * share.low),
                high=words.per_cent(share.high),
            )
        )
    return " ".join(parts)


def _others(found: Places) -> str:
    if not found.other_places:
        return ""
    return ngettext(
        "and {n} more place, {count}", "and {n} more places, {count}", found.other_places
    ).format(n=found.other_places, count=words.of(found.other_entries, found.entries))


def _none(figures: Figures) -> NoPicture:
    headline = _("No places yet")
    if figures.entries:
        note = ngettext(
            "{n} twitch in this time has no place.",
            "{n} twitches in this time have no place.",
            figures.entries,
        ).format(n=figures.entries)
    else:
        note = _("No twitches are logged in this time.")
    return NoPicture(
        headline=headline, note=note, alt=f"{headline}. {note}", wants_entries=not figures.entries
    )


def _read(diary: Diary, ask: Ask) -> Figures:
    return diary.figures.read(ask.period)


CHART: Final = Chart("places", mark("Where"), DAYS, _read, tell)
