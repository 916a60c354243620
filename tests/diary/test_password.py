"""Set, change and remove the password: every row, backup and file comes along, plain text goes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support.rows import rows_of
from twitchlog import paths
from twitchlog.diary import Diary, connecting, tables
from twitchlog.diary.sealed import keys, sidecar, unlocking
from twitchlog.diary.transfer import document, restore
from twitchlog.domain.errors import BadInput, DiaryBusy, WrongPassword
from twitchlog.domain.searching import Query

pytestmark = pytest.mark.in_file


DATA = Path(__file__).parent.parent / "data"
PNG = b"\x89PNG\r\n\x1a\n" + b"a photo of a calf " * 300
FIRST, SECOND = "correct horse", "battery staple"
PLANTED = ("ZebraNote", "OkapiMedicine", "photo of a calf", "QuaggaTest")


@pytest.fixture
def whole(tmp_path, clock, later):
    """An open diary with words planted in rows, index, bin, undo, files and backups."""
    path = tmp_path / "diary.sqlite"
    shutil.copy(DATA / f"diary-{tables.REVISION}.sqlite", path)
    photo = tmp_path / "elsewhere" / "calf.png"
    photo.parent.mkdir()
    photo.write_bytes(PNG)
    with Diary.open(path, clock=clock) as diary:
        entry = diary.twitches.log(["calf-left"], note="ZebraNote of the stairs").value
        diary.attachments.add("twitches", entry.id, photo)
        gone = diary.twitches.log(["calf-left"], note="OkapiMedicine").value
        diary.twitches.remove(gone.id)
        diary.backups.make()
        later(days=2)
        diary.twitches.log(["calf-right"], note="QuaggaTest")
        shutil.rmtree(photo.parent)
        yield diary
        diary.changed = False


def where_words_stand(folder: Path) -> set[str]:
    """Return the files in a folder in which a planted word can be read, byte by byte."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for word in PLANTED:
                if word.encode() in content or word.encode("utf-16-le") in content:
                    found.add(f"{path.relative_to(folder)}: {word}")
    return found


def rows(diary: Diary):
    """Return all rows but those of the diary's own keys."""
    found = rows_of(diary.path, steps=True, key=diary.key)
    del found["secrets"]
    return found


def test_no_file_beside_a_diary_with_a_password_holds_plain_text(whole, tmp_path):
    assert len(where_words_stand(tmp_path)) >= 5
    assert whole.password.set(FIRST).files == ()
    whole.twitches.log(["calf-left"], note="ZebraNote again")
    assert (tmp_path / "diary.sqlite-wal").stat().st_size > 0
    assert where_words_stand(tmp_path) == set()
    whole.backups.make()
    assert where_words_stand(tmp_path) == set()


@pytest.mark.skipif(os.name == "nt", reason="what is open cannot be replaced there")
def test_what_was_plain_is_overwritten_and_not_merely_unlinked(whole):
    held = [
        path.open("rb")
        for path in (
            whole.path,
            whole.path.with_name("diary.sqlite-wal"),
            whole.backups.list()[0].path,
            *(each for each in whole.attachments.store.files()),
        )
    ]
    whole.password.set(FIRST)
    for file in held:
        with file:
            assert not file.read().strip(b"\0"), file.name


def test_every_row_comes_along_there_changed_and_back(whole, clock):
    before, backup = rows(whole), whole.backups.list()[-1].path
    kept = rows_of(backup, steps=True)
    whole.password.set(FIRST)
    assert whole.password.is_set
    assert rows(whole) == before
    whole.password.change(FIRST, SECOND)
    assert not whole.password.fits(FIRST)
    assert whole.password.fits(SECOND)
    assert rows(whole) == before
    assert [found.entries for found in whole.backups.list()] == [len(kept["twitches"])]
    whole.password.remove(SECOND)
    assert not whole.password.is_set
    assert rows(whole) == before
    del kept["secrets"]
    again = rows_of(backup, steps=True)
    del again["secrets"]
    assert again == kept
    assert not sidecar.path_of(whole.path).exists()


