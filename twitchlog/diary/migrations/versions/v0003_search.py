"""What was written can be searched: the words of all notes, an index on them, and its triggers."""

from __future__ import annotations

from typing import Final

from alembic import op

revision = "0003"
down_revision = "0002"

STATEMENTS: Final = (
    """
CREATE TABLE search_texts (
    number INTEGER NOT NULL,
    source TEXT NOT NULL,
    ref TEXT NOT NULL,
    part TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (number),
    CONSTRAINT uq_search_texts_source_ref_part UNIQUE (source, ref, part)
)
 STRICT
""",
    """
CREATE VIRTUAL TABLE search_index USING fts5(
    words, content='search_texts', content_rowid='number',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
)
""",
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
    """
CREATE TRIGGER twitches_note_added AFTER INSERT ON twitches
WHEN new.note <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('twitches', new.id, 'note',
        new.note);
END
""",
    """
CREATE TRIGGER twitches_note_changed AFTER UPDATE ON twitches
WHEN new.note <> old.note BEGIN
    DELETE FROM search_texts
    WHERE source = 'twitches' AND ref = old.id
        AND part = 'note';
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'twitches', new.id, 'note', new.note
    WHERE new.note <> '';
END
""",
    """
CREATE TRIGGER twitches_note_gone AFTER DELETE ON twitches
WHEN old.note <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'twitches' AND ref = old.id
        AND part = 'note';
END
""",
    """
CREATE TRIGGER twitch_triggers_words_added AFTER INSERT ON twitch_triggers
WHEN new.words <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('twitch_triggers', new.twitch_id, new.kind || ':' || new.words,
        new.words);
END
""",
    """
CREATE TRIGGER twitch_triggers_words_changed AFTER UPDATE ON twitch_triggers
WHEN new.words <> old.words BEGIN
    DELETE FROM search_texts
    WHERE source = 'twitch_triggers' AND ref = old.twitch_id
        AND part = old.kind || ':' || old.words;
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'twitch_triggers', new.twitch_id, new.kind || ':' || new.words, new.words
    WHERE new.words <> '';
END
""",
    """
CREATE TRIGGER twitch_triggers_words_gone AFTER DELETE ON twitch_triggers
WHEN old.words <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'twitch_triggers' AND ref = old.twitch_id
        AND part = old.kind || ':' || old.words;
END
""",
    """
CREATE TRIGGER twitch_reliefs_words_added AFTER INSERT ON twitch_reliefs
WHEN new.words <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('twitch_reliefs', new.twitch_id, new.kind || ':' || new.words,
        new.words);
END
""",
    """
CREATE TRIGGER twitch_reliefs_words_changed AFTER UPDATE ON twitch_reliefs
WHEN new.words <> old.words BEGIN
    DELETE FROM search_texts
    WHERE source = 'twitch_reliefs' AND ref = old.twitch_id
        AND part = old.kind || ':' || old.words;
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'twitch_reliefs', new.twitch_id, new.kind || ':' || new.words, new.words
    WHERE new.words <> '';
END
""",
    """
CREATE TRIGGER twitch_reliefs_words_gone AFTER DELETE ON twitch_reliefs
WHEN old.words <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'twitch_reliefs' AND ref = old.twitch_id
        AND part = old.kind || ':' || old.words;
END
""",
    """
CREATE TRIGGER checkins_note_added AFTER INSERT ON checkins
WHEN new.note <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('checkins', new.id, 'note',
        new.note);
END
""",
    """
CREATE TRIGGER checkins_note_changed AFTER UPDATE ON checkins
WHEN new.note <> old.note BEGIN
    DELETE FROM search_texts
    WHERE source = 'checkins' AND ref = old.id
        AND part = 'note';
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'checkins', new.id, 'note', new.note
    WHERE new.note <> '';
END
""",
    """
CREATE TRIGGER checkins_note_gone AFTER DELETE ON checkins
WHEN old.note <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'checkins' AND ref = old.id
        AND part = 'note';
END
""",
    """
CREATE TRIGGER checkins_diet_added AFTER INSERT ON checkins
WHEN new.diet <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('checkins', new.id, 'diet',
        new.diet);
END
""",
    """
CREATE TRIGGER checkins_diet_changed AFTER UPDATE ON checkins
WHEN new.diet <> old.diet BEGIN
    DELETE FROM search_texts
    WHERE source = 'checkins' AND ref = old.id
        AND part = 'diet';
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'checkins', new.id, 'diet', new.diet
    WHERE new.diet <> '';
END
""",
    """
CREATE TRIGGER checkins_diet_gone AFTER DELETE ON checkins
WHEN old.diet <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'checkins' AND ref = old.id
        AND part = 'diet';
END
""",
    """
CREATE TRIGGER symptoms_words_added AFTER INSERT ON symptoms
WHEN new.words <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('symptoms', new.id, 'words',
        new.words);
END
""",
    """
CREATE TRIGGER symptoms_words_changed AFTER UPDATE ON symptoms
WHEN new.words <> old.words BEGIN
    DELETE FROM search_texts
    WHERE source = 'symptoms' AND ref = old.id
        AND part = 'words';
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'symptoms', new.id, 'words', new.words
    WHERE new.words <> '';
END
""",
    """
CREATE TRIGGER symptoms_words_gone AFTER DELETE ON symptoms
WHEN old.words <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'symptoms' AND ref = old.id
        AND part = 'words';
END
""",
    """
CREATE TRIGGER symptoms_place_added AFTER INSERT ON symptoms
WHEN new.place <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('symptoms', new.id, 'place',
        new.place);
END
""",
    """
CREATE TRIGGER symptoms_place_changed AFTER UPDATE ON symptoms
WHEN new.place <> old.place BEGIN
    DELETE FROM search_texts
    WHERE source = 'symptoms' AND ref = old.id
        AND part = 'place';
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'symptoms', new.id, 'place', new.place
    WHERE new.place <> '';
END
""",
    """
CREATE TRIGGER symptoms_place_gone AFTER DELETE ON symptoms
WHEN old.place <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'symptoms' AND ref = old.id
        AND part = 'place';
END
""",
    """
CREATE TRIGGER doses_words_added AFTER INSERT ON doses
WHEN new.words <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('doses', new.id, 'words',
        new.words);
END
""",
    """
CREATE TRIGGER doses_words_changed AFTER UPDATE ON doses
WHEN new.words <> old.words BEGIN
    DELETE FROM search_texts
    WHERE source = 'doses' AND ref = old.id
        AND part = 'words';
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'doses', new.id, 'words', new.words
    WHERE new.words <> '';
END
""",
    """
CREATE TRIGGER doses_words_gone AFTER DELETE ON doses
WHEN old.words <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'doses' AND ref = old.id
        AND part = 'words';
END
""",
    """
CREATE TRIGGER rest_counts_note_added AFTER INSERT ON rest_counts
WHEN new.note <> '' BEGIN
    INSERT INTO search_texts (source, ref, part, words)
    VALUES ('rest_counts', new.id, 'note',
        new.note);
END
""",
    """
CREATE TRIGGER rest_counts_note_changed AFTER UPDATE ON rest_counts
WHEN new.note <> old.note BEGIN
    DELETE FROM search_texts
    WHERE source = 'rest_counts' AND ref = old.id
        AND part = 'note';
    INSERT INTO search_texts (source, ref, part, words)
    SELECT 'rest_counts', new.id, 'note', new.note
    WHERE new.note <> '';
END
""",
    """
CREATE TRIGGER rest_counts_note_gone AFTER DELETE ON rest_counts
WHEN old.note <> '' BEGIN
    DELETE FROM search_texts
    WHERE source = 'rest_counts' AND ref = old.id
        AND part = 'note';
END
""",
)

FILLED: Final = (
    ("twitches", "id", "'note'", "note"),
    ("twitch_triggers", "twitch_id", "kind || ':' || words", "words"),
    ("twitch_reliefs", "twitch_id", "kind || ':' || words", "words"),
    ("checkins", "id", "'note'", "note"),
    ("checkins", "id", "'diet'", "diet"),
    ("symptoms", "id", "'words'", "words"),
    ("symptoms", "id", "'place'", "place"),
    ("doses", "id", "'words'", "words"),
    ("rest_counts", "id", "'note'", "note"),
)
"""Table, the column that names the entry, which part of it, and the column with the words."""


def upgrade() -> None:
    """Make the table, the index and the triggers, and fill them with what is there."""
    for statement in STATEMENTS:
        op.execute(statement.strip())
    for table, ref, part, words in FILLED:
        op.execute(
            "INSERT INTO search_texts (source, ref, part, words)"  # noqa: S608 - names of our own
            f" SELECT '{table}', {ref}, {part}, {words} FROM {table} WHERE {words} <> ''"
        )
