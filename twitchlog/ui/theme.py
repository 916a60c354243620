"""The look in use: colours that change live, type styles, text size and motion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from weakref import WeakSet

from kivy.event import EventDispatcher
from kivy.metrics import Metrics, sp
from kivy.properties import BooleanProperty, ColorProperty, ListProperty, NumericProperty
from kivy.utils import get_color_from_hex
from kivymd.theming import ThemeManager

from twitchlog import palette
from twitchlog.ui.desktop import prefers_dark

if TYPE_CHECKING:
    from kivymd.app import MDApp

SMALLEST_TEXT: Final = 0.85
LARGEST_TEXT: Final = 1.5
ONE_COLUMN_FROM: Final = 1.3


class OurTheme(ThemeManager):
    """KivyMD's theme with our palette: no scheme is generated only to be written over (0.1 s)."""

    def set_colors(self, *_args: object) -> None:
        """Take on the colours of our palette."""
        _dress(self)


@dataclass(frozen=True, slots=True)
class Style:
    """One way to set text: a registered font, its size and its line height, both in sp."""

    family: str
    size: float
    line: float


STYLES: Final = {
    "display": Style("RobotoLight", 57, 64),
    "headline": Style("Roboto", 24, 32),
    "title_large": Style("Roboto", 22, 28),
    "title": Style("RobotoMedium", 16, 24),
    "title_small": Style("RobotoMedium", 14, 20),
    "body_large": Style("Roboto", 16, 24),
    "body": Style("Roboto", 14, 20),
    "body_small": Style("Roboto", 12, 16),
    "label": Style("RobotoMedium", 14, 20),
    "label_small": Style("RobotoMedium", 12, 16),
}
# How KivyMD calls the same styles, for any of its widgets that a screen uses.
_KIVYMD: Final = {
    "display": ("Display", "large"),
    "headline": ("Headline", "small"),
    "title_large": ("Title", "large"),
    "title": ("Title", "medium"),
    "title_small": ("Title", "small"),
    "body_large": ("Body", "large"),
    "body": ("Body", "medium"),
    "body_small": ("Body", "small"),
    "label": ("Label", "large"),
    "label_small": ("Label", "medium"),
}


class Colours(EventDispatcher):
    """Every role of the palette as a live colour, by its name: `colours.card`."""

    dark = BooleanProperty(False)
    ramp = ListProperty()
    ramp_ink = ListProperty()  # Kivy takes `on_ramp` for the handler of `ramp`

    def __init__(self) -> None:
        super().__init__()
        self.apply_property(**{name: ColorProperty() for name in palette.roles(palette.LIGHT)})
        self.show(dark=False)

    def show(self, *, dark: bool) -> None:
        """Take on the colours of the dark or the light look."""
        scheme = palette.scheme(dark=dark)
        for name, value in palette.roles(scheme).items():
            setattr(self, name, get_color_from_hex(value))
        self.ramp = [get_color_from_hex(value) for value in scheme.ramp]
        self.ramp_ink = [get_color_from_hex(value) for value in scheme.on_ramp]
        self.dark = dark

    def of(self, role: str, *, alpha: float = 1.0) -> list[float]:
        """Return the colour of a role as red, green, blue and alpha from 0 to 1."""
        red, green, blue, opaque = getattr(self, role)
        return [red, green, blue, opaque * alpha]


class Look(EventDispatcher):
    """What the person chose about the look; widgets bind to it."""

    text_scale = NumericProperty(1.0)
    less_motion = BooleanProperty(False)


# One look a process, as KivyMD's `theme_cls` is: every canvas has to reach it by name.
colours: Final = Colours()
look: Final = Look()
_painted: Final[WeakSet] = WeakSet()


def watch(widget: EventDispatcher) -> None:
    """Call `widget.repaint()` after each change of colours, and `reflow()` of the text size."""
    _painted.add(widget)


def motion(seconds: float) -> float:
    """Return how long a movement lasts: nothing at all with less motion."""
    return 0.0 if look.less_motion else seconds


def line_height(role: str) -> float:
    """Return the height of one line of a type style, in pixels, at the text size in use."""
    return sp(STYLES[role].line)


def apply(
    app: MDApp,
    *,
    look_name: str = "system",
    text_scale: float = 1.0,
    less_motion: bool = False,
) -> None:
    """Show the app in a look ("system", "light" or "dark"); may be called again at any time."""
    dark = prefers_dark() if look_name == "system" else look_name == "dark"
    look.less_motion = less_motion
    manager = app.theme_cls
    manager.theme_style_switch_animation = False
    # For KivyMD's own manager, which generates a scheme at each change: ours has the last word.
    manager.on_colors = lambda: _dress(manager)
    manager.theme_style = "Dark" if dark else "Light"
    colours.show(dark=dark)
    _dress(manager)
    _scale_text(manager, min(max(text_scale, SMALLEST_TEXT), LARGEST_TEXT))
    for widget in tuple(_painted):
        widget.repaint()


def _dress(manager: EventDispatcher) -> None:
    """Write our colours over KivyMD's generated scheme."""
    scheme = palette.scheme(dark=manager.theme_style == "Dark")
    named = palette.roles(scheme)
    lowest = "surface_container_lowest" if scheme is palette.LIGHT else "surface_container_low"
    named[lowest] = named["card"]
    named["on_background"] = named["on_surface"]
    for name, value in named.items():
        head, *tail = name.split("_")
        attribute = head + "".join(part.capitalize() for part in tail) + "Color"
        if hasattr(manager, attribute):
            setattr(manager, attribute, get_color_from_hex(value))


def _scale_text(manager: EventDispatcher, text_scale: float) -> None:
    """Set the size of all text; what is given in sp follows at once."""
    Metrics.fontscale = text_scale
    look.text_scale = text_scale
    for role, (family, size) in _KIVYMD.items():
        style = STYLES[role]
        # KivyMD multiplies the font's own height of about 1.172 times its size.
        manager.font_styles[family][size] = {
            "line-height": style.line / (style.size * 1.172),
            "font-name": style.family,
            "font-size": sp(style.size),
        }
    for widget in tuple(_painted):
        widget.reflow()
