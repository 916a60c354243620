"""Search: words and filters above, what was found below, and what is done with several entries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.search import CONCERNS, SearchPresenter
from twitchlog.presenters.words import sentence
from twitchlog.translation import _, said
from twitchlog.ui.screens.diary_rows import DayRow
from twitchlog.ui.screens.following import Following, tell
from twitchlog.ui.screens.search_nothing import nothing_found
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import column, line, swap
from twitchlog.ui.widgets.heights import Heights
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from kivy.uix.widget import Widget

    from twitchlog.domain.searching import Hit, Query
    from twitchlog.presenters.day_list import EntryRow
    from twitchlog.presenters.search import SearchPage
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

ROW: Final = 64
HEAD: Final = 44
WIDEST: Final = 720
TYPING_S: Final = 0.15
"""The diary is asked when nothing was typed for so long."""
_ICON_LETTERS: Final = 4
"""So many letters take the room of a button's icon and its margins."""


class _Found:
    """Fills the list with what the presenter found: a heading a day, and its rows."""

    def __init__(self, page: SearchScreen) -> None:
        self._page = page

    def kind(self, _section: int, item: int) -> str:
        """Return `row`, or `head`."""
        return "row" if item else "head"

    def make(self, kind: str) -> Widget:
        """Return a new widget of a kind."""
        if kind == "head":
            return _DayTitle()
        row = DayRow()
        row.fbind("on_release", lambda each: self._page.tapped(each.hit, each.entry))
        return row

    def fill(self, widget: Any, section: int, item: int) -> None:
        """Show an item in a widget."""
        day = self._page.presenter.days[section]
        if not item:
            widget.words.text = day.title
            return
        hit = day.hits[item - 1]
        widget.hit = hit
        widget.first, widget.last = item == 1, item == len(day.hits)
        widget.divider = item > 1
        widget.show(self._page.presenter.row(hit))
        self._page.mark(widget, hit)

    def seen(self, first: int, last: int) -> None:
        """Fetch what is missing."""
        self._page.presenter.seen(first, last)


class _DayTitle(BoxLayout):
    """The heading over the entries of a day."""

    def __init__(self) -> None:
        super().__init__(size_hint=(None, None), padding=(dp(4), dp(16), dp(4), dp(4)))
        self.fbind("minimum_height", self.setter("height"))
        self.words = Text(role="title_small")
        self.add_widget(self.words)


