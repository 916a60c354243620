"""What backup files are called: when they were made, and why."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.backup import Why

if TYPE_CHECKING:
    from pathlib import Path

FILES: Final = "files"
"""The folder among the backups that holds the photos and other files they refer to."""
ENDS: Final = {
    Why.HAND: "by hand",
    Why.RESTORE: "before restore",
    Why.UPGRADE: "before upgrade",
    Why.REPLACED: "before another file",
}
"""How the names end of those that are not of the usual run."""
_WHY: Final = {end: why for why, end in ENDS.items()}
_NAME: Final = re.compile(
    r"^diary (\d{4}-\d\d-\d\d) (\d\d)\.(\d\d)\.(\d\d)(?: (" + "|".join(_WHY) + r"))?\.sqlite$"
)


def name_of(made: datetime, why: Why) -> str:
    """Return what a backup made then is called."""
    end = f" {ENDS[why]}" if why in ENDS else ""
    return f"diary {made:%Y-%m-%d %H.%M.%S}{end}.sqlite"


def free_name(folder: Path, made: datetime, why: Why) -> Path:
    """Return the path of a new backup that is to stay: no other one is written over."""
    while (path := folder / name_of(made, why)).exists():
        made += timedelta(seconds=1)
    return path


def made_at(path: Path) -> datetime | None:
    """Return the local time that a file's name says, or None where it is no backup."""
    match = _NAME.match(path.name)
    if match is None:
        return None
    try:
        return datetime.strptime(" ".join(match.groups()[:4]), "%Y-%m-%d %H %M %S")  # noqa: DTZ007 - local by design
    except ValueError:
        return None


def why_made(path: Path) -> Why:
    """Return why a backup was made."""
    match = _NAME.match(path.name)
    return _WHY[match[5]] if match and match[5] else Why.CHANGE


def files(folder: Path) -> list[Path]:
    """Return the backup files in `folder`, the newest first."""
    found = ((made_at(path), path) for path in folder.glob("diary *.sqlite"))
    known = [(made, path.name, path) for made, path in found if made is not None]
    return [path for _made, _name, path in sorted(known, reverse=True)]
