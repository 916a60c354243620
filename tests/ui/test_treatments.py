"""Treatments in a real window: added, changed, stopped, removed."""

from __future__ import annotations

import pytest

from support.inside import Inside
from twitchlog.diary import Diary
from twitchlog.domain.treatment import OWN, Effect


@pytest.fixture
def program(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"])
    with Inside(path, clock=clock, text_scale=1.5) as opened:
        opened.program._ways.open_treatments()
        opened.settle()
        yield opened


def treatments(program):
    return program.program._services.diary.treatments.all()


def choose(program, key):
    """Tap a chip of the form, wherever the form is scrolled to."""
    form = program.shell.open_layers[-1]
    chip = next(it for it in form.walk(restrict=True) if getattr(it, "key", "") == key)
    chip.activate()
    program.settle()


def test_a_treatment_is_added_stopped_and_removed(program):
    program.tap("empty:button")
    choose(program, f"treatment.form.kind.{OWN}")
    choose(program, f"treatment.form.effect.{Effect.LITTLE}")
    program.tap("treatment.form.save")
    assert treatments(program) == ()  # without words the form stays open
    form = program.shell.open_layers[-1]
    words = next(it for it in form.walk() if getattr(it, "key", "") == "treatment.form.words")
    words.text = "Hot bath"
    program.tap("treatment.form.save")
    (made,) = treatments(program)
    assert (made.name, made.effect) == ("Hot bath", Effect.LITTLE)
    program.tap("treatments.row.*")
    choose(program, "treatment.form.stop")
    program.tap("stop.form.save")
    assert treatments(program)[0].stopped is not None
    program.tap("treatments.row.*")
    choose(program, "treatment.form.remove")
    assert treatments(program) == ()
    program.tap("snack:Undo")
    assert len(treatments(program)) == 1
