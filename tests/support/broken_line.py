"""A line between the program and a server that breaks at a chosen moment, as networks do."""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

COMMIT: Final = b"COMMIT\x00"
_SOCKET: Final = ".s.PGSQL.5432"


class BrokenLine:
    """Passes everything on between a folder with a socket and the server's, until told to break.

    `break_at` is "before" a COMMIT reaches the server, or "after" it did and before its answer
    comes back; each connection that begins after the break works again, unless `stays` is set.
    """

    def __init__(self, folder: Path, server: Path) -> None:
        self.folder = folder
        self.break_at = ""
        self.stays = False
        self.broke = 0
        self._server = server / _SOCKET
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(folder / _SOCKET))
        self._listening.listen()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join(10)

    def _serve(self) -> None:
        while True:
            try:
                client, _address = self._listening.accept()
            except OSError:
                return
            threading.Thread(target=self._pass_on, args=[client], daemon=True).start()

    def _pass_on(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as server:
            if self.stays and self.broke:
                return
            server.connect(str(self._server))
            with contextlib.suppress(OSError):
                while self._one(client, server):
                    pass

    def _one(self, client: socket.socket, server: socket.socket) -> bool:
        """Pass one piece on; return whether the line still holds."""
        ready, _write, _other = select.select([client, server], [], [])
        for one, other in ((client, server), (server, client)):
            if one not in ready:
                continue
            piece = one.recv(65536)
            if not piece:
                return False
            if one is client and self.break_at and COMMIT in piece:
                when, self.break_at = self.break_at, ""
                self.broke += 1
                if when == "after":
                    server.sendall(piece)
                    server.recv(65536)  # the answer, which the program will never see
                return False
            other.sendall(piece)
        return True
