"""`undo` and `redo`: one step back, or forth again."""

from __future__ import annotations


def test_steps_are_taken_back_and_done_again(run):
    run("log", "calf-left")
    run("none-today", "--day", "yesterday")
    assert run("undo") == "Taken back: No twitches: recorded.\n"
    assert run("undo") == "Taken back: Left calf logged.\n"
    assert run("undo", ends=3) == "There is nothing to undo."
    assert run("redo") == "Done again: Left calf logged.\n"
    run("redo")
    assert run("redo", ends=3) == "There is nothing to redo."


def test_a_step_is_named_in_the_language_of_whoever_takes_it_back(run):
    run("dose", "coffee")
    run("log", "calf-left")
    assert run("--lang", "de", "undo") == "Rückgängig gemacht: Wade links eingetragen.\n"
    assert run("--lang", "de", "undo") == "Rückgängig gemacht: Filterkaffee eingetragen.\n"
    assert run("redo") == "Done again: Filter coffee logged.\n"
