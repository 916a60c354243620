"""The body to choose from: by finger, mouse or keyboard, as large as one likes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.core.window import Window
from kivy.metrics import dp

from twitchlog.domain.site import site_or_unknown
from twitchlog.ui import theme
from twitchlog.ui.widgets import body_walk, camera, focus
from twitchlog.ui.widgets.body_sheet import MARK
from twitchlog.ui.widgets.body_zoom import ZoomedFigure
from twitchlog.ui.widgets.bubble import Bubble
from twitchlog.ui.widgets.fingers import Fingers
from twitchlog.ui.widgets.pressing import Pressable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.ui.widgets.body_walk import Spot

    Point = Sequence[float]

REACH_DP: Final = 24
MOUSE_DP: Final = 4
MARGIN_DP: Final = 32
_ARROWS: Final = frozenset({"up", "down", "left", "right"})
_CLOSER: Final = frozenset({"+", "=", "plus", "numpadadd"})
_FURTHER: Final = frozenset({"-", "minus", "numpadsubstract"})


class BodyPicker(Pressable, ZoomedFigure):
    """The figure to tap on; `on_pick(sites, view, adds)` gives what a tap may mean.

    The likeliest site comes first; a tap beside the body gives nothing. `adds`: it is one more
    place, by a long press or with Ctrl. A tap on head, hand or foot opens the inset with its parts.
    """

    __events__ = ("on_pick",)

    ring_gap = -5

    def __init__(self, **kwargs: Any) -> None:
        self._hand = Fingers(self)
        self.bubble = Bubble()
        self._cursor: Spot | None = None
        self._pointed: Spot | None = None
        super().__init__(**kwargs)
        self.canvas.after.add(self.bubble)
        self.fbind("hovered", self._follow_mouse)

    def on_pick(self, *_args: Any) -> None:
        """Hear which places a tap may mean."""

    @property
    def said(self) -> str:
        """What the label says of the place pointed at, or where the keyboard is."""
        return self.bubble.text

    def wants(self, touch: Any) -> bool:
        """Return whether a touch is for the picture, not for scrolling what it lies in."""
        button = getattr(touch, "button", None) or "left"
        if button.startswith("scroll"):
            return button == "scrolldown" or (button == "scrollup" and not self.camera.whole)
        return not self.camera.whole or self._hand.down_now

    def calm(self) -> None:
        """Show the whole figure and forget where the keyboard was."""
        self._cursor = self._pointed = None
        self.show_whole()

    def nearer(self) -> None:
        """Zoom in on where the keyboard is, else on a chosen place, else on the middle."""
        spots = [self._cursor] if focus.by_keyboard() else []
        if self.whole:
            spots += [(view, site) for site in self.chosen for view in self.views]
        shapes = [shape for spot in spots if (shape := body_walk.shape_of(spot)) is not None]
        x = self.midline(self.views[0]) if self.whole else self.center_x
        at = self.spot(shapes[0]) if shapes else (x, self.center_y)
        self.zoom_in_on(camera.STEP, at)

    def further(self) -> None:
        """Zoom out."""
        self.zoom_in_on(1 / camera.STEP, (self.center_x, self.center_y))

    def outline(self) -> tuple[tuple[float, float], tuple[float, float], float]:
        """Return where the ring of the keyboard lies."""
        return self.pos, self.size, dp(12)

    def repaint(self, *_args: Any) -> None:
        """Draw it anew, in the colours in use."""
        ZoomedFigure.repaint(self)

    def reflow(self) -> None:
        """Set the name anew."""
        self._mark()

    def arrange(self, *_args: Any) -> None:
        """Put the views, and what marks one place in them, where they belong."""
        super().arrange()
        self._mark()

    def turn(self, *_args: Any) -> None:
        """Show other views; the keyboard stays at its place where they have it."""
        super().turn()
        self._pointed = None
        self._cursor = body_walk.again(self._cursor, self.views)
        self._mark()

    # Fingers and mouse

    def on_touch_down(self, touch: Any) -> bool:
        """Begin a tap, a drag or a pinch; the wheel zooms."""
        if self.disabled or not self.collide_point(*touch.pos):
            return False
        button = getattr(touch, "button", None) or "left"
        if button in {"scrolldown", "scrollup"}:
            wanted = self.wants(touch)
            if wanted:
                closer = button == "scrolldown"  # so kivy calls a wheel turned away from one
                self.zoom(camera.WHEEL if closer else 1 / camera.WHEEL, touch.pos)
            return wanted
        if button != "left":
            return False
        focus.used_keyboard(False)
        touch.grab(self)
        self.focus = True
        focus.Focusable.ignored_touch.append(touch)
        self._hand.down(touch)
        return True

    def on_touch_move(self, touch: Any) -> bool:
        """Follow a finger."""
        if touch.grab_current is not self:
            return False
        self._hand.move(touch)
        return True

    def on_touch_up(self, touch: Any) -> bool:
        """End what the finger began."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self._hand.up(touch)
        return True

    def tapped(self, at: Point, *, again: bool) -> None:
        """Choose what lies there; a quick second tap goes back to the whole figure.

        Where all of it is in sight, a second tap on the same place is one too many.
        """
        if again and not self.whole:
            self.show_whole()
        elif not again or self._spot_at(at, dp(REACH_DP)) != self._cursor:
            self._choose_at(at, adds="ctrl" in Window.modifiers)

    def held(self, at: Point) -> None:
        """Add what lies there."""
        self._choose_at(at, adds=True)

    def dragged(self, right: float, up: float) -> None:
        """Move the picture."""
        self.drag(right, up)

    def pinched(self, before: tuple[Point, Point], after: tuple[Point, Point]) -> None:
        """Zoom the picture."""
        self.pinch(before, after)

    def _choose_at(self, at: Point, *, adds: bool) -> None:
        view, sites = self.sites_under(at, dp(REACH_DP))
        if sites:
            inset = "" if self.fine(view) else body_walk.inset_of(view, sites[0])
            self._choose(view, sites, inset=inset, adds=adds)

    def _choose(self, view: str, sites: tuple[str, ...], *, inset: str, adds: bool) -> None:
        self._cursor = view, sites[0]
        self.dispatch("on_pick", sites, view, adds)
        if inset and not self.inset:
            self.inset = inset
        self._mark()

    def _spot_at(self, at: Point, reach: float) -> Spot | None:
        """Return the likeliest place at a point, if there is any."""
        view, sites = self.sites_under(at, reach)
        return (view, sites[0]) if sites else None

    def _change_layer(self, *_args: Any) -> None:
        """Leave the picture as light as it is: the place the mouse is on is marked instead."""

    def _follow_mouse(self, *_args: Any) -> None:
        if self.hovered:
            Window.fbind("mouse_pos", self._point)
            self._point(Window, Window.mouse_pos)
        else:
            Window.funbind("mouse_pos", self._point)
            self._pointed = None
            self._mark()

    def _point(self, _window: Any, place: Point) -> None:
        pointed = self._spot_at(self.to_widget(*place), dp(MOUSE_DP))
        if pointed != self._pointed:
            self._pointed = pointed
            self._mark()

    # Keyboard

    def activate(self) -> None:
        """Choose the place the keyboard is at."""
        if self._cursor is None:
            self._begin()
        elif not self.disabled:
            view, site = self._cursor
            inset = body_walk.inset_of(view, site, only_first=True)
            self._choose(view, (site,), inset=inset, adds="ctrl" in Window.modifiers)

    def keyboard_on_key_down(
        self, window: Any, keycode: tuple[int, str], text: str, modifiers: list[str]
    ) -> bool:
        """Walk with the arrows, zoom with + and -, see all with Home."""
        key, held = keycode[1], set(modifiers) & {"ctrl", "alt", "meta"}
        if key in self.activated_by and held == {"ctrl"}:
            self.activate()
        elif held:
            return False
        elif key in _ARROWS:
            self._go(key)
        elif key in _CLOSER or text in _CLOSER:
            self.nearer()
        elif key in _FURTHER or text in _FURTHER:
            self.further()
        elif key == "home":
            self.show_whole()
        else:
            return bool(super().keyboard_on_key_down(window, keycode, text, modifiers))
        focus.used_keyboard(True)
        return True

    def show_focus(self) -> None:
        """Draw or remove the ring and the mark of the keyboard."""
        super().show_focus()
        if self.rings() and self._cursor is None:
            self._begin()
        self._mark()

    def _begin(self) -> None:
        self._cursor = body_walk.begin(self.views, self.chosen)
        self._mark()

    def _go(self, way: Any) -> None:
        if self._cursor is None:
            self._begin()
            return
        fine = self.fine(self._cursor[0])
        self._cursor = body_walk.step(self._cursor, way, self.views, self.spot, fine=fine)
        shape = body_walk.shape_of(self._cursor)
        if shape is not None:
            self._bring(*self.spot(shape))
        self._mark()

    def _bring(self, x: float, y: float) -> None:
        """Move the picture so that a point is well in sight."""
        edge = dp(MARGIN_DP)
        if not (self.x + edge < x < self.right - edge and self.y + edge < y < self.top - edge):
            self.drag(self.center_x - x, self.center_y - y, glide=True)

    def _mark(self) -> None:
        """Draw a line around what is pointed at, or where the keyboard is, and name it."""
        spot = self._pointed or (self._cursor if self.rings() else None)
        for sheet in self._sheets.values():
            sheet["mark"].wipe()
        shape = body_walk.shape_of(spot)
        if spot is None or shape is None or spot[0] not in self._sheets:
            self.bubble.hide()
            return
        layer, rings = self._sheets[spot[0]]["mark"], list(shape.mesh.outlines())
        layer.draw(rings, theme.colours.card, MARK + 1)
        layer.draw(rings, theme.colours.on_surface, MARK)
        left, top, scale = self.placed(spot[0])
        place, (_left, upper, _right, lower) = site_or_unknown(spot[1]), shape.box
        at = left + shape.centre[0] * scale, top - lower * scale, top - upper * scale
        self.bubble.say(place.name, place.muscle, at, (self.pos, self.size))
