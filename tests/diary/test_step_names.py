"""A step that was made in one language is shown in that of whoever looks at it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from twitchlog.diary import Diary, address, tables
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.condition import Condition
from twitchlog.domain.experiment import Kept
from twitchlog.domain.factor import Kind
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.page_sections import Section
from twitchlog.domain.profile import PartialDate, Profile
from twitchlog.domain.rest import RestCount, Tap
from twitchlog.domain.symptom import WEEKLY, Said
from twitchlog.translation import speaking


def everything(diary, folder):
    """Take a step of each kind there is, one after the other."""
    now = diary.clock.now()
    today, since = now.day, PartialDate.of(now.day)
    calf = diary.twitches.log(["calf-left", "eyelid-right"]).value
    yield
    diary.twitches.edit(replace(calf, sites=("tongue",)))
    yield
    photo = folder / "calf {n}.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(16))
    added = diary.attachments.add("twitches", calf.id, photo).value
    yield
    diary.attachments.remove(added.id)
    yield
    diary.twitches.remove(calf.id)
    yield
    diary.bin.restore(calf.id)
    yield
    diary.twitches.remove(calf.id, diary.twitches.log(["chin"]).value.id)
    yield
    diary.timer.start()
    yield
    diary.timer.change(site="chin", strength=None)
    yield
    diary.timer.stop(["chin"])
    yield
    diary.timer.start()
    diary.timer.throw_away()
    yield
    yield from of_the_day(diary, today)
    yield from of_care(diary, since)
    yield from of_trials(diary, today)


def of_the_day(diary, today):
    room = diary.doses
    for factor, amount, preset in (("caffeine", 95, ""), ("exercise", 30, "walking")):
        dose = room.log(factor, amount, preset=preset).value
        yield
        room.edit(replace(dose, amount=1.5))
        yield
        room.remove(dose.id)
        yield
        diary.bin.restore(dose.id)
        yield
    room.remove(*(each.id for each in room.all()))
    yield
    checkins = diary.checkins
    for act in (
        checkins.none_today,
        lambda: checkins.take_back_none(today),
        lambda: checkins.save(today, {"sleep": 7}),
        lambda: checkins.remove(today),
        lambda: diary.symptoms.answer("weakness", present=True),
        lambda: diary.symptoms.answer_week(dict.fromkeys(WEEKLY, Said(present=False))),
        lambda: diary.symptoms.answer_some({"weakness": Said(present=False)}),
        lambda: diary.symptoms.remove(diary.symptoms.all()[0].id),
        diary.weekly.put_off,
        lambda: diary.profile.save(Profile(name="{me}")),
        lambda: diary.preferences.end_day_at(240),
        lambda: diary.preferences.end_day_at(0),
        lambda: diary.preferences.leave_out({Section.TRIGGERS}),
        lambda: diary.trigger_choices.leave_out(["cold"]),
        lambda: diary.trigger_choices.name_suspect("caffeine"),
        diary.trigger_choices.take_back_suspect,
    ):
        act()
        yield
    factors = diary.factors
    for act in (
        lambda: factors.ask("stress", asked=False),
        lambda: factors.ask("stress", asked=True),
        lambda: factors.show("stress", shown=False),
        lambda: factors.show("stress", shown=True),
        lambda: factors.move("stress", 0),
        lambda: factors.edit(replace(factors.get("stress"), asked=False)),
        lambda: factors.add("Sauna {n}", Kind.YES_NO),
        lambda: factors.remove(factors.find("Sauna {n}").id),
    ):
        act()
        yield
    rest = diary.rest
    count = rest.save(RestCount(diary.clock.now(), 60.0, (Tap(5, "chin"),))).value
    yield
    rest.edit(replace(count, taps=()))
    yield
    rest.remove(count.id)
    yield
    diary.bin.restore(count.id)
    yield


def back_again(diary, room, thing):
    """Keep a thing, remove it, and bring it back: three steps."""
    kept = room.save(thing).value
    yield
    room.remove(kept.id)
    yield
    diary.bin.restore(kept.id)
    yield


def of_care(diary, since):
    room = diary.medications
    mine = room.add("Sertraline").value
    yield
    change = room.change_dose(mine.id, since, Dose(50, "mg")).value.changes[0]
    yield
    room.remove_change(mine.id, change.id)
    yield
    taken = [room.take(mine.id, kind).value for kind in IntakeKind]
    yield
    room.edit_intake(replace(taken[0], note="after lunch"))
    yield
    room.remove_intake(taken[0].id)
    yield
    diary.bin.restore(taken[0].id)
    yield
    for act in (
        lambda: room.edit(replace(room.get(mine.id), note="x")),
        lambda: room.stop(mine.id, since),
        lambda: room.resume(mine.id),
        lambda: room.remove(mine.id),
    ):
        act()
        yield
    tried = diary.treatments.add("massage").value
    yield
    for act in (
        lambda: diary.treatments.edit(replace(tried, note="x")),
        lambda: diary.treatments.stop(tried.id, since),
        lambda: diary.treatments.resume(tried.id),
        lambda: diary.treatments.remove(tried.id),
        lambda: diary.bin.restore(tried.id),
    ):
        act()
        yield
    for kept in (
        Condition("diabetes"),
        Condition("own", words="{x}"),
        Condition("low-potassium", family=True, relation="mother"),
    ):
        yield from back_again(diary, diary.conditions, kept)
    diary.conditions.none_known(family=True)
    yield
    diary.conditions.none_known(family=False)
    yield
    test = diary.tests.save(MedicalTest("mri", part="brain", day=since)).value
    yield
    diary.tests.remove(test.id)
    yield
    for met in (Appointment(day=since.earliest), Appointment(whom="Dr. {n}")):
        yield from back_again(diary, diary.appointments, met)
    questions = diary.appointments.questions
    asked = [questions.save(Question(words)).value for words in ("Why?", "{n}?")]
    yield
    questions.save(replace(asked[0], answer="So."))
    yield
    questions.order([asked[1].id, asked[0].id])
    yield
    questions.remove(asked[1].id)
    yield


def of_trials(diary, today):
    room = diary.experiments
    trial = room.start("caffeine", on="Usual", off="None", first=today).value
    yield
    for kept in (*Kept, None):
        room.answer(trial.id, today, kept)
        yield
    room.stop(trial.id)
    yield
    room.remove(trial.id)
    yield
    diary.bin.restore(trial.id)
    yield


@pytest.fixture
def named(tmp_path, clock):
    """Make every kind of step in a language; return what each is called in some languages."""

    def make(made_in, *shown_in):
        folder = Path(tmp_path, made_in)
        folder.mkdir()
        with (
            Diary.open(address.of_file(folder / "diary.sqlite"), clock=clock) as diary,
            speaking(made_in),
        ):
            found = [
                [said_in(diary, language) for language in shown_in]
                for _step in everything(diary, folder)
            ]
            with diary.reading() as connection:
                stored = connection.execute(select(tables.steps.c.name)).scalars().all()
        return found, stored

    return make


def said_in(diary, language):
    with speaking(language):
        return diary.next_undo()


def test_every_step_is_called_as_if_it_had_been_made_in_the_language_of_the_reader(named):
    english, stored = named("en", "en", "de")
    german, _stored = named("de", "de")
    assert len(english) > 80
    assert [later for _first, later in english] == [said for (said,) in german]
    assert [first for first, later in english if first == later] == []
    # None is plain text of one language, and none holds more than what it says.
    assert all(json.loads(name)["say"] for name in stored)


def test_what_lies_in_the_bin_is_named_in_the_language_of_the_reader(diary):
    with speaking("en"):
        diary.conditions.remove(
            diary.conditions.save(Condition("diabetes", present=False)).value.id
        )
        diary.twitches.remove(diary.twitches.log(["calf-left"]).value.id)
    with speaking("de"):
        assert {each.label for each in diary.bin.items()} == {"Diabetes verneint", "Wade links"}


def test_a_step_of_an_older_version_is_called_as_it_was(logged):
    with logged.unrecorded() as connection:
        connection.execute(tables.steps.update().values(name="Left {calf} logged"))
    with speaking("de"):
        assert logged.next_undo() == "Left {calf} logged"
        assert logged.undo().name == "Left {calf} logged"
