"""The example diary: believable, the same for a seed, and never in place of anybody's own."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import timedelta

import pytest

from support.rows import rows_of
from twitchlog.diary import Diary
from twitchlog.diary.example import fill, is_untouched, make
from twitchlog.diary.lock import AppLock
from twitchlog.domain.checkin import DayState
from twitchlog.domain.errors import BadInput, DiaryBusy, DiaryNotWritable
from twitchlog.domain.period import Period
from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.reports.patterns.durations import durations
from twitchlog.reports.patterns.sleep import usual_sleep


@pytest.fixture
def example(diary, clock):
    fill(diary, days=180, seed=3, until=clock.now().day)
    return diary


def filled(folder, clock, **given):
    with Diary.open(folder / "d.sqlite", clock=clock) as diary:
        fill(diary, **{"days": 60, "seed": 1, "until": clock.now().day} | given)
        diary.changed = False
    return rows_of(diary.path)


def test_a_seed_always_gives_the_same_rows_and_another_seed_others(tmp_path, clock):
    found = []
    for number, seed in enumerate((1, 1, 2)):
        folder = tmp_path / str(number)
        folder.mkdir()
        found.append(filled(folder, clock, seed=seed))
    assert found[0] == found[1] != found[2]


def test_it_looks_like_a_life(example, clock):
    figures = example.figures.read(Period.ending(clock.now().day, days=180))
    states = Counter(day.state for day in figures.days)
    assert states[DayState.TWITCHES] > states[DayState.NONE] > 10
    assert states[DayState.NOT_LOGGED] > 10
    left = figures.sites[0]
    assert left.site == "calf-left"
    assert 0.5 < left.entries / figures.entries < 0.75
    assert 0.12 < figures.lengths.without / figures.entries < 0.28
    assert 60 < (durations(figures.lengths).median or 0) < 300
    assert sum(figures.clock.hours[18:23]) > figures.entries / 2
    nights = example.counts.bed_times(figures.period)
    assert nights.nights > 90
    sleep = usual_sleep(nights)
    assert sleep is not None
    assert sleep.began > 22 * 60
    assert 6 * 60 < sleep.ended < 8 * 60
    assert len(figures.strengths) == 4
    assert len(figures.triggers) == 5
    movement = example.counts.movement(figures.period)
    for answers in (movement.pattern, movement.seen, movement.activity):
        said = [sum(day.given) for day in answers.days]
        assert 0.2 < sum(said) / figures.entries < 0.5
    assert all(len(values) > 90 for values in figures.amounts.values())


def test_a_whole_week_is_not_logged(example, clock):
    days = example.days.summaries(Period.ending(clock.now().day, days=180))
    runs = "".join("x" if day.logged else "-" for day in days)
    assert "-------" in runs


def test_the_person_answers_every_week_and_has_a_visit_ahead(example, clock):
    latest = example.symptoms.latest()
    assert len({answer.day for answer in example.symptoms.all()}) >= 25
    assert not any(latest[kind].present for kind in SYMPTOMS if SYMPTOMS[kind].sign)
    assert any(answer.present for answer in example.symptoms.all() if answer.kind == "feeling")
    profile = example.profile.get()
    assert profile.name == "Alex Example"
    assert profile.visit.day > clock.now().day
    assert len(profile.questions) == 3
    assert example.profile.save(profile).changes.step is None


def test_nothing_lies_ahead_of_the_clock_and_nothing_can_be_undone(example, clock):
    assert example.twitches.newest(1)[0].moment <= clock.now()
    assert example.next_undo() is None


def test_an_exact_number_of_entries_can_be_had(diary, clock):
    until = clock.now().day - timedelta(days=1)
    assert fill(diary, days=365, seed=1, until=until, entries=3650) == 3650
    assert diary.twitches.count() == 3650


@pytest.mark.parametrize("days", [1, 2, 7, 45])
def test_a_short_life_is_a_life_too(diary, clock, days):
    fill(diary, days=days, seed=1, until=clock.now().day)
    first = clock.now().day - timedelta(days=days - 1)
    assert diary.days.first_logged() is None or diary.days.first_logged() >= first
    assert diary.profile.get().name == "Alex Example"


def test_a_diary_with_something_in_it_is_never_filled(logged, clock, rows):
    before = rows(logged.path)
    with pytest.raises(BadInput):
        fill(logged, days=30, seed=1, until=clock.now().day)
    assert rows(logged.path) == before


def test_an_example_is_made_and_made_anew(tmp_path, clock):
    path = tmp_path / "new" / "example.sqlite"
    first = make(path, days=90, seed=1, clock=clock)
    second = make(path, days=30, seed=2, clock=clock)
    assert first > second > 0
    with Diary.open(path, clock=clock) as diary:
        assert diary.twitches.count() == second
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "example.sqlite", "example.sqlite.lock",
    ]  # fmt: skip
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.in_file
def test_somebodys_own_diary_is_never_overwritten(logged, clock):
    logged.close()
    before = logged.path.read_bytes()
    assert not is_untouched(logged.path)
    with pytest.raises(BadInput, match="left as it is"):
        make(logged.path, days=30, seed=1, clock=clock)
    assert logged.path.read_bytes() == before


def test_neither_is_an_example_somebody_has_written_in_even_when_it_was_undone(tmp_path, clock):
    path = tmp_path / "example.sqlite"
    make(path, days=30, seed=1, clock=clock)
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"])
        diary.undo()
    with pytest.raises(BadInput):
        make(path, days=30, seed=1, clock=clock)


def test_neither_is_any_other_file(tmp_path, clock):
    path = tmp_path / "letter.txt"
    path.write_text("Dear diary")
    with pytest.raises(BadInput):
        make(path, days=30, seed=1, clock=clock)
    assert path.read_text() == "Dear diary"
    with pytest.raises(BadInput):
        make(tmp_path, days=30, seed=1, clock=clock)


def test_an_example_that_is_open_in_the_app_is_left_alone(tmp_path, clock):
    path = tmp_path / "example.sqlite"
    make(path, days=30, seed=1, clock=clock)
    before = path.read_bytes()
    lock = AppLock(path)
    lock.take()
    with pytest.raises(DiaryBusy):
        make(path, days=60, seed=1, clock=clock)
    lock.release()
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_told(tmp_path, clock):
    (tmp_path / "file").write_text("x")
    with pytest.raises(DiaryNotWritable):
        make(tmp_path / "file" / "example.sqlite", days=30, seed=1, clock=clock)


@pytest.mark.parametrize("days", [0, -1, 10**9])
def test_an_odd_number_of_days_is_refused(tmp_path, clock, days):
    with pytest.raises(BadInput):
        make(tmp_path / "example.sqlite", days=days, seed=1, clock=clock)
    assert list(tmp_path.iterdir()) == []


def test_a_copy_of_an_example_is_an_example(tmp_path, clock):
    make(tmp_path / "example.sqlite", days=30, seed=1, clock=clock)
    shutil.copy(tmp_path / "example.sqlite", tmp_path / "copy.sqlite")
    assert is_untouched(tmp_path / "copy.sqlite")


def test_the_person_takes_medicines_and_tries_other_things(example, clock):
    known = {each.name: each for each in example.medications.all()}
    assert known["Hydrochlorothiazide"].kind == "diuretic"
    assert known["Hydrochlorothiazide"].dose_on(clock.now().day).amount == 25
    assert known["Ibuprofen"].is_past(clock.now().day)
    assert {each.kind for each in example.treatments.all()} == {"stretching", "less-caffeine"}
    for each in known.values():
        assert example.medications.edit(each).changes.step is None
    for each in example.treatments.all():
        assert example.treatments.edit(each).changes.step is None


@pytest.mark.parametrize("days", [1, 3, 45, 61])
def test_medicines_of_a_short_life_are_ones_that_can_be(diary, clock, days):
    fill(diary, days=days, seed=1, until=clock.now().day)
    for each in diary.medications.all():
        diary.medications.edit(each)
    for each in diary.treatments.all():
        diary.treatments.edit(each)
