"""The body to choose from, with what is around it: its sides by name, and buttons to zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.metrics import dp
from kivy.uix.floatlayout import FloatLayout

from twitchlog import bodymap
from twitchlog.domain.site import SITES
from twitchlog.translation import _, said
from twitchlog.ui import theme
from twitchlog.ui.widgets.body_picker import BodyPicker
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.chips import Chip
from twitchlog.ui.widgets.forms import Scroll, swap
from twitchlog.ui.widgets.lettering import Letters
from twitchlog.ui.widgets.shapes import Box

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kivy.uix.widget import Widget

_EDGE: Final = 9


class RoundButton(IconButton):
    """A button that lies on a picture: its disc covers what is below."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"fill": "surface_container_high", "icon_size": dp(20)} | kwargs)


class BackChip(Chip):
    """A chip that lies on a picture."""

    def __init__(self, **kwargs: Any) -> None:
        self._ground = Box()
        super().__init__(toggles=False, icon="arrow-left", **kwargs)
        self.canvas.before.add(self._ground)

    def repaint(self, *_args: Any) -> None:
        """Take on the colours in use."""
        super().repaint()
        self._ground.paint("surface_container_high")

    def _lay(self, *_args: Any) -> None:
        super()._lay()
        self._ground.place(*self.outline())


class Figures(FloatLayout):
    """Front and back with the person's own left and right marked, or a part of them, larger.

    `on_pick(sites, view, adds)` is that of the picker. With `larger`, a button asks for more room:
    `on_larger`.
    """

    __events__ = ("on_pick", "on_larger")

    def __init__(self, *, larger: bool = False, key: str = "sheet.body", **kwargs: Any) -> None:
        self._names = [Letters() for _each in range(6)]
        super().__init__(**kwargs)
        self.figure = BodyPicker(key=key, size_hint=(None, None))
        # over the buttons, which lie on the figure
        self.figure.canvas.after.remove(self.figure.bubble)
        self.canvas.after.add(self.figure.bubble)
        self.figure.fbind("on_pick", lambda _figure, *what: self.dispatch("on_pick", *what))
        self._closer = RoundButton(icon="plus", tooltip=_("Larger"), key=f"{key}.closer")
        self._closer.fbind("on_release", lambda _button: self.figure.nearer())
        self._further = RoundButton(icon="minus", tooltip=_("Smaller"), key=f"{key}.further")
        self._further.fbind("on_release", lambda _button: self.figure.further())
        self._back = BackChip(text=_("Whole body"), key=f"{key}.whole")
        self._back.fbind("on_release", lambda _chip: self.figure.show_whole())
        self._larger = RoundButton(
            icon="arrow-expand", tooltip=_("Larger map"), key=f"{key}.larger"
        )
        self._larger.fbind("on_release", lambda _button: self.dispatch("on_larger"))
        self._enlarges = larger
        for letters in self._names:
            self.canvas.add(letters)
        for name in ("whole", "views", "in_sight"):
            self.figure.fbind(name, self._around)
        theme.watch(self)
        self._around()

    def on_pick(self, *_args: Any) -> None:
        """Hear which places a tap may mean."""

    def on_larger(self, *_args: Any) -> None:
        """Hear that more room is asked for."""

    def follow(self, sites: Sequence[str]) -> None:
        """Light up these places; an inset without any of them gives way to the one that has them.

        So a hand that turns out to be the other one is shown as such.
        """
        figure = self.figure
        figure.chosen = list(sites)
        if figure.inset and sites and not _shown(sites, figure.inset):
            kind = figure.inset.partition("-")[0]
            insets = [view for view in bodymap.load().views if view not in bodymap.BODY]
            insets.sort(key=lambda view: view.partition("-")[0] != kind)
            figure.inset = next((view for view in insets if _shown(sites, view)), "")

    def needs(self, width: float) -> float:
        """Return how high the whole body is, with what stands over it, at this width."""
        shown = [bodymap.load().views[view] for view in bodymap.BODY]
        scale = (width - self.figure.gap) / sum(one.width for one in shown)
        return max(one.height for one in shown) * scale + self._head()

    def repaint(self) -> None:
        """Take on the colours in use."""
        for index, letters in enumerate(self._names):
            letters.paint("on_surface" if index % 3 == 1 else "on_surface_variant")

    def reflow(self) -> None:
        """Measure the words anew."""
        self._trigger_layout()

    def do_layout(self, *_args: Any, **_kwargs: Any) -> None:
        """Put the headings over the figures, and the buttons where no figure is."""
        figure = self.figure
        head = self._head()
        foot = theme.line_height("body_small") + dp(4) if figure.inset else 0
        figure.pos = self.x, self.y + foot
        figure.size = self.width, max(self.height - head - foot, 1)
        self._back.pos = self.x, (self.top if figure.inset else figure.top) - self._back.height
        self._place_buttons()
        self._title(head)
        self.repaint()

    def _head(self) -> float:
        """Return how high what stands over the figure is."""
        head = theme.line_height("label_small") + dp(4)
        return max(head, self._back.height) if self.figure.inset else head

    def _place_buttons(self) -> None:
        """Put the buttons between the feet, in the corners of what is zoomed, over an inset."""
        figure, low = self.figure, self.y - dp(4)
        right = self.right - dp(48)
        if figure.inset:
            self._closer.pos = right, self.top - dp(48)
            self._further.pos = right - dp(44), self.top - dp(48)
        else:
            x = right
            if len(figure.views) > 1 and figure.whole:
                x = sum(self._midline(view) for view in figure.views) / len(figure.views) - dp(24)
            self._further.pos = x, low
            self._closer.pos = x, low + dp(44)
        self._larger.pos = right if figure.whole else self.x, low

    def _around(self, *_args: Any) -> None:
        """Offer the way back only where there is one."""
        back = [] if self.figure.whole else [self._back]
        larger = [self._larger] if self._enlarges and not self.figure.inset else []
        swap(self, self.figure, *back, self._further, self._closer, *larger)
        self._further.disabled = self.figure.whole
        self._trigger_layout()

    def _title(self, head: float) -> None:
        """Name the views and mark their sides, over each of them or over what is in sight."""
        figure = self.figure
        for letters in self._names:
            letters.hide()
        top = self.top - head / 2
        if figure.inset:
            name, *halves = _named(figure.inset)
            left, right = self._back.right, self._further.x
            self._set(1, name, (left + right) / 2, top)
            if self._names[1].size[0] > right - left - dp(16):
                self._names[1].hide()
            for at, half in zip((0, 2), halves, strict=True):
                self._set(at, half, self.x + self.width * (1 + at) / 4, figure.y - dp(10))
        elif figure.whole and len(figure.views) > 1:
            middles = [self._midline(view) for view in figure.views]
            top = figure.rest(figure.views[0])[1] + head / 2
            reach = (middles[1] - middles[0]) / 2 - dp(_EDGE)
            for view, middle in enumerate(middles):
                self._set_sides(3 * view, figure.views[view], middle, reach, top)
        else:
            reach = self.width / 2 - dp(_EDGE)
            view = figure.in_sight
            if figure.whole:
                top = figure.rest(view)[1] + head / 2
                reach = min(reach, bodymap.load().views[view].width * figure.rest(view)[2] / 2)
            self._set_sides(0, view, self.center_x, reach, top)

    def _set_sides(self, first: int, view: str, middle: float, reach: float, y: float) -> None:
        """Set the name of a view, and the person's own left and right beside it."""
        sides = (_("L"), _("R")) if view == "back" else (_("R"), _("L"))
        name = said("side of the body", "Back") if view == "back" else _("Front")
        for at, text in enumerate((sides[0], name, sides[1])):
            self._set(first + at, text, middle + (at - 1) * reach, y)

    def _set(self, at: int, text: str, x: float, y: float) -> None:
        if text:
            letters = self._names[at]
            letters.set(text, "label_small" if at % 3 == 1 else "body_small")
            letters.centre(x, y)

    def _midline(self, view: str) -> float:
        """Return the x of a view's middle where nothing is zoomed: it may still be on its way."""
        left, _top, scale = self.figure.rest(view)
        return left + bodymap.load().views[view].width * scale / 2


