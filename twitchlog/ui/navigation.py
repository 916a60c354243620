"""The frame around the screens: bar or rail, the screen in front, and what lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.core.window import Window
from kivy.metrics import dp
from kivy.properties import BooleanProperty, DictProperty, ObjectProperty, StringProperty

from twitchlog.ui import theme
from twitchlog.ui.keyboard import Keyboard
from twitchlog.ui.saying import Saying
from twitchlog.ui.stage import Stage, tell
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.bars import BottomBar, Rail
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.layers import WIDE_FROM, Layer
from twitchlog.ui.widgets.pointer import Pointer
from twitchlog.ui.widgets.shapes import Strip

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget

RAIL_FROM: Final = 600
SNACK_WIDTH: Final = 480
TIMER_BAR: Final = 56


class Shell(Saying):
    """The root of the window.

    Screens are made by their factory when they are first shown; a screen with `entered()` or
    `left()` is told when it comes to the front and when it goes, one with `step_back()` is asked
    before Esc leaves it, and the `foot_height` of one stays free of words. `shortcuts` maps
    "ctrl+n" and the like to callables. While it is not `ready` its tabs do nothing yet.

    Where there is room for `two`, a page that `lists` others stands at the left of the one that
    was opened from it, if that may stand `beside`: it is asked to `open_first()` at once, and what
    is chosen in it takes the place of what was beside it. One that is `only_beside` a list goes
    where there is no room for two. `rail` of a page is the key of its button of the rail.
    """

    __events__ = ("on_fab",)

    current = StringProperty()
    wide = BooleanProperty(False)
    railed = BooleanProperty(False)
    two = BooleanProperty(False)
    shortcuts = DictProperty()
    timer_bar = ObjectProperty(None, allownone=True)
    ready = BooleanProperty(True)

    def __init__(self, **kwargs: Any) -> None:
        self._ground = Strip()
        self._factories: dict[str, Callable[[], Widget]] = {}
        self._screens: dict[str, Widget] = {}
        self._pages: list[Widget] = []
        self._aside: list[Widget] = []
        self.pointer = Pointer(self)
        self.keyboard = Keyboard(self)
        super().__init__(**kwargs)
        self.canvas.before.add(self._ground)
        self.bottom, self.rail = BottomBar(), Rail()
        self.place = Stage()
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

    def go(self, name: str, *, aside: bool = False) -> Widget | None:
        """Bring a screen to the front and close what lies over it; None while not ready.

        Pages that are only laid `aside` are there again when one goes back from the screen.
        """
        if not self.ready:
            return None
        pages = list(self._pages) if aside else []
        self.close_all()
        self._aside = pages
        if name not in self._screens:
            self._screens[name] = self._factories[name]()
        self.current = name
        self._show()
        return self._screens[name]

    def push(self, page: Widget) -> None:
        """Show a page over the screens, or beside its list, until `pop`; no bottom bar then."""
        if self.place.list_is_used() and self.place.shown[0] in self._pages:
            del self._pages[self._pages.index(self.place.shown[0]) + 1 :]
        self._pages.append(page)
        self._show()

    def pop(self, *_args: Any) -> bool:
        """Close the uppermost page, or show those gone aside from; return if there was one."""
        if self._pages:
            return self.leave_page(self._pages[-1])
        self._pages, self._aside = self._aside, []
        self._show()
        return bool(self._pages)

    def leave_page(self, page: Widget) -> bool:
        """Close a page and those over it; return whether it was there and could be closed."""
        if page not in self._pages or (page is self._pages[0] and not self.current):
            return False
        del self._pages[self._pages.index(page) :]
        self._show()
        return True

    def return_to(self, rail: str) -> bool:
        """Bring the page that belongs to this button of the rail to the front, if it is open."""
        found = next((page for page in self._pages if getattr(page, "rail", "") == rail), None)
        if found is None:
            return False
        del self._pages[self._pages.index(found) + 1 :]
        self._show()
        return True

    @property
    def list(self) -> Any | None:
        """The page beside which others stand, where there is room for that."""
        return next((page for page in self._pages if getattr(page, "lists", False)), None)

    def shows(self, *widgets: Widget) -> bool:
        """Return whether one of these is what is to be seen."""
        return any(widget in self.place.shown for widget in widgets)

    @property
    def page(self) -> Widget | None:
        """The page that lies over the screens, if any."""
        return self._pages[-1] if self._pages else None

    def close_top(self) -> bool:
        """Close or go back in what Esc means: dialog, sheet, page or snackbar; return if any."""
        if self.open_layers:
            self.open_layers[-1].escape()
        elif not self._step_back() and not self._back():
            if self.snackbar is None:
                return False
            self.snackbar.close()
        return True

    def close_all(self) -> None:
        """Close every dialog, sheet and page."""
        self.close_layers()
        self._pages.clear()
        self._aside = []

    def leave(self) -> None:
        """Close all there is and let the screen in front hear that nobody will see it again."""
        self.close_all()
        for widget in self.place.shown:
            tell(widget, "left")

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

    def _back(self) -> bool:
        """Close the uppermost page; a list and the page chosen in it go together."""
        first = self.place.shown[0] if self.place.shown else None
        if len(self._pages) > 1 and self._pages[-2] is first:
            return self.leave_page(first)
        return self.pop()

    def _show(self) -> None:
        """Bring to the front what is to be seen."""
        self.pointer.tips.hide()
        if not self.two:
            self._pages = [page for page in self._pages if not getattr(page, "only_beside", False)]
        page, lists = self.page, self.list if self.two else None
        if page is not None and page is lists:
            page.open_first()
            if self.page is not page:
                return
        below = self._pages[-2] if len(self._pages) > 1 else None
        if lists is not None and lists is not page and getattr(page, "beside", False):
            page.bar.back = below is not lists
            self.place.show(lists, page)
        elif (shown := page or self._screens.get(self.current)) is not None:
            if hasattr(shown, "bar"):
                shown.bar.back = page is not None or bool(self._aside)
            self.place.show(shown)
        foot = next((key for it in reversed(self._pages) if (key := getattr(it, "rail", ""))), "")
        self.bottom.show(self.current)
        self.rail.show("" if foot else self.current, foot)
        self._arrange()

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
        if self.two != (self.wide and self.place.two):
            self.two = not self.two
            self._show()
        for layer in self.open_layers:
            layer.pos, layer.size = self.pos, self.size
        if self.snackbar is not None:
            margin = dp(16)
            wide = self.width - left - 2 * margin
            self.snackbar.width = min(wide, dp(SNACK_WIDTH)) if self.railed else wide
            # Above the buttons at the foot of what is shown, never over them.
            foot = max((getattr(it, "foot_height", 0.0) for it in self.place.shown), default=0.0)
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
