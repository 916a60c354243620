"""What the Visit screen shows, in words, made from the page for the doctor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.domain.page_sections import Section
from twitchlog.presenters import words
from twitchlog.presenters.appointments import time_left
from twitchlog.presenters.visit_reason import reason_of
from twitchlog.reports.visit.prose import quoted
from twitchlog.translation import _, inside, language, language_name, languages, ngettext

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.profile import Profile
    from twitchlog.presenters.after_visit import Been
    from twitchlog.presenters.visit_reason import Reason
    from twitchlog.reports.visit.summary import Answer, Answered


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """A question and its answer; `answer` is empty where nothing is recorded yet."""

    number: int
    question: str
    answer: str
    aside: str


@dataclass(frozen=True, slots=True)
class AboutRow:
    """Something else the page takes from the person."""

    key: str
    icon: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class VisitPage:
    """Everything the Visit screen shows."""

    period: str
    appointment: str
    doctor: str
    reason: Reason | None
    questions: tuple[QuestionWords, ...]
    about: tuple[AboutRow, ...]
    paper: str
    language: str
    been: str


def spoken() -> list[tuple[str, str]]:
    """Return the languages the page can be made in: code, and what it calls itself."""
    return [(code, language_name(code)) for code in languages()]


def page_of(
    visit: VisitFigures,
    profile: Profile,
    answered: Answered,
    *,
    today: date,
    been: Been | None = None,
    put_away: str = "",
) -> VisitPage:
    """Return what the screen shows of a period and of what the person said.

    `put_away` names what is not to be shown again.
    """
    reason = reason_of(visit, answered, booked=_booked(profile, today))
    return VisitPage(
        period=_period(answered, today),
        appointment=_appointment(profile, today),
        doctor=_doctor(profile),
        reason=None if reason is None or reason.key in put_away.split() else reason,
        questions=tuple(_question(answer) for answer in answered.answers),
        about=_about(visit, profile, today),
        paper=profile.paper,
        language=profile.language or language(),
        been=_been(been, today),
    )


def _booked(profile: Profile, today: date) -> str:
    """Return the day of the visit that is to come, in words; empty where none is booked."""
    day = profile.visit.day
    return words.heading_day(day, today=today) if day is not None and day >= today else ""


def _question(answer: Answer) -> QuestionWords:
    if answer.own_words:
        return QuestionWords(
            answer.number, answer.question, quoted(answer.own_words), _("(your words)")
        )
    return QuestionWords(
        answer.number, answer.question, answer.short if answer.recorded else "", ""
    )


def _period(answered: Answered, today: date) -> str:
    period = answered.period
    if not answered.logged and period.days == 1:
        return _("Nothing is logged yet")
    first = words.short_day(period.first, today=today)
    last = words.short_day(period.last, today=today)
    days = first if first == last else _("{first} – {last}").format(first=first, last=last)
    return ngettext(
        "{days}: logged on {n} of {all} day", "{days}: logged on {n} of {all} days", period.days
    ).format(days=days, n=answered.logged, all=period.days)


def _been(been: Been | None, today: date) -> str:
    """Ask what was said at the last appointment; empty where nothing is to be asked."""
    if been is None or been.appointment.day is None:
        return ""
    day = words.sentence(words.day_name(been.appointment.day, today=today))
    return words.joined((been.appointment.label, day))


def _appointment(profile: Profile, today: date) -> str:
    day = profile.visit.day
    if day is None:
        return _("Your appointment")
    named = words.heading_day(day, today=today)
    return _("{day}, {left}").format(day=named, left=time_left(day, today))


def _doctor(profile: Profile) -> str:
    count = len(profile.questions)
    asked = ngettext("{n} question", "{n} questions", count).format(n=count) if count else ""
    known = words.joined((" ".join(profile.visit.doctor.split()), asked))
    if known or profile.visit.day is not None:
        return known or _("Add the doctor and your questions")
    return _("Add the day and the doctor")


def _about(visit: VisitFigures, profile: Profile, today: date) -> tuple[AboutRow, ...]:
    born = words.short_day(profile.born, today=today) if profile.born else ""
    count = len(profile.questions)
    asked = ngettext("{n} question", "{n} questions", count).format(n=count) if count else ""
    rows = (
        ("person", "human", _("Your name and birth date"), words.joined((profile.name, born))),
        ("medicines", "pill", _("Medicines"), _line("\n".join(
            [*(each.name for each in visit.medications if not each.is_past(today)),
             profile.medicines]
        ))),
        ("tests", "file-document-outline", _("Tests"),
         _line("\n".join([*(each.label for each in visit.tests), profile.tests]))),
        ("conditions", "clipboard-text-outline", _("Conditions and family"), _line("\n".join(
            [*(each.sentence for each in visit.conditions), profile.conditions]
        ))),
        ("questions", "help-circle-outline", _("Questions for the doctor"), asked),
        ("sections", "page-layout-body", _("Parts of the page"), _parts(visit)),
        ("other", "file-export-outline", _("Other ways to save"),
         _("With an annex or a password, as a web page or text")),
    )  # fmt: skip
    return tuple(
        AboutRow(key, icon, title, second or _("Not recorded yet"))
        for key, icon, title, second in rows
    )


def _parts(visit: VisitFigures) -> str:
    """Name the parts that are left out, in their order."""
    off = [section.label for section in Section if section in visit.left_out]
    if not off:
        return _("All of them")
    return _("Without: {parts}").format(parts=", ".join([off[0], *map(inside, off[1:])]))


def _line(text: str, limit: int = 80) -> str:
    """Return a text on one line, cut at a word where it is long."""
    line = " · ".join(" ".join(each.split()) for each in text.splitlines() if each.strip())
    return line if len(line) <= limit else line[:limit].rsplit(" ", 1)[0] + "…"
