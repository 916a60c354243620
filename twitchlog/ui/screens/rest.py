"""The rest count: a big button for two minutes of sitting still, and the counts so far."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.anchorlayout import AnchorLayout

from twitchlog.presenters.rest import CONCERNS, Phase, RestPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.form import Form
from twitchlog.ui.screens.pages import FollowingPage, heading
from twitchlog.ui.screens.rest_card import RestCard
from twitchlog.ui.widgets.buttons import TextButton, TonalButton
from twitchlog.ui.widgets.cards import Card
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.even import Even
from twitchlog.ui.widgets.forms import Choices, Question, column, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.tap_disc import ACROSS, TapDisc

if TYPE_CHECKING:
    from twitchlog.domain.rest import RestCount
    from twitchlog.presenters.rest import RestPage as Shown
    from twitchlog.presenters.rest_words import RestRow
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell
    from twitchlog.ui.screens.logging import Logging

TICK_S: Final = 0.25


class RestPage(FollowingPage):
    """The button keeps its place on the page; what it is about stands below it.

    With `then_open` the count of that id is opened as soon as it is known.
    """

    def __init__(
        self, services: Services, shell: Shell, logging: Logging, *, then_open: str = "",
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(services, shell, _("Rest count"), key="rest", kinds=CONCERNS, **kwargs)
        self._logging, self._then_open = logging, then_open
        self.presenter = presenter = RestPresenter(services, self)
        self._tick = Clock.create_trigger(lambda _s: presenter.tick(), TICK_S, interval=True)
        self._disc = TapDisc(key="rest.tap")
        self._disc.fbind("on_release", lambda _disc: presenter.press())
        around = AnchorLayout(size_hint_y=None, height=dp(ACROSS))
        around.add_widget(self._disc)
        self._left = Text(role="title", halign="center")
        self._head = column(around, self._left, spacing=dp(8), padding=(0, dp(8), 0, dp(4)))
        self._places = Choices(key="rest.site")
        self._places.fbind("on_pick", lambda _row, site: presenter.choose(site))
        other = Chip(text=_("Another"), icon="magnify", toggles=False, key="rest.site.other")
        other.fbind("on_release", lambda _chip: self._ask_place())
        self._places.end_with(other)
        where = Text(text=_("Where? Optional; a tap on a place counts too"), role="title_small")
        self._where = column(where, self._places, spacing=dp(4))
        self._back = TonalButton(
            text=_("Undo last tap"), icon="undo", size_hint_x=1, key="rest.undo"
        )
        self._back.fbind("on_release", lambda _button: presenter.take_back())
        self._stop = TonalButton(text=_("Stop early"), icon="stop", size_hint_x=1, key="rest.stop")
        self._stop.fbind("on_release", lambda _button: presenter.finish())
        self._buttons = Even(columns=2, spacing=dp(8))
        for button in (self._back, self._stop):
            self._buttons.add_widget(button)
        self._kept = Text(
            text=_("Each tap is saved at once. If the program closes, the count ends there."),
            ink="on_surface_variant",
        )
        self._explained = Card(spacing=dp(8))
        self._result = Card(spacing=dp(4), key="rest.result")
        self._earlier = heading(_("Rest counts so far"))
        self._trend = RestCard()
        self._rows = RowGroup()

    def entered(self) -> None:
        """Hear that the page came to the front; Space counts at once."""
        super().entered()
        self._tick()
        self._disc.focus = True

    def left(self) -> None:
        """Hear that the page is out of sight: what was counted is kept."""
        super().left()
        self._tick.cancel()
        self.presenter.finish()

    def show(self, page: Shown) -> None:
        """Show the count and those before it."""
        counting = page.phase is Phase.COUNTING
        self._disc.share = page.share
        if counting:
            self._disc.text, self._disc.second = page.count, page.said
        else:
            again = page.phase is Phase.DONE
            self._disc.text = _("Count again") if again else _("Start")
            self._disc.second = ""
        self._left.text = page.left if counting else ""
        self._places.show(page.places)
        self._back.disabled = not page.can_undo
        cards: list[Any] = [self._head]
        if page.phase is Phase.DONE:
            swap(self._result, *self._told(page))
            cards.append(self._result)
        else:
            cards.append(self._where)
        if counting:
            cards += [self._buttons, self._kept]
        else:
            cards += self._below(page)
        self.hold(*cards)
        asked, self._then_open = self._then_open, ""
        if asked in self.presenter.known:
            self._open(asked)

    def _told(self, page: Shown) -> list[Any]:
        lines = [Text(text=page.result, role="title")]
        lines += [
            Text(text=each, ink="on_surface_variant")
            for each in (page.result_places, page.result_second)
            if each
        ]
        return lines

    def _below(self, page: Shown) -> list[Any]:
        swap(
            self._explained,
            *(Text(text=each, ink="on_surface_variant") for each in page.explained),
        )
        cards: list[Any] = [self._explained] if page.phase is Phase.READY else []
        if page.trend is not None:
            self._trend.show(page.trend)
            cards.append(self._trend)
        if page.rows:
            swap(self._rows, *(self._row(each) for each in page.rows))
            cards += [self._earlier, self._rows]
        return cards

    def _row(self, each: RestRow) -> ListRow:
        row = ListRow(title=each.title, second=each.second, time=each.time,
                      key=f"rest.row.{each.id}")  # fmt: skip
        row.fbind("on_release", lambda _row: self._open(each.id))
        return row

    def _open(self, count_id: str) -> None:
        held = self.presenter.known.get(count_id)
        if held is not None:
            RestForm(self.shell, self.presenter, held).open()

    def _ask_place(self) -> None:
        choose = self.presenter.choose
        self._logging.ask_place(_("Where?"), choose, self.presenter.offer_places)


class RestForm(Form):
    """A count that was made: its note, a place for the twitches without one, and its removal."""

    def __init__(self, shell: Shell, presenter: RestPresenter, held: RestCount) -> None:
        super().__init__(shell, _("Rest count"), save=self._keep_count, key="rest.form")
        self._presenter, self._held = presenter, held
        self.opened = held
        self._site = ""
        self._note = self.add_text(_("Note"), held.note, key="rest.form.note", multiline=True)
        if any(tap.site is None for tap in held.taps):
            self._places = Choices(key="rest.form.site")
            self._places.fbind("on_pick", lambda _row, site: self._choose(site))
            self.add(Question(_("Where were those without a place?"), self._places))
            presenter.offer_places(self._places.show)
        remove = TextButton(text=_("Remove"), icon="delete-outline", key="rest.form.remove")
        act = partial(presenter.remove, held.id, self, self.close)
        remove.fbind("on_release", lambda _button: act())
        self.add(remove)

    def _choose(self, site: str) -> None:
        self._site = "" if site == self._site else site
        for chip in self._places.chips():
            chip.chosen = chip.value == self._site

    def _keep_count(self) -> None:
        self._presenter.edit(self._held.id, self._note.text, self._site, self, self.close)


def build(services: Services, shell: Shell, *, logging: Logging, then_open: str = "") -> RestPage:
    """Return the page, to be pushed over the screens; `then_open` is the id of a count to open."""
    return RestPage(services, shell, logging, then_open=then_open)
