from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.diary.imports import Cancelled, Watch, read_file, sniff
from twitchlog.diary.imports.bringing import bring_in, look
from twitchlog.diary.imports.gathering import gather
from twitchlog.diary.transfer import sheets
from twitchlog.domain.checkin import DayState
from twitchlog.domain.errors import ChangedMeanwhile, TwitchLogError
from twitchlog.domain.period import Period
from twitchlog.domain.twitch import Strength, Trigger

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.imports import Choices, Gathered
    from twitchlog.domain.twitch import Twitch

FILES = Path(__file__).parents[2] / "data" / "imports"
ALL = sorted(path.name for path in FILES.iterdir() if path.name != "either-way.csv")


@pytest.fixture
def gathered(choices: Choices) -> Callable[..., Gathered]:
    """All that a file of the data folder says: `gathered("daylio.csv")`."""

    def read(path: str | Path, **chosen: Any) -> Gathered:
        return gather(read_file(sniff(FILES / path), replace(choices, **chosen)))

    return read


def _counts(diary: Diary, rows: Callable[..., Any]) -> dict[str, int]:
    return {name: len(found) for name, found in rows(diary.path).items() if name != "steps"}


def test_what_is_brought_in_is_logged_as_the_file_says(
    diary: Diary, gathered: Callable[..., Gathered]
) -> None:
    outcome = bring_in(diary, gathered("twitches.csv"), name="twitches.csv", logged=False).value
    assert outcome.added["twitches"] == 5
    entries = diary.twitches.on_day(date(2026, 6, 14))
    assert [entry.sites for entry in entries] == [("upper-eyelid-right",), ("calf-left",)]
    assert entries[1].strength is Strength.MILD
    assert entries[1].triggers == (Trigger("caffeine"),)
    assert entries[1].note == "After breakfast, sitting"


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("logged", [True, False])
def test_looking_first_counts_the_same_and_writes_nothing(
    name: str,
    logged: bool,
    diary: Diary,
    gathered: Callable[..., Gathered],
    rows: Callable[..., Any],
) -> None:
    before = rows(diary.path)
    said = look(diary, gathered(name, minute=720), logged=logged)
    assert rows(diary.path) == before
    assert bring_in(diary, gathered(name, minute=720), name=name, logged=logged).value == said
    assert said.total > 0


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("logged", [True, False])
def test_the_same_file_a_second_time_adds_nothing(
    name: str,
    logged: bool,
    diary: Diary,
    gathered: Callable[..., Gathered],
    rows: Callable[..., Any],
) -> None:
    first = bring_in(diary, gathered(name, minute=720), name=name, logged=logged).value
    before, step = rows(diary.path), diary.next_undo_number()
    again = bring_in(diary, gathered(name, minute=720), name=name, logged=logged).value
    assert again.total == 0
    assert again.there >= first.added["twitches"] + first.added["doses"]
    assert rows(diary.path) == before
    assert diary.next_undo_number() == step


@pytest.mark.parametrize("name", ALL)
def test_one_undo_takes_all_of_it_back_and_redo_brings_it_again(
    name: str, logged: Diary, gathered: Callable[..., Gathered], rows: Callable[..., Any]
) -> None:
    before = {k: v for k, v in rows(logged.path).items() if k != "steps"}
    changes = bring_in(logged, gathered(name, minute=720), name=name, logged=True).changes
    after = {k: v for k, v in rows(logged.path).items() if k != "steps"}
    assert logged.undo().name == f"Brought in from {name}"
    assert {k: v for k, v in rows(logged.path).items() if k != "steps"} == before
    assert logged.redo().days == changes.days
    assert {k: v for k, v in rows(logged.path).items() if k != "steps"} == after


def test_what_was_removed_here_does_not_come_back(
    diary: Diary, gathered: Callable[..., Gathered]
) -> None:
    bring_in(diary, gathered("american.tsv"), name="american.tsv", logged=False)
    diary.twitches.remove(diary.twitches.newest(1)[0].id)
    again = bring_in(diary, gathered("american.tsv"), name="american.tsv", logged=False).value
    assert (again.total, again.there, again.removed) == (0, 1, 1)
    assert diary.twitches.count() == 1


def test_what_a_telephone_measured_does_not_make_a_day_a_day_without_twitches(
    diary: Diary, gathered: Callable[..., Gathered]
) -> None:
    outcome = bring_in(diary, gathered("apple-health.xml"), name="export.xml", logged=False).value
    assert outcome.added["doses"] == 5
    day = date(2026, 6, 16)
    (summary,) = diary.days.summaries(Period(day, day))
    assert summary.state is DayState.NOT_LOGGED
    taken = {dose.factor: dose.amount for dose in diary.doses.on_day(day)}
    assert taken["sleep"] == 7.5
    assert taken["exercise"] == 32.5


def test_a_day_that_was_answered_keeps_its_answers(
    diary: Diary, gathered: Callable[..., Gathered]
) -> None:
    diary.checkins.save(date(2026, 6, 18), {"sleep": 5.0}, note="mine")
    outcome = bring_in(diary, gathered("habits.csv"), name="habits.csv", logged=True).value
    held = diary.checkins.get(date(2026, 6, 18))
    assert held is not None
    assert held.note == "mine"
    assert dict(held.amounts) == {"sleep": 5, "stress": 1, "caffeine": 95, "exercise": 45}
    assert outcome.kept == 2
    assert outcome.added["checkins"] == 3


