"""Fields to write in: an outline with its name on the edge, and what is wrong below it."""

from __future__ import annotations

from typing import Any

from kivy.clock import Clock
from kivy.metrics import dp, sp
from kivy.properties import (
    AliasProperty,
    BooleanProperty,
    NumericProperty,
    ObjectProperty,
    StringProperty,
)
from kivy.uix.textinput import TextInput
from kivy.uix.widget import Widget

from twitchlog.translation import _, numeral
from twitchlog.ui import clipboard, theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.shapes import Box, Strip


class Input(focus.Focusable, TextInput):
    """The bare field inside: Tab leaves it, and the keys that write stay with it."""

    activated_by = ()
    longest = NumericProperty(0)

    __events__ = ("on_refused",)

    def on_refused(self, length: int) -> None:
        """Hear how long the text would have become."""

    def insert_text(self, substring: str, from_undo: bool = False) -> None:
        """Take what is typed or pasted, whole or, over the limit, not at all."""
        length = len(self.text) - len(self.selection_text) + len(substring)
        if self.longest and length > self.longest and not from_undo:
            self.dispatch("on_refused", length)
        else:
            super().insert_text(substring, from_undo=from_undo)

    def copy(self, data: str = "") -> None:
        """Put the selected text into the clipboard; locking the diary takes it back."""
        super().copy(data)
        clipboard.copied(data or self.selection_text)

    def _cut(self, data: str) -> None:
        super()._cut(data)
        clipboard.copied(data)

    def _update_cutbuffer(self, *args: Any) -> None:
        super()._update_cutbuffer(*args)
        clipboard.selected(self.selection_text)

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        """Move on with Tab; every other key writes."""
        if focus.Focusable.keyboard_on_key_down(self, window, keycode, text, modifiers):
            return True
        if keycode[1] == "escape":
            return False
        return TextInput.keyboard_on_key_down(self, window, keycode, text, modifiers)


