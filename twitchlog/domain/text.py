"""Clean what a person types, and say plainly when it is too long."""

from __future__ import annotations

import unicodedata

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, numeral

NOTE_LIMIT = 20_000
NAME_LIMIT = 120
_KEPT_CONTROLS = frozenset("\n\t")


def clean(text: str, *, limit: int = NOTE_LIMIT) -> str:
    """Return `text` composed (NFC) and trimmed, without control characters and lone surrogates.

    Emoji, right-to-left letters and line breaks stay. Raises BadInput above `limit` characters: a
    text is refused whole rather than cut, so that nothing is lost unseen.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        letter
        for letter in lines
        if letter in _KEPT_CONTROLS or unicodedata.category(letter) not in {"Cc", "Cs"}
    )
    composed = unicodedata.normalize("NFC", kept).strip()
    if len(composed) > limit:
        raise BadInput(
            _("This text has {length} characters; up to {limit} fit. Nothing was changed.").format(
                length=numeral(len(composed)), limit=numeral(limit)
            )
        )
    return composed


def clean_line(text: str, *, limit: int = NAME_LIMIT) -> str:
    """Return `text` as one clean line of at most `limit` characters; raise BadInput above that."""
    return " ".join(clean(text, limit=limit).split())
