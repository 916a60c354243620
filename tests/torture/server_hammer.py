"""Two apps on one PostgreSQL server that is killed and started again meanwhile."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from support import server as servers
from torture.children import Child
from torture.hammer import PROCESSES, compare, hammered, heard
from torture.outcome import Outcome
from twitchlog.diary import Diary, address

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_DATABASE = "hammered"
_AWAY_S = 0.5
"""So long the server stays away, for the apps to meet it so in the midst of their work."""
_LIVES_S = 20.0
"""The server is killed about so often."""


def server_hammer(folder: Path, seed: int, amount: int) -> Outcome:
    """Use one diary on a server for `amount` seconds from two apps; kill the server meanwhile."""
    outcome = Outcome(f"{PROCESSES} apps on one server that is killed")
    if not servers.there():
        outcome.skipped = servers.NEEDED
        return outcome
    server = servers.new(quick=False)
    try:
        server.run(f"CREATE DATABASE {_DATABASE} TEMPLATE template0 ENCODING 'UTF8'"
                   f" OWNER {servers.USER}")  # fmt: skip
        where = address.named(
            server.address(_DATABASE, user=servers.USER, password=servers.PASSWORD)
        )
        Child(lambda _tell: Diary.open(where).close()).wait()
        _hammer(server, where, (folder, seed, amount), outcome)
    finally:
        servers.end(server)
    return outcome


def _hammer(
    server: servers.Server,
    where: address.Address,
    how: tuple[Path, int, int],
    outcome: Outcome,
) -> None:
    folder, seed, seconds = how

    def work(mark: str) -> Callable[[Callable[[str], None]], None]:
        def on_its_own_computer(tell: Callable[[str], None]) -> None:
            os.environ["XDG_DATA_HOME"] = os.environ["HOME"] = str(folder / mark)
            hammered(where, mark, seconds, tell)

        return on_its_own_computer

    children = [Child(work(f"{seed}-{number}")) for number in range(PROCESSES)]
    for child in children:
        child.hear(1)  # an app that starts while the server is away only says so, and ends
    until = time.monotonic() + seconds
    kills = max(1, round(seconds / _LIVES_S))
    for number in range(kills):
        # Spread over the time the apps are at work, whatever they do just then.
        time.sleep(max(0.0, until - seconds * (1 - (number + 0.5) / kills) - time.monotonic()))
        server.stop(crash=True)
        time.sleep(_AWAY_S)
        server.start()
        outcome.tried["kills of the server"] += 1
    expected, maybe = heard(children, outcome)
    diary = Diary.open(where)
    try:
        compare(frozenset(each.note for each in diary.twitches.newest()), expected, maybe)
    except AssertionError as problem:
        outcome.lost(str(problem))
    finally:
        diary.changed = False
        diary.close()
