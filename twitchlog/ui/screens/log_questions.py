"""Questions of the log sheet: how long, what else; each with chips, and more on a tap."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp

from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import TonalButton
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, Problem, Question, line, swap

if TYPE_CHECKING:
    from twitchlog.presenters.log_page import SheetPage
    from twitchlog.presenters.log_sheet import LogSheetPresenter

NOTE_WAIT_S: Final = 1.0
"""A note is saved when nothing was written for so long, or when the field is left."""


class Folding(Question):
    """A question of which a part is folded away until it is asked for; then `on_unfold` tells."""

    __events__ = ("on_unfold",)

    def __init__(self, label: str, *, beside: bool) -> None:
        super().__init__(label, beside=beside)
        self.unfolded = False
        self.shown: SheetPage | None = None

    def on_unfold(self, *_args: Any) -> None:
        """Hear that there is more to see."""

    def fold(self) -> None:
        """Fold the rest away."""
        self.unfolded = False

    def unfold(self, *_args: Any) -> None:
        """Show the rest, or fold it away again."""
        self.unfolded = not self.unfolded
        if self.shown is not None:
            self.show(self.shown)
        if self.unfolded:
            self.dispatch("on_unfold")

    def show(self, page: SheetPage) -> None:
        """Show the answers."""
        self.shown = page


def action(icon: str, tooltip: str, key: str, text: str = "") -> Chip:
    """Return a chip that does something and stays unchosen."""
    return Chip(icon=icon, text=text, tooltip=tooltip, toggles=False, key=key)


class Length(Folding):
    """How long it lasted: the lengths used most, the rest and an exact one behind *Longer*."""

    def __init__(self, presenter: LogSheetPresenter, *, beside: bool) -> None:
        super().__init__(_("How long"), beside=beside)
        self._presenter = presenter
        self._longer = action("", "", "sheet.duration.longer", _("Longer"))
        self._longer.fbind("on_release", self.unfold)
        self._timer = action("timer-outline", _("Time it: start the timer"), "sheet.timer")
        self._timer.fbind("on_release", lambda _chip: presenter.time_it())
        # A little closer than elsewhere, so that all of them stand in one line on a phone.
        self._chips = Choices(key="sheet.duration", tail=[self._longer], spacing=dp(6))
        self._rest = Choices(key="sheet.duration")
        for row in (self._chips, self._rest):
            row.fbind("on_pick", lambda _row, value: self._choose(value))
        self._taken = ""
        self._field = TextField(
            label=_("Exact, like 45 s, 3 min or 1h30m"),
            key="sheet.length",
            ground="card" if beside else "surface",
        )
        self._field.fbind("on_validate", lambda _field: self._typed())
        button = TonalButton(text=_("Set"), key="sheet.length.set", tall=dp(56), pos_hint={"y": 0})
        button.fbind("on_release", lambda _button: self._typed())
        self._fields = line(self._field, button, spacing=dp(8), padding=(0, dp(4), 0, dp(4)))
        self._wrong = Problem()

    def fold(self) -> None:
        """Fold the rest away, and what was typed with it."""
        super().fold()
        self._field.text = self._taken = ""

    def take(self) -> bool:
        """Take what is typed and was not yet; tell, once, whether it is wrong."""
        if not self.unfolded or self._field.text.strip() in {"", self._taken}:
            return False
        self._typed()
        return bool(self._wrong.text)

    def show(self, page: SheetPage) -> None:
        """Show the answers."""
        super().show(page)
        self._chips.show(page.lengths)
        self._chips.end_with(self._longer, *([self._timer] if page.timed else []))
        self._rest.show(page.longer)
        self.said = page.length_hint
        self._longer.text = page.length_said or _("Longer")
        self._longer.chosen = bool(page.length_said)
        self._wrong.text = page.wrong.get("length", "")
        more = [self._rest, self._fields, self._wrong] if self.unfolded else []
        swap(self.answers, self._chips, *more)

    def _choose(self, value: str) -> None:
        self._field.text = self._taken = ""
        self._presenter.choose_length(value)

    def _typed(self) -> None:
        self._taken = self._field.text.strip()
        self._presenter.type_length(self._field.text)


class WhatElse(Folding):
    """What went with it: chips, and behind *More* the rest, own words and a note."""

    def __init__(self, presenter: LogSheetPresenter, *, beside: bool) -> None:
        super().__init__(_("What else"), beside=beside)
        self._presenter = presenter
        self.said = "" if beside else _("as many as you like")
        self._more = action("plus", "", "sheet.trigger.more", _("More"))
        self._more.fbind("on_release", self.unfold)
        self._chips = Choices(key="sheet.trigger", tail=[self._more])
        self._chips.fbind("on_pick", lambda _row, value: presenter.toggle_trigger(value))
        ground = "card" if beside else "surface"
        self._own = TextField(label=_("In your own words"), key="sheet.own", ground=ground)
        self._own.fbind("on_validate", lambda _field: self._add())
        add = TonalButton(text=_("Add"), key="sheet.own.add", tall=dp(56), pos_hint={"y": 0})
        add.fbind("on_release", lambda _button: self._add())
        self._fields = line(self._own, add, spacing=dp(8), padding=(0, dp(4), 0, dp(4)))
        self._own_wrong, self._note_wrong = Problem(), Problem()
        self.note = TextField(label=_("Note"), key="sheet.note", ground=ground, multiline=True)
        self._later = Clock.create_trigger(lambda _s: self.flush(), NOTE_WAIT_S)
        self.note.fbind("text", self._noted)
        self.note.input.fbind("focus", lambda _input, focus: None if focus else self.flush())
        self._filling = False

    def fold(self) -> None:
        """Fold the rest away, and what was typed with it."""
        super().fold()
        self._later.cancel()
        self._own.text = ""
        self._fill("")

    def write_note(self) -> None:
        """Unfold what is there, with the keyboard in the note."""
        if not self.unfolded:
            self.unfold()
        self.note.write()

    def take(self) -> bool:
        """Take the own words that are typed, and the note; tell, once, whether they are wrong."""
        self.flush()
        if not self.unfolded or not self._own.text.strip():
            return False
        said = self._own_wrong.text
        self._add()
        return self._own_wrong.text not in {"", said}

    def flush(self) -> None:
        """Save the note as it stands."""
        self._later.cancel()
        if self.unfolded:
            self._presenter.type_note(self.note.text)

    def show(self, page: SheetPage) -> None:
        """Show the answers."""
        super().show(page)
        # A note that is there is in sight.
        if page.note and not self.unfolded and self.note.text != page.note:
            self.unfolded = True
        self._chips.show(
            each for each in page.triggers if self.unfolded or each.value in page.first_triggers
        )
        self._more.text = _("Less") if self.unfolded else _("More")
        self._more.icon = "minus" if self.unfolded else "plus"
        self._own_wrong.text = page.wrong.get("own", "")
        self._note_wrong.text = page.wrong.get("note", "")
        if not self._note_wrong.text and not self.note.input.focus:
            self._fill(page.note)
        more = [self._fields, self._own_wrong, self.note, self._note_wrong]
        swap(self.answers, self._chips, *(more if self.unfolded else []))

    def _add(self) -> None:
        words = self._own.text
        self._presenter.type_trigger(words)
        if not self._own_wrong.text:
            self._own.text = ""

    def _fill(self, note: str) -> None:
        self._filling = True
        if self.note.text != note:
            self.note.text = note
        self._filling = False

    def _noted(self, *_args: Any) -> None:
        if not self._filling:
            self._later()
