"""Privacy in Settings: the rows of the password and of the lock, and the page of the password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.presenters.password import Doing
from twitchlog.presenters.privacy import CONCERNS, PrivacyPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.pages import FollowingPage, Page
from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.switches import Toggle

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.privacy import PrivacyPage
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class Privacy(RowGroup):
    """The rows in Settings; all but the first are there once there is a password."""

    def __init__(self, services: Services, shell: Shell, *, lock: Callable[[], None]) -> None:
        super().__init__()
        self._services, self._shell, self._has_password = services, shell, False
        self.presenter = PrivacyPresenter(services, self)
        self._toggle = self.toggle = Toggle(key="settings.password")
        self._toggle.fbind("on_choice", lambda _toggle, on: self._turn(on))
        self._password = ListRow(
            icon="lock-outline",
            title=_("Password"),
            title_role="body_large",
            right_widget=self._toggle,
            key="settings.password.row",
        )
        self._password.fbind("on_release", lambda _row: self._toggle.activate())
        more = _row("key-outline", _("Password and recovery sheet"), "settings.password.more")
        more.fbind("on_release", lambda _row: shell.push(PasswordPage(services, shell)))
        self._after = _row("timer-outline", _("Lock by itself"), "settings.lock-after")
        self._after.fbind("on_release", lambda _row: shell.push(LockAfter(self)))
        now = _row("shield-lock-outline", _("Lock now"), "settings.lock", chevron=False)
        now.second = _("Or press Ctrl+L, on any screen")
        now.fbind("on_release", lambda _row: lock())
        self._more, self._rows = more, (more, self._after, now)
        self.leading = (self._password, more, self._after)
        self.add_widget(self._password)

    @property
    def shell(self) -> Shell:
        """The shell the rows' pages are shown in."""
        return self._shell

    def show(self, page: PrivacyPage) -> None:
        """Show how private the diary is."""
        self._has_password = self._toggle.active = page.has_password
        self._password.second = page.said
        self._password.right_widget = None if page.on_server else self._toggle
        self._password.chevron = False
        self._password.disabled = page.on_server
        self._after.second = page.lock_said
        self._more.second = (
            _("Change it, print the key, use the keychain")
            if page.has_sheet
            else _("No recovery sheet yet: a forgotten password locks you out too")
        )
        swap(self, self._password, *(self._rows if page.has_password else ()))

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _turn(self, on: bool) -> None:
        """Lead to what the switch asks for; it stays as it is until that is done."""
        from twitchlog.ui.screens import password

        self._toggle.active = self._has_password
        doing = Doing.SET if on else Doing.REMOVE
        self._shell.push(password.build(self._services, self._shell, doing))


class PasswordPage(FollowingPage):
    """What can be done about the password: change it, print the key, the keychain, remove it."""

    def __init__(self, services: Services, shell: Shell) -> None:
        super().__init__(services, shell, _("Password"), key="password", kinds=CONCERNS)
        self._services = services
        self.presenter = PrivacyPresenter(services, self)
        self._keychain = Toggle(key="password.keychain")
        self._keychain.fbind(
            "on_choice", lambda _toggle, on: self.presenter.keep_in_keychain(on=bool(on))
        )
        self._pending = Text(ink="on_surface_variant", key="password.pending")
        self._words = Text(
            text=_(
                "Your diary, its backups and your photos are encrypted. Nobody can read them "
                "without the password, and nobody can find out what it is."
            ),
            ink="on_surface_variant",
        )
        self._group = RowGroup()
        kept = _row(
            "key-outline",
            _("Keep it in this computer's keychain"),
            "password.keychain.row",
            right_widget=self._keychain,
        )
        kept.second = _(
            "TwitchLog then opens without asking for whoever is signed in here. Once locked, it "
            "still asks."
        )
        kept.fbind("on_release", lambda _row: self._keychain.activate())
        change = _row("pencil-outline", _("Change the password"), "password.change")
        sheet = _row("file-document-outline", _("Recovery sheet"), "password.recovery")
        sheet.second = _("The key on paper, for the day the password is forgotten")
        remove = _row("lock-open-outline", _("Remove the password"), "password.remove")
        change.fbind("on_release", lambda _row: self._begin(Doing.CHANGE))
        remove.fbind("on_release", lambda _row: self._begin(Doing.REMOVE))
        sheet.fbind("on_release", lambda _row: self._open_sheet())
        for row in (change, sheet, kept, remove):
            self._group.add_widget(row)
        self.hold(self._words, self._group)

    def show(self, page: PrivacyPage) -> None:
        """Show what is chosen; without a password there is nothing to show."""
        if not page.has_password and self.shell.page is self:
            self.shell.pop()
            return
        self._keychain.active = page.keychain
        self._pending.text = page.pending
        self.hold(self._words, self._group, *([self._pending] if page.pending else ()))

    def _begin(self, doing: Doing) -> None:
        from twitchlog.ui.screens import password

        self.shell.push(password.build(self._services, self.shell, doing))

    def _open_sheet(self) -> None:
        from twitchlog.ui.screens import recovery

        self.shell.push(recovery.RecoveryPage(self._services, self.shell))


class LockAfter(Page):
    """After how many minutes the diary locks by itself, and whether with the window."""

    def __init__(self, rows: Privacy) -> None:
        super().__init__(rows.shell, _("Lock by itself"), key="lock-after")
        self._presenter = rows.presenter
        self._rows: dict[int, ListRow] = {}
        minutes = RowGroup()
        for each, words, _chosen in self._presenter.offered:
            row = _row("circle-outline", words, f"lock-after.{each}", chevron=False)
            row.fbind("on_release", lambda _row, each=each: self._choose(each))
            self._rows[each] = row
            minutes.add_widget(row)
        toggle = Toggle(active=self._presenter.values.lock_minimized, key="lock-after.minimized")
        toggle.fbind("on_choice", lambda _toggle, on: self._presenter.lock_minimized(on=bool(on)))
        minimized = _row(
            "window-minimize",
            _("When the window is minimised"),
            "lock-after.minimized.row",
            right_widget=toggle,
        )
        minimized.fbind("on_release", lambda _row: toggle.activate())
        group = RowGroup()
        group.add_widget(minimized)
        words = Text(
            text=_(
                "The minutes count from the last tap, key or move of the mouse. What you were "
                "writing is kept, a timer runs on, and backups are made as usual."
            ),
            ink="on_surface_variant",
        )
        self.hold(minutes, group, words)
        self._mark()

    def _choose(self, minutes: int) -> None:
        self._presenter.lock_after(minutes)
        self._mark()

    def _mark(self) -> None:
        for each, _words, chosen in self._presenter.offered:
            self._rows[each].icon = "check-circle" if chosen else "circle-outline"
            self._rows[each].icon_ink = "primary" if chosen else "on_surface_variant"


def _row(icon: str, title: str, key: str, **kwargs: Any) -> ListRow:
    return ListRow(icon=icon, title=title, title_role="body_large", key=key, **kwargs)
