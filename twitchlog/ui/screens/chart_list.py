"""The page *All charts*: each by name with what it says and a way to it; here all are ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.chart_days import FOLLOWED
from twitchlog.presenters.chart_list import ChartListPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.pages import FollowingPage, heading
from twitchlog.ui.widgets.buttons import IconButton, TextButton
from twitchlog.ui.widgets.forms import swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from twitchlog.presenters.chart_list import ChartList, ChartRow
    from twitchlog.presenters.looking import Looking
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell


class ChartListPage(FollowingPage):
    """Three groups: shown, not enough yet, hidden. With `ordering`, its rows have tools.

    `go` is called with the kind of a chart that Patterns shows, `open_chart` with that of another.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        looking: Looking,
        *,
        go: Callable[[str], None],
        open_chart: Callable[[str], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(services, shell, _("All charts"), key="charts", kinds=FOLLOWED, **kwargs)
        self.presenter = ChartListPresenter(services, looking, self)
        self.ordering = False
        self._go, self._open_chart = go, open_chart
        self._charts: ChartList | None = None
        self._rows: dict[str, _Row] = {}
        self._order = TextButton(
            text=_("Change"), tooltip=_("Order and hide charts"), key="charts.order"
        )
        self._order.fbind("on_release", lambda _button: self.order(on=not self.ordering))
        self.bar.add_widget(self._order)
        self._words = Text(
            text=_(
                "Charts with a star stand first, in your order. A hidden chart keeps what it has, "
                "and can still be opened here."
            ),
            ink="on_surface_variant",
        )
        self._shown = RowGroup()
        self._apart = {
            name: (heading(text), RowGroup())
            for name, text in (("not_yet", _("Not enough yet")), ("hidden", _("Hidden")))
        }

    def count(self, sentence: str) -> None:
        """Say which days are looked at, and on how many of them anything was logged."""
        self.bar.second = sentence

    def show(self, charts: ChartList) -> None:
        """Show the list."""
        self._charts = charts
        self._fill(self._shown, charts.shown, goes=True)
        cards: list[Any] = [self._words] if self.ordering else []
        cards += [self._shown] if charts.shown else []
        for name, (title, group) in self._apart.items():
            rows: tuple[ChartRow, ...] = getattr(charts, name)
            self._fill(group, rows, goes=False)
            if rows:
                cards += [title, group]
        self.hold(*cards)

    def order(self, *, on: bool) -> None:
        """Show the tools that order and hide, or the headlines again."""
        self.ordering = on
        self._order.text = _("Done") if on else _("Change")
        if self._charts is not None:
            self.show(self._charts)

    def step_back(self) -> bool:
        """Put the tools away; return whether they were there."""
        ordering = self.ordering
        if ordering:
            self.order(on=False)
        return ordering

    def _fill(self, group: RowGroup, rows: Iterable[ChartRow], *, goes: bool) -> None:
        hidden = group is self._apart["hidden"][1]
        widgets = []
        for row in rows:
            if row.kind not in self._rows:
                self._rows[row.kind] = _Row(row.kind, self)
            widget = self._rows[row.kind]
            widget.show(row, ordering=self.ordering, hidden=hidden)
            widget.act = (self._go if goes else self._open_chart) if not self.ordering else None
            widgets.append(widget)
        swap(group, *widgets)


class _Row(ListRow):
    """A chart with its headline; or with its star, its arrows and what hides it."""

    def __init__(self, kind: str, page: ChartListPage) -> None:
        presenter, key = page.presenter, f"charts.{kind}"
        self.act: Callable[[str], None] | None = None
        self._star = IconButton(icon="star-outline", tooltip="", key=f"{key}.first")
        self._star.fbind(
            "on_release",
            lambda button: presenter.put_first(kind, first=button.icon == "star-outline"),
        )
        made = []
        for icon, tooltip, name, act in (
            ("chevron-up", _("Move up"), "up", lambda: presenter.step(kind, -1)),
            ("chevron-down", _("Move down"), "down", lambda: presenter.step(kind, 1)),
            ("eye-off-outline", _("Hide"), "hide", lambda: presenter.hide(kind)),
        ):
            button = IconButton(icon=icon, tooltip=tooltip, key=f"{key}.{name}")
            button.fbind("on_release", lambda _button, act=act: act())
            made.append(button)
        self._up, self._down, self._hide = made
        self._show = TextButton(text=_("Show"), key=f"{key}.show")
        self._show.fbind("on_release", lambda _button: presenter.show_again(kind))
        self._tools = BoxLayout(size_hint=(None, None), height=dp(48))
        self._tools.fbind("minimum_width", self._tools.setter("width"))
        super().__init__(title_role="body_large", key=key)
        self._tools.fbind("width", lambda *_args: self._reset())
        self.fbind("on_release", lambda _row: self.act(kind) if self.act is not None else None)

    def show(self, row: ChartRow, *, ordering: bool, hidden: bool) -> None:
        """Show the name, and what the chart says or what can be done with it."""
        self.title, self.second = row.title, "" if ordering else row.said
        if not ordering:
            self.right_widget = None
            return
        self._star.icon = "star" if row.first else "star-outline"
        self._star.tooltip = _("No longer first") if row.first else _("Put first")
        self._up.disabled, self._down.disabled = not row.up, not row.down
        arrows = [self._up, self._down] if row.first else []
        swap(self._tools, *([self._show] if hidden else [*arrows, self._star, self._hide]))
        self.right_widget = self._tools


build = ChartListPage
