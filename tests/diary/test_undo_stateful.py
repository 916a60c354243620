"""Whatever is done in whatever order: undoing all of it leaves the diary as it was."""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from support.rows import Rows, rows_of
from twitchlog.clock import FixedClock
from twitchlog.diary import Diary, journal
from twitchlog.domain.checkin import Detail
from twitchlog.domain.dose import Effort
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.experiment import Kept, State
from twitchlog.domain.factor import Kind
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.moment import Moment
from twitchlog.domain.profile import PartialDate, Profile
from twitchlog.domain.rest import RestCount, Tap
from twitchlog.domain.symptom import SYMPTOMS, WEEKLY, Said
from twitchlog.domain.treatment import Effect
from twitchlog.domain.twitch import OWN, Strength, Trigger

PLACES = st.lists(st.sampled_from(["calf-left", "calf-right", "tongue", "chin"]), min_size=1)
TRIGGERS = st.lists(
    st.one_of(
        st.sampled_from(["caffeine", "stress"]).map(Trigger),
        st.text(max_size=10).map(lambda words: Trigger(OWN, words)),
    ),
    max_size=3,
)
DURATIONS = st.none() | st.floats(0.1, 86_400)
STRENGTHS = st.none() | st.sampled_from(Strength)
DAYS_AGO = st.integers(0, 3)
_ID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")


def in_order(things):
    """Sort by all but the random ids, so that a run that failed goes the same way again."""
    return sorted(things, key=lambda thing: _ID.sub("", repr(thing)))


