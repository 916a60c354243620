"""What the search shows where nothing was found: what is searched, and the way to the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.translation import _
from twitchlog.ui.widgets.cards import NoticeCard

if TYPE_CHECKING:
    from twitchlog.ui.navigation import Shell


def nothing_found(shell: Shell) -> NoticeCard:
    """Return the card; its text is set when it is shown."""
    return NoticeCard(
        kind="note",
        icon="magnify",
        title=_("What is searched"),
        actions=[(_("To the days"), lambda: shell.go("diary"))],
        key="search.nothing",
    )
