"""Put a sealed file in the place of a plain one in a store of files, or the other way round."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
from typing import TYPE_CHECKING

from twitchlog.diary import erasing
from twitchlog.diary.file_store import copy_in, ending_of, put
from twitchlog.diary.sealed.file_seal import ENDING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from twitchlog.diary.file_store import FileStore
    from twitchlog.diary.sealed.file_seal import FileSeal


def seal(store: FileStore, path: Path, used: FileSeal) -> None:
    """Seal the plain file at `path` of a store; what is plain of it is erased.

    Raises OSError, and ValueError where it cannot be read back; the plain file then stays.
    """
    _seal(path, _partial(store, path), store.sealed_path(path.stem, used), used)
    _drop_empty(path.parent)


def unseal(store: FileStore, path: Path, known: Iterable[FileSeal]) -> None:
    """Put a plain file in the place of the sealed one at `path` of a store.

    Raises OSError, and ValueError where none of the seals opens it; it then stays.
    """
    content = _read(path, known)
    sha256 = hashlib.sha256(content).hexdigest()
    target = store.folder / sha256[:2] / f"{sha256}.{ending_of(content)}"
    _unseal(path, _partial(store, path), target, content)
    _drop_empty(path.parent)


def seal_beside(path: Path, used: FileSeal) -> None:
    """Seal the file at `path` as it is, under its name and `.age`; raise as `seal` does."""
    target = path.with_name(f"{path.name}{ENDING}")
    _seal(path, target.with_name(f"{target.name}.part"), target, used)


def unseal_beside(path: Path, known: Iterable[FileSeal]) -> None:
    """Take back what `seal_beside` did to what is sealed at `path`; raise as `unseal` does."""
    partial = path.with_name(f"{path.name}.part")
    _unseal(path, partial, path.with_suffix(""), _read(path, known))


def _seal(path: Path, partial: Path, target: Path, used: FileSeal) -> None:
    """Write what is at `path` sealed to `target`, read it back, and erase what is plain."""
    try:
        with path.open("rb") as opened:
            sha256, _size = copy_in(opened, partial, used)
        if hashlib.sha256(used.read(partial)).hexdigest() != sha256:
            raise ValueError(path.name)
        put(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    erasing.erase(path)


def _unseal(path: Path, partial: Path, target: Path, content: bytes) -> None:
    """Write `content` to `target`, and remove what is sealed at `path`."""
    try:
        copy_in(io.BytesIO(content), partial)
        put(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    path.unlink(missing_ok=True)


def _read(path: Path, known: Iterable[FileSeal]) -> bytes:
    for each in known:
        with contextlib.suppress(ValueError):
            return each.read(path)
    raise ValueError(path.name)


def _partial(store: FileStore, path: Path) -> Path:
    return store.folder / f"{path.name}.{os.getpid()}.part"


def _drop_empty(folder: Path) -> None:
    """Remove the folder of two letters where its last file has gone."""
    with contextlib.suppress(OSError):
        folder.rmdir()
