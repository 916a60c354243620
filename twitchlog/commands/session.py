"""What every command is given: the clock, and the diary that was chosen."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.commands.output import complain
from twitchlog.diary import address
from twitchlog.domain.errors import BadInput, DiaryError
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from twitchlog.clock import Clock
    from twitchlog.diary import Diary
    from twitchlog.diary.sealed.keys import Key


@dataclass(slots=True)
class Session:
    """One run of the command line; `chosen` is the diary named before the command.

    `from_input` says that passwords are lines of the input; `key` is one that is known already.
    """

    clock: Clock
    chosen: str | None = None
    debug: bool = False
    from_input: bool = False
    key: Key | None = None

    @contextmanager
    def diary(self, named: str | None, *, begin: bool = False) -> Iterator[Diary]:
        """Open the diary `named` after the command, else the chosen one, for one command.

        Only with `begin` is a new one made where there is none. A backup that cannot be made is
        told, but what was written stands. Raises DiaryError.
        """
        from twitchlog.diary import Diary

        where = self.where(named)
        if not begin and not where.on_server:
            _insist_there(where.path)
        diary = Diary.open(where, clock=self.clock, key=self._key_for(where))
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

    def where(self, named: str | None) -> address.Address:
        """Return the address of the diary `named`, else of the chosen one; raise BadInput."""
        return address.named(named or self.chosen)

    def file(self, named: str | None) -> Path:
        """Return the file of the diary `named`, else of the chosen one.

        Raises BadInput for one on a server, and DiaryError where there is none.
        """
        where = self.where(named)
        if where.on_server:
            raise BadInput(_("Who may read a diary on a server is the server's matter."))
        _insist_there(where.path)
        return where.path

    def key_of(self, path: Path, *, typed_only: bool = False) -> Key:
        """Return the key of the sealed diary at `path`, asked for once; see `passwords.key_of`."""
        from twitchlog.commands import passwords

        if self.key is None:
            self.key = passwords.key_of(path, from_input=self.from_input, typed_only=typed_only)
        return self.key

    def _key_for(self, where: address.Address) -> Key | None:
        from twitchlog.diary import connecting

        if where.on_server or not connecting.will_be_sealed(where.path, None):
            return None
        return self.key_of(where.path)


def _insist_there(path: Path) -> None:
    if _is_missing(path):
        raise DiaryError(
            _("There is no diary at “{path}” yet; the first entry begins it.").format(path=path)
        )


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False  # opening it says better what is wrong
    return False
