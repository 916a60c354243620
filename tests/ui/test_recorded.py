"""The page *What the check-in asks* in a real window."""

from __future__ import annotations

import pytest

from support.inside import Inside
from twitchlog.diary import Diary


@pytest.fixture
def program(path, clock):
    with Inside(path, clock=clock) as opened:
        opened.tap("today.settings")
        tap(opened, "settings.recorded")
        yield opened


def tap(program, key):
    """Touch a widget, wherever it is scrolled to and whatever snackbar lies over it."""
    if program.shell.snackbar is not None:
        program.shell.snackbar.close()
        program.settle()
    widget = next(each for each in program.shell.walk(restrict=True)
                  if getattr(each, "key", "") == key)  # fmt: skip
    parent = widget.parent
    while parent is not None and not hasattr(parent, "scroll_to"):
        parent = parent.parent
    if parent is not None:
        parent.scroll_to(widget, animate=False)
        program.settle()
    program.tap(key)


def factors(path):
    with Diary.open(path) as diary:
        return diary.factors.all()


def test_a_thing_of_ones_own_is_added_and_asked_in_the_evening(program, path):
    tap(program, "recorded.add")
    program.see("recorded.form.name").text = "Mood"
    tap(program, "recorded.form.kind.scale")
    program.tap("recorded.form.save")
    own = factors(path)[-1]
    assert (own.label, own.kind, own.asked) == ("Mood", "scale", True)
    while program.shell.close_top():
        program.settle()
    tap(program, f"today.{own.id}.7")
    tap(program, "today.checkin.save")
    with Diary.open(path) as diary:
        day = diary.twitches.newest(1)[0].moment.day
        assert dict(diary.checkins.get(day).amounts) == {own.id: 7}


def test_arrows_switch_and_hiding_act_at_once_and_are_undone(program, path):
    tap(program, "recorded.stress.down")
    assert [each.id for each in factors(path) if each.asked][:3] == ["sleep", "caffeine", "stress"]
    tap(program, "recorded.water.asked")
    assert next(each for each in factors(path) if each.id == "water").asked
    program.tap("snack:Undo")
    assert not next(each for each in factors(path) if each.id == "water").asked
    tap(program, "recorded.cold")
    tap(program, "recorded.form.place.hidden")
    program.tap("recorded.form.save")
    assert not next(each for each in factors(path) if each.id == "cold").shown
    tap(program, "recorded.cold.show")
    assert next(each for each in factors(path) if each.id == "cold").shown
