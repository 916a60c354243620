"""What was found of each factor, as the rows of a page and what lies behind a row."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TYPE_CHECKING, Final

from twitchlog.domain.factor import Kind
from twitchlog.presenters.dose_page import ICONS as OF_DOSES
from twitchlog.reports.triggers import words
from twitchlog.reports.triggers.estimate import FEWEST_DAYS
from twitchlog.reports.triggers.finder import look
from twitchlog.reports.triggers.model import LONGEST
from twitchlog.reports.triggers.verdicts import Verdict, per_step
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.finder import Column, Judged, LeftOut, Look

__all__ = ["LONGEST", "Interval", "TriggerGroup", "TriggerRow", "TriggersPage", "tell"]

ICONS: Final = OF_DOSES | {
    "sleep": "bed-outline",
    "sleep-quality": "bed-outline",
    "stress": "head-outline",
    "anxiety": "emoticon-neutral-outline",
    "meals-skipped": "food-off-outline",
    "screen-time": "monitor",
    "medicine": "pill",
    "stimulants": "pill",
    "magnesium": "medication-outline",
    "potassium": "medication-outline",
    "calcium": "medication-outline",
    "vitamin-d": "medication-outline",
    "vitamin-b12": "medication-outline",
    "illness": "thermometer",
    "cold": "snowflake",
}
OTHER: Final = "tune-variant"
VERDICT_ICONS: Final = {
    Verdict.LINKED: "link-variant",
    Verdict.POSSIBLY: "help-circle-outline",
    Verdict.NO_LINK: "equal",
    Verdict.UNCLEAR: "tilde",
    Verdict.NOT_ENOUGH: "timer-sand-empty",
}
NOT_LOOKED: Final = "eye-off-outline"
CAUSE: Final = mark("They go together; that does not show that one causes the other.")
_HOW: Final = (
    mark(
        "Your logged days are compared with each other: those with more of this, and those with "
        "less. A day that is not logged is left out; it does not count as a day without twitches."
    ),
    mark(
        "Twitching has ups and downs of its own that last for weeks, and so has the way you live. "
        "Two such lines often look alike by chance. So the line of this is also shifted against "
        "the line of your twitches, by one day, by two, and so on. How well they still seem to "
        "agree then is how much chance can do, and sets how wide the likely range is."
    ),
    mark(
        "The more things one looks at, the more easily one of them seems linked by chance. So the "
        "bar is set higher when more are looked at."
    ),
)
"""How it is worked out, in plain words: the method of `reports.triggers.estimate`."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The ratio of one practical step and its likely range, as natural logarithms."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """A thing that was looked at; `behind` are pairs of a heading and its sentences.

    `interval` is None where nothing could be judged, and `verdict` where it was not looked at.
    """

    key: str
    icon: str
    label: str
    step: str
    sentence: str
    verdict: Verdict | None
    interval: Interval | None
    behind: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TriggerGroup:
    """The rows of one verdict under its name; `count` says how many of all they are."""

    name: str
    icon: str
    count: str
    rows: tuple[TriggerRow, ...]


@dataclass(frozen=True, slots=True)
class TriggersPage:
    """What was found; `nothing` says what is needed where there is nothing to compare at all."""

    summary: str
    groups: tuple[TriggerGroup, ...]
    nothing: str = ""


def tell(given: Exposures) -> TriggersPage:
    """Look at the days and say what was found, in groups of fixed order."""
    found = look(given.days, given.amounts, given.factors)
    if not found.looked_at:
        return TriggersPage("", (), _nothing(found))
    groups = [
        TriggerGroup(_(name), VERDICT_ICONS[verdict], _of_all(len(rows), found), rows)
        for verdict, name in words.GROUPS.items()
        if (rows := _rows(verdict, found, given))
    ]
    if found.table.left_out:
        left = tuple(_left(each, found, given) for each in found.table.left_out)
        groups.append(TriggerGroup(_("Left out"), NOT_LOOKED, _of_all(len(left), found), left))
    return TriggersPage(_summary(found), tuple(groups))


def _of_all(count: int, found: Look) -> str:
    return _("{n} of {all}").format(n=count, all=found.looked_at)


def _nothing(found: Look) -> str:
    needed = _(
        "What you record of a day, such as sleep, stress or caffeine, is compared with how much it "
        "twitches. That takes about {n} logged days."
    ).format(n=FEWEST_DAYS)
    if not found.table.observed:
        return needed
    so_far = ngettext("You have {n} so far.", "You have {n} so far.", found.table.observed).format(
        n=found.table.observed
    )
    return f"{needed} {so_far}"


