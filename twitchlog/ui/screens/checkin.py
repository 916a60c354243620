"""The check-in sheet: the questions about one day in the person's order, saved together.

What was answered before stands as a line that opens, so that the rest fits the screen of a phone.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.checkin import CheckinPresenter
from twitchlog.presenters.checkin_values import NOTE
from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.screens.checkin_questions import SETTLED_S, made
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, IconButton, TextButton
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, Problem, Question, Scroll, column, line, swap
from twitchlog.ui.widgets.lettering import Icon
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from kivy.uix.widget import Widget

    from twitchlog.presenters.checkin_values import Asked, CheckinForm
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.sheets import SheetLayer


SCROLLS: Final = 0.2
FIRST: Final = 4
"""So many of the things that are a tap away are in sight at once."""


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
        self._lines: dict[str, ListRow] = {}
        self._groups: list[RowGroup] = []
        self._rest = Chip(text=_("More"), icon="dots-horizontal", toggles=False,
                          key="checkin.rest")  # fmt: skip
        self._rest.fbind("on_release", lambda _chip: self._show_rest())
        self._all = False
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
        self._lines.clear()
        self._all = False
        self.presenter.open(day, answers=answers)

    def show(self, form: CheckinForm) -> None:
        """Show the answers."""
        self._form = form
        self._bar.title = form.title
        swap(self._bar, *([self._remove] if form.saved_before else []), self._close)
        self._chips.show(form.more if self._all else form.more[:FIRST])
        self._chips.end_with(*([] if self._all or len(form.more) <= FIRST else [self._rest]))
        note = [self._note, self._note_wrong] if form.noted else []
        more = [self._more] if form.more else []
        swap(self._column, *self._parts(form), *note, *more)
        self._note_wrong.text = form.wrong.get(NOTE, "")
        if not self._note_wrong.text and not self._note.input.focus:
            self._note.text = form.note
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._ask(wanted)

    def _parts(self, form: CheckinForm) -> list[Widget]:
        """Return the questions in their order; answered ones next to each other share a card."""
        parts: list[Widget] = []
        groups, together = iter(self._groups_for(form)), []
        for asked, follower in zip_longest(form.questions, form.questions[1:]):
            if not asked.folded:
                parts.append(self._question(asked))
                continue
            together.append(self._line(asked))
            if follower is None or not follower.folded:
                group = next(groups)
                swap(group, *together)
                parts.append(group)
                together = []
        return parts

    def _groups_for(self, form: CheckinForm) -> list[RowGroup]:
        while len(self._groups) < len(form.questions):
            self._groups.append(RowGroup())
        return self._groups

    def _question(self, asked: Asked) -> Any:
        key = (asked.id, asked.label + asked.exact)
        if key not in self._asked:
            self._asked[key] = made(asked, self.presenter)
        self._asked[key].show(asked)
        return self._asked[key]

    def _line(self, asked: Asked) -> ListRow:
        if asked.id not in self._lines:
            row = ListRow(tall=dp(48), right_widget=Icon(icon="chevron-down"),
                          key=f"checkin.{asked.id}.line")  # fmt: skip
            row.fbind("on_release", lambda _row: self._unfold(asked.id))
            self._lines[asked.id] = row
        row = self._lines[asked.id]
        beside = theme.look.text_scale < theme.ONE_COLUMN_FROM
        row.title = asked.label
        row.time, row.second = (asked.folded, "") if beside else ("", asked.folded)
        return row

    def _unfold(self, name: str) -> None:
        """Show the answers of a line that was tapped, with the keyboard among them."""
        self.presenter.open_more(name)
        asked = self._by_name(name)
        if asked is not None and focus.by_keyboard():
            focus.take(asked.chips.chips()[0])

    def _show_rest(self) -> None:
        self._all = True
        if self._form is not None:
            self.show(self._form)

    def _by_name(self, name: str) -> Any:
        return next((each for each in self._asked.values() if each.name == name), None)

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
        if name == NOTE:
            Clock.schedule_once(lambda _seconds: self._note.write(), SETTLED_S)
            return
        asked = self._by_name(name)
        if asked is not None:
            Clock.schedule_once(lambda _seconds: self._scroll_to(asked), SETTLED_S)

    def _scroll_to(self, asked: Any) -> None:
        if self._column.height <= self._middle.height:
            return  # kivy would push it out of its place
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
