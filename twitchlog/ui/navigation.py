"""The frame around the screens: bar or rail, the screen in front, and what lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from weakref import WeakKeyDictionary, ref

from kivy.animation import Animation
from kivy.core.window import Window
from kivy.metrics import dp
from kivy.properties import BooleanProperty, DictProperty, ObjectProperty, StringProperty
from kivy.uix.floatlayout import FloatLayout

from twitchlog.ui import theme
from twitchlog.ui.keyboard import Keyboard
from twitchlog.ui.saying import Saying
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.bars import BottomBar, Rail
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.layers import Layer
from twitchlog.ui.widgets.pointer import Pointer
from twitchlog.ui.widgets.shapes import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

RAIL_FROM: Final = 600
WIDE_FROM: Final = 840
CROSS_FADE: Final = 0.2
SNACK_WIDTH: Final = 480
TIMER_BAR: Final = 56


class Shell(Saying):
    """The root of the window.

    Screens are made by their factory when they are first shown; a screen with `entered()` or
    `left()` is told when it comes to the front and when it goes, one with `step_back()` is asked
    before Esc leaves it, and the `foot_height` of one stays free of words. `shortcuts` maps
    "ctrl+n" and the like to callables. While it is not `ready` its tabs do nothing yet.
    """

    __events__ = ("on_fab",)

    current = StringProperty()
    wide = BooleanProperty(False)
    railed = BooleanProperty(False)
    shortcuts = DictProperty()
    timer_bar = ObjectProperty(None, allownone=True)
    ready = BooleanProperty(True)

    def __init__(self, **kwargs: Any) -> None:
        self._ground = Strip()
        self._factories: dict[str, Callable[[], Widget]] = {}
        self._screens: dict[str, Widget] = {}
        self._pages: list[Widget] = []
        self._shown: Widget | None = None
        self._keyboard_in: WeakKeyDictionary[Widget, ref[Widget]] = WeakKeyDictionary()
        self.pointer = Pointer(self)
        self.keyboard = Keyboard(self)
        super().__init__(**kwargs)
        self.canvas.before.add(self._ground)
        self.bottom, self.rail = BottomBar(), Rail()
        self.place = FloatLayout(size_hint=(None, None))
        for bar in (self.bottom, self.rail):
            bar.fbind("on_tab", lambda _bar, name: self.go(name))
            bar.fbind("on_fab", lambda _bar: self.dispatch("on_fab"))
        self.fbind("timer_bar", self._arrange)
        theme.watch(self)
        self.repaint()

    def on_fab(self, *_args: Any) -> None:
        """Hear of a tap on the button that logs."""

    def add(
        self, name: str, label: str, icon: str, icon_chosen: str, factory: Callable[[], Widget]
    ) -> None:
        """Add a screen and its tab; `factory` makes it when it is first shown."""
        self._factories[name] = factory
        for bar in (self.bottom, self.rail):
            bar.add_tab(name, label, icon, icon_chosen)

    def add_foot(self, key: str, icon: str, tooltip: str, act: Callable[[], None]) -> IconButton:
        """Add an action at the foot of the rail, where the phone has it in the app bar."""
        button = IconButton(icon=icon, tooltip=tooltip, key=key)
        button.fbind("on_release", lambda _button: act())
        self.rail.add_foot(button)
        return button

    def screen(self, name: str) -> Widget | None:
        """Return a screen that was made already, or None."""
        return self._screens.get(name)

    def go(self, name: str) -> Widget | None:
        """Bring a screen to the front and close what lies over it; None while not ready."""
        if not self.ready:
            return None
        self.close_all()
        if name not in self._screens:
            self._screens[name] = self._factories[name]()
        self.current = name
        for bar in (self.bottom, self.rail):
            bar.show(name)
        screen = self._screens[name]
        self._show(screen)
        return screen

    def push(self, page: Widget) -> None:
        """Show a whole page over the screens until `pop`; the bottom bar is hidden."""
        self._pages.append(page)
        self._show(page)

    def pop(self, *_args: Any) -> bool:
        """Close the uppermost page; return whether there was one."""
        below = self._pages[-2] if len(self._pages) > 1 else self._screens.get(self.current)
        if not self._pages or below is None:
            return False
        self._pages.pop()
        self._show(below)
        return True

    @property
    def page(self) -> Widget | None:
        """The page that lies over the screens, if any."""
        return self._pages[-1] if self._pages else None

    def close_top(self) -> bool:
        """Close or go back in what Esc means: dialog, sheet, page or snackbar; return if any."""
        if self.open_layers:
            self.open_layers[-1].escape()
        elif not self._step_back() and not self.pop():
            if self.snackbar is None:
                return False
            self.snackbar.close()
        return True

    def close_all(self) -> None:
        """Close every dialog, sheet and page."""
        self.close_layers()
        self._pages.clear()

    def leave(self) -> None:
        """Close all there is and let the screen in front hear that nobody will see it again."""
        self.close_all()
        if self._shown is not None:
            _tell(self._shown, "left")

    def bring_back(self) -> None:
        """Give the keyboard to sheets and dialogs again, once it was out of the window."""
        for layer in self.open_layers:
            focus.enter(layer)

    def repaint(self) -> None:
        """Take on the colours in use."""
        self._ground.paint("surface")

    def reflow(self) -> None:
        """Make room for larger words."""
        self._arrange()

    def do_layout(self, *_args: Any, **_kwargs: Any) -> None:
        """Arrange everything for the width there is."""
        self._arrange()

    def on_parent(self, _shell: Any, parent: Any) -> None:
        """Listen to mouse and keys while it is in a window."""
        if parent is not None:
            self.pointer.follow()
            self.keyboard.listen()
            Window.fbind("mouse_pos", self._rest)
        else:
            self.pointer.stop()
            self.keyboard.stop()
            Window.funbind("mouse_pos", self._rest)

    def on_touch_down(self, touch: Any) -> bool:
        """Notice that the pointer is used."""
        focus.used_keyboard(False)
        return super().on_touch_down(touch)

    def _step_back(self) -> bool:
        """Let the page go one step back in itself, where it has one to go."""
        step = getattr(self.page, "step_back", None)
        return bool(step and step())

    def _show(self, widget: Widget) -> None:
        """Bring a screen or a page to the front with a cross-fade."""
        old = self._shown
        if old is widget:
            return
        self._shown = widget
        if old is not None:
            Animation.cancel_all(old, "opacity")
            inside = focus.focused()
            self._keyboard_in.pop(old, None)
            if inside is not None and focus.holds(old, inside):
                self._keyboard_in[old] = ref(inside)
                inside.focus = False
            self.place.remove_widget(old)
            old.opacity = 1.0
            _tell(old, "left")
        widget.pos_hint = {"x": 0, "y": 0}
        self.place.add_widget(widget)
        lasts = theme.motion(CROSS_FADE)
        if lasts and old is not None:
            widget.opacity = 0.0
            Animation(opacity=1.0, d=lasts).start(widget)
        _tell(widget, "entered")
        self._arrange()
        self._keyboard_back(widget)

    def _keyboard_back(self, widget: Widget) -> None:
        """Bring the keyboard back to where it was when a screen or page was left."""
        kept = self._keyboard_in.pop(widget, None)
        inside = kept() if kept is not None else None
        if inside is None or not focus.by_keyboard() or focus.focused() is not None:
            return
        if focus.holds(widget, inside):
            inside.focus = True

    def _arrange(self, *_args: Any) -> None:
        self.railed = self.width >= dp(RAIL_FROM)
        self.wide = self.width >= dp(WIDE_FROM)
        self._ground.place(self.pos, self.size)
        # A rail whose tabs do nothing yet is not shown beside a page either.
        bare = bool(self._pages) and not (self.railed and self.ready)
        bar = None if bare else self.rail if self.railed else self.bottom
        timer = None if bare else self.timer_bar
        self._stack(bar, timer)
        left = low = 0.0
        if bar is self.rail:
            bar.pos, bar.height = self.pos, self.height
            left = bar.width
        elif bar is not None:
            bar.pos, bar.width, bar.height = self.pos, self.width, bar.needs()
            low = bar.height
        if timer is not None:
            timer.size = self.width - left, max(dp(TIMER_BAR), timer.height)
            timer.pos = self.x + left, self.y + low
            low += timer.height
        self.place.pos = self.x + left, self.y + low
        self.place.size = self.width - left, self.height - low
        for layer in self.open_layers:
            layer.pos, layer.size = self.pos, self.size
        if self.snackbar is not None:
            margin = dp(16)
            wide = self.width - left - 2 * margin
            self.snackbar.width = min(wide, dp(SNACK_WIDTH)) if self.railed else wide
            # Above the buttons at the foot of what is shown, never over them.
            foot = getattr(self._shown, "foot_height", 0.0)
            self.snackbar.pos = self.x + left + margin, self.y + low + foot + dp(8)

    def _stack(self, bar: Widget | None, timer: Widget | None) -> None:
        """Put place, timer, bar, layers and snackbar over each other, in this order."""
        first = (self.rail, self.place) if bar is self.rail else (self.place,)
        last = () if bar is None or bar is self.rail else (bar,)
        over = (*self.open_layers, *([self.snackbar] if self.snackbar else []))
        leaving = tuple(
            child
            for child in reversed(self.children)
            if isinstance(child, Layer) and not child.open
        )
        wanted = [*first, *([timer] if timer else []), *last, *leaving, *over]
        if list(reversed(self.children)) != wanted:
            self.clear_widgets()
            for widget in wanted:
                self.add_widget(widget)


def _tell(widget: Widget, what: str) -> None:
    hear = getattr(widget, what, None)
    if callable(hear):
        hear()
