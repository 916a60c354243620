"""What the search shows: groups of rows, how many there are, and what is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from twitchlog.presenters.steps import Tells

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.searching import Hit
    from twitchlog.presenters.search_words import Narrowed


@dataclass(frozen=True, slots=True)
class Group:
    """Answers below one heading: those of a `day`; else ways to days, or what it `holds`."""

    title: str
    hits: tuple[Hit, ...]
    day: date | None = None
    holds: bool = False


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found. `said` counts it; `chosen` are the ids chosen to do something with.

    Where no twitch was found nothing `can_be_chosen`. `narrowed` says by what; of the days in
    `groups` the newest are there, and the rest follows as one scrolls.
    """

    groups: tuple[Group, ...]
    said: str
    help: str
    filter_said: str
    narrowed: tuple[Narrowed, ...]
    can_be_narrowed: bool
    can_be_chosen: bool
    choosing: bool
    chosen: frozenset[str]
    chosen_said: str
    all_chosen: bool


class SearchView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: SearchPage, *, anew: bool) -> None:
        """Show what was found; `anew` from the top."""
        ...

    def show_rows(self, days: frozenset[date]) -> None:
        """Show the rows of these days, which are at hand now."""
        ...
