"""What can be left out of the triggers, and named as the one thing suspected."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate
from twitchlog.domain.profile import PartialDate
from twitchlog.presenters.services import Services
from twitchlog.presenters.trigger_choices import TriggerChoicesPresenter
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.presenters.trigger_choices import ChoicesPage

TODAY = date(2026, 6, 18)


class View:
    def __init__(self) -> None:
        self.pages: list[ChoicesPage] = []
        self.told: list[str] = []
        self.complaints: list[str] = []

    def show(self, page: ChoicesPage) -> None:
        self.pages.append(page)

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        del undo, redo
        self.told.append(sentence)

    def complain(self, sentence: str) -> None:
        self.complaints.append(sentence)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(diary: Diary, view: View) -> TriggerChoicesPresenter:
    for back in range(3):
        diary.checkins.save(TODAY - timedelta(days=back), {"sleep": 7.0 + back})
    diary.medications.add("Magnesium", started=PartialDate.of(TODAY - timedelta(days=1)))
    services = Services(diary, Immediate(), Announcements(), diary.clock, SettingsFile(diary.path))
    made = TriggerChoicesPresenter(services, view)
    services.news.listen(lambda _changes: made.refresh())
    made.refresh()
    return made


def test_everything_of_which_there_are_days_can_be_chosen(presenter, view):
    page = view.pages[-1]
    assert [(row.title, row.second) for row in page.rows] == [("Sleep", "Recorded on 3 days")]
    assert [(row.title, row.second) for row in page.taken] == [
        ("Magnesium", "Begun or stopped 1 time")
    ]
    assert all(row.second == "Not recorded yet" for row in page.others)
    assert "Stress" in {row.title for row in page.others}


def test_a_switch_is_kept_at_once_and_undone(presenter, view, diary):
    presenter.look_at("sleep", on=False)
    assert not view.pages[-1].rows[0].looked_at
    assert view.told == ["Things to look at chosen"]
    presenter.steps.undo()
    assert view.pages[-1].rows[0].looked_at
    presenter.look_at("medicine/magnesium", on=False)
    presenter.look_at("sleep", on=False)
    presenter.look_at("sleep", on=True)
    assert diary.trigger_choices.read().left_out == {"medicine/magnesium"}


def test_the_suspect_cannot_be_left_out_and_its_switch_goes_back(presenter, view):
    gone = []
    presenter.name("sleep", lambda: gone.append(True))
    assert gone == [True]
    assert view.pages[-1].rows[0].suspected
    assert "You named it before you looked." in view.pages[-1].suspect
    presenter.look_at("sleep", on=False)
    assert "cannot be left out" in view.complaints[-1]
    assert view.pages[-1].rows[0].looked_at


def test_naming_after_a_look_says_that_only_later_days_count(presenter, view, diary):
    assert "all your days count" in view.pages[-1].means
    diary.trigger_choices.looked(TODAY)
    presenter.name("sleep", lambda: None)
    assert "only the days after" in view.pages[-1].means
    assert "only later days count" in view.pages[-1].suspect
    presenter.take_back()
    assert view.pages[-1].suspect == ""
