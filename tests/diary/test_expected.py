"""Two at one entry: nobody's change is written over without a word, and nobody is told falsely."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twitchlog.diary import Diary
from twitchlog.diary.entry_kinds import expected
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.condition import Condition
from twitchlog.domain.errors import ChangedElsewhere, NotFound, NothingToUndo
from twitchlog.domain.factor import Kind
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.medication import IntakeKind
from twitchlog.domain.rest import RestCount, Tap

TODAY = date(2026, 6, 18)


def save(diary, opened, write):
    """Write as a form does that was opened with `opened`."""
    with diary.edits.expecting(expected(diary, opened)):
        return write(diary)


def twitch(diary):
    return diary.twitches.log(["calf-left"]).value


def dose(diary):
    return diary.doses.log("caffeine", 80).value


def medicine(diary):
    return diary.medications.add("Magnesium").value


def intake(diary):
    return diary.medications.take(medicine(diary).id, IntakeKind.EXTRA).value


def treatment(diary):
    return diary.treatments.add("stretching").value


def condition(diary):
    return diary.conditions.save(Condition("low-potassium")).value


def medical_test(diary):
    return diary.tests.save(MedicalTest("mri")).value


def appointment(diary):
    return diary.appointments.save(Appointment(day=TODAY)).value


def question(diary):
    return diary.appointments.questions.save(Question("Why?")).value


def rest_count(diary):
    return diary.rest.save(RestCount(diary.clock.now().earlier(minutes=5), 60.0)).value


def factor(diary):
    return diary.factors.add("Chocolate", Kind.YES_NO).value


EDITS = {
    twitch: lambda diary, value, word: diary.twitches.edit(replace(value, note=word)),
    dose: lambda diary, value, word: diary.doses.edit(replace(value, words=word)),
    medicine: lambda diary, value, word: diary.medications.edit(replace(value, note=word)),
    intake: lambda diary, value, word: diary.medications.edit_intake(replace(value, note=word)),
    treatment: lambda diary, value, word: diary.treatments.edit(replace(value, note=word)),
    condition: lambda diary, value, word: diary.conditions.save(replace(value, note=word)),
    medical_test: lambda diary, value, word: diary.tests.save(replace(value, note=word)),
    appointment: lambda diary, value, word: diary.appointments.save(replace(value, place=word)),
    question: lambda diary, value, word: diary.appointments.questions.save(
        replace(value, words=word)
    ),
    rest_count: lambda diary, value, word: diary.rest.edit(replace(value, note=word)),
    factor: lambda diary, value, word: diary.factors.edit(replace(value, name=word)),
}
REMOVES = {
    twitch: lambda diary, value: diary.twitches.remove(value.id),
    medicine: lambda diary, value: diary.medications.remove(value.id),
    medical_test: lambda diary, value: diary.tests.remove(value.id),
    appointment: lambda diary, value: diary.appointments.remove(value.id),
}


@pytest.mark.parametrize("make", EDITS)
def test_a_form_that_would_undo_anothers_change_is_told_and_nothing_is_written(diary, other, make):
    opened, edit = make(diary), EDITS[make]
    edit(other, opened, "theirs")
    there = expected(diary, opened).read()
    with pytest.raises(ChangedElsewhere, match="on another computer") as told:
        save(diary, opened, lambda opened_diary: edit(opened_diary, opened, "mine"))
    assert expected(diary, opened).read() == there
    assert "mine" in str(told.value.mine)
    assert "theirs" in str(told.value.there)


@pytest.mark.parametrize("make", EDITS)
def test_a_form_nobody_else_touched_is_saved_whatever_else_the_other_wrote(diary, other, make):
    opened, edit = make(diary), EDITS[make]
    other.checkins.none_today()
    save(diary, opened, lambda opened_diary: edit(opened_diary, opened, "mine"))


@pytest.mark.parametrize("make", EDITS)
def test_ones_own_edits_and_undo_in_between_are_never_taken_for_anothers(diary, other, make):
    opened, edit = make(diary), EDITS[make]
    other.checkins.none_today()
    edit(diary, opened, "once")
    edit(diary, opened, "twice")
    diary.undo()
    save(diary, opened, lambda opened_diary: edit(opened_diary, opened, "mine"))


@pytest.mark.parametrize("make", REMOVES)
def test_removing_what_another_changed_is_told(diary, other, make):
    opened = make(diary)
    EDITS[make](other, opened, "theirs")
    with pytest.raises(ChangedElsewhere) as told:
        save(diary, opened, lambda opened_diary: REMOVES[make](opened_diary, opened))
    assert told.value.mine is None


@pytest.mark.parametrize("make", REMOVES)
def test_changing_what_another_removed_is_told(diary, other, make):
    opened = make(diary)
    REMOVES[make](other, opened)
    with pytest.raises(ChangedElsewhere, match="removed elsewhere") as told:
        save(diary, opened, lambda opened_diary: EDITS[make](opened_diary, opened, "mine"))
    assert (told.value.there, told.value.key) == (None, opened.id)


@pytest.mark.parametrize("make", REMOVES)
def test_what_one_removed_oneself_is_not_there_any_more(diary, other, make):
    opened = make(diary)
    other.checkins.none_today()
    REMOVES[make](diary, opened)
    with pytest.raises(NotFound):
        save(diary, opened, lambda opened_diary: EDITS[make](opened_diary, opened, "mine"))


def test_a_change_by_a_command_on_this_computer_is_told_as_one(diary, clock):
    opened = twitch(diary)
    with Diary.open(diary.address, clock=clock) as command:
        EDITS[twitch](command, opened, "theirs")
    with pytest.raises(ChangedElsewhere, match="in another window") as told:
        save(diary, opened, lambda opened_diary: EDITS[twitch](opened_diary, opened, "mine"))
    assert told.value.here


def test_the_same_change_in_both_places_is_no_clash(diary, other):
    opened = twitch(diary)
    EDITS[twitch](other, opened, "the same")
    save(diary, opened, lambda opened_diary: EDITS[twitch](opened_diary, opened, "the same"))


def test_what_does_not_touch_anothers_change_is_no_clash(diary, other):
    opened = medicine(diary)
    other.medications.take(opened.id, IntakeKind.EXTRA)
    save(diary, opened, lambda here: here.medications.edit(replace(opened, note="mine")))
    assert len(diary.medications.get(opened.id).intakes) == 1


def test_values_and_taps_changed_elsewhere_count_as_changes_of_their_entry(diary, other):
    diary.rest.save(RestCount(diary.clock.now().earlier(minutes=9), 60.0))
    opened = rest_count(diary)
    other.rest.edit(replace(opened, taps=(Tap(900, "calf-left"),)))
    with pytest.raises(ChangedElsewhere):
        save(diary, opened, lambda here: here.rest.edit(replace(opened, note="mine")))


def edited_by_both(diary, other, answer):
    """Let the other edit an entry, then a form over it as answered; return how to read it."""
    opened = twitch(diary)
    EDITS[twitch](other, opened, "theirs")
    with answer:
        save(diary, opened, lambda here: EDITS[twitch](here, opened, "mine"))
    return lambda: diary.twitches.get(opened.id).note


def test_mine_can_be_kept_and_undo_brings_theirs_back(diary, other):
    note = edited_by_both(diary, other, diary.edits.insisting())
    assert note() == "mine"
    diary.undo()
    assert note() == "theirs"


def test_theirs_can_be_taken_and_undo_brings_mine_back(diary, other):
    note = edited_by_both(diary, other, diary.edits.yielding())
    assert note() == "theirs"
    diary.undo()
    assert note() == "mine"
    diary.redo()
    assert note() == "theirs"


def test_a_removal_can_be_left_undone_and_undo_does_it_after_all(diary, other):
    opened = medicine(diary)
    EDITS[medicine](other, opened, "theirs")
    with diary.edits.yielding():
        save(diary, opened, lambda here: REMOVES[medicine](here, opened))
    assert diary.medications.get(opened.id).note == "theirs"
    diary.undo()
    with pytest.raises(NotFound):
        diary.medications.get(opened.id)


def test_answers_of_the_profile_clash_only_where_both_changed_the_same(diary, other):
    opened = diary.profile.get()
    other.profile.save(replace(opened, name="Alex"))
    save(diary, opened, lambda here: here.profile.save(replace(here.profile.get(), tests="None")))
    with pytest.raises(ChangedElsewhere):
        save(diary, opened, lambda here: here.profile.save(replace(opened, name="Kim")))
    assert diary.profile.get().name == "Alex"


class OneAtAForm:
    """Edits, undo and redo by one program while a form is open: what a form then saves goes in."""

    def __init__(self, diary):
        self.diary = diary
        self.entry = diary.twitches.log(["calf-left"], note="0").value
        self.opened = self.entry

    def do(self, act, word):
        try:
            if act == "open":
                self.opened = self.diary.twitches.get(self.entry.id)
            elif act == "edit":
                self.diary.twitches.edit(replace(self.entry, note=word))
            elif act == "save":
                EDITS[twitch](self.diary, self.opened, word)
            else:
                getattr(self.diary, act)()
        except (NothingToUndo, NotFound):
            return


@settings(max_examples=12)
@given(
    st.lists(
        st.tuples(st.sampled_from(["open", "edit", "save", "undo", "redo"]), st.sampled_from("ab")),
        max_size=12,
    )
)
def test_who_is_alone_at_an_entry_is_never_told_of_another(tmp_path_factory, acts):
    folder = tmp_path_factory.mktemp("alone")
    with (
        Diary.open(folder / "diary.sqlite") as diary,
        Diary.open(folder / "diary.sqlite") as command,  # somebody else writes, of other things
    ):
        alone = OneAtAForm(diary)
        command.checkins.none_today()
        for act, word in acts:
            with diary.edits.expecting(expected(diary, alone.opened)):
                alone.do(act, word)
        command.changed = diary.changed = False
