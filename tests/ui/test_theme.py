"""The look: colours that can be read, and that follow the person's choice at once."""

from __future__ import annotations

import gc
import weakref

import pytest

from support.contrast import contrast
from twitchlog import palette
from twitchlog.ui import desktop, theme
from twitchlog.ui.widgets.buttons import FilledButton
from twitchlog.ui.widgets.cards import NoticeCard
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow
from twitchlog.ui.widgets.segments import Segmented

GROUNDS = (
    "background", "surface", "card", "surface_container", "surface_container_high",
    "surface_container_highest",
)  # fmt: skip
PAIRS = [
    *[(ink, ground) for ink in ("on_surface", "on_surface_variant") for ground in GROUNDS],
    *[(ink, ground) for ink in ("primary", "error") for ground in ("surface", "card")],
    ("on_primary", "primary"),
    ("on_primary_container", "primary_container"),
    ("on_primary_container", "card"),
    ("on_secondary", "secondary"),
    ("on_secondary_container", "secondary_container"),
    ("on_tertiary", "tertiary"),
    ("on_tertiary_container", "tertiary_container"),
    ("on_error", "error"),
    ("on_error_container", "error_container"),
    ("inverse_on_surface", "inverse_surface"),
    ("inverse_primary", "inverse_surface"),
]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(dark, ink, ground):
    scheme = palette.scheme(dark=dark)
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_every_number_can_be_read_on_its_step_of_the_ramp(dark):
    scheme = palette.scheme(dark=dark)
    for ink, ground in zip(scheme.on_ramp, scheme.ramp, strict=True):
        assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_edges_can_be_seen(dark):
    scheme = palette.scheme(dark=dark)
    assert contrast(scheme.outline, scheme.card) >= 3
    assert contrast(scheme.outline, scheme.surface) >= 3


def test_our_colours_stand_over_those_kivymd_makes(app):
    theme.apply(app, look_name="dark")
    app.theme_cls.set_colors()
    assert hexadecimal(app.theme_cls.primaryColor) == palette.DARK.primary
    assert hexadecimal(app.theme_cls.surfaceContainerLowColor) == palette.DARK.card
    assert hexadecimal(theme.colours.card) == palette.DARK.card
    theme.apply(app, look_name="light")
    assert hexadecimal(app.theme_cls.primaryColor) == palette.LIGHT.primary
    assert hexadecimal(theme.colours.ramp[4]) == palette.LIGHT.ramp[4]


def test_a_larger_text_size_makes_labels_higher(app, window, pump):
    theme.apply(app, text_scale=1.0)
    text = Text(text="One line", size_hint_x=None, width=300)
    window.add_widget(text)
    pump()
    before = text.height
    theme.apply(app, text_scale=1.5)
    pump()
    after = text.height
    theme.apply(app, text_scale=1.0)
    assert before == 20
    assert after == 30


def test_text_outside_the_offered_sizes_is_kept_within_them(app):
    theme.apply(app, text_scale=9)
    assert theme.look.text_scale == theme.LARGEST_TEXT
    theme.apply(app, text_scale=1.0)


def test_less_motion_takes_no_time(app):
    theme.apply(app, less_motion=True)
    assert theme.motion(0.25) == 0
    theme.apply(app, less_motion=False)
    assert theme.motion(0.25) == 0.25


@pytest.mark.parametrize(
    "make",
    [
        lambda: Text(text="gone soon"),
        lambda: ListRow(title="gone soon", icon="human"),
        lambda: FilledButton(text="gone soon"),
        lambda: Segmented(options=[(1, "gone"), (2, "soon")]),
        lambda: NoticeCard(title="gone soon", actions=[("Close", print)]),
    ],
)
def test_a_widget_taken_off_the_screen_is_forgotten(app, window, pump, make):
    theme.apply(app)
    widget = make()
    window.add_widget(widget)
    pump()
    window.remove_widget(widget)
    watched = weakref.ref(widget)
    del widget
    pump()
    gc.collect()
    assert watched() is None


@pytest.mark.skipif(desktop.sys.platform != "linux", reason="reads the files of Linux desktops")
@pytest.mark.parametrize(
    ("file", "words", "dark"),
    [
        ("kdeglobals", "[General]\nColorScheme=BreezeDark\n", True),
        ("kdeglobals", "[General]\nColorScheme=BreezeLight\n", False),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-application-prefer-dark-theme=1\n", True),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-theme-name=Adwaita-dark\n", True),
        ("gtk-3.0/settings.ini", "not an ini file\n", False),
    ],
)
def test_the_look_of_the_desktop_is_followed(tmp_path, monkeypatch, file, words, dark):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.delenv("GTK_THEME", raising=False)
    (tmp_path / file).parent.mkdir(exist_ok=True)
    (tmp_path / file).write_text(words)
    assert desktop.prefers_dark() is dark


def hexadecimal(colour):
    return "#" + "".join(f"{round(part * 255):02X}" for part in colour[:3])
