"""What a server, or the way to it, can answer, as one sentence each; never in its own words.

Those may name the password or quote what a person wrote, and come in the server's language.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy import exc

from twitchlog.domain.errors import (
    BadInput,
    DiaryBusy,
    DiaryError,
    DiaryNotWritable,
    DiskFull,
    ServerAway,
)
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import psycopg

    from twitchlog.domain.errors import TwitchLogError


_NAMES: Final = re.compile(r'"[^"]*"')
"""What the library quotes: hosts, users, databases, which may be called anything."""


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn the server's errors into one sentence each; what was acknowledged is safe."""
    import psycopg

    try:
        yield
    except (exc.DBAPIError, psycopg.Error) as problem:
        cause = problem.orig if isinstance(problem, exc.DBAPIError) else problem
        if not isinstance(cause, psycopg.Error):
            raise
        raise in_words(cause) from problem


def in_words(problem: psycopg.Error) -> TwitchLogError:
    """Return what to tell a person."""
    import psycopg

    state = problem.sqlstate
    if state is None:
        if isinstance(problem, psycopg.DataError):
            return _sign()
        return _no_way(str(problem).lower())
    return _by_state(state)


def _by_state(state: str) -> TwitchLogError:
    """Tell what a server said, by its code: all of five letters, or the first three or two."""
    tell = _TOLD.get(state) or _TOLD.get(state[:3]) or _TOLD.get(state[:2])
    if tell is not None:
        return tell()
    return DiaryError(
        _("The server did not accept this ({reason}). Nothing was changed.").format(reason=state)
    )


def _no_way(said: str) -> DiaryError:
    """Tell why no connection was made; the library gives no code for that, so its words are read.

    They are in English but for what the server itself said; unknown ones get a general sentence.
    """
    plain = _NAMES.sub('""', said)
    fitting = (tell for words, tell in _READ if any(word in plain for word in words))
    return next(fitting, _away)()


def _sign() -> BadInput:
    return BadInput(_("This holds a sign that cannot be kept on the server. Nothing was changed."))


def _other_writes() -> DiaryBusy:
    return DiaryBusy(
        _("Another computer is using the diary just now. Nothing was changed; try again.")
    )


def _too_long() -> DiaryBusy:
    return DiaryBusy(_("The server took too long to answer. Nothing was changed; try again."))


def _no_room() -> DiskFull:
    return DiskFull(_("There is no room left on the server. Nothing was changed."))


def _not_allowed() -> DiaryNotWritable:
    return DiaryNotWritable(
        _("The server does not let you write to this diary. Nothing was changed.")
    )


def _starting() -> ServerAway:
    return ServerAway(_("The server of the diary is just starting or stopping. Try again."))


def _too_many() -> DiaryBusy:
    return DiaryBusy(_("The server has no free connection just now. Try again."))


def _unprotected() -> ServerAway:
    return ServerAway(
        _(
            "No protected connection to the server could be made: its certificate does not fit, "
            "or it offers none. Nothing was sent."
        )
    )


def _refused() -> ServerAway:
    return ServerAway(
        _(
            "The server refused the connection. Check the name, the password and the database in "
            "the address."
        )
    )


def _away() -> ServerAway:
    return ServerAway(
        _(
            "The server of the diary cannot be reached. Is this computer online, and is the "
            "server running? Your diary is as it was."
        )
    )


def _broken() -> ServerAway:
    return ServerAway(
        _("The connection to the server broke. This was not saved; what was saved before is safe.")
    )


def _not_let_in() -> ServerAway:
    return ServerAway(
        _(
            "The server does not let you in: the name or the password does not fit, or it does "
            "not accept this computer."
        )
    )


def _no_database() -> ServerAway:
    return ServerAway(
        _("The server has no database of that name. Make one there first, or correct the address.")
    )


_TOLD: Final[dict[str, Callable[[], TwitchLogError]]] = {
    "08": _broken,
    "22021": _sign,
    "22P05": _sign,
    "25006": _not_allowed,
    "25P03": _broken,
    "28": _not_let_in,
    "3D000": _no_database,
    "40": _other_writes,
    "42501": _not_allowed,
    "53100": _no_room,
    "53300": _too_many,
    "55P03": _other_writes,
    "57014": _too_long,
    "57P": _broken,
}
"""How a code of PostgreSQL is told."""

_READ: Final[tuple[tuple[tuple[str, ...], Callable[[], DiaryError]], ...]] = (
    (("starting up", "shutting down", "recovery mode"), _starting),
    (("too many", "connection slots"), _too_many),
    (("pg_hba", "authentication", "password", 'role "'), _not_let_in),
    (('database "',), _no_database),
    (("ssl", "certificate"), _unprotected),
    (("fatal",), _refused),
    (("server closed", "terminat", "is lost", "is closed"), _broken),
)
"""Words of the library, the first that fit, and how they are told."""
