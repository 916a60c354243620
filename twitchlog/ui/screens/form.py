"""What every form in a sheet has: a title, fields that scroll, and what is wrong above the foot."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.scrollview import ScrollView

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.buttons import FilledButton, IconButton, TextButton
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Scroll, column, line
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.placed import once_placed

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.sheets import SheetLayer

BESIDE: Final = 96
"""How much of the window stays free above a form, in dp."""


def stack(**kwargs: Any) -> BoxLayout:
    """Return an upright box as high as what it holds."""
    box = BoxLayout(**{"orientation": "vertical", "size_hint_y": None, "height": 0} | kwargs)
    box.fbind("minimum_height", box.setter("height"))
    return box


def named(text: str, *widgets: Widget, gap: float = 4) -> BoxLayout:
    """Return a group of fields, close below its name."""
    return column(Text(text=text, role="label_small"), *widgets, spacing=dp(gap))


class Form(BoxLayout):
    """A form in a sheet; `save` does the work and calls `close` once it is kept.

    Where `save` raises BadInput, or the view is told of something that does not work, the sentence
    stands above the buttons and the form stays open: nothing that was typed is lost. One that
    changes an entry sets `opened` to it, and is saved against that (`Services.write`). Once
    something is written in it, only its buttons close it.
    """

    def __init__(
        self,
        shell: Shell,
        title: str,
        *,
        save: Callable[[], None],
        key: str,
        action: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(
            **{
                "orientation": "vertical",
                "size_hint_y": None,
                "padding": (dp(24), 0, dp(12), dp(16)),
                "spacing": dp(12),
            }
            | kwargs
        )
        self.key = key
        self.opened: object | None = None
        self._shell, self._save = shell, save
        self._layer: SheetLayer | None = None
        self._heard: list[TextField] = []
        self._before: dict[TextField, str] = {}
        self._title = Text(text=title, role="title_large")
        # The bar of the scroll view stands in the margin, beside the fields.
        self.fields = stack(spacing=dp(16), padding=(0, dp(8), dp(12), dp(8)))
        self._scroll = ScrollView(do_scroll_x=False, bar_width=dp(4))
        self._scroll.add_widget(self.fields)
        self._error = Text(ink="error")
        self._foot = BoxLayout(
            size_hint_y=None, height=dp(48), spacing=dp(8), padding=(0, 0, dp(12), 0)
        )
        cancel = TextButton(text=_("Cancel"), key=f"{key}.cancel")
        cancel.fbind("on_release", lambda _button: self.close())
        keep = FilledButton(text=action or _("Save"), key=f"{key}.save", size_hint_x=1)
        keep.fbind("on_release", lambda _button: self.submit())
        keep.fbind("height", self._fit)
        for button in (cancel, keep):
            self._foot.add_widget(button)
        self._keep = keep
        for widget in (self._title, self._scroll, self._error, self._foot):
            self.add_widget(widget)
        for widget in (self._title, self.fields, self._error):
            widget.fbind("height", self._fit)
        Window.fbind("size", self._fit)
        self._fit()

    def open(self) -> Form:
        """Show the form."""
        self._layer = self._shell.open_sheet(self, on_close=self._closed)
        self._before = {field: field.text for field in self._text_fields()}
        return self

    def close(self) -> None:
        """Leave the form."""
        if self._layer is not None:
            self._layer.close()

    def stays(self) -> bool:
        """Stay where something was written: a tap beside the form or Esc would lose it."""
        if all(field.text == self._before.get(field, "") for field in self._text_fields()):
            return False
        self.complain(
            _("What you wrote would be lost. Go on with {button}, or leave it with Cancel.").format(
                button=self._keep.text
            )
        )
        return True

    def submit(self) -> None:
        """Keep what was typed, or say what is wrong with it."""
        self._error.text = ""
        try:
            self._save()
        except BadInput as problem:
            self.complain(problem.sentence)
            self._mark_field(problem.sentence)

    def complain(self, sentence: str) -> None:
        """Say above the buttons what is wrong, until something else is typed."""
        self._error.text = sentence
        for field in self._text_fields():
            if sentence and field not in self._heard:
                self._heard.append(field)
                field.fbind("text", self._typed)

    def add(self, *widgets: Widget) -> None:
        """Put fields below the others."""
        for widget in widgets:
            self.fields.add_widget(widget)

    def add_text(self, label: str, value: str, *, key: str, **kwargs: Any) -> TextField:
        """Add a field for a text and return it."""
        field = TextField(label=label, key=key, **kwargs)
        field.text = value
        if not kwargs.get("multiline"):
            field.fbind("on_validate", lambda _field: self.submit())
        self.add(field)
        return field

    def say(self, text: str, **kwargs: Any) -> Text:
        """Add a sentence between the fields and return it."""
        line = Text(**{"text": text, "ink": "on_surface_variant"} | kwargs)
        self.add(line)
        return line

    def _mark_field(self, sentence: str) -> None:
        """Say it at the date or the text that it is about, too, and bring that into sight."""
        for each in self.fields.walk(restrict=True):
            if isinstance(each, DateField) and each.tells(sentence):
                found = each
            elif isinstance(each, TextField) and _quotes(sentence, each.text):
                each.error, found = sentence, each
            else:
                continue
            self.bring(found)
            return

    def _text_fields(self) -> list[TextField]:
        return [each for each in self.fields.walk(restrict=True) if isinstance(each, TextField)]

    def _typed(self, field: TextField, _text: str) -> None:
        self._error.text = field.error = ""

    def bring(self, field: Widget) -> None:
        """Bring a field into sight, once all has its place."""
        once_placed(partial(focus.bring, self._scroll, field))

    def _closed(self) -> None:
        Window.funbind("size", self._fit)

    def _fit(self, *_args: Any) -> None:
        self._foot.height = self._keep.height
        rest = self._title.height + self._error.height + self._foot.height + dp(16 + 3 * 12)
        most = max(Window.height - dp(BESIDE), dp(240))
        self.height = min(rest + self.fields.height, most)


def _quotes(sentence: str, text: str) -> bool:
    """Tell whether a sentence is about just this text, which it has in quotation marks."""
    return bool(text.strip()) and any(
        mark.format(text.strip()) in sentence for mark in ("“{}”", "„{}“")
    )


class Titled(BoxLayout):
    """A title, with *Close*, over a column that scrolls; as high as both where there is room."""

    def __init__(self, title: str, column: Widget, *, close: Callable[[], None]) -> None:
        super().__init__(orientation="vertical", size_hint_y=None)
        away = IconButton(icon="close", tooltip=_("Close"), key="titled.close", pos_hint={"top": 1})
        away.fbind("on_release", lambda _button: close())
        words = Text(text=title, role="title_large", pos_hint={"center_y": 0.5})
        self._head = line(words, away, padding=(dp(24), 0, dp(8), dp(4)))
        self._column = column
        for child in (self._head, Scroll(column)):
            self.add_widget(child)
        for child in (self._head, column):
            child.fbind("height", self._fit)
        self._fit()

    def _fit(self, *_args: Any) -> None:
        most = max(Window.height - dp(BESIDE), dp(240))
        self.height = min(self._head.height + self._column.height, most)
