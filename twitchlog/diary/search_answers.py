"""Which check-ins, drinks and exercise a typed word stands for, by what was answered."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import and_, false, or_, select

from twitchlog.diary import tables
from twitchlog.diary.search_texts import meant, written
from twitchlog.domain import spoken
from twitchlog.domain.factor import Factor, Kind, factor_or_unknown
from twitchlog.domain.spoken import begins

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Table

    from twitchlog.domain.spoken import Answer


def of_checkins(
    connection: Connection, words: Sequence[str], factors: Mapping[str, Factor]
) -> ColumnElement[bool]:
    """Return what a check-in must fulfil.

    One answer has all the words, as *a lot of stress* has two; or each word is found for itself, in
    a note or as the name of something: then *a lot* of one thing is not taken for that of another.
    """
    table, given = tables.checkins, tables.exposures
    known = _answers(connection, given, factors)
    said = spoken.answers(known)
    named = _named(said)
    answered = table.c.id.in_(select(given.c.checkin_id))
    kind, none = spoken.kinds()["checkins"], spoken.kinds()["none"]
    is_kind = {word for word in words if begins(word, kind)}

    def having(wanted: Collection[Answer]) -> ColumnElement[bool]:
        rows = select(given.c.checkin_id).where(_one_of(given, known, wanted))
        return table.c.id.in_(rows) if wanted else false()

    def alone(word: str) -> ColumnElement[bool]:
        return or_(
            table.c.id.in_(written(connection, word, (table.name,))),
            having(meant(word, named)),
            or_(answered, table.c.note != "", table.c.diet != "") if word in is_kind else false(),
            table.c.none_said == 1 if begins(word, none) else false(),
        )

    rest = [word for word in words if word not in is_kind]
    whole = [each for each in known if rest and all(begins(word, said[each]) for word in rest)]
    return or_(having(whole), and_(*map(alone, words)))


def _named(said: Mapping[Answer, frozenset[str]]) -> dict[Answer, frozenset[str]]:
    """Return the words of answers that are not their values: *coffees*, but not *2* or *a lot*."""
    things = spoken.names({factor for factor, *_value in said})
    return {
        answer: frozenset(word for word in words if not any(map(str.isdigit, word)))
        if answer[0].kind is Kind.AMOUNT and answer[1]
        else things[answer[0]]
        for answer, words in said.items()
        if words
    }


def of_doses(
    connection: Connection, factors: Mapping[str, Factor]
) -> Callable[[str], ColumnElement[bool]]:
    """Return what tells of a word what a drink or exercise must fulfil to have it."""
    table = tables.doses
    known = _answers(connection, table, factors)
    said = spoken.doses(known)

    def has(word: str) -> ColumnElement[bool]:
        return or_(
            table.c.id.in_(written(connection, word, (table.name,))),
            _one_of(table, known, meant(word, said)),
        )

    return has


def _answers(
    connection: Connection, table: Table, factors: Mapping[str, Factor]
) -> dict[Answer, None]:
    """Return what was answered of the things of a day, each once."""
    columns = [table.c[name] for name in ("factor", "amount", "preset", "effort")]
    rows = connection.execute(select(*columns).distinct())
    return dict.fromkeys(
        (factors.get(factor) or factor_or_unknown(factor), amount, preset, effort)
        for factor, amount, preset, effort in rows
    )


def _one_of(
    table: Table, known: Iterable[Answer], wanted: Collection[Answer]
) -> ColumnElement[bool]:
    """Return that a row holds one of the wanted answers; a factor of which all are is named alone.

    `known` are all there are.
    """
    asked = set(wanted)
    held: dict[str, list[Answer]] = defaultdict(list)
    left: set[str] = set()
    for each in known:
        (held[each[0].id].append(each) if each in asked else left.add(each[0].id))
    found: list[ColumnElement[bool]] = [
        table.c.factor.in_([name for name in held if name not in left])
    ]
    for name in left & held.keys():
        kinds: dict[tuple[str, int | None], list[float]] = defaultdict(list)
        for _factor, amount, preset, effort in held[name]:
            kinds[preset, effort].append(amount)
        found += [
            and_(
                table.c.factor == name,
                table.c.preset == preset,
                table.c.effort.is_(None) if effort is None else table.c.effort == effort,
                table.c.amount.in_(amounts),
            )
            for (preset, effort), amounts in kinds.items()
        ]
    return or_(*found) if held else false()
