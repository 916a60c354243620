"""Where it twitches: the body in steps of the share, and the places named most as bars."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.searching import Query
from twitchlog.domain.site import site_or_unknown
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.kinds import places_words
from twitchlog.reports.charts.spec import NoPicture, Row, Spec, Table
from twitchlog.reports.patterns.places import ranked, share_steps, steps
from twitchlog.translation import _, mark, numeral

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from twitchlog.diary import Diary
    from twitchlog.domain.counts.places import PlaceCount, PlaceCounts

SHOWN: Final = 5
PLACE_ROW: Final = 34.0
TWO_COLUMNS_FROM: Final = 440.0
FIGURE: Final = 216.0
FIGURE_WIDE: Final = 296.0
FIGURE_SHAPE: Final = 2 * 212 / 472
"""Width by height of both views side by side."""
FIGURE_GAP: Final = 6.0
STACKED_FROM: Final = 1.3
"""From this text size on, figures and bars stand below each other."""
KEY_HEIGHT: Final = 54.0
VIEW_NAME: Final = 18.0
SIDE_AT: Final = 0.38
"""So far from the middle of a view, as a share of its width, its sides are named."""


@dataclass(frozen=True, slots=True)
class PlaceBar:
    """One place: its id, its name as shown, its entries and the number as written."""

    site: str
    name: str
    entries: int
    text: str


@dataclass(frozen=True, slots=True)
class RampWords:
    """What the colours stand for: out of how many, and up to how much each step reaches.

    `steps` are the steps in use, 1 to 5, each with its words.
    """

    title: str
    steps: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceBars(Spec):
    """The body and the places named most, the longest bar first; `others` says what is not shown.

    `levels` is a step of the ramp, 1 to 5, for each body region that twitched, `ramp` what the
    steps stand for, and `rows` the row of the table that a tap on a region means; `sites` are
    the places of the table in its order. Without `with_body` only the bars are drawn, for a card
    that has the body beside them.
    """

    bars: tuple[PlaceBar, ...]
    others: str
    levels: Mapping[str, int]
    ramp: RampWords
    rows: Mapping[str, int]
    sites: tuple[str, ...]
    with_body: bool = True

    drawer: ClassVar[str] = "places:draw_places"

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height of the rows and the line below them, or of the body where that is more.

        The body has the key of its colours below it.
        """
        if not self.with_body:
            return round(self.list_height(width, text_scale=text_scale))
        figure = figure_height(width) + VIEW_NAME * text_scale
        key = KEY_HEIGHT * text_scale
        if stacked(width, text_scale):
            return round(figure + 8 + self.list_height(width, text_scale=text_scale) + key)
        room = width - figure_width(figure_height(width)) - 16
        return round(max(figure, self.list_height(room, text_scale=text_scale)) + key)

    def list_height(self, width: float, *, text_scale: float) -> float:
        """Return the height of the rows, and of the line below them."""
        rows = -(-len(self.bars) // columns(width))
        lines = 1 if width >= TWO_COLUMNS_FROM / 2 else 2
        others = 22 + 16 * (lines - 1) if self.others else 0
        return (rows * PLACE_ROW + others) * text_scale

    def row_at(self, sites: Sequence[str]) -> int | None:
        """Return the row of the first of some sites that twitched: what a tap on the body means."""
        named = {site: at for at, site in enumerate(self.sites)}
        return next((named[site] for site in sites if site in named), None)


def sides_of(view: str) -> tuple[str, str]:
    """Return the person's own sides at the left and at the right of a view of the body."""
    return (_("L"), _("R")) if view == "back" else (_("R"), _("L"))


def columns(width: float) -> int:
    """Return how many columns of places fit."""
    return 2 if width >= TWO_COLUMNS_FROM else 1


def figure_height(width: float) -> float:
    """Return how high the body is drawn in a picture."""
    return FIGURE_WIDE if width >= TWO_COLUMNS_FROM else FIGURE


def figure_width(height: float) -> float:
    """Return how wide both views are at a height, with the gap between them."""
    return height * FIGURE_SHAPE + FIGURE_GAP


def stacked(width: float, text_scale: float) -> bool:
    """Return whether the bars stand below the body."""
    return text_scale >= STACKED_FROM or width < figure_width(FIGURE) + 120


def tell(counts: PlaceCounts, ask: Ask) -> PlaceBars | NoPicture:
    """Return the body and the bars of the places named most; no picture without a place."""
    found = ranked(counts, limit=SHOWN)
    if not found.shown:
        return places_words.none(counts, ask)
    bars = tuple(
        PlaceBar(
            place.site, site_or_unknown(place.site).name, place.entries, numeral(place.entries)
        )
        for place in found.shown
    )
    levels, ramp = heat({place.site: place.entries for place in counts.sites}, counts.entries)
    sites = tuple(place.site for place in counts.sites)
    others = places_words.others(found)
    return PlaceBars(
        headline=places_words.headline(counts),
        note=places_words.note(counts, found, ask),
        alt=places_words.alt(bars, others),
        table=_table(counts, ask),
        bars=bars,
        others=others,
        levels=levels,
        ramp=ramp,
        rows=_rows_of_regions(sites),
        sites=sites,
    )


def heat(counts: Mapping[str, int], entries: int) -> tuple[dict[str, int], RampWords]:
    """Return a step of the ramp for each body region that twitched, and what the steps mean.

    `counts` are entries by site. In steps of the share of all entries, or where they are few of
    their number; a single twitch shows.
    """
    from twitchlog import bodymap

    tally = bodymap.load().tally(counts)
    if entries >= words.PER_CENT_FROM:
        levels, shares = share_steps(tally, entries)
        said = [words.per_cent(share) for share in shares]
    else:
        levels, ends = steps(tally)
        said = [
            f"{end}" if end > before else "" for before, end in zip((0, *ends), ends, strict=False)
        ]
    title = _("Of {total}, up to").format(total=places_words.twitches(entries))
    return levels, RampWords(
        title, tuple((step, each) for step, each in enumerate(said, start=1) if each)
    )


def _rows_of_regions(sites: Iterable[str]) -> dict[str, int]:
    """Return for each region the row of the place named most of those that are counted in it."""
    from twitchlog import bodymap

    rows: dict[str, int] = {}
    for at, site in enumerate(sites):
        for shape in bodymap.shapes_of(site):
            rows.setdefault(shape.id, at)
    return rows


def _table(counts: PlaceCounts, ask: Ask) -> Table:
    columns = (
        _("Place"),
        _("Of {total}").format(total=places_words.twitches(counts.entries)),
        _("Of {total}").format(total=places_words.logged_days(counts.logged)),
        _("First – last"),
    )
    return Table(columns, tuple(_row(place, counts, ask) for place in counts.sites))


def _row(place: PlaceCount, counts: PlaceCounts, ask: Ask) -> Row:
    name = site_or_unknown(place.site).name
    per_cent = counts.entries >= words.PER_CENT_FROM
    share = places_words.share_of(place.entries, counts.entries)
    count = numeral(place.entries)
    shared = _("{count} ({share})")
    when = places_words.days(place.first, place.last, ask.today)
    return Row(
        (
            name,
            shared.format(count=count, share=share) if per_cent else count,
            numeral(place.days),
            when,
        ),
        places_words.said_of(place, counts, share if per_cent else ""),
        Query(sites=frozenset({place.site}), period=ask.period),
    )


def _read(diary: Diary, ask: Ask) -> PlaceCounts:
    return diary.counts.places(ask.period)


CHART: Final = Chart("places", mark("Where"), DAYS, _read, tell)
