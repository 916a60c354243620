"""A diary that is used at random, by everything a person can do in it but editing an entry."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from twitchlog.domain.checkin import Detail
from twitchlog.domain.dose import Effort
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.experiment import Kept, State
from twitchlog.domain.factor import Kind
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.profile import PartialDate, Profile
from twitchlog.domain.rest import RestCount, Tap
from twitchlog.domain.symptom import SYMPTOMS, WEEKLY, Said
from twitchlog.domain.treatment import Effect
from twitchlog.domain.twitch import OWN, Strength, Trigger

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary

PLACES = st.lists(st.sampled_from(["calf-left", "calf-right", "tongue", "chin"]), min_size=1)
TRIGGERS = st.lists(
    st.one_of(
        st.sampled_from(["caffeine", "stress"]).map(Trigger),
        st.text(max_size=10).map(lambda words: Trigger(OWN, words)),
    ),
    max_size=3,
)
STRENGTHS = st.none() | st.sampled_from(Strength)
DAYS_AGO = st.integers(0, 3)
_ID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")


def in_order(things):
    """Sort by all but the random ids, so that a run that failed goes the same way again."""
    return sorted(things, key=lambda thing: _ID.sub("", repr(thing)))


class UsedAtRandom(RuleBasedStateMachine):
    """Things a person does in a diary, in any order; `done` hears of every step."""

    diary: Diary
    clock: FixedClock
    looked = False

    def done(self, step: int | None) -> None:
        """Take note of a step; None stands for one that changed nothing."""
        raise NotImplementedError

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
