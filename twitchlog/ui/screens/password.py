"""Set, change or remove the password: what is typed, how far it is, and that it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.anchorlayout import AnchorLayout

from twitchlog.presenters.password import Doing, Field, PasswordPresenter, say_length, told
from twitchlog.translation import _
from twitchlog.ui.screens.pages import WIDEST, Page
from twitchlog.ui.screens.recovery import RecoveryCard
from twitchlog.ui.widgets.buttons import FilledButton, emphasise
from twitchlog.ui.widgets.cards import Card, NoticeCard
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import column
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.progress import ProgressLine

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

LOOK_S: Final = 0.1


class PasswordForm(Page):
    """The page for one of the three; while the diary is written anew it cannot be left."""

    def __init__(self, services: Services, shell: Shell, doing: Doing) -> None:
        self._told = words = told(doing)
        super().__init__(shell, words.title, key="password.form")
        self._services, self._doing = services, doing
        self.presenter = PasswordPresenter(services, self, doing)
        self._fields = {
            each: TextField(label=label, password=True, key=f"password.form.{each}")
            for each, label in (
                (Field.OLD, _("Old password, or recovery key")),
                (Field.NEW, _("New password") if doing is Doing.CHANGE else _("Password")),
                (Field.AGAIN, _("The same again")),
            )
            if doing is Doing.CHANGE or (each is Field.OLD) == (doing is Doing.REMOVE)
        }
        for field in self._fields.values():
            field.fbind("on_validate", self._entered)
            field.fbind("text", lambda field, _text: setattr(field, "error", ""))
        if Field.NEW in self._fields:
            new = self._fields[Field.NEW]
            new.fbind("text", lambda field, text: setattr(field, "helper", say_length(text)))
            new.helper = say_length("")
        self._about = Text(text=words.about, ink="on_surface_variant")
        self._warning = NoticeCard(
            kind="note", icon="alert-circle-outline", title=words.warns, text=words.warning
        )
        self._bar_line = ProgressLine(key="password.form.progress")
        self._doing_now = Text(ink="on_surface_variant", key="password.form.doing")
        self._look = Clock.create_trigger(lambda _s: self._watch(), LOOK_S, interval=True)
        self._act = FilledButton(
            text=words.act, tall=dp(56), size_hint_x=1, key="password.form.save"
        )
        self._act.fbind("on_release", lambda _button: self._pressed())
        self._foot = _foot(self._act)
        self.add_widget(self._foot)
        self._done = False
        self._ask()

    @property
    def foot_height(self) -> float:
        """How much of the page's foot words are not to cover."""
        return float(self._foot.height)

    def entered(self) -> None:
        """Hear that the page came to the front: what is typed goes into its first field."""
        if not self._done and not self.presenter.busy:
            first = next(iter(self._fields.values()))
            Clock.schedule_once(lambda _s: first.write() if first.get_root_window() else None)

    def step_back(self) -> bool:
        """Stay while the diary is written anew."""
        return self.presenter.busy

    def refuse(self, field: Field, sentence: str) -> None:
        """Say below a field what is wrong with it, and go there."""
        for each in self._fields.values():
            each.error = ""
        self._fields[field].error = sentence
        self._fields[field].write()

    def work(self, *, on: bool) -> None:
        """Show how far it is, or the fields again."""
        (Window.fbind if on else Window.funbind)("on_request_close", self._stay)
        self.bar.back, self._act.disabled = not on, on
        self._foot.opacity = 0 if on else 1
        if on:
            self._watch()
            self._look()
            card = Card()
            for widget in (
                Text(text=self._told.doing, role="title"),
                self._bar_line,
                self._doing_now,
                Text(text=_("Please leave TwitchLog open until this is done."),
                     ink="on_surface_variant"),
            ):  # fmt: skip
                card.add_widget(widget)
            self.hold(card)
        else:
            self._look.cancel()
            for widget in (self._bar_line, self._doing_now):
                if widget.parent is not None:
                    widget.parent.remove_widget(widget)
            self._ask()

    def done(self, left: str) -> None:
        """Say that it is done, and offer the recovery sheet."""
        if self.shell.page is not self or self._doing is Doing.REMOVE:
            if self.shell.page is self:
                self.shell.pop()
            self.shell.snack(" ".join((f"{self._told.done}.", left)).strip())
            return
        self._done = True
        for field in self._fields.values():
            field.text = ""
        notice = NoticeCard(kind="enough", title=self._told.done, text=self._told.after)
        sheet = RecoveryCard(
            self._services, self.shell, made=lambda: emphasise(self._act, main=True)
        )
        cards: list[Widget] = [notice, sheet]
        if left:
            cards.insert(
                1, NoticeCard(kind="note", icon="alert-circle-outline",
                              title=_("Some files are as they were"), text=left)
            )  # fmt: skip
        self._act.text = _("Done")
        emphasise(self._act, main=False)  # the sheet comes first
        self.hold(*cards)

    def fail(self, sentence: str) -> None:
        """Say that it was not done, and show the fields again as they were."""
        self._ask(NoticeCard(kind="error", title=self._told.failed, text=sentence))

    def _ask(self, *above: Widget) -> None:
        """Show the fields."""
        self.hold(*above, self._about, *self._fields.values(), self._warning)

    def _entered(self, field: TextField) -> None:
        """Go to the next field with Enter; in the last one it is the button."""
        fields = list(self._fields.values())
        at = fields.index(field)
        if at + 1 < len(fields):
            fields[at + 1].write()
        else:
            self._pressed()

    def _pressed(self) -> None:
        if self._done:
            self.shell.pop()
            return
        self.presenter.submit(**{name: field.text for name, field in self._fields.items()})

    def _watch(self) -> None:
        share, doing = self.presenter.progress
        self._bar_line.share, self._doing_now.text = share, doing or _("Getting ready")

    def _stay(self, *_args: Any) -> bool:
        self.shell.snack(_("The diary is being written anew. Close TwitchLog when that is done."))
        return True


def _foot(button: FilledButton) -> AnchorLayout:
    """Return the button below the column, no wider than that."""
    around = AnchorLayout(size_hint_y=None)
    inside = column(button, padding=(dp(16), dp(8)), size_hint_x=None)
    around.add_widget(inside)
    around.fbind("width", lambda _box, wide: setattr(inside, "width", min(wide, dp(WIDEST + 32))))
    inside.fbind("height", lambda _inside, high: setattr(around, "height", high))
    around.height = inside.height
    return around


def build(services: Services, shell: Shell, doing: Doing) -> PasswordForm:
    """Return the page that sets, changes or removes the password."""
    return PasswordForm(services, shell, doing)
