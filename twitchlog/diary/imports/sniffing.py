"""Tell what a file is before it is read: its program, its encoding, its dialect, its columns."""

from __future__ import annotations

import zipfile
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.dialect import Dialect, dialect_of
from twitchlog.diary.imports.encoding import encoding_of
from twitchlog.diary.reasons import reason_of
from twitchlog.domain.errors import BadInput
from twitchlog.domain.imports import FileKind
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_TABLE: Final = 50_000_000
"""Bytes: half a million lines and more; a larger table is something else."""
HEAD: Final = 65536
DAMAGED_ZIP: Final = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
"""What `zipfile` raises over one it cannot unpack: damaged, locked, or packed in another way."""


class NotImportable(BadInput):
    """The file cannot be brought in; the sentence says what it is instead."""


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is.

    `size` is in bytes, unpacked; `member` is the part of a zip file that is read; `mixed` says
    that some lines hold letters of another encoding than the rest. `columns` are the names in the
    line `header_line`, counted from 1; it is 0, and the names made up, where no line names them.
    """

    path: Path
    kind: FileKind
    size: int
    encoding: str = ""
    mixed: bool = False
    delimiter: str = ""
    header_line: int = 0
    columns: tuple[str, ...] = ()
    member: str = ""

    @property
    def decimal_comma(self) -> bool:
        """Whether 7,5 means seven and a half: where commas do not separate the columns."""
        return self.delimiter not in {"", ","}


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Say in a sentence, as NotImportable, that a file cannot be read, or not any more."""
    try:
        yield
    except OSError as problem:
        reason = reason_of(problem)
        raise NotImportable(
            _("“{name}” cannot be read: {reason}.").format(name=path.name, reason=reason)
        ) from None


def sniff(path: Path) -> Sniffed:
    """Return what the file at `path` is; raise NotImportable with what it is instead."""
    with readable(path):
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(HEAD)
        return _told(path, head, size)


def _told(path: Path, head: bytes, size: int) -> Sniffed:
    if not head.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise NotImportable(_("“{name}” is empty.").format(name=path.name))
    if head.startswith(b"PK\x03\x04"):
        return _packed(path)
    if _is_xml(head):
        return _xml(path, head, size)
    _refuse_binary(path, head)
    return _text(path, size)


def _is_xml(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<!DOCTYPE", b"<HealthData"))


def _xml(path: Path, head: bytes, size: int, member: str = "") -> Sniffed:
    if b"HealthData" not in head:
        raise NotImportable(
            _("“{name}” is an XML file, but not an export of Apple Health.").format(name=path.name)
        )
    return Sniffed(path, FileKind.APPLE_HEALTH, size, member=member)


def _packed(path: Path) -> Sniffed:
    """Find the export in a zip file: its name differs with the language of the phone."""
    try:
        with zipfile.ZipFile(path) as packed:
            members = packed.infolist()
            names = {member.filename for member in members}
            if "xl/workbook.xml" in names or "content.xml" in names:
                raise NotImportable(
                    _("“{name}” is a workbook. Save it as CSV first and choose that file.").format(
                        name=path.name
                    )
                )
            for member in members:
                if member.filename.lower().endswith(".xml") and member.file_size:
                    with packed.open(member) as file:
                        head = file.read(HEAD)
                    if _is_xml(head) and b"HealthData" in head:
                        return _xml(path, head, member.file_size, member.filename)
    except (*DAMAGED_ZIP, OSError, ValueError):
        raise NotImportable(_("“{name}” is a damaged zip file.").format(name=path.name)) from None
    raise NotImportable(
        _("“{name}” is a zip file without an export of Apple Health in it.").format(name=path.name)
    )


def _refuse_binary(path: Path, head: bytes) -> None:
    if head.startswith(b"SQLite format 3\0"):
        raise NotImportable(
            _("“{name}” is a database. A whole diary is opened, not brought in.").format(
                name=path.name
            )
        )
    import filetype

    known = filetype.guess(head)
    if known is not None:
        raise NotImportable(
            _("“{name}” is a file of the kind {kind}, which holds no entries.").format(
                name=path.name, kind=known.mime
            )
        )


def _text(path: Path, size: int) -> Sniffed:
    if size > LARGEST_TABLE:
        raise NotImportable(
            _("“{name}” has {size} MB; a table of up to {most} MB can be brought in.").format(
                name=path.name, size=numeral(size // 1_000_000), most=LARGEST_TABLE // 1_000_000
            )
        )
    encoding = encoding_of(path)
    if encoding is None:
        raise NotImportable(
            _("“{name}” is not a text: it holds bytes that stand for no letters.").format(
                name=path.name
            )
        )
    if encoding.longest > Dialect.LONGEST_LINE:
        raise NotImportable(
            _("“{name}” has a line of more than {most} million letters; no table has.").format(
                name=path.name, most=Dialect.LONGEST_LINE // 1_000_000
            )
        )
    with path.open(encoding=encoding.name, errors="surrogateescape", newline="") as file:
        head = file.read(HEAD)
    if head.lstrip()[:1] in {"{", "["}:
        return _json(path, head, size, encoding.name)
    dialect = dialect_of(head)
    if dialect is None:
        raise NotImportable(
            _("“{name}” is not a table: no columns can be told apart in it.").format(name=path.name)
        )
    return Sniffed(
        path,
        dialect.kind,
        size,
        encoding.name,
        encoding.mixed,
        dialect.delimiter,
        dialect.header_line,
        dialect.columns,
    )


def _json(path: Path, head: str, size: int, encoding: str) -> Sniffed:
    if '"twitchlog' not in head.lower()[:2000]:
        raise NotImportable(
            _("“{name}” is a JSON file, but not a diary of TwitchLog.").format(name=path.name)
        )
    return Sniffed(path, FileKind.OWN_JSON, size, encoding)
