"""What is worth knowing about twitches: short cards in plain words, and the search over them.

The cards are general information. They name no condition as likely and replace no doctor.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import NotFound
from twitchlog.domain.learn.card import Card, Counterpart, Kind, Section, Verb
from twitchlog.domain.learn.causes import CAUSES
from twitchlog.domain.learn.conditions import CONDITIONS
from twitchlog.domain.learn.doctor import DOCTOR
from twitchlog.domain.learn.exams import TESTS
from twitchlog.domain.learn.habits import HABITS
from twitchlog.domain.learn.treatment import TREATMENT
from twitchlog.domain.learn.twitches import HELP, TWITCHES
from twitchlog.domain.learn.visit import VISIT
from twitchlog.domain.wording import alike, begins, begins_nearly, plain_words
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "CARDS", "Card", "Counterpart", "Kind", "Section", "Verb", "card", "card_for_sign", "general",
    "search",
]  # fmt: skip

CARDS: Final[Mapping[str, Card]] = MappingProxyType(
    {
        each.id: each
        for each in (
            *TWITCHES, *CAUSES, *HABITS, *CONDITIONS, *HELP, *DOCTOR, *VISIT, *TESTS, *TREATMENT,
        )
    }
)  # fmt: skip
"""Every card by id, in the order they are read."""

_GENERAL: Final = mark("This is general information, not a diagnosis.")
_URGENT: Final = frozenset({"breathing", "swallowing", "speaking"})
_LONGEST_CARD: Final = 4000
_TOLD: Final = 4
"""The rank of a card that fits only by what it tells."""
_SHORT: Final = 3
_SMALL_WORDS: Final = frozenset(
    {
        "a", "am", "an", "and", "any", "are", "at", "be", "can", "do", "does", "for", "from",
        "get", "have", "how", "i", "in", "is", "it", "me", "my", "of", "on", "or", "should", "so",
        "the", "there", "to", "was", "what", "when", "why", "will", "with", "you", "your",
        "auf", "bin", "das", "der", "ein", "eine", "es", "gibt", "habe", "ich", "ist", "kann",
        "mein", "meine", "mir", "mit", "oder", "und", "von", "wann", "warum", "wie", "wird", "zu",
    }
)  # fmt: skip


def general() -> str:
    """Return what is said once wherever advice is shown."""
    return _(_GENERAL)


def card(asked: str) -> Card:
    """Return the card with that id; raise NotFound where there is none."""
    if asked not in CARDS:
        raise NotFound(_("There is no such card."))
    return CARDS[asked]


def card_for_sign(sign: str) -> Card:
    """Return the card to read about a sign that needs a doctor, by the id of the symptom."""
    return CARDS["emergency" if sign in _URGENT else sign if sign in CARDS else "contact"]


def search(text: str, *, forgiving: bool = True) -> tuple[Card, ...]:
    """Return the cards that match every word typed so far, the best first; all of them for nothing.

    Ranked by: the title is just that; begins with it; has it; its search words have it; its text
    has it; its text has a word that begins so. Where `forgiving`, and nothing matches, spelling is
    forgiven: first one slip a word, then a word that is much alike.
    """
    asked = plain_words(text)
    counting = tuple(word for word in asked if word not in _SMALL_WORDS) or asked
    if not counting:
        return tuple(CARDS.values())
    for fits in (begins, begins_nearly, alike) if forgiving else (begins,):
        ranked = [
            (rank, each)
            for each in CARDS.values()
            if (rank := _rank(asked, counting, each, fits)) is not None
        ]
        if ranked:
            ranked.sort(key=lambda pair: pair[0])
            return tuple(each for _rank_, each in ranked)
    return ()


def _rank(
    asked: tuple[str, ...],
    counting: tuple[str, ...],
    each: Card,
    fits: Callable[[str, str], bool],
) -> int | None:
    """Return how well a card fits the words typed, 0 the best; None when it does not.

    `counting` are those of the words that are not too small to tell anything.
    """
    title = plain_words(each.title)
    known: tuple[str, ...] = ()
    if asked == title:
        return 0
    if title[: len(asked)] == asked:
        return 1
    text = " ".join((each.section.label, *each.paragraphs))
    steps = (title, plain_words(each.search_words), plain_words(text, longest=_LONGEST_CARD))
    for rank, more in enumerate(steps, start=2):
        told = rank == _TOLD
        if all(
            any(fits(part, word) for word in known) or _found(part, more, fits, told=told)
            for part in counting
        ):
            whole = rank < _TOLD or all(part in known or part in more for part in counting)
            return rank if whole else rank + 1
        known += more
    return None


def _found(
    part: str, words: tuple[str, ...], fits: Callable[[str, str], bool], *, told: bool
) -> bool:
    """Find a word; in what a card tells, a short one must be there whole: *ALS*, not *also*."""
    return (
        part in words if told and len(part) <= _SHORT else any(fits(part, each) for each in words)
    )
