"""Appointments past and next, and the questions for them, one truth with the visit page."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twitchlog.diary import Diary
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.profile import Profile, Visit

DATA = Path(__file__).parent.parent / "data"
NEXT = Appointment(date(2026, 7, 1), 9 * 60 + 30, "Dr Who", "City hospital", note="take the list")
PAST = Appointment(date(2026, 6, 1), None, "Family practice", said="Come back in a month.")


def test_an_appointment_is_found_whole_after_a_restart(diary, clock):
    kept = diary.appointments.save(NEXT).value
    past = diary.appointments.save(PAST).value
    assert replace(kept, id="") == NEXT
    diary.close()
    with Diary.open(diary.address, clock=clock) as again:
        assert again.appointments.all() == (kept, past)
        assert again.appointments.next() == kept
        assert again.appointments.get(past.id) == past


def test_the_next_one_is_followed_by_the_one_after_it(diary, later):
    first = diary.appointments.save(replace(NEXT, day=date(2026, 6, 18))).value
    second = diary.appointments.save(NEXT).value
    unknown = diary.appointments.save(Appointment(whom="Neurology")).value
    assert diary.appointments.next() == first
    diary.appointments.save(replace(first, said="All is well."))
    assert diary.appointments.next() == second
    later(days=30)
    assert diary.appointments.next() == unknown


def test_questions_stay_in_the_order_they_are_put_in(diary):
    ids = [diary.appointments.questions.save(Question(words)).value.id for words in "abc"]
    diary.appointments.questions.order([ids[2], ids[0]])
    assert [question.words for question in diary.appointments.questions.all()] == ["c", "a", "b"]
    diary.undo()
    assert [question.words for question in diary.appointments.questions.all()] == ["a", "b", "c"]


def test_an_answer_is_kept_with_its_question(diary):
    visit = diary.appointments.save(PAST).value
    asked = diary.appointments.questions.save(Question(" Is it  the tea? ")).value
    assert asked.words == "Is it the tea?"
    answered = replace(asked, answer="Maybe.", appointment_id=visit.id)
    assert diary.appointments.questions.save(answered).value == answered
    assert diary.appointments.questions.get(asked.id) == answered
    assert diary.profile.get().questions == ()


def test_an_appointment_leaves_its_open_questions_and_takes_the_answered_ones_along(diary):
    visit = diary.appointments.save(NEXT).value
    room = diary.appointments.questions
    still_open = room.save(Question("Open?", appointment_id=visit.id)).value
    answered = room.save(Question("Answered?", "Yes.", visit.id)).value
    before = (diary.appointments.all(), room.all())
    diary.appointments.remove(visit.id)
    assert room.all() == (replace(still_open, appointment_id=None),)
    (binned,) = diary.bin.items()
    assert (binned.kind, binned.label) == ("appointments", "Dr Who, 2026-07-01")
    diary.bin.restore(binned.id)
    assert diary.appointments.all() == (visit,)
    assert answered in room.all()
    diary.undo()
    diary.undo()
    assert (diary.appointments.all(), room.all()) == before


def test_a_question_comes_back_from_the_bin_even_where_its_appointment_is_gone(diary):
    visit = diary.appointments.save(NEXT).value
    asked = diary.appointments.questions.save(Question("Why?", appointment_id=visit.id)).value
    diary.appointments.questions.remove(asked.id)
    diary.appointments.remove(visit.id)
    diary.bin.restore(asked.id)
    assert diary.appointments.questions.all() == (replace(asked, appointment_id=None),)


def test_the_visit_page_and_the_appointments_are_one_truth(diary):
    diary.profile.save(Profile(visit=Visit(NEXT.day, "Dr Who"), questions=("One?", "Two?")))
    (planned,) = diary.appointments.all()
    assert (planned.day, planned.whom) == (NEXT.day, "Dr Who")
    diary.appointments.save(replace(planned, whom="Dr Why", minute=600))
    diary.appointments.questions.save(Question("Three?"))
    profile = diary.profile.get()
    assert profile.visit == Visit(NEXT.day, "Dr Why")
    assert profile.questions == ("One?", "Two?", "Three?")
    later = NEXT.day + timedelta(days=7)
    diary.profile.save(replace(profile, visit=Visit(later, "Dr Why"), questions=("Three?", "One?")))
    (moved,) = diary.appointments.all()
    assert moved == replace(planned, day=later, whom="Dr Why", minute=600)
    assert [question.words for question in diary.appointments.questions.all()] == ["Three?", "One?"]
    diary.profile.save(Profile())
    assert (diary.appointments.all(), diary.appointments.questions.all()) == ((), ())
    assert [binned.kind for binned in diary.bin.items()] == ["appointments"]


def test_what_an_older_diary_knew_of_the_visit_is_an_appointment_now(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    shutil.copy(DATA / "diary-0001.sqlite", path)
    with Diary.open(path, clock=clock) as diary:
        (planned,) = diary.appointments.all()
        asked = diary.appointments.questions.all()
        assert (planned.day, planned.whom) == (date(2026, 6, 27), "Dr Sample, neurology")
        assert [question.words for question in asked] == [
            "Could the low potassium explain it?", "Do I need an EMG?", "Is coffee all right?",
        ]  # fmt: skip
        profile = diary.profile.get()
        assert profile.visit == Visit(planned.day, planned.whom)
        assert profile.questions == tuple(question.words for question in asked)
        assert profile.tests.startswith("Blood test in the first week")
        assert diary.profile.save(profile).changes.step is None
        diary.changed = False


@pytest.mark.parametrize(
    "wrong",
    [
        Appointment(),
        Appointment(place="somewhere"),
        replace(NEXT, minute=1440),
        replace(NEXT, said="before the day"),
        replace(NEXT, day=date(1850, 1, 1)),
        replace(NEXT, whom="x" * 121),
    ],
    ids=["empty", "place alone", "time", "too early", "too long ago", "too long"],
)
def test_what_cannot_be_is_refused_and_nothing_changes(logged, rows, wrong):
    before = rows(logged.path, steps=True)
    with pytest.raises(BadInput):
        logged.appointments.save(wrong)
    assert rows(logged.path, steps=True) == before


def test_what_is_not_there_is_said_to_be_gone(diary):
    room = diary.appointments.questions
    for act in (
        lambda: diary.appointments.remove("x"),
        lambda: diary.appointments.save(replace(NEXT, id="x")),
        lambda: room.remove("x"),
        lambda: room.order(["x"]),
        lambda: room.save(Question("Why?", id="x")),
        lambda: room.save(Question("Why?", appointment_id="x")),
    ):
        with pytest.raises(NotFound):
            act()
    with pytest.raises(BadInput, match="Write the question"):
        room.save(Question("  "))


ACTS = st.tuples(
    st.sampled_from(["visit", "ask", "cancel", "order", "answer", "remove"]),
    st.integers(0, 5),
    st.booleans(),
)


def act(diary, kind, number, flag):
    """Do one thing to the appointments or questions there are; return its step, if any."""
    room = diary.appointments.questions
    visits, asked = [each.id for each in diary.appointments.all()], room.all()
    written = None
    if kind == "visit":
        day = NEXT.day if flag else None
        written = diary.appointments.save(Appointment(whom="Dr Who", day=day))
    elif kind == "ask":
        for_ = visits[number % len(visits)] if visits and flag else None
        written = room.save(Question("Why?", appointment_id=for_))
    elif kind == "cancel" and visits:
        written = diary.appointments.remove(visits[number % len(visits)])
    elif kind == "order" and asked:
        written = room.order([each.id for each in asked[number % len(asked) :]])
    elif kind == "answer" and asked:
        written = room.save(replace(asked[number % len(asked)], answer="Because."))
    elif kind == "remove" and asked:
        written = room.remove(asked[number % len(asked)].id)
    return written.changes.step if written else None


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(acts=st.lists(ACTS, min_size=1, max_size=10))
def test_undoing_whatever_was_done_leaves_the_diary_as_it_was(diary, rows, acts):
    before = rows(diary.path)
    steps = [step for each in acts if (step := act(diary, *each)) is not None]
    after = rows(diary.path)
    for _step in steps:
        diary.undo()
    assert rows(diary.path) == before
    for _step in steps:
        diary.redo()
    assert rows(diary.path) == after
    for _step in steps:
        diary.undo()
