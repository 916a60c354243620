"""Open what an address names, a file or a server, and tell its errors in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog import paths
from twitchlog.diary import connecting, engine, file_words, schema
from twitchlog.diary.reasons import reason_of
from twitchlog.domain.errors import DiaryNotWritable
from twitchlog.translation import _

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from sqlalchemy import Engine

    from twitchlog.clock import Clock
    from twitchlog.diary.address import Address
    from twitchlog.diary.sealed.keys import Key


def plain_errors(where: Address) -> AbstractContextManager[None]:
    """Turn the database's errors into one sentence each; what was acknowledged is safe."""
    if where.on_server:
        from twitchlog.diary.server import words

        return words.plain_errors()
    return file_words.plain_errors(where.path)


def opening_errors(where: Address) -> AbstractContextManager[None]:
    """Turn the errors of opening into one sentence each."""
    return plain_errors(where) if where.on_server else file_words.opening_errors(where.path)


def make_engine(where: Address, key: Key | None) -> Engine:
    """Return an engine on a diary that is of the newest schema already."""
    if where.on_server:
        from twitchlog.diary.server import engine as server_engine

        return server_engine.make_engine(where)
    return engine.make_engine(where.path, key)


def taken_up(where: Address, key: Key | None) -> Engine:
    """Return an engine on a diary that another has taken the place of, ready to be used."""
    opened = make_engine(where, key)
    if not where.on_server:
        with plain_errors(where), opened.connect() as connection:
            engine.set_up_wal(connection)
    return opened


def insist(opened: Engine) -> None:
    """Raise Replaced where the file of a diary is not the one that was opened."""
    engine.insist(opened)


def let_go(opened: Engine) -> None:
    """Close every connection to a diary that is not used any more."""
    engine.let_go(opened)


def open_engine(where: Address, clock: Clock, key: Key | None) -> tuple[Engine, Key | None]:
    """Return an engine on the diary `where`, made new or brought to the newest schema, and its key.

    The key is None where the diary has none, whatever was given; a server's never has. Raises
    NeedsPassword, WrongPassword, NotADiary, NewerDiary, DiaryNotWritable, DiaryBusy, ServerAway:
    the diary is then as it was.
    """
    if where.on_server:
        from twitchlog.diary.server import schema as server_schema

        _make_folder(where)
        opened = make_engine(where, None)
        try:
            server_schema.bring_up(opened, where, clock)
        except BaseException:
            opened.dispose()
            raise
        return opened, None
    path = where.path
    is_new = engine.prepare_file(path)
    key = key if connecting.will_be_sealed(path, key) else None
    opened = make_engine(where, key)
    try:
        schema.bring_up(opened, path, clock, is_new=is_new, key=key)
    except BaseException:
        opened.dispose()
        raise
    return opened, key


def _make_folder(where: Address) -> None:
    """Make the private folder for the backups of a diary on a server; raise DiaryNotWritable."""
    folder = where.path.parent
    try:
        paths.make_private(folder)
    except OSError as problem:
        raise DiaryNotWritable(
            _("The backups of the diary cannot be kept at “{path}”: {reason}.").format(
                path=folder, reason=reason_of(problem)
            )
        ) from None
