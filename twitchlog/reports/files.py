"""Write a file that a person asked for, whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from twitchlog.domain.errors import ReportNotSaved
from twitchlog.translation import _


def write_whole(content: bytes, path: Path) -> None:
    """Write beside the place, then move into it; leave nothing behind when that fails.

    Raises ReportNotSaved with a sentence that says why.
    """
    beside: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".twitchlog-", suffix=path.suffix)
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as problem:
        if beside is not None:
            with contextlib.suppress(OSError):
                beside.unlink()
        raise ReportNotSaved(_why(problem, path)) from problem


def _why(problem: OSError, path: Path) -> str:
    if problem.errno in {errno.ENOENT, errno.ENOTDIR}:
        sentence = _("The folder {folder} is not there. Choose another one.")
    elif problem.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        sentence = _("TwitchLog may not write in {folder}. Choose another folder.")
    elif problem.errno in {errno.ENOSPC, errno.EDQUOT}:
        sentence = _("There is no room left on the disk of {folder}.")
    else:
        sentence = _("Nothing could be saved in {folder}.")
    return sentence.format(folder=path.parent)