class SearchScreen(BoxLayout):
    """A page over the tabs; a tap opens an entry, or chooses it once one is choosing."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        edit: Callable[[EntryRow], None],
        open_day: Callable[[date], None],
        query: Query | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self._services, self._shell = services, shell
        self._edit, self._open_day = edit, open_day
        self._page: SearchPage | None = None
        self.presenter = SearchPresenter(services, self, query)
        self._title = _("Entries") if query else _("Search")
        self._following = Following(services, CONCERNS, self.presenter.refresh)
        self._bar = AppBar(title=self._title, back=True, key="search.bar")
        self._bar.fbind("on_back", lambda _bar: self._leave())
        self.field = TextField(label=_("A note, a place, what went with it"), key="search.field")
        self._later = Clock.create_trigger(
            lambda _s: self.presenter.type(self.field.text), TYPING_S
        )
        self.field.fbind("text", lambda *_args: self._later())
        self._filter = Chip(
            icon="filter-variant", text=_("Filter"), toggles=False, key="search.filter"
        )
        self._filter.fbind("on_release", lambda _chip: self._open_filter())
        self._choose = TextButton(text=_("Choose"), key="search.choose")
        self._choose.fbind("on_release", lambda _button: self._start_choosing())
        self._nothing = nothing_found(shell)
        self._nothing_box = column(self._nothing, padding=(dp(16), dp(8)))
        self._said = Text(ink="on_surface_variant", pos_hint={"center_y": 0.5})
        self._asked = line(self._filter, self._said, self._choose, spacing=dp(12))
        self._narrowed = ChipRow(key="search.narrowed")
        self._narrowed.fbind("width", self._fit_narrowed)
        self._head = column(spacing=dp(4))
        self._fill_head()
        self.list = VirtualList(_Found(self))
        self._foot = line(spacing=dp(4), padding=(dp(8), dp(4), dp(8), dp(8)))
        for key, text, icon, act in (
            ("day", _("Other day"), "calendar-edit", self._pick_day),
            ("place", _("Other place"), "human", self._pick_place),
            ("remove", _("Remove"), "delete-outline", self.presenter.remove),
        ):
            # Each has the room its longest word needs: none may break inside.
            share = _ICON_LETTERS + max(map(len, text.split()))
            button = TextButton(text=text, icon=icon, key=f"search.{key}", size_hint_x=share)
            button.fbind("on_release", lambda _button, act=act: act())
            self._foot.add_widget(button)
        self.fbind("width", self._fit)
        swap(self, self._bar, self._head, self.list)
        self._fit()

    @property
    def foot_height(self) -> float:
        """How high the buttons at the foot are, while one is choosing."""
        return float(self._foot.height) if self._foot.parent is not None else 0.0

    def entered(self) -> None:
        """Hear that the page came to the front."""
        self._following.entered()
        if self._page is None and self.presenter.query.is_empty:
            self.field.write()

    def left(self) -> None:
        """Hear that the page is out of sight."""
        self._following.left()

    def show(self, page: SearchPage, *, anew: bool) -> None:
        """Show what was found; `anew` from the top."""
        before, self._page = self._page, page
        self._said.text = page.said
        self._filter.text = page.filter_said
        self._filter.chosen = bool(page.narrowed)
        self._show_narrowed(page)
        self._choose.text = self._choose_words(page)
        self._choose.disabled = not page.days
        self._bar.title = page.chosen_said if page.choosing else self._title
        self._bar.back_icon = "close" if page.choosing else "arrow-left"
        for button in self._foot.children:
            button.disabled = not page.chosen
        foot = [self._foot] if page.choosing else []
        self._nothing.text = page.help
        nothing = [self._nothing_box] if page.help else []
        swap(self, self._bar, self._head, *nothing, self.list, *foot)
        if before is None or before.days is not page.days:
            rows = [len(day.hits) for day in page.days]
            self.list.show(Heights(rows, head=dp(HEAD), row=dp(ROW)), keep=not anew)
        else:
            self.list.refill()

    def show_rows(self, days: frozenset[date]) -> None:
        """Show rows that have been read."""
        shown = self.presenter.days
        self.list.refill([at for at, each in enumerate(shown) if each.day in days])

    def mark(self, row: Any, hit: Hit) -> None:
        """Show on a row whether it is chosen, once one is choosing."""
        page = self._page
        choosing = page is not None and page.choosing and hit.source == "twitches"
        row.chosen = choosing and hit.id in page.chosen
        if choosing:
            row.left, row.disc, row.chevron = None, False, False
            row.icon = "check-circle" if row.chosen else "circle-outline"
            row.settle()

    def tapped(self, hit: Hit, entry: EntryRow | None) -> None:
        """Open an entry, or choose it."""
        if self._page is not None and self._page.choosing:
            self.presenter.choose(hit)
        elif entry is not None and entry.id:
            self._edit(entry)
        elif entry is not None:
            self._open_day(hit.day)

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Say what was changed, with a way back."""
        tell(self._shell, self.presenter.steps, sentence, undo=undo, redo=redo)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def step_back(self) -> bool:
        """Stop choosing; return whether one was."""
        return self.presenter.stop_choosing()

    def _show_narrowed(self, page: SearchPage) -> None:
        """Show a chip for each filter in use; a tap takes it away."""
        shown = [(chip.value, chip.text) for chip in self._narrowed.chips()]
        wanted = [(each.filter, sentence(each.said)) for each in page.narrowed]
        if shown == wanted:
            return
        self._narrowed.clear_widgets()
        for narrowing, text in wanted:
            chip = Chip(
                text=text,
                value=narrowing,
                end_icon="close",
                toggles=False,
                tooltip=_("Look without this"),
                key=f"search.narrowed.{narrowing}",
            )
            chip.fbind("on_release", lambda tapped: self.presenter.drop(tapped.value))
            self._narrowed.add_widget(chip)
        self._fit_narrowed()
        self._fill_head()

    def _fill_head(self) -> None:
        narrowed = [self._narrowed] if self._narrowed.children else []
        swap(self._head, self.field, self._asked, *narrowed)

    def _fit_narrowed(self, *_args: Any) -> None:
        for chip in self._narrowed.chips():
            chip.widest = self._narrowed.width

    def _leave(self) -> None:
        if not self.step_back():
            self._shell.pop()

    def _choose_words(self, page: SearchPage) -> str:
        if not page.choosing:
            return _("Choose")
        return said("choose none", "None") if page.all_chosen else _("All")

    def _start_choosing(self) -> None:
        if self._page is not None and self._page.choosing:
            self.presenter.choose_all()
        else:
            self.presenter.begin_choosing()

    def _open_filter(self) -> None:
        from twitchlog.ui.screens.search_filter import FilterSheet

        sheet = FilterSheet(self._services, self._shell, self.presenter.query, self.presenter.ask)
        self._shell.open_sheet(sheet)
        sheet.presenter.open()

    def _pick_day(self) -> None:
        from twitchlog.ui.widgets.pickers import DateDialog

        today = self.presenter.today
        self._shell.open_dialog(DateDialog(today, self.presenter.move, latest=today))

    def _pick_place(self) -> None:
        from twitchlog.ui.screens.place_page import PlacePage

        def chosen(site: str) -> None:
            self._shell.pop()
            self.presenter.place(site)

        page = PlacePage(chosen, self._shell.pop, title=_("Which place?"))
        self._shell.push(page)
        page.begin()

    def _fit(self, *_args: Any) -> None:
        beside = max(dp(16), (self.width - dp(WIDEST)) / 2)
        self.list.inset = beside
        self._head.padding = (beside, 0, beside, dp(4))


def build(
    services: Services,
    shell: Shell,
    *,
    edit: Callable[[EntryRow], None],
    open_day: Callable[[date], None],
    query: Query | None = None,
) -> SearchScreen:
    """Return the search, to be pushed over the screens; with `query` it shows these entries."""
    return SearchScreen(services, shell, edit=edit, open_day=open_day, query=query)
