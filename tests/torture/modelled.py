"""Log, edit, remove, bring back, erase, undo and redo in any order, against a plain model."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.errors import ChangedMeanwhile, NothingToUndo
from twitchlog.domain.moment import Moment

THERE: Final = "there"
IN_BIN: Final = "in the bin"
Place = tuple[str, str] | None
"""Where an entry is, and its note; None where there is no such entry."""


@dataclass(slots=True)
class Step:
    """What one step changed: of each entry, what was before and what is after."""

    changed: dict[str, tuple[Place, Place]]
    undone: bool = False


class Modelled(RuleBasedStateMachine):
    """A diary, and beside it what every entry is and which steps there are."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="twitchlog-"))
        moment = Moment.of(datetime(2026, 10, 24, 23, tzinfo=ZoneInfo("Europe/Berlin")))
        self.diary = Diary.open(self.folder / "diary.sqlite", clock=FixedClock(moment))
        self.held: dict[str, Place] = {}
        self.steps: list[Step] = []
        self.erased: list[str] = []
        self.notes = 0

    def teardown(self) -> None:
        self.diary.changed = False
        self.diary.close()
        shutil.rmtree(self.folder)

    def fresh(self) -> str:
        self.notes += 1
        return f"word{self.notes:04}word"

    def of(self, where: str) -> list[str]:
        """Return the entries that are there, or in the bin, the oldest first."""
        return [key for key, place in self.held.items() if place and place[0] == where]

    def done(self, **after: Place) -> None:
        self.steps = [step for step in self.steps if not step.undone]
        self.steps.append(Step({key: (self.held.get(key), place) for key, place in after.items()}))
        self.held |= after

    @rule()
    def log(self):
        note = self.fresh()
        made = self.diary.twitches.log(["calf-left"], note=note)
        self.done(**{made.value.id: (THERE, note)})

    @precondition(lambda self: self.of(THERE))
    @rule(data=st.data())
    def edit(self, data):
        entry, note = self.of(THERE)[data.draw(self.index(THERE))], self.fresh()
        self.diary.twitches.edit(replace(self.diary.twitches.get(entry), note=note))
        self.done(**{entry: (THERE, note)})

    @precondition(lambda self: self.of(THERE))
    @rule(data=st.data())
    def remove(self, data):
        chosen = data.draw(st.sets(self.index(THERE), min_size=1, max_size=3))
        entries = [self.of(THERE)[number] for number in sorted(chosen)]
        self.diary.twitches.remove(*entries)
        self.done(**{entry: (IN_BIN, self.held[entry][1]) for entry in entries})

    @precondition(lambda self: self.of(IN_BIN))
    @rule(data=st.data())
    def bring_back(self, data):
        entry = self.of(IN_BIN)[data.draw(self.index(IN_BIN))]
        self.diary.bin.restore(entry)
        self.done(**{entry: (THERE, self.held[entry][1])})

    @precondition(lambda self: self.of(IN_BIN))
    @rule(data=st.data())
    def erase(self, data):
        chosen = data.draw(st.sets(self.index(IN_BIN), min_size=1, max_size=2))
        entries = {self.of(IN_BIN)[number] for number in chosen}
        self.diary.bin.erase(*sorted(entries))
        gone = [step for step in self.steps if entries & set(step.changed)]
        for entry in entries:
            self.erased += [
                place[1] for step in gone for place in step.changed.get(entry, ()) if place
            ]
            del self.held[entry]
        self.steps = [step for step in self.steps if step not in gone]

    @rule()
    def undo(self):
        self.turn(redo=False)

    @rule()
    def redo(self):
        self.turn(redo=True)

    def turn(self, *, redo):
        waiting = [step for step in self.steps if step.undone is redo]
        act = self.diary.redo if redo else self.diary.undo
        if not waiting:
            with pytest.raises(NothingToUndo):
                act()
            return
        step = waiting[0 if redo else -1]
        wanted = {key: sides if redo else sides[::-1] for key, sides in step.changed.items()}
        if any(self.held.get(key) != was for key, (was, _becomes) in wanted.items()):
            with pytest.raises(ChangedMeanwhile):
                act()
            self.steps = [each for each in self.steps if each is not step]
            return
        act()
        self.held |= {key: becomes for key, (_was, becomes) in wanted.items()}
        step.undone = not redo

    def index(self, where: str) -> st.SearchStrategy[int]:
        return st.integers(0, len(self.of(where)) - 1)

    @invariant()
    def the_diary_and_the_bin_hold_what_the_model_holds(self):
        there = {each.id: each.note for each in self.diary.twitches.newest()}
        assert there == {key: self.held[key][1] for key in self.of(THERE)}
        assert {each.id for each in self.diary.bin.items()} == set(self.of(IN_BIN))
        assert (self.diary.next_undo() is not None) == any(not step.undone for step in self.steps)
        assert (self.diary.next_redo() is not None) == any(step.undone for step in self.steps)

    @precondition(lambda self: self.erased)
    @invariant()
    def what_was_erased_is_in_no_file(self):
        whole = b"".join(file.read_bytes() for file in self.folder.iterdir() if file.is_file())
        assert not [note for note in self.erased if note.encode() in whole]
