"""The files in a form: what is kept already, what is to be kept, and the way to add one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from twitchlog.domain.attachment import MEDIA_TYPES
from twitchlog.presenters.kept_files import Files, new_file_row, path_of
from twitchlog.translation import _
from twitchlog.ui import choosing, opening
from twitchlog.ui.screens.kept import add_row, row
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.rows import RowGroup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.presenters.kept_files import FileRow
    from twitchlog.presenters.services import Complains, Services
    from twitchlog.ui.navigation import Shell

ENDINGS = tuple(sorted({f".{ending}" for ending in (*MEDIA_TYPES.values(), "jpeg")}))


class FilesGroup(RowGroup):
    """A row a file, which opens it; a file goes or comes when the form is saved."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        form: Complains,
        files: Sequence[FileRow],
        *,
        key: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(**{"key": key} | kwargs)
        self._services, self._shell, self._form, self._key = services, shell, form, key
        self._files, self._removed = list(files), []
        self._show()

    @property
    def wanted(self) -> Files:
        """What is to be copied in and removed."""
        added = tuple(each.source for each in self._files if each.source is not None)
        return Files(added, tuple(self._removed))

    def take(self, source: Path) -> None:
        """Look at a file that was chosen, and keep it with the rest of the form."""

        def looked(_stored: object) -> None:
            if all(each.source != source for each in self._files):
                self._files.append(new_file_row(source))
                self._show()

        # Copied in at once: what cannot be kept is said now, and a stick may be pulled out.
        self._services.read(lambda diary: diary.attachments.store.add(source), looked, self._form)

    def _show(self) -> None:
        self.clear_widgets()
        for number, each in enumerate(self._files):
            away = IconButton(icon="close", tooltip=_("Remove"), key=f"{self._key}.remove.{number}")
            away.fbind("on_release", lambda _button, each=each: self._let_go(each))
            self.add_widget(
                row(
                    each.icon,
                    each.name,
                    each.second,
                    lambda each=each: self._open(each),
                    key=f"{self._key}.{number}",
                    right_widget=away,
                    tooltip=_("Open"),
                )
            )
        self.add_widget(add_row(_("Add a file or photo"), self._ask, key=f"{self._key}.add"))

    def _ask(self) -> None:
        choosing.ask_file(
            self._shell, Path.home(), title=_("Which file"), endings=ENDINGS, chosen=self.take
        )

    def _let_go(self, file: FileRow) -> None:
        self._files.remove(file)
        if file.id:
            self._removed.append(file.id)
        self._show()

    def _open(self, file: FileRow) -> None:
        def show(path: Path) -> None:
            opening.open_behind(self._services, lambda: path, self._form)

        self._services.read(lambda diary: path_of(diary, file), show, self._form)
