"""The check-in as its presenter tells it, for tests without a window."""

from __future__ import annotations

from typing import Any


class CheckinView:
    """Hears what the sheet is told."""

    def __init__(self) -> None:
        self.form: Any = None
        self.finished_with = ""
        self.complaint = ""

    def show(self, form: Any) -> None:
        self.form = form

    def finished(self, sentence: str) -> None:
        self.finished_with = sentence

    def complain(self, sentence: str) -> None:
        self.complaint = sentence
