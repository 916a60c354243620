"""The check of the diary: it says what is not as it should be, and mends what follows from rows."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing

import pytest

from twitchlog.diary import Diary, checkup
from twitchlog.diary.example.fill import fill
from twitchlog.domain.checkup import Remedy
from twitchlog.domain.searching import Query

pytestmark = pytest.mark.in_file


def change(diary, *statements):
    """Write past the program, as a flaw in it or another program might."""
    with closing(sqlite3.connect(diary.path)) as file:
        for statement in statements:
            file.execute(statement)
        file.commit()


def found(diary):
    return {finding.part: finding for finding in checkup.full(diary).findings}


def test_a_diary_with_everything_in_it_is_sound_and_stays_as_it_is(tmp_path, clock, rows):
    with Diary.open(tmp_path / "diary.sqlite", clock=clock) as diary:
        fill(diary, days=60, seed=5, until=clock.now().day)
        before = rows(diary.path)
        heard = []
        checked = checkup.full(diary, progress=lambda *said: heard.append(said))
        assert checked.findings == ()
        assert checked.entries == diary.twitches.count() > 0
        assert [done for done, _of, _title in heard] == list(range(len(checked.parts)))
        assert checkup.quick(diary) == ()
        assert rows(diary.path) == before


def test_a_diary_with_a_password_is_sound_with_the_keys_it_keeps(tmp_path, clock):
    with Diary.open(tmp_path / "diary.sqlite", clock=clock) as diary:
        diary.twitches.log(["chin"])
        diary.password.set("correct horse")
        diary.password.change("correct horse", "battery staple")
        assert checkup.full(diary).findings == ()
        diary.changed = False


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry_days SET entries = entries + 1",
        "DELETE FROM site_days",
        "INSERT INTO search_texts (source, ref, part, words) VALUES ('doses', 'x', 'words', 'y')",
        "INSERT INTO search_index (search_index) VALUES ('delete-all')",
    ],
)
def test_a_list_that_does_not_fit_the_entries_is_found_and_made_anew(logged, rows, statement):
    logged.twitches.log(["calf-right"], note="second")
    entries = rows(logged.path)["twitches"]
    change(logged, statement)
    (finding,) = checkup.full(logged).findings
    assert (finding.part, finding.remedy) == ("derived", Remedy.MEND)
    before = len(logged.backups.list())
    backup = checkup.mend(logged)
    assert backup.exists()
    assert len(logged.backups.list()) == before + 1
    assert checkup.full(logged).findings == ()
    assert rows(logged.path)["twitches"] == entries
    (hit,) = logged.search.find(Query("second")).hits
    assert hit.id in {row[0] for row in entries}
    assert logged.next_undo() is not None


def test_what_belongs_to_no_entry_any_more_is_counted(logged):
    change(logged, "UPDATE twitch_sites SET twitch_id = 'gone'")
    assert "1 detail belongs to an entry that is not there" in found(logged)["links"].sentence


def test_an_entry_that_stands_on_another_day_than_its_time_says_is_found(logged):
    change(logged, "UPDATE twitches SET local_day = '2026-06-20'")
    (finding,) = checkup.full(logged).findings
    assert "1 entry stands on another day" in finding.sentence


def test_a_record_that_no_screen_could_show_is_found(logged):
    change(logged, "UPDATE twitches SET pattern = 'a-wave'")
    (finding,) = checkup.full(logged).findings
    assert (finding.part, finding.remedy) == ("rows", Remedy.RESCUE)


def test_a_part_whose_rows_make_no_sense_is_named_and_the_others_are_looked_at(logged):
    change(
        logged,
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'sha256 TEXT NOT NULL', 'sha256 TEXT')"
        " WHERE name = 'attachments'",
        "PRAGMA writable_schema=RESET",
        "INSERT INTO attachments VALUES ('a', 'twitches', 'b', 1, 0, '', NULL, 1, '', '', 1, '')",
    )
    findings = found(logged)
    assert "cannot be read as a whole" in findings["files"].sentence
    assert findings["rows"].remedy is Remedy.RESCUE


def test_a_night_that_counts_as_the_day_before_is_sound_whatever_is_chosen_later(diary, later):
    diary.preferences.end_day_at(240)
    later(hours=5)
    diary.twitches.log(["calf-left"])
    diary.preferences.end_day_at(0)
    assert checkup.full(diary).findings == ()


def test_undo_and_bin_that_cannot_be_read_are_found(logged):
    entry = logged.twitches.log(["calf-left"]).value
    logged.twitches.remove(entry.id)
    change(logged, "UPDATE steps SET images = '[' WHERE number = 1", "UPDATE bin SET rows = '?'")
    sentences = [each.sentence for each in checkup.full(logged).findings if each.part == "undo"]
    assert [sentence.split(" ")[0:2] for sentence in sentences] == [["1", "step"], ["1", "thing"]]


def test_files_missing_altered_and_needed_by_nothing_are_told_apart(logged, tmp_path):
    entry = logged.twitches.newest()[0]
    kept = []
    for name in ("one.png", "two.png"):
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n" + name.encode() * 200)
        kept.append(logged.attachments.add("twitches", entry.id, tmp_path / name).value)
    assert checkup.full(logged).findings == ()
    first, second = (logged.attachments.opened(each) for each in kept)
    stray = first.parent.with_name("00") / f"{'0' * 64}.png"
    stray.parent.mkdir(exist_ok=True)
    stray.write_bytes(first.read_bytes())
    os.utime(stray, (time.time() - 90_000,) * 2)
    first.unlink()
    second.write_bytes(b"other")
    sentences = " ".join(each.sentence for each in checkup.full(logged).findings)
    assert "1 photo or file of an entry is missing (one.png)" in sentences
    assert "not as it was when it was put in (two.png)" in sentences
    assert "1 file in the diary's folder belongs to no entry" in sentences
    checkup.mend(logged)
    assert not stray.exists()


def test_a_backup_that_cannot_be_read_is_named(logged):
    path = logged.backups.make()
    path.write_bytes(path.read_bytes()[:5000] + b"\xff" * 60_000)
    assert path.name in found(logged)["backups"].sentence


def test_damage_in_the_file_is_found_by_both_checks_and_changes_nothing(logged):
    for _number in range(300):
        logged.twitches.log(["calf-left"], note="a" * 200)
    logged.close()
    with closing(sqlite3.connect(logged.path)) as file:
        page = file.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'treatments'"
        ).fetchone()[0]
    content = bytearray(logged.path.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    logged.path.write_bytes(content)
    with_damage = Diary.open(logged.path, clock=logged.clock)
    assert checkup.quick(with_damage, seconds=60)[0].remedy is Remedy.RESCUE
    assert checkup.full(with_damage).damaged
    with_damage._engine.dispose()
    assert logged.path.read_bytes() == content


def test_a_file_cut_short_is_found_at_once(logged):
    logged.close()
    with logged.path.open("ab") as file:
        file.write(b"half a page")
    with Diary.open(logged.path, clock=logged.clock) as opened:
        assert [each.part for each in checkup.quick(opened, seconds=0)] == ["file"]
