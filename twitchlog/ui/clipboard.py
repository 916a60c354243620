"""What was copied out of the diary, so that it can be taken back when the diary is locked."""

from __future__ import annotations

from typing import Any, Final

_COPIED: Final = "copied"
_SELECTED: Final = "selected"
_ours: Final[dict[str, str]] = {}
"""The last texts put into the clipboard, and into the one that X11 fills by selecting."""


def copy(text: str) -> None:
    """Put a text into the clipboard."""
    from kivy.core.clipboard import Clipboard

    Clipboard.copy(text)
    copied(text)


def copied(text: str) -> None:
    """Hear that a text of the diary was put into the clipboard."""
    if text:
        _ours[_COPIED] = text


def selected(text: str) -> None:
    """Hear that a text of the diary was selected, which is enough to paste it on X11."""
    if text:
        _ours[_SELECTED] = text


def clear() -> None:
    """Blank what holds a text that came from here; anything else in it is left alone."""
    if not _ours:
        return
    from kivy.core.clipboard import Clipboard, CutBuffer

    taken = {name: _ours.pop(name, "") for name in (_COPIED, _SELECTED)}
    if taken[_COPIED] and _held(Clipboard.paste()) == taken[_COPIED]:
        # One blank: Kivy takes an empty text for none at all.
        Clipboard.copy(" ")
    if taken[_SELECTED] and CutBuffer and _held(CutBuffer.get_cutbuffer()) == taken[_SELECTED]:
        CutBuffer.set_cutbuffer(" ")


def _held(found: Any) -> str:
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found or "")
