"""One screen in a shell, on a real diary, with work done at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate
from twitchlog.presenters.services import Services
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary


def services_of(diary: Diary, clock: FixedClock, background: Any = None) -> Services:
    """Return what every presenter is given."""
    settings = SettingsFile(diary.path)
    return Services(diary, background or Immediate(), Announcements(), clock, settings)


def shell_with(app: Any, window: Any, name: str, build: Callable[[Any], Any]) -> tuple[Any, Any]:
    """Return a shell in the window and its one screen, which `build` makes for the shell."""
    from kivy.uix.widget import Widget

    from twitchlog.ui import theme
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets import focus

    theme.apply(app, look_name="light", less_motion=True)
    focus.used_keyboard(False)
    shell = Shell()
    shell.add("today", "Today", "home-outline", "home", Widget)
    shell.add(name, name.title(), "calendar-month-outline", "calendar-month", lambda: build(shell))
    window.add_widget(shell)
    shell.go("today")
    return shell, shell.go(name)
