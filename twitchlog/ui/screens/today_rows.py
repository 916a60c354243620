"""What was logged today, a line each; a tap on one opens it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kivy.metrics import dp

from twitchlog.presenters.today_rows import ALIKE, CHECKIN, DOSES, MEDICINE
from twitchlog.translation import _
from twitchlog.ui.widgets.body import PlacePicture
from twitchlog.ui.widgets.forms import column, swap
from twitchlog.ui.widgets.lettering import Heading
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.presenters.today_page import TodayPage
    from twitchlog.presenters.today_rows import Row


class CheckinLines(RowGroup):
    """The lines that lead to a check-in: of yesterday while it is early, of today by day."""

    def __init__(self, check_in: Callable[[date], object]) -> None:
        super().__init__()
        self._check_in = check_in
        self._yesterday = self._made(_("Yesterday's check-in"), "today.checkin.yesterday", 1)
        self._today = self._made(_("Check-in"), "today.checkin", 0)
        self._day: date | None = None

    def show(self, page: TodayPage) -> bool:
        """Show those that are to be done; return whether there is one."""
        self._day = page.day
        asked = []
        if page.yesterday:
            self._yesterday.second = page.yesterday
            asked.append(self._yesterday)
        begun = page.rows or not page.first_start
        if begun and page.checkin is not None and page.checkin.quiet:
            self._today.second = page.checkin.line
            asked.append(self._today)
        swap(self, *asked)
        return bool(asked)

    def _made(self, title: str, key: str, days_ago: int) -> ListRow:
        row = ListRow(title=title, icon="weather-night", disc=True, icon_ink="primary", key=key)
        row.fbind("on_release", lambda _row: self._open(days_ago))
        return row

    def _open(self, days_ago: int) -> None:
        if self._day is not None:
            self._check_in(self._day - timedelta(days=days_ago))


class LoggedToday:
    """The lines under their heading, in `box`; a line stays the same widget while it is there.

    `edit` opens a twitch by its id, `open_taken` medicines by theirs;
    `unfold` shows like ones one by one.
    """

    def __init__(
        self,
        *,
        edit: Callable[[str], object],
        check_in: Callable[[], object],
        open_doses: Callable[[], object],
        open_taken: Callable[[tuple[str, ...]], object],
        unfold: Callable[[str], object],
    ) -> None:
        self._unfold = unfold
        self._edit, self._check_in = edit, check_in
        self._open_doses, self._open_taken = open_doses, open_taken
        self._rows: dict[str, ListRow] = {}
        self._list = RowGroup()
        self.box = column(Heading(text=_("Logged today")), self._list, spacing=dp(6))

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show these lines."""
        widgets = []
        for row in rows:
            widget = self._rows.get(row.id) or self._made(row)
            widget.title, widget.second, widget.time = row.name, row.details, row.time
            if widget.left is not None:
                widget.left.site = row.sites[0]
            widgets.append(widget)
        self._rows = {row.id: widget for row, widget in zip(rows, widgets, strict=True)}
        swap(self._list, *widgets)

    def _made(self, row: Row) -> ListRow:
        if row.id == CHECKIN:
            made = ListRow(icon="weather-night", icon_ink="primary", disc=True)
            made.fbind("on_release", lambda _row: self._check_in())
        elif row.id == DOSES:
            made = ListRow(icon="cup-water", icon_ink="primary", disc=True)
            made.fbind("on_release", lambda _row: self._open_doses())
        elif row.id.startswith(MEDICINE):
            made = ListRow(icon="pill", icon_ink="primary", disc=True)
            of = tuple(filter(None, [row.id.removeprefix(MEDICINE)]))
            made.fbind("on_release", lambda _row: self._open_taken(of))
        else:
            picture = PlacePicture(size=(dp(40), dp(40)), ground="surface_container")
            made = ListRow(left=picture)
            act = self._unfold if row.id.startswith(ALIKE) else self._edit
            made.fbind("on_release", lambda _row: act(row.id))
        made.key = f"today.row.{row.id}"
        return made
