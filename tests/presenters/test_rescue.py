"""The rescue of a damaged diary, as its screen tells it."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from twitchlog.background import Immediate
from twitchlog.diary import Diary
from twitchlog.diary.rescue.rescuing import Rescuing
from twitchlog.domain.backup import Contents
from twitchlog.domain.errors import DiskFull
from twitchlog.domain.rescue import GoodBackup, Saved
from twitchlog.presenters.rescue import BACKUP, SAVED, RescuePresenter, compared

TODAY = date(2026, 6, 18)


class View:
    """Notes what it is told."""

    def __init__(self):
        self.told = []
        self.choices = None

    def show_reading(self):
        self.told.append("reading")

    def show_choices(self, choices):
        self.choices = choices

    def show_placing(self):
        self.told.append("placing")

    def complain(self, sentence):
        self.told.append(sentence)


def saved(entries, others=0, aside=0):
    held = Contents(entries, date(2025, 1, 2) if entries else None, TODAY, tables={"tests": others})
    return Saved(Path("diary rescued.sqlite"), held, aside, Path("rest.jsonl") if aside else None)


def backup(entries):
    held = Contents(entries, date(2025, 1, 2), date(2026, 6, 9), tables={})
    return GoodBackup(Path("b.sqlite"), datetime(2026, 6, 17, 8, 5), held)


def test_both_stand_beside_each_other_in_numbers_and_the_fuller_one_is_advised():
    first, second = compared(saved(382, others=4), backup(370), today=TODAY).choices
    assert (first.key, second.key) == (SAVED, BACKUP)
    assert dict(first.facts) == {
        "Twitches": "382",
        "First day": "2 January 2025",
        "Last day": "18 June 2026",
        "Other records": "4",
    }
    assert dict(second.facts)["Last day"] == "9 June 2026"
    assert second.second == "Made yesterday, 08:05"
    assert (first.advised, second.advised) == (True, False)
    assert (first.advice, second.advice) == ("Advised: 382 twitches, 12 more than the backup", "")
    assert (first.act, second.act) == ("Use what can be read", "Use the backup")
    (first, second) = compared(saved(12), backup(370), today=TODAY).choices
    assert (first.advised, second.advised) == (False, True)
    assert second.advice == "Advised: 370 twitches, 358 more than what can be read"


def test_where_both_hold_as_many_twitches_it_says_what_decides():
    first, _second = compared(saved(370, others=1), backup(370), today=TODAY).choices
    assert first.advice == (
        "Advised: as many twitches as the backup, and one more of the other records"
    )
    first, second = compared(saved(370), backup(370), today=TODAY).choices
    assert first.advice == "Advised: as much as the backup, and no older"
    assert (first.advised, second.advised) == (True, False)


def test_what_fits_nowhere_is_counted():
    (only,) = compared(saved(3, aside=2), None, today=TODAY).choices
    assert only.note == (
        "2 more pieces could be read, but not where they belong. They are kept in “rest.jsonl”."
    )
    assert (only.advised, only.advice) == (True, "")


def test_with_nothing_left_and_no_backup_it_says_so():
    found = compared(saved(0), None, today=TODAY)
    assert found.choices == ()
    assert "Nothing can be read" in found.none


@pytest.fixture
def damaged(tmp_path, clock):
    """A damaged diary of one twitch, without a backup."""
    path = tmp_path / "diary.sqlite"
    diary = Diary.open(path, clock=clock)
    diary.twitches.log(["calf-left"])
    diary.changed = False
    diary.close()
    path.write_bytes(b"\0" * 4096 + path.read_bytes()[4096:])
    return path


def test_from_reading_to_the_open_diary(damaged, clock):
    view, opened = View(), []
    presenter = RescuePresenter(Immediate(), Rescuing(damaged, clock), clock, view, opened.append)
    presenter.read()
    (only,) = view.choices.choices
    presenter.choose(only)
    assert view.told == ["reading", "placing"]
    (said,) = opened
    assert said.endswith("is kept as “diary damaged 2026-06-18 21.04.00.sqlite”.")
    with Diary.open(damaged, clock=clock) as diary:
        assert diary.twitches.count() == 1


def test_what_does_not_work_is_said_and_can_be_tried_again(damaged, clock):
    class Full(Rescuing):
        def save(self, progress=None):  # noqa: ARG002 - the same as the real one
            raise DiskFull("There is no room left on the disk.")

    view = View()
    RescuePresenter(Immediate(), Full(damaged, clock), clock, view, print).read()
    assert view.told == ["reading", "There is no room left on the disk."]
