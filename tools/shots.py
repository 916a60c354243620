"""Picture every screen: two sizes, two looks, with the example diary and with an empty one.

The pictures go to `build/shots/<set>/<screen>.png`, all of a set side by side to
`build/shots/<set>.png`. Words choose among the sets: `make shots ARGS="dark phone"`; the code of a
language or a text size beside them says how they are made: `ARGS="de 1.5 phone light"`. What is
then still said in English is printed. The clock stands still, so that two runs differ only where
the program does.
"""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

from support import screen
from twitchlog import translation
from twitchlog.clock import FixedClock
from twitchlog.domain.moment import Moment
from twitchlog.settings import TEXT_SCALES

if TYPE_CHECKING:
    from support.inside import Inside
    from twitchlog.diary import Diary

ROOT: Final = Path(__file__).resolve().parent.parent
OUT: Final = ROOT / "build" / "shots"
DIARIES: Final = ("example", "empty")
LOOKS: Final = ("light", "dark")
SIZES: Final = {"phone": (412, 892), "wide": (1280, 800)}
NOW: Final = datetime(2026, 6, 18, 21, 4, tzinfo=ZoneInfo("Europe/Berlin"))
EXAMPLE_DAYS: Final = 90
EXAMPLE_SEED: Final = 7
TRIAL_BEGAN: Final = timedelta(days=88)
"""So long ago a trial of seven pairs of blocks began; that it has ended, Today says no more."""
END: Final = "the end"
"""The step that scrolls to the end of what is shown."""
SEAL: Final = "a password is set"
UNLOCK: Final = "the password is typed"
BEGIN: Final = "a trial begins"
"""The step that begins a trial, always with the same plan."""
_TYPED: Final = "four plain words here"
OVER_TIME: Final = ("tab:patterns", "patterns.part:over-time")
TRIGGERS: Final = ("tab:patterns", "patterns.part:triggers", "action:Show what was found?")
SETTINGS: Final = ("tab:today", "today.settings|rail.settings")
TODAY_END: Final = ("tab:today", f"{END}?")
CARE: Final = (*TODAY_END, "today.also.all")
CHECKIN: Final = (*TODAY_END, "today.checkin.change|today.checkin")

