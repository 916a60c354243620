"""What does not work is said calmly, and the program goes on."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kivy.base import ExceptionHandler, ExceptionManager

from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable


class Says:
    """A view that says what did not work."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self._say = say

    def complain(self, sentence: str) -> None:
        """Say one sentence about what did not work."""
        self._say(sentence)


class GoOn(ExceptionHandler):
    """Report an unforeseen error and go on; what was acknowledged is on the disk."""

    def __init__(self, say: Callable[[str], object]) -> None:
        super().__init__()
        self._say = say

    def handle_exception(self, problem: BaseException) -> int:
        """Say it calmly; the kind and place go to the terminal, never the person's words."""
        if not isinstance(problem, Exception):
            return ExceptionManager.RAISE
        report(problem)
        self._say(_("Something did not work. Your diary is safe; please try again."))
        return ExceptionManager.PASS


def report(problem: Exception) -> None:
    """Tell the terminal what kind of error arose where, and nothing that a person wrote."""
    place, trace = "", problem.__traceback__
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
        trace = trace.tb_next
    print(f"{type(problem).__name__} at {place}", file=sys.stderr)  # noqa: T201 - for a terminal
