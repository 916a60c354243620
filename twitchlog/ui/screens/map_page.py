"""The body as large as the window allows, to choose places from with all of their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog import bodymap
from twitchlog.translation import _, said
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.figures import Figures
from twitchlog.ui.widgets.forms import Choices, column
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.place_words import Chosen
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.log_page import SheetPage
    from twitchlog.presenters.log_sheet import LogSheetPresenter

BOTH_FROM: Final = 560
"""So wide must the room be, in dp, to show front and back side by side."""


class MapPage(BoxLayout):
    """Every tap goes to the sheet's presenter at once, as on the small map; `back` leaves."""

    def __init__(
        self,
        presenter: LogSheetPresenter,
        *,
        back: Callable[[], None],
        search: Callable[[], None],
        pad: float,
    ) -> None:
        super().__init__(orientation="vertical")
        bar = AppBar(title=_("Where?"), back=True, margin=pad)
        bar.fbind("on_back", lambda _bar: back())
        find = IconButton(icon="magnify", tooltip=_("All places"), key="map.search")
        find.fbind("on_release", lambda _button: search())
        bar.add_widget(find)
        self._views = Segmented(
            options=[("front", _("Front")), ("back", said("side of the body", "Back"))],
            key="map.view",
            value="front",
        )
        self._views.fbind("on_choice", lambda _row, view: self._turn(view))
        self._top = column(self._views, padding=(pad, 0, pad, dp(4)))
        self.figures = Figures(key="map.body")
        self.figures.figure.body = ["front"]
        self.figures.fbind(
            "on_pick", lambda _box, sites, view, adds: presenter.pick(sites, view, adds=adds)
        )
        self._name = Text(role="title")
        self._muscle = Text(role="body_small", ink="on_surface_variant")
        self._sides = Choices(key="map.side")
        self._sides.fbind("on_pick", lambda _row, side: presenter.choose_side(side))
        self._chosen = Chosen(key="map")
        self._chosen.fbind(
            "on_several", lambda _box, several: presenter.ask_several(several=several)
        )
        self._chosen.fbind("on_drop", lambda _box, site: presenter.drop_place(site))
        # As high before a place is chosen as after, so that the figure stays where it is.
        sides = BoxLayout(size_hint_y=None, height=dp(48))
        sides.add_widget(self._sides)
        self._sides.fbind("height", lambda _row, high: setattr(sides, "height", max(high, dp(48))))
        self._below = column(
            self._name,
            self._muscle,
            sides,
            self._chosen,
            padding=(pad, dp(4), pad, 0),
            spacing=dp(2),
        )
        middle = BoxLayout(padding=(pad, 0, pad, 0))
        middle.add_widget(self.figures)
        for part in (bar, self._top, middle, self._below):
            self.add_widget(part)
        self.figures.fbind("size", self._fit)

    def begin(self, page: SheetPage) -> None:
        """Show the whole body from the side where the chosen place is seen."""
        self.figures.figure.calm()
        seen = [view for site in page.sites for view in _seen_in(site)]
        self._turn(seen[0] if seen and self._views.value not in seen else self._views.value)
        self.show(page)

    def show(self, page: SheetPage) -> None:
        """Show the chosen places."""
        self.figures.follow(page.sites)
        self._chosen.show(page.places, several=page.several)
        place = page.place
        self._name.text = place.name if place else _("Tap on a muscle")
        where = f"{place.muscle}: {place.where}" if place else _("Or search for it by name.")
        self._muscle.text = where
        self._sides.show(place.sides if place else ())

    def _turn(self, view: Any) -> None:
        self._views.value = view
        figure = self.figures.figure
        figure.show_whole()
        if len(figure.body) == 1:
            figure.body = [view]

    def _fit(self, *_args: Any) -> None:
        """Show front and back side by side where there is room for both."""
        wide = self.figures.width >= dp(BOTH_FROM)
        body = list(bodymap.BODY) if wide else [self._views.value]
        if self.figures.figure.body != body:
            self.figures.figure.body = body
        self._views.opacity, self._views.disabled = (0, True) if wide else (1, False)


def _seen_in(site: str) -> list[str]:
    return [view for view in bodymap.BODY if bodymap.details_of(site, view=view)]
