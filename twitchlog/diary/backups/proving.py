"""Prove that a backup can be restored: restore it into a place of its own and compare."""

from __future__ import annotations

import hashlib
import os
import shutil
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.diary import connecting
from twitchlog.diary.attachments import hashes_needed, seals_of
from twitchlog.diary.backups import contents, naming, restoring
from twitchlog.diary.backups.opening import Ring, opened_file
from twitchlog.diary.file_store import FileStore
from twitchlog.diary.reasons import reason_of
from twitchlog.domain.errors import DiaryError
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.clock import Clock

EVERY: Final = timedelta(days=30)
"""How often the newest backup is put to the proof."""


def prove(backup: Path, marked: str, clock: Clock, ring: Ring) -> str:
    """Restore `backup` beside it, open that as a diary, and compare; remove it again.

    Compared are the rows of every table, the first and the last day and the revision with what was
    `marked` when it was made, and each photo or other file with its hash. Returns what is wrong in
    a sentence, or an empty text.
    """
    place = backup.parent / f"diary test.{os.getpid()}.part"
    try:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        return _compare(backup, place / "diary.sqlite", marked, clock, ring)
    except DiaryError:
        return _("It could not be read as a diary.")
    except connecting.errors():
        return _("It could not be read as a diary.")
    except OSError as problem:
        return _("It could not be tried out: {reason}.").format(reason=reason_of(problem))
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _compare(backup: Path, target: Path, marked: str, clock: Clock, ring: Ring) -> str:
    from twitchlog.diary.diary import Diary

    with opened_file(backup, ring.fitting(backup)) as file:
        held, needed, seals = contents.read(file), hashes_needed(file), seals_of(file)
    if marked and not contents.fits(held, marked):
        return _("It no longer holds what it held when it was made.")
    restoring.prepare(backup, target, clock, ring)
    with Diary.open(target, clock=clock, key=ring.key) as restored:
        if restored.twitches.count() != held.entries:
            return _("Not every entry came back.")
    wrong = _wrong_files(FileStore(backup.parent / naming.FILES, lambda: seals), needed)
    if wrong:
        said = ngettext(
            "{n} photo or other file is missing or changed.",
            "{n} photos or other files are missing or changed.",
            wrong,
        )
        return said.format(n=wrong)
    return ""


def _wrong_files(store: FileStore, needed: frozenset[str]) -> int:
    """Count those of the contents that are not in the store, or are no longer what they were."""
    wrong = 0
    for sha256 in needed:
        try:
            (found,) = store.contents({sha256})
            wrong += hashlib.sha256(found[1]).hexdigest() != sha256
        except ValueError:  # none there, or it is sealed and damaged
            wrong += 1
    return wrong
