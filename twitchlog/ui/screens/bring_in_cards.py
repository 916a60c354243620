"""The cards of *Bring entries in*: the file, its columns, questions, lines, and the result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.properties import NumericProperty, StringProperty
from kivy.uix.boxlayout import BoxLayout

from twitchlog.translation import _
from twitchlog.ui.widgets.buttons import TextButton
from twitchlog.ui.widgets.cards import ActionRow, Card
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.progress import ProgressLine
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.segments import Segmented
from twitchlog.ui.widgets.switches import Toggle

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.bring_in import BringInPresenter
    from twitchlog.presenters.bring_in_page import BringInPage, ColumnRow, LineRow


class Titled(BoxLayout):
    """Rows on a card, under the name of what they are."""

    def __init__(self, title: str, **kwargs: Any) -> None:
        super().__init__(
            **{"orientation": "vertical", "size_hint_y": None, "spacing": dp(8)} | kwargs
        )
        self.fbind("minimum_height", self.setter("height"))
        self._title = Text(text=title, role="label", ink="on_surface_variant")
        self.rows = RowGroup()
        self.add_widget(self._title)
        self.add_widget(self.rows)

    def fill(self, rows: list[ListRow]) -> None:
        """Show these rows in the place of those before."""
        self.rows.clear_widgets()
        for row in rows:
            self.rows.add_widget(row)


class FileCard(RowGroup):
    """The name of the file and what it is; a tap chooses another."""

    def __init__(self, ask: Callable[[], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._row = ListRow(
            icon="file-document-outline", title_role="body_large", key="bring-in.file"
        )
        self._row.fbind("on_release", lambda _row: ask())
        self.add_widget(self._row)

    def show(self, page: BringInPage) -> None:
        """Show the file."""
        self._row.title = page.name
        self._row.second = f"{page.kind}, {page.size}"


class ColumnsCard(Titled):
    """The columns, each with what it is read as; a tap changes that."""

    def __init__(self, ask: Callable[[ColumnRow], None], **kwargs: Any) -> None:
        super().__init__(_("How its columns are read"), **kwargs)
        self._ask = ask

    def show(self, page: BringInPage) -> None:
        """Show the columns."""
        self.fill([self._row(column) for column in page.columns])

    def _row(self, column: ColumnRow) -> ListRow:
        row = ListRow(
            title=column.name, second=column.second, key=f"bring-in.column.{column.position}"
        )
        row.fbind("on_release", lambda _row: self._ask(column))
        return row


class QuestionsCard(Card):
    """What the file does not say, and the person says once for all of it."""

    def __init__(
        self, presenter: BringInPresenter, ask_place: Callable[[], None], **kwargs: Any
    ) -> None:
        super().__init__(**{"padding": (0, dp(8), 0, dp(8)), "spacing": dp(4)} | kwargs)
        self._order, order = self._segments(_("In dates like 6/7/2026"), "bring-in.order")
        order.fbind("on_choice", lambda _row, value: presenter.order_dates(value))
        self._times, times = self._segments(_("Lines that say no time"), "bring-in.time")
        times.fbind(
            "on_choice", lambda _row, value: presenter.fill_time(int(value) if value else None)
        )
        self._order_row, self._times_row = order, times
        self._place = ListRow(
            title=_("Twitches that name no place"), title_role="body_large", key="bring-in.place"
        )
        self._place.fbind("on_release", lambda _row: ask_place())
        self._switch = Toggle(key="bring-in.logged")
        self._switch.fbind(
            "on_choice", lambda _toggle, active: presenter.count_as_logged(bool(active))
        )
        self._logged = ListRow(
            title=_("Its days count as logged"),
            second=_("Then a day without a twitch in it counts as a day without twitches"),
            title_role="body_large",
            right_widget=self._switch,
            key="bring-in.logged.row",
        )
        self._logged.fbind("on_release", lambda _row: self._switch.activate())

    def show(self, page: BringInPage) -> None:
        """Show the questions that this file leaves open."""
        self.clear_widgets()
        for box, row, choices in (
            (self._order, self._order_row, page.orders),
            (self._times, self._times_row, page.times),
        ):
            if choices:
                row.options = [(each.value, each.text) for each in choices]
                row.value = next((each.value for each in choices if each.chosen), None)
                self.add_widget(box)
        if page.place:
            self._place.second = page.place
            self.add_widget(self._place)
        if page.asks_logged:
            self._switch.active = page.logged
            self.add_widget(self._logged)

    def _segments(self, title: str, key: str) -> tuple[BoxLayout, Segmented]:
        box = BoxLayout(
            orientation="vertical", size_hint_y=None, spacing=dp(4), padding=(dp(16), dp(8))
        )
        box.fbind("minimum_height", box.setter("height"))
        row = Segmented(key=key)
        box.add_widget(Text(text=title, role="body_large"))
        box.add_widget(row)
        return box, row


class LinesCard(Titled):
    """The first lines, as they would be logged."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(_("The first lines, as they would be logged"), **kwargs)

    def show(self, page: BringInPage) -> None:
        """Show the lines."""
        self.fill([_line(each) for each in page.lines])


class WaitCard(Card):
    """What goes on, how far it is, and a way to stop it."""

    doing = StringProperty()
    share = NumericProperty(0.0)

    def __init__(self, cancel: Callable[[], None], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        bar = ProgressLine(key="bring-in.progress")
        self.fbind("share", bar.setter("share"))
        doing = Text(text=self.doing, role="body_large")
        self.fbind("doing", doing.setter("text"))
        self.add_widget(doing)
        self.add_widget(bar)
        self.add_widget(ActionRow((), (_("Cancel"), cancel), main_style=TextButton))


class ResultCard(Card):
    """What the file would add, what is there already, what stays, what is left out."""

    def show(self, page: BringInPage) -> None:
        """Show the result."""
        self.clear_widgets()
        self.add_widget(Text(text=page.count, role="title"))
        for sentence in page.details:
            self.add_widget(Text(text=sentence, ink="on_surface_variant"))


class WrongCard(Titled):
    """The lines that cannot be read, each with its number and why."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(_("Lines that cannot be read"), **kwargs)
        self._more = Text(ink="on_surface_variant")

    def show(self, page: BringInPage) -> None:
        """Show the lines."""
        self.fill([_line(each) for each in page.problems])
        self.remove_widget(self._more)
        if page.more:
            self._more.text = page.more
            self.add_widget(self._more)


def _line(line: LineRow) -> ListRow:
    return ListRow(
        title=line.title,
        second=line.second,
        title_role="body" if line.wrong else "title_small",
        icon="alert-circle-outline" if line.wrong else "",
        chevron=False,
        is_focusable=False,
    )
