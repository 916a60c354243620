"""*Bring entries in*: choose a file, see how it is read, look through it, add what is new."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock

from twitchlog import paths
from twitchlog.presenters.bring_in import BringInPresenter
from twitchlog.presenters.bring_in_page import fields
from twitchlog.translation import _
from twitchlog.ui import choosing
from twitchlog.ui.screens.bring_in_cards import (
    ColumnsCard,
    FileCard,
    LinesCard,
    QuestionsCard,
    ResultCard,
    WaitCard,
    WrongCard,
)
from twitchlog.ui.screens.pages import Page, TellingPage
from twitchlog.ui.screens.place_page import PlacePage
from twitchlog.ui.widgets.buttons import FilledButton
from twitchlog.ui.widgets.cards import EmptyState, NoticeCard
from twitchlog.ui.widgets.placed import once_placed
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from kivy.uix.widget import Widget

    from twitchlog.presenters.bring_in_page import BringInPage, ColumnRow
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

ENDINGS: Final = (".csv", ".tsv", ".txt", ".xml", ".zip", ".json")


class BringIn(TellingPage):
    """The file, how it is read, and what it would add, from above to below."""

    def __init__(self, services: Services, shell: Shell, **kwargs: Any) -> None:
        super().__init__(shell, _("Bring entries in"), key="bring-in", **kwargs)
        self.presenter = BringInPresenter(services, self)
        self._look = Clock.schedule_interval(self._watch, 0.1)
        self._look.cancel()
        self._none = EmptyState(
            icon="tray-arrow-down",
            title=_("From another program"),
            text=_(
                "A table (CSV), an export of Bearable, Daylio, Migraine Buddy or Apple Health, or "
                "a whole diary of TwitchLog. You see what would be added before anything is."
            ),
            button=_("Choose a file"),
        )
        self._none.fbind("on_button", lambda _card: self.ask())
        self._file = FileCard(self.ask)
        self._columns = ColumnsCard(self._ask_field)
        self._questions = QuestionsCard(self.presenter, self._ask_place)
        self._lines = LinesCard()
        self._wait = WaitCard(self.presenter.cancel)
        self._result, self._wrong = ResultCard(), WrongCard()
        self._shown: tuple[Widget, ...] = ()
        self._check = FilledButton(
            text=_("Look through the file"), size_hint_x=1, key="bring-in.check"
        )
        self._check.fbind("on_release", lambda _button: self.presenter.check())
        self._add = FilledButton(text=_("Bring in"), size_hint_x=1, key="bring-in.add")
        self._add.fbind("on_release", lambda _button: self.presenter.bring_in())
        self.hold(self._none)

    def left(self) -> None:
        """Hear that the page is out of sight: reading on would be for nobody."""
        self.presenter.cancel()

    def ask(self) -> None:
        """Ask for a file."""
        choosing.ask_file(
            self.shell,
            paths.documents_folder(),
            title=_("Choose a file to bring in"),
            endings=ENDINGS,
            chosen=self.presenter.choose,
        )

    def show(self, page: BringInPage) -> None:
        """Show the file, how it is read, and what it would add."""
        cards: list[Widget] = []
        if page.name:
            self._file.show(page)
            cards.append(self._file)
        if page.busy:
            self._wait.share, self._wait.doing = 0.0, page.doing
            self._look()
            self._hold_from_top(*cards, self._wait)
            return
        self._look.cancel()
        cards += self._filled(page) if page.name else [self._none]
        self._hold_from_top(*cards)

    def _hold_from_top(self, *cards: Widget) -> None:
        self.hold(*cards)
        if self._shown != cards[:2]:
            once_placed(lambda: setattr(self.column, "scroll_y", 1))
        self._shown = cards[:2]

    def _filled(self, page: BringInPage) -> list[Widget]:
        """Return the cards below the name of the file."""
        cards: list[Widget] = []
        if page.count:
            self._result.show(page)
            cards.append(self._result)
            if page.can_add:
                cards.append(self._add)
        if page.problems:
            self._wrong.show(page)
            cards.append(self._wrong)
        self._questions.show(page)
        if self._questions.children:
            cards.append(self._questions)
        if page.columns:
            self._columns.show(page)
            cards.append(self._columns)
        if page.lines:
            self._lines.show(page)
            cards.append(self._lines)
        if page.missing:
            cards.append(
                NoticeCard(
                    title=_("One thing first"), text=page.missing, icon="help-circle-outline"
                )
            )
        elif not page.count:
            cards.append(self._check)
        return cards

    def leave(self) -> None:
        """Go back: what was in the file is in the diary."""
        self.shell.pop()

    def _watch(self, _seconds: float) -> None:
        self._wait.share = self.presenter.share

    def _ask_field(self, column: ColumnRow) -> None:
        """Ask, on a page of its own, what a column is read as."""
        page = Page(
            self.shell, _("Read “{name}” as").format(name=column.name[:40]), key="bring-in.field"
        )
        group = RowGroup()
        for choice in fields():
            chosen = choice.value == column.field
            row = ListRow(
                title=choice.text,
                title_role="body_large",
                icon="check" if chosen else "circle-outline",
                chevron=False,
                key=f"bring-in.field.{choice.value}",
            )
            row.fbind("on_release", lambda _row, field=choice.value: self._take(column, field))
            group.add_widget(row)
        page.hold(group)
        self.shell.push(page)

    def _take(self, column: ColumnRow, field: str) -> None:
        self.shell.pop()
        self.presenter.read_as(column.position, field)

    def _ask_place(self) -> None:
        """Ask for the place of twitches that name none."""

        def chosen(site: str | None) -> None:
            self.shell.pop()
            self.presenter.fill_place(site)

        none = ListRow(
            title=_("Left out"), title_role="body_large", chevron=False, key="bring-in.place.none",
        )  # fmt: skip
        none.fbind("on_release", lambda _row: chosen(None))
        group = RowGroup()
        group.add_widget(none)
        page = PlacePage(chosen, self.shell.pop, title=_("Place of those without"), above=group)
        self.shell.push(page)
        page.begin()


def build(services: Services, shell: Shell) -> BringIn:
    """Return the page, to be pushed over the screens."""
    return BringIn(services, shell)
