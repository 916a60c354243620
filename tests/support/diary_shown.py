"""The Diary screen in a shell, and the rows that are made of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.shown import shell_with

if TYPE_CHECKING:
    from twitchlog.presenters.services import Services


def show_diary(
    app: Any, window: Any, services: Services, told: dict[str, list[Any]]
) -> tuple[Any, Any]:
    """Return the shell and the screen in it; `told` hears what was to be edited and logged."""
    from twitchlog.ui.screens import diary

    return shell_with(
        app,
        window,
        "diary",
        lambda shell: diary.build(
            services,
            shell,
            edit=told["edit"].append,
            add_to=lambda day, none: told["log"].append((day, none is not None)),
            log=told["log"].append,
            search=lambda: None,
        ),
    )


def rows(screen: Any) -> list[Any]:
    """Return the rows of entries that are in use."""
    from twitchlog.ui.screens.diary_rows import DayRow

    found = (each for each in screen.walk(restrict=True) if isinstance(each, DayRow))
    return [each for each in found if each.parent is not None and each.entry is not None]
