"""A folder of files named by what is in them (SHA-256): each kept once, none ever changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.attachment import LARGEST_BYTES, MEDIA_TYPES
from twitchlog.domain.errors import BadInput, DiaryNotWritable, NotFound
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store knows of a file: its hash, its size in bytes and its type."""

    sha256: str
    bytes: int
    media_type: str


class FileStore:
    """The files of one diary, or of its backups, in `folder`; it is made with the first file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str, media_type: str) -> Path:
        """Return where the file of that content lies, there or not."""
        return self.folder / sha256[:2] / f"{sha256}.{MEDIA_TYPES.get(media_type, 'bin')}"

    def add(self, source: Path) -> Stored:
        """Copy a file in, whatever it is called; it is on the disk when this returns.

        Raises NotFound where there is no such file, BadInput for an empty one, one that is too
        large or no picture, video or PDF, and DiaryNotWritable.
        """
        media_type = _media_type(source)
        try:
            # Never the diary's own folder: where that is gone, the diary is elsewhere.
            self.folder.mkdir(mode=0o700, exist_ok=True)
            partial = self.folder / f"{os.getpid()}.part"
            try:
                sha256, size = _copy(source, partial)
                target = self.path(sha256, media_type)
                if not target.exists():
                    target.parent.mkdir(mode=0o700, exist_ok=True)
                    partial.replace(target)
                    sync_folder(target.parent)
            finally:
                with contextlib.suppress(OSError):
                    partial.unlink(missing_ok=True)
        except OSError as problem:
            raise DiaryNotWritable(
                _("The file could not be kept: {reason}. Your diary is safe.").format(
                    reason=(problem.strerror or str(problem)).lower()
                )
            ) from problem
        return Stored(sha256, size, media_type)

    def adopt(self, source: Path) -> None:
        """Copy a file in that lies in another store, under its name, unless it is here already.

        Raises OSError; a file half copied is never left under its name.
        """
        target = self.folder / source.parent.name / source.name
        if target.exists() and target.stat().st_size == source.stat().st_size:
            return
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = target.with_suffix(f".{os.getpid()}.part")
        try:
            _copy(source, partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)

    def files(self) -> Iterator[Path]:
        """Yield the files there are."""
        yield from (path for path in self.folder.glob("??/*") if path.suffix != ".part")

    def remove(self, hashes: Iterable[str]) -> None:
        """Erase the files of these contents; one that cannot be removed now is left."""
        for sha256 in hashes:
            for path in self.folder.glob(f"{sha256[:2]}/{sha256}.*"):
                with contextlib.suppress(OSError):
                    path.unlink()


def _media_type(source: Path) -> str:
    """Return the type of a file by its first bytes; raise NotFound or BadInput."""
    import filetype

    try:
        size = source.stat().st_size
        found = filetype.guess_mime(str(source)) if size and source.is_file() else None
    except OSError:
        raise NotFound(_("“{name}” cannot be read.").format(name=source.name)) from None
    if size > LARGEST_BYTES:
        raise BadInput(
            _("“{name}” has {size} MB; up to {most} MB can be kept. Nothing was changed.").format(
                name=source.name, size=round(size / 1e6), most=round(LARGEST_BYTES / 1e6)
            )
        )
    if found not in MEDIA_TYPES:
        raise BadInput(
            _("“{name}” is no photo, video or PDF that can be kept. Nothing was changed.").format(
                name=source.name
            )
        )
    return str(found)


def _copy(source: Path, target: Path) -> tuple[str, int]:
    """Copy a file onto the disk for its owner alone; return hash and size."""
    digest, size = hashlib.sha256(), 0
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    with source.open("rb") as read, target.open("wb") as written:
        while chunk := read.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            written.write(chunk)
        written.flush()
        os.fsync(written.fileno())
    return digest.hexdigest(), size


def sync_folder(folder: Path) -> None:
    """Put the new name on the disk too, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
