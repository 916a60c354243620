"""The least a kivymd program can be: a window of the same size with one word in it."""

from __future__ import annotations

import sys
import time

from kivy.config import Config

Config.set("graphics", "width", 412)
Config.set("graphics", "height", 892)

from kivy.core.window import Window  # noqa: E402 - the size must be set before
from kivymd.app import MDApp  # noqa: E402 - likewise
from kivymd.uix.label import MDLabel  # noqa: E402 - likewise
from kivymd.uix.screen import MDScreen  # noqa: E402 - likewise


class Bare(MDApp):
    """Says when its first frame is on the screen; then ends, unless it is told to stay."""

    def build(self) -> MDScreen:
        return MDScreen(MDLabel(text="Hello", halign="center"))

    def on_start(self) -> None:
        Window.bind(on_flip=self._first_frame)

    def _first_frame(self, *_arguments: object) -> None:
        Window.unbind(on_flip=self._first_frame)
        print(f"first frame {time.monotonic():.6f}", flush=True)
        if "--stay" not in sys.argv:
            self.stop()


Bare().run()