class TextField(Widget):
    """A field: `label` on its edge, `text`, `hint` while empty, and `error` below.

    `longest` refuses what goes beyond it and, near it, says how many letters are left. `password`
    hides them behind an eye; `multiline` grows with what is written; `ground` is the role of what
    lies behind. `middle` is how high above its lower end the middle of the box is.
    Events: `on_validate` (Enter), and `text` can be bound. `write()` gives it the keyboard.
    """

    __events__ = ("on_validate",)

    key = StringProperty()
    label = StringProperty()
    hint = StringProperty()
    helper = StringProperty()
    error = StringProperty()
    ground = StringProperty("surface")
    longest = NumericProperty(0)
    multiline = BooleanProperty(False)
    password = BooleanProperty(False)
    input_filter = ObjectProperty(None, allownone=True)
    tall = NumericProperty("56dp")
    middle = NumericProperty("28dp")

    def _get_text(self) -> str:
        return self.input.text

    def _set_text(self, text: str) -> bool:
        self.input.text = text or ""
        return True

    text = AliasProperty(_get_text, _set_text)

    def __init__(self, **kwargs: Any) -> None:
        self._line, self._thick = Box(edge=dp(1)), Box(edge=dp(2))
        self._gap, self._label, self._below, self._count = Strip(), Letters(), Letters(), Letters()
        self._sign = Letters()
        self._reset = Clock.create_trigger(self._lay, -1)
        self._eye: IconButton | None = None
        self._refused = False
        self.input = Input(
            background_color=(0, 0, 0, 0),
            background_normal="",
            background_active="",
            multiline=bool(kwargs.get("multiline")),
            write_tab=False,
            font_name="Roboto",
            cursor_width=dp(2),
            password_mask="•",  # noqa: S106 - what stands for each letter
        )
        kwargs.setdefault("size_hint_y", None)
        super().__init__(**kwargs)
        for part in (self._line, self._thick, self._gap, self._label, self._sign, self._below,
                     self._count):  # fmt: skip
            self.canvas.add(part)
        self.add_widget(self.input)
        self.input.fbind("text", self._changed)
        self.input.fbind("focus", self.repaint)
        self.input.fbind("minimum_height", self._reset)
        self.input.fbind("on_text_validate", lambda _input: self.dispatch("on_validate"))
        for name in ("label", "hint", "helper", "error", "longest", "pos", "size", "tall"):
            self.fbind(name, self._reset)
        for name in ("error", "ground", "disabled"):
            self.fbind(name, self.repaint)
        self.fbind("password", self._cover)
        self.fbind("longest", self.input.setter("longest"))
        self.input.longest = self.longest
        self.input.fbind("on_refused", self._refuse)
        self.fbind("input_filter", self.input.setter("input_filter"))
        self.input.input_filter = self.input_filter
        theme.watch(self)
        self._cover()
        self.reflow()
        self.repaint()

    def on_validate(self, *_args: Any) -> None:
        """Hear of Enter in a field of one line."""

    def write(self) -> None:
        """Give the field the keyboard."""
        focus.take(self.input)

    def reflow(self) -> None:
        """Set the letters in the text size in use."""
        self.input.font_size = sp(16)
        self.input.padding = (0, 0, 0, 0)
        self._reset()

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        of = theme.colours.of
        faint = 0.38 if self.disabled else 1.0
        edge = "error" if self.error else "primary" if self.input.focus else "outline"
        bold = bool(self.error) or self.input.focus
        self._line.paint("" if bold else edge, alpha=faint)
        self._thick.paint(edge if bold else "")
        self._gap.paint(self.ground)
        self._label.paint("on_surface_variant" if edge == "outline" else edge, alpha=faint)
        self._below.paint("error" if self.error else "on_surface_variant")
        self._sign.paint("error")
        self._count.paint("on_surface_variant")
        self.input.foreground_color = of("on_surface", alpha=faint)
        self.input.disabled_foreground_color = of("on_surface", alpha=faint)
        self.input.hint_text_color = of("on_surface_variant")
        self.input.cursor_color = of("error" if self.error else "primary")
        self.input.selection_color = of("primary", alpha=0.3)

    def _refuse(self, _input: Input, length: int) -> None:
        words = _("This text has {length} characters; up to {limit} fit. Nothing was changed.")
        self.error = words.format(length=numeral(length), limit=numeral(int(self.longest)))
        self._refused = True

    def _changed(self, *_args: Any) -> None:
        if self._refused:
            self._refused, self.error = False, ""
        self.property("text").dispatch(self)
        self._reset()

    def _cover(self, *_args: Any) -> None:
        self.input.password = self.password
        if self.password and self._eye is None:
            self._eye = IconButton(icon="eye-outline", tooltip=_("Show"), key=f"{self.key}:eye")
            self._eye.fbind("on_release", self._peep)
            self.add_widget(self._eye)

    def _peep(self, *_args: Any) -> None:
        self.input.password = not self.input.password
        self._eye.icon = "eye-outline" if self.input.password else "eye-off-outline"
        self._eye.tooltip = _("Show") if self.input.password else _("Hide")

    def _lay(self, *_args: Any) -> None:
        self.input.hint_text = self.hint
        # The label stands on the upper edge, so half of it belongs to the field's own height.
        head = round(theme.line_height("body_small") / 2) if self.label else 0
        line = self.input.line_height
        rows = max(len(self.input._lines), 2) if self.multiline else 1  # noqa: SLF001 - no public count
        box = max(self.tall, line * rows + dp(28))
        foot = self._lay_below(dp(4))
        self.height = head + box + foot
        self.middle = foot + box / 2
        low = self.y + foot
        for part in (self._line, self._thick):
            part.place((self.x, low), (self.width, box), dp(8))
        self._label.set(self.label, "body_small", width=max(self.width - dp(32), dp(48)), lines=1)
        if self.label:
            wide, high = self._label.size
            self._gap.place((self.x + dp(12), low + box - dp(3)), (wide + dp(8), dp(4)))
            self._label.place(self.x + dp(16), low + box + high / 2)
        else:
            self._gap.place(self.pos, (0, 0))
        end = dp(8) + dp(48) if self._eye else dp(16)
        self.input.pos = self.x + dp(16), low + (box - line * rows) / 2 - dp(2)
        self.input.size = max(self.width - dp(16) - end, dp(24)), line * rows + dp(2)
        if self._eye:
            self._eye.pos = self.right - dp(52), low + (box - self._eye.height) / 2

    def _lay_below(self, gap: float) -> float:
        """Set the line below the field; return the height it takes."""
        left = self.longest - len(self.input.text)
        near = self.longest and left <= max(20, self.longest // 10)
        self._count.set(_("{count} left").format(count=int(left)) if near else "", "body_small")
        words = self.error or self.helper
        lead = dp(24) if self.error else dp(16)
        room = self.width - lead - self._count.size[0] - dp(16)
        self._below.set(words, "body_small", width=max(room, dp(48)))
        if self.error:
            self._sign.icon("alert-circle-outline", dp(16))
        else:
            self._sign.hide()
        high = max(self._below.size[1], self._count.size[1])
        if not high:
            return 0
        top = self.y + high
        self._below.place(self.x + lead, top)
        self._sign.place(self.x + dp(2), top)
        self._count.place(self.right - self._count.size[0] - dp(8), top)
        return high + gap
