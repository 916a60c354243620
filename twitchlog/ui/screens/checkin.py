"""The check-in sheet: the questions about one day in the person's order, saved together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.checkin import CheckinPresenter
from twitchlog.presenters.checkin_values import NOTE
from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.screens.checkin_questions import SETTLED_S, made
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, IconButton, TextButton
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, Problem, Question, Scroll, column, line, swap

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.presenters.checkin_values import CheckinForm
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.layers import SheetLayer


SCROLLS: Final = 0.2


class CheckinSheet(BoxLayout):
    """All questions below each other, those a tap away as chips, *Save* at the foot."""

    def __init__(self, services: Services, shell: Shell) -> None:
        super().__init__(orientation="vertical")
        self._shell = shell
        self.layer: SheetLayer | None = None
        self.presenter = presenter = CheckinPresenter(services, self)
        self._bar = AppBar()
        self._remove = TextButton(text=_("Remove"), icon="delete-outline", key="checkin.remove")
        self._remove.fbind("on_release", lambda _button: presenter.remove())
        self._close = IconButton(icon="close", tooltip=_("Close"), key="checkin.close")
        self._close.fbind("on_release", lambda _button: self.layer.close())
        self._asked: dict[tuple[str, str], Any] = {}
        self._chips = Choices(key="checkin.more", rest_icon="plus")
        self._chips.fbind("on_pick", lambda _row, name: self._ask(name))
        self._more = Question(_("More to record"), self._chips)
        self._note = TextField(label=_("Note"), key="checkin.note", multiline=True)
        self._note.input.fbind("focus", lambda _input, on: None if on else self._flush_note())
        self._note_wrong = Problem()
        self._column = column(spacing=dp(12), padding=(dp(16), 0, dp(16), dp(16)))
        self._middle = Scroll(self._column)
        save = FilledButton(text=_("Save"), tall=dp(56), size_hint_x=1, key="checkin.save")
        save.fbind("on_release", lambda _button: self._save())
        self._form: CheckinForm | None = None
        self._wanted = ""
        for child in (self._bar, self._middle, line(save, padding=(dp(16), dp(8), dp(16), dp(16)))):
            self.add_widget(child)

    def open(self, day: date, answers: Mapping[str, float], *, ask: str = "") -> None:
        """Show the answers of a day; the question `ask` is brought into sight."""
        self._middle.scroll_y = 1
        self._note.text = ""
        self._form, self._wanted = None, ask
        self._asked.clear()
        self.presenter.open(day, answers=answers)

    def show(self, form: CheckinForm) -> None:
        """Show the answers."""
        self._form = form
        self._bar.title = form.title
        swap(self._bar, *([self._remove] if form.saved_before else []), self._close)
        widgets = []
        for asked in form.questions:
            key = (asked.id, asked.label + asked.exact)
            if key not in self._asked:
                self._asked[key] = made(asked, self.presenter)
            self._asked[key].show(asked)
            widgets.append(self._asked[key])
        self._chips.show(form.more)
        more = [self._more] if form.more else []
        swap(self._column, *widgets, self._note, self._note_wrong, *more)
        self._note_wrong.text = form.wrong.get(NOTE, "")
        if not self._note_wrong.text and not self._note.input.focus:
            self._note.text = form.note
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._ask(wanted)

    def finished(self, sentence: str) -> None:
        """Close, name what changed, and offer to undo it."""
        if self.layer is not None:
            self.layer.close()
        undo = self._shell.shortcuts.get("ctrl+z")
        self._shell.snack(sentence, [(_("Undo"), undo)] if undo else [])

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _ask(self, name: str) -> None:
        """Open a question in its place among the others, and bring it into sight."""
        self.presenter.open_more(name)
        asked = next((each for each in self._asked.values() if each.name == name), None)
        if asked is not None:
            Clock.schedule_once(lambda _seconds: self._scroll_to(asked), SETTLED_S)

    def _scroll_to(self, asked: Any) -> None:
        lasts = theme.motion(SCROLLS)
        moves = {"d": lasts, "t": "out_cubic"} if lasts else False
        self._middle.scroll_to(asked, padding=dp(24), animate=moves)

    def _save(self) -> None:
        for asked in list(self._asked.values()):
            asked.flush()
        self._flush_note()
        self.presenter.save()

    def _flush_note(self) -> None:
        if self._form is not None and self._note.text != self._form.note:
            self.presenter.type_note(self._note.text)
