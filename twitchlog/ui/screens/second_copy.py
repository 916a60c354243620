"""The second copy: where each backup is copied to besides the diary's own folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp

from twitchlog.translation import _, mark
from twitchlog.ui import choosing
from twitchlog.ui.screens.pages import Page
from twitchlog.ui.widgets.buttons import FilledButton, OutlinedButton, TextButton, TonalButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.even import Even
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from twitchlog.presenters.backups import BackupsPresenter
    from twitchlog.presenters.backups_page import SecondPage
    from twitchlog.ui.navigation import Shell

_KEEP: Final = (("0", mark("As here")), ("30", "30"), ("10", "10"), ("3", "3"))


class SecondCopyPage(Page):
    """Says how it stands; a folder is chosen, copied to, or given up."""

    def __init__(self, shell: Shell, presenter: BackupsPresenter, **kwargs: Any) -> None:
        super().__init__(shell, _("Second copy"), key="second", **kwargs)
        self._presenter = presenter
        self._page: SecondPage | None = None
        self._said, self._folder = Text(), Text(ink="on_surface_variant")
        self._busy, self._plain = Text(ink="on_surface_variant"), Text(ink="on_surface_variant")
        self._choose = self._button(FilledButton, _("Choose a folder"), "folder-outline", "choose")
        self._choose.fbind("on_release", lambda _button: self._ask())
        self._other = self._button(OutlinedButton, _("Another folder"), "folder-outline", "other")
        self._other.fbind("on_release", lambda _button: self._ask())
        self._now = self._button(TonalButton, _("Copy now"), "backup-restore", "now")
        self._now.fbind("on_release", lambda _button: presenter.copy_now())
        self._buttons = Even(columns=2, spacing=dp(8))
        self._stop = TextButton(text=_("Make no second copies"), key="second.stop")
        self._stop.fbind("on_release", lambda _button: presenter.stop_copying())
        self._keep = Segmented(
            options=[(value, _(word)) for value, word in _KEEP], value="0", key="second.keep"
        )
        self._keep.fbind("on_choice", lambda _segments, value: presenter.keep(value))
        self._state, self._kept, self._typing = Card(spacing=dp(12)), Card(), Card(spacing=dp(12))
        swap(
            self._kept,
            Text(text=_("How many are kept there"), role="title_small"),
            self._keep,
            Text(
                text=_("The newest and, further back, one a day, a week, a month."),
                ink="on_surface_variant",
            ),
        )
        self._field = TextField(label=_("Folder"), key="second.folder", ground="card")
        self._field.fbind("on_validate", lambda _field: self._take_typed())
        take = self._button(TonalButton, _("Use this folder"), "check", "take")
        take.fbind("on_release", lambda _button: self._take_typed())
        swap(
            self._typing,
            Text(text=_("Or type where it is"), role="title_small"),
            self._field,
            take,
        )

    def show(self, page: SecondPage) -> None:
        """Show how the second copies stand."""
        if page == self._page:
            return
        self._page = page
        self._field.text = self._field.error = ""
        self._said.text, self._folder.text = page.said, page.folder
        self._plain.text = (
            _("The copies are encrypted with your password, as your diary is.")
            if page.encrypted
            else _("Your diary has no password, so the copies are not encrypted: "
                   "who can open the folder can read them.")
        )  # fmt: skip
        self._keep.value = str(page.keep)
        self._fill()

    def busy(self, sentence: str) -> None:
        """Say what is being done; nothing can be tapped meanwhile."""
        self._busy.text = sentence
        for button in (self._choose, self._other, self._now, self._stop):
            button.disabled = bool(sentence)
        if self._page is not None:
            self._fill()

    def _fill(self) -> None:
        page = self._page
        busy = [self._busy] if self._busy.text else []
        if not page.folder:
            swap(self._state, self._said, *busy, self._choose, self._plain)
            self.hold(self._state, self._typing)
            return
        swap(self._buttons, self._other, self._now)
        swap(self._state, self._said, self._folder, *busy, self._buttons, self._plain)
        self.hold(self._state, self._kept, self._typing, self._stop)

    def _button(self, kind: type, text: str, icon: str, name: str) -> Any:
        return kind(text=text, icon=icon, size_hint_x=1, key=f"second.{name}")

    def _ask(self) -> None:
        choosing.ask_folder(
            self.shell,
            self._presenter.start,
            title=_("Choose a folder"),
            chosen=self._presenter.choose_folder,
            take=_("Use this folder"),
        )

    def _take_typed(self) -> None:
        typed = self._field.text.strip()
        self._field.error = ""
        if typed:
            self._presenter.choose_folder(Path(typed), self)
        else:
            self.complain(_("Type where the folder is."))

    def complain(self, sentence: str) -> None:
        """Say below the field what is wrong; what was typed stays."""
        self._field.error = sentence
