"""The check of the diary, as its screen tells it."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from twitchlog.presenters.checkup import CheckPresenter

pytestmark = pytest.mark.in_file


class View:
    """Notes what it is told."""

    def __init__(self):
        self.page = None
        self.told = []

    def show_checking(self):
        self.told.append("checking")

    def show(self, page):
        self.page = page

    def tell(self, sentence, *, undo=True, redo=False):  # noqa: ARG002 - as views have it
        self.told.append(sentence)

    def complain(self, sentence):
        self.told.append(sentence)


def checked(services):
    view = View()
    presenter = CheckPresenter(services, view)
    presenter.check()
    return presenter, view


def test_a_sound_diary_is_said_to_be_sound_part_by_part(diary, services):
    diary.twitches.log(["calf-left"])
    presenter, view = checked(services)
    assert view.told == ["checking"]
    assert (view.page.title, view.page.text) == ("Your diary is sound", "1 twitch is in it.")
    assert {row.second for row in view.page.rows} == {"Sound"}
    assert (view.page.mends, view.page.damaged, presenter.part) == (False, False, "The backups")


def test_what_does_not_fit_is_named_and_mended_and_looked_at_again(diary, services):
    diary.twitches.log(["calf-left"])
    with closing(sqlite3.connect(diary.path)) as file:
        file.execute("DELETE FROM entry_days")
        file.commit()
    presenter, view = checked(services)
    assert view.page.title == "1 thing was found"
    (found,) = (row for row in view.page.rows if not row.sound)
    assert (found.part, view.page.mends) == ("derived", True)
    presenter.mend()
    assert view.page.sound
    assert "a backup was made before" in " ".join(view.told)
    assert len(diary.backups.list()) == 1
