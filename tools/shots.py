"""Picture every screen: two sizes, two looks, with the example diary and with an empty one.

The pictures go to `build/shots/<set>/<screen>.png`, all of a set side by side to
`build/shots/<set>.png`. Words choose among the sets: `make shots ARGS="dark phone"`. The clock
stands still, so that two runs differ only where the program does.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from support import screen
from twitchlog.clock import FixedClock
from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    from support.inside import Inside

ROOT: Final = Path(__file__).resolve().parent.parent
OUT: Final = ROOT / "build" / "shots"
DIARIES: Final = ("example", "empty")
LOOKS: Final = ("light", "dark")
SIZES: Final = {"phone": (412, 892), "wide": (1280, 800)}
NOW: Final = datetime(2026, 6, 18, 21, 4, tzinfo=ZoneInfo("Europe/Berlin"))
EXAMPLE_DAYS: Final = 90
EXAMPLE_SEED: Final = 7
END: Final = "the end"
"""The step that scrolls to the end of what is shown."""

SCREENS: Final[dict[str, tuple[str, ...]]] = {
    # what to touch, one after the other; a key with a star is the first that starts so
    "today": ("tab:today",),
    "today-end": ("tab:today", END),
    "diary": ("tab:diary",),
    "diary-end": ("tab:diary", END),
    "patterns": ("tab:patterns",),
    "patterns-end": ("tab:patterns", END),
    "visit": ("tab:visit",),
    "visit-end": ("tab:visit", END),
    "log": ("tab:today", "fab"),
    "edit": ("tab:today", "today.row.*"),
    "timer": ("tab:today", "today.timer"),
}


def main(words: list[str]) -> int:
    """Picture the sets that all the words name, each in a process of its own."""
    sets = ["-".join(names) for names in product(DIARIES, LOOKS, SIZES)]
    chosen = [name for name in sets if set(words) <= set(name.split("-"))]
    if not chosen:
        print(f"There is no such set; there are: {', '.join(sets)}")
        return 2
    for name in chosen:
        command = [sys.executable, __file__, "--set", name]
        if code := subprocess.run(command, env=os.environ, check=False).returncode:
            return code
        print(OUT / f"{name}.png")
    return 0


def picture_set(name: str) -> None:
    """Picture all screens of one set, such as `example-dark-phone`."""
    screen.keep_to_itself()
    # the window must be there before anything of kivymd is imported
    from support.inside import Inside

    of, look, size = name.split("-")
    clock = FixedClock(Moment.of(NOW, str(NOW.tzinfo)))
    folder = OUT / name
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "diary.sqlite"
        if of == "example":
            _fill(path, clock)
        with Inside(path, clock=clock, size=SIZES[size], look=look) as program:
            for title, steps in SCREENS.items():
                if all(_step(program, step) for step in steps):
                    program.picture(folder / f"{title}.png")
                while program.shell.close_top():
                    program.settle()
    _side_by_side(folder, OUT / f"{name}.png")


def _fill(path: Path, clock: FixedClock) -> None:
    from twitchlog.diary import Diary
    from twitchlog.diary.example import fill

    with Diary.open(path, clock=clock) as diary:
        fill(diary, days=EXAMPLE_DAYS, seed=EXAMPLE_SEED, until=NOW.date())


def _step(program: Inside, step: str) -> bool:
    """Do one step; return whether there was something to do it with."""
    if step == END:
        return _to_the_end(program)
    widget = program.see(step)
    if widget is None:
        return False
    program.touch(widget)
    return True


def _to_the_end(program: Inside) -> bool:
    """Scroll the largest list on the screen to its end; return whether it is longer than that."""
    from kivy.uix.scrollview import ScrollView

    lists = [
        widget
        for widget in program.shell.walk(restrict=True)
        if isinstance(widget, ScrollView) and widget.children and widget.do_scroll_y
    ]
    longer = [view for view in lists if view.children[0].height > view.height + 1]
    for view in longer:
        view.scroll_y = 0.0
    program.settle()
    return bool(longer)


def _side_by_side(folder: Path, path: Path) -> None:
    from PIL import Image

    pictures: list[Any] = [Image.open(file) for file in sorted(folder.glob("*.png"))]
    width, height = pictures[0].size
    columns = 6 if width < height else 3
    rows = -(-len(pictures) // columns)
    gap = 12
    sheet = Image.new("RGB", (columns * (width + gap), rows * (height + gap)), "#808080")
    for number, picture in enumerate(pictures):
        row, column = divmod(number, columns)
        sheet.paste(picture.convert("RGB"), (column * (width + gap), row * (height + gap)))
    sheet.save(path)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--set"]:
        picture_set(sys.argv[2])
    else:
        sys.exit(main(sys.argv[1:]))
