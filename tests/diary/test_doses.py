"""Doses: logged with their time, and counted once in the amount of their day."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.checkin import DayState
from twitchlog.domain.dose import Effort
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.factor import FACTORS, Kind
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period


def caffeine(diary, day):
    """Return the day's amount as reports read it, where the day is a logged one."""
    return dict(diary.figures.read(Period(day, day)).amounts.get("caffeine", ())).get(day)


def test_a_dose_is_logged_with_its_time_kind_and_effort(diary, clock):
    then = clock.now().earlier(minutes=30)
    written = diary.doses.log("exercise", 45, preset="running", moment=then, effort=Effort.HARD)
    assert written.changes.kinds == {"doses"}
    assert written.changes.name == "Running 45 min logged"
    (dose,) = diary.doses.on_day(clock.now().day)
    assert dose == written.value
    assert (dose.moment, dose.effort, dose.amount) == (then, Effort.HARD, 45)


def test_a_preset_brings_its_amount(diary):
    assert diary.doses.log("caffeine", preset="espresso").value.amount == 65
    with pytest.raises(BadInput, match="how much"):
        diary.doses.log("exercise", preset="walking")


def test_a_dose_alone_does_not_make_a_day_a_logged_one(diary, clock):
    today = clock.now().day
    diary.doses.log("caffeine", preset="espresso")
    (summary,) = diary.days.summaries(Period(today, today))
    assert summary.state is DayState.NOT_LOGGED
    assert diary.days.first_logged() is None
    assert caffeine(diary, today) is None
    diary.checkins.none_today()
    assert caffeine(diary, today) == 65


@pytest.mark.parametrize(
    ("factor", "amount", "preset"),
    [
        ("moon", 1, ""), ("caffeine", 0, ""), ("caffeine", -5, ""), ("caffeine", 6000, ""),
        ("caffeine", float("nan"), ""), ("stress", 1, ""), ("sleep", 7, ""),
        ("caffeine", 5, "wine"), ("caffeine", 5, "nectar"),
    ],
)  # fmt: skip
def test_a_dose_that_cannot_be_is_refused_and_nothing_changes(diary, rows, factor, amount, preset):
    before = rows(diary.path, steps=True)
    with pytest.raises(BadInput):
        diary.doses.log(factor, amount, preset=preset)
    assert rows(diary.path, steps=True) == before


def test_a_dose_to_come_is_refused(diary, clock):
    with pytest.raises(BadInput, match="still to come"):
        diary.doses.log("caffeine", 95, moment=clock.now().shifted(timedelta(hours=1)))


def test_more_than_a_day_can_hold_is_refused_as_a_whole(diary, clock, rows):
    diary.doses.log("caffeine", 4950)
    before = rows(diary.path, steps=True)
    with pytest.raises(BadInput, match="5045 mg in one day; up to 5000 mg"):
        diary.doses.log("caffeine", preset="filter-coffee")
    assert rows(diary.path, steps=True) == before


def test_the_check_ins_amount_moves_with_every_dose_and_undo_takes_both_back(diary, clock):
    today = clock.now().day
    diary.checkins.save(today, {"caffeine": 190, "sleep": 7})
    dose = diary.doses.log("caffeine", preset="filter-coffee").value
    assert caffeine(diary, today) == 285
    diary.doses.edit(replace(dose, preset="espresso", amount=65))
    assert caffeine(diary, today) == 255
    diary.doses.remove(dose.id)
    assert caffeine(diary, today) == 190
    diary.bin.restore(dose.id)
    assert caffeine(diary, today) == 255
    for expected in (190, 255, 285, 190):
        diary.undo()
        assert caffeine(diary, today) == expected
    assert diary.doses.all() == ()
    assert diary.checkins.get(today).amounts["sleep"] == 7


def test_a_dose_that_moves_to_another_day_moves_both_check_ins(diary, clock):
    today = clock.now().day
    yesterday = today - timedelta(days=1)
    dose = diary.doses.log("caffeine", 95).value
    diary.checkins.save(today, {"caffeine": 95})
    diary.checkins.save(yesterday, {"caffeine": 50})
    diary.doses.edit(replace(dose, moment=dose.moment.shifted(timedelta(days=-1))))
    assert (caffeine(diary, today), caffeine(diary, yesterday)) == (0, 145)


def test_a_check_in_without_an_amount_of_the_factor_leaves_the_doses_to_count(diary, clock):
    today = clock.now().day
    diary.checkins.save(today, {"sleep": 7})
    diary.doses.log("caffeine", 95)
    diary.doses.log("caffeine", 65)
    assert caffeine(diary, today) == 160
    assert "caffeine" not in diary.checkins.get(today).amounts


def test_a_check_in_starts_from_the_days_doses_and_not_from_yesterdays_habit(diary, clock):
    today = clock.now().day
    diary.checkins.save(today - timedelta(days=1), {"caffeine": 190, "exercise": 30, "stress": 2})
    diary.doses.log("caffeine", 95)
    diary.doses.log("caffeine", 65)
    diary.doses.log("alcohol", preset="wine")
    start = diary.checkins.start(today)
    assert dict(start.carried) == {"exercise": 30}
    assert {name: (each.amount, each.count) for name, each in start.logged.items()} == {
        "caffeine": (160, 2), "alcohol": (14.8, 1),
    }  # fmt: skip
    diary.checkins.save(today, start.amounts)
    assert caffeine(diary, today) == 160


def test_what_was_logged_dose_by_dose_yesterday_is_no_habit_of_today(diary, clock):
    today = clock.now().day
    yesterday = today - timedelta(days=1)
    diary.doses.log("caffeine", 95, moment=clock.now().shifted(timedelta(days=-1)))
    diary.checkins.save(yesterday, {"caffeine": 95, "exercise": 30})
    assert diary.checkins.carried_over(today) == {"exercise": 30}


