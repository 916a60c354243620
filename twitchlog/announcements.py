"""Announce what changed once a write is done; screens listen and decide for themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Announcements(Generic[T]):
    """Listeners that hear every announcement, in the order they began to listen."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[T], None]] = []

    def listen(self, listener: Callable[[T], None]) -> None:
        """Call `listener` with each announcement from now on."""
        self._listeners.append(listener)

    def publish(self, news: T) -> None:
        """Tell every listener; must be called on the UI thread."""
        for listener in tuple(self._listeners):
            listener(news)
