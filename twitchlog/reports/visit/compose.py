"""Put the page together from the diary's figures and what the person says of themself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from twitchlog import __version__
from twitchlog.domain.page_sections import Section
from twitchlog.reports.charts.day_by_day import day_by_day
from twitchlog.reports.charts.two_hours import time_of_day
from twitchlog.reports.patterns.comparison import recent
from twitchlog.reports.visit import (
    answers,
    entry_lists,
    lanes,
    pictures,
    pregnancy,
    taken,
    trial_lines,
    trigger_lines,
    where,
)
from twitchlog.reports.visit.dates import Dates, full, years_old
from twitchlog.reports.visit.looking import look_at
from twitchlog.reports.visit.other_symptoms import other_symptoms
from twitchlog.reports.visit.printable import ems
from twitchlog.reports.visit.prose import Prose, capital, kept, of, prose
from twitchlog.reports.visit.since_visit import since_visit
from twitchlog.reports.visit.summary import Answered, Block, Header, Line, Questions, VisitSummary
from twitchlog.reports.visit.symptoms import signs
from twitchlog.translation import _, language, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from twitchlog.domain.figures import Figures, VisitFigures
    from twitchlog.domain.profile import Profile
    from twitchlog.reports.charts.kinds.over_time import DayBars
    from twitchlog.reports.visit.summary import Answer

_SAME_PLACE: Final = 5
"""The number of the question whose answer has an interval."""
_BLANK: Final = "_" * 20
_FOOTER_EM: Final = 17.0
_DOCTOR_EM: Final = 36.0


def answered(visit: VisitFigures, profile: Profile, *, made: date) -> Answered:
    """Return the signs and the seven answers of one period alone: the quick part of the page."""
    figures, dates = visit.figures, Dates(visit.figures.period, made)
    return Answered(
        made=made,
        period=figures.period,
        logged=figures.logged,
        twitching=figures.twitching,
        entries=figures.entries,
        signs=signs(visit, dates, made=made),
        answers=_answers(visit, profile, dates, made=made),
    )


def summarise(visit: VisitFigures, profile: Profile, *, made: date) -> VisitSummary:
    """Return the whole page for one period, as made on the day `made`; nothing is left out.

    What goes with the twitching is worked out here: with numpy, and of two years in some 50 ms.
    """
    left_out = visit.left_out
    visit, profile = visit.private, private(profile, left_out)
    figures = visit.figures
    dates = Dates(figures.period, made)
    short = answers.is_short(figures)
    # The charts of a few days say less than their entries, or where these are many, than each day.
    charts = not short and Section.CHARTS not in left_out
    asked = answered(visit, profile, made=made)
    seen = None if Section.TRIGGERS in left_out else look_at(visit, made=made)
    links = trigger_lines.triggers(
        seen,
        visit.exposures,
        trial_lines.lines(visit, dates, made=made),
        dates=dates,
    )
    blocks = {
        Section.MEDICINES: taken.medicines(visit, profile, made=made),
        Section.TESTS: taken.examined(profile, visit.tests, visit.conditions, made=made),
        Section.TRIGGERS: links,
    }
    blocks |= {name: _left_out(blocks[name]) for name in left_out & blocks.keys()}
    return VisitSummary(
        made=made,
        period=figures.period,
        logged=figures.logged,
        twitching=figures.twitching,
        entries=figures.entries,
        signs=asked.signs,
        answers=asked.answers,
        header=_header(figures, profile, dates, made=made, short=short),
        since_visit=since_visit(visit),
        body_map=pictures.body_map(figures),
        day_by_day=_day_by_day(visit, dates) if charts else None,
        time_of_day=time_of_day(figures) if charts else None,
        entry_list=entry_lists.entry_list(visit, dates) if short else None,
        medicines=blocks[Section.MEDICINES],
        tests=blocks[Section.TESTS],
        triggers=blocks[Section.TRIGGERS],
        look=seen,
        visit=visit,
        questions=Questions(
            _("The patient asks (own words)"),
            tuple(question.strip() for question in profile.questions if question.strip()),
        ),
        note=_note(likely=_is_likely(asked.answers[_SAME_PLACE - 1].said, links)),
        paper=profile.paper,
        language=language(),
    )


def _left_out(block: Block) -> Block:
    """Say of a block that the patient left it out: a doctor must not take it for nothing."""
    return Block(block.heading, (Line(prose(_("Left out by the patient."))),))


def private(profile: Profile, left_out: Collection[Section]) -> Profile:
    """Return what the person says of themself without what is left out of the page."""
    return replace(
        profile,
        name="" if Section.PERSON in left_out else profile.name,
        born=None if Section.PERSON in left_out else profile.born,
        medicines="" if Section.MEDICINES in left_out else profile.medicines,
        tests="" if Section.TESTS in left_out else profile.tests,
        conditions="" if Section.TESTS in left_out else profile.conditions,
        questions=() if Section.QUESTIONS in left_out else profile.questions,
    )


def _is_likely(same_place: Prose, links: Block) -> bool:
    """Whether a 95 % interval stands on the page, so that the note has to say what that is."""
    return "%)" in same_place.plain or links.table is not None


def _day_by_day(visit: VisitFigures, dates: Dates) -> DayBars:
    """Return the chart with its lanes; its headline compares only what answer 3 compares."""
    chart = lanes.with_lanes(day_by_day(visit.figures, today=dates.made), visit.medications, dates)
    if answers.comparable(recent(visit.figures.days)):
        return chart
    return replace(chart, headline=_("Day by day: too early to compare"))


def _answers(
    visit: VisitFigures, profile: Profile, dates: Dates, *, made: date
) -> tuple[Answer, ...]:
    figures = visit.figures
    return (
        answers.since_when(figures, profile, made=made),
        answers.how_long(figures, profile),
        answers.how_often(figures, profile, dates, visit.rest),
        where.which_muscles(figures, profile),
        where.always_there(figures, profile),
        pregnancy.pregnant(profile, made=made),
        other_symptoms(visit, profile, dates, made=made),
    )


def _header(figures: Figures, profile: Profile, dates: Dates, *, made: date, short: bool) -> Header:
    born = (
        _("born {date} ({age} years)").format(
            date=full(profile.born), age=kept(str(years_old(profile.born, made)))
        )
        if profile.born
        else _("Born: {blank}").format(blank=_BLANK)
    )
    name = " ".join(profile.name.split())
    who = (
        prose(_("**{name}**, {born}"), name=name, born=born)
        if name
        else prose(_("Name: {blank}   {born}"), blank=_BLANK, born=born)
    )
    logged = prose(
        ngettext("**Logged on {share} day**, {span}", "**Logged on {share} days**, {span}",
                 figures.period.days),
        share=of(figures.logged, figures.period.days),
        span=dates.span(figures.period.first, figures.period.last),
    )  # fmt: skip
    pattern = ngettext(
        "**A short diary: every number below rests on {n} logged day.**",
        "**A short diary: every number below rests on {n} logged days.**",
        figures.logged,
    )
    if not figures.logged:
        pattern = _("**A short diary: no day is logged yet.**")
    entries = ngettext(
        "{n} twitch entry, self-reported", "{n} twitch entries, self-reported", figures.entries
    ).format(n=numeral(figures.entries))
    return Header(
        title=_("Muscle twitching: summary for the doctor"),
        person=who,
        logged=logged,
        visit=_visit(profile, made),
        entries=entries,
        short_diary=(prose(pattern, n=figures.logged) if short else Prose()),
        footer=_footer(profile, name, made),
    )


def _visit(profile: Profile, made: date) -> str:
    day = profile.visit.day
    doctor = _start(" ".join(profile.visit.doctor.split()), _DOCTOR_EM)
    if day is None:
        printed = _("Printed {date}").format(date=full(made))
        return f"{printed}, {doctor}" if doctor else printed
    said = _("Visit on {date}").format(date=full(day))
    return f"{said}, {doctor}" if doctor else said


def _footer(profile: Profile, name: str, made: date) -> str:
    parts = []
    if name:
        parts.append(_start(name, _FOOTER_EM))
    if profile.born:
        parts.append(_("born {date}").format(date=full(profile.born)))
    made_on = _("made on {date} with TwitchLog {version}").format(
        date=full(made), version=__version__
    )
    return f"{', '.join(parts)} · {made_on}" if parts else capital(made_on)


def _start(name: str, most: float) -> str:
    """Return a name, cut where it is wider than `most` in units of its size."""
    if ems(name) <= most:
        return name
    return max((name[:n] for n in range(len(name)) if ems(name[:n]) <= most), key=len) + "…"


def _note(*, likely: bool) -> str:
    note = _(
        "Self-reported; general information, not a diagnosis. A logged day has an entry, a"
        " “none today” or a check-in; other days are left out, never counted as zero."
    )
    return note + (" " + _("Likely: 95% interval.") if likely else "")
