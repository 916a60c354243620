from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate
from twitchlog.domain.twitch import OWN, Strength, Trigger
from twitchlog.presenters.log_choices import NOW
from twitchlog.presenters.log_sheet import LogSheetPresenter
from twitchlog.presenters.services import Services
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.domain.twitch import Twitch


class View:
    def __init__(self) -> None:
        self.page: Any = None
        self.said: list[str] = []
        self.closed = 0
        self.timed = 0

    def show(self, page: Any) -> None:
        self.page = page

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        self.said.append(sentence + (" [Undo]" if undo else "") + (" [Redo]" if redo else ""))

    def finished(self) -> None:
        self.closed += 1

    def timing(self) -> None:
        self.timed += 1

    def complain(self, sentence: str) -> None:
        self.said.append(sentence)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def services(diary: Diary, clock: FixedClock) -> Services:
    return Services(diary, Immediate(), Announcements(), clock, SettingsFile(diary.path))


@pytest.fixture
def sheet(services: Services, view: View) -> LogSheetPresenter:
    presenter = LogSheetPresenter(services, view)
    presenter.begin()
    return presenter


def _only(diary: Diary) -> Twitch:
    entries = diary.twitches.newest(10)
    assert len(entries) == 1
    return entries[0]


def _chosen(choices: Any) -> list[str]:
    return [choice.text for choice in choices if choice.chosen]


def test_nothing_is_saved_before_a_place_is_chosen(
    sheet: LogSheetPresenter, view: View, diary: Diary
) -> None:
    sheet.choose_strength(Strength.CLEAR)
    sheet.choose_length("60")
    assert diary.twitches.count() == 0
    assert view.page.title == "Log a twitch"
    assert view.page.foot.title == "Tap a place, it is saved at once"
    assert not view.page.foot.saved


