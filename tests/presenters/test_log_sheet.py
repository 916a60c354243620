"""Logging and changing an entry in the sheet."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from twitchlog.domain.twitch import OWN, Strength, Trigger

if TYPE_CHECKING:
    from support.log_view import LogView
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.log_sheet import LogSheetPresenter
    from twitchlog.presenters.services import Services


def _only(diary: Diary) -> Twitch:
    entries = diary.twitches.newest(10)
    assert len(entries) == 1
    return entries[0]


def _chosen(choices: Any) -> list[str]:
    return [choice.text for choice in choices if choice.chosen]


def test_nothing_is_saved_before_a_place_is_chosen(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.choose_strength(Strength.CLEAR)
    sheet.choose_length("60")
    assert diary.twitches.count() == 0
    assert log_view.page.title == "Log a twitch"
    assert log_view.page.foot.title == "Tap a place, it is saved at once"
    assert not log_view.page.foot.saved


def test_what_was_said_of_the_last_one_there_is_suggested_and_never_taken_over(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, clock: FixedClock
) -> None:
    diary.twitches.log(
        ["calf-left"],
        moment=clock.now().earlier(minutes=300),
        duration_s=1800,
        strength=Strength.MILD,
        triggers=[Trigger("caffeine")],
    )
    sheet.begin()
    sheet.pick(("calf-left", "calf-inner-left"))
    entry = diary.twitches.newest(1)[0]
    assert (entry.sites, entry.duration_s, entry.strength) == (("calf-left",), None, None)
    assert entry.triggers == ()
    assert entry.moment == clock.now()
    assert log_view.page.foot.title == "Left calf is logged"
    assert log_view.page.foot.details == "21:04"
    assert _chosen(log_view.page.lengths) == []
    assert log_view.page.length_hint == "last time 30 min"
    assert "30 min" in [each.text for each in log_view.page.lengths]  # one tap says it again
    assert log_view.page.strength_hint == "last time mild"
    sheet.choose_length("1800")
    sheet.choose_strength(Strength.MILD)
    assert log_view.page.length_hint == log_view.page.strength_hint == ""
    entry = diary.twitches.newest(1)[0]
    assert (entry.duration_s, entry.strength) == (1800, Strength.MILD)


def test_another_place_is_told_nothing_of_what_was_said_of_the_first(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, clock: FixedClock
) -> None:
    before = clock.now().earlier(minutes=300)
    diary.twitches.log(["eyelid-left"], moment=before, duration_s=300, strength=Strength.MILD)
    sheet.begin()
    sheet.choose_place("calf-left")
    assert log_view.page.length_hint == log_view.page.strength_hint == ""


def test_details_added_to_an_entry_of_just_now_are_no_change_of_it(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    entry = diary.twitches.log(["calf-left"]).value
    sheet.edit(entry.id, fresh=True)
    assert log_view.page.title == "Details"
    sheet.choose_length("300")
    assert log_view.page.foot.title == "Left calf is logged"
    sheet.done()
    assert log_view.said[-1].startswith("Left calf logged, 21:04")
    assert diary.twitches.get(entry.id).duration_s == 300


def test_every_further_tap_changes_that_entry_at_once_and_all_is_one_undo(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, clock: FixedClock
) -> None:
    sheet.pick(("calf-left",))
    sheet.choose_when("15")
    sheet.choose_length("300")
    sheet.choose_strength(Strength.MILD)
    sheet.toggle_trigger("caffeine")
    sheet.type_note("on the sofa")
    entry = _only(diary)
    assert entry.moment == clock.now().earlier(minutes=15)
    assert (entry.duration_s, entry.strength) == (300, Strength.MILD)
    assert entry.triggers == (Trigger("caffeine"),)
    assert entry.note == "on the sofa"
    assert log_view.page.when_said == "today at 20:49, 15 minutes ago"
    assert log_view.page.foot.details == "20:49 · 5 min · mild · caffeine · on the sofa"
    diary.undo()
    assert diary.twitches.count() == 0


def test_what_was_set_before_the_place_is_kept(sheet: LogSheetPresenter, diary: Diary) -> None:
    sheet.choose_length("60")
    sheet.toggle_trigger("stress")
    sheet.choose_place("tongue")
    entry = _only(diary)
    assert (entry.duration_s, entry.triggers) == (60, (Trigger("stress"),))


def test_undo_in_the_foot_takes_the_whole_entry_back(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.pick(("calf-left",))
    sheet.choose_length("60")
    sheet.undo()
    assert diary.twitches.count() == 0
    assert log_view.page.foot.title == "Tap a place, it is saved at once"
    assert log_view.page.place is None
    assert log_view.said == ["“Left calf logged” is undone [Redo]"]
    assert log_view.closed == 0


def test_undo_names_an_entry_by_the_place_it_came_to_have(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.pick(("scalp",))
    sheet.pick(("calf-left",))
    sheet.undo()
    assert diary.twitches.count() == 0
    assert log_view.said == ["“Left calf logged” is undone [Redo]"]


def test_undo_in_the_foot_is_of_this_entry_even_when_another_was_logged_since(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.pick(("calf-left",))
    diary.twitches.log(["tongue"])
    sheet.undo()
    assert _only(diary).sites == ("tongue",)
    assert log_view.page.place is None


def test_an_entry_undone_elsewhere_is_no_longer_shown_as_logged(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, services: Services
) -> None:
    sheet.pick(("calf-left",))
    services.news.publish(diary.undo())
    assert log_view.page.foot.title == "Tap a place, it is saved at once"
    sheet.choose_place("tongue")
    assert _only(diary).sites == ("tongue",)


def test_the_side_can_be_left_right_or_both(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.pick(("calf-left",))
    assert log_view.page.place.name == "Calf"
    assert log_view.page.place.where == "back of the lower leg"
    assert _chosen(log_view.page.place.sides) == ["Left"]
    sheet.choose_side("both")
    assert _only(diary).sites == ("calf-left", "calf-right")
    assert _chosen(log_view.page.place.sides) == ["Both"]
    sheet.choose_side("right")
    assert _only(diary).sites == ("calf-right",)


def test_a_place_in_the_middle_has_no_sides(sheet: LogSheetPresenter, log_view: LogView) -> None:
    sheet.choose_place("tongue")
    assert log_view.page.place.sides == ()


def test_a_tap_that_may_mean_several_places_offers_them(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.pick(("nose", "eyelid-left", "eyelid-right", "lower-eyelid-left"))
    assert [part.text for part in log_view.page.parts] == ["Nose", "Eyelid", "Lower eyelid"]
    sheet.choose_place("eyelid-left")
    assert _only(diary).sites == ("eyelid-left",)
    assert _chosen(log_view.page.parts) == ["Eyelid"]
    sheet.choose_place("tongue")
    assert log_view.page.parts == ()


def test_done_closes_and_names_the_entry(sheet: LogSheetPresenter, log_view: LogView) -> None:
    sheet.pick(("calf-left",))
    sheet.done()
    assert log_view.closed == 1
    assert log_view.said == ["Left calf logged, 21:04 [Undo]"]


def test_the_day_is_named_where_an_entry_is_of_another_than_today(
    sheet: LogSheetPresenter, log_view: LogView
) -> None:
    sheet.pick(("calf-left",))
    sheet.type_when("yesterday", "21:30")
    assert log_view.page.foot.details == "Yesterday, 21:30"
    sheet.type_note("Felt it\nfirst while I was waiting for the late train home")
    shown = "Yesterday, 21:30 · Felt it first while I was waiting for th…"
    assert log_view.page.foot.details == shown
    sheet.done()
    assert log_view.said[-1].startswith("Left calf logged, yesterday, 21:30")


def test_closing_without_a_place_says_nothing(sheet: LogSheetPresenter, log_view: LogView) -> None:
    sheet.leave()
    assert (log_view.closed, log_view.said) == (1, [])


def test_an_old_entry_opens_with_its_values_and_is_changed_as_one_step(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary, clock: FixedClock
) -> None:
    before = diary.twitches.log(
        ["calf-left"],
        moment=clock.now().earlier(minutes=3 * 24 * 60),
        duration_s=12,
        triggers=[Trigger(OWN, "Long drive")],
    ).value
    sheet.edit(before.id)
    assert log_view.page.title == "Change this entry"
    assert log_view.page.editing
    assert log_view.page.length_said == "12 s"
    assert log_view.page.when_said == "Monday at 21:04"
    assert [choice.text for choice in log_view.page.when] == ["08:00", "12:00", "18:00", "22:00"]
    assert "Long drive" in _chosen(log_view.page.triggers)
    assert not log_view.page.foot.undo
    sheet.choose_strength(Strength.STRONG)
    sheet.choose_length("")
    assert diary.twitches.get(before.id).strength is Strength.STRONG
    assert diary.twitches.get(before.id).duration_s is None
    assert log_view.page.foot.title == "Left calf is changed"
    sheet.undo()
    assert diary.twitches.get(before.id) == before
    assert log_view.page.strength is None
    assert not log_view.page.foot.undo


def test_an_old_entry_set_to_what_it_is_already_offers_no_undo(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    entry = diary.twitches.log(["hand-left"], duration_s=60).value
    sheet.edit(entry.id)
    sheet.choose_length("60")
    assert not log_view.page.foot.undo
    sheet.done()
    assert log_view.said == []
    assert diary.next_undo() == "Left hand logged"


def test_an_entry_can_be_removed_from_the_sheet(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    entry = diary.twitches.log(["calf-left"]).value
    sheet.edit(entry.id)
    sheet.remove()
    assert diary.twitches.count() == 0
    assert log_view.closed == 1
    assert log_view.said == ["Left calf removed [Undo]"]
    diary.undo()
    assert diary.twitches.get(entry.id) == entry


def test_an_entry_of_another_day_lands_on_that_day(
    sheet: LogSheetPresenter, log_view: LogView, diary: Diary
) -> None:
    sheet.begin(date(2026, 6, 9))
    assert log_view.page.title == "Log for Tuesday 9 June"
    sheet.pick(("calf-left",))
    sheet.choose_when("h8")
    moment = _only(diary).moment
    assert (moment.day, moment.minute) == (date(2026, 6, 9), 8 * 60)
    sheet.type_when("8 June", "22:40")
    assert _only(diary).moment.day == date(2026, 6, 8)
