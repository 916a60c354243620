"""Find a widget of the running program by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kivy.uix.widget import Widget


def find(root: Widget, key: str) -> Widget | None:
    """Return the first widget in and below `root` with this `key`, in reading order, or None."""
    shown = root.walk(restrict=True)
    return next((widget for widget in shown if getattr(widget, "key", "") == key), None)