def test_the_tap_on_a_place_saves_with_the_values_used_last(
    sheet: LogSheetPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    diary.twitches.log(
        ["eyelid-left"],
        moment=clock.now().earlier(minutes=300),
        duration_s=300,
        strength=Strength.MILD,
        triggers=[Trigger("caffeine")],
    )
    sheet.begin()
    sheet.pick(("calf-left", "calf-inner-left"))
    entry = diary.twitches.newest(1)[0]
    assert (entry.sites, entry.duration_s, entry.strength) == (("calf-left",), 300, Strength.MILD)
    assert entry.triggers == ()
    assert entry.moment == clock.now()
    assert view.page.foot.title == "Left calf is logged"
    assert view.page.foot.details == "21:04 · 5 min · mild"
    assert _chosen(view.page.lengths) == ["5 min"]


def test_every_further_tap_changes_that_entry_at_once_and_all_is_one_undo(
    sheet: LogSheetPresenter, view: View, diary: Diary, clock: FixedClock
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
    assert view.page.when_said == "today at 20:49, 15 minutes ago"
    assert view.page.foot.details == "20:49 · 5 min · mild · caffeine"
    diary.undo()
    assert diary.twitches.count() == 0


def test_what_was_set_before_the_place_is_kept(sheet: LogSheetPresenter, diary: Diary) -> None:
    sheet.choose_length("60")
    sheet.toggle_trigger("stress")
    sheet.choose_place("tongue")
    entry = _only(diary)
    assert (entry.duration_s, entry.triggers) == (60, (Trigger("stress"),))


def test_undo_in_the_foot_takes_the_whole_entry_back(
    sheet: LogSheetPresenter, view: View, diary: Diary
) -> None:
    sheet.pick(("calf-left",))
    sheet.choose_length("60")
    sheet.undo()
    assert diary.twitches.count() == 0
    assert view.page.foot.title == "Tap a place, it is saved at once"
    assert view.page.place is None
    assert view.said == ["Undone: Left calf logged [Redo]"]
    assert view.closed == 0


def test_undo_in_the_foot_is_of_this_entry_even_when_another_was_logged_since(
    sheet: LogSheetPresenter, view: View, diary: Diary
) -> None:
    sheet.pick(("calf-left",))
    diary.twitches.log(["tongue"])
    sheet.undo()
    assert _only(diary).sites == ("tongue",)
    assert view.page.place is None


def test_an_entry_undone_elsewhere_is_no_longer_shown_as_logged(
    sheet: LogSheetPresenter, view: View, diary: Diary, services: Services
) -> None:
    sheet.pick(("calf-left",))
    services.news.publish(diary.undo())
    assert view.page.foot.title == "Tap a place, it is saved at once"
    sheet.choose_place("tongue")
    assert _only(diary).sites == ("tongue",)


def test_the_side_can_be_left_right_or_both(
    sheet: LogSheetPresenter, view: View, diary: Diary
) -> None:
    sheet.pick(("calf-left",))
    assert view.page.place.name == "Calf"
    assert view.page.place.where == "back of the lower leg"
    assert _chosen(view.page.place.sides) == ["Left"]
    sheet.choose_side("both")
    assert _only(diary).sites == ("calf-left", "calf-right")
    assert _chosen(view.page.place.sides) == ["Both"]
    sheet.choose_side("right")
    assert _only(diary).sites == ("calf-right",)


def test_a_place_in_the_middle_has_no_sides(sheet: LogSheetPresenter, view: View) -> None:
    sheet.choose_place("tongue")
    assert view.page.place.sides == ()


def test_a_tap_that_may_mean_several_places_offers_them(
    sheet: LogSheetPresenter, view: View, diary: Diary
) -> None:
    sheet.pick(("nose", "eyelid-left", "eyelid-right", "lower-eyelid-left"))
    assert [part.text for part in view.page.parts] == ["Nose", "Eyelid", "Lower eyelid"]
    sheet.choose_place("eyelid-left")
    assert _only(diary).sites == ("eyelid-left",)
    assert _chosen(view.page.parts) == ["Eyelid"]
    sheet.choose_place("tongue")
    assert view.page.parts == ()


def test_done_closes_and_names_the_entry(sheet: LogSheetPresenter, view: View) -> None:
    sheet.pick(("calf-left",))
    sheet.done()
    assert view.closed == 1
    assert view.said == ["Left calf logged, 21:04 [Undo]"]


def test_closing_without_a_place_says_nothing(sheet: LogSheetPresenter, view: View) -> None:
    sheet.leave()
    assert (view.closed, view.said) == (1, [])


def test_an_old_entry_opens_with_its_values_and_is_changed_as_one_step(
    sheet: LogSheetPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    before = diary.twitches.log(
        ["calf-left"],
        moment=clock.now().earlier(minutes=3 * 24 * 60),
        duration_s=12,
        triggers=[Trigger(OWN, "Long drive")],
    ).value
    sheet.edit(before.id)
    assert view.page.title == "Change this entry"
    assert view.page.editing
    assert view.page.length_said == "12 s"
    assert view.page.when_said == "Monday at 21:04"
    assert [choice.text for choice in view.page.when] == ["08:00", "12:00", "18:00", "22:00"]
    assert "Long drive" in _chosen(view.page.triggers)
    assert not view.page.foot.undo
    sheet.choose_strength(Strength.STRONG)
    sheet.choose_length("")
    assert diary.twitches.get(before.id).strength is Strength.STRONG
    assert diary.twitches.get(before.id).duration_s is None
    assert view.page.foot.title == "Left calf is changed"
    sheet.undo()
    assert diary.twitches.get(before.id) == before
    assert view.page.strength is None
    assert not view.page.foot.undo


def test_an_entry_can_be_removed_from_the_sheet(
    sheet: LogSheetPresenter, view: View, diary: Diary
) -> None:
    entry = diary.twitches.log(["calf-left"]).value
    sheet.edit(entry.id)
    sheet.remove()
    assert diary.twitches.count() == 0
    assert view.closed == 1
    assert view.said == ["Left calf removed [Undo]"]
    diary.undo()
    assert diary.twitches.get(entry.id) == entry


def test_an_entry_of_another_day_lands_on_that_day(
    sheet: LogSheetPresenter, view: View, diary: Diary
) -> None:
    sheet.begin(date(2026, 6, 9))
    assert view.page.title == "Log for Tuesday 9 June"
    sheet.pick(("calf-left",))
    sheet.choose_when("h8")
    moment = _only(diary).moment
    assert (moment.day, moment.minute) == (date(2026, 6, 9), 8 * 60)
    sheet.type_when("8 June", "22:40")
    assert _only(diary).moment.day == date(2026, 6, 8)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("19 June 2026", "14:17"), "still to come"),
        (("today", "14:17"), "is not a day"),
        (("18 June 2026", "late"), "is not a time of day"),
        (("18 June 1850", "14:17"), "too long ago"),
    ],
)
def test_a_wrong_time_is_said_beside_its_field_and_changes_nothing(
    sheet: LogSheetPresenter, view: View, diary: Diary, typed: tuple[str, str], said: str
) -> None:
    sheet.pick(("calf-left",))
    before = _only(diary)
    sheet.type_when(*typed)
    assert said in view.page.wrong["when"]
    assert _only(diary) == before
    assert view.page.time_written == "21:04"
    sheet.done()
    assert view.closed == 0
    sheet.choose_when("15")
    assert not view.page.wrong