class DiaryUndone(RuleBasedStateMachine):
    """A diary that is used at random; `states[n]` are its rows after n steps."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="twitchlog-"))
        zone = ZoneInfo("Europe/Berlin")
        self.clock = FixedClock(Moment.of(datetime(2026, 10, 24, 23, tzinfo=zone)))
        self.diary = Diary.open(self.folder / "diary.sqlite", clock=self.clock)
        self.looked = False
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

    @rule(places=PLACES, triggers=TRIGGERS, strength=STRENGTHS, note=st.text(), ago=DAYS_AGO)
    def log(self, places, triggers, strength, note, ago):
        written = self.diary.twitches.log(
            places,
            moment=self.clock.now().shifted(timedelta(days=-ago)),
            strength=strength,
            triggers=triggers,
            note=note,
        )
        self.done(written.changes.step)

    @precondition(lambda self: self.diary.twitches.count())
    @rule(data=st.data(), places=PLACES, triggers=TRIGGERS, duration=DURATIONS, join=st.booleans())
    def edit(self, data, places, triggers, duration, join):
        entry = data.draw(st.sampled_from(in_order(self.diary.twitches.newest(50))))
        newest = len(self.states) - 1 if join and not self.undone else 0
        with self.diary.reading() as connection:
            step = journal.next_step(connection, redo=False)
        joins = step[0] if newest and step else None
        changed = replace(entry, sites=tuple(places), triggers=tuple(triggers), duration_s=duration)
        written = self.diary.twitches.edit(changed, joins=joins)
        self.done(written.changes.step, joined=joins is not None)

    @precondition(lambda self: self.diary.twitches.count())
    @rule(data=st.data())
    def remove(self, data):
        entries = in_order(self.diary.twitches.newest(50))
        chosen = data.draw(st.lists(st.sampled_from(entries), min_size=1, unique=True))
        self.done(self.diary.twitches.remove(*(entry.id for entry in chosen)).changes.step)

    @precondition(lambda self: self.diary.bin.items())
    @rule(data=st.data())
    def restore(self, data):
        binned = data.draw(st.sampled_from(in_order(self.diary.bin.items())))
        try:
            self.done(self.diary.bin.restore(binned.id).changes.step)
        except NotFound:  # a dose whose medicine lies in the bin too
            assert binned.kind == "intakes"
        except BadInput:  # a trial beside another
            assert binned.kind == "experiments"

    @rule(ago=DAYS_AGO, amount=st.integers(0, 1), data=st.data())
    def check_in(self, ago, amount, data):
        day = self.clock.now().day - timedelta(days=ago)
        known = [each.id for each in self.diary.factors.all()]
        amounts = {name: float(amount) for name in data.draw(st.sets(st.sampled_from(known)))}
        details = {"exercise": Detail(preset="walking", effort=Effort.HARD)}
        saved = self.diary.checkins.save(day, amounts, note="said", diet="soup", details=details)
        self.done(saved.changes.step)

    @rule(factor=st.sampled_from(["caffeine", "exercise"]), amount=st.integers(1, 9), ago=DAYS_AGO)
    def take(self, factor, amount, ago):
        moment = self.clock.now().shifted(timedelta(days=-ago))
        self.done(self.diary.doses.log(factor, amount, moment=moment).changes.step)

    @precondition(lambda self: self.diary.doses.all())
    @rule(data=st.data(), amount=st.integers(1, 9), ago=DAYS_AGO)
    def change_dose(self, data, amount, ago):
        dose = data.draw(st.sampled_from(in_order(self.diary.doses.all())))
        moment = self.clock.now().shifted(timedelta(days=-ago))
        changed = replace(dose, amount=amount, moment=moment, words="more")
        self.done(self.diary.doses.edit(changed).changes.step)

    @precondition(lambda self: self.diary.doses.all())
    @rule(data=st.data())
    def remove_dose(self, data):
        dose = data.draw(st.sampled_from(in_order(self.diary.doses.all())))
        self.done(self.diary.doses.remove(dose.id).changes.step)

    @rule(name=st.uuids().map(lambda name: name.hex), kind=st.sampled_from(Kind))
    def add_factor(self, name, kind):
        self.done(self.diary.factors.add(name, kind).changes.step)

    @rule(data=st.data(), to=st.integers(0, 30), asked=st.booleans())
    def arrange_factors(self, data, to, asked):
        factor = data.draw(st.sampled_from(self.diary.factors.all()))
        self.done(self.diary.factors.move(factor.id, to).changes.step)
        self.done(self.diary.factors.ask(factor.id, asked=asked).changes.step)
        if factor.own:
            self.done(self.diary.factors.remove(factor.id).changes.step)

    @rule(ago=DAYS_AGO, said=st.booleans())
    def none(self, ago, said):
        day = self.clock.now().day - timedelta(days=ago)
        tell = self.diary.checkins.none_today if said else self.diary.checkins.take_back_none
        self.done(tell(day).changes.step)

    @rule(ago=DAYS_AGO)
    def forget_check_in(self, ago):
        day = self.clock.now().day - timedelta(days=ago)
        self.done(self.diary.checkins.remove(day).changes.step)

    @rule(kind=st.sampled_from(list(SYMPTOMS)[:2]), present=st.booleans(), ago=DAYS_AGO)
    def answer(self, kind, present, ago):
        day = self.clock.now().day - timedelta(days=ago)
        self.done(self.diary.symptoms.answer(kind, present=present, day=day).changes.step)

    @rule(present=st.booleans())
    def check_week(self, present):
        said = dict.fromkeys(WEEKLY, Said(present=present, sites=("calf-left",)))
        self.done(self.diary.symptoms.answer_week(said).changes.step)
        self.done(self.diary.weekly.put_off().changes.step)

    @rule(taps=st.lists(st.integers(0, 60_000), max_size=4), data=st.data())
    def count_at_rest(self, taps, data):
        room, now = self.diary.rest, self.clock.now()
        fresh = RestCount(now, 60.0, tuple(Tap(each, "chin") for each in taps))
        held = data.draw(st.sampled_from([fresh, *in_order(room.all())]))
        if held is fresh:
            self.done(room.save(fresh).changes.step)
        elif data.draw(st.booleans()):
            self.done(room.edit(replace(held, taps=fresh.taps)).changes.step)
        else:
            self.done(room.remove(held.id).changes.step)

    @rule(name=st.text(max_size=20), questions=st.lists(st.text(max_size=20), max_size=2))
    def introduce(self, name, questions):
        said = Profile(name=name, questions=tuple(questions))
        self.done(self.diary.profile.save(said).changes.step)

    @rule(name=st.sampled_from(["Aspirin", "Furosemide"]), amount=st.none() | st.floats(0.1, 900))
    def begin_medicine(self, name, amount):
        dose = Dose(amount, "mg", "once")
        self.done(self.diary.medications.add(name, dose=dose).changes.step)

    @precondition(lambda self: self.diary.medications.all())
    @rule(data=st.data(), amount=st.floats(0.1, 900), kind=st.sampled_from(IntakeKind))
    def use_medicine(self, data, amount, kind):
        room, today = self.diary.medications, PartialDate.of(self.clock.now().day)
        chosen = data.draw(st.sampled_from(in_order(room.all())))
        acts = [
            lambda: room.change_dose(chosen.id, today, Dose(amount, "mg")),
            lambda: room.take(chosen.id, kind, amount=amount),
            lambda: room.stop(chosen.id, today),
            lambda: room.resume(chosen.id),
            lambda: room.edit(replace(chosen, treats=not chosen.treats)),
            lambda: room.remove(chosen.id),
        ]
        acts += [lambda: room.remove_change(chosen.id, in_order(chosen.changes)[0].id)] * len(
            chosen.changes
        )
        acts += [lambda: room.remove_intake(in_order(chosen.intakes)[0].id)] * len(chosen.intakes)
        self.done(data.draw(st.sampled_from(acts))().changes.step)

    @rule(kind=st.sampled_from(["rest", "massage"]), effect=st.none() | st.sampled_from(Effect))
    def treat(self, kind, effect):
        room = self.diary.treatments
        held = next((each for each in room.all() if each.kind == kind), None)
        if held is None:
            self.done(room.add(kind, effect=effect).changes.step)
        elif held.effect == effect:
            self.done(room.remove(held.id).changes.step)
        else:
            self.done(room.edit(replace(held, effect=effect)).changes.step)

    @rule(kept=st.none() | st.sampled_from(Kept), act=st.sampled_from(["stop", "remove", "none"]))
    def try_a_habit(self, kept, act):
        room, today = self.diary.experiments, self.clock.now().day
        held = room.current(today)
        if held is None:
            self.done(room.start("caffeine", on="Usual", off="None", first=today).changes.step)
            return
        if act == "remove" and held.state(today) is State.RUNNING:
            with pytest.raises(BadInput, match="Stop it first"):
                room.remove(held.id)
        elif act != "none":
            self.done((room.stop if act == "stop" else room.remove)(held.id).changes.step)
        elif held.first <= today:
            self.done(room.answer(held.id, today, kept).changes.step)

    @rule(factor=st.sampled_from(["caffeine", "sleep"]), act=st.integers(0, 3))
    def choose_what_to_look_at(self, factor, act):
        room = self.diary.trigger_choices
        if act == 0:
            room.looked(self.clock.now().day)
            self.looked = True
        elif act == 1:
            self.done(room.leave_out(["cold", "water"]).changes.step)
        elif act == 2:
            self.done(room.name_suspect(factor).changes.step)
        else:
            self.done(room.take_back_suspect().changes.step)

    @rule()
    def start_or_stop(self):
        if self.diary.timer.running() is None:
            self.done(self.diary.timer.start().changes.step)
        else:
            self.done(self.diary.timer.stop(["calf-left"]).changes.step)

    @rule(minutes=st.integers(1, 300))
    def wait(self, minutes):
        self.clock.moment = self.clock.moment.shifted(timedelta(minutes=minutes))

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
