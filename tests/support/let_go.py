"""Whether something that was closed is let go: nothing may hold it once garbage was collected."""

from __future__ import annotations

import gc
from itertools import islice
from types import FrameType, ModuleType
from typing import TYPE_CHECKING, Any, Final

from support.window import pump

if TYPE_CHECKING:
    from collections.abc import Iterator
    from weakref import ref

DEEPEST: Final = 8
MOST_TOLD: Final = 12


def wait_let_go(held: ref[Any]) -> None:
    """Run frames until nothing holds what `held` points to; fail with the names of what does.

    A screen and its presenter know each other, so only the garbage collector lets them go. It does
    not look at what was frozen: the program does that with all there is 2.5 s after its start,
    which a slow machine reaches while the page is open, and when it has loaded matplotlib. kivy
    holds a bar of scrolling for as long as it fades. What is left is frozen: else each search after
    this one would take as long.
    """

    def gone() -> bool:
        gc.unfreeze()
        gc.collect()
        return held() is None

    try:
        pump(gone)
    except AssertionError as problem:
        problem.add_note("It is held by:\n" + "\n".join(islice(_ways_to(held()), MOST_TOLD)))
        raise
    finally:
        gc.freeze()


def _ways_to(thing: Any) -> Iterator[str]:
    """Yield the chains of names that lead from a module or a running function to `thing`."""
    known = {id(thing)}
    ends: list[tuple[Any, str]] = [(thing, _name(thing))]
    for _deeper in range(DEEPEST):
        further: list[tuple[Any, str]] = []
        for end, way in ends:
            for holder in gc.get_referrers(end):
                if id(holder) in known or holder is ends or _ours(holder):
                    continue
                known.add(id(holder))
                longer = f"{_name(holder)} > {way}"
                if isinstance(holder, ModuleType | FrameType):
                    yield longer
                else:
                    further.append((holder, longer))
        ends = further
    yield from (f"... {way}" for _end, way in ends)


def _ours(holder: Any) -> bool:
    """Return whether it is only this search that holds it."""
    return isinstance(holder, FrameType) and holder.f_code.co_filename == __file__


def _name(thing: Any) -> str:
    """Name a thing shortly; for what has none, its kind and what it consists of."""
    if isinstance(thing, FrameType):
        return f"{thing.f_code.co_filename}:{thing.f_lineno}"
    if isinstance(thing, dict):
        return f"dict({', '.join(map(str, islice(thing, 3)))})"
    named = getattr(thing, "__qualname__", None) or getattr(thing, "__name__", None)
    return f"{type(thing).__name__} {named}" if isinstance(named, str) else type(thing).__name__