@pytest.mark.parametrize("text", ["0 s", "25 h", "-3", "long", ""])
def test_a_wrong_length_is_said_beside_its_field(
    sheet: LogSheetPresenter, view: View, diary: Diary, text: str
) -> None:
    sheet.pick(("calf-left",))
    sheet.type_length(text)
    assert view.page.wrong["length"]
    assert _only(diary).duration_s is None
    sheet.type_length("1h30m")
    assert not view.page.wrong
    assert _only(diary).duration_s == 5400
    assert view.page.length_said == "1 h 30 min"


def test_own_words_are_kept_and_offered_again(
    sheet: LogSheetPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    sheet.pick(("calf-left",))
    sheet.type_trigger("  Long   drive ")
    assert _only(diary).triggers == (Trigger(OWN, "Long drive"),)
    sheet.type_trigger("x" * 99)
    assert "up to 60 fit" in view.page.wrong["own"]
    clock.moment = clock.moment.shifted(timedelta(minutes=5))
    sheet.begin()
    assert view.page.triggers[0].text == "Long drive"
    assert not view.page.triggers[0].chosen


def test_a_note_that_is_too_long_is_refused_whole(
    sheet: LogSheetPresenter, view: View, diary: Diary
) -> None:
    sheet.pick(("calf-left",))
    sheet.type_note("x" * 100_000)
    assert "Nothing was changed" in view.page.wrong["note"]
    assert _only(diary).note == ""


def test_the_lengths_used_most_are_in_sight(
    sheet: LogSheetPresenter, view: View, diary: Diary
) -> None:
    for _each in range(3):
        diary.twitches.log(["calf-left"], duration_s=900)
    sheet.begin()
    assert [choice.text for choice in view.page.lengths] == ["Seconds", "1 min", "15 min"]
    assert [choice.text for choice in view.page.longer] == [
        "A second", "30 s", "5 min", "30 min", "1 hour", "Hours", "Not known",
    ]  # fmt: skip


def test_now_means_the_moment_of_the_tap_on_the_place(
    sheet: LogSheetPresenter, diary: Diary, clock: FixedClock
) -> None:
    sheet.choose_when("15")
    sheet.choose_when(NOW)
    clock.moment = clock.moment.shifted(timedelta(minutes=7))
    sheet.pick(("calf-left",))
    assert _only(diary).moment == clock.now()


def test_the_last_three_places_are_chips(
    sheet: LogSheetPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    for ago, site in enumerate(("calf-left", "eyelid-right", "calf-right", "tongue")):
        diary.twitches.log([site], moment=clock.now().earlier(minutes=ago + 1))
    sheet.begin()
    assert [choice.text for choice in view.page.recent] == [
        "Left calf", "Right eyelid", "Right calf",
    ]  # fmt: skip
    sheet.choose_place("eyelid-right")
    assert _chosen(view.page.recent) == ["Right eyelid"]


def test_a_tap_on_the_strength_carried_over_keeps_it_and_the_next_takes_it_back(
    sheet: LogSheetPresenter, diary: Diary, clock: FixedClock
) -> None:
    earlier = clock.now().earlier(minutes=60)
    diary.twitches.log(["calf-left"], moment=earlier, strength=Strength.MILD)
    sheet.begin()
    sheet.pick(("calf-left",))
    sheet.choose_strength(Strength.MILD)
    assert diary.twitches.newest(1)[0].strength is Strength.MILD
    sheet.choose_strength(Strength.MILD)
    assert diary.twitches.newest(1)[0].strength is None


def test_the_timer_takes_over_from_the_entry_with_its_place_and_strength(
    diary: Diary, sheet: LogSheetPresenter, view: View
) -> None:
    sheet.choose_place("calf-left")
    sheet.choose_strength(Strength.CLEAR)
    sheet.time_it()
    running = diary.timer.running()
    assert running is not None
    assert (running.site, running.strength) == ("calf-left", Strength.CLEAR)
    assert diary.twitches.newest(10) == ()
    assert view.timed == 1


def test_where_a_timer_runs_already_the_entry_stays(
    diary: Diary, sheet: LogSheetPresenter, view: View
) -> None:
    diary.timer.start("hand-left")
    sheet.choose_place("calf-left")
    sheet.time_it()
    assert _only(diary).sites == ("calf-left",)
    assert view.said == ["The timer is running already."]
    assert view.timed == 0


def test_only_what_may_be_going_on_can_be_timed(
    sheet: LogSheetPresenter, view: View, clock: FixedClock
) -> None:
    assert view.page.timed
    sheet.begin(clock.now().day - timedelta(days=1))
    assert not view.page.timed
