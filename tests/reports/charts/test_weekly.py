"""Weekly checks over time: yes, no and not asked are three things."""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pandas as pd
import pytest
from matplotlib.lines import Line2D

from support.asked import cells, drawn, plain, told, written
from twitchlog.domain.counts.symptoms import SymptomMark
from twitchlog.domain.period import Period
from twitchlog.domain.symptom import SYMPTOMS, WEEKLY, Amount, Said
from twitchlog.reports.charts.kinds.weekly import MANY_DAYS, SymptomRows
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.spec import NoPicture
from twitchlog.reports.patterns.stretches import Every, stretches
from twitchlog.reports.patterns.symptom_answers import by_kind, by_stretch

MAY = ("2026-05-01", "2026-05-31")


def answer(diary, kind: str, day: str, *, present: bool, **more) -> None:
    diary.symptoms.answer(kind, present=present, day=date.fromisoformat(day), **more)


@pytest.fixture
def may(diary):
    """Three checks in May: weakness no, no, no; cramps no, a little in the left calf, a lot.

    Pain was asked once, on 10 May, and was a yes without an amount.
    """
    for day in ("2026-05-03", "2026-05-10", "2026-05-17"):
        answer(diary, "weakness", day, present=False)
    answer(diary, "cramps", "2026-05-03", present=False)
    answer(diary, "cramps", "2026-05-10", present=True, amount=Amount.LITTLE, sites=["calf-left"])
    answer(diary, "cramps", "2026-05-17", present=True, amount=Amount.LOT)
    answer(diary, "pain", "2026-05-10", present=True)
    return diary


def test_each_symptom_has_a_row_and_each_answer_its_sign(may):
    """3 May is two days after the first, so its middle is 2.5; a week later 9.5 and 16.5."""
    chart = told(may, "weekly", *MAY)
    assert isinstance(chart, SymptomRows)
    assert [(row.name, plain(row.said)) for row in chart.rows] == [
        ("Weakness", "0 of 3"), ("Cramps", "2 of 3"), ("Pain", "1 of 1"),
    ]  # fmt: skip
    assert [[(sign.at, sign.size) for sign in row.signs] for row in chart.rows] == [
        [(2.5, 0), (9.5, 0), (16.5, 0)], [(2.5, 0), (9.5, 1), (16.5, 3)], [(9.5, 2)],
    ]  # fmt: skip


def test_the_words_say_how_often_out_of_how_many_since_when(may):
    chart = told(may, "weekly", *MAY)
    assert plain(chart.headline) == "Cramps in 2 of 3 checks, pain in 1 of 1; no to the other one"
    assert plain(chart.note) == (
        "Checks on 3 of 31 days. Not in the nine questions of the weekly check: pain."
    )
    assert plain(chart.table.rows[0].says) == "Weakness: no in 3 of 3 answers since 3 May"
    assert "Cramps: yes in 2 of 3 answers since 3 May, the last yes on 17 May." in plain(chart.alt)


def test_the_table_has_the_symptoms_first_and_then_every_answer(may):
    assert cells(told(may, "weekly", *MAY)) == [
        ("Weakness", "3 May to 17 May", "no in 3 of 3"),
        ("Cramps", "3 May to 17 May", "yes in 2 of 3"),
        ("Pain", "10 May", "yes in 1 of 1"),
        ("Weakness", "3 May", "no"),
        ("Weakness", "10 May", "no"),
        ("Weakness", "17 May", "no"),
        ("Cramps", "3 May", "no"),
        ("Cramps", "10 May", "yes, a little, left calf"),
        ("Cramps", "17 May", "yes, a lot"),
        ("Pain", "10 May", "yes"),
    ]


def test_one_check_is_a_picture(diary):
    diary.symptoms.answer_week(
        {
            kind: Said(present=False)
            for kind in (
                "weakness", "muscle-loss", "feeling", "cramps", "stiffness", "tiredness",
                "speaking", "swallowing", "breathing",
            )
        }
    )  # fmt: skip
    chart = told(diary, "weekly", "2026-06-01", "2026-06-18")
    assert isinstance(chart, SymptomRows)
    assert plain(chart.headline) == "No to all that was asked on 18 Jun"
    assert [entry.text for entry in chart.key] == ["no"]


@pytest.mark.parametrize(
    ("yes", "headline"),
    [
        ((), "No to all that was asked on 2 days since 3 May"),
        (("cramps",), "Cramps: yes in 2 of 2 answers since 3 May"),
        (
            ("cramps", "pain", "fever"),
            "Cramps in 2 of 2 checks, pain in 2 of 2, fever in 2 of 2; no to the other one",
        ),
    ],
)
def test_the_headline_is_calm_and_counted(diary, yes, headline):
    for kind in ("weakness", "cramps", "pain", "fever"):
        for day in ("2026-05-03", "2026-05-10"):
            answer(diary, kind, day, present=kind in yes)
    assert plain(told(diary, "weekly", *MAY).headline) == headline


def test_a_long_headline_names_the_three_that_were_there_most_often(diary):
    """Weakness 0, cramps 1, pain 2, fever 3 and tiredness 3 of 3: cramps are not named."""
    often = {"weakness": 0, "cramps": 1, "pain": 2, "fever": 3, "tiredness": 3}
    for kind, times in often.items():
        for at, day in enumerate(("2026-05-03", "2026-05-10", "2026-05-17")):
            answer(diary, kind, day, present=at < times)
    assert plain(told(diary, "weekly", *MAY).headline) == (
        "Tiredness in 3 of 3 checks, fever in 3 of 3, pain in 2 of 3; yes to 1 more; "
        "no to the other one"
    )