def test_the_diary_goes_on_as_it_was_set_up(whole, clock):
    whole.password.set(FIRST)
    with whole.reading() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "application_id")
        found = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in asked]
    assert found == ["wal", 2, 1, 1, 0x54574C47]
    assert len(whole.search.find(Query(text="zebranote")).hits) == 1
    whole.undo()
    whole.redo()
    with Diary.open(whole.path, clock=clock, key=whole.key) as again:
        assert again.twitches.count() == whole.twitches.count()
        again.changed = False


def test_photos_are_sealed_shown_without_a_plain_copy_and_put_away_after_opening(whole, tmp_path):
    (photo,) = (each for each in whole.attachments.all() if each.bytes == len(PNG))
    whole.password.set(FIRST)
    names = {path.name for path in whole.attachments.store.files()}
    assert not any(photo.sha256 in name for name in names)
    assert whole.attachments.read(photo) == PNG
    assert where_words_stand(tmp_path) == set()
    lent = whole.attachments.opened(photo)
    assert lent.read_bytes() == PNG
    assert tmp_path not in lent.parents
    assert (lent.stat().st_mode & 0o777, lent.suffix) == (0o600, ".png")
    whole.attachments.put_away()
    assert not lent.exists()
    whole.password.remove(FIRST)
    assert whole.attachments.opened(photo).read_bytes() == PNG


def test_copies_that_a_killed_program_left_are_erased_at_the_next_start(whole, clock):
    whole.password.set(FIRST)
    left = paths.opened_folder() / "left behind"
    left.mkdir(mode=0o700, parents=True)
    (left / "photo.png").write_bytes(PNG)
    (photo,) = (each for each in whole.attachments.all() if each.bytes == len(PNG))
    lent = whole.attachments.opened(photo)
    with Diary.open(whole.path, clock=clock, key=whole.key) as again:
        again.changed = False
    assert not left.exists()
    assert lent.exists()


def test_what_was_saved_of_a_locked_diary_is_sealed_again_where_it_is_brought_in(
    whole, tmp_path, clock
):
    whole.password.set(FIRST)
    saved = tmp_path / "all.json"
    document.save(whole, saved)
    other, key = tmp_path / "other" / "diary.sqlite", keys.derive(SECOND, keys.new_salt())
    with Diary.open(other, clock=clock, key=key) as diary:
        restore.bring_in(diary, restore.read(saved))
        assert diary.twitches.count() == whole.twitches.count()
        (photo,) = (each for each in diary.attachments.all() if each.bytes == len(PNG))
        assert diary.attachments.read(photo) == PNG
        assert where_words_stand(other.parent) == set()
        diary.changed = False


def test_a_wrong_old_password_or_the_same_again_changes_nothing(whole):
    whole.password.set(FIRST)
    key = whole.key
    with pytest.raises(WrongPassword):
        whole.password.change("wrong horse", SECOND)
    with pytest.raises(WrongPassword):
        whole.password.remove("wrong horse")
    with pytest.raises(BadInput, match="same as the old one"):
        whole.password.change(FIRST, FIRST)
    with pytest.raises(BadInput, match="already"):
        whole.password.set(SECOND)
    assert whole.key == key


def test_who_forgot_the_password_gives_a_new_one_with_the_recovery_key(whole):
    whole.password.set(FIRST)
    whole.password.change(whole.password.recovery_key(), SECOND)
    assert unlocking.unlock(whole.path, SECOND) == whole.key


def test_while_another_window_has_the_diary_open_nothing_is_changed(whole, clock):
    with Diary.open(whole.path, clock=clock) as other:
        with pytest.raises(DiaryBusy):
            whole.password.set(FIRST)
        other.changed = False
    assert not whole.password.is_set
    assert not connecting.is_sealed(whole.path)
    whole.twitches.log(["calf-left"])
    whole.password.set(FIRST)


