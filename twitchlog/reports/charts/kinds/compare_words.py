"""What is said of two series over each other: what they are, how much of them there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.factor import LEVELS, Kind
from twitchlog.reports.charts import words
from twitchlog.reports.charts.kinds.compared import FIRST, SECOND, TWITCHES
from twitchlog.reports.charts.kinds.over_time import Step
from twitchlog.reports.charts.spec import Choice, Choices, NoPicture, no_picture
from twitchlog.translation import _, inside, numeral, said

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.counts.series import DailySeries
    from twitchlog.domain.factor import Factor
    from twitchlog.domain.period import Period
    from twitchlog.reports.charts.kinds.compared import Compared, Withheld


def choices(compared: Compared) -> tuple[Choices, ...]:
    """Return what can be shown above and below; neither offers what the other one is."""
    offered = (
        Choice(TWITCHES, name(None)),
        *(Choice(factor.id, name(factor)) for factor in compared.offered),
    )
    return (
        Choices(
            FIRST,
            _("Above"),
            tuple(each for each in offered if each.id != compared.second_id),
            compared.first_id,
        ),
        Choices(
            SECOND,
            _("Below"),
            tuple(each for each in offered if each.id != compared.first_id),
            compared.second_id,
        ),
    )


def being_tried(withheld: Withheld, *, today: date) -> str:
    """Say what is not offered while it is being tried."""
    return _(
        "{name} is not shown here: you are trying it until {day}, and a look before that could "
        "change what you log."
    ).format(name=withheld.habit.label, day=words.one_day(withheld.until, today=today))


def nothing_recorded(withheld: Withheld | None, *, today: date) -> NoPicture:
    """Say what to record so that there is something to compare."""
    headline = _("Nothing to compare in this time")
    if withheld is not None:
        return no_picture(headline, being_tried(withheld, today=today), wants_entries=False)
    note = _(
        "The check-in of a day asks for sleep, stress, caffeine and more, and for things of your "
        "own. What is recorded there can be laid under your twitches here."
    )
    return no_picture(headline, note, wants_entries=False)


def headline(first: DailySeries, second: DailySeries, period: Period) -> str:
    """Say what is shown, and on how many days there is both."""
    shared = len(first.amounts.keys() & second.amounts.keys())
    return _("{first} and {second}: both recorded on {days}").format(
        first=_capital(short(first.factor)),
        second=short(second.factor),
        days=words.of_days(shared, period.days),
    )


def note(step: Step) -> str:
    """Say that looking proves nothing, and what a bar is."""
    looking = _("Looking at two things together is not evidence that they belong together.")
    if step is Step.WEEK:
        return looking + " " + _("Each bar is a week: the mean of its recorded days.")
    if step is Step.MONTH:
        return looking + " " + _("Each bar is a month: the mean of its recorded days.")
    return looking


def alt(headline: str, note: str, first: DailySeries, second: DailySeries, period: Period) -> str:
    """Say the whole chart in words."""
    sides = _("Two bar charts over each other, {days}.").format(
        days=words.whole_span(period.first, period.last)
    )
    return " ".join((f"{headline}.", note, sides, _spread(first), _spread(second)))


def short(factor: Factor | None) -> str:
    """Name a series inside a sentence."""
    return _("twitches") if factor is None else factor.label_lower


def name(factor: Factor | None) -> str:
    """Name a series with its unit: *Caffeine, mg a day*."""
    if factor is None:
        return _("Twitches a day")
    if factor.kind is Kind.LEVEL:
        return _("{name}, 0 none to 3 a lot").format(name=factor.label)
    if factor.kind is Kind.SCALE:
        return _("{name}, 0 to 10").format(name=factor.label)
    if factor.kind is Kind.YES_NO:
        return _("{name}, yes or no").format(name=factor.label)
    if not factor.unit_label:
        return factor.label
    return _("{name}, {unit} a day").format(name=factor.label, unit=factor.unit_label)


def title(factor: Factor | None, step: Step) -> str:
    """Name a panel: as `name`, with what a mean is of, where a bar is more than a day."""
    if step is Step.DAY:
        return name(factor)
    if factor is None:
        return _("Twitches a logged day")
    if factor.kind is Kind.YES_NO:
        return _("{name}, share of days").format(name=factor.label)
    return name(factor)


def none(factor: Factor | None, step: Step) -> str:
    """Say what a ring stands for: nothing of it, or a no."""
    if factor is not None and factor.kind is Kind.YES_NO:
        return _("no")
    if factor is not None and factor.kind is Kind.SCALE:
        return "0"
    if factor is not None:
        return {
            Step.DAY: said("of a drink, a habit or a feeling", "none that day"),
            Step.WEEK: said("of a drink, a habit or a feeling", "none that week"),
            Step.MONTH: said("of a drink, a habit or a feeling", "none that month"),
        }[step]
    return {
        Step.DAY: _("none that day"),
        Step.WEEK: _("none that week"),
        Step.MONTH: _("none that month"),
    }[step]


def amount(factor: Factor | None, value: float, step: Step) -> str:
    """Write a value as it would be said: *240 mg*, *a little*, *yes*, *40%*."""
    if factor is not None and factor.kind is Kind.YES_NO:
        if step is not Step.DAY:
            return words.per_cent(value)
        return _("yes") if value else _("no")
    if factor is not None and factor.kind is Kind.LEVEL and step is Step.DAY:
        return inside(_(LEVELS[round(value)]))
    written = numeral(value, ",.0f") if value >= 1000 else numeral(value, ".3g")
    unit = factor.unit_label if factor is not None else ""
    return f"{written}{words.NO_BREAK}{unit}" if unit else written


def _spread(series: DailySeries) -> str:
    """Say from where to where the amounts go."""
    amounts = series.amounts.values()
    if not amounts:
        return ""
    called = _capital(short(series.factor))
    low, high = (amount(series.factor, end, Step.DAY) for end in (min(amounts), max(amounts)))
    if low == high:
        return _("{name}: {amount}.").format(name=called, amount=low)
    return _("{name}: from {low} to {high}.").format(name=called, low=low, high=high)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
