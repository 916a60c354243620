"""The sheet of filters over the search; each tap acts at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.core.window import Window
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.day_text import Meant
from twitchlog.presenters.search_filter import FIRST, LAST, FilterPresenter
from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import FilledButton, TextButton
from twitchlog.ui.widgets.date_field import DateField
from twitchlog.ui.widgets.forms import Question, Scroll, column, line, picking, swap
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.searching import Query
    from twitchlog.presenters.search_filter import FilterPage
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

BESIDE: Final = 96
"""How much of the window stays free above the sheet, in dp."""


class FilterSheet(BoxLayout):
    """Chips by kind, two fields for days, and a foot that is always in sight."""

    def __init__(
        self, services: Services, shell: Shell, query: Query, asked: Callable[[Query], None]
    ) -> None:
        super().__init__(orientation="vertical", size_hint_y=None, padding=(0, 0, 0, dp(16)))
        self._shell = shell
        self.presenter = presenter = FilterPresenter(services, self, query, asked)
        self._written = self._refused = ("", "")
        self._places = picking("filter.place", self._after_days(presenter.toggle_place))
        self._triggers = picking("filter.trigger", self._after_days(presenter.toggle_trigger))
        self._strengths = picking("filter.strength", self._after_days(presenter.toggle_strength))
        self._spans = picking("filter.span", presenter.toggle_span)
        self._first, self._last = (
            DateField(
                shell, None, key=f"filter.{key}", label=label, today=presenter.today,
                latest=presenter.today, meant=Meant.LAST, picked=lambda _day: self._typed(),
            )
            for key, label in ((FIRST, _("From")), (LAST, _("To")))
        )  # fmt: skip
        for each in (self._first, self._last):
            each.field.fbind("on_validate", lambda _field: self._typed())
        days = column(self._first, self._last, spacing=dp(8), padding=(0, dp(8), 0, dp(4)))
        self._title = Text(text=_("Filter"), role="title_large")
        self._where = Question(_("Place"), self._places)
        self._rest = (
            Question(_("What went with it"), self._triggers),
            Question(_("How strong"), self._strengths),
            Question(_("Days"), self._spans, days),
        )
        # The margin is within what scrolls: the edge of a chip that ends there is not cut.
        self._questions = column(self._title, *self._rest, spacing=dp(8))
        self._questions.padding = (dp(16), 0, dp(16), 0)
        self._clear = TextButton(text=_("Clear all"), key="filter.clear")
        self._clear.fbind("on_release", lambda _button: presenter.clear())
        done = FilledButton(text=_("Show what was found"), size_hint_x=1, key="filter.done")
        done.fbind("on_release", lambda _button: self._done())
        self._foot = line(self._clear, done, spacing=dp(8), padding=(dp(16), dp(12), dp(16), 0))
        self.add_widget(Scroll(self._questions))
        self.add_widget(self._foot)
        for widget in (self._questions, self._foot):
            widget.fbind("height", self._fit)
        self._fit()

    def show(self, page: FilterPage) -> None:
        """Show the chips; no question of places where none was logged yet."""
        self._places.show(page.places)
        where = [self._where] if page.places else []
        swap(self._questions, self._title, *where, *self._rest)
        self._triggers.show(page.triggers)
        self._strengths.show(page.strengths)
        self._spans.show(page.spans)
        self._clear.disabled = not page.can_clear
        for name, each in ((FIRST, self._first), (LAST, self._last)):
            each.field.error = page.wrong.get(name, "")
        if not page.wrong:
            self._written = (page.first, page.last)
            self._first.text, self._last.text = self._written

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def stays(self) -> bool:
        """Take the days that are typed; tell whether they are wrong, so that the sheet stays open.

        It is said once: who then closes the sheet again wants it closed.
        """
        said = bool(self._first.field.error or self._last.field.error)
        before, self._refused = self._refused, (self._first.text, self._last.text)
        return not self._typed() and not (said and before == self._refused)

    def _done(self) -> None:
        if self._typed():
            self._shell.close_sheet()

    def _after_days(self, act: Callable[[str], None]) -> Callable[[str], None]:
        """Return what takes the days that are typed before it does what a chip is for."""

        def take(value: str) -> None:
            self._typed()
            act(value)

        return take

    def _typed(self) -> bool:
        """Take what stands typed; return whether it could be read."""
        typed = self._first.text, self._last.text
        return typed == self._written or self.presenter.type_days(*typed)

    def _fit(self, *_args: Any) -> None:
        wanted = self._questions.height + self._foot.height + dp(16)
        self.height = min(wanted, max(Window.height - dp(BESIDE), dp(240)))
