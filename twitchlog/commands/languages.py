"""Which language is asked for on the command line."""

from __future__ import annotations

from twitchlog import translation
from twitchlog.domain.errors import BadInput
from twitchlog.translation import _


def is_language(asked: str) -> bool:
    """Tell whether everything can be said in the language with this code."""
    return asked.strip().lower() in translation.languages()


def checked_language(asked: str | None) -> str:
    """Return the code of a language, empty for the one in use; raise BadInput where it is not."""
    if asked is None:
        return ""
    if not is_language(asked):
        raise BadInput(
            _("There is no “{asked}” yet. Choose one of: {known}.").format(
                asked=asked[:20], known=", ".join(translation.languages())
            )
        )
    return asked.strip().lower()
