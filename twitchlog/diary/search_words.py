"""Which rows of each table a typed word stands for: by what was written, and by what was tapped."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import and_, or_, select, union_all

from twitchlog.diary import tables
from twitchlog.diary.factors import load_factors
from twitchlog.diary.search_answers import of_checkins, of_doses
from twitchlog.diary.search_texts import meant, written
from twitchlog.domain import spoken
from twitchlog.domain.duration import length_in_words
from twitchlog.domain.medication import IntakeKind
from twitchlog.domain.spoken import begins
from twitchlog.domain.wording import plain_words

if TYPE_CHECKING:
    from collections.abc import (
        Callable,
        Iterator,
        Mapping,
        Sequence,
    )

    from sqlalchemy import ColumnElement, Connection, Table


Asked = tuple["Table", "list[ColumnElement[bool]]"]
"""A table, and what a row of it must fulfil."""
_OF_A_TWITCH: Final = ("twitches", "twitch_triggers", "twitch_reliefs")
BY_DAY: Final = frozenset({"doses", "symptoms", "intakes"})
"""The tables whose entries of one day are one answer, as they are one row of the day."""


def of_twitches(connection: Connection, words: Sequence[str]) -> list[ColumnElement[bool]]:
    """Return what a twitch must fulfil to have each of the words, somewhere."""
    numbers = any(any(map(str.isdigit, word)) for word in words)
    tapped = spoken.details() | ({"duration_s": _lengths(connection)} if numbers else {})
    return [
        _of_a_twitch(connection, word, tapped)
        for word in words
        if not begins(word, spoken.kinds()["twitches"])
    ]


def of_others(connection: Connection, words: Sequence[str]) -> Iterator[Asked]:
    """Yield each other table, and what a row of it must fulfil to have all the words."""
    factors = load_factors(connection)
    yield tables.checkins, [of_checkins(connection, words, factors)]
    for table, has in (
        (tables.doses, of_doses(connection, factors)),
        (tables.symptoms, _of_symptoms(connection)),
        (tables.intakes, _of_intakes(connection)),
        (tables.rest_counts, _of_rest_counts(connection)),
    ):
        kind = spoken.kinds()[table.name]
        rest = [word for word in words if not begins(word, kind)]
        if table is tables.doses and (rest or len(words) == 1):
            # Only its name as a whole means every dose: *exercise* alone is no drink.
            rest = list(words)
        yield table, [has(word) for word in rest]


def _of_a_twitch(
    connection: Connection, word: str, tapped: Mapping[str, Mapping[Any, frozenset[str]]]
) -> ColumnElement[bool]:
    """Return that a word is found in a twitch; `tapped` are the words for what its columns say."""
    found = [written(connection, word, _OF_A_TWITCH)]
    placed, table = tables.twitch_sites, tables.twitches
    if at := meant(word, spoken.sites()):
        found.append(select(placed.c.twitch_id).where(placed.c.site.in_(at)))
    for said, known in (
        (tables.twitch_triggers, spoken.triggers()),
        (tables.twitch_reliefs, spoken.reliefs()),
    ):
        if kinds := meant(word, known):
            found.append(select(said.c.twitch_id).where(said.c.kind.in_(kinds)))
    columns = {name: meant(word, meanings) for name, meanings in tapped.items()}
    return or_(
        *(table.c[name].in_(values) for name, values in columns.items() if values),
        table.c.id.in_(union_all(*found)),
    )


def _lengths(connection: Connection) -> dict[float, frozenset[str]]:
    """Return the words of every length that a twitch had."""
    known = connection.execute(select(tables.twitches.c.duration_s).distinct()).scalars()
    return spoken.in_words(_length, [each for each in known if each is not None])


def _length(seconds: float) -> tuple[str]:
    return (length_in_words(seconds),)


def _of_symptoms(connection: Connection) -> Callable[[str], ColumnElement[bool]]:
    table = tables.symptoms
    columns = [table.c[name] for name in ("kind", "present", "amount", "sites")]
    rows = connection.execute(select(*columns).distinct())
    said = spoken.symptoms((kind, bool(there), much, at) for kind, there, much, at in rows)

    def has(word: str) -> ColumnElement[bool]:
        # A database takes any number of places in a list, but no thousand alternatives.
        places: dict[tuple[str, bool, int | None], list[str]] = defaultdict(list)
        for *answer, at in meant(word, said):
            places[tuple(answer)].append(at)
        return or_(
            table.c.id.in_(written(connection, word, (table.name,))),
            *(
                and_(
                    table.c.kind == kind,
                    table.c.present == int(present),
                    table.c.amount.is_(None) if amount is None else table.c.amount == amount,
                    table.c.sites.in_(at),
                )
                for (kind, present, amount), at in places.items()
            ),
        )

    return has


def _of_intakes(connection: Connection) -> Callable[[str], ColumnElement[bool]]:
    table, owner = tables.intakes, tables.medications
    medicines = {
        row.id: spoken.medicine(row.name, row.kind)
        for row in connection.execute(
            select(owner.c.id, owner.c.name, owner.c["class"].label("kind"))
        )
    }
    kinds = spoken.in_words(_intake_kind, map(str, IntakeKind))
    wrote = select(table.c.note).where(table.c.note != "").distinct()
    notes = {note: plain_words(note) for note in connection.execute(wrote).scalars()}

    def has(word: str) -> ColumnElement[bool]:
        return or_(
            table.c.medication_id.in_(meant(word, medicines)),
            table.c.kind.in_(meant(word, kinds)),
            table.c.note.in_(meant(word, notes)),
        )

    return has


def _intake_kind(kind: str) -> tuple[str]:
    return (IntakeKind(kind).word,)


def _of_rest_counts(connection: Connection) -> Callable[[str], ColumnElement[bool]]:
    table, taps = tables.rest_counts, tables.rest_taps

    def has(word: str) -> ColumnElement[bool]:
        found = [written(connection, word, (table.name,))]
        if at := meant(word, spoken.sites()):
            found.append(select(taps.c.rest_count_id).where(taps.c.site.in_(at)))
        return table.c.id.in_(union_all(*found))

    return has
