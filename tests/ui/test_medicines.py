"""Medicines in a real window: from Today to a medicine, its forms and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from support.inside import Inside
from twitchlog.diary import Diary
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.profile import PartialDate


@pytest.fixture
def path(tmp_path, clock):
    """A diary with one medicine."""
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        diary.twitches.log(["calf-left"])
        diary.medications.add(
            "Sertraline", dose=Dose(50, "mg", "once"), started=PartialDate(2026, 3)
        )
    return path


@pytest.fixture(params=[((412, 892), "light", 1.0), ((1280, 800), "dark", 1.5)], ids=str)
def program(path, clock, request):
    size, look, scale = request.param
    with Inside(path, clock=clock, size=size, look=look, text_scale=scale) as opened:
        yield opened


def medicines(program):
    return program.program._services.diary.medications.all()


def open_medicines(program):
    program.tap("tab:visit")
    group = program.shell.screen("visit")._about
    row = next(each for each in group.children if each.key == "visit.about.medicines")
    row.dispatch("on_release")
    program.settle()


def test_the_visit_page_leads_to_the_medicines_and_a_new_one_is_added(program):
    open_medicines(program)
    program.tap("medicines.add")
    program.see("medicine.form.name").text = "Furosemide"
    program.settle()
    program.see(["medicine.form.amount", "medicine.form.name"][1])
    program.tap("medicine.form.save")
    assert [each.name for each in medicines(program)] == ["Furosemide", "Sertraline"]
    assert medicines(program)[0].kind == "diuretic"
    assert program.see("snackbar").text == "Furosemide added"


def test_a_medicine_without_a_name_keeps_the_form_open(program):
    open_medicines(program)
    program.tap("medicines.add")
    program.tap("medicine.form.save")
    assert program.see("medicine.form.name") is not None
    assert len(medicines(program)) == 1
    program.shell.close_top()


def test_a_proposed_name_is_taken_with_one_tap(program):
    open_medicines(program)
    program.tap("medicines.add")
    program.see("medicine.form.name").text = "carisop"
    program.settle()
    program.tap("medicine.form.names.Carisoprodol")
    assert program.see("medicine.form.name").text == "Carisoprodol"
    program.tap("medicine.form.save")
    assert medicines(program)[0].kind == "muscle-relaxant"


def test_a_dose_is_recorded_corrected_and_taken_back(program):
    open_medicines(program)
    program.tap("medicines.row.*")
    program.tap("medicine.take.extra")
    program.tap("snack:Details")
    program.see("intake.form.amount").text = "100"
    program.settle()
    assert program.see("medicine.advice") is not None
    program.tap("intake.form.save")
    (medicine,) = medicines(program)
    (taken,) = medicine.intakes
    assert (taken.kind, taken.amount) == (IntakeKind.EXTRA, 100)
    assert program.see("medicine.advice") is not None
    program.tap("snack:Undo")
    assert medicines(program)[0].intakes == ()
    assert program.see("medicine.advice") is None


def test_a_removed_medicine_closes_its_page(program):
    open_medicines(program)
    program.tap("medicines.row.*")
    page = program.shell.page
    page.presenter.remove()
    program.settle()
    assert program.shell.page is not page
    assert medicines(program) == ()
    program.tap("snack:Undo")
    assert len(medicines(program)) == 1


def test_care_opens_from_today_and_leads_on(program):
    program.tap("tab:today")
    next(
        chip
        for chip in program.shell.screen("today").walk(restrict=True)
        if getattr(chip, "key", "") == "today.also.all"
    ).dispatch("on_release")
    program.settle()
    program.tap("care.medicines")
    assert program.see("medicines.row.*") is not None


def test_a_dose_stands_on_its_day_and_leads_to_its_medicine(program):
    diary = program.program._services.diary
    (medicine,) = medicines(program)
    diary.medications.take(medicine.id, IntakeKind.EXTRA)
    program.tap("tab:diary")
    program.tap("tab:today")
    row = next(
        each
        for each in program.shell.screen("today").walk(restrict=True)
        if getattr(each, "key", "") == f"today.row.medicine:{medicine.id}"
    )
    assert row.second == "Sertraline: extra dose"
    row.dispatch("on_release")
    program.settle()
    assert program.shell.page.presenter.known.id == medicine.id
    program.shell.go("diary")
    program.settle()
    row = program.see("diary.row.medicine.*")
    assert row.second == "Sertraline: extra dose"
    changed = program.program._services
    changed.write(
        lambda diary: diary.medications.edit(replace(medicine, name="Zoloft")),
        lambda _value, _changes: None,
        program.shell.screen("diary"),
    )
    program.settle()
    assert program.see("diary.row.medicine.*").second == "Zoloft: extra dose"


def test_everything_about_a_medicine_can_be_reached_by_tab_and_keeps_the_focus(program):
    from twitchlog.ui.widgets import focus

    open_medicines(program)
    program.tap("medicines.row.*")
    keys = [stop.key for stop in focus.stops(program.shell)]
    wanted = ["medicine.change", "medicine.take.extra", "medicine.take.late",
              "medicine.take.missed", "medicine.dose", "medicine.stop",
              "medicine.remove"]  # fmt: skip
    assert [key for key in keys if key in wanted] == wanted
    program.see("medicine.take.extra").activate()
    chip = program.see("medicine.take.late")
    program.settle()
    chip.activate()
    program.settle()
    assert program.see("medicine.take.late") is chip
    kinds = {each.kind for each in medicines(program)[0].intakes}
    assert kinds == {IntakeKind.EXTRA, IntakeKind.LATE}
    program.tap("medicine.change")
    in_sight = ("name", "amount", "unit", "often", "since", "treats", "more", "save")
    stops = stops_of_the_form(program, *in_sight)
    next(it for it in stops if getattr(it, "key", "") == "medicine.form.more").activate()
    program.settle()
    stops_of_the_form(program, "class", "note")


def stops_of_the_form(program, *parts):
    """Return what Tab walks over, of which each of the parts of the form is one."""
    from twitchlog.ui.widgets import focus

    stops = focus.stops(program.shell)
    keys = [str(getattr(it, "key", "") or getattr(it.parent, "key", "")) for it in stops]
    for part in parts:
        assert any(key.startswith(f"medicine.form.{part}") for key in keys), part
    return stops


def test_the_kind_and_a_unit_that_is_rare_are_one_tap_away(program):
    open_medicines(program)
    program.tap("medicines.add")
    program.see("medicine.form.name").text = "Furosemide"
    program.see("medicine.form.amount").text = "5"
    form = program.see("medicine.form")
    program.settle()
    line = next(each for each in form.walk() if getattr(each, "key", "") == "medicine.form.more")
    assert line.second == "Diuretic"
    for each in list(form.walk()):
        if getattr(each, "key", "") in {"medicine.form.unit.more", "medicine.form.more"}:
            each.activate()
    program.settle()
    for each in list(form.walk()):
        if getattr(each, "key", "") in {"medicine.form.unit.drops", "medicine.form.class.other"}:
            each.activate()
    program.tap("medicine.form.save")
    made = medicines(program)[0]
    assert (made.kind, made.dose.unit) == ("other", "drops")


def test_what_is_wrong_is_said_at_its_field_until_that_is_typed_anew(program):
    open_medicines(program)
    program.tap("medicines.add")
    program.see("medicine.form.name").text = "Furosemide"
    amount = program.see("medicine.form.amount")
    amount.text = "abc"
    program.tap("medicine.form.save")
    assert amount.error.startswith("“abc” is not a number")
    amount.text = "40"
    assert not amount.error
    program.tap("medicine.form.save")
    assert medicines(program)[0].dose.amount == 40


def test_what_is_written_in_a_form_is_not_lost_by_a_tap_beside_it(program):
    open_medicines(program)
    program.tap("medicines.add")
    program.see("medicine.form.name").text = "Furosemide"
    assert not program.shell.open_layers[-1].dismiss()
    assert "Go on with Save" in program.see("medicine.form")._error.text
    assert program.see("medicine.form.name").text == "Furosemide"
    program.tap("medicine.form.cancel")
    program.tap("medicines.add")
    assert program.shell.open_layers[-1].dismiss()
