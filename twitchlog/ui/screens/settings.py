"""The settings, and the bin behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.app import App

from twitchlog.presenters import settings as told
from twitchlog.presenters.privacy import CHANGED
from twitchlog.presenters.settings import CONCERNS, SettingsPresenter
from twitchlog.translation import _
from twitchlog.ui import opening, theme
from twitchlog.ui.screens import recorded
from twitchlog.ui.screens.bin import BinPage
from twitchlog.ui.screens.day_end import DayEnd
from twitchlog.ui.screens.listing import Listing
from twitchlog.ui.screens.pages import FollowingPage, heading
from twitchlog.ui.screens.privacy import Privacy
from twitchlog.ui.screens.settings_look import Look, LookPage
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.presenters.erasing import Holding
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.settings import SettingsPage
    from twitchlog.settings import Settings
    from twitchlog.ui.navigation import Shell


class SettingsScreen(Listing, FollowingPage):
    """Look, your diary, and about; what is chosen acts at once."""

    rail = "rail.settings"

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        open_help: Callable[[], None],
        open_care: Callable[[], None],
        bring_in: Callable[[], None],
        open_backups: Callable[[], None],
        open_second_copy: Callable[[], None],
        open_another: Callable[[], None],
        lock: Callable[[], None],
        open_check: Callable[[], None],
        speak: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(
            services, shell, _("Settings"), key="settings", kinds=CONCERNS | {CHANGED}, **kwargs
        )
        self._services, self._open_care, self._bring_in = services, open_care, bring_in
        self._open_backups, self._open_second_copy = open_backups, open_second_copy
        self._open_check, self._open_another, self.speak = open_check, open_another, speak
        self.presenter = SettingsPresenter(services, self)
        self._page: SettingsPage | None = None
        button = IconButton(icon="help-circle-outline", tooltip=_("Help"), key="settings.help")
        button.fbind("on_release", lambda _button: open_help())
        self.bar.add_widget(button)
        self.bin = BinPage(shell, self.presenter)
        self.bin.left = self.left
        self._day_end = DayEnd(self.presenter)
        self._privacy = Privacy(services, shell, lock=lock)
        self._look = Look(self.presenter)
        self._beside = LookPage(shell)
        self.first_row = ListRow(
            icon="palette-outline",
            title=_("Look and language"),
            second=_("Light or dark, text size, language"),
            title_role="body_large",
            key="settings.look-page",
        )
        self.first_row.fbind("on_release", lambda _row: shell.push(self._beside))
        self._first = RowGroup()
        self._first.add_widget(self.first_row)
        self.leads(self.first_row, *self._privacy.leading)
        self._privacy.toggle.fbind("on_choice", lambda *_args: self._tap(self._privacy.leading[0]))
        about = Card()
        about.add_widget(
            Text(
                text=told.about(on_server=services.diary.address.on_server),
                ink="on_surface_variant",
            )
        )
        self._cards = (
            heading(_("Privacy")),
            self._privacy,
            heading(_("Your diary")),
            self._diary(),
            heading(_("What you record")),
            self._recorded(),
            self._day_end,
            heading(_("About")),
            about,
        )
        self._beside_it: bool | None = None
        self._arrange()

    def entered(self) -> None:
        """Hear that the page came to the front."""
        # Bound only while it is seen: the shell outlives the page, and would keep it alive.
        self.shell.fbind("two", self._arrange)
        self._arrange()
        super().entered()

    def left(self) -> None:
        """Hear that the page is out of sight; the bin behind it is its own."""
        if not self.shell.shows(self):
            self.shell.funbind("two", self._arrange)
        if not self.shell.shows(self, self.bin):
            super().left()

    def show(self, page: SettingsPage) -> None:
        """Show where the diary lies, how its backups stand, and its bin."""
        self._page = page
        self._place.second = page.diary
        self._day_end.show(page)
        self._kept.second, self._copied.second = page.backups_second, page.copy_second
        self._removed.second = page.bin_second
        self.bin.show(page.bin)
        self._privacy.presenter.refresh()

    def ask_erase(self, ids: tuple[str, ...], held: Holding) -> None:
        """Ask whether removed entries are to be erased, and from the backups too."""
        self.bin.ask(ids, held)

    def wear(self, settings: Settings) -> None:
        """Take on another look, text size or motion, at once."""
        self._look.say_size(settings.text_scale)
        theme.apply(
            App.get_running_app(),
            look_name=settings.look,
            text_scale=settings.text_scale,
            less_motion=settings.less_motion,
        )

    def open_folder(self, folder: Path) -> None:
        """Show a folder in the system's own program for files."""
        opening.open_behind(self._services, lambda: folder, self)

    def _arrange(self, *_args: Any) -> None:
        """Put the look on a page beside the list where there is room, else above the rest."""
        two = self.shell.two
        if two is not self._beside_it:
            self._beside_it = two
            self.hold()
            self._beside.hold(*([self._look] if two else []))
            self.hold(self._first if two else self._look, *self._cards)
        self.mark()

    def _diary(self) -> RowGroup:
        group = RowGroup()
        rows = (
            ("place", "folder-outline", _("Where it is kept"),
             self._open_whereabouts),
            ("backups", "shield-check-outline", _("Backups"), self._open_backups),
            ("second-copy", "folder-outline", _("Second copy"), self._open_second_copy),
            ("check", "clipboard-check-outline", _("Check the diary"), self._open_check),
            ("bin", "delete-outline", _("Bin"), lambda: self.shell.push(self.bin)),
            ("bring-in", "tray-arrow-down", _("Bring entries in"), self._bring_in),
            ("take-along", "tray-arrow-up", _("Take your diary along"), self._take_along),
        )  # fmt: skip
        made = []
        for key, icon, title, act in rows:
            row = ListRow(icon=icon, title=title, title_role="body_large", key=f"settings.{key}")
            row.fbind("on_release", lambda _row, act=act: act())
            group.add_widget(row)
            made.append(row)
        self._place, self._kept, self._copied, checks, self._removed, brings, takes = made
        self.leads(*made)
        checks.second = _("Whether all in it is sound; it takes a moment")
        takes.second = _("All of it in one file, or tables for a spreadsheet")
        brings.second = _("From a table, another program or another diary")
        return group

    def _open_whereabouts(self) -> None:
        from twitchlog.ui.screens.whereabouts import WhereaboutsPage

        self.shell.push(
            WhereaboutsPage(
                self.shell,
                self._services.diary.address,
                open_folder=lambda: self.open_folder(self.presenter.diary_folder),
                open_another=self._open_another,
            )
        )

    def _take_along(self) -> None:
        from twitchlog.ui.screens import take_along

        self.shell.push(take_along.build(self._services, self.shell, self.open_folder))

    def _recorded(self) -> RowGroup:
        group = RowGroup()
        care = ListRow(
            icon="stethoscope",
            title=_("Tests and more"),
            second=_("Medicines, treatments and what else a doctor asks about"),
            title_role="body_large",
            key="settings.care",
        )
        care.fbind("on_release", lambda _row: self._open_care())
        group.add_widget(care)
        factors = ListRow(
            icon="tune-variant",
            title=_("What the check-in asks"),
            second=_("Choose, order, hide, and add your own"),
            title_role="body_large",
            key="settings.recorded",
        )
        factors.fbind(
            "on_release", lambda _row: self.shell.push(recorded.build(self._services, self.shell))
        )
        group.add_widget(factors)
        self.leads(care, factors)
        return group


build = SettingsScreen
