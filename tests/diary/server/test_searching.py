"""A search on a server finds exactly what SQLite's full-text index finds in a file."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing

import pytest

from support import server as servers
from twitchlog.diary import Diary
from twitchlog.domain.searching import Query

LATIN = "Café CAFÉ cafés o'clock don't naïve Ångström Größe GRÖSSE straße İstanbul e\u0301tude ﬁne"
OTHERS = "Άλφα ДОМ ёлка ǅ ½ ² Ⅷ コーヒー 左脚 เจ็บ ạ̈ ʻokina ªº i̇ 🦵"
SIGNS = "3.5 1,000 a_b x-y 50% C++ #5 foo\\bar"
WORDS = tuple(f"{LATIN} {OTHERS} {SIGNS}".split(" "))
LONG = "x" * 2999


@pytest.fixture
def both(tmp_path, server_diary, clock):
    """The same notes in a file and on a server, and a way to find them in each."""
    chance = random.Random(7)  # noqa: S311 - not for secrets
    notes = [" ".join(chance.sample(WORDS, k=9)) for _note in range(20)]
    notes += [f"{LONG}x end", f"{LONG}y", " ", "...", "%", "_", "a\tb\nc"]
    with Diary.open(tmp_path / "diary.sqlite", clock=clock) as in_file:
        for diary in (in_file, server_diary):
            for note in notes:
                diary.twitches.log(["chin"], note=note)
        yield in_file, server_diary
        in_file.changed = server_diary.changed = False


def found(diary: Diary, text: str) -> list[str]:
    hits = diary.search.find(Query(text=text)).hits
    return sorted(each.note for each in diary.search.twitches([hit.id for hit in hits]))


def test_the_same_is_found_for_every_word_and_beginning_of_one(both):
    in_file, on_server = both
    asked = {word[:length] for word in WORDS for length in (2, len(word))}
    asked |= {LONG[:250], f"{LONG}y", f"{LONG}z", "cafe don", "o clock", "50 %", '"', "'"}
    different = {
        text: (here, there)
        for text in asked
        if (here := found(in_file, text)) != (there := found(on_server, text))
    }
    assert different == {}
    assert found(on_server, "cafe")
    assert found(on_server, "o'clock")


def test_every_letter_is_read_as_the_index_of_a_file_reads_it(server, server_diary):
    text = " ".join(f"x{chr(code)}y" for code in range(1, 0x3000))
    database = servers.database_of(server_diary.address)
    import psycopg

    with psycopg.connect(server.conninfo(database)) as connection:
        (folded,) = connection.execute("SELECT search_folded(%s)", (text,)).fetchone()
    with closing(sqlite3.connect(":memory:")) as file:
        file.execute(
            "CREATE VIRTUAL TABLE asked USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
        )
        file.execute("INSERT INTO asked VALUES (?)", (text,))
        file.execute("CREATE VIRTUAL TABLE told USING fts5vocab(asked, 'instance')")
        words = [word for (word,) in file.execute("SELECT term FROM told ORDER BY offset")]
    assert folded.split(" ")[1:] == words


def test_what_was_erased_is_in_no_page_of_the_tables(server, server_diary):
    entry = server_diary.twitches.log(["chin"], note="xylophonesecret").value
    server_diary.twitches.remove(entry.id)
    database = servers.database_of(server_diary.address)
    assert traces(server, database) > 0
    server_diary.bin.empty()
    assert traces(server, database) == 0


def traces(server: servers.Server, database: str) -> int:
    """Count the files of a database in which the word stands, byte by byte."""
    server.run("CHECKPOINT")
    (number,) = server.run(f"SELECT oid FROM pg_database WHERE datname = '{database}'")[0]  # noqa: S608 - a name of ours
    folder = server.folder / "data" / "base" / str(number)
    return sum(b"xylophonesecret" in path.read_bytes() for path in folder.iterdir())
