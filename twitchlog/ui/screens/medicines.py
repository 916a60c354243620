"""The medicines: those taken now, those stopped, and what is said in own words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from twitchlog.domain.profile import Profile
from twitchlog.presenters.medicines import CONCERNS, MedicinesPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.kept import KeptPage, WordsGroup, row
from twitchlog.ui.screens.medicine import build as build_medicine
from twitchlog.ui.screens.medicine_forms import MedicineForm
from twitchlog.ui.screens.pages import heading
from twitchlog.ui.widgets.cards import EmptyState
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.switches import Toggle

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

    from twitchlog.presenters.medicine_words import MedicineRow
    from twitchlog.presenters.medicines import MedicinesPage as Shown
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class MedicinesPage(KeptPage):
    """The list of medicines; a row opens one, *+* adds one."""

    def __init__(self, services: Services, shell: Shell, **kwargs: Any) -> None:
        super().__init__(
            services, shell, _("Medicines"), key="medicines", kinds=CONCERNS,
            add=_("Add a medicine"), open_new=self.open_new, **kwargs,
        )  # fmt: skip
        self._services = services
        self.presenter = MedicinesPresenter(services, self)
        self._words = WordsGroup(
            shell,
            self.presenter.save_words,
            title=_("Medicines in your own words"),
            hint=_("One a line. It is printed below the medicines you record above."),
            key="medicines.words",
            of=lambda text: Profile(medicines=text),
        )
        self._none = EmptyState(
            icon="pill",
            title=_("No medicine recorded yet"),
            text=_("With its dose and since when, it stands on the page for the doctor."),
            button=_("Add a medicine"),
        )
        self._none.fbind("on_button", lambda _card: self.open_new())

    def show(self, page: Shown) -> None:
        """Show the medicines."""
        cards: list[Widget] = []
        for title, rows in ((_("Taken now"), page.current), (_("Stopped"), page.past)):
            if rows:
                cards += [heading(title), self._group(rows)]
        if page.none_taken is not None:
            cards.append(self._said(none=page.none_taken))
        self._words.show(page.own_words)
        self.hold(*([] if page.current or page.past else [self._none]), *cards, self._words)

    def open_new(self) -> None:
        """Open the form of a new medicine."""
        MedicineForm(self.shell, self.presenter.add, today=self.presenter.today).open()

    def _said(self, *, none: bool) -> RowGroup:
        """Return the row that says, for the doctor, that nothing is taken."""
        toggle = Toggle(active=none, key="medicines.none")
        toggle.fbind("on_choice", lambda _toggle, active: self.presenter.say_none(none=active))
        said = ListRow(
            icon="check-circle-outline",
            disc=True,
            title=_("I take no medicines now"),
            second=_("The page for the doctor says so, as your own answer"),
            right_widget=toggle,
            key="medicines.none.row",
        )
        said.fbind("on_release", lambda _row: toggle.activate())
        group = RowGroup()
        group.add_widget(said)
        return group

    def _group(self, rows: tuple[MedicineRow, ...]) -> RowGroup:
        group = RowGroup()
        for each in rows:
            act = partial(self._open, each.id)
            group.add_widget(
                row("pill", each.title, each.second, act, key=f"medicines.row.{each.id}")
            )
        return group

    def _open(self, medication_id: str) -> None:
        self.shell.push(build_medicine(self._services, self.shell, medication_id))


def build(services: Services, shell: Shell) -> MedicinesPage:
    """Return the page, to be pushed over the screens."""
    return MedicinesPage(services, shell)
