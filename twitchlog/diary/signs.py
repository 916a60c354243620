"""Tell a diary that is damaged from a file that never was one, by what is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog import paths

if TYPE_CHECKING:
    from pathlib import Path

_MARK: Final = b"TWLG"
_MARK_AT: Final = 68
_WORDS: Final = (b"CREATE TABLE twitch_sites", b"CREATE TABLE twitches", b"TABLE entry_days")
"""What stands in the list of tables of every diary, on one of its pages."""
_CHUNK: Final = 1 << 20


def has_backups(path: Path) -> bool:
    """Whether backups lie beside the file: then it is, or was, a diary."""
    return any(paths.backup_folder(path).glob("diary *.sqlite"))


def was_a_diary(path: Path) -> bool:
    """Whether the file bears a sign of a diary, however damaged it is; raises OSError."""
    longest = max(map(len, _WORDS))
    with path.open("rb") as file:
        before = b""
        while chunk := file.read(_CHUNK):
            if not before and chunk[_MARK_AT:].startswith(_MARK):
                return True
            if any(word in before + chunk for word in _WORDS):
                return True
            before = chunk[-longest:]
    return False
