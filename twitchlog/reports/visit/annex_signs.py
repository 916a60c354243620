"""The part of the annex about what was answered on signs and symptoms."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.reports.visit.annex import Under, Wide, row
from twitchlog.reports.visit.dates import Dates, full
from twitchlog.reports.visit.prose import Prose, prose, quoted
from twitchlog.reports.visit.summary import Table
from twitchlog.reports.visit.told import answers_share, told
from twitchlog.translation import _, inside, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.domain.symptom import SymptomAnswer
    from twitchlog.reports.visit.annex import Item, Source
    from twitchlog.reports.visit.told import Told


def signs(source: Source) -> Iterator[Item]:
    """Yield what was answered in the period, and what the answers before amount to.

    What was always a no is named once; where any answer was a yes, each day has its row.
    """
    answers, period = source.visit.symptoms, source.visit.figures.period
    dates = Dates(period, source.made)
    if not answers:
        yield prose(_("**Not recorded yet.**"))
        return
    inside = [answer for answer in answers if answer.day in period]
    if inside:
        varied = {answer.kind for answer in inside if answer.present}
        yield from _always_no([each for each in inside if each.kind not in varied], dates)
        days = groupby((each for each in inside if each.kind in varied), key=attrgetter("day"))
        rows = tuple(_answers(day, tuple(found)) for day, found in days)
        if rows:
            yield Wide(Table((_("Day"), _("Yes"), _("No")), rows), (1.3, 4, 4))
    else:
        yield prose(_("No answers in this period."))
    before = told([answer for answer in answers if answer.day < period.first])
    if before:
        yield Under(_("Before {day}").format(day=full(period.first)))
        head = (_("Sign or symptom"), _("Answers"), _("First yes"), _("Last yes"), _("Last answer"))
        rows = tuple(_earlier(before[kind]) for kind in SYMPTOMS if kind in before)
        yield Wide(Table(head, rows), (2.6, 3, 1.7, 1.7, 1.7))


def _always_no(answers: Sequence[SymptomAnswer], dates: Dates) -> Iterator[Prose]:
    """Yield what was a no each time it was asked, one sentence for each number of answers."""
    asked: dict[int, list[str]] = {}
    counts = Counter(answer.kind for answer in answers)
    for kind in SYMPTOMS:
        if kind in counts:
            asked.setdefault(counts[kind], []).append(kind)
    for count, kinds in sorted(asked.items(), reverse=True):
        days = [answer.day for answer in answers if answer.kind in kinds]
        pattern = ngettext(
            "**Always no**, in {n} answer, {span}: {names}.",
            "**Always no**, in {n} answers each, {span}: {names}.",
            count,
        )
        names = ", ".join(inside(SYMPTOMS[kind].label) for kind in kinds)
        yield prose(pattern, n=numeral(count), span=dates.span(min(days), max(days)), names=names)


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
