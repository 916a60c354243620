"""Find a word in what was written, by the full-text index, and in words for what was tapped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import literal_column, select

from twitchlog.diary import tables
from twitchlog.diary.dialect import texts_with
from twitchlog.domain.spoken import begins

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy import ColumnElement, Connection, Select


def meant(word: str, known: Mapping[Any, Collection[str]]) -> list[Any]:
    """Return what has a word that begins so."""
    return [each for each, names in known.items() if begins(word, names)]


def written(connection: Connection, word: str, sources: Collection[str]) -> Select[Any]:
    """Return the ids of what has a word that begins so in one of its texts.

    Scripts that put no spaces between words are searched letter by letter.
    """
    texts = tables.search_texts
    if _unspaced(word):
        return select(texts.c.ref).where(
            texts.c.source.in_(sources), texts.c.words.icontains(word, autoescape=True)
        )
    source: ColumnElement[str] = literal_column("search_texts.source")
    return texts_with(connection, word).where(source.in_(sources))


def _unspaced(word: str) -> bool:
    """Tell whether a word has letters of Chinese, Japanese, Thai and the like (Unicode blocks)."""
    return any(
        "\u0e00" <= letter <= "\u0eff"
        or "\u1780" <= letter <= "\u17ff"
        or "\u3040" <= letter <= "\u30ff"
        or "\u3400" <= letter <= "\u9fff"
        or "\uac00" <= letter <= "\ud7af"
        for letter in word
    )
