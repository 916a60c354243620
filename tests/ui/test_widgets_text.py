"""Texts on screen: all that people write is shown, at the heights of the design."""

from __future__ import annotations

import pytest

from twitchlog.ui import theme
from twitchlog.ui.widgets.lettering import Icon, Letters, Text, plain, tinted
from twitchlog.ui.widgets.typesetting import broken

pytestmark = pytest.mark.usefixtures("window")


@pytest.fixture(autouse=True)
def still(app):
    theme.apply(app, look_name="light", text_scale=1.0, less_motion=True)


@pytest.mark.parametrize("role", sorted(set(theme.STYLES) - {"display"}))
def test_a_line_is_as_high_as_the_design_says(pump, role):
    one, two = (Text(text=words, role=role, width=300) for words in ("One", "One\nTwo"))
    pump()
    assert one.height == theme.STYLES[role].line
    assert two.height == 2 * theme.STYLES[role].line


def test_a_text_wraps_in_its_width(window, pump):
    text = Text(text="word " * 40, size_hint_x=None, width=200)
    window.add_widget(text)
    pump(lambda: text.height > 100)
    text.width = 400
    pump(lambda: text.height < 100)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "x" * 100_000,
        "word " * 20_000,
        "מצמוץ بالعين 👁️ 眼睑",
        "[b]not markup[/b]",
        "a\nb\n",
    ],
)
def test_whatever_is_written_can_be_shown(pump, text):
    shown = Text(text=text, width=300)
    line = Letters()
    line.set(text, "body")
    pump()
    assert shown.height < 16_384
    assert line.size[0] < 16_384


def test_a_path_too_long_for_a_line_is_broken_between_its_parts():
    family = theme.STYLES["body"].family
    said = "Saved as twitchlog-recovery-sheet.pdf in /home/me/Documents/health diary."
    assert broken(said, family, 16, 180).split("\n") == [
        "Saved as twitchlog-",
        "recovery-sheet.pdf in",
        "/home/me/Documents/",
        "health diary.",
    ]
    assert broken(said, family, 16, 400) == said
    assert broken("x" * 90, family, 16, 100) == "x" * 90


def test_no_line_begins_with_the_dot_between_two_answers():
    family = theme.STYLES["body"].family
    assert broken("5 minutes · mild", family, 16, 100) == "5 minutes\N{NO-BREAK SPACE}· mild"


def test_marks_in_a_text_are_shown_as_they_are():
    marked, bare = Letters(), Letters()
    marked.set(plain("[b]calf[/b]") + tinted("", "primary"), "body", markup_in="on_surface")
    bare.set("[b]calf[/b]", "body")
    assert abs(marked.size[0] - bare.size[0]) <= 2


def test_a_centred_line_stands_in_the_middle():
    letters = Letters()
    letters.set("Mild", "label", width=100, halign="center")
    left = Letters()
    left.set("Mild", "label")
    letters.place(0, 20)
    left.place(0, 20)
    assert letters.left - left.left == pytest.approx((100 - left.size[0]) / 2, abs=1)


def test_an_unknown_icon_is_named():
    with pytest.raises(KeyError, match="no-such-icon"):
        Icon(icon="no-such-icon")
