"""The weekly check on the real window: three taps for a week of no, details for a yes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support import window as windows
from twitchlog.diary import Diary
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.symptom import WEEKLY, Amount


@pytest.fixture
def path(tmp_path, clock):
    """A diary of three logged days."""
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        for ago in range(3):
            diary.twitches.log(["calf-left"], moment=clock.now().shifted(timedelta(days=-ago)))
    return path


def latest(path, clock):
    with Diary.open(path, clock=clock) as diary:
        return diary.symptoms.latest()


def bottom(program):
    """Scroll Today to its end, as a finger does without a tap."""
    program.see("today.bar").parent.children[0].scroll_y = 0
    program.settle()


def test_a_week_of_no_takes_three_taps_and_is_not_offered_again(program, path, clock):
    bottom(program)
    taps = ("today.weekly", "weekly.none", "weekly.save")
    for key in taps:
        program.tap(key)
    found = latest(path, clock)
    assert set(found) == set(WEEKLY)
    assert not any(answer.present for answer in found.values())
    assert len(taps) <= 3
    bottom(program)
    assert program.see("today.weekly") is None
    program.tap("snack:Undo")
    assert latest(path, clock) == {}
    bottom(program)
    assert program.see("today.weekly") is not None


def test_not_this_week_puts_it_off_and_can_be_undone(program):
    bottom(program)
    program.tap("today.weekly.later")
    bottom(program)
    assert program.see("today.weekly") is None
    program.tap("snack:Undo")
    bottom(program)
    assert program.see("today.weekly") is not None


def test_a_yes_unfolds_and_keeps_where_since_when_and_how_much(program, path, clock):
    bottom(program)
    program.tap("today.weekly")
    assert program.see("weekly.weakness.amount.2") is None
    program.tap("weekly.weakness:True")
    program.tap("weekly.weakness.site.calf-left")
    program.see("weekly.weakness.since").text = "May 2026"
    program.tap("weekly.weakness.amount.2")
    program.tap("weekly.none")
    program.tap("weekly.save")
    weak = latest(path, clock)["weakness"]
    assert (weak.sites, weak.since, weak.amount) == (
        ("calf-left",), PartialDate(2026, 5), Amount.SOME,
    )  # fmt: skip
    assert program.see("weekly.advice") is not None
    program.tap("weekly.advice.more")
    assert program.see("weekly.advice") is None
    assert getattr(program.shell.page, "is_help", False)


def test_advice_is_shown_once(program, clock):
    def check():
        program.program._ways.open_weekly()
        program.settle()
        program.tap("weekly.weakness:True")
        program.tap("weekly.none")
        program.tap("weekly.save")

    check()
    program.tap("weekly.advice.close")
    clock.moment = clock.moment.shifted(timedelta(days=7))
    check()
    assert program.see("weekly.advice") is None
    assert program.see("snack:Undo") is not None


def test_what_is_missing_or_wrong_is_said_and_nothing_is_lost(program, path, clock):
    bottom(program)
    program.tap("today.weekly")
    program.tap("weekly.save")
    page = program.shell.page
    assert page._error.text.startswith("Not answered yet: Weakness")
    program.tap("weekly.weakness:True")
    program.see("weekly.weakness.since").text = "20266"
    program.tap("weekly.none")
    program.tap("weekly.save")
    assert page._error.text.startswith("Weakness: “20266” is not a date.")
    assert latest(path, clock) == {}
    program.see("weekly.weakness.since").text = "2026"
    program.tap("weekly.save")
    assert latest(path, clock)["weakness"].since == PartialDate(2026)


def test_another_place_is_found_by_name(program, path, clock):
    bottom(program)
    program.tap("today.weekly")
    program.tap("weekly.weakness:True")
    program.tap("weekly.weakness.other")
    program.see("sheet.find").text = "left foot"

    windows.pump(lambda: program.see("sheet.found.foot-left"))
    program.settle()
    program.tap("sheet.found.foot-left")
    program.tap("weekly.none")
    program.tap("weekly.save")
    assert latest(path, clock)["weakness"].sites == ("foot-left",)
