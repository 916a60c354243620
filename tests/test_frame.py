"""The frame of the tests themselves: a home of their own, a real window, real touches."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from support.window import paint
from twitchlog import paths

ROOT = Path(__file__).resolve().parent.parent


def test_tests_never_see_the_users_own_diary():
    assert paths.data_folder().is_relative_to(os.environ["HOME"])
    assert Path(os.environ["HOME"]).name.startswith("twitchlog-tests-")


@pytest.mark.window
def test_the_window_has_the_shape_of_a_phone_and_starts_empty(window):
    assert tuple(window.size) == (412, 892)
    assert window.children == []


@pytest.mark.window
def test_a_touch_reaches_the_widget_below_it(app, window, pump, tap):
    from kivymd.uix.button import MDButton, MDButtonText

    heard = []
    button = MDButton(MDButtonText(text="Log"), pos=(100, 400), on_release=heard.append)
    window.add_widget(button)
    pump(lambda: button.width > 40)
    tap(button)
    pump(lambda: heard)
    assert heard == [button]
    assert app.theme_cls.primary_palette


@pytest.mark.window
def test_a_frame_shows_what_was_drawn(window, pump, tmp_path):
    from kivy.graphics import Color, Rectangle
    from PIL import Image

    with window.canvas:
        Color(1, 0, 0, 1)
        Rectangle(pos=(0, 0), size=window.size)
    pump()
    paint()
    picture = Image.open(window.screenshot(name=str(tmp_path / "red.png"))).convert("RGB")
    assert picture.size == (412, 892)
    assert picture.getpixel((200, 400)) == (255, 0, 0)


@pytest.mark.window
def test_waiting_for_what_never_comes_fails_and_says_where(pump):
    with pytest.raises(AssertionError, match=r"not so within 0\.05 s: .*test_frame\.py:\d+"):
        pump(lambda: False, timeout=0.05)


def test_the_set_up_refuses_a_python_it_does_not_run_on(tmp_path):
    other = tmp_path / "python9"
    other.write_text("#!/bin/sh\nexit 1\n")
    other.chmod(0o755)
    answer = subprocess.run(
        ["sh", ROOT / "tools" / "find_python.sh", other],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1
    assert "is not Python 3.11, 3.12 or 3.13" in answer.stderr


def test_the_pinned_requirements_name_no_address():
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index-url" not in text
        pins = [line for line in text.splitlines() if line and not line.startswith(" ")]
        assert all("==" in pin for pin in pins)
        assert text.count("--hash=sha256:") >= len(pins)
