"""What a sheet or a dialog opens over, and in which order they lie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kivy.uix.floatlayout import FloatLayout

from twitchlog.ui.widgets.layers import DialogLayer, Layer
from twitchlog.ui.widgets.sheets import SheetLayer

if TYPE_CHECKING:
    from collections.abc import Callable

    from kivy.uix.widget import Widget


class Layered(FloatLayout):
    """A place over which sheets and dialogs open, each over those before it."""

    def __init__(self, **kwargs: Any) -> None:
        self._layers: list[Layer] = []
        super().__init__(**kwargs)

    def open_sheet(self, content: Widget, on_close: Callable[[], None] | None = None) -> SheetLayer:
        """Show `content` in a sheet from below; without `size_hint_y` the sheet fits its height."""
        layer = self._open(SheetLayer(content, on_close))
        layer.fbind("parent", self._cover)
        self._cover()
        return layer

    def open_dialog(
        self, content: Widget, on_close: Callable[[], None] | None = None
    ) -> DialogLayer:
        """Show `content` in a small window in the middle; a `Dialog` can then close itself."""
        layer = self._open(DialogLayer(content, on_close))
        content.close = layer.close
        return layer

    def close_sheet(self) -> bool:
        """Close the sheet; return whether one was open."""
        return self._close(SheetLayer)

    @property
    def open_layers(self) -> tuple[Layer, ...]:
        """The sheets and dialogs that are open, the one in front last."""
        self._layers = [layer for layer in self._layers if layer.open]
        return tuple(self._layers)

    def close_layers(self) -> None:
        """Close every sheet and dialog."""
        while self._close(Layer):
            pass

    def _open(self, layer: Any) -> Any:
        self._layers.append(layer)
        self.add_widget(layer)
        layer.pos, layer.size = self.pos, self.size
        layer.enter()
        return layer

    def _cover(self, *_args: Any) -> None:
        """Hide a floating sheet while another is over it: else one sees the buttons of both."""
        sheets = [layer for layer in self.open_layers if isinstance(layer, SheetLayer)]
        for layer in sheets:
            layer.panel.opacity = 0 if layer.panel.floats and layer is not sheets[-1] else 1

    def _close(self, kind: type[Layer]) -> bool:
        for layer in reversed(self.open_layers):
            if isinstance(layer, kind):
                layer.close()
                return True
        return False
