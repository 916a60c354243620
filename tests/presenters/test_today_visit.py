"""The line on Today about an appointment: near its day, quiet, and put away for good."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.appointment import Appointment, Question
from twitchlog.presenters.today_visit import notice_of, put_away
from twitchlog.settings import SettingsFile

TODAY = date(2026, 6, 18)


def at(days, **more):
    return Appointment(TODAY + timedelta(days=days), 630, "Dr Who", id=f"v{days}", **more)


@pytest.mark.parametrize(
    ("days", "second"),
    [
        (7, "In 7 days · 10:30 · 1 question"),
        (1, "Tomorrow · 10:30 · 1 question"),
        (0, "Today · 10:30 · 1 question"),
        (-1, "Yesterday. You can write down what was said."),
        (-3, "Monday. You can write down what was said."),
    ],
)
def test_near_its_day_an_appointment_is_named(days, second):
    notice = notice_of([at(days)], [Question("Why?"), Question("How?", "So.")], TODAY, "")
    assert (notice.title, notice.second, notice.appointment) == ("Dr Who", second, f"v{days}")


@pytest.mark.parametrize("days", [8, -4, 300, -300])
def test_far_from_its_day_nothing_is_said(days):
    assert notice_of([at(days)], [], TODAY, "") is None


def test_what_was_said_is_not_asked_for_again():
    assert notice_of([at(-1, said="Fine.")], [], TODAY, "") is None
    assert notice_of([Appointment(whom="Some day", id="x")], [], TODAY, "") is None


def test_the_one_that_was_comes_before_the_next_one():
    assert notice_of([at(5), at(2), at(-2)], [], TODAY, "").appointment == "v-2"
    assert notice_of([at(5), at(2)], [], TODAY, "").appointment == "v2"


def test_put_away_it_stays_away_before_the_visit_and_speaks_again_after_it(diary):
    settings = SettingsFile(diary.path)
    notice = notice_of([at(2)], [], TODAY, settings.values.put_away)
    put_away(settings, notice.key)
    kept = SettingsFile(diary.path).values.put_away
    assert notice_of([at(2)], [], TODAY, kept) is None
    assert notice_of([at(2)], [], TODAY + timedelta(days=2), kept) is None
    after = notice_of([at(2)], [], TODAY + timedelta(days=3), kept)
    assert "what was said" in after.second


@given(st.lists(st.integers(-30, 30), max_size=6, unique=True), st.integers(-30, 30))
def test_putting_every_line_away_ends_them(offsets, shift):
    held, gone, today = [at(days) for days in offsets], "", TODAY + timedelta(days=shift)
    for _line in range(len(held)):
        notice = notice_of(held, [], today, gone)
        if notice is None:
            break
        gone = f"{gone} {notice.key}"
    assert notice_of(held, [], today, gone) is None


def test_only_the_newest_twenty_are_remembered(diary):
    settings = SettingsFile(diary.path)
    for number in range(30):
        put_away(settings, f"v{number}:ahead")
    assert len(settings.values.put_away.split()) == 20
