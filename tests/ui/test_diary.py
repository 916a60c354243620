"""The Diary screen in a real window."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from support.diary_shown import rows, show_diary
from support.finding import find
from support.shown import services_of
from twitchlog.diary.example import fill
from twitchlog.ui.widgets import focus

TODAY = date(2026, 6, 18)


@pytest.fixture
def told():
    return {"log": [], "edit": []}


@pytest.fixture
def services(diary, clock):
    return services_of(diary, clock)


@pytest.fixture
def shown(app, window, services, told):
    """A function that fills the shell with the screen."""
    return lambda: show_diary(app, window, services, told)


def log(diary, clock, *, days_ago, site="calf-left"):
    moment = clock.now().earlier(minutes=days_ago * 24 * 60)
    return diary.twitches.log([site], moment=moment).value


def test_a_tap_on_an_entry_opens_it_and_on_a_check_in_its_day(diary, shown, told, tap, pump):
    twitch = diary.twitches.log(["calf-left"]).value
    diary.checkins.save(TODAY, {"sleep": 7})
    _shell, screen = shown()
    pump(lambda: len(rows(screen)) == 2)
    for row in rows(screen):
        assert bool(row._disc._colour.a) is (row.left is None)
    tap(find(screen, f"diary.row.{twitch.id}"))
    pump(lambda: told["edit"])
    tap(find(screen, f"diary.row.{TODAY}"))
    pump(lambda: len(told["edit"]) == 2)
    assert [(row.id, row.day) for row in told["edit"]] == [(twitch.id, TODAY), ("", TODAY)]


def test_a_tap_on_a_day_of_the_month_lists_from_there(diary, clock, shown, tap, pump):
    for days_ago in (0, 3, 8):
        log(diary, clock, days_ago=days_ago)
    _shell, screen = shown()
    pump()
    tap(find(screen, "diary.day.2026-06-15"))
    pump(lambda: screen.presenter.chosen == date(2026, 6, 15))
    assert screen.presenter.sections[0].title == "Monday 15 June"


def test_none_that_day_shows_at_once_and_can_be_undone(diary, clock, shown, tap, pump):
    log(diary, clock, days_ago=2)
    shell, screen = shown()
    pump()
    tap(find(screen, "diary.none.2026-06-17"))
    pump(lambda: diary.checkins.get(date(2026, 6, 17)) is not None)
    pump(lambda: screen.presenter.sections[1].second == "none that day")
    tap(find(shell, "snack:Undo"))
    pump(lambda: diary.checkins.get(date(2026, 6, 17)) is None)


def test_a_day_offers_to_add_to_it(diary, shown, told, tap, pump):
    diary.checkins.none_today(date(2026, 6, 16))
    _shell, screen = shown()
    pump()
    tap(find(screen, "diary.add.2026-06-17"))
    pump(lambda: told["log"])
    assert told["log"] == [(date(2026, 6, 17), True)]  # and it may be said to have had none


def test_an_entry_logged_elsewhere_appears_while_the_screen_is_seen(
    diary, clock, services, shown, pump
):
    log(diary, clock, days_ago=1)
    _shell, screen = shown()
    pump(lambda: len(rows(screen)) == 1)
    services.news.publish(diary.twitches.log(["hand-left"]).changes)
    pump(lambda: next(row.title for row in rows(screen)) == "Left hand")


def test_a_hidden_screen_catches_up_when_it_is_entered(diary, clock, services, shown, pump):
    log(diary, clock, days_ago=1)
    shell, screen = shown()
    pump(lambda: len(rows(screen)) == 1)
    shell.go("today")
    services.news.publish(diary.twitches.log(["hand-left"]).changes)
    pump()
    assert len(rows(screen)) == 1
    shell.go("diary")
    pump(lambda: len(rows(screen)) == 2)


def test_the_list_stays_at_its_place_when_something_is_logged(diary, services, shown, pump):
    fill(diary, days=60, seed=5, until=TODAY)
    _shell, screen = shown()
    for down in range(0, 2600, 200):
        screen.list.go(down)
        pump(frames=2)
    pump(frames=4)

    def upper():
        row = max((each for each in rows(screen) if each.to_window(0, each.top)[1] < 700),
                  key=lambda each: each.y)  # fmt: skip
        return row.key, round(row.to_window(0, row.top)[1])

    before = upper()
    services.news.publish(diary.twitches.log(["hand-left"]).changes)
    pump(frames=6)
    key, top = upper()
    assert key == before[0]
    assert abs(top - before[1]) <= 2


def test_a_day_can_be_asked_for_before_the_list_was_ever_shown(diary, clock, shown, pump):
    log(diary, clock, days_ago=3)
    _shell, screen = shown()
    screen.show_day(date(2026, 6, 1))
    pump(lambda: screen.presenter.sections[0].first == date(2026, 6, 1))


def test_arrow_keys_move_the_chosen_day(diary, clock, shown, press, pump):
    log(diary, clock, days_ago=20)
    _shell, screen = shown()
    pump()
    focus.used_keyboard(True)
    find(screen, f"diary.day.{TODAY}").focus = True
    pump()
    press(276, modifiers=("numlock",))  # left
    press(273)  # up
    pump(lambda: screen.presenter.chosen == date(2026, 6, 10))
    assert focus.focused().key == "diary.day.2026-06-10"


def test_undo_is_offered_where_there_is_something_to_undo(diary, clock, shown, tap, pump):
    _shell, screen = shown()
    pump()
    assert find(screen, "diary.undo") is None
    log(diary, clock, days_ago=0)
    screen.presenter.refresh()
    pump(lambda: find(screen, "diary.undo") is not None)
    tap(find(screen, "diary.undo"))
    pump(lambda: find(screen, "diary.undo") is None)
    assert diary.twitches.on_day(TODAY) == ()


def test_an_arrow_key_goes_on_from_the_day_the_keyboard_is_on(diary, clock, shown, press, pump):
    log(diary, clock, days_ago=20)
    _shell, screen = shown()
    pump()
    focus.used_keyboard(True)
    focus.take(find(screen, "diary.day.2026-06-08"))
    press(275)  # right
    pump(lambda: screen.presenter.chosen == date(2026, 6, 9))
    assert focus.focused().key == "diary.day.2026-06-09"


def test_the_month_can_be_turned_back_and_not_into_the_future(shown, tap, pump):
    _shell, screen = shown()
    pump()
    assert find(screen, "diary.next-month").disabled
    tap(find(screen, "diary.previous-month"))
    pump(lambda: screen.presenter.month == date(2026, 5, 1))
    assert not find(screen, "diary.next-month").disabled


def test_a_swipe_turns_the_month(shown, pump):
    from kivy.tests.common import UnitTestTouch

    _shell, screen = shown()
    pump()
    x, y = screen.calendar.to_window(*screen.calendar.center)
    touch = UnitTestTouch(x, y)
    touch.touch_down()
    pump()
    for step in range(1, 6):
        touch.touch_move(x + 30 * step, y)
        pump(frames=1)
    touch.touch_up()
    pump(lambda: screen.presenter.month == date(2026, 5, 1))
    assert screen.presenter.chosen == TODAY


def test_tab_walks_down_the_list_past_what_is_in_sight(diary, window, shown, press, pump):
    fill(diary, days=60, seed=5, until=TODAY)
    _shell, screen = shown()
    pump(lambda: rows(screen))
    focus.used_keyboard(True)
    first = max(rows(screen), key=lambda row: row.y)
    first.focus = True
    reached = []
    for _step in range(30):
        press(9)
        pump(frames=3)
        reached.append(getattr(focus.focused(), "key", ""))
        held = focus.focused()
        low = held.to_window(*held.pos)[1]
        assert 0 <= low < window.height
    assert screen.list.down > 700
    days = [key.removeprefix("diary.add.") for key in reached if key.startswith("diary.add.")]
    assert days == sorted(days, reverse=True)
    assert len(set(reached)) == len(reached)


def test_in_a_wide_window_the_month_stands_beside_the_days(diary, clock, window, shown, pump):
    log(diary, clock, days_ago=0)
    _shell, screen = shown()
    window.size = 1280, 800
    pump(lambda: screen.calendar.width == pytest.approx(420))
    pump(lambda: screen.list.x >= screen.calendar.right)


@pytest.mark.parametrize("scale", [0.85, 1.0, 1.5])
def test_rows_never_lie_over_each_other(app, diary, shown, pump, scale):
    from twitchlog.ui import theme

    fill(diary, days=40, seed=5, until=TODAY)
    _shell, screen = shown()
    theme.apply(app, look_name="light", text_scale=scale, less_motion=True)
    try:
        for down in (0, 700, 1500, 1100, 2300):
            screen.list.go(down)
            pump(frames=6)
            lying = sorted(screen.list._page.children, key=lambda each: each.y)
            for lower, upper in pairwise(lying):
                assert lower.top <= upper.y + 1
    finally:
        theme.apply(app, look_name="light", less_motion=True)
