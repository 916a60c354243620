"""Text and icons set in the styles of the look, white and tinted, so that each is drawn once."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.graphics import Color, InstructionGroup, Rectangle
from kivy.metrics import dp, sp
from kivy.properties import (
    BooleanProperty,
    NumericProperty,
    OptionProperty,
    StringProperty,
)
from kivy.uix.widget import Widget
from kivy.utils import escape_markup, get_hex_from_color

from twitchlog.ui import theme
from twitchlog.ui.widgets import typesetting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kivy.graphics.texture import Texture

ROLES: Final = tuple(theme.STYLES)
_ALIGNED: Final = {"left": 0.0, "center": 0.5, "right": 1.0}


def plain(text: str) -> str:
    """Return text that means nothing to the markup of a label."""
    return escape_markup(text)


def tinted(text: str, role: str) -> str:
    """Return markup that shows `text` in the colour of a role."""
    return f"[color={get_hex_from_color(theme.colours.of(role))}]{plain(text)}[/color]"


class Letters(InstructionGroup):
    """A text on a canvas: `set` it, read `size`, then `place` its upper left corner."""

    def __init__(self) -> None:
        super().__init__()
        self._colour = Color(1, 1, 1, 0)
        self._sheet = Rectangle(size=(0, 0))
        self._lead = self._shift = 0.0
        self.size = (0, 0)
        self.add(self._colour)
        self.add(self._sheet)

    def set(
        self,
        text: str,
        role: str,
        *,
        width: float | None = None,
        halign: str = "left",
        lines: int = 0,
        italic: bool = False,
        hugs: bool = False,
        markup_in: str = "",
    ) -> None:
        """Set `text` in a type style, wrapped at `width` px; `markup_in`: its ink, if markup.

        What `hugs` is only as wide as its longest line.
        """
        style = theme.STYLES[role]
        size, line = sp(style.size), sp(style.line)
        if len(text) > typesetting.LONGEST and not markup_in:
            text = text[: typesetting.LONGEST] + "…"
        family = typesetting.family_for(text, style.family)
        colour = get_hex_from_color(theme.colours.of(markup_in)) if markup_in else ""
        limit = None if width is None else max(1, int(width))
        self._shift = 0.0
        if not markup_in and "\n" not in text:
            wide = typesetting.natural_width(text, family, size)
            if limit is None and wide > typesetting.WIDEST:
                limit = typesetting.WIDEST
            if lines == 1 and limit is not None and wide > limit:
                text = typesetting.cut(text, family, size, limit)
                wide = typesetting.natural_width(text, family, size)
            spare = -1 if limit is None else limit - wide
            if spare >= 0:
                # One line that fits is kept as small as it is, and the same for every width.
                self._shift = spare * _ALIGNED[halign]
                limit, halign = None, "left"
        if limit is not None and not markup_in:
            text = typesetting.broken(text, family, size, limit)
            if hugs:
                limit = math.ceil(typesetting.longest_line(text, family, size, limit))
        setting = typesetting.Setting(family, size, line, limit, halign, lines, italic, colour)
        texture = typesetting.picture(text, setting)
        # Kivy puts what a line has over the letters' own height below them: half belongs above,
        # and a little more, since capitals stand high. Without a width it leaves it out wholly.
        over = line - typesetting.natural_height(family, size)
        self._lead = round(over / 2 + 0.25)
        self._show(texture, below=0 if limit is not None else round(over))

    def icon(self, name: str, size: float) -> None:
        """Show an icon of `size` px."""
        self._lead = self._shift = 0.0
        self._show(typesetting.icon_texture(name, round(size)))

    def paint(self, role: str, *, alpha: float = 1.0) -> None:
        """Tint it with the colour of a role."""
        self._colour.rgba = theme.colours.of(role, alpha=alpha)

    def tint(self, colour: Sequence[float]) -> None:
        """Tint it with a colour that is no role, such as the ink on a step of the ramp."""
        self._colour.rgba = colour

    def plain_paint(self, *, alpha: float = 1.0) -> None:
        """Show it in the colours it was set in, as markup is."""
        self._colour.rgba = (1, 1, 1, alpha)

    def place(self, left: float, top: float) -> None:
        """Put its upper left corner somewhere."""
        self._sheet.pos = (round(left + self._shift), round(top - self._sheet.size[1] - self._lead))

    def centre(self, x: float, y: float) -> None:
        """Put its middle somewhere."""
        self.place(x - self.size[0] / 2, y + self.size[1] / 2)

    @property
    def left(self) -> float:
        """Where its letters begin."""
        return self._sheet.pos[0]

    @property
    def corner(self) -> tuple[float, float]:
        """Its lower left corner."""
        x, y = self._sheet.pos
        return x, y

    def hide(self) -> None:
        """Show nothing."""
        self._show(None)

    def _show(self, texture: Texture | None, *, below: int = 0) -> None:
        wide, high = texture.size if texture else (0, 0)
        self.size = (wide, high + below) if texture else (0, 0)
        self._sheet.texture = texture
        self._sheet.size = wide, high


def height_of(text: str, role: str, width: float) -> float:
    """Return how high a text is that is wrapped at `width` px."""
    letters = Letters()
    letters.set(text, role, width=width)
    return letters.size[1]


class Text(Widget):
    """A text that wraps and is as high as it needs; with `fit`, also only as wide."""

    key = StringProperty()
    text = StringProperty()
    role = OptionProperty("body", options=ROLES)
    ink = StringProperty("on_surface")
    halign = OptionProperty("left", options=["left", "center", "right"])
    max_lines = NumericProperty(0)
    italic = BooleanProperty(False)
    markup = BooleanProperty(False)
    fit = BooleanProperty(False)
    indent = NumericProperty(0)

    def __init__(self, **kwargs: Any) -> None:
        self._letters = Letters()
        self._reset = Clock.create_trigger(self._set, -1)
        kwargs.setdefault("size_hint_y", None)
        if kwargs.get("fit"):
            kwargs.setdefault("size_hint_x", None)
        super().__init__(**kwargs)
        self.canvas.add(self._letters)
        for name in ("text", "role", "halign", "max_lines", "italic", "markup", "fit"):
            self.fbind(name, self._reset)
        self.fbind("width", self._on_width)
        self.fbind("pos", self._place)
        self.fbind("height", self._place)
        self.fbind("ink", self.repaint)
        self.fbind("disabled", self.repaint)
        theme.watch(self)
        self._set()

    def reflow(self) -> None:
        """Set the text anew after the text size has changed."""
        self._reset()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        if self.markup:
            self._reset()
        else:
            self._letters.paint(self.ink, alpha=0.38 if self.disabled else 1.0)

    def _on_width(self, *_args: Any) -> None:
        if not self.fit:
            self._reset()

    def _set(self, *_args: Any) -> None:
        self._letters.set(
            self.text,
            self.role,
            width=None if self.fit else self.width - self.indent,
            halign=self.halign,
            lines=int(self.max_lines),
            italic=self.italic,
            markup_in=self.ink if self.markup else "",
        )
        if self.markup:
            self._letters.plain_paint()
        else:
            self.repaint()
        if self.fit:
            self.width = self._letters.size[0]
        self.height = self._letters.size[1] or (theme.line_height(self.role) if self.text else 0)
        self._place()

    def _place(self, *_args: Any) -> None:
        self._letters.place(self.x + self.indent, self.y + self.height)


class Heading(Text):
    """The name of a group, over its card."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            **{"role": "title_small", "ink": "on_surface_variant", "indent": dp(4)} | kwargs
        )


class Icon(Widget):
    """One Material icon in the colour of a role; 24 wide and high unless told."""

    key = StringProperty()
    icon = StringProperty()
    ink = StringProperty("on_surface_variant")
    icon_size = NumericProperty("24dp")

    def __init__(self, **kwargs: Any) -> None:
        self._letters = Letters()
        super().__init__(size_hint=(None, None), **kwargs)
        if "size" not in kwargs and "width" not in kwargs:
            self.size = (self.icon_size, self.icon_size)
        self.canvas.add(self._letters)
        self.fbind("icon", self.reflow)
        self.fbind("icon_size", self.reflow)
        self.fbind("pos", self._place)
        self.fbind("size", self._place)
        self.fbind("ink", self.repaint)
        theme.watch(self)
        self.reflow()
        self.repaint()

    def reflow(self, *_args: Any) -> None:
        """Draw the icon anew."""
        if self.icon:
            self._letters.icon(self.icon, self.icon_size)
        self._place()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        self._letters.paint(self.ink, alpha=0.38 if self.disabled else 1.0)

    def _place(self, *_args: Any) -> None:
        self._letters.centre(self.x + self.width / 2, self.y + self.height / 2)
