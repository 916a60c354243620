"""Read what went with a twitch: a list in a cell, or a column of yes and no."""

from __future__ import annotations

from typing import Final

from twitchlog.diary.imports.words import built_in_trigger, trigger_of
from twitchlog.domain.text import clean_line
from twitchlog.domain.twitch import OWN, OWN_TRIGGER_LIMIT, Trigger

_LIST_ENDS: Final = str.maketrans(dict.fromkeys(";|/\n", ","))


def triggers_in(text: str) -> tuple[Trigger, ...]:
    """Return the triggers that a cell lists; raise BadInput for one that is too long."""
    whole = built_in_trigger(text)
    names = [text] if whole else text.translate(_LIST_ENDS).split(",")
    found = (trigger_of(name) for name in names if name.strip())
    return tuple(
        dict.fromkeys(
            Trigger(OWN, clean_line(trigger.words, limit=OWN_TRIGGER_LIMIT))
            if trigger.kind == OWN
            else trigger
            for trigger in found
        )
    )


def ticked(name: str) -> Trigger:
    """Return the trigger that a column is called by, cut where its name is too long for one."""
    trigger = trigger_of(name)
    return Trigger(trigger.kind, trigger.words[:OWN_TRIGGER_LIMIT])
