"""What was tapped, as the words a search finds it by: in every language the program speaks."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from twitchlog.domain.answer_words import say, value
from twitchlog.domain.checkin import Detail
from twitchlog.domain.dose import PRESETS, Effort, say_amount
from twitchlog.domain.factor import SUPPLEMENTS, Kind
from twitchlog.domain.medicine_names import class_or_other
from twitchlog.domain.site import SITES, site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS, Amount
from twitchlog.domain.twitch import (
    RELIEF_WORDS,
    TRIGGER_WORDS,
    Activity,
    Pattern,
    Seen,
    Strength,
)
from twitchlog.domain.wording import plain_forms, plain_words
from twitchlog.translation import _, joins_words, languages, mark, speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping

    from twitchlog.domain.factor import Factor
    from twitchlog.domain.site import Site

    _Choice = Strength | Pattern | Seen | Activity

K = TypeVar("K", bound="Hashable")

KINDS: Final = {
    "twitches": (mark("Twitch"),),
    "checkins": (mark("Check-in"),),
    "none": (mark("None that day"),),
    "doses": (mark("Drink or exercise"),),
    "symptoms": (mark("Other symptoms"), mark("Weekly check")),
    "intakes": (mark("Medicine"),),
    "rest_counts": (mark("Rest count"),),
}
"""What each kind of entry is called, by its table; a day without twitches is `none`.

The name of the doses is that of them all; one alone is called by what it is, a drink or exercise.
"""
_DRUNK: Final = frozenset({"caffeine", "alcohol", "water"})
"""The factors whose doses are drinks."""
_EXERCISE: Final = "exercise"
_DRINKS, _MOVED = mark("Drinks"), mark("Sports, movement")
_JOINED: Final = "+"
"""Stands before a word that others may be joined in: no typed word has it."""
_SHORTEST_JOINED: Final = 8
_SHORTEST_PART: Final = 4
_ALSO: Final = {1: mark("low"), 3: mark("high")}
"""What people say of a level beside its own word."""


def in_words(say: Callable[[K], Iterable[str]], known: Iterable[K]) -> dict[K, frozenset[str]]:
    """Return the plain words of what `say` says of each, in every language."""
    things = tuple(known)
    found: dict[K, frozenset[str]] = dict.fromkeys(things, frozenset())
    for code in _every():
        with speaking(code):
            for each in things:
                found[each] |= _said(code, say, each)
    return found


def said_in_words(say: Callable[[], Iterable[str]]) -> frozenset[str]:
    """Return the plain words of everything that `say` says, in every language."""
    found: set[str] = set()
    for code in _every():
        with speaking(code):
            found.update(_plain(say()))
    return frozenset(found)


def begins(word: str, names: Collection[str]) -> bool:
    """Tell whether one of these words begins with what was typed, or a part of a joined word.

    A number is meant as it stands: *1 June* is not *18 June*.
    """
    asked = "".join(plain_words(word))
    if not asked or asked.isdigit():
        return asked in names
    inside = len(asked) >= _SHORTEST_PART
    return any(
        name.startswith(asked) or (inside and name.startswith(_JOINED) and asked in name)
        for name in names
    )


@cache
def kinds() -> Mapping[str, frozenset[str]]:
    """Return the words that each kind of entry is called by."""
    return in_words(lambda kind: map(_, KINDS[kind]), KINDS)


@cache
def sites() -> Mapping[str, frozenset[str]]:
    """Return the words that each place goes by, with those of its side."""
    return in_words(lambda site: _of_site(SITES[site]), SITES)


@cache
def triggers() -> Mapping[str, frozenset[str]]:
    """Return the words of each built-in thing that may go with a twitch."""
    return in_words(lambda kind: [_(TRIGGER_WORDS[kind])], TRIGGER_WORDS)


@cache
def reliefs() -> Mapping[str, frozenset[str]]:
    """Return the words of each built-in thing that may stop a twitch."""
    return in_words(lambda kind: [_(RELIEF_WORDS[kind])], RELIEF_WORDS)


@cache
def details() -> dict[str, dict[int | str, frozenset[str]]]:
    """Return the words for what is chosen of a twitch, by column and value."""
    return {
        "strength": _of_choices(Strength),
        "pattern": _of_choices(Pattern),
        "seen": _of_choices(Seen),
        "activity": _of_choices(Activity),
    }


def names(factors: Iterable[Factor]) -> dict[Factor, frozenset[str]]:
    """Return the words that each thing of a day is called by."""
    return in_words(_of_factor, factors)


Answer = tuple["Factor", float, str, "int | None"]
"""A factor and an amount of it, with the preset and how hard it was, both mostly without."""


def answers(given: Iterable[Answer]) -> dict[Answer, frozenset[str]]:
    """Return the words that each answer of a check-in is shown in, with those of its factor."""
    return in_words(_of_answer, given)


def doses(given: Iterable[Answer]) -> dict[Answer, frozenset[str]]:
    """Return the words of each drink, cigarette, walk …, with those of its factor."""
    return in_words(_of_dose, given)


SymptomSaid = tuple[str, bool, "int | None", str]
"""The kind of a symptom, yes or no, how much, and the ids of the places with spaces between."""


def symptoms(given: Iterable[SymptomSaid]) -> dict[SymptomSaid, frozenset[str]]:
    """Return the words of each answer about a symptom."""
    return in_words(_of_symptom, given)


def medicine(name: str, kind: str) -> frozenset[str]:
    """Return the words of a medicine's name and of its class."""
    return in_words(_of_medicine, [(name, kind)])[(name, kind)]


