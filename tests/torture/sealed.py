"""A diary with a password shows nothing, and says what is wrong: the password, or the file."""

from __future__ import annotations

import shutil
from random import Random
from typing import TYPE_CHECKING, Final

from torture.outcome import Outcome
from twitchlog.diary import Diary, connecting
from twitchlog.diary.sealed import sidecar, unlocking
from twitchlog.domain.errors import Damaged, TwitchLogError, WrongPassword
from twitchlog.domain.medication import Dose
from twitchlog.domain.profile import Profile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PAGE: Final = connecting.PAGE_BYTES
_SIGNS: Final = "abcdefghijklmnopqrstuvwxyz äöüß日記0123456789!?'\"\\%"
_PLAIN: Final = (b"SQLite format 3", b"CREATE TABLE", b"twitches", b"calf-left", b"alembic")
"""What stands in every diary without a password, and in none with one."""
_EVEN: Final = 70
"""No byte comes that often in a page of random ones: sixteen times is usual."""
_PICTURE: Final = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def sealed(folder: Path, seed: int, amount: int) -> Outcome:
    """Give `amount` diaries a password, look at each byte, and open them wrongly and damaged."""
    outcome = Outcome("files with a password")
    for number in range(amount):
        random, case = Random(f"{seed} {number}"), folder / str(number)
        try:
            _one(case, random, outcome)
        except Exception as problem:  # noqa: BLE001 - whatever it is, it is a loss
            outcome.lost(f"{seed} {number}: {problem!r}")
        shutil.rmtree(case, ignore_errors=True)
    return outcome


def _one(case: Path, random: Random, outcome: Outcome) -> None:
    path = case / "diary.sqlite"
    password = "".join(random.choices(_SIGNS, k=random.randint(8, 40))).strip().ljust(8, "x")
    word = "".join(random.choices("bcdfghjklmnpqrstvwxz", k=16))
    _made(path, password, word, random)
    _nothing_plain(case, word, outcome)
    key = unlocking.unlock(path, password)
    for _n in range(3):
        wrong = _other(password, random)
        found = _raised(lambda wrong=wrong: unlocking.unlock(path, wrong))
        assert found is WrongPassword, f"{wrong!r} for {password!r}: {found}"
        outcome.tried["wrong passwords"] += 1
    whole = path.read_bytes()
    _put(path, whole[: random.randrange(1, len(whole) - _PAGE)])
    # Whole pages may be left at the front, and then it opens; what is gone is told when it is read.
    assert _opened_and_read(path, password) in {Damaged, None}, "cut short, told as something else"
    outcome.tried["files cut short"] += 1
    _put(path, random.randbytes(16) + whole[16:])
    if random.random() < 0.5:
        sidecar.path_of(path).unlink()
    # Its sidecar knows the right one, or else its newest backup.
    assert unlocking.unlock(path, password) == key, "a swapped salt keeps the password out"
    outcome.tried["salts swapped"] += 1
    at = random.randrange(16, _PAGE)
    _put(path, whole[:at] + bytes([whole[at] ^ 1 << random.randrange(8)]) + whole[at + 1 :])
    sidecar.write(path, key)
    found = _raised(lambda: unlocking.unlock(path, password))
    assert found is Damaged, f"bit of byte {at} turned: {found}"
    found = _raised(lambda: unlocking.unlock(path, _other(password, random)))
    assert found is WrongPassword, f"bit of byte {at} turned, wrong password: {found}"
    outcome.tried["first pages with one bit turned"] += 1
    _put(path, whole)
    assert unlocking.unlock(path, password) == key, "the whole file does not open any more"


def _put(path: Path, content: bytes) -> None:
    """Put that in the diary's place, with no log beside it that belongs to what was there."""
    for end in ("-wal", "-shm"):
        path.with_name(f"{path.name}{end}").unlink(missing_ok=True)
    path.write_bytes(content)


def _made(path: Path, password: str, word: str, random: Random) -> None:
    """Make a diary with a password, some of it only in the write-ahead log."""
    diary = Diary.open(path)
    for number in range(random.randint(1, 8)):
        diary.twitches.log(["calf-left"], note=f"{word} {number} " * random.choice([1, 40, 400]))
    diary.backups.make()
    diary.password.set(password)
    diary.medications.add(word, dose=Dose(5.0, "mg", word), note=word)
    diary.profile.save(Profile(name=word))
    entry = diary.twitches.log(["calf-left"], note=word).value
    picture = path.parent.with_name(f"{path.parent.name} picture.png")
    picture.write_bytes(_PICTURE + word.encode() * 300)
    diary.attachments.add("twitches", entry.id, picture)
    diary.twitches.remove(entry.id)
    diary.backups.make()
    # The log is looked at, too: a copy of it is kept as long as it is there.
    log = path.with_name(f"{path.name}-wal")
    shutil.copyfile(log, log.with_suffix(".kept"))
    diary.changed = False
    diary.close()


def _nothing_plain(case: Path, word: str, outcome: Outcome) -> None:
    """See that no file in the folder holds a word or an order: not the log, the backups, photos."""
    marks = (*_PLAIN, word.encode(), word.encode("utf-16-le"))
    for file in case.rglob("*"):
        if not file.is_file() or file.name.endswith(".seal"):
            continue
        whole = file.read_bytes()
        found = [mark for mark in marks if mark in whole]
        assert not found, f"{file.relative_to(case)} holds {found}"
        if connecting.is_sealed(file):
            for start in range(0, len(whole), _PAGE):
                page = whole[start : start + _PAGE]
                assert max(map(page.count, set(page))) < _EVEN, f"{file.name}: a page is not random"
                outcome.tried["pages"] += 1


def _other(password: str, random: Random) -> str:
    """Return a password that is another by a letter, by case, or altogether."""
    at = random.randrange(len(password))
    others = [
        password[:at] + password[at + 1 :],
        password[:at] + "~" + password[at + 1 :],
        password.swapcase(),
        password + " ",
        "".join(random.choices(_SIGNS, k=12)),
    ]
    return random.choice([each for each in others if each != password])


def _raised(act: Callable[[], object]) -> type[TwitchLogError] | None:
    try:
        act()
    except TwitchLogError as problem:
        return type(problem)
    return None


def _opened_and_read(path: Path, password: str) -> type[TwitchLogError] | None:
    def opened() -> None:
        diary = Diary.open(path, key=unlocking.unlock(path, password))
        diary.changed = False
        try:
            diary.twitches.newest()
        finally:
            diary.close()

    return _raised(opened)
