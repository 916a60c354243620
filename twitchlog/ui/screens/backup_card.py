"""One backup: what is in it beside what the diary holds now, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.translation import _
from twitchlog.ui import choosing
from twitchlog.ui.screens.form import Form
from twitchlog.ui.widgets.buttons import FilledButton, OutlinedButton, TextButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.forms import column, line, swap
from twitchlog.ui.widgets.lettering import Text

if TYPE_CHECKING:
    from kivy.uix.boxlayout import BoxLayout
    from kivy.uix.widget import Widget

    from twitchlog.presenters.backups import BackupsPresenter
    from twitchlog.presenters.backups_page import BackupDetail
    from twitchlog.ui.navigation import Shell


class BackupCard(Card):
    """What one backup holds; `detail` is what is shown, None where nothing is."""

    def __init__(self, shell: Shell, presenter: BackupsPresenter, **kwargs: Any) -> None:
        super().__init__(**{"spacing": dp(12)} | kwargs)
        self._shell, self._presenter = shell, presenter
        self.detail: BackupDetail | None = None
        self._title, self._text = Text(role="title"), Text(ink="on_surface_variant")
        self._lines = column(spacing=dp(8))
        self._busy = Text(ink="on_surface_variant")
        self._note = Text(
            text=_(
                "Restoring puts it in the place of your diary. What is there now is kept first, "
                "and can be put back as it was."
            ),
            ink="on_surface_variant",
        )
        self._restore = FilledButton(
            text=_("Restore"), icon="backup-restore", size_hint_x=1, key="backup.restore"
        )
        self._restore.fbind("on_release", lambda _button: self._do_restore())
        self._copy = OutlinedButton(
            text=_("Save a copy elsewhere"), icon="content-save-outline", size_hint_x=1,
            key="backup.copy",
        )  # fmt: skip
        self._copy.fbind("on_release", lambda _button: self._ask_folder())
        self._remove = TextButton(
            text=_("Remove"), icon="delete-outline", size_hint_x=1, key="backup.remove"
        )
        self._remove.fbind("on_release", lambda _button: self._do_remove())

    def show(self, detail: BackupDetail) -> None:
        """Show a backup."""
        self.detail = detail
        self._title.text, self._text.text = detail.title, detail.text
        swap(self._lines, *self._compared(detail))
        acts: list[Widget] = [self._note, self._restore] if detail.readable else []
        if detail.lines:
            acts.append(self._copy)
        busy = [self._busy] if self._busy.text else []
        shown = [self._lines] if detail.lines else []
        swap(self, self._title, self._text, *shown, *busy, *acts, self._remove)

    def forget(self) -> None:
        """Show nothing any more."""
        self.detail = None

    def say(self, sentence: str) -> None:
        """Say what is being done; nothing can be tapped meanwhile."""
        self._busy.text = sentence
        for button in (self._restore, self._copy, self._remove):
            button.disabled = bool(sentence)
        if self.detail is not None:
            self.show(self.detail)

    def _compared(self, detail: BackupDetail) -> list[Widget]:
        if not detail.lines:
            return []
        head = self._cells("", _("In it"), _("Now"), ink="on_surface_variant")
        return [head, *(self._cells(*each) for each in detail.lines)]

    def _cells(self, name: str, there: str, now: str, *, ink: str = "on_surface") -> BoxLayout:
        cells = (
            Text(text=name, ink="on_surface_variant", size_hint_x=0.9, pos_hint={"top": 1}),
            Text(text=there, ink=ink, halign="right", pos_hint={"top": 1}),
            Text(text=now, ink=ink, halign="right", pos_hint={"top": 1}),
        )
        return line(*cells, spacing=dp(12))

    def _do_restore(self) -> None:
        if self.detail is not None:
            self._presenter.restore(self.detail.id)

    def _do_remove(self) -> None:
        if self.detail is not None:
            self._presenter.remove(self.detail.id)

    def _ask_folder(self) -> None:
        detail = self.detail
        if detail is not None:
            choosing.ask_folder(
                self._shell,
                self._presenter.start,
                title=_("Save where"),
                chosen=lambda folder: self._presenter.copy_to(detail.id, folder),
            )


class PasswordForm(Form):
    """Asks for the password of a backup that the diary does not know."""

    def __init__(self, shell: Shell, presenter: BackupsPresenter, name: str, sentence: str) -> None:
        super().__init__(
            shell, _("Password of this backup"), save=self._use, key="backup.password",
            action=_("Restore"),
        )  # fmt: skip
        self._presenter, self._name = presenter, name
        self.say(_("It was made with another password than your diary has now."))
        self._field = self.add_text(_("Password"), "", key="backup.password.field", password=True)
        if sentence:
            self.complain(sentence)

    def _use(self) -> None:
        typed = self._field.text
        self.close()
        self._presenter.restore(self._name, typed)
