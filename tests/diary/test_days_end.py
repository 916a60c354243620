"""An entry keeps its day for ever, whatever becomes of the setting, the zone and the clock."""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary, tables
from twitchlog.diary.transfer import document, restore
from twitchlog.domain.errors import BadInput
from twitchlog.domain.medication import IntakeKind
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period

ZONES = sorted(available_timezones() - {"localtime"})
INSTANTS = st.datetimes(datetime(1901, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC))
PLACES = st.sampled_from(ZONES)
ENDS = st.sampled_from(range(0, 301, 60))
FOUR = 240


def there(zone: str, *when: int, fold: int = 0) -> Moment:
    return Moment.of(datetime(*when, tzinfo=ZoneInfo(zone), fold=fold), zone)


@settings(max_examples=60, deadline=None)
@given(
    instant=INSTANTS, zone=PLACES, ends=ENDS, other=PLACES, later_ends=ENDS,
    moved=st.integers(-400, 400),
)  # fmt: skip
def test_the_day_of_an_entry_never_moves(
    new_file, *, instant, zone, ends, other, later_ends, moved
):
    clock = FixedClock(Moment.of(instant.astimezone(ZoneInfo(zone)), zone))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "diary.sqlite"
        shutil.copy(new_file, path)
        with Diary.open(path, clock=clock) as diary:
            diary.preferences.end_day_at(ends)
            written = diary.twitches.log(["calf-left"]).value
            diary.checkins.none_today()
            day = written.moment.day
            assert day == diary.clock.now().day

        # Elsewhere, some other day before or after, with another setting.
        when = (instant + timedelta(days=moved)).astimezone(ZoneInfo(other))
        clock.moment = Moment.of(when, other)
        with Diary.open(path, clock=clock) as diary:
            diary.preferences.end_day_at(later_ends)

            def stands(note: str) -> bool:
                found = diary.twitches.on_day(day)
                return found == (replace(written, note=note),)

            assert stands("")
            diary.twitches.edit(replace(diary.twitches.get(written.id), note="a word"))
            assert stands("a word")
            diary.undo()
            assert stands("")
            diary.redo()
            assert stands("a word")
            diary.twitches.remove(written.id)
            assert diary.bin.items()[0].moment == written.moment
            diary.bin.restore(written.id)
            assert stands("a word")
            assert diary.checkins.get(day).none_said


def test_the_setting_is_kept_in_the_diary_and_can_be_undone(diary, clock):
    assert diary.clock.day_ends == 0
    changes = diary.preferences.end_day_at(FOUR).changes
    assert changes.name == "The day ends at 04:00"
    assert diary.clock.day_ends == FOUR
    with Diary.open(diary.address, clock=clock) as other:
        assert other.clock.day_ends == FOUR
    diary.undo()
    assert diary.clock.day_ends == 0
    diary.redo()
    assert diary.clock.day_ends == FOUR
    diary.preferences.end_day_at(0)
    assert diary.next_undo() == "The day ends at midnight"
    assert diary.preferences.day_ends() == 0


def test_what_another_program_chose_is_taken_over(diary, clock):
    with Diary.open(diary.address, clock=clock) as other:
        other.preferences.end_day_at(FOUR)
    diary.preferences.refresh()
    assert diary.clock.day_ends == FOUR


def test_the_same_choice_again_is_no_step(diary):
    diary.preferences.end_day_at(0)
    assert diary.next_undo() is None
    diary.preferences.end_day_at(FOUR)
    assert diary.preferences.end_day_at(FOUR).changes.step is None


@pytest.mark.parametrize("minutes", [-60, 1, 90, 360, 1440])
def test_another_end_is_refused_in_words(diary, minutes):
    with pytest.raises(BadInput, match="whole hour up to 5"):
        diary.preferences.end_day_at(minutes)
    assert diary.clock.day_ends == 0


@pytest.mark.parametrize("stored", ["-1", "301", '"four"', "null", "[4]", "4", "{"])
def test_a_value_that_makes_no_sense_does_not_keep_the_diary_closed(diary, clock, stored):
    diary.preferences.end_day_at(FOUR)
    with diary.unrecorded() as connection:
        connection.execute(update(tables.profile).values(value=stored))
    with Diary.open(diary.address, clock=clock) as again:
        assert again.clock.day_ends == (4 if stored == "4" else 0)


