"""The main journey: log, edit, undo, crash, find everything again, look, take a page away."""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from support.program import Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.screen import Screen

QUESTIONS = (
    "1 Since when",
    "2 How long",
    "3 How often",
    "4 Where",
    "5 Same place?",
    "6 Pregnant?",
    "7 Other",
)


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    with Program(screen, tmp_path / "home", diary=tmp_path / "diary.sqlite") as running:
        yield running


def rows(program: Program, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{program.diary.as_uri()}?mode=ro", uri=True)) as file:
        return file.execute(query).fetchall()


def entries(program: Program) -> int:
    return int(str(rows(program, "SELECT count(*) FROM twitches")[0][0]))


def until_entries(program: Program, count: int) -> None:
    program.wait_until(lambda: entries(program) == count, f"{count} entries are on the disk")


def page_text(pdf: Path) -> str:
    command = ["pdftotext", "-layout", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_what_was_logged_survives_a_crash_and_reaches_the_page_for_the_doctor(
    program: Program,
) -> None:
    program.start()

    # One tap each for the first two, the keyboard for the third.
    program.tap("today.tile.calf-left")
    until_entries(program, 1)
    program.tap("today.tile.eyelid-right")
    until_entries(program, 2)
    program.key("ctrl+n")
    program.tap("sheet.search")
    program.wait_for("sheet.search-field")
    program.type("tongue")
    program.wait_for("sheet.site.tongue")
    program.key("Return")
    until_entries(program, 3)
    program.tap("sheet.duration.60")
    program.wait_until(
        lambda: rows(program, "SELECT 1 FROM twitches WHERE duration_s = 60"), "a minute is saved"
    )
    program.tap("sheet.done")

    # Edit one: how strong the twitch of the left calf was.
    calf = _id_at(program, "calf-left")
    program.tap(f"today.row.{calf}")
    program.tap("sheet.strength.4")
    program.wait_until(
        lambda: rows(program, f"SELECT 1 FROM twitches WHERE id='{calf}' AND strength=4"),
        "the strength is saved",
    )

    # Remove it, and take that back.
    program.tap("sheet.remove")
    until_entries(program, 2)
    program.tap("snack.action.undo")
    until_entries(program, 3)

    # A crash loses nothing.
    program.kill()
    program.start()
    program.wait_for(f"today.row.{calf}")
    assert entries(program) == 3
    assert rows(program, "PRAGMA integrity_check") == [("ok",)]
    for site in ("calf-left", "eyelid-right", "tongue"):
        program.wait_for(f"today.row.{_id_at(program, site)}")
    strengths = rows(program, f"SELECT strength FROM twitches WHERE id='{calf}'")
    assert strengths == [(4,)]

    program.tap("tab:patterns")
    program.wait_for_text("3 twitches")

    program.tap("tab:visit")
    program.tap("visit.save")
    documents = program.home / "Documents"
    pdf = program.wait_until(lambda: next(iter(documents.glob("*.pdf")), None), "the page is saved")
    said = page_text(pdf)
    for question in QUESTIONS:
        assert question in said
    assert "Left calf: 1 of 3 entries" in said or "1 of 3 entries" in said
    assert "Not recorded yet" in said
    assert program.close() == 0


def _id_at(program: Program, site: str) -> str:
    found = rows(program, f"SELECT twitch_id FROM twitch_sites WHERE site='{site}'")
    return str(found[0][0])
