"""Search: words and filters above, what was found below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.search import CONCERNS, SearchPresenter
from twitchlog.presenters.words import sentence
from twitchlog.translation import _
from twitchlog.ui.screens.following import Following, tell
from twitchlog.ui.screens.search_choosing import Choosing
from twitchlog.ui.screens.search_list import HEAD, ROW, FoundRows
from twitchlog.ui.screens.search_nothing import nothing_found
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import column, line, swap
from twitchlog.ui.widgets.heights import Heights
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.virtual_list import VirtualList

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.domain.searching import Hit, Query
    from twitchlog.presenters.day_list import EntryRow
    from twitchlog.presenters.search import SearchPage
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

WIDEST: Final = 720
TYPING_S: Final = 0.15
"""The diary is asked when nothing was typed for so long."""


class SearchScreen(BoxLayout):
    """A page over the tabs; a tap opens an entry, or chooses it once one is choosing."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        edit: Callable[[EntryRow], None],
        query: Query | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self._services, self._shell = services, shell
        self._edit = edit
        self._page: SearchPage | None = None
        self.presenter = SearchPresenter(services, self, query)
        self._title = _("Entries") if query else _("Search")
        self._following = Following(services, CONCERNS, self.presenter.refresh)
        self._bar = AppBar(title=self._title, back=True, key="search.bar")
        self._bar.fbind("on_back", lambda _bar: self._leave())
        self.field = TextField(label=_("A word, a place or a day"), key="search.field")
        self._later = Clock.create_trigger(
            lambda _s: self.presenter.type(self.field.text), TYPING_S
        )
        self.field.fbind("text", lambda *_args: self._later())
        self._filter = Chip(
            icon="filter-variant", text=_("Filter"), toggles=False, key="search.filter"
        )
        self._filter.fbind("on_release", lambda _chip: self._open_filter())
        self._choosing = Choosing(shell, self.presenter)
        self._nothing = nothing_found(shell)
        self._nothing_box = column(self._nothing)
        self._said = Text(ink="on_surface_variant", pos_hint={"center_y": 0.5})
        self._asked = line(self._filter, self._said, spacing=dp(12))
        self._narrowed = ChipRow(key="search.narrowed")
        self._head = column(spacing=dp(4))
        self._fill_head()
        self.list = VirtualList(FoundRows(self))
        self.fbind("width", self._fit)
        swap(self, self._bar, self._head, self.list)
        self._fit()

    @property
    def foot_height(self) -> float:
        """How high the buttons at the foot are, while one is choosing."""
        return float(self._choosing.height) if self._choosing.parent is not None else 0.0

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
        self._choosing.show(page)
        choose = [self._choosing.button] if page.can_be_chosen else []
        narrow = [self._filter] if page.can_be_narrowed else []
        swap(self._asked, *narrow, self._said, *choose)
        self._bar.title = page.chosen_said if page.choosing else self._title
        self._bar.back_icon = "close" if page.choosing else "arrow-left"
        foot = [self._choosing] if page.choosing else []
        self._nothing.text = page.help
        nothing = [self._nothing_box] if page.help else []
        swap(self, self._bar, self._head, *nothing, self.list, *foot)
        if before is None or before.groups is not page.groups:
            rows = [len(group.hits) for group in page.groups]
            self.list.show(Heights(rows, head=dp(HEAD), row=dp(ROW)), keep=not anew)
        else:
            self.list.refill()

    def show_rows(self, days: frozenset[date]) -> None:
        """Show rows that have been read."""
        shown = self.presenter.groups
        self.list.refill([at for at, each in enumerate(shown) if each.day in days])

    def mark(self, row: Any, hit: Hit) -> None:
        """Show on a row whether it is chosen."""
        self._choosing.mark(row, hit)

    def tapped(self, hit: Hit, entry: EntryRow | None) -> None:
        """Open an entry, or choose it."""
        if self._choosing.is_on:
            self.presenter.choose(hit)
        elif entry is not None:
            self._edit(entry)

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
        self._fill_head()

    def _fill_head(self) -> None:
        narrowed = [self._narrowed] if self._narrowed.children else []
        swap(self._head, self.field, self._asked, *narrowed)

    def _leave(self) -> None:
        if not self.step_back():
            self._shell.pop()

    def _open_filter(self) -> None:
        from twitchlog.ui.screens.search_filter import FilterSheet

        sheet = FilterSheet(self._services, self._shell, self.presenter.query, self.presenter.ask)
        self._shell.open_sheet(sheet)
        sheet.presenter.open()

    def _fit(self, *_args: Any) -> None:
        beside = max(dp(16), (self.width - dp(WIDEST)) / 2)
        self.list.inset = beside
        self._head.padding = (beside, 0, beside, dp(4))
        self._nothing_box.padding = (beside, dp(8))
        self._choosing.keep_to(beside if beside > dp(16) else 0)


def build(
    services: Services,
    shell: Shell,
    *,
    edit: Callable[[EntryRow], None],
    query: Query | None = None,
) -> SearchScreen:
    """Return the search, to be pushed over the screens; with `query` it shows these entries."""
    return SearchScreen(services, shell, edit=edit, query=query)
