"""Where things lie: the user's data folder, and the files that ship with the program."""

from __future__ import annotations

import contextlib
import os
import string
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

DIARY_VARIABLE: Final = "TWITCHLOG_DIARY"
DIARY_NAME: Final = "diary.sqlite"
_HERE: Final = Path(__file__).resolve().parent


_usual_umask = -1


@contextlib.contextmanager
def private_files() -> Iterator[None]:
    """Make every file and folder that this process writes meanwhile for its owner alone."""
    global _usual_umask  # noqa: PLW0603 - the process has one umask, and no other place keeps it
    _usual_umask = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(_usual_umask)
        _usual_umask = -1


def usual_umask() -> int:
    """Return what other programs that are started from here should have; -1 is the present one."""
    return _usual_umask


def make_private(folder: Path) -> None:
    """Make a folder, and those above it that are missing, for the owner alone; raise OSError."""
    # Not with `parents=True`: it gives those above the usual rights.
    for each in (*reversed(folder.parents), folder):
        if not each.exists():
            each.mkdir(mode=0o700, exist_ok=True)
            each.chmod(0o700)


def close_to_others(path: Path) -> None:
    """Take from others the right to read a file or folder of the owner, where there is one."""
    with contextlib.suppress(OSError):
        mode = path.stat().st_mode
        if mode & 0o077:
            path.chmod(mode & 0o700)


def write_private(path: Path, text: str) -> None:
    """Write a small file for its owner alone, whole or not at all; raise OSError."""
    # Of this program alone: another may write it in the same moment.
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        partial.touch(mode=0o600)
        partial.write_text(text, "utf-8")
        partial.replace(path)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def free_name(wanted: Path) -> Path:
    """Return `wanted`, or the same name with a number where something of that name is there."""
    path, number = wanted, 2
    while path.exists():
        path = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
        number += 1
    return path


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
    leads = os.path.islink(path)  # noqa: PTH114 - that of a path raises where nobody may look
    return Path(os.path.realpath(path)) if leads else path.absolute()


def documents_folder() -> Path:
    """Return where summaries are saved unless another place is chosen; it need not exist yet."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())


def pictures_folder() -> Path:
    """Return where a person keeps photos; it need not exist."""
    import platformdirs

    return Path(platformdirs.user_pictures_dir())


def drives() -> tuple[Path, ...]:
    """Return where sticks and other disks that can be taken away lie now, by their names.

    No disk itself is asked: one that hangs holds nothing up.
    """
    if sys.platform == "win32":
        return tuple(Path(f"{letter}:\\") for letter in string.ascii_uppercase[3:]
                     if os.path.exists(f"{letter}:\\"))  # fmt: skip  # noqa: PTH110 - raises nothing
    found: list[Path] = []
    for place in _mounts():
        with contextlib.suppress(OSError), os.scandir(place) as inside:
            found += (Path(each.path) for each in inside if each.is_dir(follow_symlinks=False))
    return tuple(sorted(found, key=lambda each: each.name.casefold()))


def _mounts() -> tuple[Path, ...]:
    """Return the folders in which systems show the disks that were plugged in."""
    if sys.platform == "darwin":
        return (Path("/Volumes"),)
    user = os.environ.get("USER", "")
    return tuple(Path(place) / user for place in ("/media", "/run/media") if user)


def backup_folder(diary: Path) -> Path:
    """Return the folder that holds the backups of the diary at `diary`."""
    return diary.with_name(f"{diary.stem} backups")


def backup_notes(diary: Path) -> Path:
    """Return the file that remembers how the backups of the diary at `diary` stand."""
    return diary.with_name(f"{diary.stem} backups.json")


def files_folder(diary: Path) -> Path:
    """Return the folder that holds the photos and other files of the diary at `diary`."""
    return diary.with_name(f"{diary.stem} files")


def opened_folder() -> Path:
    """Return where copies of sealed files lie while other programs show them; it need not exist.

    Where the system gives each session a folder of its own, in memory, that is the place.
    """
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    if given and Path(given).is_dir():
        return Path(given) / "twitchlog" / "opened"
    import platformdirs

    return Path(platformdirs.user_cache_dir("twitchlog", appauthor=False)) / "opened"
