"""*Bring entries in*: from a file to its entries, looked at first, undone in one step."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from twitchlog.diary.transfer import document
from twitchlog.domain.errors import DiskFull
from twitchlog.presenters.bring_in import BringInPresenter

if TYPE_CHECKING:
    from twitchlog.presenters.bring_in_page import BringInPage
    from twitchlog.presenters.services import Services

FILES = Path(__file__).parents[1] / "data" / "imports"


@dataclass
class View:
    """Keeps what the presenter said."""

    pages: list[BringInPage] = field(default_factory=list)
    told: list[tuple[str, bool]] = field(default_factory=list)
    may_redo: bool = False
    complaints: list[str] = field(default_factory=list)
    left: int = 0

    @property
    def page(self) -> BringInPage:
        return self.pages[-1]

    def show(self, page: BringInPage) -> None:
        self.pages.append(page)

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        self.told.append((sentence, undo))
        self.may_redo = redo

    def complain(self, sentence: str) -> None:
        self.complaints.append(sentence)

    def leave(self) -> None:
        self.left += 1


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(services: Services, view: View) -> BringInPresenter:
    return BringInPresenter(services, view)


def test_a_file_is_named_and_its_columns_and_first_lines_are_shown(presenter, view):
    presenter.choose(FILES / "twitches.csv")
    page = view.page
    assert (page.name, page.kind) == ("twitches.csv", "A table (CSV)")
    assert page.columns[0].second == "Date. For example: 2026-06-14"
    assert page.columns[5].second == "How strong, 0–10. For example: 4"
    assert page.lines[0].title == "Left calf"
    assert page.lines[0].second == (
        "Sunday 14 June 2026, 08:15 · 20 seconds · mild · caffeine · “After breakfast, sitting”"
    )
    assert page.lines[5].wrong
    assert page.logged
    assert (page.ready, page.busy, page.count) == (True, False, "")


def test_what_it_would_add_is_said_before_anything_is_written(presenter, view, diary):
    presenter.choose(FILES / "twitches.csv")
    presenter.check()
    assert view.page.count == "5 entries to add, 7 lines that cannot be read."
    assert view.page.details == ("5 twitches.",)
    assert view.page.problems[-1].title == "Line 15: “maybe” is neither yes nor no."
    assert view.page.can_add
    assert diary.twitches.count() == 0


def test_what_is_brought_in_is_one_step_and_the_page_is_left(presenter, view, diary):
    presenter.choose(FILES / "twitches.csv")
    presenter.check()
    presenter.bring_in()
    assert diary.twitches.count() == 5
    assert view.left == 1
    assert view.told == [("5 entries added, 7 lines that cannot be read.", True)]
    presenter.steps.undo()
    assert diary.twitches.count() == 0


def test_the_same_file_again_adds_nothing(presenter, view):
    for _time in range(2):
        presenter.choose(FILES / "american.tsv")
        presenter.check()
        presenter.bring_in()
    assert view.page.count == "0 entries to add, 2 already there."
    assert not view.page.can_add


def test_what_lines_leave_open_is_chosen_once_for_all(presenter, view):
    presenter.choose(FILES / "twitches.csv")
    assert view.page.place == "Left out"
    presenter.fill_place("thigh-left")
    presenter.fill_time(720)
    assert view.page.place == "Left thigh"
    presenter.check()
    assert view.page.count == "7 entries to add, 5 lines that cannot be read."


def test_another_reading_of_a_column_shows_at_once_and_asks_to_look_again(presenter, view):
    presenter.choose(FILES / "twitches.csv")
    presenter.check()
    presenter.read_as(8, "skip")
    assert view.page.columns[8].second.startswith("Leave out")
    assert "After breakfast" not in view.page.lines[0].second
    assert view.page.count == ""


def test_dates_that_mean_two_days_are_asked_about(presenter, view):
    presenter.choose(FILES / "either-way.csv")
    assert not view.page.ready
    assert "whether the day or the month comes first" in view.page.missing
    presenter.check()
    assert "whether the day" in view.complaints[-1]
    presenter.order_dates("day-first")
    assert view.page.ready
    assert view.page.lines[0].second.startswith("Sunday 6 July 2025, 16:05")
    presenter.order_dates("month-first")
    assert view.page.lines[0].second.startswith("Saturday 7 June 2025, 16:05")


def test_a_column_without_a_date_is_asked_for(presenter, view, tmp_path):
    (tmp_path / "t.csv").write_text("place,note\nleft calf,x\n", encoding="utf-8")
    presenter.choose(tmp_path / "t.csv")
    assert view.page.missing == "Choose the column that holds the date."


def test_whether_its_days_count_as_logged_changes_what_is_added(presenter, view):
    presenter.choose(FILES / "habits.csv")
    presenter.check()
    assert view.page.details[0] == "8 amounts."
    presenter.count_as_logged(True)
    assert view.page.details == ("3 check-ins.",)


def test_the_export_of_another_program_needs_no_columns(presenter, view):
    presenter.choose(FILES / "apple-health.xml")
    assert view.page.kind == "An export of Apple Health"
    assert view.page.columns == ()
    assert view.page.place == ""
    presenter.check()
    assert view.page.count == "5 entries to add, 1 line that cannot be read."
    assert any("Heart rate (1)" in each for each in view.page.details)


def test_a_whole_diary_is_brought_back_the_same_way(presenter, view, diary, tmp_path):
    kept = diary.twitches.log(["calf-left"]).value
    document.save(diary, tmp_path / "all.json")
    diary.twitches.remove(kept.id)
    diary.bin.empty()
    presenter.choose(tmp_path / "all.json")
    presenter.check()
    assert view.page.can_add
    presenter.bring_in()
    assert [each.id for each in diary.twitches.newest(5)] == [kept.id]


def test_what_cannot_be_brought_in_is_said_and_the_page_stays(presenter, view, tmp_path):
    (tmp_path / "p.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 60)
    presenter.choose(tmp_path / "p.png")
    assert "holds no entries" in view.complaints[-1]
    assert view.page.name == ""
    assert not view.page.busy


def test_reading_that_is_stopped_leaves_the_page_as_it_was(presenter, view, tmp_path):
    lines = [f"2026-06-01 {n // 60 % 24:02}:{n % 60:02},left calf" for n in range(9000)]
    (tmp_path / "t.csv").write_text("\n".join(["when,place", *lines]), encoding="utf-8")
    presenter.choose(tmp_path / "t.csv")
    told = presenter._told
    presenter._told = lambda done, total: (told(done, total), presenter.cancel())
    presenter.check()
    assert view.complaints == []
    assert (view.page.count, view.page.busy, view.page.name) == ("", False, "t.csv")
    assert 0 < presenter.share < 1


def test_while_it_is_written_the_page_says_so_and_a_second_tap_does_nothing(presenter, view):
    presenter.choose(FILES / "american.tsv")
    presenter.check()
    shown = len(view.pages)
    presenter.bring_in()
    assert [(page.busy, page.doing) for page in view.pages[shown:]] == [
        (True, "Writing the entries")
    ]


def test_what_could_not_be_written_is_said_and_can_be_tried_again(presenter, view, diary):
    presenter.choose(FILES / "american.tsv")
    presenter.check()
    write = presenter._services.diary.operation
    diary.operation = lambda *_args, **_more: (_ for _ in ()).throw(DiskFull("No room."))
    presenter.bring_in()
    diary.operation = write
    assert view.complaints == ["No room."]
    assert (view.page.busy, view.page.can_add) == (False, True)
    presenter.bring_in()
    assert diary.twitches.count() == 2
