"""Open the log form from anywhere; its modules are imported when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kivy.clock import Clock
from kivy.metrics import dp

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.presenters.log_choices import Choice
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.log_sheet import LogForm
    from twitchlog.ui.widgets.sheets import SheetLayer

SHORT_S: Final = 0.1


class Logging:
    """Opens the log form: in the pane of Today where it stands in sight, else in a sheet."""

    def __init__(self, services: Services, shell: Shell) -> None:
        self._services, self._shell = services, shell
        self._sheet: LogForm | None = None
        self._layer: SheetLayer | None = None
        self.pane: LogForm | None = None
        self.show_timer: Callable[[], None] = _nothing
        """Shows the timer; set by what keeps it in sight."""

    def log(self, day: date | None = None) -> None:
        """Log a twitch, of `day` or of now."""
        self._form().begin(day)

    def edit(self, entry: str, *, fresh: bool = False) -> None:
        """Change an entry, or add to a `fresh` one, logged just now, its details."""
        self._form().edit(entry, fresh=fresh)

    def finish(self) -> None:
        """Be done with the entry under way, from wherever the keyboard is; without one do nothing.

        A sheet over the form has keys of its own.
        """
        layers = self._shell.open_layers
        form = self.pane if not layers else self._sheet if layers[-1] is self._layer else None
        if form is not None and form.get_root_window() is not None:
            form.finish()

    def prepare(self) -> None:
        """Make the form before it is first asked for, so that it opens at once.

        In two steps: no frame may wait long for what nobody has asked for yet.
        """
        _form_class()
        Clock.schedule_once(lambda _s: self._make_ready(), SHORT_S)

    def standing(self) -> LogForm:
        """Return the form for the pane of Today, made when first asked for."""
        if self.pane is None:
            self.pane = _form_class()(
                self._services,
                self._shell,
                pane=True,
                closed=self._again,
                timing=self.show_timer,
            )
            self.pane.begin()
        return self.pane

    def ask_place(
        self,
        title: str,
        chosen: Callable[[str], None],
        offer: Callable[[Callable[[tuple[Choice, ...]], None]], None],
    ) -> None:
        """Ask for a place in a sheet of its own; `offer` hands over the places used last."""
        from twitchlog.ui.screens.place_page import PlacePage
        from twitchlog.ui.widgets.forms import Choices, column
        from twitchlog.ui.widgets.place_box import PlaceBox

        close = self._shell.close_sheet

        def take(site: str) -> None:
            close()
            chosen(site)

        recent = Choices(key="sheet.site", one_line=True)
        recent.fbind("on_pick", lambda _row, site: take(site))
        box = PlaceBox(single=True)
        box.show_empty()
        box.fbind("on_place", lambda _box, sites, _view, _adds: take(sites[0]))
        above = column(recent, box, spacing=dp(12))
        page = PlacePage(take, close, title=title, above=above, body=box.figures, closes=True)
        page.fill()
        self._shell.open_sheet(page)
        offer(recent.show)

    def _form(self) -> LogForm:
        pane = self.pane
        if pane is not None and pane.get_root_window() is not None:
            return pane
        sheet = self._made()
        if self._layer is None or not self._layer.open:
            if sheet.parent is not None:
                sheet.parent.remove_widget(sheet)
            self._layer = self._shell.open_sheet(sheet, on_close=sheet.closing)
        return sheet

    def _make_ready(self) -> None:
        """Make the form as large as it will be."""
        if self.pane is None and self._sheet is None:
            from twitchlog.ui.widgets.sheets import SheetLayer

            sheet = self._made()
            sheet.size = SheetLayer.room(*self._shell.size)
            sheet.begin()

    def _made(self) -> LogForm:
        """Return the form for the sheet, made when first asked for."""
        if self._sheet is None:
            self._sheet = _form_class()(
                self._services,
                self._shell,
                pane=False,
                closed=self._close_sheet,
                timing=self.show_timer,
            )
        return self._sheet

    def _close_sheet(self) -> None:
        if self._layer is not None:
            self._layer.close()

    def _again(self) -> None:
        """Begin anew in the pane, once what is under way there has ended."""
        Clock.schedule_once(lambda _s: self.pane.begin(), 0)


def _form_class() -> type[LogForm]:
    from twitchlog.ui.screens.log_sheet import LogForm

    return LogForm


def _nothing() -> None:
    """Stand where nothing is set yet."""
