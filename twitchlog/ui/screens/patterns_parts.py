"""What every card of a chart has: its words, what can be chosen, its picture, the tapped part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.reports.charts.spec import Spec
from twitchlog.translation import _
from twitchlog.ui import theme
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import Ground
from twitchlog.ui.widgets.chart import SKELETON_AFTER
from twitchlog.ui.widgets.chart_parts import PartPicture
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.forms import column, swap
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.part_bar import PartBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.searching import Query
    from twitchlog.reports.charts.spec import Choices, Words
    from twitchlog.ui.widgets.chart import Draw

BLANK: Final = 180


@dataclass(frozen=True, slots=True)
class Tools:
    """What a card is given: how its picture is drawn, and where its taps lead.

    `entries` opens the entries behind a part, `choose` asks what the chart is to be made of, and
    `larger` opens the page of the chart, where the card does not stand on it, and `triggers` what
    goes with the twitching. `picture` makes the widget of the picture.
    """

    draw: Draw
    entries: Callable[[Query], None]
    choose: Callable[[Choices], None]
    larger: Callable[[], None] | None = None
    triggers: Callable[[], None] | None = None
    picture: Callable[..., PartPicture] = PartPicture


class Telling:
    """What every card has: a headline, a note, choices, a picture and what is tapped on it."""

    def prepare(self, title: str, tools: Tools, key: str) -> None:
        """Make all of it; until the chart is told, its name stands there."""
        self.tools, self.told = tools, None
        self.alone = tools.larger is None
        self.headline = Text(text=title, role="title")
        self.note = Text(ink="on_surface_variant")
        self.chips = ChipRow()
        self.picture = tools.picture(tools.draw, key=f"{key}.picture")
        self._bar: PartBar | None = None
        self.blank = Blank()
        self.larger = IconButton(icon="arrow-expand", tooltip=_("Larger"), key=f"{key}.larger")
        self.larger.fbind("on_release", lambda _button: self._enlarge_it())
        self.head = Beside(self.headline, self.larger)
        self.words = column(self.head, spacing=dp(4))
        self.picture.fbind("part", self.part_changed)
        self.picture.fbind("on_open", self._open_entries)
        self.picture.fbind("on_release", lambda _picture: self._enlarge_it())

    @property
    def bar(self) -> PartBar:
        """What says the tapped part; made with the first tap, so that a card is made in no time."""
        if self._bar is None:
            self._bar = PartBar(key=f"{self.key}.part")
            self._bar.fbind("on_step", lambda _bar, steps: self.picture.step(steps))
            self._bar.fbind("on_entries", self._open_entries)
        return self._bar

    @property
    def silent(self) -> bool:
        """Whether there is nothing to say that is worth a card."""
        return False

    @property
    def near(self) -> bool:
        """Whether the card is in sight, or nearly so."""
        return bool(self.picture.near)

    @near.setter
    def near(self, near: bool) -> None:
        self.picture.near = near
        if near and self.told is None:
            self.blank.wait()

    def say(self, words: Words) -> None:
        """Show the words of a chart, and what can be chosen for it."""
        self.told = words
        self.blank.stop()
        self.headline.text, self.note.text = words.headline, words.note
        swap(self.words, self.head, *([self.note] if words.note else []))
        shows = bool(words.table.rows) or isinstance(words, Spec)
        self.head.show(button=shows and not self.alone)
        self.chips.clear_widgets()
        for each in words.choices:
            self.chips.add_widget(self._chip(each))

    def has_picture(self) -> bool:
        """Return whether the chart told of a picture."""
        return isinstance(self.told, Spec)

    def below(self) -> list[Any]:
        """Return what stands under the words: choices, picture, the tapped part, as far as any."""
        if self.told is None:
            return [self.blank]
        picture = [self.picture] if self.has_picture() else []
        return [*self.chosen(), *picture, *self.tapped()]

    def chosen(self) -> list[Any]:
        """Return the chips of what the chart is made of, if it has any."""
        return [self.chips] if self.chips.children else []

    def tapped(self) -> list[Any]:
        """Return what the tapped part says, if one is."""
        return [self.bar] if self.picture.chosen_row is not None and self.has_picture() else []

    def arrange(self) -> None:
        """Put everything in its place."""

    def _chip(self, choices: Choices) -> Chip:
        named = {each.id: each.label for each in choices.offered}
        chip = Chip(
            text=named.get(choices.chosen, choices.label),
            end_icon="menu-down",
            toggles=False,
            tooltip=choices.label,
            key=f"{self.key}.{choices.option}",
            lines=1,
        )
        chip.fbind("on_release", lambda _chip: self.tools.choose(choices))
        return chip

    def part_changed(self, *_args: Any) -> None:
        """Say what the chosen part has, or no more."""
        row = self.picture.chosen_row
        if row is not None:
            rows = self.picture.rows
            self.bar.show(
                row.says or ": ".join(row.cells),
                entries=row.behind is not None,
                before=self.picture.part != rows[0],
                after=self.picture.part != rows[-1],
            )
        self.arrange()

    def _open_entries(self, *_args: Any) -> None:
        row = self.picture.chosen_row
        if row is not None and row.behind is not None:
            self.tools.entries(row.behind)

    def _enlarge_it(self) -> None:
        if self.tools.larger is not None:
            self.tools.larger()


class Beside(BoxLayout):
    """A headline with a button at the upper right, which may be away."""

    def __init__(self, headline: Text, button: IconButton) -> None:
        super().__init__(size_hint_y=None, spacing=dp(4))
        self._headline, self._button = headline, button
        headline.pos_hint = {"top": 1}
        self.add_widget(headline)
        headline.fbind("height", self._fit)
        self._fit()

    def show(self, *, button: bool) -> None:
        """Show the button, or do without."""
        # The icon, not the room to touch it, ends where the picture does.
        self.padding = (0, 0, -dp(12) if button else 0, 0)
        swap(self, self._headline, *([self._button] if button else []))

    def do_layout(self, *args: Any) -> None:
        """Set the icon beside the first line; the room to touch it reaches above and below."""
        super().do_layout(*args)
        middle = self.y + self.height - theme.line_height(self._headline.role) / 2
        self._button.y = middle - self._button.height / 2

    def _fit(self, *_args: Any) -> None:
        self.height = max(self._headline.height, dp(24))


class Blank(Ground):
    """Stands for a picture whose chart is not read yet; grey only after a while."""

    def __init__(self) -> None:
        super().__init__(
            fill="", radius=dp(10), elevation=0, size_hint_y=None, height=dp(BLANK), padding=dp(16)
        )
        self._text = Text(ink="on_surface_variant", halign="center", pos_hint={"center_y": 0.5})
        self.add_widget(self._text)
        self._show = Clock.create_trigger(self._show_now, SKELETON_AFTER)
        self.wait, self.stop = self._show, self._show.cancel

    def _show_now(self, *_args: Any) -> None:
        self.fill = "surface_container"
        self._text.text = _("Drawing…")
