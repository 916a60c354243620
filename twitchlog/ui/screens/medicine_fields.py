"""What the forms about medicines are made of: words with own ones, a dose, the kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kivy.metrics import dp

from twitchlog.domain.medication import SCHEDULE_LIMIT, SCHEDULES, UNIT_LIMIT, UNITS, say_number
from twitchlog.domain.medicine_names import CLASSES, OTHER, USUAL, recognised
from twitchlog.presenters import medicines as told
from twitchlog.presenters.medicines import read_dose
from twitchlog.translation import _
from twitchlog.ui.screens.form import stack
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.domain.medication import Dose
    from twitchlog.ui.screens.form import Form

OWN: Final = object()
"""The chip for what is in the person's own words."""


def label(text: str) -> Text:
    """Return the name over a group of fields."""
    return Text(text=text, role="label_small")


class WordChips:
    """Chips for a few words, and a field for the person's own; `box` holds both."""

    def __init__(
        self, words: Iterable[tuple[str, str]], value: str, *, own: str, key: str, longest: int
    ) -> None:
        known = dict(words)
        self.box = stack(spacing=dp(8))
        self._chips = ChipRow(single=True, key=key)
        for each, text in known.items():
            self._chips.add_widget(
                Chip(text=text, value=each, chosen=each == value, key=f"{key}.{each}")
            )
        mine = bool(value) and value not in known
        self._chips.add_widget(Chip(text=own, value=OWN, chosen=mine, key=f"{key}.own"))
        self._field = TextField(label=own, key=f"{key}.words", longest=longest)
        self._field.text = value if mine else ""
        self._chips.fbind("on_choice", lambda _row, _chosen: self._show())
        self.box.add_widget(self._chips)
        self._show()

    @property
    def value(self) -> str:
        """The chosen word's id, or the person's own words; empty where nothing was chosen."""
        if not self._chips.chosen:
            return ""
        chosen = self._chips.chosen[0]
        return self._field.text if chosen is OWN else chosen

    def _show(self) -> None:
        wanted = self._chips.chosen == [OWN]
        if wanted and self._field.parent is None:
            self.box.add_widget(self._field)
        elif not wanted and self._field.parent is not None:
            self.box.remove_widget(self._field)


class DoseFields:
    """How much at a time, in which unit, how often; `add_to` puts them into a form."""

    def __init__(self, dose: Dose | None, *, key: str) -> None:
        self._amount = TextField(label=_("How much at a time"), key=f"{key}.amount")
        if dose is not None and dose.amount is not None:
            self._amount.text = say_number(dose.amount)
        self._unit = WordChips(
            ((unit, _(word)) for unit, word in UNITS.items()),
            dose.unit if dose and dose.unit else next(iter(UNITS)),
            own=_("Another unit"),
            key=f"{key}.unit",
            longest=UNIT_LIMIT,
        )
        self._often = WordChips(
            ((each, _(word)) for each, word in SCHEDULES.items()),
            dose.schedule if dose else "",
            own=_("In your own words"),
            key=f"{key}.often",
            longest=SCHEDULE_LIMIT,
        )

    def add_to(self, form: Form) -> None:
        """Put the fields below the others of a form."""
        form.add(self._amount, self._unit.box, label(_("How often")), self._often.box)

    def read(self) -> Dose:
        """Return what was given; raise BadInput."""
        return read_dose(self._amount.text, self._unit.value, self._often.value)


class ClassChips:
    """The classes taken most, the rest behind *More kinds*; follows the name until tapped."""

    def __init__(self, chosen: str | None, *, key: str) -> None:
        self.box = stack(spacing=dp(4))
        self._key, self._touched = key, chosen is not None
        self._chips = ChipRow(single=True, key=key)
        self._more = Chip(text=_("More kinds"), toggles=False, key=f"{key}.more")
        self._more.fbind("on_release", lambda _chip: self._show_all())
        self._hint = Text(role="body_small", ink="on_surface_variant")
        self._chips.fbind("on_choice", lambda _row, _chosen: self._tapped())
        self._shown: list[str] = []
        self._show([*USUAL, OTHER], chosen)
        self.box.add_widget(self._chips)
        self.box.add_widget(self._hint)

    @property
    def value(self) -> str | None:
        """The id of the chosen class, if any."""
        return self._chips.chosen[0] if self._chips.chosen else None

    def follow(self, name: str) -> None:
        """Choose the class that a name is known for, unless one was tapped."""
        if not self._touched:
            self._show(self._shown, recognised(name))

    def _tapped(self) -> None:
        self._touched = True
        self._hint.text = told.hint(self.value)

    def _show_all(self) -> None:
        self._show(list(dict.fromkeys((*USUAL, *CLASSES))), self.value)

    def _show(self, wanted: list[str], chosen: str | None) -> None:
        if chosen is not None and chosen not in wanted:
            wanted = [*wanted[:-1], chosen, wanted[-1]]
        if wanted != self._shown:
            self._shown = wanted
            self._chips.clear_widgets()
            for each in wanted:
                self._chips.add_widget(
                    Chip(text=CLASSES[each].label, value=each, key=f"{self._key}.{each}")
                )
            if len(wanted) < len(CLASSES):
                self._chips.add_widget(self._more)
        self._chips.choose(*([chosen] if chosen else []))
        self._hint.text = told.hint(chosen)


def yes_no(value: bool | None, *, key: str) -> ChipRow:
    """Return two chips, *Yes* and *No*; neither need be chosen."""
    row = ChipRow(single=True, key=key)
    for answer, text in ((True, _("Yes")), (False, _("No"))):
        name = "yes" if answer else "no"
        row.add_widget(Chip(text=text, value=answer, chosen=value is answer, key=f"{key}.{name}"))
    return row
