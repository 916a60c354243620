"""What a factor and one practical step of it are called on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.counts.taken import is_course
from twitchlog.domain.factor import Kind
from twitchlog.reports.visit.prose import kept, quoted
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.domain.factor import Factor
    from twitchlog.reports.triggers.daily import Column


def step_name(column: Column, factor: Factor) -> str:
    """Return one practical step in short: *1 h less sleep*, *100 mg more caffeine*."""
    said = _step(column, factor)
    return _("{step}, the day before").format(step=said) if column.coding.lag else said


def _step(column: Column, factor: Factor) -> str:
    name = name_of(factor)
    if column.yes_no:
        return name if factor.kind is Kind.YES_NO else _("any {factor}").format(factor=name)
    if factor.id == "sleep":
        return kept(_("1 h less sleep"))
    if factor.id == "alcohol":
        return kept(_("1 drink more"))
    number = numeral(abs(column.step), "g")
    if factor.kind is Kind.AMOUNT:
        amount = kept(" ".join(filter(None, (number, factor.unit_label))))
        return _("{amount} more {factor}").format(amount=amount, factor=name)
    points = ngettext("{n} point more {factor}", "{n} points more {factor}", int(abs(column.step)))
    given = _("{n} of {most} steps more {factor}") if factor.kind is Kind.LEVEL else points
    return given.format(n=number, most=numeral(factor.most, "g"), factor=name)


def name_of(factor: Factor) -> str:
    """Return the name of a factor within a sentence; one of the user's own in quotation marks."""
    if is_course(factor.id):
        return " ".join(factor.label.split())
    return quoted(factor.label) if factor.own else factor.label_lower
