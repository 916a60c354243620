"""What is taken and done on a day, as means with the days they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.factor import FACTORS
from twitchlog.reports.triggers.coding import DRINK_G
from twitchlog.reports.visit.dates import number
from twitchlog.reports.visit.prose import NOTHING, Prose, kept, listed, of, prose
from twitchlog.reports.visit.summary import Line
from twitchlog.translation import _, inside, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.figures import Figures

MEAN_FROM: Final = 7
"""Days of a factor from which its mean is given instead of its values."""
AVERAGED: Final = ("caffeine", "sleep", "exercise", "alcohol")
KEPT: Final = ("caffeine", "sleep")
"""Those that stay when the page is full."""
GIVE_WAY: Final = 7
"""The step at which the others are left out; see `layout.steps`."""
_MEANS: Final = {
    "caffeine": mark("caffeine {amount} mg a day"),
    "sleep": mark("sleep {amount} h"),
    "exercise": mark("exercise {amount} min a day"),
}
_UNITS: Final = {
    "caffeine": mark("{amount} mg"),
    "sleep": mark("{amount} h"),
    "exercise": mark("{amount} min"),
    "alcohol": mark("{amount} g"),
}


def line(figures: Figures) -> Line:
    """Return the means, the values of what has too few days for one, and other stimulants.

    On a full page, on how many days medicines were taken as usual gives way as well.
    """
    return Line(_said(figures, AVERAGED, usual=True), _said(figures, KEPT), step=GIVE_WAY)


def _said(figures: Figures, shown: Sequence[str], *, usual: bool = False) -> Prose:
    """Say those `shown`: means, then single values, then what is not recorded yet."""
    many = [name for name in shown if len(amounts(figures, name)) >= MEAN_FROM]
    few = [name for name in shown if 0 < len(amounts(figures, name)) < MEAN_FROM]
    missing = [_(FACTORS[name].name) for name in shown if not amounts(figures, name)]
    stimulants = _stimulants(figures)
    if not stimulants:
        missing.append(_("Other stimulants"))
    names = ", ".join([*missing[:1], *map(inside, missing[1:])])
    return Prose.joined(
        [
            _as_usual(figures) if usual else NOTHING,
            _averages(figures, many),
            *(_values(figures, name) for name in few),
            prose(_("{names}: not recorded yet."), names=names) if missing else NOTHING,
            stimulants,
        ]
    )


def _as_usual(figures: Figures) -> Prose:
    usual = amounts(figures, "medicine")
    if not usual:
        return NOTHING
    pattern = ngettext(
        "Medicines taken as usual on {share} day asked.",
        "Medicines taken as usual on {share} days asked.",
        len(usual),
    )  # fmt: skip
    return prose(pattern, share=of(sum(amount > 0 for amount in usual), len(usual)))


def amounts(figures: Figures, name: str) -> Sequence[float]:
    """Return the amounts of a factor, one for each logged day that has one."""
    return [amount for _day, amount in figures.amounts.get(name, ())]


def mean(figures: Figures, name: str) -> float | None:
    """Return the mean of a factor over the days that have it; None under seven of them."""
    found = amounts(figures, name)
    return sum(found) / len(found) if len(found) >= MEAN_FROM else None


def _averages(figures: Figures, names: Sequence[str]) -> Prose:
    """Say the means of several factors with the days they rest on."""
    if not names:
        return Prose()
    days = [len(amounts(figures, name)) for name in names]
    low, high = min(days), max(days)
    some = numeral(low)
    if low != high:
        some = _("{low} to {high}").format(low=some, high=numeral(high))
    share = kept(_("{part} of {whole}").format(part=some, whole=numeral(figures.logged)))
    means = [_mean(figures, name) for name in names]
    return prose(_("Averages ({share} logged days): {means}."), share=share, means=", ".join(means))


def _mean(figures: Figures, name: str) -> str:
    value = mean(figures, name) or 0.0
    if name == "alcohol":
        drinks = value * 7 / DRINK_G
        pattern = ngettext(
            "alcohol {n} drink a week", "alcohol {n} drinks a week", 1 if drinks == 1 else 2
        )
        return kept(pattern.format(n=_two_figures(drinks)))
    shown = number(value) if name == "sleep" else _two_figures(value)
    return kept(_(_MEANS[name]).format(amount=shown))


def _stimulants(figures: Figures) -> Prose:
    """Say what there was of nicotine and of stimulants without a prescription, *none* too."""
    said = []
    cigarettes, taken = amounts(figures, "nicotine"), amounts(figures, "stimulants")
    if any(cigarettes):
        pattern = _("nicotine, {n} cigarettes a day ({share} logged days)")
        said.append(
            pattern.format(
                n=_two_figures(sum(cigarettes) / len(cigarettes)),
                share=of(len(cigarettes), figures.logged),
            )
        )
    if any(taken):
        days = of(sum(each > 0 for each in taken), len(taken))
        said.append(_("not prescribed, on {share} days asked").format(share=days))
    asked = max(len(cigarettes), len(taken))
    if not said and asked:
        said.append(_("none ({share} logged days)").format(share=of(asked, figures.logged)))
    return prose(_("Other stimulants: {said}."), said=", ".join(said)) if said else Prose()


def _two_figures(value: float) -> str:
    return number(float(f"{value:.2g}"))


def _values(figures: Figures, name: str) -> Prose:
    """Say the single values of a factor: listed, or as a range where they are many."""
    found = sorted(amounts(figures, name))
    share = of(len(found), figures.logged)
    if len(found) > 3 and found[0] != found[-1]:
        shown = _("{low} to {high}").format(low=number(found[0]), high=number(found[-1]))
    elif len(set(found)) == 1 and len(found) > 1:
        shown = _("each {value}").format(value=number(found[0]))
    else:
        shown = listed([number(amount) for amount in found])
    amount = kept(_(_UNITS[name]).format(amount=shown))
    pattern = (
        _("**{name}**, {share} nights: {amount}.")
        if name == "sleep"
        else _("**{name}**, {share} logged days: {amount}.")
    )
    return prose(pattern, name=_(FACTORS[name].name), share=share, amount=amount)
