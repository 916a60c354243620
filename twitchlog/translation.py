"""Translate every sentence the user sees; English is the language of the source."""

from __future__ import annotations

import gettext as _gettext
from typing import TYPE_CHECKING, Final

from twitchlog import paths

if TYPE_CHECKING:
    from pathlib import Path

DOMAIN: Final = "twitchlog"
_current: _gettext.NullTranslations = _gettext.NullTranslations()


def activate(language: str | None = None, *, folder: Path | None = None) -> None:
    """Use the translations of `language` (`"de"`), or of the system's language where it is None.

    A language that there is no translation for means English. Translations lie in `folder`, by
    default the shipped one, as `<language>/LC_MESSAGES/twitchlog.mo`.
    """
    global _current  # noqa: PLW0603 - one language at a time is what a person reads
    _current = _gettext.translation(
        DOMAIN,
        folder or paths.asset("translations"),
        [language] if language else None,
        fallback=True,
    )


def _(sentence: str) -> str:
    """Return `sentence` in the language in use."""
    return _current.gettext(sentence)


def ngettext(one: str, many: str, count: float) -> str:
    """Return the form of a sentence that fits `count`, in the language in use."""
    return _current.ngettext(one, many, int(count) if count == int(count) else 2)


def mark(sentence: str) -> str:
    """Mark a sentence for translation where it is defined; `_` translates it where it is shown."""
    return sentence
