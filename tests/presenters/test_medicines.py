"""The medicines pages, and a dose recorded from Today."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.kept_view import KeptView
from twitchlog.domain.errors import BadInput
from twitchlog.domain.medication import AS_NEEDED, Dose, IntakeKind, say_number
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters import medicines as told
from twitchlog.presenters.care import SECTIONS, CarePresenter, named
from twitchlog.presenters.medicine import MedicinePresenter, typed_moment
from twitchlog.presenters.medicines import Filled, MedicinesPresenter, TakingPresenter, read_dose
from twitchlog.presenters.typed import read_number

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.domain.medication import Medication
    from twitchlog.presenters.services import Services


class View(KeptView):
    """Also a sheet that records with a tap, and a page that can go away."""

    def __init__(self) -> None:
        super().__init__()
        self.away = False
        self.intake = ""

    def recorded(self, sentence: str, intake: str, medication: str = "") -> None:
        del medication
        self.said.append(sentence)
        self.intake = intake

    def gone(self) -> None:
        self.away = True


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def sertraline(diary: Diary) -> Medication:
    return diary.medications.add(
        "Sertraline", dose=Dose(50, "mg", "once"), started=PartialDate(2026, 3)
    ).value


@pytest.fixture
def page(services: Services, view: View, sertraline: Medication) -> MedicinePresenter:
    presenter = MedicinePresenter(services, view, sertraline.id)
    services.news.listen(lambda _changes: presenter.refresh())
    presenter.refresh()
    return presenter


def filled(**values: Any) -> Filled:
    known = {
        "name": "Magnesium", "kind": None, "dose": Dose(), "since": None, "treats": None,
        "note": "",
    } | values  # fmt: skip
    return Filled(**known)


def test_medicines_taken_now_stand_above_those_stopped(
    diary: Diary, services: Services, view: View, sertraline: Medication
) -> None:
    ended = diary.medications.add("Prednisone", started=PartialDate(2025, 1, 5)).value
    diary.medications.stop(ended.id, PartialDate(2025, 2))
    presenter = MedicinesPresenter(services, view)
    presenter.refresh()
    assert [row.title for row in view.page.current] == ["Sertraline"]
    assert view.page.current[0].second == "50 mg once a day · since March 2026 · Antidepressant"
    assert [row.second for row in view.page.past] == [
        "5 January 2025 to February 2025 · Corticosteroid"
    ]


def test_a_new_medicine_is_added_or_the_form_says_what_is_wrong(
    diary: Diary, services: Services, view: View
) -> None:
    presenter = MedicinesPresenter(services, view)
    form = View()
    presenter.add(filled(name=" "), form, form.close)
    assert (form.closed, form.problem) == (0, "Give the name of the medicine first.")
    presenter.add(filled(dose=Dose(2, "tablets", "once")), form, form.close)
    assert (form.closed, view.said) == (1, ["Magnesium added"])
    assert diary.medications.all()[0].kind == "supplement"


def test_own_words_are_kept_beside_the_medicines(
    diary: Diary, services: Services, view: View
) -> None:
    presenter = MedicinesPresenter(services, view)
    presenter.save_words("a herbal tea", view, view.close)
    presenter.refresh()
    assert (view.page.own_words, diary.profile.get().medicines) == ("a herbal tea",) * 2


def test_that_none_is_taken_is_an_answer_until_something_recorded_says_otherwise(
    diary: Diary, services: Services, view: View
) -> None:
    presenter = MedicinesPresenter(services, view)
    services.news.listen(lambda _changes: presenter.refresh())
    presenter.say_none(none=True)
    assert view.page.none_taken is True
    assert diary.profile.get().no_medicines == diary.clock.now().day
    care = View()
    CarePresenter(services, care, {"medicines"}).refresh()
    assert [section.second for section in care.page] == ["None taken"]
    taken = diary.medications.add("Magnesium").value
    presenter.refresh()
    assert view.page.none_taken is None
    diary.medications.stop(taken.id, PartialDate(2026, 6))
    presenter.refresh()
    assert view.page.none_taken is True
    presenter.say_none(none=False)
    assert (view.page.none_taken, diary.profile.get().no_medicines) == (False, None)
    presenter.save_words("a herbal tea", view, view.close)
    assert view.page.none_taken is None


def test_a_dose_is_read_as_it_is_typed() -> None:
    assert read_dose("2,5", "mg", "once") == Dose(2.5, "mg", "once")
    assert read_dose(" ", "mg", "once") == Dose(None, "", "once")
    with pytest.raises(BadInput):
        read_dose("much", "mg", "")
    assert told.hint("diuretic").startswith("Diuretic: a water tablet")


def test_one_tap_records_a_dose_and_details_join_that_step(
    diary: Diary, page: MedicinePresenter, view: View, clock: FixedClock
) -> None:
    page.take(IntakeKind.EXTRA)
    assert view.said == ["Sertraline: extra dose recorded"]
    assert page.known is not None
    day, at = typed_moment(page.known.intakes[0])
    assert (day, at) == ("18 June 2026", "21:04")
    page.edit_intake(
        view.intake, day=day, at="20:30", amount="100", note="by mistake",
        form=view, done=view.close,
    )  # fmt: skip
    (row,) = view.page.intakes
    assert (row.title, row.second) == (
        "Extra dose, 100 mg",
        "Today, 20:30 · More than your usual dose · by mistake",
    )
    page.steps.undo()
    assert diary.medications.get(page.known.id).intakes == ()
    assert clock.now().minute == 21 * 60 + 4


def test_more_than_the_usual_dose_is_said_with_advice_and_no_verdict(
    diary: Diary, page: MedicinePresenter, view: View, sertraline: Medication, clock: FixedClock
) -> None:
    page.take(IntakeKind.EXTRA)
    assert view.page.advice is None
    assert page.advice_for(view.intake, "50") is None
    assert page.advice_for(view.intake, "nonsense") is None
    typed = page.advice_for(view.intake, "100")
    assert typed is not None
    assert typed.title == "More than your usual dose"
    assert typed.text.replace("\u00a0", " ").startswith(
        "100 mg of Sertraline; your usual dose is 50 mg. If you feel unwell"
    )
    for word in ("poison line", "emergency care", "pharmacist"):
        assert word in typed.text
    diary.medications.take(sertraline.id, IntakeKind.EXTRA, amount=100)
    page.refresh()
    assert view.page.advice == typed
    clock.moment = clock.now().shifted(timedelta(days=2))
    page.refresh()
    assert view.page.advice is None
    assert any(row.more for row in view.page.intakes)


def test_the_history_of_the_dose_stands_newest_first(page: MedicinePresenter, view: View) -> None:
    page.change_dose(PartialDate(2026, 5, 10), Dose(75, "mg", "once"), view, view.close)
    assert [(row.title, row.second) for row in view.page.doses] == [
        ("75 mg once a day", "from 10 May"),
        ("50 mg once a day", "from March 2026"),
    ]
    page.remove_change(view.page.doses[0].id)
    assert [row.title for row in view.page.doses] == ["50 mg once a day"]


def test_a_wrong_date_keeps_the_form_open(page: MedicinePresenter, view: View) -> None:
    page.stop(PartialDate(2025), view, view.close)
    assert (view.closed, view.problem) == (0, "The stop is before the start.")
    page.stop(PartialDate(2026, 6, 18), view, view.close)
    assert view.page.past
    page.resume()
    assert not view.page.past


def test_a_medicine_can_be_changed_and_removed(
    diary: Diary, page: MedicinePresenter, view: View
) -> None:
    since = PartialDate(2026, 2)
    told_of = filled(name="Zoloft", kind="antidepressant", since=since, treats=True, note="n")
    page.edit(told_of, view, view.close)
    assert (view.page.name, view.page.treats) == ("Zoloft", "For the twitching")
    assert view.page.line == "Since February 2026 · Antidepressant"
    page.edit(filled(name="Furosemide"), view, view.close)
    assert view.page.line == "Diuretic"
    page.steps.undo()
    page.remove()
    assert view.away
    page.steps.undo()
    assert diary.medications.all()[0].name == "Zoloft"


def test_a_dose_can_be_taken_off_the_list(page: MedicinePresenter, view: View) -> None:
    page.take(IntakeKind.LATE)
    page.remove_intake(view.intake, view, view.close)
    assert view.page.intakes == ()


def test_from_today_one_tap_records_what_is_taken_now(
    diary: Diary, services: Services, view: View, sertraline: Medication
) -> None:
    needed = diary.medications.add("Ibuprofen", dose=Dose(400, "mg", AS_NEEDED)).value
    presenter = TakingPresenter(services, view)
    presenter.refresh()
    assert [[word for _kind, word in each.taps] for each in view.page] == [
        ["Took a dose", "Took extra"],
        ["Took extra", "Late", "Missed"],
    ]
    presenter.take(needed.id, IntakeKind.NEEDED)
    assert view.said == ["Ibuprofen: dose as needed recorded"]
    assert view.intake == diary.medications.get(needed.id).intakes[0].id


def test_a_dose_of_a_day_gone_by_is_recorded_on_that_day(
    diary: Diary, services: Services, view: View, sertraline: Medication
) -> None:
    yesterday = diary.clock.now().day - timedelta(days=1)
    presenter = TakingPresenter(services, view, yesterday)
    presenter.refresh()
    assert [each.chosen for each in presenter.hours] == [False, True, False, False]
    presenter.hour = 8
    presenter.take(sertraline.id, IntakeKind.MISSED)
    (intake,) = diary.medications.get(sertraline.id).intakes
    assert f"{intake.moment.local:%d %H:%M}" == f"{yesterday:%d} 08:00"


def test_care_says_in_one_line_what_is_known(
    diary: Diary, services: Services, view: View, sertraline: Medication, clock: FixedClock
) -> None:
    keys = [each.key for each in SECTIONS]
    presenter = CarePresenter(services, view, keys)
    presenter.refresh()
    lines = {row.key: row.second for row in view.page}
    assert (lines["medicines"], lines["treatments"]) == ("Sertraline", "Not recorded yet")
    diary.medications.stop(sertraline.id, PartialDate.of(clock.now().day))
    diary.treatments.add("massage")
    presenter.refresh()
    lines = {row.key: row.second for row in view.page}
    assert (lines["medicines"], lines["treatments"]) == ("None taken now", "Massage")
    assert {"medications", "treatments"} <= presenter.kinds


def test_only_sections_that_open_are_shown(services: Services, view: View) -> None:
    presenter = CarePresenter(services, view, {"medicines"})
    presenter.refresh()
    assert [row.key for row in view.page] == ["medicines"]


def test_many_names_are_cut_at_a_name() -> None:
    assert named([]) == ""
    assert named(["a {name}", "b"]) == "a {name}, b"
    long = [f"A medicine number {n}" for n in range(6)]
    assert named(long).endswith("and 3 more")


@given(st.integers(1, 9_999_999_999))
def test_an_amount_in_a_field_reads_back_as_it_was(ten_thousandths: int) -> None:
    amount = ten_thousandths / 10_000
    assert read_number(say_number(amount)) == pytest.approx(amount, abs=1e-9)
