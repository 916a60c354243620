"""What `--diary` names: a file, or a diary on a PostgreSQL server."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from twitchlog import paths
from twitchlog.domain.errors import BadInput
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path

HIDDEN: Final = "…"
"""Stands for a password wherever an address is shown."""

_SCHEME: Final = re.compile(r"^([a-z][a-z0-9+.-]+)://", re.IGNORECASE)
_SERVERS: Final = ("postgresql+psycopg", "postgresql", "postgres")
_USUAL_PORT: Final = 5432
_UNSAFE: Final = re.compile(r"[^\w.-]+")
_LONGEST: Final = 60
_SECRETS: Final = ("password", "sslpassword")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a diary is. `path` is its file; for a server, where its local things lie.

    Those are the backups, the settings and the lock of the app, in the data folder: no file of
    that name is ever made. `server` is what the server's own library is given, with the password
    where the address holds one: it is never to be shown; `shown` is.
    """

    path: Path
    server: str = field(default="", repr=False)
    shown: str = ""

    @property
    def on_server(self) -> bool:
        """Whether the diary is kept by a server and not in a file."""
        return bool(self.server)

    def insist_on_file(self) -> None:
        """Raise BadInput for a diary on a server: what is asked is that of a file."""
        if self.on_server:
            raise BadInput(
                _(
                    "This diary is on a server, which looks after it itself. The backups on this "
                    "computer are files, and can be opened as diaries."
                )
            )

    def __str__(self) -> str:
        return self.shown


def of_file(path: Path) -> Address:
    """Return the address of the file at `path`."""
    return Address(path, shown=str(path))


def named(text: str | os.PathLike[str] | None = None) -> Address:
    """Return the diary to open: the one named, else `TWITCHLOG_DIARY`, else the user's own file.

    Raises BadInput for an address that cannot be one of a diary; its words are not repeated, for
    they may hold a password.
    """
    said = os.fspath(text) if text else os.environ.get(paths.DIARY_VARIABLE, "")
    scheme = _SCHEME.match(said)
    if scheme is None:
        return of_file(paths.diary_file(said or None))
    if scheme[1].lower() not in _SERVERS:
        raise BadInput(
            _(
                "A diary is a file, or on a server: its address then begins with "
                "postgresql+psycopg:// and not with {scheme}://."
            ).format(scheme=scheme[1])
        )
    return _on_server(said[scheme.end() :])


def _on_server(rest: str) -> Address:
    """Return the address of `user:password@host:port/database?options`."""
    try:
        parts = urlsplit(f"postgresql://{rest}")
        options = parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
        port = parts.port if "," not in parts.netloc else None
    except ValueError:
        raise unclear() from None
    database = unquote(parts.path.removeprefix("/"))
    if not database or set(database) & set("@/:") or parts.fragment:
        raise unclear()
    held = dict(options)
    several = parts.netloc.rpartition("@")[2]
    host = held.get("host") or (several if "," in several else parts.hostname) or "localhost"
    name = _name(unquote(host), held.get("port") or str(port or _USUAL_PORT), database)
    return Address(
        path=paths.data_folder() / "servers" / f"{name}.server",
        server=f"postgresql://{rest}",
        shown=_without_secrets(parts, options),
    )


def unclear() -> BadInput:
    """Return what to say of an address that cannot be understood."""
    return BadInput(
        _(
            "The address of the diary is not clear. It is written so: "
            "postgresql+psycopg://name@server/database. In a password, write signs other than "
            "letters and numbers as % and their code."
        )
    )


def _name(host: str, port: str, database: str) -> str:
    """Return a name for the local files of one database of one server, like no other's."""
    whole = f"{database} on {host}" + ("" if port == str(_USUAL_PORT) else f" {port}")
    plain = _UNSAFE.sub(" ", whole).strip()[:_LONGEST]
    if plain == whole:
        return plain
    return f"{plain} {hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def _without_secrets(parts: SplitResult, options: list[tuple[str, str]]) -> str:
    """Return the address as it may be shown, a password in it hidden."""
    who, at, where = parts.netloc.rpartition("@")
    user, colon, _password = who.partition(":")
    hidden = f"{user}{colon}{HIDDEN if colon else ''}{at}{where}"
    said = (
        f"{key}={HIDDEN if key.lower() in _SECRETS else quote(value)}" for key, value in options
    )
    query = f"?{'&'.join(said)}" if options else ""
    return f"postgresql+psycopg://{hidden}{parts.path}{query}"
