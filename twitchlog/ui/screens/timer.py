"""The timer: a whole page, the right pane of Today in a wide window, and a bar while it is away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.anchorlayout import AnchorLayout
from kivy.uix.boxlayout import BoxLayout

from twitchlog.domain.twitch import Strength
from twitchlog.translation import _
from twitchlog.ui.screens.timer_parts import PlacePill
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import FilledButton, TextButton
from twitchlog.ui.widgets.forms import Question, Scroll, column, line, swap
from twitchlog.ui.widgets.lettering import Icon, Text
from twitchlog.ui.widgets.ring import Ring
from twitchlog.ui.widgets.segments import Segmented

if TYPE_CHECKING:
    from twitchlog.presenters.timer import TimerPage
    from twitchlog.ui.screens.timing import Timing

PAGE_WIDTH: Final = 412
PILL_HIGH: Final = 64
RING_HIGH: Final = 300
RING_LOW: Final = 264
"""In a low window the ring gives way, so that the strength stays in sight."""
GAP: Final = 8
BAR: Final = 12


class TimerFace(BoxLayout):
    """The page of a running timer."""

    def __init__(self, timing: Timing) -> None:
        super().__init__(orientation="vertical")
        presenter = timing.presenter
        self._timing = timing
        self._bar = AppBar(
            title=_("Timing"),
            back=True,
            back_icon="chevron-down",
            back_tooltip=_("Keep it running"),
        )
        self._bar.fbind("on_back", lambda _bar: timing.close())
        self._pill = PlacePill(key="timer.place")
        self._pill.fbind("on_release", lambda _pill: timing.ask_place())
        self._ring = Ring(key="timer.ring")
        self._strength = Segmented(
            options=[(int(each), each.word) for each in Strength], key="timer.strength"
        )
        self._strength.fbind(
            "on_choice", lambda _row, value: presenter.choose_strength(Strength(value))
        )
        self._safe = Text(ink="on_surface_variant")
        stop = FilledButton(
            text=_("Stop and save"), icon="stop", tall=dp(64), size_hint_x=1, key="timer.stop"
        )
        stop.fbind("on_release", lambda _button: presenter.stop())
        away = TextButton(
            text=_("Throw this one away"), key="timer.away", pos_hint={"center_x": 0.5}
        )
        away.fbind("on_release", lambda _button: presenter.throw_away())
        self._promise = line(
            Icon(icon="content-save-outline", pos_hint={"center_y": 0.5}), self._safe,
            spacing=dp(12),
        )  # fmt: skip
        self._how_strong = Question(_("How strong, so far?"), self._strength)
        self._around = _centred(self._ring, dp(RING_HIGH))
        self._asked = _centred(self._pill, dp(PILL_HIGH)), self._around, self._how_strong
        self._column = column(*self._asked, spacing=dp(GAP))
        self._buttons = stop, away
        self._foot = column(self._promise, *self._buttons, spacing=dp(12))
        self._foot.padding = (0, dp(8), 0, dp(16))
        inner = BoxLayout(orientation="vertical", size_hint_x=None)
        # What scrolls has its bar beside it, not on it.
        self._column.padding = (0, 0, dp(BAR), 0)
        self._upper = Scroll(self._column)
        above = BoxLayout(padding=(0, 0, -dp(BAR), 0))
        above.add_widget(self._upper)
        inner.add_widget(above)
        inner.add_widget(self._foot)
        self._inner = inner
        middle = AnchorLayout()
        middle.add_widget(inner)
        middle.fbind("width", self._fit)
        for widget in (self._upper, self._how_strong, self._promise):
            widget.fbind("height", self._fit_ring)
        self.add_widget(self._bar)
        self.add_widget(middle)

    def entered(self) -> None:
        """Hear that the page came to the front."""
        self._timing.seen(True)

    def left(self) -> None:
        """Hear that the page is gone."""
        self._timing.seen(False)

    def show(self, page: TimerPage) -> None:
        """Show the time so far."""
        self._bar.second = page.started
        self._pill.site, self._pill.text = page.site, page.place
        self._ring.share, self._ring.time, self._ring.unit = page.minute, page.time, page.unit
        self._strength.value = None if page.strength is None else int(page.strength)
        self._safe.text = page.safe

    def _fit(self, _middle: Any, width: float) -> None:
        self._inner.width = min(width, dp(PAGE_WIDTH)) - 2 * dp(24)

    def _fit_ring(self, *_args: Any) -> None:
        """Make room for the strength: by a smaller ring, then by what scrolls with it."""
        room = self._upper.height - self._how_strong.height - dp(PILL_HIGH + 2 * GAP)
        below = self._promise.height + self._foot.spacing
        if self._promise.parent is self._foot:
            scrolls = room < dp(RING_LOW)
        else:
            scrolls = room - below < dp(RING_LOW)
        foot = self._buttons if scrolls else (self._promise, *self._buttons)
        swap(self._column, *self._asked, *((self._promise,) if scrolls else ()))
        swap(self._foot, *foot)
        high = min(max(room, dp(RING_LOW)), dp(RING_HIGH))
        self._around.height = high
        self._ring.size = high - dp(16), high - dp(16)


def _centred(widget: Any, high: float) -> AnchorLayout:
    box = AnchorLayout(size_hint_y=None, height=high)
    box.add_widget(widget)
    return box
