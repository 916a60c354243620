"""Where things lie: the user's data folder, and the files that ship with the program."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

DIARY_VARIABLE: Final = "TWITCHLOG_DIARY"
DIARY_NAME: Final = "diary.sqlite"
_HERE: Final = Path(__file__).resolve().parent


def asset(name: str) -> Path:
    """Return the path of a shipped file, from a source tree, a wheel or a frozen build."""
    frozen = getattr(sys, "_MEIPASS", None)
    roots = [Path(frozen) / "assets"] if frozen else []
    roots += [_HERE / "_assets", _HERE.parent / "assets"]
    return next((root / name for root in roots if root.is_dir()), roots[-1] / name)


def data_folder() -> Path:
    """Return the user's data folder of TwitchLog; it need not exist yet."""
    import platformdirs

    return Path(platformdirs.user_data_dir("twitchlog", appauthor=False))


def diary_file(chosen: str | os.PathLike[str] | None = None) -> Path:
    """Return the diary to open: the one chosen, else `TWITCHLOG_DIARY`, else the user's own."""
    named = chosen or os.environ.get(DIARY_VARIABLE)
    return followed(Path(named).expanduser() if named else data_folder() / DIARY_NAME)


def followed(path: Path) -> Path:
    """Return `path` from the root, or what it leads to where it is a symbolic link.

    So the backups, the lock and the settings of a diary are the same whichever name opens it.
    """
    # Not `path.is_symlink()`: it raises where a folder may not be looked into.
    return Path(os.path.realpath(path)) if os.path.islink(path) else path.absolute()  # noqa: PTH114


def documents_folder() -> Path:
    """Return where summaries are saved unless another place is chosen; it need not exist yet."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())


def pictures_folder() -> Path:
    """Return where a person keeps photos; it need not exist."""
    import platformdirs

    return Path(platformdirs.user_pictures_dir())


def backup_folder(diary: Path) -> Path:
    """Return the folder that holds the backups of the diary at `diary`."""
    return diary.with_name(f"{diary.stem} backups")


def backup_notes(diary: Path) -> Path:
    """Return the file that remembers how the backups of the diary at `diary` stand."""
    return diary.with_name(f"{diary.stem} backups.json")


def files_folder(diary: Path) -> Path:
    """Return the folder that holds the photos and other files of the diary at `diary`."""
    return diary.with_name(f"{diary.stem} files")