SCREENS: Final[dict[str, tuple[str, ...]]] = {
    # What to touch, one after the other: a key, `a|b` for either, `row.*` for the first that starts
    # so, and a question mark after what need not be there. A screen that cannot be reached, such
    # as an entry of an empty diary, has no picture.
    "today": ("tab:today",),
    "today-end": ("tab:today", END),
    "log": ("tab:today", "today.another|fab"),
    "map": ("tab:today", "today.another|fab", "sheet.body.larger"),
    "search": ("tab:today", "today.another|fab", "sheet.search"),
    "edit": ("tab:today", "today.row.*"),
    "check-in": CHECKIN,
    "check-in-end": (*CHECKIN, END),
    "drink": (*TODAY_END, "today.also.dose"),
    "drink-form": (*TODAY_END, "today.also.dose", "dose.caffeine.other"),
    "diary": ("tab:diary",),
    "diary-end": ("tab:diary", END),
    "find": ("tab:diary", "diary.search"),
    "find-choosing": ("tab:diary", "diary.search", "search.choose", "diary.row.*"),
    "find-filter": ("tab:diary", "diary.search", "search.filter"),
    "patterns": ("tab:patterns",),
    "patterns-end": ("tab:patterns", END, END),
    "patterns-days": ("tab:patterns", "patterns.span"),
    "patterns-part": ("tab:patterns", "patterns.timeline.picture"),
    "triggers": (*TRIGGERS,),
    "triggers-end": (*TRIGGERS, f"{END}?"),
    "trigger": (*TRIGGERS, "triggers.row.*"),
    "trigger-numbers": (*TRIGGERS, "triggers.row.*", "trigger.in-numbers?"),
    "triggers-choose": (*TRIGGERS, f"{END}?", "triggers.choose?"),
    "triggers-suspect": (*TRIGGERS, f"{END}?", "triggers.suspect?"),
    "chart": (*OVER_TIME, "patterns.timeline.larger"),
    "chart-numbers": (*OVER_TIME, "patterns.timeline.larger", "chart.numbers?"),
    "chart-save": (*OVER_TIME, "patterns.timeline.larger", "chart.save"),
    "chart-body": (*OVER_TIME, "patterns.timeline.larger", "chart.after"),
    "chart-list": (*OVER_TIME, "patterns.all"),
    "chart-order": (*OVER_TIME, "patterns.all", "charts.order"),
    "visit": ("tab:visit",),
    "visit-end": ("tab:visit", END),
    "question": ("tab:visit", "visit.question.4:edit|visit.question.4"),
    "page": ("tab:visit", "visit.preview"),
    "settings": SETTINGS,
    "recorded": (*SETTINGS, f"{END}?", "settings.recorded"),
    "recorded-form": (*SETTINGS, f"{END}?", "settings.recorded", "recorded.add"),
    "settings-end": (*SETTINGS, END),
    "backups": (*SETTINGS, "settings.backups"),
    "second-copy": (*SETTINGS, "settings.second-copy"),
    "bring-in": (*SETTINGS, "settings.bring-in"),
    "take-along": (*SETTINGS, f"{END}?", "settings.take-along"),
    "learn": ("tab:today", "today.help|rail.help", "learn.chapter.causes"),
    "learn-card": (
        "tab:today",
        "today.help|rail.help",
        "learn.chapter.twitches",
        "learn.card.twitch",
    ),
    "help": ("tab:today", "today.help|rail.help", "help.part:using"),
    "care": CARE,
    "medicines": (*CARE, "care.medicines"),
    "medicine-form": (*CARE, "care.medicines", "medicines.add"),
    "medicine": (*CARE, "care.medicines", "medicines.row.*"),
    "treatments": (*CARE, "care.treatments"),
    "treatment-form": (*CARE, "care.treatments", "treatments.add"),
    "dose": (*TODAY_END, "today.also.medicine"),
    "conditions": (*CARE, "care.conditions"),
    "condition-form": (*CARE, "care.conditions", "conditions.add.family"),
    "tests": (*CARE, "care.tests"),
    "test-form": (*CARE, "care.tests", "tests.row.*"),
    "value-form": (
        *CARE,
        "care.tests",
        "tests.add",
        "test.form.kind.blood",
        "test.form.value.add",
        "value.form.analyte.potassium",
    ),
    "appointments": (*CARE, "care.appointments"),
    "appointment-form": (*CARE, "care.appointments", "appointments.add"),
    "question-form": (*CARE, "care.appointments", "appointments.question.add"),
    "weekly": (*CARE, "care.weekly"),
    "rest": (*TODAY_END, "today.also.rest"),
    "rest-count": (*TODAY_END, "today.also.rest", "rest.tap", "rest.tap"),
    "trials": (*CARE, "care.trials"),
    "trial-start": (*CARE, "care.trials", "trials.start?"),
    "trial-start-end": (*CARE, "care.trials", "trials.start?", "trial.start.habit.caffeine", END),
    "trial-ended": (*CARE, "care.trials", "trials.row.*"),
    "trial-ended-end": (*CARE, "care.trials", "trials.row.*", END),
    "timer": ("tab:today", "today.timer", "timer.bar?"),
    # From here on a trial is under way, which Today says, too.
    "today-trial": ("tab:diary", BEGIN, "tab:today"),
    "trial": ("tab:today", "today.trial"),
    "trial-end": ("tab:today", "today.trial", END),
    "trial-stop": ("tab:today", "today.trial", f"{END}?", "trial.stop"),
    "password-set": (*SETTINGS, "settings.password"),
    # From here on the diary has a password.
    "lock": ("tab:today", SEAL, "today.lock"),
    "lock-key": ("lock.recovery.use",),
    "settings-sealed": ("lock.recovery.use", UNLOCK, *SETTINGS),
    "password": (*SETTINGS, "settings.password.more"),
    "password-change": (*SETTINGS, "settings.password.more", "password.change"),
    "recovery-sheet": (*SETTINGS, "settings.password.more", "password.recovery"),
    "lock-after": (*SETTINGS, "settings.lock-after"),
}


