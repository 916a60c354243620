"""Whatever is done in whatever order: undoing all of it leaves the diary as it was."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from support.rows import Rows, rows_of
from support.used_at_random import PLACES, TRIGGERS, UsedAtRandom, in_order
from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.moment import Moment

DURATIONS = st.none() | st.floats(0.1, 86_400)


class DiaryUndone(UsedAtRandom):
    """A diary that is used at random; `states[n]` are its rows after n steps."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="twitchlog-"))
        zone = ZoneInfo("Europe/Berlin")
        self.clock = FixedClock(Moment.of(datetime(2026, 10, 24, 23, tzinfo=zone)))
        self.diary = Diary.open(self.folder / "diary.sqlite", clock=self.clock)
        self.states: list[Rows] = [self.rows()]
        self.undone = 0

    def teardown(self) -> None:
        self.undo_everything_and_do_it_again()
        self.diary.changed = False
        self.diary.close()
        shutil.rmtree(self.folder)

    def rows(self) -> Rows:
        rows = rows_of(self.diary.path)
        # A first look is remembered for ever, and is no step.
        choices = rows["trigger_choices"]
        assert self.looked == any(row[0] == "first_looked" for row in choices)
        return rows | {"trigger_choices": [row for row in choices if row[0] != "first_looked"]}

    def done(self, step: int | None, *, joined: bool = False) -> None:
        """Take note of the rows after a step; one that changed nothing is none."""
        if step is None:
            return
        del self.states[len(self.states) - self.undone :]
        self.undone = 0
        if joined:
            self.states[-1] = self.rows()
        else:
            self.states.append(self.rows())

    @precondition(lambda self: self.diary.twitches.count())
    @rule(data=st.data(), places=PLACES, triggers=TRIGGERS, duration=DURATIONS, join=st.booleans())
    def edit(self, data, places, triggers, duration, join):
        entry = data.draw(st.sampled_from(in_order(self.diary.twitches.newest(50))))
        newest = len(self.states) - 1 if join and not self.undone else 0
        joins = self.diary.next_undo_number() if newest else None
        changed = replace(entry, sites=tuple(places), triggers=tuple(triggers), duration_s=duration)
        written = self.diary.twitches.edit(changed, joins=joins)
        self.done(written.changes.step, joined=joins is not None)

    @precondition(lambda self: len(self.states) - self.undone > 1)
    @rule()
    def undo(self):
        self.diary.undo()
        self.undone += 1

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        self.diary.redo()
        self.undone -= 1

    @invariant()
    def the_diary_stands_where_the_steps_say(self):
        assert self.rows() == self.states[len(self.states) - 1 - self.undone]
        assert (self.diary.next_redo() is not None) == bool(self.undone)

    @invariant()
    def what_is_kept_of_places_and_days_is_what_the_entries_say(self):
        with closing(sqlite3.connect(self.diary.path)) as file:
            added_up = file.execute(
                "SELECT local_day, site, count(*) FROM twitch_sites"
                " JOIN twitches ON id = twitch_id GROUP BY 1, 2 ORDER BY 1, 2"
            ).fetchall()
            kept = file.execute("SELECT * FROM site_days WHERE site <> '' ORDER BY 1, 2").fetchall()
            by_day = file.execute(
                "SELECT local_day, count(*) FROM twitches GROUP BY 1 ORDER BY 1"
            ).fetchall()
            days_kept = file.execute("SELECT * FROM entry_days ORDER BY 1").fetchall()
        assert (kept, days_kept) == (added_up, by_day)

    def undo_everything_and_do_it_again(self):
        end = self.rows()
        before = self.undone
        while self.diary.next_undo():
            self.diary.undo()
        assert self.rows() == self.states[0]
        while self.diary.next_redo():
            self.diary.redo()
        for _n in range(before):
            self.diary.undo()
        assert self.rows() == end


DiaryUndone.TestCase.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
TestDiaryUndone = DiaryUndone.TestCase
