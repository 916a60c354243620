"""The room of the counts: what the charts are made of, added up by SQLite over its indexes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from twitchlog.diary.diary import Diary


class Counts:
    """The room of the counts; each method reads one state of the diary."""

    def __init__(self, diary: Diary) -> None:
        self._diary = diary