class MapScroll(Scroll):
    """A column that scrolls, with a map in it that takes the wheel and the second finger."""

    def __init__(self, content: Widget, figures: Figures, **kwargs: Any) -> None:
        self._figures = figures
        self._first: Any = None
        super().__init__(content, **kwargs)

    def on_touch_down(self, touch: Any) -> bool:
        """Hand a touch to the map where it wants it at once, else wait whether it scrolls."""
        if not self._on_map(touch):
            return bool(super().on_touch_down(touch))
        if self._wanted(touch) or self._waits():
            touch.push()
            touch.apply_transform_2d(self.to_local)
            if self._waits():
                self._hand_over()
            taken = self._figures.on_touch_down(touch)
            touch.pop()
            if taken:
                return True
        self._first = touch
        return bool(super().on_touch_down(touch))

    def on_touch_up(self, touch: Any) -> bool:
        """Forget the finger that was waited for."""
        if touch is self._first:
            self._first = None
        return bool(super().on_touch_up(touch))

    def _wanted(self, touch: Any) -> bool:
        """Return whether the map wants a touch at once; a wheel first scrolls back to its top."""
        figure = self._figures.figure
        closer = getattr(touch, "button", None) == "scrolldown"
        below = self.scroll_y < 1 and self.content.height > self.height
        return bool(figure.wants(touch)) and not (closer and figure.whole and below)

    def _on_map(self, touch: Any) -> bool:
        """Return whether a touch is on the map, and the map is in sight there."""
        if self._figures.get_root_window() is None or not self.collide_point(*touch.pos):
            return False
        return bool(self._figures.collide_point(*self.to_local(*touch.pos)))

    def _waits(self) -> bool:
        """Return whether one finger rests on the map and has not begun to scroll."""
        state = self._first.ud.get(self._get_uid()) if self._first is not None else None
        return self._touch is self._first and bool(state) and state["mode"] == "unknown"

    def _hand_over(self) -> None:
        """Give the map the first of two fingers."""
        first, self._first, self._touch = self._first, None, None
        first.ungrab(self)
        first.ud[self._get_uid("svavoid")] = True
        first.push()
        first.apply_transform_2d(self.to_local)
        self._figures.on_touch_down(first)
        first.pop()


def _named(view: str) -> tuple[str, str, str]:
    """Return what an inset shows, and what its left and its right half are."""
    if view not in SITES:
        return _("Face"), _("R"), _("L")
    place = SITES[view]
    if place.part == "hand":
        return place.name, said("of the hand", "Back"), _("Palm")
    return place.name, _("Top"), _("Sole")


def _shown(sites: Sequence[str], view: str) -> bool:
    return any(bodymap.details_of(site, view=view) for site in sites)
