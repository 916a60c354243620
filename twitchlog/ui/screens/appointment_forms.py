"""The forms of an appointment, planned or past, and of a question for the doctor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kivy.metrics import dp

from twitchlog.domain.appointment import Appointment, Question, read_minute
from twitchlog.domain.day_text import Meant
from twitchlog.domain.errors import BadInput
from twitchlog.domain.text import NAME_LIMIT
from twitchlog.translation import _
from twitchlog.ui.screens.form import Form, named, stack
from twitchlog.ui.screens.kept import remove_button
from twitchlog.ui.screens.kept_files import FilesGroup
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import column
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from twitchlog.presenters.appointments import AppointmentsPresenter
    from twitchlog.ui.navigation import Shell

QUESTION_LIMIT: Final = 500
"""The longest question that is kept."""
ANY: Final = ""
"""The chip for whichever appointment comes next."""


class AppointmentForm(Form):
    """When, with whom, where; once the day has come also what was said and the answers."""

    def __init__(
        self, shell: Shell, presenter: AppointmentsPresenter, *, held: Appointment | None = None
    ) -> None:
        super().__init__(
            shell,
            held.label if held else _("An appointment"),
            save=self._keep_appointment,
            key="appointment.form",
        )
        self._presenter, self._held = presenter, held
        self.opened = held
        self._day = DateField(
            shell, held.day if held else None, key="appointment.form.day", label=_("Day"),
            today=presenter.today, meant=Meant.NEAREST,
            helper=_("Leave it empty while it is not known yet."),
        )  # fmt: skip
        self._day.field.fbind("text", lambda *_args: self._arrange())
        self._been = stack(spacing=dp(16))
        self.add(column(self._day, self._been))
        self._whom = self.add_text(
            _("Doctor, practice or clinic"),
            held.whom if held else "",
            key="appointment.form.whom",
            longest=NAME_LIMIT,
        )
        self._time = self.add_text(
            _("Time, like 09:30"), held.time if held else "", key="appointment.form.time"
        )
        self._place = self.add_text(
            _("Where"), held.place if held else "", key="appointment.form.place",
            longest=NAME_LIMIT,
        )  # fmt: skip
        self._note = self.add_text(
            _("Note"), held.note if held else "", key="appointment.form.note", multiline=True
        )
        self._said = TextField(
            label=_("What was said"), key="appointment.form.said", multiline=True
        )
        self._said.text = held.said if held else ""
        self._answers: dict[str, TextField] = {}
        for question in presenter.asked_at(held) if held else ():
            field = TextField(
                label=_("Answer"), key=f"appointment.form.answer.{question.id}", multiline=True
            )
            field.text = question.answer
            self._answers[question.id] = field
        files = presenter.held.files.get(held.id, ()) if held else ()
        self._files = FilesGroup(
            presenter.services, shell, self, files, key="appointment.form.files"
        )
        self.add(named(_("Files"), self._files, gap=8))
        if held is not None:
            self.add(
                remove_button(
                    lambda: presenter.remove(held.id, self, self.close),
                    key="appointment.form.remove",
                )
            )
        self._arrange()

    def _arrange(self) -> None:
        """Ask what was said once the day has come."""
        try:
            day = self._day.day
        except BadInput:
            day = None
        has_come = day is not None and day <= self._presenter.today
        if has_come == bool(self._been.children):
            return
        self._been.clear_widgets()
        self._been.padding = (0, dp(16) if has_come else 0, 0, 0)
        if not has_come:
            return
        self._been.add_widget(self._said)
        for question_id, field in self._answers.items():
            asked = self._presenter.held.questions[question_id]
            self._been.add_widget(Text(text=asked.words))
            self._been.add_widget(field)

    def _keep_appointment(self) -> None:
        held = self._presenter.held.questions
        changed = {
            question_id: field.text
            for question_id, field in self._answers.items()
            if field.text.strip() != held[question_id].answer
        }
        self._presenter.save(
            Appointment(
                day=self._day.day,
                minute=read_minute(self._time.text),
                whom=self._whom.text,
                place=self._place.text,
                said=self._said.text,
                note=self._note.text,
                id=self._held.id if self._held else "",
            ),
            changed,
            self._files.wanted,
            self,
            self.close,
        )


class QuestionForm(Form):
    """A question, for which appointment, and its answer."""

    def __init__(
        self, shell: Shell, presenter: AppointmentsPresenter, *, held: Question | None = None
    ) -> None:
        super().__init__(
            shell, _("A question for the doctor"), save=self._keep_question, key="question.form"
        )
        self._presenter, self._held = presenter, held
        self.opened = held
        self._words = self.add_text(
            _("In your own words"), held.words if held else "", key="question.form.words",
            longest=QUESTION_LIMIT, multiline=True,
        )  # fmt: skip
        self._for = ChipRow(single=True, required=True, key="question.form.for")
        chosen = held.appointment_id or ANY if held else ANY
        offered = presenter.upcoming()
        if chosen not in {ANY, *(each for each, _name in offered)}:
            past = presenter.held.appointments[chosen]
            offered = (*offered, (past.id, past.label))
        for value, text in ((ANY, _("Whichever comes next")), *offered):
            self._for.add_widget(
                Chip(
                    text=text,
                    value=value,
                    chosen=value == chosen,
                    key=f"question.form.for.{value or 'next'}",
                )
            )
        if offered:
            self.add(named(_("For which appointment"), self._for))
        self._answer = TextField(label=_("The answer"), key="question.form.answer", multiline=True)
        self._answer.text = held.answer if held else ""
        if held is not None:
            self.add(
                self._answer,
                remove_button(
                    lambda: presenter.remove_question(held.id, self, self.close),
                    key="question.form.remove",
                ),
            )

    def open(self) -> QuestionForm:
        """Show the form; a new one waits for the words."""
        super().open()
        if self._held is None:
            self._words.write()
        return self

    def _keep_question(self) -> None:
        chosen = self._for.chosen[0] if self._for.chosen else ANY
        self._presenter.save_question(
            Question(
                self._words.text,
                answer=self._answer.text,
                appointment_id=chosen or None,
                id=self._held.id if self._held else "",
            ),
            self,
            self.close,
        )
