"""The part of the annex about what was answered on signs and symptoms."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.reports.visit.annex import Under, Wide, row
from twitchlog.reports.visit.dates import full
from twitchlog.reports.visit.prose import Prose, prose, quoted
from twitchlog.reports.visit.summary import Table
from twitchlog.reports.visit.told import answers_share, told
from twitchlog.translation import _, inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.domain.symptom import SymptomAnswer
    from twitchlog.reports.visit.annex import Item, Source
    from twitchlog.reports.visit.told import Told


def signs(source: Source) -> Iterator[Item]:
    """Yield what was answered on each day of the period, and what the answers before amount to."""
    answers, period = source.visit.symptoms, source.visit.figures.period
    if not answers:
        yield prose(_("**Not recorded yet.**"))
        return
    inside = [answer for answer in answers if answer.day in period]
    if inside:
        days = groupby(inside, key=lambda answer: answer.day)
        rows = tuple(_answers(day, tuple(found)) for day, found in days)
        yield Wide(Table((_("Day"), _("Yes"), _("No")), rows), (1.3, 4, 4))
    else:
        yield prose(_("No answers in this period."))
    before = told([answer for answer in answers if answer.day < period.first])
    if before:
        yield Under(_("Before {day}").format(day=full(period.first)))
        head = (_("Sign or symptom"), _("Answers"), _("First yes"), _("Last yes"), _("Last answer"))
        rows = tuple(_earlier(before[kind]) for kind in SYMPTOMS if kind in before)
        yield Wide(Table(head, rows), (2.6, 3, 1.7, 1.7, 1.7))


def _earlier(symptom: Told) -> tuple[Prose, ...]:
    first, last = (full(day) if day else "–" for day in (symptom.first, symptom.last))
    return row(symptom.label, answers_share(symptom), first, last, full(symptom.asked))


def _answers(day: date, answers: Sequence[SymptomAnswer]) -> tuple[Prose, ...]:
    ordered = sorted(answers, key=lambda answer: list(SYMPTOMS).index(answer.kind))
    yes = [_yes(answer) for answer in ordered if answer.present]
    no = [inside(SYMPTOMS[answer.kind].label) for answer in ordered if not answer.present]
    return row(full(day), "; ".join(yes) or "–", ", ".join(no) or "–")


def _yes(answer: SymptomAnswer) -> str:
    places = [site_or_unknown(site).label_lower for site in answer.sites]
    own = [quoted(words) for words in (answer.where, answer.words) if words.strip()]
    amount = [inside(answer.amount.word)] if answer.amount else []
    return ", ".join([inside(SYMPTOMS[answer.kind].label), *places, *amount, *own])
