"""What is done with several entries that were found: chosen, then moved, placed anew or removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.search_rows import TWITCHES
from twitchlog.translation import _, ngettext, numeral, said
from twitchlog.ui.screens.day_form import OneDayForm
from twitchlog.ui.widgets.buttons import TextButton

if TYPE_CHECKING:
    from twitchlog.domain.searching import Hit
    from twitchlog.presenters.search import SearchPresenter
    from twitchlog.presenters.search_page import SearchPage
    from twitchlog.ui.navigation import Shell

_ICON_LETTERS: Final = 4
"""So many letters take the room of a button's icon and its margins."""


class Choosing(BoxLayout):
    """The buttons at the foot while one is choosing; `button` stands above the list.

    It begins the choosing, then chooses all, then none.
    """

    def __init__(self, shell: Shell, presenter: SearchPresenter) -> None:
        super().__init__(size_hint_y=None)
        self.keep_to(0)
        self.fbind("minimum_height", self.setter("height"))
        self._shell, self._presenter = shell, presenter
        self._page: SearchPage | None = None
        self.button = TextButton(text=_("Choose"), key="search.choose")
        self.button.fbind("on_release", lambda _button: self._choose_more())
        for key, text, icon, act in (
            ("day", _("Other day"), "calendar-edit", self._pick_day),
            ("place", _("Other place"), "human", self._pick_place),
            ("remove", _("Remove"), "delete-outline", presenter.remove),
        ):
            # Each has the room its longest word needs: none may break inside.
            share = _ICON_LETTERS + max(map(len, text.split()))
            button = TextButton(
                text=text, icon=icon, key=f"search.{key}", size_hint_x=share,
                pos_hint={"center_y": 0.5},
            )  # fmt: skip
            button.fbind("on_release", lambda _button, act=act: act())
            self.add_widget(button)

    def keep_to(self, beside: float) -> None:
        """Leave so much room at either side, in px."""
        self.padding = (max(beside, dp(4)), dp(4), max(beside, dp(4)), dp(8))

    @property
    def is_on(self) -> bool:
        """Whether a tap chooses an entry instead of opening it."""
        return self._page is not None and self._page.choosing

    def show(self, page: SearchPage) -> None:
        """Show what can be done with what is chosen."""
        self._page = page
        if page.choosing:
            self.button.text = said("choose none", "None") if page.all_chosen else _("All")
        else:
            self.button.text = _("Choose")
        for button in self.children:
            button.disabled = not page.chosen

    def mark(self, row: Any, hit: Hit) -> None:
        """Show on a row whether it is chosen, once one is choosing; only twitches can be."""
        page = self._page
        row.chosen = page is not None and page.choosing and hit.id in page.chosen
        if page is None or not page.choosing:
            return
        row.chevron = False
        if hit.source == TWITCHES:
            row.left, row.disc = None, False
            row.icon = "check-circle" if row.chosen else "circle-outline"
        else:
            row.disabled = True
        row.settle()

    def _choose_more(self) -> None:
        if self.is_on:
            self._presenter.choose_all()
        else:
            self._presenter.begin_choosing()

    def _pick_day(self) -> None:
        if self._page is None:
            return
        count = len(self._page.chosen)
        OneDayForm(
            self._shell,
            ngettext("Move {n} entry", "Move {n} entries", count).format(n=numeral(count)),
            None,
            label=_("To which day"),
            action=_("Move"),
            key="search.move",
            today=self._presenter.today,
            chosen=self._presenter.move,
            helper=_("The time of day stays as it is."),
        ).open()

    def _pick_place(self) -> None:
        from twitchlog.ui.screens.place_page import PlacePage

        def chosen(site: str) -> None:
            self._shell.pop()
            self._presenter.place(site)

        page = PlacePage(chosen, self._shell.pop, title=_("Which place?"))
        self._shell.push(page)
        page.begin()
