"""When a twitch was: chips for the last hour, or a day and time that are typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kivy.metrics import dp, sp

from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.screens.log_questions import Folding, action
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, Problem, column, line, swap
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.presenters.log_page import SheetPage
    from twitchlog.presenters.log_sheet import LogSheetPresenter
    from twitchlog.ui.navigation import Shell

LARGE_TEXT: Final = 1.3
"""From this text size on, four fields have no room beside each other on a phone."""


class When(Folding):
    """When it was: chips for the last hour, or an exact day and time."""

    said_last = True

    def __init__(self, presenter: LogSheetPresenter, shell: Shell, *, beside: bool) -> None:
        super().__init__(_("When"), beside=beside)
        self._beside = beside
        self._presenter = presenter
        exact = action("calendar-clock-outline", _("Day and time"), "sheet.when.exact")
        exact.fbind("on_release", self.unfold)
        self._exact = exact
        self._chips = Choices(key="sheet.when", tail=[exact])
        self._chips.fbind("on_pick", lambda _row, value: self._choose(value))
        ground = "card" if beside else "surface"
        self._day = DateField(
            shell, None, key="sheet.day", label=_("Day"), today=presenter.days[1],
            picked=self._picked, ground=ground,
        )  # fmt: skip
        self._time = TextField(
            label=_("Time"),
            key="sheet.time",
            ground=ground,
            size_hint_x=None,
            pos_hint={"top": 1},
        )
        for field in (self._day.field, self._time):
            field.fbind("on_validate", lambda _field: self._typed())
            field.fbind("text", lambda *_args: self._typing())
        self._parts = (self._day, self._time)
        self._lines = line(spacing=dp(8)), line(spacing=dp(8))
        self._fields = column(spacing=dp(4), padding=(0, dp(4), 0, dp(4)))
        self._wrong, self._note = Problem(), Text(ink="on_surface_variant")
        self._which = Choices(key="sheet.which")
        self._which.fbind("on_pick", lambda _row, value: presenter.choose_which(value))

    def show(self, page: SheetPage) -> None:
        """Show the answers; what was typed and could not be read stays as it is."""
        super().show(page)
        chosen = any(each.chosen for each in page.when)
        # Where it would take a line of its own, a chosen chip and the foot say it.
        self.said = "" if self._beside and chosen else page.when_said
        self._chips.show(page.when)
        self._exact.chosen = page.sites != () and not chosen
        day, today = self._presenter.days
        self._day.today, self._day.latest = today, max(day, today)
        self._wrong.text = page.wrong.get("when", "")
        self.unfolded = self.unfolded or bool(self._wrong.text)
        taken = not self._wrong.text and not self._presenter.is_typing
        if taken and not (self._day.field.input.focus or self._time.input.focus):
            self._day.text, self._time.text = page.day_written, page.time_written
        self._which.show(page.which)
        self._lay_out()
        self._say()

    def _lay_out(self) -> None:
        """Put the fields side by side, or in large text below each other."""
        large = theme.look.text_scale >= LARGE_TEXT and not self._beside
        first, second = self._lines
        split = 1 if large else len(self._parts)
        self._time.size_hint_x, self._time.width = (1 if large else None), max(dp(88), sp(88))
        if len(first.children) == split:
            return
        for row in self._lines:
            row.clear_widgets()
        swap(first, *self._parts[:split])
        swap(second, *self._parts[split:])
        swap(self._fields, *([first, second] if large else [first]))

    def _say(self) -> None:
        """Say below the fields what is not plain about the time in them."""
        self._note.text = self._presenter.say_when(self._day.text, self._time.text)
        more = [self._fields, self._wrong]
        if self._note.text:
            more.append(self._note)
        if self.shown is not None and self.shown.which and not self._wrong.text:
            more.append(self._which)
        swap(self.answers, self._chips, *(more if self.unfolded else []))

    def _choose(self, value: str) -> None:
        self.unfolded = False
        self._presenter.choose_when(value)

    def _typing(self) -> None:
        typed, page = (self._day.text, self._time.text), self.shown
        if page is not None:
            same = typed == (page.day_written, page.time_written)
            self._presenter.typing_when(None if same else typed)
        self._say()

    def _picked(self, day: date) -> None:
        """Take a day of the calendar; with the time that is typed, if one is."""
        if self.shown is not None and self._time.text != self.shown.time_written:
            self._typed()
        else:
            self._presenter.choose_day(day)

    def _typed(self) -> None:
        self._day.field.input.focus = self._time.input.focus = False
        self._presenter.type_when(self._day.text, self._time.text)