def _summary(found: Look) -> str:
    said = [words.summary(found)]
    if found.could_be_judged:
        said.append(_("Bars show the likely range; the band means about the same."))
    elif found.estimate is None and len(found.table.rows) < FEWEST_DAYS:
        said.append(_needed(len(found.table.rows), found.table.observed))
    said.append(_("The last {n} days at most are looked at.").format(n=LONGEST))
    return " ".join(said)


def _needed(rows: int, observed: int) -> str:
    """Say about how many more days it takes before anything can be compared."""
    more = FEWEST_DAYS - rows
    if rows == observed:
        return _more_days(more)
    return ngettext(
        "All that is compared was recorded on {rows} of them; about {n} more such day is needed.",
        "All that is compared was recorded on {rows} of them; about {n} more such days are needed.",
        more,
    ).format(rows=rows, n=more)


def _more_days(more: int) -> str:
    return ngettext(
        "About {n} more logged day is needed.", "About {n} more logged days are needed.", more
    ).format(n=more)


def _rows(verdict: Verdict, found: Look, given: Exposures) -> tuple[TriggerRow, ...]:
    """Return the rows of one verdict; before anything can be judged all wait for more days."""
    if found.estimate is None:
        waits = verdict is Verdict.NOT_ENOUGH
        return tuple(_waiting(each, found, given) for each in found.table.columns if waits)
    return tuple(_judged(each, found, given) for each in found.group(verdict))


def _judged(judged: Judged, found: Look, given: Exposures) -> TriggerRow:
    factor, verdict = given.factors[judged.column.factor], judged.finding.verdict
    middle, low, high = per_step(judged.finding.factor)
    interval = None if verdict is Verdict.NOT_ENOUGH else Interval(low, middle, high)
    sentence = words.sentence(judged, factor)
    return _row(judged.column, factor, (sentence, verdict, interval), found)


def _waiting(column: Column, found: Look, given: Exposures) -> TriggerRow:
    sentence = _more_days(FEWEST_DAYS - len(found.table.rows))
    return _row(column, given.factors[column.factor], (sentence, Verdict.NOT_ENOUGH, None), found)


def _left(left: LeftOut, found: Look, given: Exposures) -> TriggerRow:
    factor = given.factors[left.column.factor]
    sentence = words.left_out(left, found.table.observed)
    return _row(left.column, factor, (sentence, None, None), found)


def _row(
    column: Column,
    factor: Factor,
    said: tuple[str, Verdict | None, Interval | None],
    found: Look,
) -> TriggerRow:
    """Return a row with its sentence, verdict and range, and what lies behind it."""
    sentence, verdict, interval = said
    behind = [] if interval is None else [(_("In numbers"), _numbers(interval, verdict))]
    if verdict is not None and found.estimate is not None:
        behind.append((_("Which days"), _days(column, found)))
        behind.append((_("What else was taken into account"), _beside(found)))
    behind.append((_("How many things were looked at"), _looked(found)))
    behind.append((_("How this is worked out"), "\n\n".join(_(each) for each in _HOW)))
    return TriggerRow(
        key=column.name,
        icon=_icon(factor),
        label=factor.label,
        step=words.step(column, factor),
        sentence=sentence,
        verdict=verdict,
        interval=interval,
        behind=tuple(behind),
    )


def _icon(factor: Factor) -> str:
    return ICONS.get(factor.id, "pill" if factor.kind is Kind.YES_NO and not factor.own else OTHER)


def _numbers(interval: Interval, verdict: Verdict | None) -> str:
    ratio, low, high = (exp(each) for each in (interval.middle, interval.low, interval.high))
    said = _(
        "About {ratio} times as many twitches; likely between {low} and {high} times. 1 means the "
        "same."
    ).format(ratio=f"{ratio:.2f}", low=f"{low:.2f}", high=f"{high:.2f}")
    return f"{said} {_(CAUSE)}" if verdict is Verdict.POSSIBLY else said


def _days(column: Column, found: Look) -> str:
    assert found.estimate is not None
    days = _(
        "{n} of {logged} logged days: those on which all that is compared was recorded."
    ).format(n=found.estimate.days, logged=found.table.observed)
    if column.coding.lag:
        when = _("What was recorded of one day stands beside the twitches of the day after.")
    elif column.factor == "sleep":
        when = _("The sleep of a night stands beside the twitches of the day after it.")
    else:
        when = _("What was recorded of a day stands beside the twitches of the same day.")
    return f"{days} {when}"


def _beside(found: Look) -> str:
    others = len(found.table.columns) - 1
    always = _(
        "The slow ups and downs of your twitching, the day of the week, and how many twitches "
        "there were the day before."
    )
    if not others:
        return always
    rest = ngettext(
        "Also the other thing that was compared.",
        "Also the {n} other things that were compared.",
        others,
    ).format(n=others)
    return f"{always} {rest}"


def _looked(found: Look) -> str:
    return words.summary(found)
