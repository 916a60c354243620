"""The main journey: log, edit, undo, crash, find everything again, look, take a page away."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from support.program import ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.screen import Screen

ANSWERS = (
    r"1 Since when\s+\d+ \w+ \d{4}, the first entry in this diary",
    r"2 How long\s+60 s \(all that were recorded\)\. 2 of 3 without a\s+duration",
    r"3 How often\s+On 1 of 1 logged day\. Most entries on a day:\s+3",
    r"4 Where\s+.*1 of 3 entries",
    r"5 Same place\?\s+Too early to tell: 3 places in 3 entries",
    r"6 Pregnant\?\s+Not recorded yet",
    r"7 Other\s+Not recorded yet",
)


@pytest.fixture
def program(screen: Screen, tmp_path: Path) -> Iterator[Program]:
    with Program(screen, tmp_path / "home", diary=tmp_path / "diary.sqlite") as running:
        yield running


def rows(program: Program, query: str, *values: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(f"{program.diary.as_uri()}?mode=ro", uri=True)) as file:
        return file.execute(query, values).fetchall()


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
    program.wait_for("sheet.find")
    program.type("tongue")
    program.wait_for("sheet.found.tongue")
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
    program.tap("sheet.strength:4")
    program.wait_until(
        lambda: rows(program, "SELECT 1 FROM twitches WHERE id=? AND strength=4", calf),
        "the strength is saved",
    )

    # Remove it, and take that back.
    program.tap("sheet.remove")
    until_entries(program, 2)
    program.tap("snack:Undo")
    until_entries(program, 3)

    # A crash loses nothing.
    program.kill()
    program.start()
    program.wait_for(f"today.row.{calf}")
    assert entries(program) == 3
    assert rows(program, "PRAGMA integrity_check") == [("ok",)]
    for site in ("calf-left", "eyelid-right", "tongue"):
        program.wait_for(f"today.row.{_id_at(program, site)}")
    strengths = rows(program, "SELECT strength FROM twitches WHERE id=?", calf)
    assert strengths == [(4,)]

    program.tap("tab:patterns")
    program.wait_for_text("3 places")

    program.tap("tab:visit")
    program.tap("visit.save")
    documents = program.home / "Documents"
    pdf = program.wait_until(
        lambda: next(iter(documents.glob("muscle-*.pdf")), None), "the page is saved"
    )
    said = page_text(pdf).replace("\N{NO-BREAK SPACE}", " ")
    for answer in ANSWERS:
        assert re.search(answer, said), f"{answer} is not in\n{said}"
    assert program.close() == 0


def _id_at(program: Program, site: str) -> str:
    found = rows(program, "SELECT twitch_id FROM twitch_sites WHERE site=?", site)
    return str(found[0][0])


def test_a_second_start_says_that_the_diary_is_open_and_brings_its_window_forward(
    program: Program,
) -> None:
    program.start()
    second = subprocess.run(
        [sys.executable, ROOT / "main.py", "--diary", program.diary],
        env=os.environ | program.screen.surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert second.returncode == 4
    assert "is open in another window" in second.stderr
    asked = program.diary.with_name(f"{program.diary.name}.raise")
    program.wait_until(lambda: not asked.exists(), "the first window has heard of it")
    program.tap("today.tile.calf-left")
    until_entries(program, 1)


def test_a_timer_goes_on_from_its_start_after_a_crash(program: Program) -> None:
    program.start()
    program.tap("today.tile.calf-left")
    until_entries(program, 1)
    program.key("ctrl+2", "ctrl+1")
    program.tap("today.timer")
    program.wait_until(lambda: rows(program, "SELECT 1 FROM timer"), "the start is on the disk")
    started = rows(program, "SELECT utc_ms FROM timer")
    program.kill()
    program.start()
    program.tap("timer.bar")
    program.tap("timer.stop")
    program.tap("sheet.site.calf-left")
    until_entries(program, 2)
    logged = rows(program, "SELECT utc_ms FROM twitches ORDER BY utc_ms DESC LIMIT 1")
    assert logged == started
