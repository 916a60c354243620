"""Where the diary is kept: its place, another diary, and one that several computers share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from twitchlog.translation import _
from twitchlog.ui.screens.pages import Page, heading
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.fold import Fold
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.diary.address import Address
    from twitchlog.ui.navigation import Shell

_SERVER: Final = "postgresql+psycopg://me@server/diary"


class WhereaboutsPage(Page):
    """The address of the diary; its folder, another diary, and how it comes to a server."""

    def __init__(
        self,
        shell: Shell,
        address: Address,
        *,
        open_folder: Callable[[], None],
        open_another: Callable[[], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(shell, _("Where it is kept"), key="whereabouts", **kwargs)
        place = Card()
        place.add_widget(Text(text=address.shown))
        group = RowGroup()
        rows = (
            (
                "folder",
                "folder-outline",
                _("Show the folder"),
                _("With the backups and the photos"),
                open_folder,
            ),
            (
                "another",
                "swap-horizontal",
                _("Open another diary"),
                _("It takes this one’s place in the window; this one stays as it is"),
                open_another,
            ),
        )
        for key, icon, title, second, act in rows:
            row = ListRow(
                icon=icon,
                title=title,
                second=second,
                title_role="body_large",
                key=f"whereabouts.{key}",
            )
            row.fbind("on_release", lambda _row, act=act: act())
            group.add_widget(row)
        told = Card()
        for words in _on_server(address) if address.on_server else _in_file():
            command = words.startswith("twitchlog")
            told.add_widget(Text(text=words, ink="on_surface" if command else "on_surface_variant"))
        if address.on_server:
            self.hold(place, group, heading(_("On several computers")), told)
            return
        several = Fold(
            told,
            title=_("On several computers"),
            second=_("With a server of your own"),
            icon="server-network",
            title_role="body_large",
            key="whereabouts.several",
        )
        self.hold(place, group, several)


def _in_file() -> tuple[str, ...]:
    return (
        _(
            "A diary can be on a PostgreSQL server of yours, so that several computers have the "
            "same one at the same time. Make an empty database there (encoding UTF8). The command "
            "line then copies the diary into it, with all that it holds:"
        ),
        f"twitchlog copy --to {_SERVER}",
        _("Each computer then opens it there:"),
        f"twitchlog-app --diary {_SERVER}",
        _("The diary here stays as it is. On a server it has no password of its own."),
    )


def _on_server(address: Address) -> tuple[str, ...]:
    return (
        _(
            "This diary is on a server: several computers can have it open at the same time. The "
            "command line copies it back into a file, with all that it holds:"
        ),
        f"twitchlog --diary {address.shown} copy --to diary.sqlite",
    )
