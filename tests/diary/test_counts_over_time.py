from __future__ import annotations

from datetime import date, datetime, time

import pytest

from support.charts import write_days
from twitchlog.diary import Diary
from twitchlog.domain.appointment import Appointment
from twitchlog.domain.checkin import DayState
from twitchlog.domain.counts.over_time import EventKind
from twitchlog.domain.medication import Dose
from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate

JUNE = Period(date(2026, 6, 1), date(2026, 6, 14))


def read(diary: Diary, period: Period = JUNE, *, around: Period | None = None, most: int = 7):
    return diary.counts.over_time(period, around=around or period, most=most)


def events(diary: Diary, period: Period = JUNE) -> list[tuple[str, str, str]]:
    return [(str(each.when), each.kind, each.name) for each in read(diary, period).events]


def test_every_calendar_day_is_there_with_one_of_three_states(diary):
    """Three twitches, none, not logged, one: the other ten days of the two weeks are not logged."""
    write_days(diary, "30.1", first=JUNE.first)
    days = read(diary).days
    assert [day.day for day in days] == list(JUNE)
    assert [day.count for day in days[:4]] == [3, 0, 0, 1]
    states = [day.state for day in days]
    assert states[:4] == [
        DayState.TWITCHES,
        DayState.NONE,
        DayState.NOT_LOGGED,
        DayState.TWITCHES,
    ]
    assert set(states[4:]) == {DayState.NOT_LOGGED}


def test_the_days_are_the_ones_the_diary_shows_elsewhere(diary):
    write_days(diary, "30.1.0002", first=JUNE.first)
    shown = diary.days.summaries(JUNE)
    assert [(day.day, day.count, day.state) for day in read(diary).days] == [
        (day.day, day.count, day.state) for day in shown
    ]


def test_days_around_the_period_are_read_for_the_median_alone(diary):
    write_days(diary, "1" * 20, first=date(2026, 5, 25))
    diary.treatments.add("massage", started=PartialDate(2026, 5, 30))
    around = Period(date(2026, 5, 29), date(2026, 6, 17))
    found = read(diary, around=around)
    assert [day.day for day in found.days] == list(around)
    assert found.events == ()


@pytest.mark.parametrize(("most", "counted"), [(1, 1), (3, 3), (4, 4), (9, 5)])
def test_the_logged_days_of_the_whole_diary_are_counted_so_far(diary, most, counted):
    """Two days in May, three in June, one of them quiet."""
    write_days(diary, "11", first=date(2026, 5, 2))
    write_days(diary, "1.0.3", first=JUNE.first)
    assert read(diary, most=most).logged == counted


def test_an_empty_diary_has_days_and_nothing_else(diary):
    found = read(diary)
    assert len(found.days) == 14
    assert (found.events, found.notes, found.logged) == ((), {}, 0)


def test_medicines_treatments_and_appointments_are_told_by_their_day(diary):
    medicine = diary.medications.add(
        "Magnesium",
        dose=Dose(300, "mg"),
        started=PartialDate(2026, 6, 1),
        stopped=PartialDate(2026, 6, 14),
    ).value
    diary.medications.change_dose(medicine.id, PartialDate(2026, 6, 8), Dose(400, "mg", "once"))
    diary.treatments.add(
        "massage", started=PartialDate(2026, 6, 3), stopped=PartialDate(2026, 6, 15)
    )
    diary.treatments.add("own", words="Hot bath", stopped=PartialDate(2026, 6, 4))
    diary.appointments.save(Appointment(day=date(2026, 6, 5), whom="Dr Example"))
    diary.appointments.save(Appointment(whom="Dr Nobody"))
    assert events(diary) == [
        ("2026-06-01", EventKind.MEDICINE_STARTED, "Magnesium"),
        ("2026-06-03", EventKind.TREATMENT_STARTED, "Massage"),
        ("2026-06-04", EventKind.TREATMENT_STOPPED, "Hot bath"),
        ("2026-06-05", EventKind.APPOINTMENT, "Dr Example"),
        ("2026-06-08", EventKind.NEW_DOSE, "Magnesium"),
        ("2026-06-14", EventKind.MEDICINE_STOPPED, "Magnesium"),
    ]
    doses = [each.dose for each in read(diary).events if each.dose]
    assert doses == [Dose(300, "mg"), Dose(400, "mg", "once")]


@pytest.mark.parametrize(
    ("started", "found"),
    [
        ("2026-05-31", False),
        ("2026-06-01", True),
        ("2026-06-14", True),
        ("2026-06-15", False),
        ("2026-05", False),
        ("2026-06", True),
        ("2026-07", False),
        ("2025", False),
        ("2026", True),
        ("2027", False),
    ],
)
def test_a_date_known_in_part_counts_where_it_may_lie_in_the_period(diary, started, found):
    diary.medications.add("Magnesium", started=PartialDate.parse(started))
    assert bool(read(diary).events) is found


def test_what_was_removed_did_not_happen(diary):
    kept = diary.treatments.add("massage", started=PartialDate(2026, 6, 3)).value
    diary.treatments.remove(kept.id)
    assert read(diary).events == ()


def test_notes_of_twitches_and_of_check_ins_count_for_their_day(diary):
    """Two notes and a check-in's on 2 June, none on the third, one of the twitch on the fourth."""
    for day, note in ((2, "a"), (2, "b"), (3, ""), (4, "c")):
        moment = diary.clock.on(date(2026, 6, day), time(9))
        diary.twitches.log(["calf-left"], note=note, moment=moment)
    diary.checkins.save(date(2026, 6, 2), note="a long day", amounts={})
    assert read(diary).notes == {date(2026, 6, 2): 3, date(2026, 6, 4): 1}


def test_both_clock_changes_leave_every_twitch_on_its_own_day(tmp_path, clock):
    """Twitches at 0:30 and 23:30 of the days around both changes, and in the hour there twice.

    28-30 March: 2, 2, 2. 24-26 October: 2, then 0:30, 2:30 twice and 23:30, then 2.
    """
    clock.moment = clock.at(datetime(2026, 12, 1, 12, 0))
    with Diary.open(tmp_path / "changes.sqlite", clock=clock) as diary:
        for month, days in ((3, (28, 29, 30)), (10, (24, 25, 26))):
            for day in days:
                for at in (time(0, 30), time(23, 30)):
                    moment = clock.at(datetime.combine(date(2026, month, day), at))
                    diary.twitches.log(["chin"], moment=moment)
        for second in (False, True):
            moment = clock.at(datetime(2026, 10, 25, 2, 30), second=second)
            diary.twitches.log(["chin"], moment=moment)
        spring = read(diary, Period(date(2026, 3, 28), date(2026, 3, 30))).days
        autumn = read(diary, Period(date(2026, 10, 24), date(2026, 10, 26))).days
    assert [day.count for day in spring] == [2, 2, 2]
    assert [day.count for day in autumn] == [2, 4, 2]
