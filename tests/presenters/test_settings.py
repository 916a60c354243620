from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.presenters import help as helping
from twitchlog.presenters import settings as told
from twitchlog.presenters.erasing import Holding
from twitchlog.presenters.settings import SettingsPresenter
from twitchlog.settings import TEXT_SCALES, SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services


class View:
    def __init__(self) -> None:
        self.page: Any = None
        self.worn: list[Any] = []
        self.said: list[tuple[str, bool]] = []
        self.asked: tuple[tuple[str, ...], Holding] | None = None

    def show(self, page: Any) -> None:
        self.page = page

    def wear(self, settings: Any) -> None:
        self.worn.append(settings)

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        del redo
        self.said.append((sentence, undo))

    def ask_erase(self, ids: tuple[str, ...], held: Holding) -> None:
        self.asked = (ids, held)

    def complain(self, sentence: str) -> None:
        raise AssertionError(sentence)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def presenter(services: Services, view: View) -> SettingsPresenter:
    presenter = SettingsPresenter(services, view)
    services.news.listen(lambda _changes: presenter.refresh())
    presenter.refresh()
    return presenter


def test_a_choice_about_the_look_acts_at_once_and_is_kept(
    diary: Diary, presenter: SettingsPresenter, view: View
) -> None:
    presenter.choose(look="dark")
    presenter.choose(text_scale=1.3)
    assert [(one.look, one.text_scale) for one in view.worn] == [("dark", 1.0), ("dark", 1.3)]
    kept = SettingsFile(diary.path).values
    assert (kept.look, kept.text_scale) == ("dark", 1.3)


def test_a_removed_entry_can_be_brought_back_and_that_be_undone(
    diary: Diary, presenter: SettingsPresenter, view: View
) -> None:
    twitch = diary.twitches.log(["calf-left"]).value
    diary.twitches.remove(twitch.id)
    presenter.refresh()
    (row,) = view.page.bin
    assert (row.title, row.second) == ("Left calf", "Today, 21:04; removed today")
    presenter.restore(row.id)
    assert diary.twitches.get(twitch.id).sites == ("calf-left",)
    assert view.page.bin_second == "Empty"
    assert view.said[-1] == ("Left calf brought back", True)
    presenter.steps.undo()
    assert view.page.bin_second == "1 removed entry"


def test_what_is_erased_is_gone_and_offers_no_undo(
    diary: Diary, presenter: SettingsPresenter, view: View
) -> None:
    for site in ("calf-left", "hand-left"):
        diary.twitches.remove(diary.twitches.log([site]).value.id)
    presenter.refresh()
    presenter.erase(*(row.id for row in view.page.bin))
    assert view.page.bin == ()
    assert diary.bin.items() == ()
    assert view.said == [("2 entries erased for good", False)]


def test_erasing_says_in_how_many_backups_it_is_and_cleans_those_too_where_asked(
    diary: Diary, presenter: SettingsPresenter, view: View
) -> None:
    twitch = diary.twitches.log(["calf-left"]).value
    diary.backups.make()
    diary.twitches.remove(twitch.id)
    presenter.ask_erase(twitch.id)
    assert view.asked == (
        (twitch.id,),
        Holding(1, "It is still in 1 backup."),
    )
    presenter.erase(twitch.id, clean=True)
    assert view.said[-1] == ("1 entry erased for good, from 1 backup too", False)
    assert diary.bin.items() == ()
    assert diary.backups.holding(twitch.id).all == ()


def test_the_settings_say_in_a_line_how_backups_and_second_copies_stand(
    diary: Diary, presenter: SettingsPresenter, view: View, tmp_path: Path
) -> None:
    assert view.page.backups_second == "None yet; one is made when you close the program"
    assert view.page.copy_second == "None yet; a stick or a synchronised folder"
    diary.twitches.log(["calf-left"])
    made = diary.backups.make()
    (tmp_path / "STICK").mkdir()
    diary.backups.second_copy.choose(tmp_path / "STICK")
    presenter.refresh()
    assert view.page.backups_second == "Last one today, 21:04; checked. 1 kept."
    assert view.page.copy_second == "In “STICK”, none made yet"
    diary.backups.second_copy.make(made)
    presenter.refresh()
    assert view.page.copy_second == "In “STICK”, last on 18 June"
    (tmp_path / "STICK").rename(tmp_path / "away")
    presenter.refresh()
    assert view.page.copy_second == "“STICK” has not been there since today"


@pytest.mark.in_file
def test_the_settings_say_where_the_diary_lies(
    diary: Diary, presenter: SettingsPresenter, view: View
) -> None:
    assert view.page.diary == str(diary.path)
    assert diary.path.parent == presenter.diary_folder


def test_every_text_size_and_look_has_a_word() -> None:
    assert len({told.size_word(scale) for scale in TEXT_SCALES}) == len(TEXT_SCALES)
    assert [word for _look, word in told.looks()] == ["System", "Light", "Dark"]


def test_the_help_says_where_the_diary_lies_and_that_it_is_no_diagnosis() -> None:
    cards = helping.cards("/home/me/diary.sqlite")
    said = " ".join(card.text for card in cards)
    assert "/home/me/diary.sqlite" in said
    assert "not a diagnosis" in said
    assert "!" not in said


def test_where_the_day_ends_is_chosen_said_and_can_be_undone(
    diary: Diary, presenter: SettingsPresenter, view: View
) -> None:
    assert [each.text for each in view.page.day_ends] == [
        "Midnight", "01:00", "02:00", "03:00", "04:00", "05:00",
    ]  # fmt: skip
    assert [each.value for each in view.page.day_ends if each.chosen] == ["0"]
    presenter.end_day_at("240")
    assert [each.text for each in view.page.day_ends if each.chosen] == ["04:00"]
    assert view.page.day_ends_said == (
        "What you log after midnight, but before 04:00, counts as the day before. "
        "Entries already written stay where they are."
    )
    assert view.said == [("The day ends at 04:00", True)]
    presenter.end_day_at("240")
    assert len(view.said) == 1
    presenter.steps.undo()
    assert [each.value for each in view.page.day_ends if each.chosen] == ["0"]
    assert diary.clock.day_ends == 0
