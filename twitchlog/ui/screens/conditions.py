"""Conditions and family: what a doctor told you of, and what runs in the family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.domain.condition import OWN, Condition
from twitchlog.domain.errors import BadInput
from twitchlog.domain.profile import Profile
from twitchlog.presenters import conditions as told
from twitchlog.presenters.conditions import CONCERNS, ConditionsPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.chooser import Chooser
from twitchlog.ui.screens.form import Form, named, stack
from twitchlog.ui.screens.kept import KeptPage, WordsGroup, add_row, remove_button, row
from twitchlog.ui.screens.pages import heading
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import RowGroup
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from twitchlog.presenters.conditions import ConditionRow
    from twitchlog.presenters.conditions import ConditionsPage as Shown
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class ConditionsPage(KeptPage):
    """One's own conditions and the family's; a row opens one, the last of each group adds one."""

    def __init__(self, services: Services, shell: Shell, **kwargs: Any) -> None:
        super().__init__(
            services,
            shell,
            _("Conditions and family"),
            key="conditions",
            kinds=CONCERNS,
            add=_("Add a condition"),
            open_new=self.open_new,
            **kwargs,
        )
        self.presenter = ConditionsPresenter(services, self)
        self._groups = {False: RowGroup(), True: RowGroup()}
        self._words = WordsGroup(
            shell,
            self.presenter.save_words,
            title=_("Conditions in your own words"),
            hint=_("One a line. It is printed below the conditions you record above."),
            key="conditions.words",
            of=lambda text: Profile(conditions=text),
        )
        self.hold(
            Text(
                text=_(
                    "What a doctor told you of. That you do not have something can be said as "
                    "well: a doctor asks about both."
                ),
                ink="on_surface_variant",
            ),
            heading(_("You")),
            self._groups[False],
            heading(_("Your family")),
            self._groups[True],
            self._words,
        )

    def show(self, page: Shown) -> None:
        """Show the answers."""
        for family, rows in ((False, page.own), (True, page.family)):
            group = self._groups[family]
            group.clear_widgets()
            for each in rows:
                group.add_widget(self._row(each))
            group.add_widget(
                add_row(
                    _("Add for the family") if family else _("Add for yourself"),
                    lambda family=family: self.open_new(family=family),
                    key=f"conditions.add.{'family' if family else 'self'}",
                )
            )
        self._words.show(page.own_words)
        self.open_asked((self.presenter.known, self._open))

    def open_new(self, *, family: bool = False) -> None:
        """Open the form of a new answer."""
        ConditionForm(self.shell, self.presenter, family=family).open()

    def _row(self, each: ConditionRow) -> Any:
        return row(
            "check" if each.present else "circle-outline",
            each.title,
            each.second,
            lambda: self._open(each.id),
            key=f"conditions.row.{each.id}",
        )

    def _open(self, condition_id: str) -> None:
        held = self.presenter.known[condition_id]
        ConditionForm(self.shell, self.presenter, family=held.family, held=held).open()


class ConditionForm(Form):
    """Yes or no, who, which; then since when and a note."""

    def __init__(
        self,
        shell: Shell,
        presenter: ConditionsPresenter,
        *,
        family: bool,
        held: Condition | None = None,
    ) -> None:
        title = _("In the family") if family else _("About you")
        super().__init__(shell, title, save=self._keep_condition, key="condition.form")
        self._presenter, self._family, self._held = presenter, family, held
        self.opened = held
        present = held.present if held else True
        self._present = Segmented(
            options=[
                ("yes", _("Yes, told by a doctor")),
                ("no", _("No, none known")),
            ],
            value="yes" if present else "no",
            key="condition.form.present",
        )
        self._present.fbind("on_choice", lambda _segments, _value: self._answered())
        self.add(self._present)
        self._who = ChipRow(single=True, key="condition.form.who")
        if family:
            for relation, name in told.relations():
                self._who.add_widget(
                    Chip(
                        text=name,
                        value=relation,
                        chosen=held is not None and held.relation == relation,
                        key=f"condition.form.who.{relation}",
                    )
                )
            self.add(named(_("Who; leave open for the whole family"), self._who))
        self._kind = Chooser(
            told.kinds(present=present),
            held.kind if held else "",
            held.words if held else "",
            own=OWN,
            own_label=_("In your own words"),
            key="condition.form.kind",
            changed=self._arrange,
        )
        self.add(self._kind.box)
        self._more = stack(spacing=dp(16))
        self._since = DateField(
            shell,
            held.since if held else None,
            key="condition.form.since",
            label=_("Since when"),
            today=presenter.today,
            vague=True,
        )
        self._note = TextField(label=_("Note"), key="condition.form.note", multiline=True)
        self._note.text = held.note if held else ""
        self.add(self._more)
        if held is not None:
            self.add(
                remove_button(
                    lambda: presenter.remove(held.id, self, self.close),
                    key="condition.form.remove",
                )
            )
        self._arrange()

    def _answered(self) -> None:
        self._kind.offer(told.kinds(present=self._present.value == "yes"))
        self._arrange()

    def _arrange(self) -> None:
        """Ask for the rest once it is said which condition it is about."""
        self._more.clear_widgets()
        if not self._kind.value:
            return
        if self._present.value == "yes":
            self._more.add_widget(self._since)
        self._more.add_widget(self._note)

    @property
    def _relation(self) -> str:
        return str(self._who.chosen[0]) if self._who.chosen else ""

    def _keep_condition(self) -> None:
        present = self._present.value == "yes"
        if not self._kind.value and (present or self._held is not None):
            raise BadInput(told.nothing_chosen())
        if not self._kind.value:
            self._presenter.save_none(
                family=self._family, relation=self._relation, form=self, done=self.close
            )
            return
        self._presenter.save(
            Condition(
                self._kind.value,
                present=present,
                words=self._kind.words,
                family=self._family,
                relation=self._relation,
                since=self._since.known if present else None,
                note=self._note.text,
                id=self._held.id if self._held else "",
            ),
            self,
            self.close,
        )


def build(services: Services, shell: Shell, *, then_open: str = "") -> ConditionsPage:
    """Return the page, to be pushed over the screens; `then_open` is the id of one to open."""
    return ConditionsPage(services, shell, then_open=then_open)
