"""The one door to the data; the only package that imports SQLAlchemy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twitchlog.diary.diary import Diary

__all__ = ["Diary"]


def __getattr__(name: str) -> object:
    """Import the door when it is first asked for: the lock, and the window, need no SQLAlchemy."""
    if name == "Diary":
        from twitchlog.diary.diary import Diary

        return Diary
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
