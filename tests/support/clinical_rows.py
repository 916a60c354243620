"""Every row of what a doctor may want to know, and how it is entered and found again.

A row is a function: it enters the thing through the diary's rooms, as the app's screens do, and
yields once; then it gets what `twitchlog list --json` says and asserts that the thing is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from twitchlog.diary import Diary

    Said = dict[str, Any]
    Entered = Generator[None, Said, None]
    Row = Callable[[Diary, Path], Entered]

ROWS: Final[dict[str, Row]] = {}


def row(table: str, *names: str) -> Callable[[Callable[..., Entered]], Callable[..., Entered]]:
    """Name a row of a table; with several names it is one row each, given its name."""

    def add(enter: Callable[..., Entered]) -> Callable[..., Entered]:
        if len(names) == 1:
            ROWS[f"{table}: {names[0]}"] = enter
        else:
            for each in names:
                ROWS[f"{table}: {each}"] = lambda diary, folder, each=each: enter(
                    diary, folder, each
                )
        return enter

    return add


def only(things: list[Said], **wanted: Any) -> Said:
    """Return the one thing that has all these values."""
    (found,) = [each for each in things if all(each[name] == it for name, it in wanted.items())]
    return found
