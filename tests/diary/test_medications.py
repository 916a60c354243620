"""Medicines in the diary: kept with their history, undone, removed and brought back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from twitchlog.diary import Diary
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.medication import AS_NEEDED, Dose, IntakeKind
from twitchlog.domain.profile import PartialDate, Profile


def partial(text):
    return PartialDate.parse(text)


@pytest.fixture
def sertraline(diary):
    return diary.medications.add(
        "Sertraline",
        dose=Dose(50, "mg", "once"),
        started=partial("2026-03"),
        treats=False,
        note="in the morning",
    ).value


def test_a_medicine_is_kept_with_everything_said_of_it(diary, sertraline, clock):
    changed = diary.medications.change_dose(
        sertraline.id, partial("2026-05-10"), Dose(75, "mg", "once")
    ).value
    taken = diary.medications.take(
        sertraline.id, IntakeKind.EXTRA, amount=100, note="by mistake"
    ).value
    diary.close()
    with Diary.open(diary.address, clock=clock) as again:
        (found,) = again.medications.all()
    assert found == replace(changed, intakes=(taken,))
    assert found.kind == "antidepressant"
    assert found.more_than_usual(taken)
    assert found.dose_on(date(2026, 4, 1)).amount == 50
    assert found.dose_on(date(2026, 6, 18)).amount == 75


def test_the_class_of_a_known_name_is_proposed_and_can_be_another(diary):
    assert diary.medications.add("furosemide").value.kind == "diuretic"
    assert diary.medications.add("furosemide", kind="other").value.kind == "other"
    assert diary.medications.add("of my own").value.kind == "other"


def test_a_second_dose_of_the_same_day_replaces_the_first(diary, sertraline):
    for amount in (75, 100):
        diary.medications.change_dose(sertraline.id, partial("2026-05"), Dose(amount, "mg"))
    (change,) = diary.medications.get(sertraline.id).changes
    assert change.dose.amount == 100
    diary.undo()
    assert diary.medications.get(sertraline.id).changes[0].dose.amount == 75


def test_what_is_stopped_moves_to_the_past_and_can_be_taken_again(diary, sertraline, clock):
    other = diary.medications.add("Aspirin").value
    diary.medications.stop(sertraline.id, PartialDate.of(clock.now().day))
    assert [each.name for each in diary.medications.current()] == ["Aspirin"]
    assert [each.name for each in diary.medications.past()] == ["Sertraline"]
    diary.medications.resume(sertraline.id)
    assert [each.id for each in diary.medications.current()] == [other.id, sertraline.id]


def test_a_day_knows_what_was_taken_on_it(diary, sertraline, clock):
    yesterday = clock.now().shifted(timedelta(days=-1))
    diary.medications.take(sertraline.id, IntakeKind.MISSED, moment=yesterday)
    diary.medications.take(sertraline.id, IntakeKind.LATE)
    (found,) = diary.medications.on_day(yesterday.day)
    assert [each.kind for each in found.intakes] == [IntakeKind.MISSED]
    assert diary.medications.on_day(date(2026, 2, 1)) == ()


def test_a_taken_dose_says_which_day_it_changed_and_can_be_corrected(diary, sertraline, clock):
    written = diary.medications.take(sertraline.id, IntakeKind.EXTRA)
    assert written.changes.name == "Sertraline: extra dose recorded"
    assert written.changes.days == {clock.now().day}
    assert written.changes.kinds == {"medications"}
    earlier = clock.now().shifted(timedelta(hours=-2))
    diary.medications.edit_intake(
        replace(written.value, moment=earlier, amount=25), joins=written.changes.step
    )
    (taken,) = diary.medications.get(sertraline.id).intakes
    assert (taken.moment, taken.amount) == (earlier, 25)
    diary.undo()
    assert diary.medications.get(sertraline.id).intakes == ()


def test_an_edit_leaves_the_history_as_it_is(diary, sertraline):
    diary.medications.change_dose(sertraline.id, partial("2026-05"), Dose(75, "mg"))
    diary.medications.edit(replace(sertraline, name="Zoloft", treats=True))
    found = diary.medications.get(sertraline.id)
    assert (found.name, found.treats, len(found.changes)) == ("Zoloft", True, 1)


def test_a_removed_medicine_lies_in_the_bin_with_its_history(diary, sertraline, rows):
    diary.medications.change_dose(sertraline.id, partial("2026-05"), Dose(75, "mg"))
    diary.medications.take(sertraline.id, IntakeKind.LATE)
    before = rows(diary.path)
    assert diary.medications.remove(sertraline.id).changes.name == "Sertraline removed"
    assert diary.medications.all() == ()
    (binned,) = diary.bin.items()
    assert (binned.label, binned.kind) == ("Sertraline", "medications")
    diary.bin.restore(sertraline.id)
    assert rows(diary.path) == before


def test_a_removed_dose_comes_back_only_to_its_medicine(diary, sertraline):
    taken = diary.medications.take(sertraline.id, IntakeKind.LATE).value
    diary.medications.remove_intake(taken.id)
    assert diary.bin.items()[0].label == "Sertraline, late dose"
    diary.medications.remove(sertraline.id)
    with pytest.raises(NotFound, match="Bring that back first"):
        diary.bin.restore(taken.id)
    diary.bin.restore(sertraline.id)
    diary.bin.restore(taken.id)
    assert diary.medications.get(sertraline.id).intakes == (taken,)


def test_a_removed_dose_change_is_gone_until_it_is_undone(diary, sertraline):
    changed = diary.medications.change_dose(sertraline.id, partial("2026-05"), Dose(75, "mg"))
    (change,) = changed.value.changes
    assert diary.medications.remove_change(sertraline.id, change.id).value.changes == ()
    diary.undo()
    assert diary.medications.get(sertraline.id).changes == (change,)


def test_what_cannot_be_changes_nothing(diary, sertraline, clock, rows):
    diary.profile.save(Profile(born=date(1980, 2, 1)))
    before = rows(diary.path)
    room = diary.medications
    soon = clock.now().shifted(timedelta(hours=1))
    long_ago = clock.now().shifted(timedelta(days=-60 * 366))
    for wrong in (
        lambda: room.add(" "),
        lambda: room.add("x", kind="no-such"),
        lambda: room.add("x", started=partial("1950")),
        lambda: room.stop(sertraline.id, partial("2026-01")),
        lambda: room.change_dose(sertraline.id, partial("2026-05"), Dose()),
        lambda: room.change_dose(sertraline.id, partial("2026-01"), Dose(5, "mg")),
        lambda: room.change_dose(sertraline.id, partial("2026-05"), Dose(0, "mg")),
        lambda: room.take(sertraline.id, IntakeKind.EXTRA, moment=soon),
        lambda: room.take(sertraline.id, IntakeKind.EXTRA, moment=long_ago),
        lambda: room.take(sertraline.id, IntakeKind.EXTRA, amount=0),
    ):
        with pytest.raises(BadInput):
            wrong()
    assert rows(diary.path) == before


def test_what_was_removed_meanwhile_is_said_and_not_made_anew(diary, sertraline):
    taken = diary.medications.take(sertraline.id, IntakeKind.LATE).value
    diary.medications.remove(sertraline.id)
    for late in (
        lambda: diary.medications.edit(sertraline),
        lambda: diary.medications.stop(sertraline.id, partial("2026-06")),
        lambda: diary.medications.take(sertraline.id, IntakeKind.EXTRA),
        lambda: diary.medications.edit_intake(taken),
        lambda: diary.medications.remove_intake(taken.id),
        lambda: diary.medications.remove(sertraline.id),
    ):
        with pytest.raises(NotFound):
            late()
    assert diary.medications.all() == ()


def test_a_dose_taken_as_needed_has_a_word_of_its_own(diary):
    ibuprofen = diary.medications.add("Ibuprofen", dose=Dose(400, "mg", AS_NEEDED)).value
    written = diary.medications.take(ibuprofen.id, IntakeKind.NEEDED)
    assert written.changes.name == "Ibuprofen: dose as needed recorded"
