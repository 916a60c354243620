"""Translate every sentence the user sees; English is the language of the source."""

from __future__ import annotations

import gettext as _gettext
from typing import TYPE_CHECKING, Final

from twitchlog import paths

if TYPE_CHECKING:
    from pathlib import Path

DOMAIN: Final = "twitchlog"
ENGLISH: Final = "en"
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


def languages(*, folder: Path | None = None) -> tuple[str, ...]:
    """Return what everything can be said in: English, and what there are translations for."""
    found = (folder or paths.asset("translations")).glob(f"*/LC_MESSAGES/{DOMAIN}.mo")
    return (ENGLISH, *sorted(path.parents[1].name for path in found))


def language() -> str:
    """Return the language in use, as a translation names its own; English where it does not."""
    return _current.info().get("language") or ENGLISH


def _(sentence: str) -> str:
    """Return `sentence` in the language in use."""
    return _current.gettext(sentence)


def ngettext(one: str, many: str, count: float) -> str:
    """Return the form of a sentence that fits `count`, in the language in use."""
    return _current.ngettext(one, many, int(count) if count == int(count) else 2)


def mark(sentence: str) -> str:
    """Mark a sentence for translation where it is defined; `_` translates it where it is shown."""
    return sentence
