"""How many touches a task takes, counted on the real window; the budgets stand in `users.md`."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from support import window as windows
from support.inside import Inside
from twitchlog import bodymap
from twitchlog.diary import Diary
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.twitch import Strength, Trigger

TODAY = date(2026, 6, 18)


@pytest.fixture
def path(tmp_path, clock):
    """A diary of a few entries and yesterday's check-in."""
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(
            ["calf-left"],
            moment=clock.now().earlier(minutes=26 * 60),
            duration_s=120,
            strength=Strength.MILD,
        )
        habits = {"sleep": 6.5, "stress": 1, "caffeine": 190, "exercise": 30, "medicine": 1}
        diary.checkins.save(TODAY - timedelta(days=1), habits)
    return path


class Finger:
    """Touches the program and counts."""

    def __init__(self, program):
        self.program, self.taps = program, 0

    def tap(self, key):
        self.taps += 1
        self.program.tap(key)

    def tap_body(self, site):
        """Touch the figure where it shows a place."""
        self.taps += 1
        figure = self.program.see("sheet.body")
        x, y = figure.spot(bodymap.shapes_of(site)[0])
        windows.tap(figure, at=((x - figure.x) / figure.width, (y - figure.y) / figure.height))
        self.program.settle()


@pytest.fixture
def finger(program):
    return Finger(program)


def held(path, clock):
    with Diary.open(path, clock=clock) as diary:
        return diary.twitches.on_day(TODAY), diary.checkins.get(TODAY)


def test_a_twitch_where_there_was_one_lately_takes_one_tap(finger, path, clock):
    finger.tap("today.tile.calf-left")
    (entry,), _checkin = held(path, clock)
    assert (entry.sites, entry.duration_s, entry.moment) == (("calf-left",), None, clock.now())
    assert finger.taps == 1


def test_a_new_place_with_duration_and_trigger_takes_four_taps(finger, path, clock):
    finger.tap("fab")
    finger.tap_body("shin-right")
    finger.tap("sheet.duration.60")
    finger.tap("sheet.trigger.caffeine")
    (entry,), _checkin = held(path, clock)
    assert (entry.sites, entry.duration_s) == (("shin-right",), 60)
    assert entry.triggers == (Trigger("caffeine"),)
    assert finger.taps <= 4


def test_none_today_takes_one_tap(finger, path, clock):
    finger.tap("today.none")
    assert held(path, clock)[1].none_said
    assert finger.taps == 1


def test_the_evening_checkin_carried_over_takes_at_most_five_taps(finger, path, clock):
    finger.tap("today.sleep.7")
    finger.tap("today.stress.1")
    finger.tap("today.checkin.save")
    saved = held(path, clock)[1]
    assert saved.amounts == {
        "sleep": 7, "stress": 1, "caffeine": 190, "exercise": 30, "medicine": 1,
    }  # fmt: skip
    assert finger.taps <= 5


def test_an_evening_checkin_with_another_coffee_takes_at_most_five_taps(finger, path, clock):
    finger.tap("today.sleep.7")
    finger.tap("today.stress.1")
    finger.tap("today.checkin.change")
    finger.tap("checkin.caffeine.filter-coffee")
    finger.tap("checkin.save")
    assert held(path, clock)[1].amounts["caffeine"] == 285
    assert finger.taps <= 5


@pytest.mark.parametrize("undo", ["snack:Undo", "today.undo"])
def test_undo_takes_one_tap(finger, path, clock, undo):
    finger.tap("today.tile.calf-left")
    finger.taps = 0
    finger.tap(undo)
    assert held(path, clock)[0] == ()
    assert finger.taps == 1


def test_an_extra_dose_takes_three_taps_from_today(path, clock, tmp_path):
    with Diary.open(path, clock=clock) as diary:
        medicine = diary.medications.add("Sertraline", dose=Dose(50, "mg", "once")).value
    with Inside(path, clock=clock) as program:
        finger = Finger(program)
        bottom(program)
        finger.tap("today.also.medicine")
        finger.tap(f"taking.{medicine.id}.extra")
    with Diary.open(path, clock=clock) as diary:
        (taken,) = diary.medications.get(medicine.id).intakes
    assert (taken.kind, taken.moment) == (IntakeKind.EXTRA, clock.now())
    assert finger.taps <= 3


def test_the_drink_logged_last_takes_two_taps_from_today(path, clock):
    with Diary.open(path, clock=clock) as diary:
        diary.doses.log("caffeine", preset="espresso", moment=clock.now().earlier(minutes=200))
    with Inside(path, clock=clock) as program:
        finger = Finger(program)
        bottom(program)
        finger.tap("today.also.dose")
        finger.tap("dose.recent.0")
    with Diary.open(path, clock=clock) as diary:
        assert [each.preset for each in diary.doses.on_day(TODAY)] == ["espresso"] * 2
    assert finger.taps <= 2


def bottom(program):
    """Scroll Today to its end, as a finger does without a tap."""
    program.see("today.bar").parent.children[0].scroll_y = 0
    program.settle()
