"""Translate every sentence the user sees; English is the language of the source.

One language is chosen for the program. Within `speaking`, the thread it stands in says everything
in another: the page for the doctor is made while the screens go on in their own.
"""

from __future__ import annotations

import gettext as _gettext
import os
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from twitchlog import paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOMAIN: Final = "twitchlog"
ENGLISH: Final = "en"
VARIABLE: Final = "TWITCHLOG_LANG"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a language writes what is no sentence.

    `name` is its own name for itself, `thousands` and `decimal` are the marks in a number. Inside a
    sentence a label is small; where there are words that are `small`, only these, as the first one:
    German nouns never are. A language that `joins` words has one inside another: *Filterkaffee*.
    """

    name: str
    thousands: str = ","
    decimal: str = "."
    small: frozenset[str] = frozenset()
    joins: bool = False

    @property
    def marks(self) -> dict[int, str]:
        """What takes the place of the marks of an English number."""
        return str.maketrans({",": self.thousands, ".": self.decimal})


_GERMAN_SMALL: Final = (
    "als am an andere anderer anderes auf aus ausgelassen ausgelassene bei beim besser "
    "deutlich ein eine einige einzeln etwa etwas früh für gar gleich gut hängt im immer in ja "
    "kaum kein keine krampfartig langsam leicht mehr mit mittel mittelstark mäßig nach nein "
    "neu neuromuskulärer nicht nichts noch nur ohne plötzlich rheumatoide schlecht schlechter "
    "schwach schwer sehr sichtbar spinale spät stark teilweise täglich unklar unruhige unter "
    "unverändert verspätet verspätete verändert verändertes viel von vor weder wellenförmig "
    "wenig weniger wie zu zum zur zusätzlich zusätzliche über "
)
"""German words that a label can begin with and that are small inside a sentence."""

MANNERS: Final = {
    ENGLISH: Manner("English"),
    "de": Manner(
        "Deutsch", thousands=".", decimal=",", small=frozenset(_GERMAN_SMALL.split()), joins=True
    ),
}


@dataclass(frozen=True, slots=True)
class _Language:
    code: str = ENGLISH
    words: _gettext.NullTranslations = field(default_factory=_gettext.NullTranslations)

    @property
    def manner(self) -> Manner:
        return MANNERS.get(self.code, MANNERS[ENGLISH])


_chosen = _Language()
_inside: ContextVar[_Language | None] = ContextVar("language", default=None)


def activate(language: str | None = None, *, folder: Path | None = None) -> None:
    """Use the translations of `language` (`"de"`), or of the system's language where it is None.

    `TWITCHLOG_LANG` stands above the system. A language that there is no translation for means
    English. Translations lie in `folder`, by default the shipped one, as
    `<language>/LC_MESSAGES/twitchlog.mo`.
    """
    global _chosen  # noqa: PLW0603 - one language at a time is what a person reads
    _chosen = _load(language or os.environ.get(VARIABLE) or _of_windows(), folder)


@contextmanager
def speaking(language: str, *, folder: Path | None = None) -> Iterator[None]:
    """Say everything in this thread in `language` until the block ends; the others go on as before.

    Empty means the language in use.
    """
    token = _inside.set(_load(language, folder) if language else _in_use())
    try:
        yield
    finally:
        _inside.reset(token)


def languages(*, folder: Path | None = None) -> tuple[str, ...]:
    """Return what everything can be said in: English, and what there are translations for."""
    found = (folder or paths.asset("translations")).glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted(path.parents[1].name for path in found))


def other_languages() -> tuple[str, ...]:
    """Return what everything can be said in beside the language in use."""
    return tuple(code for code in languages() if code != language())


def language_name(code: str) -> str:
    """Return what a language calls itself: *Deutsch*."""
    return MANNERS[code].name if code in MANNERS else code


def language() -> str:
    """Return the language in use, as a translation names its own; English where it does not."""
    return _in_use().code


def joins_words() -> bool:
    """Tell whether the language in use writes *filter coffee* as one word."""
    return _in_use().manner.joins


def numeral(value: float, written: str = ",") -> str:
    """Write a number with the marks of the language in use: *1,234*, in German *1.234*.

    `written` says how, as for `format`: `numeral(1234.5, ",.1f")` is *1,234.5* or *1.234,5*.
    """
    return with_marks(format(value, written))


def with_marks(written: str) -> str:
    """Return a number, written as in English, with the marks of the language in use."""
    manner = _in_use().manner
    return written if manner.decimal == "." else written.translate(manner.marks)


def inside(label: str) -> str:
    """Return a label of ours as it stands inside a sentence: *left calf*.

    A German noun keeps its capital: *Wade links*, but *etwas besser*.
    """
    begun = label[:1].lower() + label[1:]
    small = _in_use().manner.small
    return begun if not small or begun.partition(" ")[0] in small else label


def _(sentence: str) -> str:
    """Return `sentence` in the language in use."""
    # Of nothing, gettext makes what stands at the head of the file.
    return _in_use().words.gettext(sentence) if sentence else sentence


def said(context: str, sentence: str) -> str:
    """Return `sentence` in the language in use, where one word means two things in English.

    `context` tells them apart for whoever translates: `said("to go back", "Back")`.
    """
    return _in_use().words.pgettext(context, sentence)


def ngettext(one: str, many: str, count: float) -> str:
    """Return the form of a sentence that fits `count`, in the language in use."""
    return _in_use().words.ngettext(one, many, int(count) if count == int(count) else 2)


def mark(sentence: str) -> str:
    """Mark a sentence for translation where it is defined; `_` translates it where it is shown."""
    return sentence


def mark_said(context: str, sentence: str) -> str:  # noqa: ARG001 - read where sentences are gathered
    """Mark a sentence with its context where it is defined; `said` translates it where shown."""
    return sentence


def _in_use() -> _Language:
    return _inside.get() or _chosen


def _load(language: str | None, folder: Path | None) -> _Language:
    if language == ENGLISH:
        return _Language()
    words = _gettext.translation(
        DOMAIN,
        folder or paths.asset("translations"),
        [language] if language else None,
        fallback=True,
    )
    return _Language(words.info().get("language") or ENGLISH, words)


def _of_windows() -> str | None:
    """Return the language that Windows shows its own words in; elsewhere gettext finds it."""
    if os.name != "nt" or any(map(os.environ.get, ("LANGUAGE", "LC_ALL", "LANG"))):
        return None
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.CDLL("kernel32").GetUserDefaultUILanguage())
