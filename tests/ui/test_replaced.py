"""Another file has come in the place of the open diary: the window goes on with it, if wanted."""

from __future__ import annotations

import pytest

from support.inside import Inside
from twitchlog.diary import Diary


@pytest.fixture
def program(tmp_path, clock):
    """The program on a diary of one entry; another of two lies beside it, to take its place."""
    path, other = tmp_path / "diary.sqlite", tmp_path / "another.sqlite"
    with Diary.open(other, clock=clock) as diary:
        diary.twitches.log(["tongue"])
        diary.twitches.log(["chin"])
    with Inside(path, clock=clock) as program:
        program.diary.twitches.log(["calf-left"])
        yield program


def replace(program):
    path = program.diary.path
    path.with_name("another.sqlite").replace(path)


def all_of(program):
    return [each for each in program.program.root.walk() if hasattr(each, "text")]


def texts(program):
    return " ".join(str(each.text) for each in all_of(program))


def press(program, words):
    (button, *_more) = [each for each in all_of(program) if each.text == words]
    program.touch(button)


def widget(program, key):
    return next(each for each in program.program.root.walk() if getattr(each, "key", "") == key)


def test_what_was_typed_stays_and_is_saved_in_the_new_file(program):
    program.program._ways.open_treatments()
    program.settle()
    program.tap("treatments.add")
    program.tap("treatment.form.kind.stretching")
    widget(program, "treatment.form.note").text = "twice a week"
    replace(program)
    program.tap("treatment.form.save")
    assert "was replaced" in texts(program)
    press(program, "Open the new file")
    assert widget(program, "treatment.form.note").text == "twice a week"
    program.tap("treatment.form.save")
    assert [each.note for each in program.diary.treatments.all()] == ["twice a week"]
    assert program.diary.twitches.count() == 2
    assert [each.entries for each in program.diary.backups.list()] == [1]


def test_it_is_noticed_while_nobody_types_asked_once_and_can_wait(program):
    replace(program)
    program.program.elsewhere.look()
    program.settle()
    assert "was replaced" in texts(program)
    press(program, "Not now")
    program.program.elsewhere.look()
    program.settle()
    assert not program.shell.open_layers
    program.tap("today.tile.*")
    press(program, "Open the new file")
    assert "the new file" in program.see("snackbar").text
    assert program.diary.twitches.count() == 2


def test_a_file_that_is_no_diary_is_said_as_at_the_start(program):
    program.diary.path.with_name("another.sqlite").write_bytes(b"not a diary" * 500)
    replace(program)
    program.program.elsewhere.look()
    program.settle()
    press(program, "Open the new file")
    assert program.program.state in {"failed", "asks"}
