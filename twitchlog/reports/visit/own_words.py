"""The user's own words on the page: quoted, cut where it is full, and where the rest of them is."""

from __future__ import annotations

from typing import Final

from twitchlog.reports.visit.prose import quoted
from twitchlog.translation import _

UNCUT: Final = 10**9
"""A limit for own words that no text reaches."""
REST: Final = "\uffff"
"""Stands for the place where the rest is, the annex or the diary, until `say_rest` names it.

Unicode has it for a program's own use: no text that a person pastes has it.
"""


def say_rest(text: str, *, annex: bool) -> str:
    """Return a text that says where the rest is: in the annex, else in the diary."""
    return text.replace(REST, _("annex") if annex else _("more in the diary"))


def cut_quote(words: str, limit: int) -> str:
    """Return own words in quotation marks, cut at a word where they are longer than `limit`."""
    shown, whole = shortened(words, limit)
    return shown if whole else _("{words} ({rest})").format(words=shown, rest=REST)


def shortened(words: str, limit: int) -> tuple[str, bool]:
    """Return the quotation, a pair of marks for each line, and whether it is all of it."""
    lines = [" ".join(line.split()) for line in words.splitlines()]
    text = "\n".join(filter(None, lines))
    if len(text) <= limit:
        return _each_quoted(text), True
    start = text[:limit]
    cut = start.rsplit(" ", 1)[0] if " " in start[limit // 2 :] else start
    return _each_quoted(cut.rstrip(" ,;.\n") + "…"), False


def _each_quoted(text: str) -> str:
    return " ".join(quoted(line) for line in text.splitlines())


def own_words(words: str, limit: int = UNCUT) -> str:
    """Return `Own words: “…”`; empty where there are none."""
    if not words.strip():
        return ""
    return _("Own words: {words}").format(words=cut_quote(words, limit))
