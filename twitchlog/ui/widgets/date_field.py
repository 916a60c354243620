"""The one field for a date: typed in the reader's own way, or taken from the calendar beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.day_text import Meant
from twitchlog.domain.errors import BadInput
from twitchlog.presenters.dates import read_day, read_partial, say_understood, write
from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.fields import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.profile import PartialDate
    from twitchlog.ui.navigation import Shell


class DateField(BoxLayout):
    """A field with a calendar; `field` is what is typed into, and has the `key`.

    A `vague` one takes a month or a year alone, too. Without a year `meant` tells which day it is;
    while it is typed, it stands below how it is understood. The calendar offers days from
    `earliest` to `latest`, and `picked` hears of one chosen there. Who keeps the field for long
    sets `today` and `latest` anew.
    """

    def __init__(
        self,
        shell: Shell,
        value: PartialDate | date | None,
        *,
        key: str,
        label: str,
        today: date,
        vague: bool = False,
        meant: Meant = Meant.RECENT,
        earliest: date = date.min,
        latest: date = date.max,
        helper: str = "",
        picked: Callable[[date], None] | None = None,
        ground: str = "surface",
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"size_hint_y": None, "spacing": dp(4)} | kwargs)
        self._shell, self._meant, self._earliest = shell, meant, earliest
        self.today, self.latest = today, latest
        self._picked = picked
        self._vague = vague
        self._helper = _("A month or a year alone will do.") if vague else helper
        self.field = TextField(label=label, key=key, helper=self._helper, ground=ground,
                               pos_hint={"top": 1})  # fmt: skip
        self.field.text = self._shown = self._before = write(value)
        self._calendar = IconButton(
            icon="calendar-edit", tooltip=_("Pick a day"), key=f"{key}.calendar",
        )  # fmt: skip
        self._calendar.fbind("on_release", lambda _button: self._pick())
        self.add_widget(self.field)
        self.add_widget(self._calendar)
        self.field.fbind("height", self._fit)
        self.field.fbind("middle", self._fit)
        self.field.fbind("text", self._understand)
        self.field.input.fbind("focus", self._understand)
        self._fit()
        theme.watch(self)

    @property
    def text(self) -> str:
        """What is typed."""
        return str(self.field.text)

    @text.setter
    def text(self, text: str) -> None:
        self._shown = text
        self.field.text = text

    @property
    def day(self) -> date | None:
        """The day; None where nothing is typed. Raises BadInput for what is no day."""
        return read_day(self.text, today=self.today, meant=self._meant)

    @property
    def known(self) -> PartialDate | None:
        """The date as exactly as it was given; None and BadInput as for `day`."""
        return read_partial(self.text, today=self.today, meant=self._meant)

    def tells(self, sentence: str) -> bool:
        """Say it at the field where `sentence` is what is wrong with it; return whether it is."""
        for read in (lambda: self.day, lambda: self.known):
            try:
                read()
            except BadInput as problem:
                if problem.sentence == sentence:
                    self.field.error = sentence
                    return True
        return False

    def repaint(self) -> None:
        """Nothing to paint: the field does."""

    def reflow(self) -> None:
        """Be as high as the field."""
        self._fit()

    def _fit(self, *_args: Any) -> None:
        """Put the calendar beside the box that is typed into, whatever stands above or below it."""
        self.height = high = self.field.height
        self._calendar.pos_hint = {"center_y": self.field.middle / high}

    def _understand(self, *_args: Any) -> None:
        """Say below how the date is understood, unless it stands there in full anyway."""
        said = say_understood(self.text, today=self.today, meant=self._meant, vague=self._vague)
        plain = not self.field.input.focus and self.text == self._shown
        self.field.helper = self._helper if plain or not said else said
        if self.text != self._before:
            self._before, self.field.error = self.text, ""

    def _pick(self) -> None:
        from twitchlog.ui.widgets.pickers import DateDialog

        try:
            known = self.known
        except BadInput:
            known = None
        start = known.earliest if known else self.today
        self._shell.open_dialog(
            DateDialog(start, self._take, earliest=self._earliest, latest=self.latest)
        )

    def _take(self, day: date) -> None:
        self.text = self._shown = write(day)
        if self._picked is not None:
            self._picked(day)
