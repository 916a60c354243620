"""What is said of each factor: a sentence that a person can trust, with its range."""

from __future__ import annotations

from math import exp
from typing import TYPE_CHECKING, Final

from twitchlog.domain.factor import Factor, Kind
from twitchlog.reports.triggers.daily import FEWEST_SWITCHES
from twitchlog.reports.triggers.estimating import FEWEST_DAYS
from twitchlog.reports.triggers.judging import Lack, Verdict, per_step
from twitchlog.reports.triggers.reasons import Reason, of_left, of_open
from twitchlog.translation import _, mark, ngettext, numeral, said

if TYPE_CHECKING:
    from twitchlog.reports.triggers.daily import Column, LeftOut
    from twitchlog.reports.triggers.finder import Judged, Look
    from twitchlog.reports.triggers.hours import AfterDose

GROUPS: Final = {
    Verdict.LINKED: mark("Linked"),
    Verdict.POSSIBLY: mark("Possibly linked"),
    Verdict.NO_LINK: mark("No link seen"),
    Verdict.UNCLEAR: mark("Unclear"),
    Verdict.NOT_ENOUGH: mark("Not enough days yet"),
}
"""The five groups in their fixed order, by the name they are shown under."""

_NO_LINK: Final = mark(
    "{when} you logged about as many twitches as otherwise (likely between {low} and {high}). If "
    "there is a difference, it is small."
)
_UNCLEAR: Final = mark(
    "{when} the number of twitches is likely somewhere between {low} and {high}. More cannot be "
    "said yet."
)
_TOGETHER: Final = mark("They go together; that does not show that one causes the other.")
_CHANCE: Final = mark("It may be chance.")
_OPEN_OR_ALIKE: Final = {Verdict.NO_LINK: _NO_LINK, Verdict.UNCLEAR: _UNCLEAR}
"""What is said where no difference is named."""
_OPEN: Final = {
    Reason.NEARLY_SAME: mark("It was nearly the same on every day, so little can be compared."),
    Reason.TOO_SLOW: mark("It changed too slowly to tell from the general ups and downs."),
    Reason.UNSETTLED: mark("The days do not settle into an answer yet."),
    Reason.TOO_RARE: mark("It varies too little, or too rarely, to be told within a year."),
}
"""What is said where no number of days can be asked for."""
_STEPS: Final = {
    "sleep": mark("1 hour less"),
    "alcohol": mark("one drink more"),
    "meals-skipped": mark("one meal more"),
}
_WHENS: Final = {
    "sleep": (mark("After a night with 1 hour less sleep"), ""),
    "sleep-quality": (mark("After a night with sleep 2 points better"), ""),
    "nicotine": (mark("On days with 5 more cigarettes"), ""),
    "meals-skipped": (
        mark("On days with one more meal skipped"), mark("On days with a meal skipped")
    ),
    "cold": (
        mark("On days on which you were one step colder"), mark("On days on which you were cold")
    ),
    "period": ("", mark("On days of your period")),
    "medicine": ("", mark("On days with medicine as usual")),
}  # fmt: skip
"""On which days, where amount and name do not make a sentence: of an amount, of yes or no."""


def explains(look: Look, *, whole: bool) -> str:
    """Say what to mind before the results: too few days, or not all days; empty without either."""
    said = []
    if look.table.observed < FEWEST_DAYS:
        said.append(_more_days(FEWEST_DAYS - look.table.observed))
    if not whole:
        said.append(
            _(
                "These are not all your days. Each choice of days is a further look, and the more "
                "looks, the more easily something seems linked by chance. Trust what all days say."
            )
        )
    return " ".join(said)


def recorded(judged: Judged, observed: int) -> str:
    """Say on how many of the `observed` logged days it was recorded; empty where that is said."""
    finding = judged.finding
    if finding.lack is Lack.DAYS:
        return ""
    if judged.since is not None:
        observed = len(judged.basis.days) if judged.basis is not None else finding.factor.days
    known = _("Recorded on {n} of {days} logged days.")
    if judged.column.coding.lag:
        known = _("Known of the day before on {n} of {days} logged days.")
    return known.format(n=finding.factor.days, days=observed)


