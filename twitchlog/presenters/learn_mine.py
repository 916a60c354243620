"""What one's own diary says on the subject of a card, in one line with its denominator."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, Final

from twitchlog.domain.answer_words import hours as said_hours
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.learn import Kind
from twitchlog.domain.period import Period, Span
from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.presenters import words
from twitchlog.presenters.care import SECTIONS
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.learn import Counterpart
    from twitchlog.presenters.care import Section

LOOKED_BACK: Final = 28
"""How many days a line looks back."""

CARE: Final = {
    Kind.MEDICATIONS: "medicines",
    Kind.TREATMENTS: "treatments",
    Kind.TESTS: "tests",
    Kind.CONDITIONS: "conditions",
    Kind.APPOINTMENT: "appointments",
    Kind.REST_COUNT: "rest",
}
"""The section of Care that a kind is kept in, by its key."""

_SOME: Final = 2
"""From this level on a thing was there some or a lot."""


def mine(diary: Diary, counterpart: Counterpart, *, today: date) -> str:
    """Return what the diary says, read in the lane that may; empty where it says nothing."""
    read = _READERS.get(counterpart.kind)
    return read(diary, counterpart.detail, today) if read else ""


def _factor(diary: Diary, detail: str, today: date) -> str:
    known = FACTORS.get(detail)
    if known is None:
        return ""
    amounts = diary.figures.read(Period.ending(today, days=LOOKED_BACK)).amounts
    answers = [amount for _day, amount in amounts.get(detail, ())]
    if not answers:
        return _("Not logged in the last 4 weeks.")
    if known.unit == "h":
        return ngettext(
            "About {hours} a day, over {all} answer in the last 4 weeks.",
            "About {hours} a day, over {all} answers in the last 4 weeks.",
            len(answers),
        ).format(hours=said_hours(median(answers)), all=len(answers))
    least = _SOME if known.unit == "level" else 0
    counted = sum(amount > 0 and amount >= least for amount in answers)
    pattern = ngettext(
        "{name} on {n} of {all} answered day in the last 4 weeks.",
        "{name} on {n} of {all} answered days in the last 4 weeks.",
        len(answers),
    )
    name = _(known.name)
    if least:
        name = _("{name}, some or a lot,").format(name=name)
    return pattern.format(name=name, n=counted, all=len(answers))


def _twitches(diary: Diary, _detail: str, today: date) -> str:
    days = diary.days.summaries(Period.ending(today, days=LOOKED_BACK))
    logged = sum(day.logged for day in days)
    if not logged:
        return _("Not logged in the last 4 weeks.")
    return ngettext(
        "Twitching on {n} of {all} logged day in the last 4 weeks.",
        "Twitching on {n} of {all} logged days in the last 4 weeks.",
        logged,
    ).format(n=sum(day.count > 0 for day in days), all=logged)


def _care(section: Section) -> Callable[[Diary, str, date], str]:
    return lambda diary, _detail, today: section.line(diary, today)


def _signs(diary: Diary, detail: str, today: date) -> str:
    latest = diary.symptoms.latest()
    if detail:
        answer = latest.get(detail)
        if answer is None:
            return ""
        said = _("yes") if answer.present else _("no")
        return _("Your last answer: {said}, {day}.").format(
            said=said, day=words.day_name(answer.day, today=today)
        )
    signs = [kind.id for kind in SYMPTOMS.values() if kind.sign]
    asked = [latest[kind] for kind in signs if kind in latest]
    if not asked:
        return ""
    return _("Your last answers: {yes} yes, {no} no, of {all} signs.").format(
        yes=sum(answer.present for answer in asked),
        no=sum(not answer.present for answer in asked),
        all=len(signs),
    )


def _question(diary: Diary, detail: str, today: date) -> str:
    from twitchlog.reports.visit.compose import answered
    from twitchlog.reports.visit.prose import quoted

    period = Span.THREE_MONTHS.period(today=today, diary_starts=diary.days.first_logged())
    profile = diary.profile.get()
    found = answered(diary.figures.visit(period, whole=False), profile, made=today)
    answer = next(each for each in found.answers if str(each.number) == detail)
    if answer.own_words:
        return _("Your answer: {words}").format(words=quoted(answer.own_words))
    return answer.short if answer.recorded else _("Not recorded yet")


_SECTIONS: Final = {section.key: section for section in SECTIONS}
_READERS: Final[dict[Kind, Callable[[Diary, str, date], str]]] = {
    Kind.FACTOR: _factor,
    Kind.TWITCH: _twitches,
    Kind.PATTERNS: _twitches,
    Kind.SIGNS: _signs,
    Kind.QUESTION: _question,
    **{kind: _care(_SECTIONS[key]) for kind, key in CARE.items()},
}
