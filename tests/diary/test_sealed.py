"""A diary with a password: it opens with its key alone, and says what is wrong without it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.rows import rows_of
from twitchlog import paths
from twitchlog.diary import Diary, connecting
from twitchlog.diary.sealed import keys, sealing, sidecar, unlocking
from twitchlog.domain.errors import BadInput, Damaged, NeedsPassword, WrongPassword

DATA = Path(__file__).parent.parent / "data"
TYPED = "correct horse"


@pytest.fixture
def sealed(tmp_path, clock):
    """A closed diary with a password and one entry, as its path and its key."""
    path, key = tmp_path / "diary.sqlite", keys.derive(TYPED, keys.new_salt())
    with Diary.open(path, clock=clock, key=key) as diary:
        diary.twitches.log(["calf-left"], note="after the long stairs")
        diary.changed = False
    sidecar.write(path, key)
    return path, key


def test_a_sealed_diary_is_all_there_with_its_password(sealed, clock):
    path, key = sealed
    assert unlocking.unlock(path, TYPED) == key
    with Diary.open(path, clock=clock, key=key) as diary:
        assert [entry.note for entry in diary.twitches.newest(5)] == ["after the long stairs"]
        assert diary.key == key
        diary.changed = False


def test_it_does_not_open_without_a_password_or_with_a_wrong_one(sealed, clock):
    path, key = sealed
    with pytest.raises(NeedsPassword):
        Diary.open(path, clock=clock)
    with pytest.raises(WrongPassword):
        unlocking.unlock(path, "wrong horse")
    with pytest.raises(WrongPassword):
        Diary.open(path, clock=clock, key=keys.Key(b"w" * 32, key.salt))


def test_the_printed_key_opens_it_too(sealed):
    path, key = sealed
    assert unlocking.unlock_with_recovery(path, keys.to_recovery(key)) == key


def test_without_its_sidecar_it_opens_all_the_same_and_has_one_again(sealed):
    path, key = sealed
    sidecar.write(path)
    assert unlocking.unlock(path, TYPED) == key
    assert sidecar.read(path) == (sidecar.Seal(key.salt, key.check),)


def test_a_wrong_password_a_damaged_page_and_a_file_cut_short_are_told_apart(sealed):
    path, _key = sealed
    whole = path.read_bytes()
    path.write_bytes(whole[:1000] + bytes(8) + whole[1008:])
    with pytest.raises(Damaged, match="password is right"):
        unlocking.unlock(path, TYPED)
    path.write_bytes(whole[:3000])
    assert connecting.is_sealed(path)
    with pytest.raises(Damaged, match="password is right"):
        unlocking.unlock(path, TYPED)
    with pytest.raises(WrongPassword):
        unlocking.unlock(path, "wrong horse")


def test_a_file_cut_short_behind_its_first_page_is_told_as_damaged(sealed):
    path, _key = sealed
    whole = path.read_bytes()
    path.write_bytes(whole[: 2 * connecting.PAGE_BYTES])
    with pytest.raises(Damaged, match="password is right"):
        unlocking.unlock(path, TYPED)
    with pytest.raises(WrongPassword):
        unlocking.unlock(path, "wrong horse")


def test_of_a_locked_diary_that_was_emptied_no_new_one_is_begun(sealed, clock):
    path, _key = sealed
    path.write_bytes(b"")
    with pytest.raises(Damaged):
        Diary.open(path, clock=clock)
    assert path.stat().st_size == 0


def test_a_salt_that_was_swapped_is_known_from_the_sidecar_and_the_diary_opens(sealed, clock):
    path, key = sealed
    path.write_bytes(bytes(range(16)) + path.read_bytes()[16:])
    assert unlocking.unlock(path, TYPED) == key
    with Diary.open(path, clock=clock, key=key) as diary:
        assert diary.twitches.count() == 1
        diary.changed = False


def test_a_backup_of_a_sealed_diary_opens_with_the_same_key(sealed, clock):
    path, key = sealed
    with Diary.open(path, clock=clock, key=key) as diary:
        made = diary.backups.make()
        assert [backup.entries for backup in diary.backups.list()] == [1]
    assert connecting.is_sealed(made)
    assert unlocking.opens(made, key)


def test_wrong_tries_wait_longer_and_longer():
    waits = [unlocking.wait_s(failed) for failed in range(14)]
    assert waits[:7] == [0, 0, 0, 1, 2, 4, 8]
    assert waits == sorted(waits)
    assert waits[-1] == 60


@pytest.mark.parametrize("kept", sorted(DATA.glob("diary-*.sqlite")), ids=lambda path: path.stem)
def test_a_sealed_diary_of_every_released_schema_is_brought_up_to_date(kept, tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    shutil.copy(kept, path)
    count, key = len(rows_of(path)["twitches"]), keys.derive(TYPED, keys.new_salt())
    sealing.rewrite(path, None, key, kept=())
    with Diary.open(path, clock=clock, key=key) as diary:
        assert diary.twitches.count() == count
        assert diary.password.pending == 0
        for backup in paths.backup_folder(path).glob("*.sqlite"):
            assert connecting.is_sealed(backup)
        diary.changed = False


@pytest.mark.in_file
@pytest.mark.parametrize(
    ("typed", "said"),
    [("", "Type a password"), ("   ", "Type a password"), ("short", "at least 8")],
)
def test_a_password_that_is_none_is_refused_in_words(diary, typed, said):
    with pytest.raises(BadInput, match=said):
        diary.password.set(typed)
    assert not diary.password.is_set