@cache
def _every() -> tuple[str, ...]:
    return languages()


@lru_cache(maxsize=32_768)
def _said(_code: str, say: Callable[[K], Iterable[str]], thing: K) -> frozenset[str]:
    """Return the words in the language in use, whose code is part of what is remembered."""
    return frozenset(_plain(say(thing)))


def _plain(texts: Iterable[str]) -> Iterator[str]:
    """Yield the words of texts; a long one that may be joined of several also as such."""
    joins = joins_words()
    for text in texts:
        for form in plain_forms(text):
            yield from form
            if joins:
                yield from (f"{_JOINED}{word}" for word in form if len(word) >= _SHORTEST_JOINED)


def _of_choices(choices: Iterable[_Choice]) -> dict[int | str, frozenset[str]]:
    found = in_words(lambda each: [each.word], choices)
    return {each.value: words for each, words in found.items()}


def _of_site(site: Site) -> tuple[str, ...]:
    return (site.side.label, site.lay, site.muscle, *site.synonyms)


def _of_factor(factor: Factor) -> tuple[str, ...]:
    return (factor.label,)


def _of_answer(answer: Answer) -> list[str]:
    factor, amount, preset, effort = answer
    if factor.group == SUPPLEMENTS and not amount:
        return []
    detail = Detail(preset=preset, effort=Effort(effort) if effort else None)
    also = [_(_ALSO[int(amount)])] if factor.kind is Kind.LEVEL and amount in _ALSO else []
    return [factor.label, say(factor, amount, detail), value(factor, amount), *also]


def _of_dose(dose: Answer) -> list[str]:
    factor, amount, preset, effort = dose
    known = PRESETS.get(preset)
    named = [known.label, _(known.short), _(known.many)] if known else []
    hard = [Effort(effort).word] if effort else []
    kind = [_(_DRINKS)] if factor.id in _DRUNK else [_(_MOVED)] if factor.id == _EXERCISE else []
    return [factor.label, say_amount(amount, factor), *named, *hard, *kind]


def _of_symptom(said: SymptomSaid) -> list[str]:
    kind, present, amount, places = said
    known = SYMPTOMS.get(kind)
    found = [known.label if known else kind, _("Yes") if present else _("No")]
    if amount:
        found.append(Amount(amount).word)
    return found + [text for place in places.split() for text in _of_site(site_or_unknown(place))]


def _of_medicine(medicine: tuple[str, str]) -> tuple[str, str]:
    name, kind = medicine
    return name, class_or_other(kind).label
