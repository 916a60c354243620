"""What every command is given: the clock, and the diary that was chosen."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.commands.output import complain
from twitchlog.diary import address
from twitchlog.domain.errors import DiaryError
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from twitchlog.clock import Clock
    from twitchlog.diary import Diary


@dataclass(slots=True)
class Session:
    """One run of the command line; `chosen` is the diary named before the command."""

    clock: Clock
    chosen: str | None = None
    debug: bool = False

    @contextmanager
    def diary(self, named: str | None, *, begin: bool = False) -> Iterator[Diary]:
        """Open the diary `named` after the command, else the chosen one, for one command.

        Only with `begin` is a new one made where there is none. A backup that cannot be made is
        told, but what was written stands. Raises DiaryError.
        """
        from twitchlog.diary import Diary

        where = address.named(named or self.chosen)
        if not begin and not where.on_server and _is_missing(where.path):
            raise DiaryError(
                _("There is no diary at “{path}” yet; the first entry begins it.").format(
                    path=where.path
                )
            )
        diary = Diary.open(where, clock=self.clock)
        try:
            yield diary
        except BaseException:
            diary.changed = False
            diary.close()
            raise
        try:
            diary.close()
        except DiaryError as problem:
            complain(problem.sentence)


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False  # opening it says better what is wrong
    return False
