"""What the forms about medicines are made of: words with own ones, a dose, the kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kivy.metrics import dp

from twitchlog.domain.medication import (
    AS_NEEDED,
    SCHEDULE_LIMIT,
    SCHEDULES,
    UNIT_LIMIT,
    UNITS,
    say_number,
)
from twitchlog.domain.medicine_names import CLASSES, OTHER, USUAL, recognised
from twitchlog.presenters import medicines as told
from twitchlog.presenters.medicines import read_dose
from twitchlog.translation import _
from twitchlog.ui.screens.form import named, stack
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import column
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from twitchlog.domain.medication import Dose
    from twitchlog.ui.screens.form import Form

_FIRST_UNITS: Final = ("mg", "µg", "ml", "tablets")
_FIRST_SCHEDULES: Final = ("once", "twice", "three-times", AS_NEEDED)
OWN: Final = object()
"""The chip for what is in the person's own words."""


class WordChips:
    """Chips for a few words, and a field for the person's own; `box` holds both.

    Of many words only those of `first` stand there, and the chosen one, until *More* is tapped.
    """

    def __init__(
        self,
        words: Iterable[tuple[str, str]],
        value: str,
        *,
        own: str,
        key: str,
        longest: int,
        first: Collection[str] = (),
    ) -> None:
        known = dict(words)
        self.box = stack(spacing=dp(8))
        self._chips = ChipRow(single=True, key=key)
        mine = bool(value) and value not in known
        made = {
            each: Chip(text=text, value=each, chosen=each == value, key=f"{key}.{each}")
            for each, text in known.items()
        }
        shown = [each for each in made if not first or each in first or each == value]
        rest = [chip for each, chip in made.items() if each not in shown]
        rest.append(Chip(text=own, value=OWN, chosen=mine, key=f"{key}.own"))
        for each in shown:
            self._chips.add_widget(made[each])
        if first and not mine:
            self._chips.add_widget(self._more(rest, key))
        else:
            for chip in rest:
                self._chips.add_widget(chip)
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

    def _more(self, rest: list[Chip], key: str) -> Chip:
        """Return the chip in whose place the rest of them stand once it is tapped."""
        more = Chip(text=_("More"), icon="dots-horizontal", toggles=False, key=f"{key}.more")

        def show(_chip: object) -> None:
            self._chips.remove_widget(more)
            for chip in rest:
                self._chips.add_widget(chip)
            if focus.by_keyboard():
                focus.take(rest[0])

        more.fbind("on_release", show)
        return more

    def _show(self) -> None:
        wanted = self._chips.chosen == [OWN]
        if wanted and self._field.parent is None:
            self.box.add_widget(self._field)
        elif not wanted and self._field.parent is not None:
            self.box.remove_widget(self._field)


class DoseFields:
    """How much at a time, in which unit, how often; `add_to` puts them into a form.

    `amount` is what the first of them is called.
    """

    def __init__(self, dose: Dose | None, amount: str, *, key: str) -> None:
        self._amount = TextField(label=amount, key=f"{key}.amount")
        if dose is not None and dose.amount is not None:
            self._amount.text = say_number(dose.amount)
        self._unit = WordChips(
            ((unit, _(word)) for unit, word in UNITS.items()),
            dose.unit if dose and dose.unit else next(iter(UNITS)),
            own=_("Another unit"),
            key=f"{key}.unit",
            longest=UNIT_LIMIT,
            first=_FIRST_UNITS,
        )
        self._often = WordChips(
            ((each, _(word)) for each, word in SCHEDULES.items()),
            dose.schedule if dose else "",
            own=_("In your own words"),
            key=f"{key}.often",
            longest=SCHEDULE_LIMIT,
            first=_FIRST_SCHEDULES,
        )

    def add_to(self, form: Form) -> None:
        """Put the fields below the others of a form."""
        form.add(
            column(self._amount, self._unit.box, spacing=dp(8)),
            named(_("How often"), self._often.box),
        )

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

    @property
    def said(self) -> str:
        """The name of the chosen class, or nothing."""
        return CLASSES[self.value].label if self.value else ""

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
