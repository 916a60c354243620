"""Damage sound files at random, and see that reading them ends in records or in sentences."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports import read_file, sniff
from twitchlog.diary.imports.dates import DateOrder
from twitchlog.diary.imports.gathering import gather
from twitchlog.domain.errors import TwitchLogError
from twitchlog.domain.imports import LeftOut, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from twitchlog.domain.imports import Choices, Found, Gathered

_PIECES: Final = (
    b'"', b'""', b",", b";", b"\t", b"\r", b"\n", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"<",
    b">", b"&", b"]]>", b"999999999999999999999", b"-1", b"1e999", b"NaN", b"31/31/2026", b"'=1+1'",
    b"0000-00-00", b"25:61", b"\xe2\x80\xae", b"\xf0\x9f\x98\x80", b"2026-06-18T00:00:00+99:99",
    b"9" * 400, b"(" * 300, b"a," * 200, "ß".encode("cp1252"), "ж".encode("cp1251"),
)  # fmt: skip


def _flip(random: Random, content: bytearray) -> None:
    for _ in range(random.randint(1, 8)):
        content[random.randrange(len(content))] = random.randrange(256)


def _truncate(random: Random, content: bytearray) -> None:
    del content[random.randrange(len(content)) :]


def _cut(random: Random, content: bytearray) -> None:
    start = random.randrange(len(content))
    del content[start : start + random.randint(1, 400)]


def _insert(random: Random, content: bytearray) -> None:
    for _ in range(random.randint(1, 4)):
        place = random.randrange(len(content))
        content[place:place] = random.choice(_PIECES)


def _double(random: Random, content: bytearray) -> None:
    lines = content.splitlines(keepends=True)
    for _ in range(random.randint(1, 3)):
        lines.insert(random.randrange(len(lines)), random.choice(lines))
    content[:] = b"".join(lines)


def _mix(random: Random, content: bytearray) -> None:
    lines = content.splitlines(keepends=True)
    at = random.randrange(len(lines))
    text = lines[at].decode("utf-8", "replace") + "Müßiggang, Ärger\n"
    lines[at] = bytearray(text.encode(random.choice(["cp1252", "utf-16", "mac_roman"]), "replace"))
    content[:] = b"".join(lines)


_WAYS: Final[tuple[Callable[[Random, bytearray], None], ...]] = (
    _flip, _truncate, _cut, _insert, _insert, _double, _mix,
)  # fmt: skip


def damaged(sound: bytes, seed: int) -> bytes:
    """Return `sound` damaged in one to three ways, always the same for the same seed."""
    random = Random(seed)  # noqa: S311 - damage, not a secret
    content = bytearray(sound)
    for _ in range(random.randint(1, 3)):
        if not content:
            break
        random.choice(_WAYS)(random, content)
    return bytes(content)


def read_damaged(
    sound: Sequence[bytes],
    seeds: range,
    path: Path,
    choices: Choices,
    then: Callable[[Gathered], None] = lambda _gathered: None,
) -> dict[str, int]:
    """Read one damaged file a seed; return how many were read, with problems, and refused.

    `then` gets what was gathered of each. Any error but the program's own, which carries a
    sentence, comes out as it is.
    """
    counts = {"read": 0, "read with problems": 0, "refused": 0}
    for seed in seeds:
        path.write_bytes(damaged(sound[seed % len(sound)], seed))
        try:
            found = list(read_file(sniff(path), choices, order=DateOrder.DAY_FIRST))
        except TwitchLogError as refused:
            counts["refused"] += 1
            found = [Problem(0, "", refused.sentence)]
        except Exception as problem:
            problem.add_note(f"seed {seed}")
            raise
        else:
            then(gather(found))
            flawed = any(isinstance(item, Problem) for item in found)
            counts["read with problems" if flawed else "read"] += 1
        _check(found, choices, seed)
    return counts


def _check(found: Sequence[Found], choices: Choices, seed: int) -> None:
    """See that what was found can be logged as it stands."""
    for item in found:
        if isinstance(item, Problem):
            assert item.sentence.endswith((".", "?")), f"seed {seed}: {item}"
        elif not isinstance(item, LeftOut):
            moment = getattr(item, "moment", choices.now)
            assert moment.utc_ms <= choices.now.utc_ms + 60_000, f"seed {seed}: {item}"
            assert "\0" not in getattr(item, "note", ""), f"seed {seed}: {item}"
