"""Carry one backup away, into a folder of the person's."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from twitchlog.diary import connecting
from twitchlog.diary.attachments import names_needed
from twitchlog.diary.backups import naming
from twitchlog.diary.backups.opening import Ring, opened_file
from twitchlog.diary.backups.putting import copy_files, copy_whole
from twitchlog.diary.reasons import reason_of
from twitchlog.domain.errors import BadInput, DiaryNotWritable, NeedsPassword
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.domain.backup import Backup


def copy_to(backup: Backup, folder: Path, ring: Ring) -> Path:
    """Copy a backup into `folder`, as a file, or as a folder where it has files; return which.

    Nothing that is there is written over. Raises BadInput where there is no such folder, and
    DiaryNotWritable.
    """
    if not folder.is_dir():
        raise BadInput(_("There is no folder at “{path}”.").format(path=folder))
    name = f"TwitchLog {backup.made:%Y-%m-%d %H.%M.%S}"
    try:
        with opened_file(backup.path, ring.fitting(backup.path)) as file:
            needed = names_needed(file)
        if not needed:
            target = _free(folder, name, ".sqlite")
            copy_whole(backup.path, target)
            return target
        target = _free(folder, name, "")
        target.mkdir(mode=0o700)
        try:
            copy_whole(backup.path, target / "diary.sqlite")
            copy_files(needed, backup.path.parent / naming.FILES, target / "diary files")
        except OSError:
            shutil.rmtree(target, ignore_errors=True)
            raise
    except connecting.errors(OSError, NeedsPassword) as problem:
        why = reason_of(problem) if isinstance(problem, OSError) else _("it cannot be read")
        raise DiaryNotWritable(
            _("The backup was not copied: {reason}. It is still where it was.").format(reason=why)
        ) from problem
    return target


def _free(folder: Path, name: str, ending: str) -> Path:
    target, number = folder / f"{name}{ending}", 1
    while target.exists():
        number += 1
        target = folder / f"{name} ({number}){ending}"
    return target
