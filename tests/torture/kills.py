"""A process is killed at a random moment of whatever it does: all it acknowledged is there."""

from __future__ import annotations

import hashlib
import shutil
import signal
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Final

from torture.book import Book, Said, backups_of, notes_of
from torture.children import Child
from torture.kept import kept_diaries, opens_whole
from torture.outcome import Outcome
from twitchlog import paths
from twitchlog.diary import Diary, connecting
from twitchlog.diary.sealed.keys import Key, new_salt

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.domain.twitch import Twitch

_PLACES: Final = ("calf-left", "calf-right", "tongue", "chin", "thumb-left")
_PICTURE: Final = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR"
_FILES: Final = 10
_LOOK_EVERY: Final = 10
"""After so many kills the diary is also opened by the program, and its backups looked through."""


class Act:
    """What a child does until it is killed; each name is one of the activities counted."""

    def __init__(self, book: Book, said: Said, random: Random, mark: str) -> None:
        self.book = book
        self.diary = book.open()
        self.said = said
        self.random = random
        self.mark = mark
        self.count = 0

    def fresh(self) -> str:
        self.count += 1
        return f"{self.mark}-{self.count}"

    def log(self) -> str:
        note = self.fresh()
        self.said.begin(plus=[note])
        made = self.diary.twitches.log([self.random.choice(_PLACES)], note=note)
        self.said.done()
        return made.value.id

    def logging(self) -> None:
        self.log()

    def editing(self) -> None:
        held = self.random.choice(self.diary.twitches.newest(20) or [None])
        if held is None:
            self.log()
            return
        note = self.fresh()
        self.said.begin(minus=[held.note], plus=[note])
        self.diary.twitches.edit(replace(held, note=note, sites=(self.random.choice(_PLACES),)))
        self.said.done()

    def removing(self) -> None:
        note = self.diary.twitches.get(entry := self.log()).note
        self.said.begin(minus=[note])
        self.diary.twitches.remove(entry)
        self.said.done()
        (held,) = (each for each in self.diary.bin.items() if each.id == entry)
        if self.random.random() < 0.5:
            self.said.begin()
            self.diary.bin.erase(held.id)
            self.said.done()
        else:
            self.said.begin(plus=[note])
            self.diary.bin.restore(held.id)
            self.said.done()

    def undoing(self) -> None:
        note = self.diary.twitches.get(self.log()).note
        for turn in range(self.random.randint(1, 4)):
            if turn % 2:
                self.said.begin(plus=[note])
                self.diary.redo()
            else:
                self.said.begin(minus=[note])
                self.diary.undo()
            self.said.done()

    def attaching(self) -> None:
        entry = self.log()
        source = self.book.path.parent / f"{self.mark}.png"
        source.write_bytes(_PICTURE + self.random.randbytes(self.random.randint(100, 60_000)))
        self.said.begin()
        self.diary.attachments.add("twitches", entry, source)
        self.said.done()

    def backing_up(self) -> None:
        self.log()
        self.said.begin()
        self.said.done(backup=self.diary.backups.make().name)

    def closing(self) -> None:
        self.log()
        self.said.begin()
        self.diary.close()
        self.said.done()
        self.diary = self.book.open()

    def restoring(self) -> None:
        self.log()
        held = [each for each in self.diary.backups.list() if each.entries is not None]
        if not held or self.random.random() < 0.3:
            self.backing_up()
            return
        backup = self.random.choice(held)
        then, now = notes_of(backup.path, self.book.key), {each.note for each in self._all()}
        self.said.begin(minus=now - then, plus=then - now)
        restored = self.diary.backups.restore(backup)
        self.said.done(kept=restored.kept.name)

    def _all(self) -> tuple[Twitch, ...]:
        return self.diary.twitches.newest()

    def encrypting(self) -> None:
        self.log()
        if self.random.random() < 0.3:
            self.backing_up()
        room, new = self.diary.password, f"password {self.fresh()}"
        if self.diary.key is not None and self.random.random() < 0.4:
            new = ""
        self.said.begin(password=new)
        if not self.book.password:
            room.set(new)
        elif new:
            room.change(self.book.password, new)
        else:
            room.remove(self.book.password)
        self.said.done(password=new)
        self.book.password = new


ON_ONE_DIARY: Final[dict[str, Callable[[Act], None]]] = {
    "logging": Act.logging,
    "editing": Act.editing,
    "removing": Act.removing,
    "undoing": Act.undoing,
    "attaching": Act.attaching,
    "backing up": Act.backing_up,
    "closing": Act.closing,
    "restoring": Act.restoring,
}
_MOST_LINES: Final = 16
"""A kill falls shortly after one of the first so many lines that a child tells, or before any."""


