"""Take an older diary to the newest schema with Alembic: backup first, all steps or none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import text

from twitchlog.diary import backups
from twitchlog.diary.device import device_id
from twitchlog.domain.backup import Why
from twitchlog.domain.errors import DiaryError
from twitchlog.translation import _

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from twitchlog.clock import Clock
    from twitchlog.diary.sealed.keys import Key

SCRIPTS: Final = Path(__file__).with_name("migrations")


def known_revisions(scripts: Path = SCRIPTS) -> frozenset[str]:
    """Return every revision this version can start from."""
    return frozenset(step.revision for step in ScriptDirectory(str(scripts)).walk_revisions())


def run(connection: Connection, *, to: str = "head", scripts: Path = SCRIPTS) -> None:
    """Run the migrations in `scripts` up to a revision, on a connection in a transaction."""
    config = Config()
    config.attributes["device"] = device_id()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def upgrade(
    opened: Engine,
    path: Path,
    clock: Clock,
    *,
    key: Key | None = None,
    scripts: Path = SCRIPTS,
    keeps: bool = True,
) -> None:
    """Run the pending migrations in `scripts` on the diary at `path`, in one transaction.

    A backup is made first, unless `keeps` is False. Foreign keys are off meanwhile, because a table
    rebuilt in batch mode would take its children with it; they are checked before the commit.
    Renaming is the older, simpler one: triggers of other tables may name a table that is gone while
    it is rebuilt. Raises DiaryError when a step fails: the diary is then exactly as it was.
    """
    if keeps:
        backups.copy_now(opened, path, clock, key, why=Why.UPGRADE)
    with opened.connect() as connection:
        raw: Any = connection.connection.driver_connection
        raw.execute("PRAGMA foreign_keys=OFF")
        raw.execute("PRAGMA legacy_alter_table=ON")
        try:
            with connection.execution_options(writes=True).begin():
                run(connection, scripts=scripts)
                broken = connection.execute(text("PRAGMA foreign_key_check")).first()
                if broken is not None:
                    raise DiaryError(
                        _("The diary could not be brought up to date. It is as it was before.")
                    )
        except DiaryError:
            raise
        except Exception as problem:
            raise DiaryError(
                _(
                    "The diary could not be brought up to date. It is as it was before, "
                    "and a backup lies beside it."
                )
            ) from problem
        finally:
            raw.execute("PRAGMA legacy_alter_table=OFF")
            raw.execute("PRAGMA foreign_keys=ON")
