"""Save what can be read of a damaged diary into a new one; the damaged file is only ever read."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any, Final

from twitchlog.clock import SystemClock
from twitchlog.diary import connecting, engine, file_words, schema, signs
from twitchlog.diary.backups import contents
from twitchlog.diary.checkup import derived
from twitchlog.diary.rescue.gather import gather
from twitchlog.diary.rescue.pages import Pages
from twitchlog.diary.rescue.putting import Putting
from twitchlog.diary.rescue.sealed import Opener
from twitchlog.diary.sealed import kept_keys
from twitchlog.domain.errors import DiaryError, NeedsPassword
from twitchlog.domain.rescue import Saved
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from twitchlog.diary.sealed.keys import Key

_LIST: Final = "CREATE TABLE aside (why TEXT, of TEXT, held TEXT)"


def salvage(
    damaged: Path,
    into: Path,
    key: Key | None = None,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> Saved:
    """Read all that can be read of the diary at `damaged` into a new one at `into`.

    Every page is looked at on its own, with the sound part of the write-ahead log, so what one
    damaged place hides from SQLite is found too. What the diary keeps twice is made anew. Rows that
    fit nowhere are kept aside in a file beside it, with the same password where there is one.
    `progress` hears how many pages of how many were read. Raises NeedsPassword, DiskFull,
    DiaryNotWritable; a file that lay at `into` is gone then, and nothing else has changed.
    """
    opener = _opener(damaged, key)
    key = key if opener else None
    aside_path = _aside_path(into, sealed=opener is not None)
    for path in (into, aside_path):
        path.unlink(missing_ok=True)
    try:
        with file_words.plain_errors(into):
            _begin(into, key)
            with contextlib.closing(connecting.connect(into, key)) as file:
                file.execute("PRAGMA synchronous=FULL")
                file.execute("PRAGMA secure_delete=ON")
                file.execute("BEGIN IMMEDIATE")
                file.execute("DELETE FROM secrets")  # it is to have those of the damaged diary
                putting = Putting(file)
                with Pages(damaged, opener) as pages:
                    for found in gather(pages, progress):
                        putting.put(found)
                putting.finish()
                # Rows came in any order, and some twice: what follows from them is counted afresh.
                derived.make_anew(file)
                if key is not None:
                    kept_keys.ensure_of_files(file, SystemClock().now().utc_ms)
                file.execute("COMMIT")
                file.execute("PRAGMA journal_mode=DELETE")
                held = contents.read(file)
            if putting.aside:
                _keep_aside(aside_path, putting.aside, key)
    except (DiaryError, OSError):
        for path in (into, aside_path):
            for each in (path, *connecting.beside(path)):
                each.unlink(missing_ok=True)
        raise
    return Saved(into, held, len(putting.aside), aside_path if putting.aside else None)


def _opener(damaged: Path, key: Key | None) -> Opener | None:
    """Return what opens the pages of a sealed file, None for a plain one."""
    sealed = connecting.is_sealed(damaged) or (key is not None and not signs.was_a_diary(damaged))
    if not sealed:
        return None
    if key is None:
        raise NeedsPassword(
            _("“{name}” is locked with a password, which was not given.").format(name=damaged.name)
        )
    return Opener(key.raw)


def _begin(into: Path, key: Key | None) -> None:
    into.touch(mode=0o600)
    opened = engine.make_engine(into, key)
    try:
        schema.bring_up(opened, into, SystemClock(), is_new=True, key=key)
    finally:
        opened.dispose()


def _aside_path(into: Path, *, sealed: bool) -> Path:
    end = ".sqlite" if sealed else ".jsonl"
    return into.with_name(f"{into.stem} - what fitted nowhere{end}")


def _keep_aside(path: Path, aside: Sequence[tuple[str, str, Any]], key: Key | None) -> None:
    """Write what fitted nowhere: a line of JSON each, or rows of a file with the same password."""
    lines = [(why, of, json.dumps(row, ensure_ascii=False, default=str)) for why, of, row in aside]
    path.touch(mode=0o600)
    if key is None:
        with path.open("w", encoding="utf-8") as file:
            for why, of, held in lines:
                told = json.dumps({"why": why, "table": of})
                file.write(f'{told[:-1]}, "row": {held}}}\n')
        return
    with contextlib.closing(connecting.connect(path, key)) as sealed:
        sealed.execute(_LIST)
        sealed.executemany("INSERT INTO aside VALUES (?, ?, ?)", lines)
