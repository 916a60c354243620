"""A folder of files named by what is in them (SHA-256): each kept once, none ever changed.

While the diary has a password each is sealed on its own, and named by a keyed hash instead.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from twitchlog.diary.reasons import reason_of
from twitchlog.diary.sealed.file_seal import ENDING, FileSeal
from twitchlog.domain.attachment import LARGEST_BYTES, MEDIA_TYPES
from twitchlog.domain.errors import BadInput, DiaryNotWritable, NotFound
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

_CHUNK: Final = 1 << 20
_HEAD: Final = 8192
"""So many first bytes tell the type of a file."""


@dataclass(frozen=True, slots=True)
class Stored:
    """What the store knows of a file: its hash, its size in bytes and its type."""

    sha256: str
    bytes: int
    media_type: str


@dataclass(frozen=True, slots=True)
class Seals:
    """What the files of a diary may be sealed with, and what new ones are: None is not at all."""

    known: tuple[FileSeal, ...] = ()
    used: FileSeal | None = None

    def names(self, sha256: str) -> tuple[str, ...]:
        """Return every name that the file of that content may have, without its ending."""
        return (*(seal.name(sha256) for seal in self.known), sha256)


class FileStore:
    """The files of one diary, or of its backups, in `folder`; it is made with the first file.

    `seals` says what they are sealed with, where the diary has a password.
    """

    def __init__(self, folder: Path, seals: Callable[[], Seals] = Seals) -> None:
        self.folder = folder
        self._seals = seals

    def path(self, sha256: str, media_type: str) -> Path:
        """Return where the file of that content lies while it is not sealed, there or not."""
        return self.folder / sha256[:2] / f"{sha256}.{MEDIA_TYPES.get(media_type, 'bin')}"

    def sealed_path(self, sha256: str, seal: FileSeal) -> Path:
        """Return where the file of that content lies while it is sealed, there or not."""
        name = seal.name(sha256)
        return self.folder / name[:2] / f"{name}{ENDING}"

    def find(self, sha256: str, media_type: str) -> Path | None:
        """Return where the file of that content lies, sealed or not; None where it is gone."""
        sealed = (self.sealed_path(sha256, seal) for seal in self._seals().known)
        known = (*sealed, self.path(sha256, media_type))
        return next((path for path in known if path.exists()), None)

    def read(self, sha256: str, media_type: str) -> bytes:
        """Return the content of that hash; a sealed file is opened in memory only.

        Raises FileNotFoundError, OSError, and ValueError where it is damaged.
        """
        for seal in self._seals().known:
            if (path := self.sealed_path(sha256, seal)).exists():
                content = seal.read(path)
                if hashlib.sha256(content).hexdigest() != sha256:
                    raise ValueError(sha256)
                return content
        return self.path(sha256, media_type).read_bytes()

    def add(self, source: Path) -> Stored:
        """Copy a file in, whatever it is called; it is on the disk when this returns.

        Raises NotFound where there is no such file, BadInput for an empty one, one that is too
        large or no picture, video or PDF, and DiaryNotWritable.
        """
        try:
            with source.open("rb") as opened:
                size = os.fstat(opened.fileno()).st_size if source.is_file() else 0
                media_type = _media_type(opened.read(_HEAD), size, source.name)
                opened.seek(0)
                return self._keep(opened, media_type)
        except OSError:
            raise NotFound(_("“{name}” cannot be read.").format(name=source.name)) from None

    def add_content(self, name: str, content: bytes) -> Stored:
        """Keep what another diary had kept as a file called `name`; raise as `add` does."""
        media_type = _media_type(content[:_HEAD], len(content), name)
        return self._keep(io.BytesIO(content), media_type)

    def _keep(self, opened: BinaryIO, media_type: str) -> Stored:
        try:
            # Never the diary's own folder: where that is gone, the diary is elsewhere.
            self.folder.mkdir(mode=0o700, exist_ok=True)
            partial = self.folder / f"{os.getpid()}.part"
            try:
                seal = self._seals().used
                sha256, size = copy_in(opened, partial, seal)
                target = self.sealed_path(sha256, seal) if seal else self.path(sha256, media_type)
                if not target.exists():
                    put(partial, target)
            finally:
                with contextlib.suppress(OSError):
                    partial.unlink(missing_ok=True)
        except OSError as problem:
            raise DiaryNotWritable(
                _("The file could not be kept: {reason}. Your diary is safe.").format(
                    reason=reason_of(problem)
                )
            ) from problem
        return Stored(sha256, size, media_type)

    def contents(self, hashes: Collection[str]) -> Iterator[tuple[str, bytes]]:
        """Yield those of these contents that are here, each as its hash, an ending, and itself.

        Raises OSError, and ValueError for a sealed file that is damaged.
        """
        here = {path.stem: path for path in self.files()}
        for sha256 in sorted(hashes):
            sealed = ((seal, here.get(seal.name(sha256))) for seal in self._seals().known)
            for seal, path in sealed:
                if path is not None:
                    content = seal.read(path)
                    yield f"{sha256}.{ending_of(content)}", content
                    break
            else:
                if (path := here.get(sha256)) is not None:
                    yield path.name, path.read_bytes()

    def is_unaltered(self, sha256: str, media_type: str) -> bool:
        """Whether the file of that content still holds it; raise FileNotFoundError."""
        path = self.find(sha256, media_type)
        if path is None:
            raise FileNotFoundError(sha256)
        try:
            if path.suffix == ENDING:
                self.read(sha256, media_type)
                return True
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except (OSError, ValueError):
            return False

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
            with source.open("rb") as opened:
                copy_in(opened, partial)
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


def ending_of(content: bytes) -> str:
    """Return the ending that a plain file of that content has."""
    import filetype

    return MEDIA_TYPES.get(str(filetype.guess_mime(content[:_HEAD])), "bin")


def _media_type(head: bytes, size: int, name: str) -> str:
    """Return the type of a file by its first bytes; raise BadInput."""
    import filetype

    if size > LARGEST_BYTES:
        raise BadInput(
            _("“{name}” has {size} MB; up to {most} MB can be kept. Nothing was changed.").format(
                name=name, size=round(size / 1e6), most=round(LARGEST_BYTES / 1e6)
            )
        )
    found = filetype.guess_mime(head) if size and head else None
    if found not in MEDIA_TYPES:
        raise BadInput(
            _("“{name}” is no photo, video or PDF that can be kept. Nothing was changed.").format(
                name=name
            )
        )
    return str(found)


def sha256_of(path: Path) -> str:
    """Return the hash of what is in a file; raise OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class _Hashed:
    """An open file whose content is hashed and counted while it is read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self.digest, self.size = file, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        """Read as the file does."""
        chunk = self._file.read(size)
        self.digest.update(chunk)
        self.size += len(chunk)
        return chunk


def copy_in(source: BinaryIO, target: Path, seal: FileSeal | None = None) -> tuple[str, int]:
    """Copy an open file onto the disk for its owner alone, sealed or not; return hash and size."""
    target.unlink(missing_ok=True)
    target.touch(mode=0o600)
    read = _Hashed(source)
    with target.open("wb") as written:
        if seal is not None:
            seal.seal(read, written)
        else:
            while chunk := read.read(_CHUNK):
                written.write(chunk)
        written.flush()
        os.fsync(written.fileno())
    return read.digest.hexdigest(), read.size


def put(partial: Path, target: Path) -> None:
    """Give a file that is written its name, on the disk too; raise OSError."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Put the new name on the disk too, where the system can."""
    with contextlib.suppress(OSError, AttributeError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
