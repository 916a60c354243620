"""Runs of twitching days, and the quiet days between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.spec import NoPicture, Words
from twitchlog.reports.patterns.spells import spells
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.figures import Figures
FEWEST_LOGGED: Final = 7


def tell(figures: Figures, _ask: Ask) -> Words:
    """Return the sentences on quiet days and spells, or that a week has to be logged first."""
    found = spells(figures.days)
    if found.logged < FEWEST_LOGGED or found.longest is None:
        return _too_early(found.logged)
    run = _("the longest run of twitching days was {n}.").format(n=found.longest.days)
    quiet = ngettext(
        "{quiet} quiet day of {logged} logged days in this time",
        "{quiet} quiet days of {logged} logged days in this time",
        found.quiet,
    ).format(quiet=found.quiet, logged=found.logged)
    if not found.quiet:
        headline = _("Twitching on every logged day")
    elif found.quiet == 1:
        headline = _("One quiet day")
    else:
        headline = _("Quiet days come and go")
    note = f"{quiet}; {run}"
    return Words(headline=headline, note=note, alt=f"{headline}. {note}")


def _too_early(logged: int) -> NoPicture:
    headline = _("Runs of days come after {n} logged days").format(n=FEWEST_LOGGED)
    note = ngettext("{n} day is logged so far.", "{n} days are logged so far.", logged).format(
        n=logged
    )
    return NoPicture(headline=headline, note=note, alt=f"{headline}. {note}")


def _read(diary: Diary, ask: Ask) -> Figures:
    return diary.figures.read(ask.period)


CHART: Final = Chart("spells", mark("Runs of days"), DAYS, _read, tell)
