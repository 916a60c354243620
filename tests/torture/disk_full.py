"""The disk is full from the n-th write on, for every n: a sentence, nothing lost, goes on."""

from __future__ import annotations

import json
import shutil
from contextlib import closing
from random import Random
from typing import TYPE_CHECKING

from support.rows import rows_of
from torture.book import backups_of, sound
from torture.children import FAILED, Child
from torture.faults import with_faults
from torture.kept import without_ids
from torture.script import Script
from twitchlog.diary import connecting
from twitchlog.domain.errors import TwitchLogError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from torture.faults import Faults
    from torture.outcome import Outcome


def disk_full(folder: Path, seed: int, amount: int) -> Outcome:
    """Fill the disk at every write of the script, or at `amount` of them."""
    name = "disk full at every write of 50 things done"
    return with_faults(name, "torture.disk_full:at_every_write", folder, seed, amount)


def at_every_write(outcome: Outcome, faults: Faults, folder: Path, seed: int, amount: int) -> None:
    """Run the script once undisturbed, then once for each write that finds no room."""
    scratch = folder.parent / "sources"
    scratch.mkdir()
    (told,) = Child(lambda tell: tell(_undisturbed(faults, folder, scratch))).wait()
    assert not told.startswith(FAILED), told
    writes, expected = json.loads(told)
    moments = list(range(1, writes + 1))
    if len(moments) > amount:
        moments = sorted(Random(seed).sample(moments, amount))
    said: set[str] = set()
    for at in moments:
        shutil.rmtree(folder)
        folder.mkdir()
        told = Child(lambda tell, at=at: _disturbed(faults, folder, scratch, at, tell)).wait()
        problems = [line for line in told if line.startswith(FAILED)]
        problems += [line for line in told if not line.endswith(".")]
        said |= {line.replace(str(folder), "") for line in told if line not in problems}
        try:
            assert not problems, problems[0]
            found = _state(folder / "data" / "diary.sqlite")
            different = [table for table in expected if found.get(table) != expected[table]]
            assert not different, f"other rows in {different}"
        except connecting.errors(AssertionError) as problem:
            outcome.lost(f"at write {at}: {problem}")
        outcome.tried["writes"] += 1
    outcome.note = f"{len(said)} different sentences: {' | '.join(sorted(said))}"


def _undisturbed(faults: Faults, folder: Path, scratch: Path) -> str:
    faults.room()
    script = Script(folder, scratch)
    for step in script.steps():
        step()
    script.diary.changed = False
    script.diary.close()
    return json.dumps([faults.calls, _state(script.path)])


def _disturbed(
    faults: Faults, folder: Path, scratch: Path, at: int, tell: Callable[[str], None]
) -> None:
    """Run the script on a disk that is full from write `at` on; make room once it is said."""
    script = Script(folder, scratch)
    faults.full_from(at)
    for number, step in enumerate(script.steps(), 1):
        try:
            step()
        except TwitchLogError as problem:
            faults.room()
            tell(f"{type(problem).__name__}: {problem.sentence}")
            _again(script, number, step)
        except Exception as problem:
            msg = f"thing {number} was not told in a sentence: {problem!r}"
            raise AssertionError(msg) from problem
    faults.room()
    script.diary.changed = False
    script.diary.close()


def _again(script: Script, number: int, step: Callable[[], object]) -> None:
    """Do the thing again, now that there is room; it must work."""
    try:
        step()
    except Exception as problem:
        msg = f"thing {number} does not work when there is room again: {problem!r}"
        raise AssertionError(msg) from problem


def _state(path: Path) -> dict[str, list[str]]:
    """Return the rows of a diary that must be sound, and so must its backups be."""
    for file in (path, *backups_of(path)):
        with closing(connecting.connect(file)) as opened:
            sound(opened)
    left = [each.name for each in path.parent.rglob("*.part")]
    assert not left, f"left half written: {left}"
    with closing(connecting.connect(path)) as opened:
        hashes = [sha256 for (sha256,) in opened.execute("SELECT sha256 FROM attachments")]
    kept = {file.stem for file in path.with_name("diary files").rglob("*") if file.is_file()}
    assert set(hashes) <= kept, "the file of an attachment is gone"
    rows = without_ids(rows_of(path))
    # The toss of the coins of a trial is another each time.
    coins = {table: [str(len(rows[table]))] for table in rows if table.startswith("experiment")}
    return rows | coins
