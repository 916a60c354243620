"""Take an older diary on a server to the newest schema: backup first, all steps or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.diary import backups, migrate
from twitchlog.domain.backup import Why
from twitchlog.domain.errors import DiaryError
from twitchlog.translation import _

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from twitchlog.clock import Clock
    from twitchlog.diary.address import Address


def upgrade(
    opened: Engine, where: Address, clock: Clock, *, scripts: Path = migrate.SCRIPTS
) -> None:
    """Run the pending migrations in one transaction.

    A backup is made here first, as a file. The lock of the writer keeps other computers out
    meanwhile; where one of them was first, nothing is left to do. Raises DiaryError when a step
    fails: the diary is then exactly as it was.
    """
    backups.copy_now(opened, where.path, clock, why=Why.UPGRADE)
    with opened.connect() as connection:
        try:
            with connection.execution_options(writes=True, revision=None).begin():
                migrate.run(connection, scripts=scripts)
        except DiaryError:
            raise
        except Exception as problem:
            raise DiaryError(
                _(
                    "The diary could not be brought up to date. It is as it was before, "
                    "and a backup lies beside it."
                )
            ) from problem
