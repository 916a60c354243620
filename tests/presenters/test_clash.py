"""What was changed elsewhere is asked about in plain words; either answer can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from support.kept_view import KeptView
from twitchlog.domain.checkin import Begun
from twitchlog.domain.condition import Condition
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.treatment import Effect
from twitchlog.domain.twitch import Strength
from twitchlog.presenters.checkin import CheckinPresenter
from twitchlog.presenters.clash_words import differences
from twitchlog.presenters.elsewhere import Elsewhere
from twitchlog.presenters.treatments import Filled, TreatmentsPresenter

TODAY = date(2026, 6, 18)


@pytest.fixture
def asked(services):
    """The questions that were asked, the last one last."""
    questions = []
    services.clashes.ask = questions.append
    return questions


@pytest.fixture
def entry(diary, sheet):
    """An entry that is open in the log sheet."""
    logged = diary.twitches.log(["calf-left"], note="begun").value
    sheet.edit(logged.id)
    return logged


@pytest.fixture
def look(services):
    """Look whether others wrote: `look()`."""
    return Elsewhere(services).look


class Form(KeptView):
    """A form that was opened with an entry."""

    def __init__(self, opened):
        super().__init__()
        self.opened = opened


class CheckinView:
    """The check-in's view, as far as its presenter is concerned."""

    def __init__(self):
        self.said = []

    def show(self, form):
        self.form = form

    def finished(self, sentence):
        self.said.append(sentence)

    complain = finished


def test_a_form_is_saved_against_what_it_was_opened_with_though_the_list_was_read_again(
    services, diary, other, asked, clock
):
    held = diary.treatments.add("stretching", note="evenings").value
    presenter, form = TreatmentsPresenter(services, KeptView()), Form(held)
    clock.moment = clock.moment.shifted(timedelta(hours=1))
    other.treatments.edit(replace(held, note="mornings", effect=Effect.WORSE))
    presenter.refresh()
    filled = Filled("stretching", "", None, None, None, "twice a week")
    presenter.edit(held.id, filled, form, form.close)
    (clash,) = asked
    assert clash.title == "Changed elsewhere"
    assert clash.sentence == "This entry was changed on another computer at 22:04."
    assert clash.mine == "What it changed: not said\nNote: twice a week"
    assert clash.there == "What it changed: Worse\nNote: mornings"
    assert (clash.take_words, clash.keep_words) == ("Take theirs", "Keep mine")
    assert diary.treatments.get(held.id).note == "mornings"


def test_a_removal_says_what_was_changed_there(services, diary, other, asked):
    held = diary.treatments.add("stretching").value
    presenter, form = TreatmentsPresenter(services, KeptView()), Form(held)
    other.treatments.edit(replace(held, note="mornings"))
    presenter.remove(held.id, form, form.close)
    (clash,) = asked
    assert (clash.mine, clash.there) == ("Removed", "Note: mornings")
    assert (clash.take_words, clash.keep_words) == ("Leave it", "Remove it")
    clash.keep()
    assert diary.treatments.all() == ()
    diary.undo()
    assert diary.treatments.get(held.id).note == "mornings"


def test_an_entry_removed_there_comes_back_with_what_was_typed_or_stays_removed(
    services, diary, other, asked
):
    held = diary.treatments.add("stretching").value
    presenter, form = TreatmentsPresenter(services, KeptView()), Form(held)
    other.treatments.remove(held.id)
    filled = Filled("stretching", "", None, None, None, "mine")
    presenter.edit(held.id, filled, form, form.close)
    assert asked[0].title == "Removed elsewhere"
    words = asked[0].take_words, asked[0].keep_words
    assert words == ("Keep it removed", "Bring it back with my changes")
    asked[0].take()
    assert diary.treatments.all() == ()
    asked[0].keep()
    assert diary.treatments.get(held.id).note == "mine"


def test_a_tap_in_the_log_sheet_on_what_was_changed_elsewhere_is_asked_about(
    sheet, diary, other, asked, entry
):
    other.twitches.edit(replace(entry, strength=Strength.STRONG))
    sheet.choose_strength(Strength.MILD)
    (clash,) = asked
    assert (clash.mine, clash.there) == ("How strong: Mild", "How strong: Strong")
    clash.keep()
    assert diary.twitches.get(entry.id).strength is Strength.MILD
    sheet.type_note("more")
    assert diary.twitches.get(entry.id).note == "more"
    assert len(asked) == 1
    diary.undo()
    assert diary.twitches.get(entry.id).strength is Strength.STRONG


def test_the_log_sheet_goes_on_from_theirs_where_that_is_taken(sheet, diary, other, asked, entry):
    sheet.edit(entry.id)
    other.twitches.edit(replace(entry, strength=Strength.STRONG, duration_s=20.0))
    sheet.choose_strength(Strength.MILD)
    asked[0].take()
    sheet.type_note("more")
    found = diary.twitches.get(entry.id)
    assert (found.strength, found.duration_s, found.note) == (Strength.STRONG, 20.0, "more")
    assert len(asked) == 1


def test_a_note_half_written_here_never_goes_over_one_written_there(
    sheet, look, other, asked, entry
):
    other.twitches.edit(replace(entry, note="theirs"))
    look()
    sheet.type_note("mine")
    (clash,) = asked
    assert (clash.mine, clash.there) == ("Note: mine", "Note: theirs")


def test_what_else_was_changed_there_is_shown_in_the_open_log_sheet(
    sheet, look, log_view, other, entry
):
    other.twitches.edit(replace(entry, duration_s=20.0))
    look()
    assert log_view.said[-1] == "This entry was changed elsewhere."
    sheet.choose_strength(Strength.MILD)
    found = other.twitches.get(entry.id)
    assert (found.strength, found.duration_s) == (Strength.MILD, 20.0)


def test_a_check_in_asks_only_where_both_answered_otherwise(services, diary, other, asked):
    view = CheckinView()
    presenter = CheckinPresenter(services, view)
    presenter.open(TODAY)
    other.checkins.save(TODAY, {"stress": 2.0, "anxiety": 1.0}, begun=Begun())
    presenter.put("sleep", 7.0)
    presenter.save()
    assert asked == []
    assert set(diary.checkins.get(TODAY).amounts) == {"sleep", "stress", "anxiety"}
    presenter.open(TODAY)
    kept = other.checkins.get(TODAY)
    other.checkins.save(TODAY, {**kept.amounts, "sleep": 6.0}, begun=Begun(kept, kept.amounts))
    presenter.put("sleep", 8.0)
    presenter.save()
    (clash,) = asked
    assert (clash.mine, clash.there) == ("Slept 8 h", "Slept 6 h")
    clash.take()
    assert diary.checkins.get(TODAY).amounts["sleep"] == 6.0
    diary.undo()
    assert diary.checkins.get(TODAY).amounts["sleep"] == 8.0


@pytest.mark.parametrize(
    ("one", "change", "said"),
    [
        (Condition("low-potassium"), {"present": False}, ("Answer: yes", "Answer: no")),
        (MedicalTest("mri"), {"place": "Town"}, ("Place: not said", "Place: Town")),
    ],
)  # fmt: skip
def test_differences_are_said_with_their_names(one, change, said):
    assert differences(one, replace(one, **change), today=TODAY) == said


def test_a_long_text_is_cut():
    one, two = MedicalTest("mri", note="a" * 500), MedicalTest("mri", note="b")
    assert len(differences(one, two, today=TODAY)[0]) < 220