def test_the_last_of_each_kind_is_offered_first(diary, clock, later):
    for preset in ("espresso", "filter-coffee", "espresso"):
        diary.doses.log("caffeine", preset=preset)
        later(minutes=5)
    diary.doses.log("exercise", 30, preset="walking")
    later(minutes=5)
    own = diary.factors.add("Ice cream", Kind.AMOUNT, unit="scoops").value
    diary.doses.log(own.id, 2)
    assert [each.preset or each.factor for each in diary.doses.recent()] == [
        own.id, "walking", "espresso", "filter-coffee",
    ]  # fmt: skip
    diary.factors.show(own.id, shown=False)
    assert [each.preset for each in diary.doses.recent(2)] == ["walking", "espresso"]


def test_a_removed_dose_lies_in_the_bin_under_its_name(diary):
    dose = diary.doses.log("caffeine", preset="espresso").value
    diary.doses.remove(dose.id)
    (binned,) = diary.bin.items()
    assert (binned.label, binned.kind, binned.moment) == ("Espresso", "doses", dose.moment)
    with pytest.raises(NotFound):
        diary.doses.remove(dose.id)


NAMES = st.sampled_from(["caffeine", "water"])
AMOUNTS = st.integers(1, 4).map(lambda n: n / 4)
DAYS_AGO = st.integers(0, 1)


class DaysAdded(RuleBasedStateMachine):
    """Doses and check-ins in any order; `said` and `doses` are what the rule is told."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="twitchlog-"))
        zone = ZoneInfo("Europe/Berlin")
        self.clock = FixedClock(Moment.of(datetime(2026, 10, 25, 12, tzinfo=zone)))
        self.diary = Diary.open(self.folder / "diary.sqlite", clock=self.clock)
        self.days = [self.clock.now().day - timedelta(days=ago) for ago in range(2)]
        for day in self.days:
            self.diary.checkins.none_today(day)
        self.diary.checkins.save(self.days[0], {"caffeine": 1})  # so that most doses shift it
        self.first = self.diary.next_undo_number()
        self.past = [self.model()]
        self.undone: list[tuple[dict, dict]] = []

    def model(self) -> tuple[dict, dict]:
        """Return what is said by (day, factor), and the doses by their id."""
        return ({(self.days[0], "caffeine"): 1}, {})

    @property
    def said(self):
        return self.past[-1][0]

    @property
    def doses(self):
        return self.past[-1][1]

    def teardown(self) -> None:
        while self.diary.next_undo_number() != self.first:
            self.diary.undo()
            self.past.pop()
            self.every_day_holds_what_the_rule_says()
        self.diary.changed = False
        self.diary.close()
        shutil.rmtree(self.folder)

    def step(self, said, doses, *, counts=True) -> None:
        if counts:
            self.past.append((said, doses))
            self.undone.clear()

    def shifted(self, day, factor, by):
        key = (day, factor)
        return {**self.said, key: max(self.said[key] + by, 0)} if key in self.said else self.said

    @rule(factor=NAMES, amount=AMOUNTS, ago=DAYS_AGO)
    def log(self, factor, amount, ago):
        moment = self.clock.now().shifted(timedelta(days=-ago))
        dose = self.diary.doses.log(factor, amount, moment=moment).value
        said = self.shifted(dose.day, factor, amount)
        self.step(said, {**self.doses, dose.id: (dose.day, factor, amount)})

    @precondition(lambda self: self.doses)
    @rule(data=st.data(), amount=AMOUNTS)
    def edit(self, data, amount):
        name = data.draw(st.sampled_from(sorted(self.doses)))
        day, factor, before = self.doses[name]
        self.diary.doses.edit(replace(self.diary.doses.get(name), amount=amount))
        said = self.shifted(day, factor, amount - before)
        self.step(said, {**self.doses, name: (day, factor, amount)}, counts=amount != before)

    @precondition(lambda self: self.doses)
    @rule(data=st.data())
    def remove(self, data):
        name = data.draw(st.sampled_from(sorted(self.doses)))
        day, factor, amount = self.doses[name]
        self.diary.doses.remove(name)
        left = {key: dose for key, dose in self.doses.items() if key != name}
        self.step(self.shifted(day, factor, -amount), left)

    @rule(ago=DAYS_AGO, amounts=st.dictionaries(NAMES, AMOUNTS, min_size=1))
    def check_in(self, ago, amounts):
        day = self.days[ago]
        self.diary.checkins.save(day, amounts)
        kept = {key: amount for key, amount in self.said.items() if key[0] != day}
        told = {(day, name): amount for name, amount in amounts.items()}
        self.step({**kept, **told}, self.doses)

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo(self):
        self.diary.undo()
        self.undone.append(self.past.pop())

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        self.diary.redo()
        self.past.append(self.undone.pop())

    @invariant()
    def every_day_holds_what_the_rule_says(self):
        amounts = self.diary.figures.read(Period(self.days[1], self.days[0])).amounts
        found = {(day, name): amount for name, each in amounts.items() for day, amount in each}
        expected = dict(self.said)
        for day, factor, _amount in self.doses.values():
            doses = [dose[2] for dose in self.doses.values() if dose[:2] == (day, factor)]
            expected.setdefault((day, factor), sum(doses))
        assert found == expected
        assert len(self.diary.doses.all()) == len(self.doses)


DaysAdded.TestCase.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
TestDaysAdded = DaysAdded.TestCase


def test_every_factor_with_doses_takes_one(diary):
    for factor in FACTORS.values():
        if factor.doses:
            assert diary.doses.log(factor.id, factor.most).value.amount == factor.most
