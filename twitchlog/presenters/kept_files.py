"""Files kept with an entry, as forms show them and as they are saved with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from twitchlog.domain.changes import Written
from twitchlog.domain.errors import NotFound
from twitchlog.translation import _, numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any

    from twitchlog.diary import Diary
    from twitchlog.domain.attachment import Attachment

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class FileRow:
    """A kept file, or with a `source` one that is to be kept."""

    name: str
    second: str
    icon: str
    id: str = ""
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class Files:
    """What a form wants of its files: those to copy in, and the ids of those to remove."""

    added: tuple[Path, ...] = ()
    removed: tuple[str, ...] = ()


def file_row(file: Attachment) -> FileRow:
    """Return a kept file in words."""
    icon = "file-document-outline"
    if file.is_picture:
        icon = "image-outline"
    elif file.is_video:
        icon = "video-outline"
    return FileRow(file.name, said_size(file.bytes), icon, id=file.id)


def rows_by_entry(diary: Diary, ids: Sequence[str]) -> dict[str, tuple[FileRow, ...]]:
    """Return the files of each of these entries in words, read at once."""
    found: dict[str, list[FileRow]] = {each: [] for each in ids}
    for file in diary.attachments.of(*ids):
        found[file.owner_id].append(file_row(file))
    return {each: tuple(rows) for each, rows in found.items()}


def new_file_row(source: Path) -> FileRow:
    """Return a file that was chosen and is copied in when the form is saved."""
    return FileRow(source.name, _("Kept when you save"), "file-document-outline", source=source)


def path_of(diary: Diary, file: FileRow) -> Path:
    """Return where a file lies to be opened; raise NotFound where it is gone."""
    if file.source is not None:
        return file.source
    for kept in diary.attachments.all():
        if kept.id == file.id:
            return diary.attachments.opened(kept)
    raise NotFound(_("“{name}” is not in the diary any more.").format(name=file.name))


def said_size(size: int) -> str:
    """Return a size in words: *420 kB*, *1.2 MB*."""
    if size < 1_000_000:
        return _("{n} kB").format(n=max(1, round(size / 1000)))
    return _("{n} MB").format(n=numeral(size / 1_000_000, ".1f"))


def keep_with_files(
    diary: Diary, owner: str, write: Callable[[], Written[T]], files: Files
) -> Written[T]:
    """Write an entry of the table `owner`, and copy in and remove its files in the same step.

    Where a file cannot be kept, nothing is written.
    """
    for source in files.added:
        diary.attachments.store.add(source)
    written = write()
    entry: Any = written.value
    changes = written.changes
    steps = [changes]
    for source in files.added:
        joins = steps[-1].step
        steps.append(diary.attachments.add(owner, entry.id, source, joins=joins).changes)
    for attachment_id in files.removed:
        steps.append(diary.attachments.remove(attachment_id, joins=steps[-1].step).changes)
    number = next((step.step for step in reversed(steps) if step.step is not None), None)
    kinds = frozenset[str]().union(*(step.kinds for step in steps))
    return Written(written.value, replace(changes, kinds=kinds, step=number))
