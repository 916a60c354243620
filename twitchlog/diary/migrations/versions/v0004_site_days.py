"""What the charts are counted from: entries a place and day, kept by triggers; who has a note."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0004"
down_revision = "0003"

STATEMENTS: Final = (
    "CREATE INDEX twitches_with_note ON twitches (local_day) WHERE note <> ''",
    """
CREATE TABLE site_days (
    local_day TEXT NOT NULL,
    site TEXT NOT NULL,
    entries INTEGER NOT NULL,
    PRIMARY KEY (local_day, site)
)
 WITHOUT ROWID, STRICT
""",
    """
CREATE TRIGGER site_days_place_added AFTER INSERT ON twitch_sites BEGIN
    INSERT INTO site_days (site, local_day, entries)
    SELECT new.site, local_day, 1 FROM twitches WHERE id = new.twitch_id
    ON CONFLICT (local_day, site) DO UPDATE SET entries = entries + 1;
    INSERT INTO site_days (site, local_day, entries)
    SELECT '', local_day, 1 FROM twitches WHERE id = new.twitch_id AND NOT EXISTS (
        SELECT 1 FROM twitch_sites WHERE twitch_id = new.twitch_id AND site <> new.site
    )
    ON CONFLICT (local_day, site) DO UPDATE SET entries = entries + 1;
END
""",
    """
CREATE TRIGGER site_days_place_gone AFTER DELETE ON twitch_sites BEGIN
    UPDATE site_days SET entries = entries - 1
    WHERE site IN (old.site, '')
        AND local_day = (SELECT local_day FROM twitches WHERE id = old.twitch_id)
        AND (site <> '' OR NOT EXISTS (
            SELECT 1 FROM twitch_sites WHERE twitch_id = old.twitch_id
        ));
    DELETE FROM site_days
    WHERE site IN (old.site, '') AND entries = 0
        AND local_day = (SELECT local_day FROM twitches WHERE id = old.twitch_id);
END
""",
    """
CREATE TRIGGER site_days_entry_added AFTER INSERT ON twitches BEGIN
    INSERT INTO site_days (site, local_day, entries)
    SELECT site, new.local_day, 1 FROM (
        SELECT site FROM twitch_sites WHERE twitch_id = new.id
        UNION SELECT '' FROM twitch_sites WHERE twitch_id = new.id
    ) WHERE true
    ON CONFLICT (local_day, site) DO UPDATE SET entries = entries + 1;
END
""",
    """
CREATE TRIGGER site_days_entry_gone AFTER DELETE ON twitches BEGIN
    UPDATE site_days SET entries = entries - 1
    WHERE local_day = old.local_day AND site IN (
        SELECT site FROM twitch_sites WHERE twitch_id = old.id
        UNION SELECT '' FROM twitch_sites WHERE twitch_id = old.id
    );
    DELETE FROM site_days WHERE local_day = old.local_day AND entries = 0 AND site IN (
        SELECT site FROM twitch_sites WHERE twitch_id = old.id
        UNION SELECT '' FROM twitch_sites WHERE twitch_id = old.id
    );
END
""",
    """
CREATE TRIGGER site_days_entry_moved AFTER UPDATE ON twitches
WHEN new.local_day <> old.local_day BEGIN
    UPDATE site_days SET entries = entries - 1
    WHERE local_day = old.local_day AND site IN (
        SELECT site FROM twitch_sites WHERE twitch_id = old.id
        UNION SELECT '' FROM twitch_sites WHERE twitch_id = old.id
    );
    DELETE FROM site_days WHERE local_day = old.local_day AND entries = 0 AND site IN (
        SELECT site FROM twitch_sites WHERE twitch_id = old.id
        UNION SELECT '' FROM twitch_sites WHERE twitch_id = old.id
    );
    INSERT INTO site_days (site, local_day, entries)
    SELECT site, new.local_day, 1 FROM (
        SELECT site FROM twitch_sites WHERE twitch_id = new.id
        UNION SELECT '' FROM twitch_sites WHERE twitch_id = new.id
    ) WHERE true
    ON CONFLICT (local_day, site) DO UPDATE SET entries = entries + 1;
END
""",
)
FILLED: Final = """
INSERT INTO site_days (site, local_day, entries)
SELECT site, local_day, count(*) FROM (
    SELECT twitch_sites.site, twitches.local_day
    FROM twitches JOIN twitch_sites ON twitch_sites.twitch_id = twitches.id
    UNION ALL
    SELECT '', local_day FROM twitches
    WHERE EXISTS (SELECT 1 FROM twitch_sites WHERE twitch_sites.twitch_id = twitches.id)
) GROUP BY local_day, site
"""


def upgrade() -> None:
    """Make the table and the triggers, and fill it with what is there."""
    for statement in STATEMENTS:
        op.execute(statement.strip())
    op.execute(FILLED.strip())
