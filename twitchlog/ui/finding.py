"""Find a widget of the running program by its key, for tests and for moving the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kivy.uix.widget import Widget


def find_all(root: Widget, key: str) -> Iterator[Widget]:
    """Yield every widget in and below `root` with this `key`, in reading order."""
    return (widget for widget in root.walk(restrict=True) if getattr(widget, "key", "") == key)


def find(root: Widget, key: str) -> Widget | None:
    """Return the first widget in and below `root` with this `key`, or None."""
    return next(find_all(root, key), None)
