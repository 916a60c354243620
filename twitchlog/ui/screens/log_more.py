"""The further questions of the log sheet, folded away until they are asked for; and its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog import paths
from twitchlog.presenters.log_more import ENDINGS
from twitchlog.translation import _
from twitchlog.ui import choosing, opening
from twitchlog.ui.screens.log_questions import Folding, action
from twitchlog.ui.widgets.buttons import IconButton, TonalButton
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import Choices, Problem, Question, column, line, picking, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from twitchlog.presenters.log_more import FileRow
    from twitchlog.presenters.log_page import SheetPage
    from twitchlog.presenters.log_sheet import LogSheetPresenter
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class MoreAbout(Folding):
    """How it moved, seen or felt, doing what, what stopped it, photos; a line says what is kept."""

    def __init__(
        self, services: Services, presenter: LogSheetPresenter, shell: Shell, *, beside: bool
    ) -> None:
        super().__init__(_("More about it"), beside=beside)
        self._presenter = presenter
        self._open = action("plus", "", "sheet.more", _("Movement, photo and more"))
        self._open.fbind("on_release", self.unfold)
        self._head = Choices(key="sheet.more.head", tail=[self._open])
        self._said = Text(ink="on_surface_variant", role="body_small")
        self._pattern = picking("sheet.pattern", presenter.choose_pattern)
        self._seen = picking("sheet.seen", presenter.choose_seen)
        self._activity = picking("sheet.activity", presenter.choose_activity)
        self._relief = picking("sheet.relief", presenter.toggle_relief)
        self._own = TextField(
            label=_("In your own words"),
            key="sheet.relief.own",
            ground="card" if beside else "surface",
        )
        self._own.fbind("on_validate", lambda _field: self._add_words())
        add = TonalButton(text=_("Add"), key="sheet.relief.add", tall=dp(56), pos_hint={"y": 0})
        add.fbind("on_release", lambda _button: self._add_words())
        words = line(self._own, add, spacing=dp(8), padding=(0, dp(4), 0, dp(4)))
        self._relief_wrong = Problem()
        self._files = Files(services, presenter, shell)
        self._rest = column(
            Question(_("How it moved"), self._pattern),
            Question(_("Seen or felt"), self._seen),
            Question(_("What the muscle was doing"), self._activity),
            Question(_("What stopped it"), self._relief, words, self._relief_wrong),
            Question(_("Photos and videos"), self._files),
            spacing=dp(4),
        )

    def fold(self) -> None:
        """Fold the rest away, and what was typed with it."""
        super().fold()
        self._own.text = ""

    def take(self) -> bool:
        """Take the own words that are typed; tell, once, whether they are wrong."""
        if not self.unfolded or not self._own.text.strip():
            return False
        said = self._relief_wrong.text
        self._add_words()
        return self._relief_wrong.text not in {"", said}

    def show(self, page: SheetPage) -> None:
        """Show the answers."""
        super().show(page)
        more = page.more
        self._said.text = more.said
        self._open.text = _("Less") if self.unfolded else _("Movement, photo and more")
        self._open.icon = "minus" if self.unfolded else "plus"
        for row, choices in (
            (self._pattern, more.patterns),
            (self._seen, more.seen),
            (self._activity, more.activities),
            (self._relief, more.reliefs),
        ):
            row.show(choices)
        self._relief_wrong.text = page.wrong.get("relief", "")
        self._files.show(more.files, wrong=page.wrong.get("files", ""))
        said = [self._said] if more.said else []
        swap(self.answers, self._head, *([self._rest] if self.unfolded else said))

    def _add_words(self) -> None:
        self._presenter.type_relief(self._own.text)
        if not self._relief_wrong.text:
            self._own.text = ""


class Files(BoxLayout):
    """The files of an entry: each opens with the system's program, and one can be added."""

    def __init__(self, services: Services, presenter: LogSheetPresenter, shell: Shell) -> None:
        super().__init__(orientation="vertical", size_hint_y=None, spacing=dp(8))
        self.fbind("minimum_height", self.setter("height"))
        self._services, self._presenter, self._shell = services, presenter, shell
        self._shown: tuple[FileRow, ...] | None = None
        self._group = RowGroup()
        self._add = TonalButton(
            text=_("Add a photo or video"), icon="paperclip", key="sheet.file.add"
        )
        self._add.fbind("on_release", lambda _button: self._ask())
        self._wrong = Problem()

    def show(self, files: tuple[FileRow, ...], *, wrong: str) -> None:
        """Show the files there are, and what is wrong with the one that was to be added."""
        self._wrong.text = wrong
        if files != self._shown:
            self._shown = files
            self._group.clear_widgets()
            for each in files:
                self._group.add_widget(self._row(each))
        swap(self, *([self._group] if files else []), self._add, self._wrong)

    def _row(self, each: FileRow) -> ListRow:
        remove = IconButton(
            icon="delete-outline", tooltip=_("Remove"), key=f"sheet.file.remove.{each.id}"
        )
        remove.fbind("on_release", lambda _button: self._presenter.remove_file(each.id))
        row = ListRow(
            icon=each.icon,
            title=each.name,
            second=each.second,
            right_widget=remove,
            tooltip=_("Open"),
            key=f"sheet.file.{each.id}",
        )
        row.fbind("on_release", lambda _row: self._show_file(each.id))
        return row

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _ask(self) -> None:
        choosing.ask_file(
            self._shell,
            paths.pictures_folder(),
            title=_("Photo, video or PDF"),
            endings=ENDINGS,
            chosen=self._presenter.add_file,
        )

    def _show_file(self, file_id: str) -> None:
        opening.open_behind(self._services, lambda: self._presenter.file_path(file_id), self)
