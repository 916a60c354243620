"""What was tried against the twitching, and the days with it beside those before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.visit.dates import partial
from twitchlog.reports.visit.own_words import REST
from twitchlog.reports.visit.prose import NOTHING, Prose, of, prose, quoted
from twitchlog.reports.visit.summary import Line
from twitchlog.translation import _, inside, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.figures import Tried

ROWS: Final = 4
"""So many treatments are told one by one, the newest first; the rest are counted."""
FEW: Final = 1
"""So many where the page is full."""
GIVE_WAY: Final = 7
"""The step at which few are told; see `layout.steps`."""


def line(tried: Sequence[Tried]) -> Line:
    """Return what was tried, at least one thing, with its counts; on the fullest page how much."""
    counted = ngettext(
        "**Tried so far:** {n} treatment ({rest}).",
        "**Tried so far:** {n} treatments ({rest}).",
        len(tried),
    )
    least = prose(counted, n=len(tried), rest=REST)
    return Line(_said(tried, ROWS), _said(tried, FEW), step=GIVE_WAY, least=least)


def _said(tried: Sequence[Tried], most: int) -> Prose:
    shown, more = tried[:most], len(tried) - most
    counted = any(_counts(each) for each in shown)
    return Prose.joined(
        [
            *(_one(each) for each in shown),
            prose(_("And {n} more ({rest})."), n=more, rest=REST) if more > 0 else NOTHING,
            prose(_("A change like this also happens without treatment.")) if counted else NOTHING,
        ]
    )


def _one(tried: Tried) -> Prose:
    """Say one treatment: its days and those before it, else from when to when; then the effect."""
    name = quoted(tried.name) if tried.own_name else tried.name
    parts = [_counts(tried) or _when(tried)]
    if tried.effect is not None:
        parts.append(_("{effect} (own answer)").format(effect=inside(tried.effect.word)))
    said = ", ".join(filter(None, parts)) or _("tried")
    return prose(_("**{name}:** {said}."), name=name, said=said)


def _counts(tried: Tried) -> str:
    during, before = tried.during, tried.before
    if during is None or before is None or not during.logged:
        return ""
    pattern = ngettext(
        "twitching on {share} logged day with it", "twitching on {share} logged days with it",
        during.logged,
    )  # fmt: skip
    said = pattern.format(share=of(during.twitching, during.logged))
    if not before.logged:
        return _("{said}, no day logged in the 4 weeks before").format(said=said)
    return _("{said}, {share} in the 4 weeks before").format(
        said=said, share=of(before.twitching, before.logged)
    )


def _when(tried: Tried) -> str:
    if tried.started and tried.stopped:
        return _("{first} to {last}").format(
            first=partial(tried.started), last=partial(tried.stopped)
        )
    if tried.started:
        return _("since {day}").format(day=partial(tried.started))
    return _("until {last}").format(last=partial(tried.stopped)) if tried.stopped else ""