def test_the_weekly_check_asks_as_many_questions_as_it_says(diary):
    assert len(WEEKLY) == 9
    assert "asks nine short questions" in told(diary, "weekly", *MAY).note


def test_one_symptom_alone_is_said_in_full(diary):
    answer(diary, "weakness", "2026-05-03", present=False)
    assert plain(told(diary, "weekly", *MAY).headline) == "Weakness: no on 3 May"
    answer(diary, "weakness", "2026-05-04", present=False)
    said = "Weakness: no in 2 of 2 answers since 3 May"
    assert plain(told(diary, "weekly", *MAY).headline) == said


def test_without_an_answer_it_says_where_they_are_given(diary):
    chart = told(diary, "weekly", *MAY)
    assert isinstance(chart, NoPicture)
    assert chart.headline == "No answers about other symptoms in this time"
    assert "The weekly check" in chart.note
    assert not chart.wants_entries


def test_answers_keep_their_day_at_both_clock_changes_and_need_no_logged_day(diary):
    """The changes are on 26 October 2025 and 29 March 2026; a day each side is left out."""
    for day in ("2025-10-26", "2026-03-29"):
        answer(diary, "cramps", day, present=True)
        chart = told(diary, "weekly", day, day)
        assert [[sign.at for sign in row.signs] for row in chart.rows] == [[0.5]]
    assert diary.days.first_logged() is None
    assert isinstance(told(diary, "weekly", "2025-10-27", "2026-03-28"), NoPicture)


def test_very_many_checks_are_added_up_by_month(diary):
    """One check each Sunday for a year: a yes on every fourth, from 22 June 2025 on."""
    for week in range(52):
        day = date(2025, 6, 22) + timedelta(days=7 * week)
        answer(diary, "cramps", str(day), present=week % 4 == 0)
    chart = told(diary, "weekly", "2025-06-22", "2026-06-18")
    assert chart.every is Every.MONTH
    assert MANY_DAYS < 52
    # August 2025 has the Sundays 3, 10, 17, 24, 31, weeks 6 to 10: a yes on the 17th alone.
    assert ("Cramps", "Aug 2025", "yes in 1 of 5") in cells(chart)
    assert chart.rows[0].signs[1].yes == 0.2
    # The last yes was on 24 May: June has a ring.
    assert chart.rows[0].signs[-1].yes == 0
    assert [entry.text for entry in chart.key] == ["yes (the taller, the more often)", "no"]


@pytest.mark.parametrize("seed", range(4))
def test_shares_of_yes_are_those_of_pandas(seed):
    chance = np.random.default_rng(seed)
    period = Period.ending(date(2026, 6, 18), days=365)
    days = sorted(set(chance.integers(0, 365, 120).tolist()))
    kinds = [kind for kind in SYMPTOMS if chance.random() < 0.7] or ["pain"]
    marks = [
        SymptomMark(kind, period.first + timedelta(days=day), bool(chance.random() < 0.3))
        for day in days
        for kind in kinds
        if chance.random() < 0.8
    ]
    frame = pd.DataFrame(
        {"kind": m.kind, "month": f"{m.day:%Y-%m}", "yes": m.present} for m in marks
    )
    parts = stretches(period, Every.MONTH)
    months = frame.groupby(["kind", "month"]).yes
    whole = frame.groupby("kind").yes
    for asked in by_kind(marks):
        assert asked.yes == whole.sum()[asked.kind]
        assert len(asked.marks) == whole.count()[asked.kind]
        for found in by_stretch(asked, parts)[1:]:
            month = f"{found.days.first:%Y-%m}"
            assert found.yes == months.sum()[asked.kind, month]
            assert found.answers == months.count()[asked.kind, month]


@pytest.mark.parametrize(("width", "text_scale"), [(348, 1.0), (348, 1.5), (720, 1.0)])
def test_yes_is_filled_no_is_hollow_and_each_can_be_tapped(may, width, text_scale):
    chart = told(may, "weekly", *MAY)
    sheet = drawn(chart, width=width, text_scale=text_scale)
    assert written(sheet, "symptom") == ["Weakness", "Cramps", "Pain"]
    assert written(sheet, "count") == ["0 of 3", "2 of 3", "1 of 1"]
    lines = [line for line in sheet.figure.findobj(Line2D) if line.get_gid() in {"yes", "no"}]
    points = {
        (gid, round(float(x)), round(float(y))): row_at(sheet.marks, x, y)
        for line in lines
        for gid in (line.get_gid(),)
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
    }
    assert len(points) == 7
    assert sorted(row for (gid, _x, _y), row in points.items() if gid == "no") == [3, 4, 5, 6]
    assert sorted(row for (gid, _x, _y), row in points.items() if gid == "yes") == [7, 8, 9]
    sizes = sorted({line.get_markersize() for line in lines if line.get_gid() == "yes"})
    assert len(sizes) == 3
    (name,) = [text for text in sheet.figure.texts if text.get_text() == "Cramps"]
    assert row_at(sheet.marks, name.get_position()[0] + 2, name.get_position()[1]) == 1
