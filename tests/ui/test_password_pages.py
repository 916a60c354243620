"""The password in Settings: set, used, changed, and what cannot be left half-way."""

from __future__ import annotations

from kivy.core.window import Window

from support.locked import RIGHT, unlock
from support.window import press
from twitchlog.diary import connecting
from twitchlog.ui.gate import State

ENTER, ESCAPE = 13, 27
OTHER = "another four plain words"


def fill(program, **typed):
    for name, text in typed.items():
        program.see(f"password.form.{name}").text = text


def loud(program):
    keys = ("recovery.save", "recovery.print", "password.form.save")
    return [key for key in keys if program.see(key).fill == "primary"]


def test_a_password_is_set_in_settings_and_taken_away_again(program, path, tmp_path, monkeypatch):
    monkeypatch.setattr("twitchlog.paths.documents_folder", lambda: tmp_path)
    assert program.see("today.lock") is None
    program.tap("today.settings")
    assert program.see("settings.lock") is None
    program.tap("settings.password")
    fill(program, new=RIGHT, again="something else")
    program.tap("password.form.save")
    assert "not the same" in program.see("password.form.again").error
    assert program.see("settings.password") is None
    fill(program, again=RIGHT)
    press(ENTER)
    program.settle()
    assert connecting.is_sealed(path)
    # Until there is a recovery sheet, saving one is the main thing to do.
    assert loud(program) == ["recovery.save"]
    program.tap("recovery.save")
    program.tap("folders.save")
    assert loud(program) == ["password.form.save"]
    assert list(tmp_path.glob("twitchlog-recovery-sheet.pdf"))
    program.tap("password.form.save")
    assert program.see("settings.password").active
    program.tap("settings.lock")
    assert program.program.state is State.LOCKED
    unlock(program)
    # As it was: on the settings, from which the password goes again.
    program.tap("settings.password")
    fill(program, old=RIGHT)
    program.tap("password.form.save")
    assert not connecting.is_sealed(path)
    assert not program.see("settings.password").active
    assert "removed" in program.see("snackbar").text


def test_while_the_diary_is_written_anew_the_page_and_the_window_stay(program):
    program.diary.password.set(RIGHT)
    program.tap("today.settings")
    program.tap("settings.password.more")
    program.tap("password.change")
    page = program.shell.page
    page.presenter.busy = True
    page.work(on=True)
    program.see("password.form.progress")
    press(ESCAPE)
    assert program.shell.page is page
    assert program.see("back") is None
    assert Window.dispatch("on_request_close")
    page.presenter.busy = False
    page.work(on=False)
    assert not Window.dispatch("on_request_close")
    program.settle()
    fill(program, old="wrong", new=OTHER, again=OTHER)
    program.tap("password.form.save")
    assert "not the password" in program.see("password.form.old").error
    fill(program, old=RIGHT)
    program.tap("password.form.save")
    program.tap("password.form.save")
    assert program.diary.password.fits(OTHER)
    assert program.see("password.keychain") is not None


def test_a_diary_in_the_keychain_opens_without_asking_and_once_locked_it_asks(
    program, path, monkeypatch
):
    kept = {}
    monkeypatch.setattr("keyring.set_password", lambda *at: kept.update({at[:2]: at[2]}))
    monkeypatch.setattr("keyring.get_password", lambda *at: kept.get(at))
    program.diary.password.set(RIGHT)
    program.tap("today.settings")
    program.tap("settings.password.more")
    program.tap("password.keychain")
    with program.program.door.open() as without_asking:
        assert without_asking.key == program.diary.key
    program.shell.go("today")
    program.settle()
    program.tap("today.lock")
    program.tap("lock.another")
    program.tap(f"folders.{path.name}")
    assert program.program.state is State.ASKS
