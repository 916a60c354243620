"""The check-in sheet: all questions about one day, saved together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.factor import FACTORS
from twitchlog.presenters import answers
from twitchlog.presenters import checkin as questions
from twitchlog.presenters.checkin import CheckinPresenter, choosing
from twitchlog.translation import _
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, IconButton, TextButton
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, Problem, Question, Scroll, column, line, swap
from twitchlog.ui.widgets.switches import Stepper

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.presenters.checkin import CheckinForm, Choice
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.layers import SheetLayer


class Asked(Question):
    """One question: chips, an exact field where the answer is a number, and what is wrong."""

    def __init__(
        self,
        factor: str,
        label: str,
        choices: tuple[Choice, ...],
        presenter: CheckinPresenter,
        *,
        exact: str = "",
    ) -> None:
        self.factor, self._choices, self._presenter = factor, choices, presenter
        self.chips = Choices(key=f"checkin.{factor}")
        self.chips.fbind("on_pick", lambda _row, value: self.pick(value))
        self.field = TextField(label=exact, key=f"checkin.{factor}.exact") if exact else None
        self.wrong = Problem()
        super().__init__(label, self.chips)
        self._written = ""
        self._says = factor == "caffeine"
        if self.field is not None:
            self.field.fbind("on_validate", lambda _field: self.flush())
            self.field.input.fbind("focus", lambda _input, on: None if on else self.flush())
            self.answers.add_widget(self.field)
        self.answers.add_widget(self.wrong)

    def choices(self, form: CheckinForm) -> tuple[Any, ...]:
        """Return the chips as they stand."""
        return choosing(self._choices, form.amounts.get(self.factor))

    def pick(self, value: Any) -> None:
        """Take a tapped chip."""
        self._presenter.answer(self.factor, value)

    def show(self, form: CheckinForm) -> None:
        """Show the answer; what could not be read stays as it was typed."""
        self.said = form.said.get(self.factor, "") if self._says else ""
        self.chips.show(self.choices(form))
        self.wrong.text = form.wrong.get(self.factor, "")
        if self.field is not None and not self.wrong.text:
            self._written = form.written.get(self.factor, "")
            self.field.text = self._written

    def flush(self) -> None:
        """Take what was typed, if anything was."""
        if self.field is not None and self.field.text != self._written:
            self._written = self.field.text
            self._presenter.type(self.factor, self.field.text)


class Drinks(Asked):
    """The caffeine of the day, counted in drinks."""

    def choices(self, form: CheckinForm) -> tuple[Any, ...]:
        """Return *None* and the drinks, each with how many were counted."""
        return form.cups

    def pick(self, value: Any) -> None:
        """Count one more of a drink, or start again from none."""
        self._presenter.add_cup(value)


class CheckinSheet(BoxLayout):
    """All questions below each other, *Save* at the foot."""

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
        self._asked = [
            Asked("sleep", _("Slept last night"), questions.sleep_choices(), presenter,
                  exact=_("Exact hours")),
            Asked("stress", _("Stress"), questions.stress_choices(), presenter),
            Drinks("caffeine", _("Caffeine"), (), presenter, exact=_("Exact amount in mg")),
            Asked("exercise", _("Exercise"), questions.exercise_choices(), presenter,
                  exact=_("Exact minutes")),
            Asked("medicine", _("Medicine"), questions.medicine_choices(), presenter),
        ]  # fmt: skip
        self._add_stepper(self._asked[0])
        self._note = TextField(label=_("Note"), key="checkin.note", multiline=True)
        self._note.input.fbind("focus", lambda _input, on: None if on else self._flush_note())
        self._note_wrong = Problem()
        form = column(*self._asked, self._note, self._note_wrong, spacing=dp(12))
        form.padding = (dp(16), 0, dp(16), dp(16))
        self._middle = Scroll(form)
        save = FilledButton(text=_("Save"), tall=dp(56), size_hint_x=1, key="checkin.save")
        save.fbind("on_release", lambda _button: self._save())
        self._form: CheckinForm | None = None
        for child in (self._bar, self._middle, line(save, padding=(dp(16), dp(8), dp(16), dp(16)))):
            self.add_widget(child)

    def open(self, day: date, answers: Mapping[str, float]) -> None:
        """Show the answers of a day."""
        self._middle.scroll_y = 1
        self._note.text = ""
        self.presenter.open(day, answers=answers)

    def show(self, form: CheckinForm) -> None:
        """Show the answers."""
        self._form = form
        self._bar.title = form.title
        swap(self._bar, *([self._remove] if form.saved_before else []), self._close)
        for asked in self._asked:
            asked.show(form)
        self._stepper.value = form.amounts.get("sleep")
        self._note_wrong.text = form.wrong.get(questions.NOTE, "")
        if not self._note_wrong.text and not self._note.input.focus:
            self._note.text = form.note

    def finished(self, sentence: str) -> None:
        """Close, name what changed, and offer to undo it."""
        if self.layer is not None:
            self.layer.close()
        undo = self._shell.shortcuts.get("ctrl+z")
        self._shell.snack(sentence, [(_("Undo"), undo)] if undo else [])

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _save(self) -> None:
        for asked in self._asked:
            asked.flush()
        self._flush_note()
        self.presenter.save()

    def _flush_note(self) -> None:
        if self._form is not None and self._note.text != self._form.note:
            self.presenter.type_note(self._note.text)

    def _add_stepper(self, asked: Asked) -> None:
        """Let the hours be changed by halves, beside the exact field."""
        sleep = FACTORS["sleep"]
        self._stepper = Stepper(
            key="checkin.sleep.step",
            start=questions.USUAL_SLEEP,
            step=0.5,
            lowest=sleep.least,
            highest=sleep.most,
            words=answers.hours,
            size_hint_x=None,
            width=dp(176),
            pos_hint={"y": 0},
        )
        self._stepper.fbind("on_choice", lambda _stepper, hours: self.presenter.put("sleep", hours))
        asked.answers.remove_widget(asked.field)
        asked.answers.add_widget(line(self._stepper, asked.field, spacing=dp(12)), index=1)
