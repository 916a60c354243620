"""What a window still says in English while it speaks another language."""

from __future__ import annotations

import gettext
import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths
from twitchlog.translation import DOMAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACE: Final = re.compile(r"\{[^{}]*\}")
_NOT_SHOWN: Final = {
    "key",
    "name",
    "current",
    "value",
    "view",
    "in_sight",
    "inset",
    "verdict",
    "icon",
    "ink",
    "role",
}
_LEAST: Final = 6
"""So many letters must stand before the first place for a sentence to be known by them."""


def left_in_english(shown: Any, language: str) -> set[str]:
    """Return the sentences of ours in a widget and all in it that `language` says otherwise."""
    plain, begun = _english(language)
    return {
        text
        for text in _texts(shown)
        if text in plain
        or any(whole.fullmatch(text) for start, whole in begun if text.startswith(start))
    }


def _texts(shown: Any) -> Iterator[str]:
    from kivy.properties import StringProperty

    for widget in shown.walk(restrict=True):
        for name, held in widget.properties().items():
            shown_to_people = isinstance(held, StringProperty) and name not in _NOT_SHOWN
            if shown_to_people and (text := getattr(widget, name)):
                yield text


@cache
def _english(language: str) -> tuple[frozenset[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    """Return the sentences without places that are said otherwise, and patterns of the others."""
    words = gettext.translation(DOMAIN, paths.asset("translations"), [language])
    plain, begun = set(), []
    for key, translated in words._catalog.items():
        sentence = (key[0] if isinstance(key, tuple) else key).rpartition("\x04")[2]
        start = _PLACE.split(sentence)[0]
        if sentence in {translated, ""} or not sentence[:2].strip():
            continue
        if start == sentence:
            plain.add(sentence)
        elif len(start) >= _LEAST and not translated.startswith(start):
            begun.append((start, re.compile(".+".join(map(re.escape, _PLACE.split(sentence))))))
    said = set(words._catalog.values())
    # What is a word of the other language, too, may stand there: *Name*, *Alkohol*.
    return frozenset(plain - said), tuple(begun)
