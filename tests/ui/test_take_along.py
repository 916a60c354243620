"""Taking the diary along, from the settings to the file."""

from __future__ import annotations

import json

import pytest

from support.inside import Inside
from twitchlog.diary import Diary


@pytest.fixture(params=[(412, 892), (1280, 800)], ids=["phone", "wide"])
def program(request, tmp_path, clock):
    path = tmp_path / "mine" / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"], note="after tea")
    with Inside(path, clock=clock, size=request.param) as inside:
        inside.touch(inside.see("today.settings") or inside.see("rail.settings"))
        row = next(
            each
            for each in inside.shell.walk(restrict=True)
            if getattr(each, "key", "") == "settings.take-along"
        )
        row.dispatch("on_release")
        inside.settle()
        yield inside


def save_to(program, key, folder):
    """Tap a button, go to `folder` on the page that asks, and save there."""
    program.tap(key)
    program.shell.page.go(folder)
    program.settle()
    program.tap("folders.save")


def test_the_whole_diary_is_saved_where_the_person_says(program, tmp_path):
    save_to(program, "along.whole", tmp_path)
    save_to(program, "along.whole", tmp_path)
    first, second = sorted(tmp_path.glob("TwitchLog*.json"))
    assert (first.name, second.name) == (
        "TwitchLog 2026-06-18 (2).json",
        "TwitchLog 2026-06-18.json",
    )
    notes = [row["note"] for row in json.loads(second.read_text())["tables"]["twitches"]]
    assert notes == ["after tea"]
    assert program.shell.snackbar is not None


def test_tables_for_a_spreadsheet_are_saved(program, tmp_path):
    save_to(program, "along.tables", tmp_path)
    assert (tmp_path / "TwitchLog 2026-06-18" / "days.csv").exists()


def test_a_folder_that_cannot_be_written_is_said_and_the_buttons_work_again(program, tmp_path):
    page = program.shell.page
    (tmp_path / "file").touch()
    page.presenter.save_whole(tmp_path / "file")
    program.settle()
    assert "Your diary is safe" in program.shell.snackbar.text
    assert not any(button.disabled for button in page._buttons)