def test_the_persons_own_answers_and_the_setting_do_not_touch_each_other(diary):
    diary.preferences.end_day_at(FOUR)
    diary.profile.save(replace(diary.profile.get(), name="Kim"))
    assert diary.preferences.day_ends() == FOUR
    diary.preferences.end_day_at(60)
    assert diary.profile.get().name == "Kim"


def test_a_night_is_of_the_day_before_in_lists_counts_and_check_ins(diary, clock):
    diary.preferences.end_day_at(FOUR)
    diary.twitches.log(["eyelid-left"])
    clock.moment = there("Europe/Berlin", 2026, 6, 19, 1, 30)
    entry = diary.twitches.log(["calf-left"]).value
    day = date(2026, 6, 18)
    assert [each.sites for each in diary.twitches.on_day(day)] == [("calf-left",), ("eyelid-left",)]
    assert diary.days.summaries(Period(day, day))[0].count == 2
    assert entry.moment.minute == 90
    assert diary.checkins.save(diary.clock.now().day, {"stress": 1}).value.made.day == day
    with pytest.raises(BadInput, match="still to come"):
        diary.checkins.none_today(date(2026, 6, 19))
    clock.moment = there("Europe/Berlin", 2026, 6, 19, 4, 0)
    assert diary.checkins.none_today().value.day == date(2026, 6, 19)


def test_a_check_in_filled_in_a_day_later_was_made_that_day(diary):
    made = diary.checkins.save(date(2026, 6, 17), {"stress": 1}).value.made
    assert made.day == date(2026, 6, 18)


def test_a_timer_over_midnight_counts_to_the_day_it_began_in(diary, clock):
    diary.preferences.end_day_at(FOUR)
    clock.moment = there("Europe/Berlin", 2026, 6, 19, 3, 50)
    diary.timer.start("calf-left")
    assert diary.timer.running().started.day == date(2026, 6, 18)
    clock.moment = there("Europe/Berlin", 2026, 6, 19, 4, 20)
    entry = diary.timer.stop(["calf-left"]).value
    assert (entry.moment.day, entry.duration_s) == (date(2026, 6, 18), 1800)
    assert diary.twitches.get(entry.id) == entry


@pytest.mark.parametrize(
    ("zone", "before", "after", "fold", "minutes"),
    [
        ("Europe/Berlin", (2026, 3, 29, 1, 50), (2026, 3, 29, 3, 10), 0, 20),
        ("Europe/Berlin", (2026, 10, 25, 2, 50), (2026, 10, 25, 2, 10), 1, 20),
        ("America/New_York", (2026, 3, 8, 1, 50), (2026, 3, 8, 3, 10), 0, 20),
        ("America/New_York", (2026, 11, 1, 1, 50), (2026, 11, 1, 1, 10), 1, 20),
        ("Australia/Lord_Howe", (2026, 10, 4, 1, 50), (2026, 10, 4, 2, 40), 0, 20),
        ("Australia/Lord_Howe", (2026, 4, 5, 1, 50), (2026, 4, 5, 1, 40), 1, 20),
        ("Pacific/Apia", (2011, 12, 29, 23, 50), (2011, 12, 31, 0, 10), 0, 20),
    ],
)
def test_a_timer_over_a_clock_change_measures_real_minutes(
    *, diary, clock, zone, before, after, fold, minutes
):
    clock.moment = there(zone, *before)
    diary.timer.start("calf-left")
    clock.moment = there(zone, *after, fold=fold)
    assert diary.timer.stop(["calf-left"]).value.duration_s == minutes * 60


def test_both_hours_of_autumn_can_be_logged_and_stand_in_the_order_of_time(diary, clock):
    for fold, minute in ((0, 50), (1, 10), (1, 50)):
        clock.moment = there("Europe/Berlin", 2026, 10, 25, 2, minute, fold=fold)
        diary.twitches.log(["calf-left"])
    found = diary.twitches.on_day(date(2026, 10, 25))
    assert [f"{each.moment.local:%H:%M%z}" for each in found] == [
        "02:50+0100",
        "02:10+0100",
        "02:50+0200",
    ]


