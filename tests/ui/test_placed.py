"""What waits until widgets have their places, on a machine of whatever speed."""

from __future__ import annotations

import time

from support import window as windows
from twitchlog.ui.widgets.placed import once_placed

FRAMES = 5


def test_it_waits_for_frames_and_not_only_for_a_time(window):
    called = []
    once_placed(lambda: called.append(True), FRAMES)
    for _ in range(FRAMES - 1):
        _let_pass(0.06)  # as on a machine where each frame takes so long
        windows.pump(frames=1)
    assert not called
    windows.pump(lambda: called)


def _let_pass(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
