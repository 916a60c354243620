"""What is worth knowing: the cards with their search, and how TwitchLog is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout
from kivy.uix.widget import Widget

from twitchlog.presenters.learn import CONCERNS, LearnPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.following import Following
from twitchlog.ui.screens.learn_card import CardPageScreen, CardView
from twitchlog.ui.screens.learn_list import CardList
from twitchlog.ui.screens.pages import WIDEST, Column
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.fields import TextField
from twitchlog.ui.widgets.forms import column, line, swap
from twitchlog.ui.widgets.placed import once_placed
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from twitchlog.domain.learn import Counterpart, Verb
    from twitchlog.presenters.learn import CardGroup, CardPage
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.counterparts import Counterparts

LIST_WIDTH: Final = 420
FIRST: Final = "twitch"


class LearnPage(BoxLayout):
    """The list of cards with the open one beside it or, on a phone, as a page over it."""

    is_help = True
    rail = "rail.help"

    def __init__(
        self, services: Services, shell: Shell, counterparts: Counterparts, **kwargs: Any
    ) -> None:
        super().__init__(**{"orientation": "vertical"} | kwargs)
        self._shell, self._counterparts = shell, counterparts
        self.presenter = LearnPresenter(services, self)
        self._following = Following(services, CONCERNS, lambda _days: self.presenter.refresh())
        self._wide: bool | None = None
        self._bar = AppBar(title=_("Help"), back=True, key="help.bar")
        self._bar.fbind("on_back", lambda _bar: self._leave())
        self._sought = ""
        self._segments = Segmented(
            options=[("learn", _("Learn")), ("using", _("Using TwitchLog"))],
            value="learn",
            key="help.part",
        )
        self._segments.fbind("on_choice", lambda *_args: self._choose_part())
        self.field = TextField(label=_("Search"), key="learn.search", longest=200)
        self.field.fbind("text", lambda *_args: self._later())
        self.field.fbind("on_validate", lambda _field: self._take_first())
        self._later = Clock.create_trigger(lambda _s: self.find(), 0.05)
        self._list = CardList(self.presenter.open)
        self._pane = self._view()
        self._single = CardPageScreen(
            self._view(),
            back=shell.pop,
            entered=self._opened,
            left=self._closed,
        )
        self._body = BoxLayout()
        self._side = BoxLayout(orientation="vertical")
        self._clear = IconButton(
            icon="close", tooltip=_("Clear the search"), key="learn.clear",
            pos_hint={"center_y": 0.45},
        )  # fmt: skip
        self._clear.fbind("on_release", lambda _button: self._empty())
        self._asking = line(self.field, spacing=dp(4))
        self._searching = column(self._asking)
        self._choosing = column(self._segments)
        self._using: Column | None = None
        self.fbind("width", self._centre)
        self.find()
        self._arrange()
        self._show_part()

    def entered(self) -> None:
        """Hear that the page came to the front."""
        # Bound only while it is seen: the shell outlives the page, and would keep it alive.
        self._shell.fbind("wide", self._arrange)
        self._arrange()
        self._following.entered()
        self._fill_pane()

    def left(self) -> None:
        """Hear that the page is out of sight."""
        self._shell.funbind("wide", self._arrange)
        self._following.left()

    def find(self) -> None:
        """Show the cards that fit what is typed, those on how TwitchLog is used among them."""
        if self.field.text.strip() and self._segments.value == "using":
            self._segments.value = "learn"
            self._show_part()
        swap(self._asking, self.field, *([self._clear] if self.field.text else []))
        self.presenter.find(self.field.text)

    def read(self, name: str) -> None:
        """Show one card: beside the list in a wide window, else as a page by itself."""
        if self._shell.wide and self._shell.page is not self:
            self._shell.push(self)
        self.presenter.open(name)

    def show_list(self, groups: tuple[CardGroup, ...], nothing: str) -> None:
        """Show the cards there are, or that none fits."""
        self._list.show(groups, nothing)

    def show_card(self, page: CardPage) -> None:
        """Show a card where there is room for it."""
        if self._shell.page is self._single:
            self._single.view.show(page)
        elif self._shell.wide:
            self._pane.show(page)
            self._mark()
        else:
            self._single.view.show(page)
            self._shell.push(self._single)

    def show_using(self, number: int) -> None:
        """Show a card on how TwitchLog is used, scrolled to it; a step back leads to the search."""
        self._sought, self.field.text = self.field.text, ""
        self._segments.value = "using"
        self._show_part()
        using = self._using
        assert using is not None
        wanted = using.cards.children[-1 - number]
        once_placed(lambda: using.scroll_to(wanted, padding=dp(12), animate=False))

    def step_back(self) -> bool:
        """Show again what was found when a card on how TwitchLog is used was opened from it."""
        sought, self._sought = self._sought, ""
        if not sought or self.field.text.strip() or self._segments.value != "using":
            return False
        self.field.text = sought
        self.find()
        return True

    def can(self, counterpart: Counterpart, verb: Verb) -> bool:
        """Tell whether there is a screen for this."""
        return self._counterparts.can(counterpart, verb)

    def go(self, counterpart: Counterpart, verb: Verb) -> None:
        """Lead to the screen for this."""
        self._counterparts.go(counterpart, verb)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def _view(self) -> CardView:
        return CardView(act=self.presenter.act, read=self.presenter.open)

    def _empty(self) -> None:
        self.field.text = ""
        self.find()
        self.field.write()

    def _take_first(self) -> None:
        self.find()
        self.presenter.open_first()

    def _opened(self) -> None:
        """Hear that a card came to the front, also again, from what it led to."""
        if not self.presenter.open_id and self._single.view.page is not None:
            self.presenter.open(self._single.view.page.id)
        self._following.entered()

    def _closed(self) -> None:
        self._following.left()
        self.presenter.close()

    def _leave(self) -> None:
        if not self.step_back():
            self._shell.pop()

    def _choose_part(self) -> None:
        self._sought = ""
        self._show_part()

    def _mark(self) -> None:
        """Mark the row of the card that stands beside the list."""
        self._list.mark_row(self._pane.page.id if self._wide and self._pane.page else "")

    def _show_part(self) -> None:
        above = [self._choosing, self._searching] if self._wide else []
        if self._segments.value == "using":
            if self._using is None:
                from twitchlog.ui.screens import help as help_page

                self._using = Column(widest=dp(WIDEST))
                self._using.hold([help_page.card_of(each) for each in self.presenter.using()])
            swap(self._side, *above, *([Widget()] if self._wide else []))
            swap(self._body, *([self._side] if self._wide else []), self._using)
        else:
            swap(self._side, *above, self._list)
            swap(self._body, self._side, *([self._pane] if self._wide else []))

    def _arrange(self, *_args: Any) -> None:
        wide = self._shell.wide
        if wide == self._wide:
            return
        self._wide = wide
        self._side.size_hint_x = None if wide else 1
        self._side.width = dp(LIST_WIDTH) if wide else self.width
        above = [] if wide else [self._choosing, self._searching]
        swap(self, self._bar, *above, self._body)
        if not wide and self._shell.page is not self._single:
            self.presenter.close()
        self._centre()
        self._show_part()
        self._mark()
        if self._shell.page is self:
            self._fill_pane()

    def _fill_pane(self) -> None:
        """Show the card shown last beside the list, at first the first one."""
        if self._wide and not self.presenter.open_id:
            self.presenter.open(self._pane.page.id if self._pane.page else FIRST)

    def _centre(self, *_args: Any) -> None:
        """Give what stands over the list the list's own margins."""
        wide = self._wide
        margin = dp(16) if wide else max((self.width - dp(WIDEST)) / 2, dp(16))
        self._choosing.padding = (margin, 0, margin, dp(12))
        self._searching.padding = (margin, 0, margin, dp(8))


def build(services: Services, shell: Shell, counterparts: Counterparts) -> LearnPage:
    """Return the page, to be pushed over the screens, or asked to `read` one card."""
    return LearnPage(services, shell, counterparts)