def main(words: list[str]) -> int:
    """Picture the sets that all the words name, each in a process of its own."""
    sets = ["-".join(names) for names in product(DIARIES, LOOKS, SIZES)]
    said = [each for each in words if each in {*translation.languages(), *map(str, TEXT_SCALES)}]
    chosen = [
        "-".join((name, *said)) for name in sets if set(words) - set(said) <= set(name.split("-"))
    ]
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
    logging.disable()  # kivy's news on clipboards
    # the window must be there before anything of kivymd is imported
    from support.inside import Inside

    of, look, size, *said = name.split("-")
    language = next((each for each in said if each in translation.languages()), "en")
    scale = next((float(each) for each in said if each != language), 1.0)
    clock = FixedClock(Moment.of(NOW, str(NOW.tzinfo)))
    folder = OUT / name
    shutil.rmtree(folder, ignore_errors=True)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "diary.sqlite"
        translation.activate(language)
        if of == "example":
            _fill(path, clock)
        with Inside(
            path, clock=clock, size=SIZES[size], look=look, language=language, text_scale=scale
        ) as program:
            for title, steps in SCREENS.items():
                if all(_step(program, step) for step in steps):
                    program.picture(folder / f"{title}.png")
                    for sentence in _left_in_english(program, language):
                        print(f"{title}: {sentence}")
                while program.shell.close_top():
                    program.settle()
                _scroll(program, to=1.0)
    _side_by_side(folder, OUT / f"{name}.png")


def _left_in_english(program: Inside, language: str) -> list[str]:
    from support.untranslated import left_in_english

    return sorted(left_in_english(program.program.root, language)) if language != "en" else []


def _fill(path: Path, clock: FixedClock) -> None:
    from twitchlog.diary import Diary
    from twitchlog.diary.example import fill

    with Diary.open(path, clock=clock) as diary:
        clock.moment = clock.moment.shifted(-TRIAL_BEGAN)
        _begin_trial(diary, pairs=7)
        clock.moment = clock.moment.shifted(TRIAL_BEGAN)
        fill(diary, days=EXAMPLE_DAYS, seed=EXAMPLE_SEED, until=NOW.date())


def _begin_trial(diary: Diary, *, pairs: int) -> None:
    words = {"on": "Coffee as usual", "off": "No caffeine"}
    first = diary.clock.now().day
    diary.experiments.start("caffeine", **words, first=first, pairs=pairs, seed=5)


def _step(program: Inside, step: str) -> bool:
    """Do one step; return whether it could be done, or need not be."""
    keys = step.rstrip("?")
    if keys == END:
        done = _scroll(program, to=0.0)
    elif keys == BEGIN:
        _begin_trial(program.diary, pairs=6)
        done = True
    elif keys == SEAL:
        program.diary.password.set(_TYPED)
        program.shell.go("patterns")
        program.shell.go("today")
        program.settle()
        done = True
    elif keys == UNLOCK:
        program.see("lock.password").text = _TYPED
        done = _step(program, "lock.unlock")
    else:
        start, named, words = keys.partition("action:")  # a button of a sheet is known by its words
        keys = f"{start}{named}{translation._(words)}"
        found = [widget for key in keys.split("|") if (widget := program.see(key)) is not None]
        for widget in found[:1]:
            program.touch(widget)
        done = bool(found)
    return done or step.endswith("?")


def _scroll(program: Inside, *, to: float) -> bool:
    """Scroll all that scrolls, 1.0 to its start, 0.0 to its end; return whether anything does."""
    from kivy.uix.scrollview import ScrollView

    longer = [
        widget
        for widget in program.shell.walk(restrict=True)
        if isinstance(widget, ScrollView)
        and widget.do_scroll_y
        and any(child.height > widget.height + 1 for child in widget.children)
    ]
    for view in longer:
        view.scroll_y = to
    program.settle()
    return bool(longer)


def _side_by_side(folder: Path, path: Path) -> None:
    from PIL import Image

    files = [file for title in SCREENS if (file := folder / f"{title}.png").exists()]
    pictures: list[Any] = [Image.open(file) for file in files]
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
