"""Check-ins: *none today*, the amounts of a day, and what they make of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from twitchlog.domain.checkin import DayState, Detail
from twitchlog.domain.dose import Effort
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period


def test_none_today_makes_the_day_a_logged_one_without_twitches(diary, clock):
    today = clock.now().day
    written = diary.checkins.none_today()
    assert written.value.none_said
    assert written.changes.kinds == {"checkins"}
    (summary,) = diary.days.summaries(Period(today, today))
    assert summary.state is DayState.NONE
    assert summary.none_said
    assert not summary.checkin


def test_the_check_ins_with_notes_are_those_of_the_days_asked_for_with_their_answers(diary, clock):
    today = clock.now().day
    days = [today - timedelta(days=back) for back in (3, 2, 1, 0)]
    for day, note in zip(days, ("too early", "first", "", "last"), strict=True):
        diary.checkins.save(day, {"sleep": 6.5}, note=note)
    found = diary.checkins.with_notes(Period(days[1], today))
    assert [each.note for each in found] == ["first", "last"]
    assert found == (diary.checkins.get(days[1]), diary.checkins.get(today))


def test_taking_none_back_makes_the_day_not_logged_again(diary, clock):
    today = clock.now().day
    diary.checkins.none_today()
    diary.checkins.take_back_none(today)
    (summary,) = diary.days.summaries(Period(today, today))
    assert summary.state is DayState.NOT_LOGGED
    assert diary.checkins.get(today) is None


def test_taking_none_back_leaves_the_rest_of_the_check_in(diary, clock):
    today = clock.now().day
    diary.checkins.save(today, {"sleep": 6.5}, note="late")
    diary.checkins.none_today()
    diary.checkins.take_back_none(today)
    kept = diary.checkins.get(today)
    assert (dict(kept.amounts), kept.note, kept.none_said) == ({"sleep": 6.5}, "late", False)


def test_amounts_are_kept_and_a_second_check_in_replaces_them(diary, clock):
    today = clock.now().day
    diary.checkins.save(today, {"caffeine": 190, "sleep": 6.5, "stress": 2})
    assert dict(diary.checkins.get(today).amounts) == {"sleep": 6.5, "stress": 2, "caffeine": 190}
    diary.checkins.save(today, {"exercise": 0}, note="rest day")
    kept = diary.checkins.get(today)
    assert (dict(kept.amounts), kept.note) == ({"exercise": 0.0}, "rest day")


def test_habits_are_carried_over_from_yesterday_and_states_of_the_day_are_not(diary, clock):
    today = clock.now().day
    everything = {"sleep": 7, "stress": 1, "caffeine": 95, "exercise": 30, "medicine": 1}
    diary.checkins.save(today - timedelta(days=1), everything)
    carried = diary.checkins.carried_over(today)
    assert carried == {"caffeine": 95.0, "exercise": 30.0, "medicine": 1.0}
    assert diary.checkins.carried_over(today - timedelta(days=1)) == {}


def test_what_is_known_beyond_an_amount_is_kept_with_the_diet(diary, clock):
    today = clock.now().day
    details = {
        "sleep": Detail(began=1390, ended=400),
        "exercise": Detail(preset="walking", effort=Effort.LIGHT),
        "caffeine": Detail(preset="espresso"),
    }
    diary.checkins.save(today, {"sleep": 7.5, "exercise": 30}, diet="soup", details=details)
    kept = diary.checkins.get(today)
    assert dict(kept.details) == {name: details[name] for name in ("sleep", "exercise")}
    assert kept.diet == "soup"
    assert diary.checkins.all() == (kept,)


def test_a_diet_alone_is_a_check_in(diary, clock):
    today = clock.now().day
    diary.checkins.save(today, {}, diet="only rice")
    assert diary.checkins.get(today).answered
    (summary,) = diary.days.summaries(Period(today, today))
    assert summary.checkin
    diary.checkins.none_today()
    diary.checkins.take_back_none(today)
    assert diary.checkins.get(today).diet == "only rice"


@pytest.mark.parametrize(
    "amounts",
    [{}, {"sleep": 25}, {"sleep": -1}, {"stress": 4}, {"moon": 1}, {"sleep": float("nan")}],
    ids=repr,
)
def test_amounts_that_cannot_be_are_refused_and_nothing_changes(logged, clock, rows, amounts):
    logged.checkins.save(clock.now().day, {"sleep": 7})
    before = rows(logged.path, steps=True)
    with pytest.raises(BadInput):
        logged.checkins.save(clock.now().day, amounts)
    assert rows(logged.path, steps=True) == before


def test_a_day_to_come_is_refused(diary, clock):
    tomorrow = clock.now().day + timedelta(days=1)
    for attempt in (
        lambda: diary.checkins.none_today(tomorrow),
        lambda: diary.checkins.save(tomorrow, {"sleep": 7}),
    ):
        with pytest.raises(BadInput, match="still to come"):
            attempt()
    assert diary.checkins.get(tomorrow) is None


def test_a_removed_check_in_leaves_the_twitches_of_the_day(logged, clock):
    today = clock.now().day
    logged.checkins.save(today, {"sleep": 7})
    logged.checkins.remove(today)
    assert logged.checkins.get(today) is None
    assert len(logged.twitches.on_day(today)) == 1


def test_a_day_not_logged_is_told_from_a_day_with_none(logged, clock):
    today = clock.now().day
    logged.checkins.none_today(today - timedelta(days=2))
    logged.checkins.save(today - timedelta(days=3), {"sleep": 8})
    days = logged.days.summaries(Period.ending(today, days=5))
    assert [day.state for day in days] == [
        DayState.NOT_LOGGED, DayState.NONE, DayState.NONE, DayState.NOT_LOGGED, DayState.TWITCHES,
    ]  # fmt: skip
    assert [day.count for day in days] == [0, 0, 0, 0, 1]
    assert [day.checkin for day in days] == [False, True, False, False, False]


def test_the_first_logged_day_is_the_first_of_any_kind(diary, clock):
    assert diary.days.first_logged() is None
    diary.twitches.log(["calf-left"])
    assert diary.days.first_logged() == clock.now().day
    diary.checkins.none_today(date(2026, 1, 2))
    assert diary.days.first_logged() == date(2026, 1, 2)
