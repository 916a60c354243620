"""Where it twitched: one place or several in one entry, their sides, and the parts a tap meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog import bodymap
from twitchlog.domain.site import site_or_unknown
from twitchlog.presenters import log_choices
from twitchlog.presenters.log_answers import Answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.presenters.log_session import Session


class PlaceAnswers(Answers):
    """Takes taps on the body, on chips and in lists of places into the draft of a sheet.

    A new place takes the place of the old one, or joins it where several are asked for. The place
    taken last is the one whose sides are offered and whose parts are chosen among.
    """

    def pick(self, candidates: Sequence[str], view: str = "", *, adds: bool = False) -> None:
        """Take the likeliest place a tap on the figure meant; the others are offered as chips.

        `adds`: it is one more place. In an inset that a tap opened, the first tap says more
        exactly what that one meant.
        """
        session = self._session
        if not candidates or session.waiting:
            return
        body = view in bodymap.BODY
        rough, session.rough = ("" if body else session.rough), ""
        if body and opens_inset(candidates[0]):
            session.rough = candidates[0]
        session.several = session.several or (adds and bool(self._draft.sites))
        session.parts = tuple(candidates)
        taken = (candidates[0],)
        if rough in self._draft.sites:
            sites = swapped(self._draft.sites, rough, taken)
        elif session.several:
            sites = toggled(self._draft.sites, candidates[0])
        else:
            sites = taken
        self._take(sites, candidates[0])

    def choose_place(self, site: str) -> None:
        """Take a place by name."""
        session = self._session
        if session.waiting:
            return
        if site not in session.parts:
            session.parts = ()
        session.rough = ""
        sites = toggled(self._draft.sites, site) if session.several else (site,)
        self._take(sites, site)

    def choose_part(self, site: str) -> None:
        """Take a part of what was tapped last instead of it."""
        here = current(self._session, self._draft.sites)
        sites = swapped(self._draft.sites, here, (site,)) if here else (site,)
        self._take(sites, site)

    def choose_side(self, side: str) -> None:
        """Take the place of last on another side, or on both."""
        here = current(self._session, self._draft.sites)
        if here:
            taken = log_choices.sided((here,), side)
            self._take(swapped(self._draft.sites, here, taken), taken[0])

    def drop_place(self, site: str) -> None:
        """Take one of several places out; the last one stays."""
        sites = tuple(each for each in self._draft.sites if each != site)
        if sites:
            self._take(sites, "")

    def ask_several(self, *, several: bool) -> None:
        """Let the next places join the first ones, or not."""
        self._session.several = several
        self._show()

    def _take(self, sites: tuple[str, ...], taken: str) -> None:
        self._session.current = taken if taken in sites else ""
        self._change(sites=sites)


def current(session: Session, sites: Sequence[str]) -> str:
    """Return the place the sides belong to: the one taken last, or an empty name."""
    return session.current if session.current in sites else next(reversed(sites), "")


def opens_inset(site: str) -> bool:
    """Return whether a tap on the region of a site opens an inset with its parts."""
    insets = bodymap.load().insets
    return any(shape.id in insets for shape in bodymap.shapes_of(site))


def toggled(sites: Sequence[str], site: str) -> tuple[str, ...]:
    """Return the sites with one more, or without it; the last one stays."""
    kept = tuple(each for each in sites if each != site)
    if site in sites:
        return kept or (site,)
    return (*sites, site)


def swapped(sites: Sequence[str], old: str, new: Sequence[str]) -> tuple[str, ...]:
    """Return the sites with a place, on whichever sides it is among them, given way to others."""
    part = site_or_unknown(old).part
    answer: list[str] = []
    for each in sites:
        if site_or_unknown(each).part == part:
            answer += new
        else:
            answer.append(each)
    return tuple(dict.fromkeys(answer))
