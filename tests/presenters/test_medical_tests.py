"""The page of tests: rows in words, values as typed, files with the test, all in one step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PIL import Image

from support.kept_view import KeptView
from twitchlog.domain.analyte import ANALYTES
from twitchlog.domain.errors import BadInput
from twitchlog.domain.measure import Measure
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters import medical_tests as told
from twitchlog.presenters.kept_files import Files, new_file_row, path_of
from twitchlog.presenters.medical_tests import MedicalTestsPresenter

BLOOD = MedicalTest(
    "blood",
    day=PartialDate(2026, 6, 2),
    place="Family practice",
    result="Potassium a\nlittle low",
    values=(Measure("potassium", 3.4, "mmol/l", 3.5, 5.1), Measure("tsh", 1.9, "mU/l")),
)


@pytest.fixture
def view():
    return KeptView()


@pytest.fixture
def page(services, view):
    presenter = MedicalTestsPresenter(services, view)
    presenter.refresh()
    return presenter


@pytest.fixture
def sheet(tmp_path):
    """A picture of a laboratory's sheet."""
    path = tmp_path / "sheet.png"
    Image.new("RGB", (4, 4)).save(path)
    return path


def test_a_test_stands_in_words_with_what_lies_outside_the_laboratorys_range(page, view):
    page.save(BLOOD, Files(), view, view.close)
    page.refresh()
    (row,) = view.page.tests
    assert row.title == "Blood test"
    assert row.second.splitlines() == [
        "2 June · Family practice · 2 values",
        "Potassium a little low",
        "Potassium below the laboratory’s range",
    ]
    assert (view.said, view.closed) == (["Blood test: saved"], 1)


def test_test_and_files_are_one_step(page, view, diary, sheet):
    page.save(BLOOD, Files((sheet,)), view, view.close)
    page.refresh()
    (test,) = page.known.values()
    (file,) = page.files[test.id]
    assert (file.name, file.icon) == ("sheet.png", "image-outline")
    assert path_of(diary, file).read_bytes() == sheet.read_bytes()
    assert "1 file" in view.page.tests[0].second
    page.save(replace(test, note="x"), Files(removed=(file.id,)), view, view.close)
    page.refresh()
    assert page.files[test.id] == ()
    page.steps.undo()
    page.refresh()
    assert len(page.files[test.id]) == 1
    page.steps.undo()
    page.refresh()
    assert view.page.tests == ()
    assert diary.attachments.all() == ()


def test_a_file_that_is_gone_leaves_the_form_open_and_nothing_half_saved(
    page, view, diary, tmp_path
):
    page.save(BLOOD, Files((tmp_path / "gone.png",)), view, view.close)
    assert view.closed == 0
    assert "gone.png" in view.problem
    assert diary.tests.all() == ()
    assert diary.next_undo() is None


def test_a_chosen_file_can_be_opened_before_it_is_saved(diary, sheet):
    assert path_of(diary, new_file_row(sheet)) == sheet


def test_values_are_read_as_typed_with_a_comma_and_a_limit(page):
    del page
    value = told.read_value("crp", "", amount="< 0,5", unit="mg/l", low="", high="5")
    assert value == Measure("crp", 0.5, "mg/l", None, 5, "<")
    assert told.typed(value) == ("<0.5", "", "5")
    assert told.value_row(value).second == "< 0.5 mg/l · laboratory up to 5"
    high = told.read_value("own", "Lead", amount="12", unit="", low="1", high="5")
    assert told.value_row(high).mark == "Above the laboratory’s range"
    with pytest.raises(BadInput):
        told.read_value("crp", "", amount="", unit="", low="", high="")


def test_a_value_without_its_unit_is_not_kept_where_the_laboratory_gives_one():
    bare = told.read_value("potassium", "", amount="3.4", unit="", low="", high="")
    with pytest.raises(BadInput, match="Choose the unit"):
        told.whole(bare)
    lead = told.read_value("own", "Lead", amount="12", unit="", low="", high="")
    assert told.whole(lead) == lead


def test_the_unit_of_last_time_is_offered_first_and_never_guessed_among_several(page, view):
    assert page.usual_unit("potassium") == ""
    assert page.usual_unit("egfr") == ANALYTES["egfr"].units[0]
    page.save(BLOOD, Files(), view, view.close)
    page.refresh()
    assert page.usual_unit("potassium") == "mmol/l"


def test_own_words_are_kept_beside_the_tests(page, view, diary):
    page.save_words("Blood was taken twice", view, view.close)
    assert diary.profile.get().tests == "Blood was taken twice"


def test_every_analyte_is_offered_once():
    ((_name, chips),) = told.analytes()
    assert [value for value, _words in chips] == [*ANALYTES, "own"]
