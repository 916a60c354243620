"""What differs between two versions of an entry, said line by line."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from twitchlog.diary.expected import plain
from twitchlog.domain.checkin import Checkin
from twitchlog.domain.dose import say_amount
from twitchlog.domain.factor import factor_or_unknown
from twitchlog.domain.moment import Moment
from twitchlog.domain.profile import PartialDate, Pregnancy, Visit
from twitchlog.domain.symptom import SYMPTOMS, Said
from twitchlog.domain.twitch import Trigger
from twitchlog.presenters import answers, words
from twitchlog.presenters.dates import say_partial
from twitchlog.translation import _, language_name, mark, numeral

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_LONGEST: Final = 200
_MOST: Final = 8
"""So many lines are said; more would not fit, and say no more."""
_LABELS: Final = {
    "sites": mark("Place"), "moment": mark("When"), "duration_s": mark("How long"),
    "strength": mark("How strong"), "triggers": mark("What else"), "note": mark("Note"),
    "pattern": mark("How it moved"), "seen": mark("Could it be seen"),
    "activity": mark("The muscle was"), "reliefs": mark("What stopped it"),
    "amount": mark("How much"), "preset": mark("Kind"), "kind": mark("Kind"),
    "effort": mark("How hard"), "words": mark("In words"), "name": mark("Name"),
    "dose": mark("Dose"), "started": mark("Since"), "stopped": mark("Until"),
    "treats": mark("For the twitching"), "effect": mark("What it changed"),
    "present": mark("Answer"), "since": mark("Since"), "relation": mark("Who"),
    "answered": mark("Answered"), "part": mark("Part of the body"), "day": mark("Day"),
    "minute": mark("Time"), "place": mark("Place"), "result": mark("Result"),
    "values": mark("Values"), "whom": mark("With whom"), "said": mark("What was said"),
    "answer": mark("Answer"), "taps": mark("Twitches counted"), "length_s": mark("How long"),
    "asked": mark("Asked every day"), "shown": mark("Shown"), "habit": mark("As yesterday"),
    "unit": mark("Unit"), "most": mark("At most"), "diet": mark("What was eaten"),
    "none_said": mark("No twitches that day"), "born": mark("Birth date"),
    "first_noticed": mark("First noticed"), "pregnancy": mark("Pregnancy"),
    "medicines": mark("Medicines in words"), "tests": mark("Tests in words"),
    "conditions": mark("Conditions in words"), "visit": mark("Next appointment"),
    "questions": mark("Questions"), "paper": mark("Paper"), "own_words": mark("In your own words"),
    "language": mark("Language of the page"),
    "where": mark("Where"), "kept": mark("Kept to the plan"), "changes": mark("New doses"),
    "intakes": mark("Doses taken"),
}  # fmt: skip


def differences(mine: object | None, there: object | None, *, today: date) -> tuple[str, str]:
    """Return what each version says where they differ, a line for each thing, in the same order."""
    if mine is None or there is None:
        return "", ""
    pairs = list(_amounts(mine, there) if isinstance(mine, Checkin) else ())
    here, other = plain(mine), plain(there)
    for name in dict.fromkeys((*here, *other)):
        if here.get(name) == other.get(name) or name.startswith(("amounts.", "details.")):
            continue
        label = _label(name)
        said = (_say(name, each.get(name), owner, today)
                for each, owner in ((here, mine), (other, there)))  # fmt: skip
        first, second = (f"{label}: {each}" for each in said)
        pairs.append((first, second))
    left, right = _first(each for each, _other in pairs), _first(each for _one, each in pairs)
    return left, right


def _label(name: str) -> str:
    symptom = SYMPTOMS.get(name)
    if symptom is not None:
        return symptom.label
    return _(_LABELS.get(name.partition(".")[0], mark("Entry")))


def _first(lines: Iterator[str]) -> str:
    said = list(lines)
    return "\n".join((*said[:_MOST], "…") if len(said) > _MOST else said)


def _amounts(mine: Any, there: Any) -> Iterator[tuple[str, str]]:
    for name in dict.fromkeys((*mine.amounts, *there.amounts)):
        here, other = _amount(mine, name), _amount(there, name)
        if here != other:
            yield here, other


def _amount(checkin: Checkin, name: str) -> str:
    factor = checkin.factor(name)
    if name not in checkin.amounts:
        return _("{name}: not answered").format(name=factor.label)
    said = answers.amounts({name: checkin.amounts[name]}, {name: factor}, checkin.details)
    return words.sentence(", ".join(said))


_SAID: Final[Mapping[str, Callable[[Any], str]]] = {
    "sites": words.places,
    "duration_s": words.how_long,
    "length_s": words.how_long,
    "minute": lambda minute: f"{minute // 60:02d}:{minute % 60:02d}",
    "taps": lambda taps: str(len(taps)),
    "language": language_name,
}


def _say(name: str, value: Any, owner: Any, today: date) -> str:  # noqa: PLR0911 - one a kind
    if value is None or value in ("", ()):
        return _("not said")
    if name in {"kind", "preset"}:
        return str(getattr(owner, "label", "") or getattr(owner, "name", "") or value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if name in _SAID:
        return _SAID[name](value)
    if name == "amount" and hasattr(owner, "factor"):
        return say_amount(value, factor_or_unknown(owner.factor))
    if isinstance(value, tuple):
        return ", ".join(_say("", each, owner, today) for each in value)
    return _short(_plain(value, today))


def _plain(value: Any, today: date) -> str:  # noqa: PLR0911 - one a kind
    if isinstance(value, Moment):
        return f"{words.clock_time(value)}, {words.short_day(value.day, today=today)}"
    if isinstance(value, date):
        return words.short_day(value, today=today)
    if isinstance(value, PartialDate):
        return say_partial(value, today=today)
    if isinstance(value, Trigger):
        return words.what_else(value)
    if isinstance(value, Visit):
        day = words.short_day(value.day, today=today) if value.day else ""
        return words.joined((day, value.doctor)) or _("not said")
    if isinstance(value, Said):
        words_said = (_("yes") if value.present else _("no"), value.where, value.words)
        return words.joined(words_said)
    if isinstance(value, Pregnancy):
        value = value.answer
    if isinstance(value, float):
        return numeral(value, "g")
    if isinstance(value, Enum):
        return str(getattr(value, "word", value.value))
    return str(getattr(value, "label", value))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
