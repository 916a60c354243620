"""Why the system did not do what was asked of it, as the end of a sentence."""

from __future__ import annotations

import errno
from typing import Final

from twitchlog.translation import _, mark

_WORDS: Final = {
    errno.EACCES: mark("permission denied"),
    errno.EPERM: mark("operation not permitted"),
    errno.ENOENT: mark("no such file or directory"),
    errno.EEXIST: mark("file exists"),
    errno.EISDIR: mark("is a directory"),
    errno.ENOTDIR: mark("not a directory"),
    errno.ENAMETOOLONG: mark("file name too long"),
    errno.EBUSY: mark("device or resource busy"),
    errno.EROFS: mark("read-only file system"),
    errno.ENOSPC: mark("no space left on device"),
    errno.EFBIG: mark("file too large"),
    errno.EIO: mark("input/output error"),
    errno.EMFILE: mark("too many open files"),
}
"""What Linux calls them; any other is said in the system's own words."""


def reason_of(problem: Exception) -> str:
    """Return why, in small letters and without a full stop: *permission denied*."""
    if isinstance(problem, OSError) and problem.errno in _WORDS:
        return _(_WORDS[problem.errno])
    return str(getattr(problem, "strerror", None) or problem).lower()
