"""What the lock screen asks: a password, or a recovery key, in one field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from twitchlog.translation import _
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.buttons import FilledButton, TextButton
from twitchlog.ui.widgets.cards import Ground
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import column, swap
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.unlock import Unlock

WIDEST: Final = 348
SIGN: Final = 88
FIELD: Final = 64
TICK_S: Final = 1.0


class Asks(Scroll):
    """The sign, the field and the buttons, in the middle; they scroll where there is no room."""

    def __init__(
        self,
        presenter: Unlock[Any],
        open_another: Callable[[], None],
        lost: Callable[[], None] | None,
    ) -> None:
        super().__init__()
        self._presenter, self._by_key, self._seen = presenter, False, False
        self._sentence = self._waits = ""
        presenter.view = self
        self._tick = Clock.create_trigger(lambda _s: presenter.tick(), TICK_S, interval=True)
        self._password = TextField(label=_("Password"), password=True, key="lock.password")
        self._recovery = TextField(
            label=_("Recovery key"),
            helper=_("The 13 groups of your recovery sheet. Small letters and blanks are fine."),
            multiline=True,
            key="lock.recovery",
        )
        for field in (self._password, self._recovery):
            # Enter is not the end here: after a wrong password the next one is typed.
            field.input.text_validate_unfocus = False
            field.input.fbind("focus", lambda *_args: self._keep())
            field.fbind("text", lambda *_args: self._forgive())
        self._password.fbind("on_validate", lambda _field: self.submit())
        self._recovery.fbind("text", lambda _field, text: self._entered(text))
        self._unlock = FilledButton(text=_("Unlock"), tall=dp(56), size_hint_x=1, key="lock.unlock")
        self._unlock.fbind("on_release", lambda _button: self.submit())
        self._turn = TextButton(key="lock.recovery.use", size_hint_x=1)
        self._turn.fbind("on_release", lambda _button: self._change())
        another = TextButton(text=_("Open another diary"), size_hint_x=1, key="lock.another")
        another.fbind("on_release", lambda _button: open_another())
        self._others, self._lost = column(self._turn, another, spacing=dp(4)), None
        if lost is not None:
            self._lost = TextButton(text=_("I have neither"), size_hint_x=1, key="lock.lost")
            self._lost.fbind("on_release", lambda _button: lost())
        self._column, self._above = column(size_hint_x=None), Widget(size_hint_y=None)
        self._whole = BoxLayout(orientation="vertical", size_hint_y=None, padding=(0, dp(24)))
        self.add_widget(self._whole)
        self._foot = Text(
            text=_("Only the password or the recovery key opens the diary. Keep them safe."),
            role="body_small",
            ink="on_surface_variant",
            halign="center",
        )
        for name in ("size", "pos"):
            self.fbind(name, self._arrange)
        self._whole.fbind("minimum_height", self._arrange)
        self._fill()
        self._arrange()

    def seen(self, on: bool) -> None:
        """Hear whether it is in the window: then what is typed comes here."""
        self._seen = on
        (Window.fbind if on else Window.funbind)("on_key_down", self._look_at_caps)
        if on:
            self._tick()
            self._presenter.tick()
            self.write()
        else:
            self._tick.cancel()

    def write(self) -> None:
        """Give the field the keyboard once it is in its place."""
        Clock.schedule_once(lambda _s: self._keep())

    def step_back(self) -> bool:
        """Ask for the password again; return whether it asked for the recovery key."""
        if self._by_key:
            self._change()
            return True
        return False

    def submit(self) -> None:
        """Try what was typed."""
        self._presenter.submit(self._field.text, by_key=self._by_key)

    def work(self, *, on: bool) -> None:
        """Show that what was typed is being tried."""
        self._unlock.text = _("Opening…") if on else _("Unlock")
        self._unlock.disabled = on or bool(self._waits)

    def refuse(self, sentence: str) -> None:
        """Say below the field why it did not open."""
        self._sentence = sentence
        self._say()
        if sentence and not self._by_key:
            self._password.input.select_all()

    def wait(self, sentence: str) -> None:
        """Say for how long nothing can be tried."""
        if sentence != self._waits:
            self._waits = sentence
            self._unlock.disabled = bool(sentence)
            self._say()

    @property
    def _field(self) -> TextField:
        return self._recovery if self._by_key else self._password

    def _say(self) -> None:
        self._field.error = " ".join(part for part in (self._sentence, self._waits) if part)

    def _change(self) -> None:
        """Ask for the other of the two: the password or the recovery key."""
        self._field.error = ""
        self._by_key, self._sentence = not self._by_key, ""
        self._fill()
        self._say()
        focus.take(self._field.input)

    def _forgive(self) -> None:
        """Take the sentence about the last try away once something else is typed."""
        if self._sentence:
            self._sentence = ""
            self._say()

    def _entered(self, text: str) -> None:
        """Take Enter, in the field of several lines, for the button."""
        if text.endswith("\n"):
            self._recovery.text = text.rstrip("\n")
            self.submit()

    def _look_at_caps(self, *args: Any) -> None:
        held = "capslock" in args[-1]
        self._password.helper = _("Caps Lock is on.") if held else ""

    def _keep(self, *_args: Any) -> None:
        """Take the keyboard where nothing else has it: there is nothing else to type into."""
        if self._alone:
            Clock.schedule_once(lambda _s: self._take())

    def _take(self) -> None:
        if self._alone:
            self._field.write()

    @property
    def _alone(self) -> bool:
        """Whether it is in front, and nothing has the keyboard."""
        there = self._seen and self.parent is not None and not self.parent.open_layers
        return there and focus.focused() is None

    def _fill(self) -> None:
        self._turn.text = _("Use the password") if self._by_key else _("Use the recovery key")
        words = column(
            Text(text=_("TwitchLog is locked"), role="headline", halign="center"),
            Text(
                text=_("Your diary is on this computer, encrypted."),
                ink="on_surface_variant",
                halign="center",
            ),
            spacing=dp(4),
        )
        for part in (self._field, self._unlock, self._others, self._lost):
            if part is not None and part.parent is not None:
                part.parent.remove_widget(part)
        if self._lost is not None and self._by_key:
            self._others.add_widget(self._lost)
        swap(self._column, _sign(), words, self._field, self._unlock, self._others)
        self._column.spacing = dp(16)

    def _arrange(self, *_args: Any) -> None:
        self._column.width = min(self.width - dp(64), dp(WIDEST))
        self._column.pos_hint = {"center_x": 0.5}
        self._foot.size_hint_x, self._foot.width = None, self._column.width
        self._foot.pos_hint = {"center_x": 0.5}
        if not self._whole.children:
            for part in (self._above, self._column, Widget(), self._foot):
                self._whole.add_widget(part)
        # What is said below the field, or written into it, does not move it.
        calm = self._column.height - self._field.height + dp(FIELD)
        self._above.height = max((self.height - calm - self._foot.height) / 2 - dp(24), 0)
        self._whole.height = max(self.height, self._whole.minimum_height)


def _sign() -> Widget:
    tile = Ground(
        fill="primary_container",
        radius=dp(28),
        elevation=0,
        size_hint=(None, None),
        size=(dp(SIGN), dp(SIGN)),
        padding=dp(22),
        pos_hint={"center_x": 0.5},
    )
    tile.add_widget(Icon(icon="lock-outline", ink="on_primary_container", icon_size=dp(44)))
    return tile
