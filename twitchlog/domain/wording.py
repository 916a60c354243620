"""Read what a person types into a search: without case, accents and punctuation."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from twitchlog.translation import other_languages, speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

K = TypeVar("K")

LONGEST_ASKED: Final = 240
_SHORTEST_FORGIVEN: Final = 4
_SHORTEST_ALIKE: Final = 6
_ALIKE: Final = 0.8
NOWHERE: Final = 3
_WITHOUT_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@lru_cache(maxsize=8192)
def plain_words(text: str, *, longest: int = LONGEST_ASKED) -> tuple[str, ...]:
    """Return the words of the first `longest` letters, without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text[:longest]).casefold()
    kept = (mark for mark in plain if not unicodedata.combining(mark))
    return tuple("".join(char if char.isalnum() else " " for char in kept).split())


@lru_cache(maxsize=8192)
def plain_forms(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of `text` in each way that a keyboard writes them: *Hüfte*, *huefte*.

    The first is that of `plain_words`, where an umlaut is its vowel; `ß` is always `ss`.
    """
    composed = unicodedata.normalize("NFC", text).casefold()
    return tuple(dict.fromkeys(map(plain_words, (composed, composed.translate(_WITHOUT_UMLAUTS)))))


def small_forms(text: str) -> tuple[str, ...]:
    """Return `text` in small letters in each way that a keyboard writes it: *mäßig*, *maessig*."""
    composed = unicodedata.normalize("NFC", " ".join(text.split())).casefold()
    return tuple(dict.fromkeys((composed, composed.translate(_WITHOUT_UMLAUTS))))


def named(asked: str, known: Iterable[K], names: Callable[[K], Iterable[str]]) -> K | None:
    """Return the one of `known` that has the name `asked`, in any case; None where none has.

    `names` says what one is called in the language in use, which counts first; then it is asked in
    the other languages, for people type in either.
    """
    plain, rows = small_forms(asked)[0], tuple(known)
    for code in ("", *other_languages()):
        with speaking(code):
            for each in rows:
                if any(plain in small_forms(name) for name in names(each)):
                    return each
    return None


def closeness(asked: str, title: str, text: str) -> int:
    """Return how near a thing is to the words typed.

    0 where its title has them all, 1 where it has them whole, 2 where its words begin so, else
    `NOWHERE`.
    """
    wanted = plain_words(asked)
    titled, told = (plain_words(each, longest=len(each)) for each in (title, text))
    if all(any(begins(word, each) for each in titled) for word in wanted):
        return 0
    if all(word in titled or word in told for word in wanted):
        return 1
    known = {*titled, *told}
    return 2 if all(any(begins(word, each) for each in known) for word in wanted) else NOWHERE


def begins(asked: str, known: str) -> bool:
    """Tell whether a known word begins with what was typed."""
    return known.startswith(asked)


def begins_nearly(asked: str, known: str) -> bool:
    """Tell the same with one slip: a letter wrong, missing, too many, or two of them swapped.

    A short word is not forgiven a slip, for nearly any other would then do.
    """
    if len(asked) < _SHORTEST_FORGIVEN:
        return begins(asked, known)
    same = 0
    while same < min(len(asked), len(known)) and asked[same] == known[same]:
        same += 1
    typed, meant = asked[same:], known[same:]
    swapped = typed[1::-1] + typed[2:]
    return any(
        rest.startswith(start)
        for start, rest in (
            (typed[1:], meant[1:]),
            (typed, meant[1:]),
            (typed[1:], meant),
            (swapped, meant),
        )
    )


@lru_cache(maxsize=8192)
def alike(asked: str, known: str) -> bool:
    """Tell whether a longer word is much like a known one, as `pottasium` is like `potassium`."""
    if min(len(asked), len(known)) < _SHORTEST_ALIKE or asked[0] != known[0]:
        return False
    return SequenceMatcher(None, asked, known, autojunk=False).ratio() >= _ALIKE
