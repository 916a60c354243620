"""How many entries each place has on each day: kept by triggers, for the charts of places.

Added up afresh from a million entries, whose keys are random, it takes seconds. Triggers see every
change, whichever way it is made, and in any order: undo puts a place back before its entry. The
table is derived: it is neither carried to another file nor recorded for undo.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Integer, Table, Text

from twitchlog.diary.tables.columns import metadata

ANY: Final = ""
"""Stands for the site of all entries that name a place at all, each counted once."""

site_days: Final = Table(
    "site_days",
    metadata,
    # The day first: what is logged now lies together, and costs one page to write.
    Column("local_day", Text, primary_key=True),
    Column("site", Text, primary_key=True),
    Column("entries", Integer, nullable=False),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

SITES_OF: Final = """SELECT site FROM twitch_sites WHERE twitch_id = ROW.id
        UNION SELECT '' FROM twitch_sites WHERE twitch_id = ROW.id"""
_ADD: Final = f"""
    INSERT INTO site_days (site, local_day, entries)
    SELECT site, new.local_day, 1 FROM (
        {SITES_OF.replace("ROW", "new")}
    ) WHERE true
    ON CONFLICT (local_day, site) DO UPDATE SET entries = entries + 1;"""  # noqa: S608 - no words of others
TAKE: Final = f"""
    UPDATE site_days SET entries = entries - 1
    WHERE local_day = old.local_day AND site IN (
        {SITES_OF.replace("ROW", "old")}
    );
    DELETE FROM site_days WHERE local_day = old.local_day AND entries = 0 AND site IN (
        {SITES_OF.replace("ROW", "old")}
    );"""  # noqa: S608 - no words of others

PLACE_TAKE: Final = """
    UPDATE site_days SET entries = entries - 1
    WHERE site IN (old.site, '')
        AND local_day = (SELECT local_day FROM twitches WHERE id = old.twitch_id)
        AND (site <> '' OR NOT EXISTS (
            SELECT 1 FROM twitch_sites WHERE twitch_id = old.twitch_id
        ));
    DELETE FROM site_days
    WHERE site IN (old.site, '') AND entries = 0
        AND local_day = (SELECT local_day FROM twitches WHERE id = old.twitch_id);"""
"""What a trigger does for an entry, or a place of one, that is gone, here and on a server."""

STATEMENTS: Final = (
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
    f"""
CREATE TRIGGER site_days_place_gone AFTER DELETE ON twitch_sites BEGIN{PLACE_TAKE}
END
""",
    f"""
CREATE TRIGGER site_days_entry_added AFTER INSERT ON twitches BEGIN{_ADD}
END
""",
    f"""
CREATE TRIGGER site_days_entry_gone AFTER DELETE ON twitches BEGIN{TAKE}
END
""",
    f"""
CREATE TRIGGER site_days_entry_moved AFTER UPDATE ON twitches
WHEN new.local_day <> old.local_day BEGIN{TAKE}{_ADD}
END
""",
)
"""What makes the triggers, once the tables are there."""

SITES: Final = """
SELECT local_day, site, count(*) AS entries
FROM twitches JOIN twitch_sites ON twitch_id = id GROUP BY local_day, site
UNION ALL SELECT local_day, '', count(*)
FROM twitches WHERE EXISTS (SELECT 1 FROM twitch_sites WHERE twitch_id = id) GROUP BY local_day
"""
"""Reads from the entries what the table should hold."""
