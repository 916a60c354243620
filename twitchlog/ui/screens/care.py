"""Care: what is kept for the doctor, each part on a page of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.presenters.care import CarePresenter
from twitchlog.translation import _
from twitchlog.ui.screens.following import Following
from twitchlog.ui.screens.listing import Listing
from twitchlog.ui.screens.pages import Page
from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from twitchlog.presenters.care import CareRow
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class CarePage(Listing, Page):
    """One row a section; `ways` open them by their keys."""

    def __init__(
        self,
        services: Services,
        shell: Shell,
        ways: Mapping[str, Callable[[], None]],
        **kwargs: Any,
    ) -> None:
        super().__init__(shell, _("Tests and more"), key="care", **kwargs)
        self._ways = ways
        self.presenter = CarePresenter(services, self, ways)
        self._following = Following(
            services, self.presenter.kinds, lambda _days: self.presenter.refresh()
        )
        self._group = RowGroup()
        self._rows: dict[str, ListRow] = {}
        words = Text(
            text=_("What a doctor asks about besides the twitching. All of it is optional."),
            ink="on_surface_variant",
        )
        self.hold(words, self._group)

    def entered(self) -> None:
        """Hear that the page came to the front."""
        # Bound only while it is seen: the shell outlives the page, and would keep it alive.
        self.shell.fbind("two", self.mark)
        self.mark()
        self._following.entered()

    def left(self) -> None:
        """Hear that the page is out of sight."""
        self.shell.funbind("two", self.mark)
        self._following.left()

    def open_first(self) -> None:
        """Open the first section, also while the rows are being read."""
        if self.first_row is not None:
            super().open_first()
        elif self._ways:
            next(iter(self._ways.values()))()

    def show(self, rows: tuple[CareRow, ...]) -> None:
        """Show the sections."""
        for each in rows:
            if each.key not in self._rows:
                row = ListRow(
                    icon=each.icon, disc=True, title_role="body_large", key=f"care.{each.key}"
                )
                row.fbind("on_release", lambda _row, key=each.key: self._ways[key]())
                self.leads(row)
                self._rows[each.key] = row
            self._rows[each.key].title = each.title
            self._rows[each.key].second = each.second
        swap(self._group, *(self._rows[each.key] for each in rows))
        if rows and self.first_row is None:
            self.first_row = self._tapped = self._rows[rows[0].key]
            self.mark()

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self.shell.snack(sentence)


def build(services: Services, shell: Shell, ways: Mapping[str, Callable[[], None]]) -> CarePage:
    """Return the page, to be pushed over the screens; `ways` open the sections by their keys."""
    return CarePage(services, shell, ways)
