"""The values of a test in its form, a row each, and the form of one value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.domain.analyte import OWN
from twitchlog.domain.errors import BadInput
from twitchlog.domain.measure import UNIT_LIMIT, Measure
from twitchlog.presenters import medical_tests as told
from twitchlog.translation import _
from twitchlog.ui.screens.chooser import Chooser
from twitchlog.ui.screens.form import Form, named, stack
from twitchlog.ui.screens.kept import add_row, row
from twitchlog.ui.screens.medicine_fields import WordChips
from twitchlog.ui.widgets.buttons import IconButton, TextButton
from twitchlog.ui.widgets.even import Even
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.medical_tests import MedicalTestsPresenter
    from twitchlog.ui.navigation import Shell


class ValuesGroup(RowGroup):
    """A row a value, which opens its form; `values` is how they stand now."""

    def __init__(
        self,
        shell: Shell,
        presenter: MedicalTestsPresenter,
        values: tuple[Measure, ...],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._shell, self._presenter = shell, presenter
        self.values = list(values)
        self._show()

    def _show(self) -> None:
        self.clear_widgets()
        for number, value in enumerate(self.values):
            said = told.value_row(value)
            away = IconButton(
                icon="close", tooltip=_("Remove"), key=f"test.form.value.{number}.remove"
            )
            away.fbind("on_release", lambda _button, number=number: self._let_go(number))
            self.add_widget(
                row(
                    "flask-outline",
                    said.title,
                    "\n".join(filter(None, (said.second, said.mark))),
                    lambda number=number: self._open(number),
                    key=f"test.form.value.{number}",
                    right_widget=away,
                )
            )
        self.add_widget(add_row(_("Add a value"), self._open_new, key="test.form.value.add"))

    def _let_go(self, number: int) -> None:
        del self.values[number]
        self._show()

    def _open_new(self) -> None:
        ValueForm(self._shell, self._presenter, self._add).open()

    def _open(self, number: int) -> None:
        def keep(value: Measure) -> None:
            self.values[number] = value
            self._show()

        ValueForm(self._shell, self._presenter, keep, held=self.values[number]).open()

    def _add(self, value: Measure) -> None:
        self.values.append(value)
        self._show()


class ValueForm(Form):
    """One value as the laboratory wrote it; nothing is converted and no range is built in."""

    def __init__(
        self,
        shell: Shell,
        presenter: MedicalTestsPresenter,
        keep: Callable[[Measure], None],
        *,
        held: Measure | None = None,
    ) -> None:
        super().__init__(shell, _("A value"), save=self._keep_value, key="value.form")
        self._presenter, self._keep_measure = presenter, keep
        self._analyte = Chooser(
            told.analytes(),
            held.analyte if held else "",
            held.words if held else "",
            own=OWN,
            own_label=_("What was measured"),
            key="value.form.analyte",
            changed=lambda: self._arrange(self._presenter.usual_unit(self._analyte.value)),
        )
        amount, low, high = told.typed(held) if held else ("", "", "")
        self._amount = self._number(_("Value"), amount, "amount")
        self._amount.helper = _("With < or > where the laboratory gives a limit only.")
        self._low, self._high = (
            self._number(_("From"), low, "low"),
            self._number(_("To"), high, "high"),
        )
        self._unit: WordChips | None = None
        self._mark = Text(ink="on_surface_variant")
        bounds = Even(columns=2, spacing=dp(8))
        for field in (self._low, self._high):
            bounds.add_widget(field)
        said = _("The laboratory’s own range, as far as it gives one")
        self._range = named(said, bounds, self._mark)
        self._rest = stack(spacing=dp(16))
        self.add(self._analyte.box, self._rest)
        self._next = TextButton(text=_("Save and add another"), icon="plus", key="value.form.next")
        self._next.fbind("on_release", lambda _button: self._keep_and_go_on())
        self._new = held is None
        self._arrange(held.unit if held else "")

    def _number(self, name: str, value: str, key: str) -> TextField:
        field = TextField(label=name, key=f"value.form.{key}")
        field.text = value
        field.fbind("on_validate", lambda _field: self.submit())
        field.fbind("text", lambda _field, _text: self._say_mark())
        return field

    def _arrange(self, unit: str) -> None:
        """Ask for the numbers once it is said what was measured."""
        self._rest.clear_widgets()
        if not self._analyte.value:
            return
        self._unit = WordChips(
            told.units(self._analyte.value),
            unit,
            own=_("Another unit"),
            key="value.form.unit",
            longest=UNIT_LIMIT,
        )
        for widget in (
            self._amount,
            named(_("Unit"), self._unit.box),
            self._range,
            *((self._next,) if self._new else ()),
        ):
            self._rest.add_widget(widget)
        self._say_mark()

    def _read(self) -> Measure:
        if not self._analyte.value:
            raise BadInput(_("Choose what was measured."))
        return told.read_value(
            self._analyte.value,
            self._analyte.words,
            amount=self._amount.text,
            unit=self._unit.value if self._unit else "",
            low=self._low.text,
            high=self._high.text,
        )

    def _say_mark(self) -> None:
        try:
            self._mark.text = told.value_row(self._read()).mark
        except BadInput:
            self._mark.text = ""

    def _keep_value(self) -> None:
        self._keep_measure(told.whole(self._read()))
        self.close()

    def _keep_and_go_on(self) -> None:
        self.complain("")
        try:
            self._keep_measure(told.whole(self._read()))
        except BadInput as problem:
            self.complain(problem.sentence)
            return
        for field in (self._amount, self._low, self._high):
            field.text = ""
        self._analyte.let_go()
        self._rest.clear_widgets()
