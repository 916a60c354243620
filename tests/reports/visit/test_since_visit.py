"""The row on what is new since the last visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from twitchlog.domain.counts.switches import Switch, Turn
from twitchlog.domain.figures import Share, SinceVisit
from twitchlog.reports.visit.since_visit import since_visit

VISIT = date(2025, 10, 2)
SHARES = (Share(32, 48), Share(22, 30))


def said(visit, step=0):
    return since_visit(visit).printed(step=step).plain.replace("\u00a0", " ")


def since(figures, *, shares=SHARES, sites=(), turns=()):
    return replace(figures, since_visit=SinceVisit(VISIT, *shares, sites, turns))


def turn(name, what, day):
    return Switch(f"{name}/{what}", name, what, date(2025, 10, day))


def test_without_an_earlier_visit_there_is_no_row(book):
    assert since_visit(book().figures()) is None


def test_the_days_since_stand_beside_those_before_and_alone_on_a_full_page(book):
    visit = since(book().figures(), sites=("sole-left",))
    assert since_visit(visit).label.replace("\u00a0", " ") == "Since the visit on 2 Oct 2025"
    days = "Twitching on 32 of 48 logged days, before it 22 of 30."
    assert said(visit) == f"{days} New: left sole."
    assert said(visit, step=7) == days


def test_before_a_visit_outside_the_period_nothing_is_counted(book):
    assert said(since(book().figures(), shares=(Share(1, 1), None))) == (
        "Twitching on 1 of 1 logged day."
    )
    assert said(since(book().figures(), shares=(Share(0, 0), Share(1, 2)))) == (
        "No day is logged since."
    )


def test_a_symptom_is_new_only_where_it_was_answered_no_before(book):
    diary = book()
    diary.symptom("feeling", date(2025, 9, 1), present=False)
    diary.symptom("feeling", date(2025, 10, 9), present=True, where="left sole")
    diary.symptom("cramps", date(2025, 10, 9), present=True)
    diary.symptom("pain", date(2025, 9, 1), present=True)
    diary.symptom("pain", date(2025, 10, 9), present=True)
    assert "New: change in feeling, “left sole”." in said(since(diary.figures()))
    assert "cramps" not in said(since(diary.figures()))
    assert "pain" not in said(since(diary.figures()))


def test_what_was_started_stopped_changed_or_only_tried_is_told_apart(book):
    turns = (
        turn("magnesium", Turn.STARTED, 6), turn("Prednisone", Turn.STOPPED, 7),
        turn("Metoprolol", Turn.DOSE, 8), turn("Salbutamol", Turn.STARTED, 9),
        turn("Salbutamol", Turn.DOSE, 12), turn("magnesium", Turn.STOPPED, 20),
    )  # fmt: skip
    assert said(since(book().figures(), turns=turns)).endswith(
        " Magnesium tried, Prednisone stopped, Metoprolol: new dose, Salbutamol started."
    )
