"""What stands in Patterns for charts that show nothing: too little yet, no entry at all, hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp

from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.spec import NoPicture
from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.cards import Card, EmptyState
from twitchlog.ui.widgets.forms import column, line, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from twitchlog.reports.charts.spec import Words


def lacks(told: Words | None, *, picked: bool) -> bool:
    """Tell whether a chart has nothing to show yet.

    One that the person `picked` something for keeps a card of its own: another choice may help.
    """
    return isinstance(told, NoPicture) and not (picked and told.choices)


def nothing_yet(log: Callable[[], None]) -> EmptyState:
    """Return what stands there while the diary is empty; `log` opens the log."""
    made = EmptyState(
        title=_("Your patterns will appear here"),
        text=_(
            "When it twitches, where, and for how long. Pictures grow with each day you log; "
            "a quiet day counts too."
        ),
        button=_("Log a twitch"),
    )
    made.fbind("on_button", lambda _card: log())
    return made


def all_hidden(open_list: Callable[[], None]) -> EmptyState:
    """Return what stands there where no chart is shown; `open_list` leads to all of them."""
    made = EmptyState(
        title=_("Your charts are hidden"),
        text=_("They stand in the list of all charts, where each can be shown again."),
        button=_("All charts"),
    )
    made.kinds = ()  # as a card of charts says which it shows
    made.fbind("on_button", lambda _card: open_list())
    return made


class NotYetCard(Card):
    """What some charts still need, a row each that opens its page; and the way to log.

    `kinds` are those it shows.
    """

    def __init__(
        self, log: Callable[[], None], open_chart: Callable[[str], None], **kwargs: Any
    ) -> None:
        super().__init__(
            **{
                "padding": (0, dp(16), 0, dp(8)),
                "spacing": 0,
                "fill": "",
                "edge": "outline_variant",
                "elevation": 0,
            }
            | kwargs
        )
        self.kinds: tuple[str, ...] = ()
        self.big = False
        self._open = open_chart
        self._told: dict[str, Words] = {}
        self._rows: dict[str, ListRow] = {}
        self._title = column(
            Text(text=_("Not enough yet"), role="title", ink="on_surface_variant"),
            padding=(dp(16), 0, dp(16), dp(4)),
        )
        self._log = TextButton(text=_("Log a twitch"), key=f"{self.key}.log")
        self._log.fbind("on_release", lambda _button: log())
        # Its words begin where those of the rows do.
        self._way = line(self._log, padding=(dp(4), 0, 0, 0))

    def show(self, told: Sequence[tuple[str, Words]]) -> None:
        """Show what these charts tell."""
        if list(self._told.items()) == list(told):
            return
        self._told = dict(told)
        self.kinds = tuple(self._told)
        helps = any(isinstance(words, NoPicture) and words.wants_entries for _kind, words in told)
        rows = [self._row(kind, words) for kind, words in told]
        swap(self, self._title, *rows, *([self._way] if helps else []))

    def _row(self, kind: str, words: Words) -> ListRow:
        if kind not in self._rows:
            row = ListRow(key=f"{self.key}.{kind}")
            row.fbind("on_release", lambda _row: self._open(kind))
            self._rows[kind] = row
        row = self._rows[kind]
        row.title = BY_KIND[kind].title
        row.second = " ".join((f"{words.headline}.", words.note)).strip()
        return row
