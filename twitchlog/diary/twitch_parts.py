"""What hangs on a twitch: its places, what went with it and what stopped it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.diary import records, tables
from twitchlog.domain.errors import BadInput
from twitchlog.domain.text import clean_line
from twitchlog.domain.twitch import (
    OWN,
    OWN_TRIGGER_LIMIT,
    RELIEF_WORDS,
    TRIGGER_WORDS,
    Relief,
    Trigger,
)
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Table

    from twitchlog.diary.journal import Operation
    from twitchlog.domain.twitch import Twitch

Said = tuple[Trigger | Relief, ...]

CHILDREN: Final = (
    (tables.twitch_sites, "twitch_id"),
    (tables.twitch_triggers, "twitch_id"),
    (tables.twitch_reliefs, "twitch_id"),
)
"""The tables whose rows hang on a twitch."""


def insert(operation: Operation, twitch: Twitch) -> None:
    """Write all that hangs on a new twitch."""
    _insert_sites(operation, twitch)
    _insert_words(operation, tables.twitch_triggers, twitch.id, twitch.triggers)
    _insert_words(operation, tables.twitch_reliefs, twitch.id, twitch.reliefs)


def update(operation: Operation, before: Twitch, twitch: Twitch) -> None:
    """Write anew what differs from `before`."""
    if twitch.sites != before.sites:
        records.clear(operation, tables.twitch_sites, "twitch_id", twitch.id)
        _insert_sites(operation, twitch)
    said: tuple[tuple[Table, Said, Said], ...] = (
        (tables.twitch_triggers, before.triggers, twitch.triggers),
        (tables.twitch_reliefs, before.reliefs, twitch.reliefs),
    )
    for table, was, now in said:
        if was != now:
            records.clear(operation, table, "twitch_id", twitch.id)
            _insert_words(operation, table, twitch.id, now)


def checked_triggers(triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """Return the triggers cleaned and each once; raise BadInput for one that is not known."""
    kept = _checked_words(triggers, TRIGGER_WORDS, _("“{kind}” is not a trigger."))
    return tuple(Trigger(kind, words) for kind, words in kept)


def checked_reliefs(reliefs: Sequence[Relief]) -> tuple[Relief, ...]:
    """Return what stopped it cleaned and each once; raise BadInput for one that is not known."""
    refusal = _("“{kind}” is not something that stops a twitch.")
    kept = _checked_words(reliefs, RELIEF_WORDS, refusal)
    return tuple(Relief(kind, words) for kind, words in kept)


def _checked_words(
    given: Sequence[Trigger | Relief], known: Mapping[str, str], refusal: str
) -> list[tuple[str, str]]:
    """Return kinds and own words, cleaned, each once; raise BadInput for a kind not known."""
    kept: dict[tuple[str, str], tuple[str, str]] = {}
    for each in given:
        if each.kind == OWN:
            words = clean_line(each.words, limit=OWN_TRIGGER_LIMIT)
            if words:
                kept.setdefault((OWN, words.casefold()), (OWN, words))
        elif each.kind in known:
            kept.setdefault((each.kind, ""), (each.kind, ""))
        else:
            raise BadInput(refusal.format(kind=each.kind))
    return list(kept.values())


def _insert_sites(operation: Operation, twitch: Twitch) -> None:
    for position, name in enumerate(twitch.sites):
        row = {"twitch_id": twitch.id, "site": name, "position": position}
        operation.insert(tables.twitch_sites, row)


def _insert_words(
    operation: Operation, table: Table, twitch_id: str, said: Sequence[Trigger | Relief]
) -> None:
    for position, each in enumerate(said):
        operation.insert(
            table,
            {
                "twitch_id": twitch_id,
                "kind": each.kind,
                "words": each.words,
                "position": position,
            },
        )
