"""The screens speak the language that is chosen, at once, and the page for the doctor its own."""

from __future__ import annotations

from twitchlog.settings import SettingsFile
from twitchlog.ui.finding import find


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


def test_the_page_for_the_doctor_has_a_language_of_its_own(visit_shell, diary, pump):
    screen = visit_shell.go("visit")
    pump()
    assert find(screen, "visit.language").value == "en"
    find(screen, "visit.language:de").activate()
    pump(lambda: diary.profile.get().language == "de")
    assert find(screen, "visit.language").value == "de"
    assert find(screen, "visit.question.1").question == "When did you first notice it?"
