"""What is searched: the words of every note in one table, kept by triggers, and an index on it.

Triggers see every change, whichever way it is made: undo, the bin and imports too. The table is
derived: it is neither carried to another file nor recorded for undo.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint

from twitchlog.diary.tables.columns import metadata

search_texts: Final = Table(
    "search_texts",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("source", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("part", Text, nullable=False),
    Column("words", Text, nullable=False),
    UniqueConstraint("source", "ref", "part"),
    sqlite_strict=True,
)

MERGE_INDEX: Final = "INSERT INTO search_index (search_index) VALUES ('optimize')"
"""Rewrites the full-text index (SQLite FTS5) without the words of what has been removed."""

_INDEXED: Final = """
CREATE VIRTUAL TABLE search_index USING fts5(
    words, content='search_texts', content_rowid='number',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
)
"""
_FOLLOWED: Final = (
    """
CREATE TRIGGER search_texts_added AFTER INSERT ON search_texts BEGIN
    INSERT INTO search_index (rowid, words) VALUES (new.number, new.words);
END
""",
    """
CREATE TRIGGER search_texts_gone AFTER DELETE ON search_texts BEGIN
    INSERT INTO search_index (search_index, rowid, words)
    VALUES ('delete', old.number, old.words);
END
""",
)
_KEPT: Final = (
    """
CREATE TRIGGER TABLE_COLUMN_added AFTER INSERT ON TABLE
WHEN new.COLUMN <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('TABLE', new.REF, NEW_PART,
        new.COLUMN);
END
""",
    """
CREATE TRIGGER TABLE_COLUMN_changed AFTER UPDATE ON TABLE
WHEN new.COLUMN <> old.COLUMN BEGIN
    DELETE FROM search_texts
    WHERE source = 'TABLE' AND ref = old.REF
        AND part = OLD_PART;
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'TABLE', new.REF, NEW_PART, new.COLUMN
    WHERE new.COLUMN <> '';
END
""",
    """
CREATE TRIGGER TABLE_COLUMN_gone AFTER DELETE ON TABLE
WHEN old.COLUMN <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'TABLE' AND ref = old.REF
        AND part = OLD_PART;
END
""",
)


def _kept(table: str, column: str, ref: str, part: str) -> tuple[str, ...]:
    """Return the triggers that keep one column of a table among the texts.

    `ref` is the column that names the entry; `part` an expression on a `ROW`, for a table that has
    several rows an entry.
    """
    said = part or f"'{column}'"
    names = {
        "NEW_PART": said.replace("ROW", "new"),
        "OLD_PART": said.replace("ROW", "old"),
        "TABLE": table,
        "COLUMN": column,
        "REF": ref,
    }

    def filled(statement: str) -> str:
        for name, value in names.items():
            statement = statement.replace(name, value)
        return statement

    return tuple(filled(each) for each in _KEPT)


_SAID: Final = "ROW.kind || ':' || ROW.words"
SOURCES: Final = (
    ("twitches", "note", "id", ""),
    ("twitch_triggers", "words", "twitch_id", _SAID),
    ("twitch_reliefs", "words", "twitch_id", _SAID),
    ("checkins", "note", "id", ""),
    ("checkins", "diet", "id", ""),
    ("symptoms", "words", "id", ""),
    ("symptoms", "place", "id", ""),
    ("doses", "words", "id", ""),
    ("rest_counts", "note", "id", ""),
)
"""Table, column, the column that names the entry, and the part where that is not the column."""

FOLLOW: Final = (_INDEXED, *_FOLLOWED)
"""What makes the index, and the triggers by which it follows the texts."""
STATEMENTS: Final = (
    *FOLLOW,
    *(statement for source in SOURCES for statement in _kept(*source)),
)
"""What makes the index and the triggers, once the tables are there."""
TEXTS: Final = " UNION ALL ".join(
    f"SELECT '{table}' AS source, {ref} AS ref, "  # noqa: S608 - no words of others
    f"{part.replace('ROW', table) if part else repr(column)} AS part, {column} AS words "
    f"FROM {table} WHERE {column} <> ''"
    for table, column, ref, part in SOURCES
)
"""Reads from the entries what the table of texts should hold."""
