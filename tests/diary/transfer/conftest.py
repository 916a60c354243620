"""What the tests of taking the diary along share: diaries with something of every kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from twitchlog.diary import Diary, tables
from twitchlog.diary.example import fill
from twitchlog.diary.transfer import document
from twitchlog.domain.experiment import Kept
from twitchlog.domain.factor import Kind
from twitchlog.domain.medication import IntakeKind
from twitchlog.domain.twitch import OWN, Activity, Pattern, Relief, Seen

DATA = Path(__file__).parent.parent.parent / "data"


@pytest.fixture
def other(tmp_path, clock):
    """A second diary, empty, to bring things into."""
    with Diary.open(tmp_path / "other" / "diary.sqlite", clock=clock) as opened:
        yield opened
        opened.changed = False


@pytest.fixture
def old(tmp_path, clock):
    """A diary with entries of every kind there was at its time, some removed."""
    path = tmp_path / "old" / "diary.sqlite"
    path.parent.mkdir()
    shutil.copy(DATA / f"diary-{tables.REVISION}.sqlite", path)
    with Diary.open(path, clock=clock) as opened:
        yield opened
        opened.changed = False


@pytest.fixture
def whole(diary, clock):
    """A diary that holds something of every kind."""
    fill(diary, days=14, seed=3, until=clock.now().day)
    full = diary.twitches.log(
        ["chin"],
        pattern=Pattern.SINGLE,
        seen=Seen.FELT,
        activity=Activity.REST,
        reliefs=[Relief("warmth"), Relief(OWN, "cold bath")],
    ).value
    diary.medications.take(diary.medications.all()[0].id, IntakeKind.EXTRA)
    diary.factors.add("Garlic", Kind.AMOUNT, unit="g")
    diary.timer.start("chin")
    today, room = clock.now().day, diary.experiments
    stopped = room.start("sleep", on="Eight hours", off="Nine hours", first=today).value
    room.stop(stopped.id, why="Too much to do")
    running = room.start("caffeine", on="As usual", off="No coffee", first=today).value
    room.answer(running.id, today, Kept.PARTLY)
    diary.trigger_choices.leave_out(["cold"])
    diary.trigger_choices.name_suspect("caffeine")
    diary.trigger_choices.looked(today)
    diary.twitches.remove(next(each.id for each in diary.twitches.newest(9) if each != full))
    return diary


@pytest.fixture
def whole_document(whole, tmp_path) -> str:
    path = tmp_path / "whole.json"
    document.save(whole, path)
    return path.read_text()
