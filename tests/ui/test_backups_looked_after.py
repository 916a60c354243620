"""While the window is open: backups, second copies and the monthly test, and what fails of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from support.inside import Inside
from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.ui.rounds import Rounds


@pytest.fixture
def path(tmp_path, clock):
    """A diary with a second copy on a stick, an entry and a backup of it."""
    (tmp_path / "STICK").mkdir()
    with Diary.open(tmp_path / "diary.sqlite", clock=clock) as diary:
        diary.backups.second_copy.choose(tmp_path / "STICK")
        diary.twitches.log(["calf-left"])
    return tmp_path / "diary.sqlite"


def test_after_half_an_hour_a_change_is_backed_up_copied_elsewhere_and_tested(path, clock):
    with Inside(path, clock=clock) as inside:
        rounds = Rounds(inside.program)
        clock.moment = clock.moment.shifted(timedelta(minutes=31))
        inside.diary.twitches.log(["tongue"])
        rounds.back_up_if_due()
        inside.settle()
        newest = inside.diary.backups.list()[0]
        assert newest.made.minute == 35
        assert newest.tested == newest.made
        assert inside.diary.backups.second_copy.files()[0].name == newest.path.name


def test_a_second_copy_that_fails_is_on_today_until_it_works_also_after_a_restart(path, clock):
    with Inside(path, clock=clock) as inside:
        folder = inside.diary.backups.second_copy.state().folder
        clock.moment = clock.moment.shifted(timedelta(minutes=31))
        inside.diary.twitches.log(["tongue"])
        in_the_way = folder / "diary 2026-06-18 21.35.00.sqlite"
        in_the_way.mkdir()
        Rounds(inside.program).back_up_if_due()
        inside.settle()
        assert inside.see("trouble").title == "The second copy could not be made"
        inside.diary.changed = False
    with Inside(path, clock=clock) as inside:
        assert inside.see("trouble") is not None
        in_the_way.rmdir()
        inside.tap("action:Try again")
        assert inside.see("trouble") is None
        assert in_the_way.is_file()


def test_a_restore_opens_the_diary_anew_and_the_list_offers_to_put_it_back(path, clock):
    with Inside(path, clock=clock) as inside:
        clock.moment = clock.moment.shifted(timedelta(hours=1))
        entry = inside.diary.twitches.log(["tongue"]).value
        before = inside.diary
        inside.program._ways.open_backups()
        inside.settle()
        inside.tap("backups.row.*")
        inside.tap("backup.restore")
        assert inside.diary is not before
        assert inside.shell.page is None
        assert inside.see(f"today.row.{entry.id}") is None
        inside.tap("snack:Open Backups")
        inside.tap("action:Put back as it was")
        assert inside.see(f"today.row.{entry.id}") is not None
    assert paths.backup_folder(path).is_dir()
