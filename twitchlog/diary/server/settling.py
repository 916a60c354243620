"""The hard case: the connection broke during COMMIT, and nobody said whether it was done.

The server knows by the number of the transaction, also after it was started anew.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from twitchlog.domain.errors import Unsettled
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    import psycopg

NUMBER: Final = "twitchlog.number"
"""Where a connection keeps the number of the transaction that it writes in."""
AGAIN: Final = "twitchlog.again"
"""Where it keeps how another is made."""

PATIENCE_S: Final = 15.0
"""How long the server is asked for."""
_PAUSE_S: Final = 0.25


def was_committed(connect: Callable[[], psycopg.Connection[Any]], number: str) -> bool:
    """Return whether the transaction `number` was committed, as soon as the server says so.

    Raises Unsettled where it cannot be asked for so long, or does not know either.
    """
    import psycopg

    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            with connect() as connection:
                found = connection.execute(
                    "SELECT pg_xact_status(%s::text::xid8)", (number,)
                ).fetchone()
        except psycopg.OperationalError:
            found = None
        if found in (("committed",), ("aborted",)):
            return bool(found == ("committed",))
        # Either it is not to be reached, or it has not noticed yet that we are gone.
        if time.monotonic() > until:
            raise Unsettled(
                _(
                    "The connection to the server broke while this was being saved, and the server "
                    "does not answer. Whether it was saved shows when it does: look before you "
                    "enter it again."
                )
            )
        time.sleep(_PAUSE_S)
