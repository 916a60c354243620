"""Whether the picture of a chart on Patterns is drawn."""

from __future__ import annotations

from typing import Any


def drawn(screen: Any, kind: str) -> bool:
    """Return whether the card of a kind is there and has its picture."""
    return kind in screen.cards and bool(screen.cards[kind].picture.drawn)
