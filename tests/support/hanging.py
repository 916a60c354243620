"""Disks that hang: whoever asks something of them waits until the test lets go.

Meanwhile the program gives up on any disk after a tenth of a second.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from twitchlog.diary import patience

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DETACH = 2


@contextlib.contextmanager
def hanging_file(path: Path) -> Iterator[None]:
    """Have a file at `path` that hangs whoever opens it; it is gone afterwards."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    os.mkfifo(path)
    try:
        with _in_a_hurry():
            yield
    finally:
        end = os.open(path, os.O_RDWR | os.O_NONBLOCK)
        path.unlink()
        os.close(end)
        _let_end()


@contextlib.contextmanager
def hanging_disk(folder: Path) -> Iterator[None]:
    """Have a file system at `folder` that answers nothing: one of FUSE that nobody serves."""
    if not sys.platform.startswith("linux") or not os.access("/dev/fuse", os.W_OK):
        pytest.skip("needs Linux and the right to mount")
    libc = ctypes.CDLL(None, use_errno=True)
    device = os.open("/dev/fuse", os.O_RDWR)
    options = f"fd={device},rootmode=40000,user_id={os.getuid()},group_id={os.getgid()}"
    try:
        if libc.mount(b"hanging", os.fsencode(folder), b"fuse", 0, options.encode()):
            pytest.skip("needs the right to mount")
        try:
            with _in_a_hurry():
                yield
        finally:
            libc.umount2(os.fsencode(folder), _DETACH)
    finally:
        os.close(device)
        _let_end()


@contextlib.contextmanager
def _in_a_hurry() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patience, "PATIENCE_S", 0.1)
        yield


def _let_end() -> None:
    for thread in threading.enumerate():
        if thread.name == "disk":
            thread.join(60)