def test_flying_east_over_the_date_line_a_day_comes_twice_and_loses_nothing(diary, clock):
    auckland, honolulu = "Pacific/Auckland", "Pacific/Honolulu"
    day = date(2026, 6, 18)
    clock.moment = there(auckland, 2026, 6, 18, 9)
    diary.twitches.log(["calf-left"])
    diary.checkins.save(day, {"sleep": 6.0})
    clock.moment = there(auckland, 2026, 6, 18, 23)
    diary.checkins.none_today(day)
    clock.moment = there(auckland, 2026, 6, 19, 1)  # on the plane, past midnight
    over_the_sea = diary.twitches.log(["eyelid-left"]).value
    clock.moment = there(honolulu, 2026, 6, 18, 6)  # landed, the day before
    diary.twitches.log(["thumb-left"])
    assert [each.sites[0] for each in diary.twitches.on_day(day)] == ["thumb-left", "calf-left"]
    # The day that was there already lies ahead now: seen, counted, and it can be changed.
    ahead = date(2026, 6, 19)
    assert [day.day for day in diary.days.ahead(day)] == [ahead]
    assert diary.twitches.on_day(ahead) == (over_the_sea,)
    diary.twitches.edit(replace(over_the_sea, note="above the clouds"))
    assert diary.checkins.none_today(ahead).value.none_said
    with pytest.raises(BadInput, match="still to come"):
        diary.checkins.none_today(date(2026, 6, 20))
    # What was said of the day that comes twice still stands.
    assert diary.checkins.get(day).amounts == {"sleep": 6.0}
    assert diary.checkins.get(day).none_said


def test_flying_west_over_the_date_line_skips_a_day_that_is_just_not_logged(diary, clock):
    clock.moment = there("Pacific/Honolulu", 2026, 6, 18, 22)
    diary.twitches.log(["calf-left"])
    clock.moment = there("Pacific/Auckland", 2026, 6, 20, 5)
    diary.twitches.log(["calf-left"])
    days = diary.days.summaries(Period(date(2026, 6, 18), date(2026, 6, 20)))
    assert [day.count for day in days] == [1, 0, 1]
    assert diary.checkins.none_today(date(2026, 6, 19)).value.none_said


def test_with_the_clock_set_back_old_entries_stay_and_new_ones_can_be_made(diary, clock):
    entry = diary.twitches.log(["calf-left"]).value
    clock.moment = there("Europe/Berlin", 2024, 1, 1, 12)
    assert diary.twitches.newest(5) == (entry,)
    changed = diary.twitches.edit(replace(entry, note="of the time to come")).value
    assert diary.twitches.get(entry.id) == changed
    assert diary.twitches.log(["eyelid-left"]).value.moment.day == date(2024, 1, 1)
    # But nothing is moved to a time still to come.
    with pytest.raises(BadInput, match="still to come"):
        diary.twitches.edit(replace(entry, moment=entry.moment.earlier(minutes=5)))
    diary.twitches.remove(entry.id)
    diary.bin.restore(entry.id)
    assert diary.twitches.get(entry.id) == changed


def test_a_dose_and_a_drink_of_the_night_are_of_the_day_before_and_stay_editable(diary, clock):
    diary.preferences.end_day_at(FOUR)
    clock.moment = there("Europe/Berlin", 2026, 6, 19, 1, 30)
    medicine = diary.medications.add("Magnesium").value
    late = diary.medications.take(medicine.id, IntakeKind.LATE).value
    drink = diary.doses.log("caffeine", 95).value
    day = date(2026, 6, 18)
    assert late.moment.day == drink.moment.day == day
    assert diary.doses.on_day(day) == (drink,)
    clock.moment = there("Europe/Berlin", 2026, 6, 18, 12)
    diary.medications.edit_intake(replace(late, note="forgotten"))
    diary.doses.edit(replace(drink, words="small"))
    assert diary.medications.get(medicine.id).intakes[0].moment == late.moment


def test_a_diary_that_is_brought_in_says_where_days_end_at_once(diary, clock, tmp_path):
    diary.preferences.end_day_at(FOUR)
    night = there("Pacific/Apia", 2011, 12, 31, 1, 30)  # after the date that was skipped
    entry = diary.twitches.log(["calf-left"], moment=diary.clock.lived(night)).value
    document.save(diary, tmp_path / "out.json")
    with Diary.open(tmp_path / "other.sqlite", clock=clock) as other:
        restore.bring_in(other, restore.read(tmp_path / "out.json"))
        assert other.clock.day_ends == FOUR
        assert other.twitches.on_day(date(2011, 12, 29)) == (entry,)
        other.undo()
        assert other.clock.day_ends == 0


@pytest.mark.in_file
def test_the_setting_is_one_plain_row(diary, rows):
    diary.preferences.end_day_at(FOUR)
    kept = [row for row in rows(diary.path)["profile"] if "day_ends" in json.dumps(row)]
    assert len(kept) == 1
