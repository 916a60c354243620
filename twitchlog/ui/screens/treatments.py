"""Treatments other than medicines: the list, and the form of one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.domain.text import NAME_LIMIT
from twitchlog.domain.treatment import KINDS, OWN, Effect
from twitchlog.presenters.treatments import CONCERNS, Filled, TreatmentsPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.form import Form, named, stack
from twitchlog.ui.screens.kept import KeptPage, row
from twitchlog.ui.screens.medicine_forms import StopForm
from twitchlog.ui.screens.pages import heading
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.cards import EmptyState
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.flow import Flow
from twitchlog.ui.widgets.rows import RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.domain.treatment import Treatment
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.treatments import TreatmentRow
    from twitchlog.presenters.treatments import TreatmentsPage as Shown
    from twitchlog.ui.navigation import Shell


class TreatmentsPage(KeptPage):
    """The list of treatments; a row opens one, *+* adds one."""

    def __init__(self, services: Services, shell: Shell, **kwargs: Any) -> None:
        super().__init__(
            services, shell, _("Other treatments"), key="treatments", kinds=CONCERNS,
            add=_("Add a treatment"), open_new=self.open_new, **kwargs,
        )  # fmt: skip
        self.presenter = TreatmentsPresenter(services, self)
        self._none = EmptyState(
            icon="medication-outline",
            title=_("No treatment recorded yet"),
            text=_("What you try besides medicines, such as stretching, and whether it helped."),
            button=_("Add a treatment"),
        )
        self._none.fbind("on_button", lambda _card: self.open_new())

    def show(self, page: Shown) -> None:
        """Show the treatments."""
        cards: list[Widget] = []
        for title, rows in ((_("Going on now"), page.current), (_("Stopped"), page.past)):
            if rows:
                cards += [heading(title), self._group(rows)]
        self.hold(*(cards or [self._none]))
        self.open_asked((self.presenter.known, self._open))

    def _group(self, rows: tuple[TreatmentRow, ...]) -> RowGroup:
        group = RowGroup()
        for each in rows:
            act = partial(self._open, each.id)
            group.add_widget(
                row(
                    "medication-outline", each.title, each.second, act,
                    key=f"treatments.row.{each.id}",
                )
            )  # fmt: skip
        return group

    def open_new(self) -> None:
        """Open the form of a new treatment."""
        TreatmentForm(self.shell, self.presenter).open()

    def _open(self, treatment_id: str) -> None:
        held = self.presenter.known.get(treatment_id)
        if held is not None:
            TreatmentForm(self.shell, self.presenter, held).open()


class TreatmentForm(Form):
    """A treatment: what, since when, what it changed; one that is known can be stopped."""

    def __init__(
        self, shell: Shell, presenter: TreatmentsPresenter, held: Treatment | None = None
    ) -> None:
        title = held.name if held else _("A treatment")
        super().__init__(shell, title, save=self._keep_treatment, key="treatment.form")
        self._presenter, self._held = presenter, held
        self.opened = held
        self._add_kinds(held)
        self._since = DateField(
            shell,
            held.started if held else None,
            key="treatment.form.since",
            label=_("Since when"),
            today=presenter.today,
            vague=True,
        )
        self.add(self._since)
        self._until = DateField(
            shell,
            held.stopped if held else None,
            key="treatment.form.until",
            label=_("Until when"),
            today=presenter.today,
            vague=True,
        )
        if held is not None and held.stopped is not None:
            self.add(self._until)
        self._effects = ChipRow(single=True, key="treatment.form.effect")
        for effect in Effect:
            self._effects.add_widget(
                Chip(
                    text=effect.word,
                    value=effect,
                    chosen=held is not None and held.effect is effect,
                    key=f"treatment.form.effect.{effect}",
                )
            )
        self.add(named(_("What it changed"), self._effects))
        self._note = self.add_text(
            _("Note"), held.note if held else "", key="treatment.form.note", multiline=True
        )
        if held is not None:
            self.add(self._acts(held))

    def _add_kinds(self, held: Treatment | None) -> None:
        self._kinds = ChipRow(single=True, key="treatment.form.kind")
        for kind, name in KINDS.items():
            self._kinds.add_widget(
                Chip(
                    text=_(name),
                    value=kind,
                    chosen=held is not None and held.kind == kind,
                    key=f"treatment.form.kind.{kind}",
                )
            )
        self._words = TextField(
            label=_("What it is"), key="treatment.form.words", longest=NAME_LIMIT
        )
        self._words.text = held.words if held else ""
        self._kind_box = stack(spacing=dp(8))
        self._kind_box.add_widget(self._kinds)
        self._kinds.fbind("on_choice", lambda _row, _chosen: self._show_words())
        self.add(self._kind_box)
        self._show_words()

    def _show_words(self) -> None:
        wanted = self._kinds.chosen == [OWN]
        if wanted and self._words.parent is None:
            self._kind_box.add_widget(self._words)
        elif not wanted and self._words.parent is not None:
            self._kind_box.remove_widget(self._words)

    def _acts(self, held: Treatment) -> Flow:
        acts: list[tuple[str, str, str, Callable[[], None]]] = [
            ("remove", "delete-outline", _("Remove"),
             partial(self._presenter.remove, held.id, self, self.close)),
        ]  # fmt: skip
        if held.stopped is None:
            acts.insert(0, ("stop", "stop", _("Stop"), self._open_stop))
        else:
            again = partial(self._presenter.resume, held.id, self, self.close)
            acts.insert(0, ("resume", "backup-restore", _("Goes on"), again))
        row = Flow(spacing=dp(8))
        for key, icon, text, act in acts:
            button = TextButton(text=text, icon=icon, key=f"treatment.form.{key}")
            button.fbind("on_release", lambda _button, act=act: act())
            row.add_widget(button)
        return row

    def _open_stop(self) -> None:
        held = self._held
        assert held is not None
        self.close()
        StopForm(
            self._shell,
            _("{name} stopped").format(name=held.name),
            partial(self._presenter.stop, held.id),
            opened=held,
            today=self._presenter.today,
        ).open()

    def _keep_treatment(self) -> None:
        filled = Filled(
            kind=self._kinds.chosen[0] if self._kinds.chosen else "",
            words=self._words.text,
            since=self._since.known,
            until=self._until.known,
            effect=self._effects.chosen[0] if self._effects.chosen else None,
            note=self._note.text,
        )
        if self._held is None:
            self._presenter.add(filled, self, self.close)
        else:
            self._presenter.edit(self._held.id, filled, self, self.close)


def build(services: Services, shell: Shell, *, then_open: str = "") -> TreatmentsPage:
    """Return the page, to be pushed over the screens; `then_open` is the id of one to open."""
    return TreatmentsPage(services, shell, then_open=then_open)
