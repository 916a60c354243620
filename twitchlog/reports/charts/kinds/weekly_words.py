"""What the weekly checks say in words: how often yes, out of how many answers, since when."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS, WEEKLY
from twitchlog.reports.charts import words
from twitchlog.reports.charts.spec import Row, Table
from twitchlog.reports.patterns.symptom_answers import by_stretch
from twitchlog.translation import _, inside, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.domain.counts.symptoms import SymptomMark
    from twitchlog.domain.period import Period
    from twitchlog.reports.charts.chart import Ask
    from twitchlog.reports.patterns.symptom_answers import Asked, YesIn

_NAMED: Final = 3


def headline(asked: Sequence[Asked], today: date) -> str:
    """Say where the answer was yes, else that it was no to all."""
    there = [symptom for symptom in asked if symptom.yes]
    if len(asked) == 1 or len(there) == 1:
        return sentence(there[0] if there else asked[0], today)
    since = words.one_day(min(symptom.since for symptom in asked), today=today)
    if not there:
        days = len(_days(asked))
        return ngettext(
            "No to all that was asked on {day}",
            "No to all that was asked on {n} days since {day}",
            days,
        ).format(n=days, day=since)
    named = sorted(there, key=lambda symptom: -symptom.yes)[:_NAMED]
    first, *others = named
    parts = [
        _("{symptom} in {count} checks").format(symptom=_label(first), count=_count(first)),
        *(
            _("{symptom} in {count}").format(symptom=inside(_label(each)), count=_count(each))
            for each in others
        ),
    ]
    return "; ".join(
        [", ".join(parts), *_unnamed(len(there) - len(named), len(asked) - len(there))]
    )


def _unnamed(yes: int, no: int) -> Iterator[str]:
    """Say how many more are there, and how many are not."""
    if yes:
        yield _("yes to {n} more").format(n=yes)
    if no:
        yield ngettext("no to the other one", "no to the other {n}", no).format(n=no)


def note(asked: Sequence[Asked], period: Period) -> str:
    """Say on how many days there was a check, and what was recorded outside the weekly one."""
    said = _("Checks on {days}.").format(days=words.of_days(len(_days(asked)), period.days))
    others = [inside(_label(each)) for each in asked if each.kind not in WEEKLY]
    if others:
        said += " " + _("Not in the nine questions of the weekly check: {symptoms}.").format(
            symptoms=words.listed(others)
        )
    return said


def sentence(asked: Asked, today: date) -> str:
    """Say *Weakness: no in 6 of 6 answers since 3 May*."""
    day = words.one_day(asked.since, today=today)
    if len(asked.marks) == 1:
        said = _("yes") if asked.yes else _("no")
        return _("{symptom}: {answer} on {day}").format(symptom=_label(asked), answer=said, day=day)
    counted = _("yes in {count} answers") if asked.yes else _("no in {count} answers")
    return _("{symptom}: {said} since {day}").format(
        symptom=_label(asked), said=counted.format(count=_count(asked)), day=day
    )


def alt(asked: Sequence[Asked], today: date) -> str:
    """Say the whole chart in words, symptom by symptom, with the newest yes of each."""
    said = [_("Answers about other symptoms by date.")]
    for symptom in asked:
        line = sentence(symptom, today)
        if symptom.yes and len(symptom.marks) > 1:
            last = next(mark for mark in reversed(symptom.marks) if mark.present)
            line = _("{said}, the last yes on {day}").format(
                said=line, day=words.one_day(last.day, today=today)
            )
        said.append(f"{line}.")
    return " ".join(said)


def table(asked: Sequence[Asked], parts: Sequence[Period], ask: Ask) -> Table:
    """Return a row a symptom, then a row an answer, or for each of `parts` with answers."""
    rows = [_whole(symptom, ask.today) for symptom in asked]
    for symptom in asked:
        if parts:
            rows += [_stretch(symptom, found, ask.today) for found in by_stretch(symptom, parts)]
        else:
            rows += [_answer(symptom, mark, ask.today) for mark in symptom.marks]
    return Table((_("Symptom"), _("Days"), _("Answer")), tuple(rows))


def _whole(asked: Asked, today: date) -> Row:
    first, last = words.both_ends(asked.since, asked.marks[-1].day, today=today)
    days = last
    if asked.marks[-1].day > asked.since:
        days = _("{first} to {last}").format(first=first, last=last)
    return Row((_label(asked), days, _yes_in(asked.yes, len(asked.marks))), sentence(asked, today))


def _answer(asked: Asked, answer: SymptomMark, today: date) -> Row:
    day, said = words.one_day(answer.day, today=today), _said(answer)
    says = _("{symptom}, {day}: {answer}").format(symptom=_label(asked), day=day, answer=said)
    return Row((_label(asked), day, said), says)


def _said(answer: SymptomMark) -> str:
    if not answer.present:
        return _("no")
    amount = () if answer.amount is None else (inside(answer.amount.word),)
    places = (site_or_unknown(site).label_lower for site in answer.sites)
    return ", ".join((_("yes"), *amount, *places))


def _stretch(asked: Asked, found: YesIn, today: date) -> Row:
    days, said = words.span(found.days, today=today), _yes_in(found.yes, found.answers)
    says = _("{symptom}, {day}: {answer}").format(symptom=_label(asked), day=days, answer=said)
    return Row((_label(asked), days, said), says)


def _yes_in(yes: int, answers: int) -> str:
    said = _("yes in {count}") if yes else _("no in {count}")
    return said.format(count=words.of(yes or answers, answers))


def _count(asked: Asked) -> str:
    return words.of(asked.yes or len(asked.marks), len(asked.marks))


def _label(asked: Asked) -> str:
    return SYMPTOMS[asked.kind].label


def _days(asked: Sequence[Asked]) -> set[date]:
    return {mark.day for symptom in asked for mark in symptom.marks}
