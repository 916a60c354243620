"""One entry with several places: added, refined, set aside, and undone as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from twitchlog.presenters.log_places import swapped, toggled

if TYPE_CHECKING:
    from support.log_view import LogView
    from twitchlog.diary import Diary
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.log_sheet import LogSheetPresenter


def _only(diary: Diary) -> Twitch:
    entries = diary.twitches.newest(10)
    assert len(entries) == 1
    return entries[0]


def test_without_asking_for_several_another_place_takes_the_place_of_the_first(
    sheet: LogSheetPresenter, diary: Diary
) -> None:
    sheet.pick(("calf-left",), "back")
    sheet.pick(("thigh-right",), "front")
    assert _only(diary).sites == ("thigh-right",)


def test_several_places_are_one_entry_and_one_undo(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.pick(("calf-left",), "back")
    sheet.ask_several(several=True)
    sheet.pick(("thigh-right",), "front")
    sheet.choose_place("tongue")
    assert _only(diary).sites == ("calf-left", "thigh-right", "tongue")
    assert [chip.text for chip in log_view.page.places] == ["Left calf", "Right thigh", "Tongue"]
    assert log_view.page.foot.title == "3 places are logged"
    diary.undo()
    assert diary.twitches.count() == 0


def test_several_may_be_asked_for_before_the_first_place(
    sheet: LogSheetPresenter, diary: Diary
) -> None:
    sheet.ask_several(several=True)
    sheet.pick(("calf-left",), "back")
    sheet.pick(("calf-right",), "back")
    assert _only(diary).sites == ("calf-left", "calf-right")


def test_a_long_press_adds_and_from_then_on_several_are_meant(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.pick(("calf-left",), "back")
    sheet.pick(("shin-left",), "front", adds=True)
    assert log_view.page.several
    assert log_view.page.foot.title == "Left calf, left shin are logged"
    sheet.pick(("shin-left",), "front")
    assert _only(diary).sites == ("calf-left",)


def test_the_last_place_stays_however_it_is_taken_out(
    sheet: LogSheetPresenter, diary: Diary
) -> None:
    sheet.ask_several(several=True)
    sheet.pick(("calf-left",), "back")
    sheet.pick(("calf-left",), "back")
    sheet.drop_place("calf-left")
    assert _only(diary).sites == ("calf-left",)


def test_a_chip_takes_its_place_out(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.ask_several(several=True)
    sheet.pick(("calf-left",), "back")
    sheet.pick(("thigh-right",), "front")
    sheet.drop_place("calf-left")
    assert _only(diary).sites == ("thigh-right",)
    assert log_view.page.places == ()
    assert log_view.page.place.name == "Thigh"


def test_sides_belong_to_the_place_taken_last(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.ask_several(several=True)
    sheet.pick(("calf-left",), "back")
    sheet.pick(("shoulder-left",), "front")
    sheet.choose_side("both")
    assert _only(diary).sites == ("calf-left", "shoulder-left", "shoulder-right")
    assert [side.text for side in log_view.page.place.sides if side.chosen] == ["Both"]
    sheet.choose_side("right")
    assert _only(diary).sites == ("calf-left", "shoulder-right")


def test_a_part_takes_the_place_of_what_was_tapped_last_and_of_nothing_else(
    sheet: LogSheetPresenter, diary: Diary
) -> None:
    sheet.ask_several(several=True)
    sheet.pick(("shoulder-left",), "front")
    sheet.pick(("calf-left", "calf-inner-left"), "back")
    sheet.choose_part("calf-inner-left")
    assert _only(diary).sites == ("shoulder-left", "calf-inner-left")


def test_the_first_tap_in_an_inset_says_more_exactly_what_opened_it(
    sheet: LogSheetPresenter, diary: Diary
) -> None:
    sheet.ask_several(several=True)
    sheet.pick(("calf-left",), "back")
    sheet.pick(("hand-left", "thumb-left"), "front")
    sheet.pick(("thumb-left",), "hand-left")
    assert _only(diary).sites == ("calf-left", "thumb-left")
    sheet.pick(("index-finger-left",), "hand-left")
    assert _only(diary).sites == ("calf-left", "thumb-left", "index-finger-left")


def test_in_an_inset_one_place_alone_is_refined_again_and_again(
    sheet: LogSheetPresenter, diary: Diary
) -> None:
    sheet.pick(("hand-left", "thumb-left"), "front")
    sheet.pick(("thumb-left",), "hand-left")
    sheet.pick(("index-finger-left",), "hand-left")
    assert _only(diary).sites == ("index-finger-left",)


def test_an_old_entry_of_several_places_keeps_them_when_one_more_is_tapped(
    sheet: LogSheetPresenter, diary: Diary
) -> None:
    entry = diary.twitches.log(["calf-left", "tongue"]).value
    sheet.edit(entry.id)
    sheet.pick(("shin-left",), "front")
    assert diary.twitches.get(entry.id).sites == ("calf-left", "tongue", "shin-left")


def test_the_next_entry_begins_with_one_place(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.ask_several(several=True)
    sheet.pick(("calf-left",), "back")
    sheet.done()
    sheet.begin()
    assert not log_view.page.several
    sheet.pick(("tongue",), "front")
    assert diary.twitches.newest(1)[0].sites in {("tongue",), ("calf-left",)}
    assert diary.twitches.count() == 2


@pytest.mark.parametrize(
    ("sites", "taken", "left"),
    [
        ((), "a", ("a",)),
        (("a",), "a", ("a",)),
        (("a", "b"), "a", ("b",)),
        (("a",), "b", ("a", "b")),
    ],
)
def test_toggling_never_leaves_nothing(
    sites: tuple[str, ...], taken: str, left: tuple[str, ...]
) -> None:
    assert toggled(sites, taken) == left


def test_giving_way_leaves_no_place_twice() -> None:
    sites = ("calf-left", "calf-right", "tongue")
    assert swapped(sites, "calf-left", ("calf-right",)) == ("calf-right", "tongue")
    assert swapped(("tongue", "calf-left"), "calf-left", ("tongue",)) == ("tongue",)
