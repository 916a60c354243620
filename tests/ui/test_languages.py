"""The screens speak the language that is chosen, at once, and the page for the doctor its own."""

from __future__ import annotations

from support.finding import find
from support.inside import Inside
from support.untranslated import left_in_english
from twitchlog.settings import SettingsFile


def texts(program):
    return {getattr(each, "text", "") for each in program.shell.walk(restrict=True)}


def test_a_language_is_spoken_at_once_kept_and_changed_back(program, path):
    program.tap("today.settings")
    program.tap("settings.language:de")
    program.settle()
    assert SettingsFile(path).values.language == "de"
    assert program.see("snackbar").text == "TwitchLog spricht jetzt Deutsch."
    assert "Heute" in texts(program)
    program.touch(find(program.shell, "snack:Einstellungen"))
    assert program.see("settings.language:en").text == "English"
    program.tap("settings.language:en")
    assert "Today" in texts(program)


def test_a_step_taken_before_is_named_in_the_language_chosen_since(program):
    program.tap("today.settings")
    program.tap("settings.language:de")
    while program.shell.close_top():
        program.settle()
    assert program.see("today.undo").tooltip == "Rückgängig: Wade links eingetragen"
    program.tap("today.undo")
    assert program.see("snackbar").text == "„Wade links eingetragen“ ist rückgängig gemacht"


def test_no_screen_says_in_english_what_it_can_say_in_german(path, clock):
    said = {}
    with Inside(path, clock=clock, language="de") as program:
        for way in (
            ("today.row.*",), ("today.another",), ("today.settings",), ("today.help",),
            ("tab:diary",), ("tab:patterns",), ("tab:patterns", "patterns.part:triggers"),
            ("tab:visit",),
        ):  # fmt: skip
            for key in way:
                program.tap(key)
            said |= dict.fromkeys(left_in_english(program.program.root, "de"), way)
            while program.shell.close_top():
                program.settle()
        program.tap("tab:today")
    assert said == {}


def test_the_page_for_the_doctor_has_a_language_of_its_own(visit_shell, diary, pump):
    screen = visit_shell.go("visit")
    pump()
    assert find(screen, "visit.language").value == "en"
    find(screen, "visit.language:de").activate()
    pump(lambda: diary.profile.get().language == "de")
    assert find(screen, "visit.language").value == "de"
    assert find(screen, "visit.question.1").question == "When did you first notice it?"
