"""The page of a chart: its picture, and fingers and wheels over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.diary import Diary
from twitchlog.diary.example import fill

if TYPE_CHECKING:
    from pathlib import Path

    from support.inside import Inside
    from twitchlog.clock import FixedClock

Share = tuple[float, float]


def filled(folder: Path, clock: FixedClock) -> Path:
    """Return a diary in a folder with 60 days of the invented person up to today."""
    path = folder / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        fill(diary, days=60, seed=3, until=clock.now().day)
    return path


def picture(page: Any) -> Any:
    """Return the picture of a page."""
    return page.card.picture


def drag(program: Inside, widget: Any, begin: Share, end: Share, *, steps: int = 6) -> None:
    """Move a finger over a widget from one share of it to another."""
    from kivy.tests.common import UnitTestTouch

    points = [
        widget.to_window(
            widget.x + widget.width * (begin[0] + (end[0] - begin[0]) * step / steps),
            widget.y + widget.height * (begin[1] + (end[1] - begin[1]) * step / steps),
        )
        for step in range(steps + 1)
    ]
    touch = UnitTestTouch(*points[0])
    touch.touch_down()
    for point in points[1:]:
        touch.touch_move(*point)
    touch.touch_up()
    program.settle()
