"""What a diary on a server has beside its tables: functions and triggers, as the file has them.

What is derived by triggers in `tables` is derived in the same way here. A function runs once for
each row, like a trigger of SQLite.
"""

from __future__ import annotations

from typing import Final

from twitchlog.diary.server.folding import folding
from twitchlog.diary.tables import counted, places
from twitchlog.diary.tables.search import SOURCES

# Named in full and free of what a session may have set: a server that is restored from its own
# backup makes rows before it has a path of schemas.
_PLAIN: Final = "LANGUAGE sql IMMUTABLE PARALLEL SAFE"
_LONGEST: Final = 200
"""So much of a word stands in the index; whether the rest is the same is looked at afterwards."""


def _function(name: str, body: str) -> str:
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $body$\n"
        f"BEGIN\n{body}\n    RETURN NULL;\nEND\n$body$"
    )


def _trigger(name: str, table: str, event: str, function: str, *, when: str = "") -> str:
    said = f" WHEN ({when})" if when else ""
    return (
        f"CREATE TRIGGER {name} AFTER {event} ON {table} FOR EACH ROW{said} "
        f"EXECUTE FUNCTION {function}()"
    )


_DAY_ADD: Final = """
    INSERT INTO entry_days (local_day, entries) VALUES (new.local_day, 1)
    ON CONFLICT (local_day) DO UPDATE SET entries = entry_days.entries + 1;"""

COUNTED: Final = (
    _function("entry_days_added", _DAY_ADD),
    _function("entry_days_gone", counted.TAKE),
    _function("entry_days_moved", counted.TAKE + _DAY_ADD),
    _trigger("entry_days_added", "twitches", "INSERT", "entry_days_added"),
    _trigger("entry_days_gone", "twitches", "DELETE", "entry_days_gone"),
    _trigger(
        "entry_days_moved",
        "twitches",
        "UPDATE",
        "entry_days_moved",
        when="new.local_day <> old.local_day",
    ),
)

_SITE_ADD: Final = f"""
    INSERT INTO site_days (site, local_day, entries)
    SELECT named.site, new.local_day, 1 FROM (
        {places.SITES_OF.replace("ROW", "new")}
    ) AS named
    ON CONFLICT (local_day, site) DO UPDATE SET entries = site_days.entries + 1;"""  # noqa: S608 - no words of others

PLACES: Final = (
    _function(
        "site_days_place_added",
        """
    INSERT INTO site_days (site, local_day, entries)
    SELECT new.site, local_day, 1 FROM twitches WHERE id = new.twitch_id
    ON CONFLICT (local_day, site) DO UPDATE SET entries = site_days.entries + 1;
    INSERT INTO site_days (site, local_day, entries)
    SELECT '', local_day, 1 FROM twitches WHERE id = new.twitch_id AND NOT EXISTS (
        SELECT 1 FROM twitch_sites WHERE twitch_id = new.twitch_id AND site <> new.site
    )
    ON CONFLICT (local_day, site) DO UPDATE SET entries = site_days.entries + 1;""",
    ),
    _function("site_days_place_gone", places.PLACE_TAKE),
    _function("site_days_entry_added", _SITE_ADD),
    _function("site_days_entry_gone", places.TAKE),
    _function("site_days_entry_moved", places.TAKE + _SITE_ADD),
    _trigger("site_days_place_added", "twitch_sites", "INSERT", "site_days_place_added"),
    _trigger("site_days_place_gone", "twitch_sites", "DELETE", "site_days_place_gone"),
    _trigger("site_days_entry_added", "twitches", "INSERT", "site_days_entry_added"),
    _trigger("site_days_entry_gone", "twitches", "DELETE", "site_days_entry_gone"),
    _trigger(
        "site_days_entry_moved",
        "twitches",
        "UPDATE",
        "site_days_entry_moved",
        when="new.local_day <> old.local_day",
    ),
)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _folded() -> str:
    """Return the function that reads a text as the index of a file does: ` word word word`."""
    how = folding()
    letters = _quoted(how.letters + how.passed_over)
    read = f"pg_catalog.translate(words, {letters}, {_quoted(how.read_as)})"
    words = f"pg_catalog.regexp_replace({read}, '[{how.ends}]+', ' ', 'g')"
    return (
        f"CREATE FUNCTION search_folded(words text) RETURNS text {_PLAIN} AS $body$\n"
        f"SELECT pg_catalog.concat(' ', pg_catalog.btrim({words}))\n$body$"
    )


_LEXEMES: Final = f"""
CREATE FUNCTION search_lexemes(folded text) RETURNS tsvector {_PLAIN} AS $body$
SELECT pg_catalog.array_to_tsvector(array(
    SELECT DISTINCT pg_catalog.left(word, {_LONGEST})
    FROM pg_catalog.unnest(pg_catalog.string_to_array(folded, ' ')) AS word
    WHERE word <> ''
))
$body$
"""  # noqa: S608 - no words of others
_KEEP_FOLDED: Final = """
ALTER TABLE search_texts ADD COLUMN folded text
GENERATED ALWAYS AS (search_folded(words)) STORED
"""
_ASKED: Final = f"""
CREATE FUNCTION search_asked(folded text) RETURNS tsquery {_PLAIN} AS $body$
SELECT pg_catalog.string_agg(
    pg_catalog.quote_literal(pg_catalog.left(word, {_LONGEST})) || ':*', ' & '
)::tsquery
FROM pg_catalog.unnest(pg_catalog.string_to_array(folded, ' ')) AS word
WHERE word <> ''
$body$
"""  # noqa: S608 - no words of others

_KEPT: Final = """
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM search_texts
        WHERE source = 'TABLE' AND ref = old.REF AND part = OLD_PART;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO search_texts (source, ref, part, words)
        SELECT 'TABLE', new.REF, NEW_PART, new.COLUMN WHERE new.COLUMN <> '';
    END IF;"""


def _kept(table: str, column: str, ref: str, part: str) -> tuple[str, ...]:
    """Return what keeps one column of a table among the texts: see `tables.search`."""
    said = part or f"'{column}'"
    body = _KEPT
    for name, value in {
        "NEW_PART": said.replace("ROW", "new"),
        "OLD_PART": said.replace("ROW", "old"),
        "TABLE": table,
        "COLUMN": column,
        "REF": ref,
    }.items():
        body = body.replace(name, value)
    name = f"{table}_{column}"
    return (
        _function(f"{name}_kept", body),
        _trigger(f"{name}_added", table, "INSERT", f"{name}_kept", when=f"new.{column} <> ''"),
        _trigger(
            f"{name}_changed",
            table,
            "UPDATE",
            f"{name}_kept",
            when=f"new.{column} <> old.{column}",
        ),
        _trigger(f"{name}_gone", table, "DELETE", f"{name}_kept", when=f"old.{column} <> ''"),
    )


def search() -> tuple[str, ...]:
    """Return what makes the index of the words, and keeps it."""
    return (
        _folded(),
        _LEXEMES.strip(),
        _ASKED.strip(),
        _KEEP_FOLDED,
        "CREATE INDEX search_index ON search_texts USING gin (search_lexemes(folded))",
        *(each for kept in SOURCES for each in _kept(*kept)),
    )
