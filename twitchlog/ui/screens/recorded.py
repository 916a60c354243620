"""The page *What the check-in asks*: order, switch, hide, and add things of your own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.diary.factors import NAME_LIMIT, UNIT_LIMIT
from twitchlog.domain.factor import Kind
from twitchlog.presenters import recorded as told
from twitchlog.presenters.recorded import CONCERNS, Filled, RecordedPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.form import Form, stack
from twitchlog.ui.screens.pages import FollowingPage, heading
from twitchlog.ui.widgets.buttons import IconButton, TextButton, TonalButton
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.forms import Question, column, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.switches import Toggle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kivy.uix.widget import Widget

    from twitchlog.presenters.recorded import FactorFields, FactorRow
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class RecordedPage(FollowingPage):
    """Three groups: asked every day, on a tap, hidden; a row opens its form."""

    def __init__(self, services: Services, shell: Shell, **kwargs: Any) -> None:
        super().__init__(
            services, shell, _("What the check-in asks"), key="recorded", kinds=CONCERNS, **kwargs
        )
        self.presenter = RecordedPresenter(services, self)
        self._rows: dict[str, _Row] = {}
        self._add = TonalButton(
            text=_("Add your own"), icon="plus", size_hint_x=1, key="recorded.add"
        )
        self._add.fbind("on_release", lambda _button: self.open(""))
        self._words = Text(
            text=_(
                "What is switched on is asked in every check-in. The rest is one tap away, under "
                "More to record. Nothing you recorded is lost when you hide something."
            ),
            ink="on_surface_variant",
        )
        names = (
            ("asked", _("Asked every day")),
            ("on_tap", _("One tap away")),
            ("hidden", _("Hidden")),
        )
        self._groups = {name: (heading(text), RowGroup()) for name, text in names}

    def show(self, page: told.RecordedPage) -> None:
        """Show the list."""
        cards: list[Any] = [self._words, self._add]
        for name, (title, group) in self._groups.items():
            rows: Iterable[FactorRow] = getattr(page, name)
            widgets = [self._row(each, hidden=name == "hidden") for each in rows]
            group.clear_widgets()
            for widget in widgets:
                if widget.parent is not None:
                    widget.parent.remove_widget(widget)
                group.add_widget(widget)
            if widgets:
                cards += [title, group]
        self.hold(*cards)

    def open(self, factor_id: str) -> None:
        """Open the form of one, or of a new one."""
        FactorForm(self.shell, self.presenter, self.presenter.fields(factor_id)).open()

    def _row(self, row: FactorRow, *, hidden: bool) -> _Row:
        if row.id not in self._rows:
            self._rows[row.id] = _Row(row.id, self)
        self._rows[row.id].show(row, hidden=hidden)
        return self._rows[row.id]


class _Row(ListRow):
    """One thing with its arrows and its switch, or *Show* for one that is hidden."""

    def __init__(self, factor_id: str, page: RecordedPage) -> None:
        presenter, key = page.presenter, f"recorded.{factor_id}"
        self._up = IconButton(icon="chevron-up", tooltip=_("Move up"), key=f"{key}.up")
        self._up.fbind("on_release", lambda _button: presenter.step(factor_id, -1))
        self._down = IconButton(icon="chevron-down", tooltip=_("Move down"), key=f"{key}.down")
        self._down.fbind("on_release", lambda _button: presenter.step(factor_id, 1))
        self._switch = Toggle(key=f"{key}.asked")
        self._switch.fbind(
            "on_choice", lambda _toggle, active: presenter.ask(factor_id, asked=bool(active))
        )
        self._show = TextButton(text=_("Show"), key=f"{key}.show")
        self._show.fbind("on_release", lambda _button: presenter.show_again(factor_id))
        self._tools = BoxLayout(size_hint=(None, None), height=dp(48))
        self._tools.fbind("minimum_width", self._tools.setter("width"))
        super().__init__(right_widget=self._tools, title_role="body_large", key=key)
        self._tools.fbind("width", lambda *_args: self._reset())
        self.fbind("on_release", lambda _row: page.open(factor_id))

    def show(self, row: FactorRow, *, hidden: bool) -> None:
        """Show name, unit and where it stands."""
        self.title, self.second = row.title, row.second
        self._switch.active = row.asked
        for button, can in ((self._up, row.up), (self._down, row.down)):
            button.disabled = not can
        swap(self._tools, *([self._show] if hidden else [self._up, self._down, self._switch]))


class FactorForm(Form):
    """Where a thing stands; of one's own also name, kind, unit and limit."""

    def __init__(self, shell: Shell, presenter: RecordedPresenter, fields: FactorFields) -> None:
        super().__init__(shell, fields.title, save=self._keep_factor, key="recorded.form")
        self._presenter, self._fields = presenter, fields
        self.opened = presenter.factor(fields.id) if fields.id else None
        self._name: Any = None
        self._kinds: ChipRow | None = None
        self._amount, self._slot = stack(spacing=dp(16)), stack()
        if fields.mine:
            self._add_own()
        self._place = self._chips(_("When it is asked"), told.PLACES.items(), fields.place, "place")
        if fields.mine and fields.id:
            away = TextButton(text=_("Remove"), icon="delete-outline", key="recorded.form.remove")
            away.fbind("on_release", lambda _button: presenter.remove(fields.id, self, self.close))
            self.add(away)

    def open(self) -> FactorForm:
        """Show the form; a new one waits for its name."""
        super().open()
        if not self._fields.id:
            self._name.write()
        return self

    def _add_own(self) -> None:
        fields, key = self._fields, "recorded.form"
        self._name = self.add_text(_("Name"), fields.name, key=f"{key}.name", longest=NAME_LIMIT)
        if fields.id:
            self.add(self._slot)
        else:
            self._amount.padding = (0, dp(16), 0, 0)
            kinds = ((each.value, word) for each, word in told.KINDS.items())
            self._kinds = self._chips(
                _("How it is answered"), kinds, fields.kind.value, "kind", self._slot
            )
            self._kinds.fbind("on_choice", lambda _row, _chosen: self._show_amount())
        self._unit = self.add_text(_("Unit, such as cups"), fields.unit, key=f"{key}.unit",
                                   longest=UNIT_LIMIT)  # fmt: skip
        self._most = self.add_text(_("The most a day, if you know"), fields.most,
                                   key=f"{key}.most")  # fmt: skip
        for field in (self._unit, self._most):
            field.parent.remove_widget(field)
            self._amount.add_widget(field)
        habit = ((True, _("Starts as yesterday")), (False, _("Starts empty")))
        self._habit = self._chips(_("The next day"), habit, fields.habit, "habit")
        self._show_amount()

    def _chips(self, text: str, choices: Iterable[tuple[Any, str]], chosen: Any,
               name: str, *below: Widget) -> ChipRow:  # fmt: skip
        row = ChipRow(single=True, required=True, key=f"recorded.form.{name}")
        for value, word in choices:
            row.add_widget(
                Chip(text=_(word), value=value, chosen=value == chosen,
                     key=f"recorded.form.{name}.{value}")
            )  # fmt: skip
        self.add(column(Question(text, row), *below))
        return row

    def _kind(self) -> Kind:
        return Kind(self._kinds.chosen[0]) if self._kinds is not None else self._fields.kind

    def _show_amount(self) -> None:
        swap(self._slot, *([self._amount] if self._kind() is Kind.AMOUNT else []))

    def _keep_factor(self) -> None:
        mine = self._fields.mine
        amount = mine and self._kind() is Kind.AMOUNT
        filled = Filled(
            name=self._name.text if mine else "",
            kind=self._kind(),
            unit=self._unit.text if amount else "",
            most=self._most.text if amount else "",
            habit=bool(mine and self._habit.chosen[0]),
            place=self._place.chosen[0],
        )
        self._presenter.keep(self._fields.id, filled, self, self.close)


def build(services: Services, shell: Shell) -> RecordedPage:
    """Return the page, to be pushed over the screens."""
    return RecordedPage(services, shell)