def suspect_heading(since: str = "") -> str:
    """Name the group of the suspect; `since` is the day after which days count, in words."""
    if since:
        return _("Your suspect, tested alone on the days after {day}").format(day=since)
    return _("Your suspect, tested alone")


def step(column: Column, factor: Factor) -> str:
    """Say one practical step: *100 mg more*, *1 hour less*, *any or none*."""
    said = _step(column, factor)
    return _("{step}, the day before").format(step=said) if column.coding.lag else said


def _step(column: Column, factor: Factor) -> str:
    if column.yes_no:
        return _("yes or no") if factor.kind is Kind.YES_NO else _("any or none")
    if factor.id in _STEPS:
        return _(_STEPS[factor.id])
    number = numeral(abs(column.step), "g")
    if factor.kind is not Kind.AMOUNT:
        one, many = _("one step more"), _("{n} points more")
        return (one if factor.kind is Kind.LEVEL else many).format(n=number)
    given = _("{n} {unit} more") if factor.unit_label else said("one step", "{n} more")
    return given.format(n=number, unit=factor.unit_label)


def sentence(judged: Judged, factor: Factor) -> str:
    """Say what may be said of a factor, by its verdict."""
    finding = judged.finding
    if finding.verdict is Verdict.NOT_ENOUGH:
        return _lacking(judged)
    ratio, low, high = (exp(each) for each in per_step(finding.factor))
    when = _when(judged.column, factor)
    if finding.verdict in _OPEN_OR_ALIKE:
        return _open_or_alike(finding.verdict, when, low, high)
    if _is_fewer(ratio):
        said = _("{when} you logged about {change} twitches (likely between {low} and {high}).")
        said = said.format(when=when, change=_change(ratio), low=_change(low), high=_change(high))
    else:
        said = _(
            "{when} you logged about {ratio} times as many twitches (likely between {low} and "
            "{high} times)."
        ).format(when=when, ratio=times(ratio), low=times(low), high=times(high))
    return f"{said} {_(_TOGETHER if finding.verdict is Verdict.LINKED else _CHANCE)}"


def left_out(each: LeftOut, observed: int, *, until: str = "") -> str:
    """Say why a factor is not among those that were judged, of `observed` logged days.

    `until` is the last day of a trial in words, where it is to be named.
    """
    reason = of_left(each)
    if reason is Reason.SAME:
        return _("It was the same on every day, so nothing can be compared.")
    if reason is Reason.TRIED:
        if until:
            return _("You are trying this until {day}. Until then it is not judged.").format(
                day=until
            )
        return _("You are trying this. Until the trial ends it is not judged.")
    if reason is Reason.FEW_SWITCHES:
        return _switches(each.switches)
    if each.column.coding.lag:
        return _(
            "Known of the day before on {n} of {days} days that could have it; at least half are "
            "needed."
        ).format(n=each.recorded, days=each.of)
    return _("Recorded on {n} of {logged} logged days; at least half are needed.").format(
        n=each.recorded, logged=observed
    )


def _switches(count: int) -> str:
    """Say why a medicine is not judged: one change in one person cannot be told from chance."""
    so_far = ngettext(
        "It was begun or stopped once in these days.",
        "It was begun or stopped {n} times in these days.",
        count,
    ).format(n=count)
    needed = _(
        "Twitching also changes by itself, so it takes at least {n} starts and stops to tell. That "
        "is no reason to start or stop it."
    ).format(n=FEWEST_SWITCHES)
    return f"{so_far} {needed}"


