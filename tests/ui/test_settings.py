"""Settings, backups, bin and help in a real window."""

from __future__ import annotations

import pytest
from kivy.uix.widget import Widget

from support.finding import find
from support.shown import services_of, shell_with
from twitchlog.settings import SettingsFile
from twitchlog.ui import theme
from twitchlog.ui.screens import settings


class HelpAsked(Widget):
    """Stands where the help would."""


@pytest.fixture
def shell(app, window, diary, clock, pump):
    services = services_of(diary, clock)

    frame, _screen = shell_with(
        app,
        window,
        "settings",
        lambda made: settings.build(
            services,
            made,
            open_help=lambda: made.push(HelpAsked()),
            open_care=int,
            bring_in=int,
            open_backups=int,
            open_second_copy=int,
            open_another=int,
            lock=int,
            open_check=int,
            speak=int,
        ),
    )
    pump()
    yield frame
    theme.apply(app, look_name="light", less_motion=True)


def test_the_look_changes_at_once_and_is_kept(shell, diary, tap, pump):
    tap(find(shell, "settings.look:dark"))
    pump(lambda: theme.colours.dark)
    assert SettingsFile(diary.path).values.look == "dark"
    tap(find(shell, "settings.look:light"))
    pump(lambda: not theme.colours.dark)


def test_the_text_grows_at_once(shell, tap, pump):
    tap(find(shell, "settings.text-size"), at=(0.98, 0.5))
    pump(lambda: theme.look.text_scale == 1.5)


def test_less_motion_is_a_switch(shell, diary, tap, pump):
    tap(find(shell, "settings.less-motion"))
    pump(lambda: SettingsFile(diary.path).values.less_motion)
    assert theme.look.less_motion


def test_a_removed_entry_is_brought_back_from_the_bin(shell, diary, tap, pump):
    twitch = diary.twitches.log(["calf-left"]).value
    diary.twitches.remove(twitch.id)
    shell.screen("settings").presenter.refresh()
    pump(lambda: find(shell, "settings.bin").second == "1 removed entry")
    shell.screen("settings").column.scroll_to(find(shell, "settings.bin"), animate=False)
    pump()
    tap(find(shell, "settings.bin"))
    pump(lambda: find(shell, f"bin.row.{twitch.id}"))
    tap(find(shell, f"bin.row.{twitch.id}"), at=(0.4, 0.5))
    pump(lambda: diary.twitches.count() == 1)
    pump(lambda: find(shell, f"bin.row.{twitch.id}") is None)


def test_erasing_for_good_asks_first(shell, diary, tap, pump):
    twitch = diary.twitches.log(["calf-left"]).value
    diary.twitches.remove(twitch.id)
    shell.screen("settings").presenter.refresh()
    pump(lambda: find(shell, "settings.bin").second == "1 removed entry")
    shell.screen("settings").column.scroll_to(find(shell, "settings.bin"), animate=False)
    pump()
    tap(find(shell, "settings.bin"))
    pump(lambda: find(shell, f"bin.erase.{twitch.id}"))
    tap(find(shell, f"bin.erase.{twitch.id}"))
    pump(lambda: shell.open_layers)
    assert len(diary.bin.items()) == 1
    tap(find(shell, "action:Erase"))
    pump(lambda: not diary.bin.items())


def test_the_help_is_asked_for(shell, tap, pump):
    tap(find(shell, "settings.help"))
    pump(lambda: isinstance(shell.page, HelpAsked))


def test_the_hour_at_which_the_day_ends_is_one_tap(shell, diary, tap, pump):
    pump(lambda: find(shell, "settings.day-ends.0"))
    assert find(shell, "settings.day-ends.0").chosen
    shell.screen("settings").column.scroll_y = 0
    pump()
    tap(find(shell, "settings.day-ends.240"))
    pump(lambda: find(shell, "settings.day-ends.240").chosen)
    assert diary.preferences.day_ends() == 240
