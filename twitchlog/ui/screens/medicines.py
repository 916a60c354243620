"""The medicines: those taken now, those stopped, and what is said in own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.presenters.medicines import CONCERNS, MedicinesPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.following import Following, tell
from twitchlog.ui.screens.kept import heading
from twitchlog.ui.screens.medicine import build as build_medicine
from twitchlog.ui.screens.medicine_forms import MedicineForm, WordsForm
from twitchlog.ui.screens.pages import Page
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import EmptyState
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

    from twitchlog.presenters.medicine_words import MedicineRow
    from twitchlog.presenters.medicines import MedicinesPage as Shown
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class MedicinesPage(Page):
    """The list of medicines; a row opens one, *+* adds one."""

    def __init__(self, services: Services, shell: Shell, **kwargs: Any) -> None:
        super().__init__(shell, _("Medicines"), key="medicines", **kwargs)
        self._services = services
        self.presenter = MedicinesPresenter(services, self)
        self._following = Following(services, CONCERNS, lambda _days: self.presenter.refresh())
        add = IconButton(icon="plus", tooltip=_("Add a medicine"), key="medicines.add")
        add.fbind("on_release", lambda _button: self.open_new())
        self.bar.add_widget(add)
        self._words_text = ""
        self._words = ListRow(
            icon="pencil-outline", disc=True, title=_("In your own words"), key="medicines.words"
        )
        self._words.fbind("on_release", lambda _row: self._open_words())
        self._words_group = RowGroup()
        self._words_group.add_widget(self._words)
        self._none = EmptyState(
            icon="pill",
            title=_("No medicine recorded yet"),
            text=_("With its dose and since when, it stands on the page for the doctor."),
            button=_("Add a medicine"),
        )
        self._none.fbind("on_button", lambda _card: self.open_new())

    def entered(self) -> None:
        """Hear that the page came to the front."""
        self._following.entered()

    def left(self) -> None:
        """Hear that the page is out of sight."""
        self._following.left()

    def show(self, page: Shown) -> None:
        """Show the medicines."""
        cards: list[Widget] = []
        for title, rows in ((_("Taken now"), page.current), (_("Stopped"), page.past)):
            if rows:
                cards += [heading(title), self._group(rows)]
        self._words_text = page.own_words
        self._words.second = " · ".join(filter(None, map(str.strip, page.own_words.splitlines())))
        if not self._words.second:
            self._words.second = _("For what does not fit above")
        self.hold(*(cards or [self._none]), self._words_group)

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Say what was changed, with a way back."""
        tell(self.shell, self.presenter.steps, sentence, undo=undo, redo=redo)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self.shell.snack(sentence)

    def open_new(self) -> None:
        """Open the form of a new medicine."""
        MedicineForm(self.shell, self.presenter.add).open()

    def _group(self, rows: tuple[MedicineRow, ...]) -> RowGroup:
        group = RowGroup()
        for each in rows:
            row = ListRow(
                icon="pill", disc=True, title=each.title, second=each.second,
                key=f"medicines.row.{each.id}",
            )  # fmt: skip
            row.fbind("on_release", lambda _row, one=each.id: self._open(one))
            group.add_widget(row)
        return group

    def _open(self, medication_id: str) -> None:
        self.shell.push(build_medicine(self._services, self.shell, medication_id))

    def _open_words(self) -> None:
        WordsForm(
            self.shell,
            self._words_text,
            self.presenter.save_words,
            title=_("Medicines in your own words"),
            hint=_("One a line. It is printed below the medicines you record above."),
            key="medicines.words.form",
        ).open()


def build(services: Services, shell: Shell) -> MedicinesPage:
    """Return the page, to be pushed over the screens."""
    return MedicinesPage(services, shell)