def test_what_an_interrupted_run_left_is_brought_along_later(whole):
    backup, path = whole.backups.list()[0].path, whole.path

    class Stopped(BaseException):
        pass

    def stop(_done: float, doing: str) -> None:
        if "backups" in doing:
            raise Stopped

    with pytest.raises(Stopped):
        whole.password.set(FIRST, progress=stop)
    assert connecting.is_sealed(path)
    assert not connecting.is_sealed(backup)
    assert whole.password.pending >= 2
    assert whole.password.go_on().files == ()
    assert whole.password.pending == 0
    assert where_words_stand(path.parent) == set()


def test_a_backup_that_is_damaged_is_named_and_left_as_it_is(whole):
    backup = whole.backups.list()[0].path
    backup.write_bytes(backup.read_bytes()[:5000])
    assert whole.password.set(FIRST).files == (backup,)
    assert backup.stat().st_size == 5000


def test_what_a_rescue_put_aside_is_sealed_too_and_comes_back(whole, tmp_path):
    damaged = tmp_path / "diary damaged 2026-06-18 21.04.00.sqlite"
    strange = tmp_path / "diary rescued - what fitted nowhere.jsonl"
    rescued = tmp_path / "diary rescued.sqlite"
    damaged.write_bytes(b"SQLite format 3\0 ZebraNote" + bytes(5000))
    strange.write_text('{"note": "QuaggaTest"}', "utf-8")
    shutil.copy(DATA / "diary-0006.sqlite", rescued)
    held = {path: path.read_bytes() for path in (damaged, strange)}
    assert whole.password.set(FIRST).files == (rescued,)
    assert not any(path.exists() for path in held)
    assert where_words_stand(tmp_path) == set()
    whole.password.remove(FIRST)
    assert {path: path.read_bytes() for path in held} == held
    assert not list(tmp_path.glob("*.age"))


def test_what_a_killed_restore_left_plain_goes_when_the_password_comes(whole, tmp_path):
    for end in (".4711.part", ".4711.part-wal"):
        shutil.copy(whole.path, tmp_path / f"diary.sqlite{end}")
    assert whole.password.set(FIRST).files == ()
    assert where_words_stand(tmp_path) == set()
    assert not list(tmp_path.glob("*.part*"))


def test_the_sidecar_of_a_damaged_diary_stays_beside_it(whole, tmp_path):
    whole.password.set(FIRST)
    damaged = tmp_path / "diary damaged 2026-06-18 21.04.00.sqlite"
    shutil.copy(whole.path, damaged)
    shutil.copy(sidecar.path_of(whole.path), sidecar.path_of(damaged))
    assert whole.password.pending == 0
    assert whole.password.go_on().files == ()
    assert sidecar.read(damaged) == sidecar.read(whole.path)


def test_progress_grows_to_the_whole_and_says_what_is_done(whole):
    told = []
    whole.password.set(FIRST, progress=lambda done, doing: told.append((done, doing)))
    parts = [done for done, _doing in told]
    assert parts == sorted(parts)
    assert parts[-1] == 1.0
    said = {doing for _done, doing in told if doing}
    assert {"Writing the diary anew", "Writing the backups anew"} <= said


@settings(
    max_examples=2,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(notes=st.lists(st.text(max_size=40), min_size=1, max_size=5))
def test_any_diary_is_the_same_after_plain_sealed_changed_plain(notes, tmp_path_factory, clock):
    path = tmp_path_factory.mktemp("any") / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        for note in notes:
            diary.twitches.log(["calf-left"], note=note)
        before = rows(diary)
        diary.password.set(FIRST)
        assert rows(diary) == before
        diary.password.change(FIRST, SECOND)
        diary.password.remove(SECOND)
        assert rows(diary) == before
        diary.changed = False