def kills(folder: Path, seed: int, amount: int) -> Outcome:
    """Kill `amount` processes, spread over all activities, and look at the diary after each."""
    random = Random(seed)
    outcome = Outcome("killed at a random moment")
    books = [Book(folder / "plain" / "diary.sqlite")]
    books += [Book(folder / "sealed" / "diary.sqlite", Key(random.randbytes(32), new_salt()))]
    for book in books:
        book.open().close()
    locked = Book(folder / "locked" / "diary.sqlite")
    locked.open().close()
    names = [*ON_ONE_DIARY, "migrating", "encrypting"]
    for number in range(amount):
        name = names[number % len(names)]
        try:
            if name == "migrating":
                _migrating(folder / "older", random)
            elif name == "encrypting":
                _encrypting(locked, number, random)
            else:
                # Of every third a password is asked: a sealed file is slower to open and to write.
                _on_one_diary(books[number % 3 // 2], name, number, random)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is a loss
            outcome.lost(f"kill {number} while {name}: {problem!r}")
        outcome.tried[name] += 1
    outcome.note = ", ".join(
        f"{book.path.parent.name}: {book.acknowledged:,} acknowledged, {len(book.notes):,} entries"
        for book in (*books, locked)
    )
    return outcome


def _on_one_diary(book: Book, name: str, number: int, random: Random) -> None:
    act = ON_ONE_DIARY[name]
    own = Random(random.random())

    def work(tell: Callable[[str], None]) -> None:
        doing = Act(book, Said(tell), own, str(number))
        while True:
            act(doing)

    child = Child(work)
    may_be = book.hear(child.kill(random.uniform(0, 0.02), lines=random.randint(0, _MOST_LINES)))
    found = notes_of(book.path, book.key)
    lost, strange = book.notes - found, found - book.notes
    book.notes = found
    assert found in may_be, f"{len(lost)} notes gone, {len(strange)} never acknowledged"
    if number % _LOOK_EVERY < 2:
        _look_through(book)


def _look_through(book: Book) -> None:
    """See that the program opens the diary, and that every backup is whole and what it was."""
    diary = book.open()
    assert diary.twitches.count() == len(book.notes)
    for attachment in diary.attachments.all()[-_FILES:]:
        content = diary.attachments.read(attachment)
        assert hashlib.sha256(content).hexdigest() == attachment.sha256, "a file is another"
    diary.changed = False
    diary.close()
    for backup in backups_of(book.path):
        found = notes_of(backup, book.key)
        known = book.backups.get(backup.name)
        assert known is None or found in known or len(found) > max(map(len, known)), backup.name


def _encrypting(book: Book, number: int, random: Random) -> None:
    """Kill a process that sets, changes and removes the password: the old or the new one opens."""
    own = Random(random.random())

    def work(tell: Callable[[str], None]) -> None:
        doing = Act(book, Said(tell), own, str(number))
        while True:
            doing.encrypting()

    child = Child(work)
    may_be = book.hear(child.kill(random.uniform(0, 0.3), lines=random.randint(0, 12)))
    book.unlock()
    found = notes_of(book.path, book.key)
    gone = len(book.notes - found)
    book.notes = found
    assert found in may_be, f"{gone} notes gone, or some that were never acknowledged"
    diary = book.open()
    left = diary.password.go_on()
    assert not left.files, f"not brought along: {[file.name for file in left.files]}"
    assert not diary.password.pending, "there is still something to be brought along"
    diary.changed = False
    diary.close()
    for backup in backups_of(book.path):
        assert connecting.is_sealed(backup) == (book.key is not None), f"{backup.name} is not"
        notes_of(backup, book.key)
    # One that another program may be at work on stays for a day, but never in plain text. The notes
    # of the backups are in plain text always, and name nothing that was logged.
    notes = f"{paths.backup_notes(book.path).stem}."
    half = [
        file
        for file in book.path.parent.rglob("*.part")
        if not file.name.startswith(notes) and not connecting.is_sealed(file)
    ]
    half += list(book.path.parent.rglob("*.sealing.part"))
    assert not half or book.key is None, f"left half written: {[file.name for file in half]}"


def _migrating(folder: Path, random: Random) -> None:
    """Kill a process that opens a diary of an earlier schema; it opens whole afterwards."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    kept = random.choice(kept_diaries())
    path = folder / "diary.sqlite"
    shutil.copy(kept, path)

    def work(tell: Callable[[str], None]) -> None:
        Diary.open(path)
        tell("opened")
        signal.pause()

    Child(work).kill(random.uniform(0, 0.5))
    opens_whole(path, kept)