def after_dose(each: AfterDose, factor: Factor) -> str:
    """Say what may be said of the two hours after a drink or exercise, by its verdict."""
    when = _("In the 2 hours after {name}").format(name=factor.label_lower)
    if each.found is None:
        if each.more_days is None:
            return _("It is too rare on these days, or always at the same hour, to be told.")
        return ngettext(
            "About {n} more day with twitches is needed on which all {name} has its time.",
            "About {n} more days with twitches are needed on which all {name} has its time.",
            each.more_days,
        ).format(n=each.more_days, name=factor.label_lower)
    low, high = (exp(end) for end in each.found.interval)
    if each.verdict in _OPEN_OR_ALIKE:
        return _open_or_alike(each.verdict, when, low, high)
    ratio = exp(each.found.log_rate_ratio)
    if _is_fewer(ratio):
        said = _(
            "{when} you logged about {change} twitches than in other hours of the same days "
            "(likely between {low} and {high})."
        ).format(when=when, change=_change(ratio), low=_change(low), high=_change(high))
    else:
        said = _(
            "{when} you logged about {ratio} times as many twitches as in other hours of the same "
            "days (likely between {low} and {high} times)."
        ).format(when=when, ratio=times(ratio), low=times(low), high=times(high))
    return f"{said} {_(_TOGETHER if each.verdict is Verdict.LINKED else _CHANCE)}"


def _when(column: Column, factor: Factor) -> str:
    """Say on which days: *On days with 100 mg more caffeine*."""
    name, later = factor.label_lower, bool(column.coding.lag)
    known = _WHENS.get(factor.id, ("", ""))[column.yes_no]
    if known:
        return _(known)
    if column.yes_no:
        return (_("On days after {name}") if later else _("On days with {name}")).format(name=name)
    if factor.id == "alcohol":
        return _("On days after one drink more") if later else _("On days with one drink more")
    given = _("On days after {step} {name}") if later else _("On days with {step} {name}")
    return given.format(step=_step(column, factor), name=name)


def times(ratio: float) -> str:
    """Write a ratio: *1.4*; *1.04* where one figure would say that it is the same."""
    return numeral(ratio, ".2f" if f"{ratio:.1f}" == "1.0" else ".1f")


def _open_or_alike(verdict: Verdict, when: str, low: float, high: float) -> str:
    words = _(_OPEN_OR_ALIKE[verdict])
    return words.format(when=when, low=_change(low), high=_change(high))


def _is_fewer(ratio: float) -> bool:
    """Tell whether a ratio is said as so many per cent fewer, which *0.7 times as many* hides."""
    return round(100 * ratio) < 100


def _change(ratio: float) -> str:
    """Say a ratio as a change: *20 % fewer*, *60 % more*, *the same*."""
    change = round(100 * (ratio - 1))
    if change == 0:
        return said("a change of the twitches", "the same")
    if ratio >= 2:
        return _("{n} times as many").format(n=numeral(ratio, ".1f"))
    given = _("{n} % more") if change > 0 else _("{n} % fewer")
    return given.format(n=abs(change))


def _lacking(judged: Judged) -> str:
    finding, reason = judged.finding, of_open(judged)
    more = finding.more_days or 0
    if reason in _OPEN:
        return _(_OPEN[reason])
    if finding.lack is Lack.DAYS:
        return ngettext(
            "Recorded on {known} days so far; about {n} more is needed.",
            "Recorded on {known} days so far; about {n} more are needed.",
            more,
        ).format(known=finding.factor.days, n=more)
    if finding.lack is Lack.OF_A_KIND and finding.factor.mostly_yes:
        return ngettext(
            "It would take about {n} more day without it.",
            "It would take about {n} more days without it.",
            more,
        ).format(n=more)
    if finding.lack is Lack.OF_A_KIND:
        return ngettext(
            "It would take about {n} more day with it.",
            "It would take about {n} more days with it.",
            more,
        ).format(n=more)
    return _more_days(more)


def _more_days(more: int) -> str:
    return ngettext(
        "About {n} more logged day is needed.", "About {n} more logged days are needed.", more
    ).format(n=more)