def test_notes_of_days_that_do_not_count_as_logged_are_left_out_and_counted(
    diary: Diary, gathered: Callable[..., Gathered]
) -> None:
    outcome = bring_in(diary, gathered("habits.csv"), name="habits.csv", logged=False).value
    # a note and three levels of stress; hours, milligrams and minutes are brought in
    assert outcome.notes_left == 4
    assert outcome.added == {"twitches": 0, "doses": 8, "checkins": 0, "symptoms": 0}
    assert diary.checkins.get(date(2026, 6, 18)) is None


def test_answers_about_symptoms_stay_as_they_were_given(
    diary: Diary, gathered: Callable[..., Gathered]
) -> None:
    diary.symptoms.answer("pain", present=False, day=date(2026, 6, 15))
    outcome = bring_in(diary, gathered("bearable.csv"), name="b.csv", logged=False).value
    answers = {answer.kind: answer.present for answer in diary.symptoms.all()}
    assert answers == {"pain": False, "tiredness": False}
    assert (outcome.added["symptoms"], outcome.kept) == (1, 1)


def test_a_twitch_in_the_night_is_of_the_day_as_it_is_lived(
    diary: Diary, choices: Choices, table: Callable[[str], Path]
) -> None:
    diary.preferences.end_day_at(180)
    path = table("when,place\n2026-06-10 01:30,left calf\n2026-06-10 03:30,left calf\n")
    bring_in(diary, gather(read_file(sniff(path), choices)), name="t", logged=False)
    assert [len(diary.twitches.on_day(date(2026, 6, day))) for day in (9, 10)] == [1, 1]


def test_an_import_that_is_stopped_leaves_nothing(
    diary: Diary, choices: Choices, table: Callable[[str], Path], rows: Callable[..., Any]
) -> None:
    lines = [f"2026-06-10 {n // 60 % 24:02}:{n % 60:02},left calf,{n}" for n in range(12_000)]
    path = table("\n".join(["when,place,note", *lines]))
    before = rows(diary.path)
    told: list[int] = []
    watch = Watch(lambda done, _total: told.append(done), lambda: len(told) == 2)
    with pytest.raises(Cancelled):
        bring_in(
            diary, gather(read_file(sniff(path), choices)), name="t", logged=False, watch=watch
        )
    assert told == [0, 5000]
    assert rows(diary.path) == before


def test_an_import_that_fails_half_way_leaves_nothing(
    diary: Diary, gathered: Callable[..., Gathered], rows: Callable[..., Any]
) -> None:
    found = gathered("twitches.csv")
    broken = replace(
        found, twitches=(*found.twitches, replace(found.twitches[0], key="x", duration_s=-1.0))
    )
    before = rows(diary.path)
    with pytest.raises(TwitchLogError):
        bring_in(diary, broken, name="t", logged=False)
    assert rows(diary.path) == before


def test_what_a_telephone_measured_is_not_offered_as_a_usual_drink(
    diary: Diary, gathered: Callable[..., Gathered]
) -> None:
    bring_in(diary, gathered("apple-health.xml"), name="export.xml", logged=False)
    assert diary.doses.recent() == ()
    own = diary.doses.log("caffeine", preset="espresso").value
    assert diary.doses.recent() == (own,)


def test_our_own_sheet_of_twitches_comes_back_as_it_was(
    diary: Diary, choices: Choices, tmp_path: Path
) -> None:
    fill(diary, days=40, seed=2, until=date(2026, 6, 18))
    sheet = sheets.save(diary, tmp_path / "sheets") / "twitches.csv"
    gathered = gather(read_file(sniff(sheet), choices))
    assert look(diary, gathered, logged=True).total == 0
    with Diary.open(tmp_path / "other.sqlite", clock=diary.clock) as other:
        bring_in(other, gathered, name="twitches.csv", logged=True)
        there = [_told(twitch) for twitch in diary.twitches.newest(1000)]
        assert [_told(twitch) for twitch in other.twitches.newest(1000)] == there


def _told(twitch: Twitch) -> tuple[Any, ...]:
    """Return what a sheet says of a twitch: to the second."""
    known = (twitch.id, twitch.sites, twitch.duration_s, twitch.strength, twitch.note)
    moment = (twitch.moment.utc_ms // 1000, twitch.moment.offset_min, twitch.moment.day)
    return (*known, *moment, set(twitch.triggers))


def test_an_import_is_not_taken_back_over_a_change_made_since(
    diary: Diary, gathered: Callable[..., Gathered], rows: Callable[..., Any]
) -> None:
    diary.twitches.log(["hand-left"])
    bring_in(diary, gathered("american.tsv"), name="american.tsv", logged=False)
    with diary.unrecorded() as connection:
        connection.exec_driver_sql("UPDATE twitches SET note = 'mine' WHERE strength = 2")
    before = {name: found for name, found in rows(diary.path).items() if name != "steps"}
    with pytest.raises(ChangedMeanwhile):
        diary.undo()
    after = {name: found for name, found in rows(diary.path).items() if name != "steps"}
    assert after == before
    assert diary.undo().name == "Left hand logged"


@pytest.mark.in_file
def test_an_import_is_not_done_again_where_its_entries_are_there_already(
    diary: Diary, gathered: Callable[..., Gathered]
) -> None:
    bring_in(diary, gathered("american.tsv"), name="american.tsv", logged=False)
    diary.undo()
    with diary.unrecorded() as connection:
        key = gathered("american.tsv").twitches[0].key
        connection.exec_driver_sql(
            "INSERT INTO twitches (id, utc_ms, offset_min, zone, local_day, local_minute, note,"
            " updated_ms, device) VALUES (?, 0, 0, '', '1970-01-01', 0, '', 0, '')",
            (key,),
        )
    with pytest.raises(ChangedMeanwhile):
        diary.redo()
    assert diary.twitches.count() == 1
