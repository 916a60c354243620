"""The backups: the list, one of them beside it or on a page of its own, and what fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.backups import BackupsPresenter
from twitchlog.translation import _, ngettext
from twitchlog.ui import opening
from twitchlog.ui.screens.backup_card import BackupCard, PasswordForm
from twitchlog.ui.screens.pages import WIDEST, Column, FollowingPage, Page, heading
from twitchlog.ui.screens.second_copy import SecondCopyPage
from twitchlog.ui.screens.trouble import TroubleNotice
from twitchlog.ui.widgets.buttons import IconButton, TextButton, TonalButton
from twitchlog.ui.widgets.cards import Card, EmptyState, NoticeCard
from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

    from twitchlog.presenters.backups_page import BackupDetail, BackupRow, TroubleCard
    from twitchlog.presenters.backups_page import BackupsPage as Shown
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

CONCERNS: Final = frozenset({"twitches", "checkins", "symptoms", "profile", "bin", "backups"})
SHOWN: Final = 20
"""Rows that get a widget at first; the rest follows when it is asked for."""
LIST_WIDTH: Final = 500
TWO_FROM: Final = 740
"""From this width of the page on, one backup stands beside the list."""


class BackupsPage(FollowingPage):
    """The backups with their date, entries and size; a tap shows one and what can be done."""

    def __init__(
        self, services: Services, shell: Shell, opened_anew: Callable[[str], None], **kwargs: Any
    ) -> None:
        super().__init__(services, shell, _("Backups"), key="backups", kinds=CONCERNS, **kwargs)
        self._services = services
        self.presenter = BackupsPresenter(services, self, opened_anew)
        self._page: Shown | None = None
        self._all = False
        self._rows: dict[str, ListRow] = {}
        self.second = SecondCopyPage(shell, self.presenter)
        self._card = BackupCard(shell, self.presenter)
        self._single = Page(shell, _("Backup"), key="backup")
        self._single.left = self._card_left
        self.second.left = self.left
        for page in (self.second, self._single):
            page.entered = self._following.entered
        self._side = Column(widest=dp(WIDEST))
        self._body = BoxLayout(spacing=dp(8))
        self.remove_widget(self.column)
        self._body.add_widget(self.column)
        self.add_widget(self._body)
        folder = IconButton(
            icon="folder-outline", tooltip=_("Show the folder"), key="backups.folder"
        )
        folder.fbind("on_release", lambda _button: self._show_folder())
        self.bar.add_widget(folder)
        self._now = TonalButton(
            text=_("Back up now"), icon="backup-restore", size_hint_x=1, key="backups.now"
        )
        self._now.fbind("on_release", lambda _button: self.presenter.back_up())
        self._busy = Text(ink="on_surface_variant")
        self._group, self._about, self._tested = RowGroup(), Card(), Text(ink="on_surface_variant")
        self._test = TextButton(text=_("Test it now"), key="backups.test")
        self._test.fbind("on_release", lambda _button: self.presenter.test())
        self._words = Text(
            text=_(
                "A whole copy of your diary is made each time you close the program after a "
                "change, and every half hour while it is open. Older ones are thinned out; one "
                "that you make here stays for 30 days."
            ),
            ink="on_surface_variant",
        )
        self._elsewhere = ListRow(
            icon="folder-outline", title=_("Second copy"), key="backups.second"
        )
        self._elsewhere.fbind("on_release", lambda _row: self.open_second())
        self._way = RowGroup()
        self._way.add_widget(self._elsewhere)
        self._none = EmptyState(
            icon="shield-check-outline",
            title=_("No backup yet"),
            text=_("The first one is made when you close the program, or now."),
        )
        self._two: bool | None = None
        self.fbind("width", self._arrange)
        self._arrange()

    def open_second(self) -> None:
        """Open the page of the second copy."""
        self.shell.push(self.second)

    def left(self) -> None:
        """Hear that the page is out of sight; those behind it are its own."""
        if not self.shell.shows(self, self._single, self.second):
            super().left()

    def show(self, page: Shown) -> None:
        """Show how the backups stand."""
        self._page = page
        self.second.show(page.second)
        self._elsewhere.second = page.second.row
        away = page.second.folder and not page.second.there
        self._elsewhere.icon = "alert-circle-outline" if away else "folder-outline"
        self._tested.text = page.tested
        swap(self._about, self._words, self._tested, *([self._test] if page.rows else []))
        cards: list[Widget] = [self._trouble(each) for each in page.troubles]
        if page.put_back is not None:
            cards.append(self._put_back(page.put_back))
        cards += [self._now, self._busy] if self._busy.text else [self._now]
        if page.rows:
            self._show_rows(page.rows)
            cards += [heading(_("Kept")), self._group]
            more = len(page.rows) - SHOWN
            if more > 0 and not self._all:
                cards.append(self._more(more))
        else:
            cards.append(self._none)
        self.hold(*cards, heading(_("Elsewhere too")), self._way, self._about)
        if self._two and page.rows and self._card.detail is None:
            self.presenter.open(page.rows[0].id)

    def show_backup(self, detail: BackupDetail | None) -> None:
        """Show one backup beside the list, or on a page of its own; None: it is gone."""
        if detail is None:
            self._card.forget()
            if self.shell.page is self._single:
                self.shell.pop()
            swap(self._side.cards)
        else:
            self._card.show(detail)
            self._place_card()
        self._mark()

    def busy(self, sentence: str) -> None:
        """Say what is being done; an empty sentence says that it is over."""
        self._busy.text = sentence
        self._now.disabled = self._card.disabled = self.second.disabled = bool(sentence)
        self._card.say(sentence)
        self.second.busy(sentence)
        if self._page is not None:
            self.show(self._page)

    def hold_back(self, sentence: str, undo: Callable[[], None], gone: Callable[[], None]) -> None:
        """Offer `undo` for a while; `gone` is called once it is not offered any more."""
        self.shell.snack(sentence, [(_("Undo"), undo)], gone=gone)

    def ask_password(self, name: str, sentence: str) -> None:
        """Ask for the password of a backup."""
        PasswordForm(self.shell, self.presenter, name, sentence).open()

    def _show_folder(self) -> None:
        opening.open_behind(self._services, lambda: self.presenter.folder, self)

    def _trouble(self, card: TroubleCard) -> TroubleNotice:
        notice = TroubleNotice(self.presenter.try_again, self.open_second)
        notice.tell(card)
        return notice

    def _put_back(self, row: BackupRow) -> NoticeCard:
        return NoticeCard(
            kind="note",
            icon="backup-restore",
            title=_("Your diary before the last restore"),
            text=f"{row.title}. {row.second}.",
            actions=[(_("Put back as it was"), lambda: self.presenter.restore(row.id))],
        )

    def _more(self, count: int) -> TextButton:
        words = ngettext("Show {n} more", "Show {n} more", count).format(n=count)
        button = TextButton(text=words, key="backups.more")
        button.fbind("on_release", lambda _button: self._show_all())
        return button

    def _show_all(self) -> None:
        self._all = True
        if self._page is not None:
            self.show(self._page)

    def _show_rows(self, rows: tuple[BackupRow, ...]) -> None:
        shown = rows if self._all else rows[:SHOWN]
        self._rows = {each.id: self._rows.get(each.id) or self._row(each.id) for each in shown}
        for each in shown:
            row = self._rows[each.id]
            row.title, row.second, row.icon = each.title, each.second, each.icon
        swap(self._group, *self._rows.values())
        self._mark()

    def _row(self, name: str) -> ListRow:
        row = ListRow(key=f"backups.row.{name}")
        row.fbind("on_release", lambda _row: self.presenter.open(name))
        return row

    def _mark(self) -> None:
        shown = self._card.detail.id if self._card.detail and self._two else ""
        for name, row in self._rows.items():
            row.chosen = name == shown

    def _place_card(self) -> None:
        if self._two:
            if self.shell.page is self._single:
                self.shell.pop()
            swap(self._side.cards, self._card)
            return
        if self.shell.page is self and self._card.detail is not None:
            swap(self._single.column.cards, self._card)
            self.shell.push(self._single)

    def _card_left(self) -> None:
        if self.shell.page is self:
            self.presenter.close()
            self._card.forget()
        self.left()

    def _arrange(self, *_args: Any) -> None:
        two = self.width >= dp(TWO_FROM)
        if two == self._two:
            return
        self._two = two
        self.column.size_hint_x = None if two else 1
        if two:
            self.column.width = dp(LIST_WIDTH)
        swap(self._body, self.column, *([self._side] if two else []))
        if self._card.detail is not None:
            self._place_card()
        elif two and self._page is not None and self._page.rows:
            self.presenter.open(self._page.rows[0].id)
        self._mark()


def build(services: Services, shell: Shell, opened_anew: Callable[[str], None]) -> BackupsPage:
    """Return the page; `opened_anew` opens the diary anew after a restore, and says a sentence."""
    return BackupsPage(services, shell, opened_anew)
