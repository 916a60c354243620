"""Appointments: the next ones, the questions for them, and the past ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.appointments import CONCERNS, AppointmentsPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.appointment_forms import AppointmentForm, QuestionForm
from twitchlog.ui.screens.kept import KeptPage, add_row, row
from twitchlog.ui.screens.pages import heading
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import EmptyState
from twitchlog.ui.widgets.rows import RowGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kivy.uix.widget import Widget

    from twitchlog.presenters.appointments import AppointmentRow, QuestionRow
    from twitchlog.presenters.appointments import AppointmentsPage as Shown
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.widgets.rows import ListRow


class AppointmentsPage(KeptPage):
    """The list of appointments with one's questions."""

    def __init__(self, services: Services, shell: Shell, **kwargs: Any) -> None:
        super().__init__(
            services,
            shell,
            _("Appointments"),
            key="appointments",
            kinds=CONCERNS,
            add=_("Plan an appointment"),
            open_new=self.open_new,
            **kwargs,
        )
        self.presenter = AppointmentsPresenter(services, self)
        self._none = EmptyState(
            icon="calendar-clock",
            title=_("No appointment planned"),
            text=_("With its day it stands on Visit, and the page for the doctor names it."),
            button=_("Plan an appointment"),
        )
        self._none.fbind("on_button", lambda _card: self.open_new())

    def show(self, page: Shown) -> None:
        """Show appointments and questions."""
        cards: list[Widget] = []
        if page.upcoming:
            cards += [heading(_("Next")), self._appointments(page.upcoming, "calendar-clock")]
        else:
            cards.append(self._none)
        questions = RowGroup()
        for each in page.questions:
            questions.add_widget(self._question(each))
        questions.add_widget(
            add_row(_("Add a question"), self.open_question, key="appointments.question.add")
        )
        cards += [heading(_("My questions")), questions]
        if page.past:
            cards += [heading(_("Past")), self._appointments(page.past, "calendar-check-outline")]
        if page.answered:
            answered = RowGroup()
            for each in page.answered:
                answered.add_widget(self._question(each))
            cards += [heading(_("Answered questions")), answered]
        self.hold(*cards)
        held = self.presenter.held
        self.open_asked((held.appointments, self._open), (held.questions, self.open_question))

    def open_new(self) -> None:
        """Open the form of a new appointment."""
        AppointmentForm(self.shell, self.presenter).open()

    def open_question(self, question_id: str = "") -> None:
        """Open the form of a question, a new one without an id."""
        held = self.presenter.held.questions.get(question_id)
        QuestionForm(self.shell, self.presenter, held=held).open()

    def _appointments(self, rows: Sequence[AppointmentRow], icon: str) -> RowGroup:
        group = RowGroup()
        for each in rows:
            group.add_widget(
                row(
                    icon,
                    each.title,
                    each.second,
                    lambda one=each.id: self._open(one),
                    key=f"appointments.row.{each.id}",
                )
            )
        return group

    def _question(self, each: QuestionRow) -> ListRow:
        made = row(
            "help-circle-outline",
            each.title,
            each.second,
            lambda: self.open_question(each.id),
            key=f"appointments.question.{each.id}",
        )
        if each.movable:
            up = IconButton(
                icon="arrow-up", tooltip=_("Ask it earlier"), key=f"appointments.up.{each.id}"
            )
            up.fbind("on_release", lambda _button: self.presenter.move_up(each.id))
            box = BoxLayout(size_hint=(None, None), size=(dp(48), dp(48)))
            box.add_widget(up)
            made.right_widget = box
        return made

    def _open(self, appointment_id: str) -> None:
        held = self.presenter.held.appointments[appointment_id]
        AppointmentForm(self.shell, self.presenter, held=held).open()


def build(services: Services, shell: Shell, *, then_open: str = "") -> AppointmentsPage:
    """Return the page, to be pushed over the screens; `then_open` is the id of one to open."""
    return AppointmentsPage(services, shell, then_open=then_open)
