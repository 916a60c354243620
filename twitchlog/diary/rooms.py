"""The rooms of an open diary, each loaded and made when it is first asked for.

No start, and no quick command, waits for a room that it does not enter.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from twitchlog.diary.diary import Diary


def room(where: str) -> Any:
    """Return what stands in `Diary` for a room: a class of a module here, as `module.Class`.

    The annotation beside it says to people and to mypy what it gives.
    """
    return _Room(where)


def entered(diary: Diary, name: str) -> bool:
    """Whether a room of the diary was ever asked for: else there is nothing to tidy up in it."""
    return name in vars(diary)


class _Room:
    def __init__(self, where: str) -> None:
        self._module, _dot, self._class = where.rpartition(".")
        self._name = ""

    def __set_name__(self, owner: type[Diary], name: str) -> None:
        self._name = name

    def __get__(self, diary: Diary | None, owner: type[Diary]) -> Any:
        if diary is None:
            return self
        made = getattr(import_module(f"twitchlog.diary.{self._module}"), self._class)(diary)
        # The next time it is found in the diary itself; two threads at once get the same one.
        return vars(diary).setdefault(self._name, made)
