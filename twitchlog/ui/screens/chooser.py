"""Choose one of many chips; what was chosen then stands alone, with a way back to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.domain.text import NAME_LIMIT
from twitchlog.translation import _
from twitchlog.ui.screens.form import named, stack
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    Groups = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


class Chooser:
    """Chips by group, `box` holds them; `own` is the value with a field for own words.

    `changed` hears of every choice, also of none.
    """

    def __init__(
        self,
        groups: Groups,
        value: str,
        words: str,
        *,
        own: str,
        own_label: str,
        key: str,
        changed: Callable[[], None],
    ) -> None:
        self.box = stack(spacing=dp(12))
        self.value = value
        self._groups, self._own, self._key, self._changed = groups, own, key, changed
        self._field = TextField(label=own_label, key=f"{key}.words", longest=NAME_LIMIT)
        self._field.text = words
        self._show()

    @property
    def words(self) -> str:
        """What was written in own words, where these were chosen."""
        return self._field.text if self.value == self._own else ""

    def offer(self, groups: Groups) -> None:
        """Offer other chips; what was chosen stays chosen."""
        self._groups = groups
        self._show()

    def let_go(self) -> None:
        """Let go of what was chosen, for the next one."""
        self.value, self._field.text = "", ""
        self._show()

    def _choose(self, value: str) -> None:
        self.value = value
        self._show()
        if value == self._own:
            self._field.write()
        self._changed()

    def _show(self) -> None:
        self.box.clear_widgets()
        if not self.value:
            self._show_all()
            return
        names = dict(pair for _name, chips in self._groups for pair in chips)
        line = ChipRow(key=f"{self._key}.chosen")
        line.add_widget(
            Chip(
                text=names.get(self.value, self.value),
                value=self.value,
                chosen=True,
                toggles=False,
                key=f"{self._key}.{self.value}",
            )
        )
        other = TextButton(text=_("Another"), key=f"{self._key}.another")
        other.fbind("on_release", lambda _button: self._choose(""))
        line.add_widget(other)
        self.box.add_widget(line)
        if self.value == self._own:
            self.box.add_widget(self._field)

    def _show_all(self) -> None:
        for name, chips in self._groups:
            row = ChipRow(key=f"{self._key}.group")
            for value, text in chips:
                chip = Chip(text=text, value=value, toggles=False, key=f"{self._key}.{value}")
                chip.fbind("on_release", self._tapped)
                row.add_widget(chip)
            self.box.add_widget(named(name, row) if name else row)

    def _tapped(self, chip: Any) -> None:
        self._choose(chip.value)
