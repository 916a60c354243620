"""One entry while it is being written: saved with the first tap, changed by every further one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.services import Complains, Services

FIELDS: Final = ("sites", "moment", "duration_s", "strength", "triggers", "note")


@dataclass(slots=True)
class Session:
    """What was chosen for one entry, and what the diary holds of it.

    `touched` are the fields the person set; moment, duration and strength that they did not set
    come from the clock and the values used last, once the entry is saved. `before` is the entry as
    it was, where an old one is changed. `saved` and `step` belong to the DIARY lane, which does
    one thing after another; `shown` is what the sheet has heard of it.
    """

    before: Twitch | None = None
    day: date | None = None
    when: str = ""
    parts: tuple[str, ...] = ()
    touched: set[str] = field(default_factory=set)
    wrong: dict[str, str] = field(default_factory=dict)
    changed: bool = False
    shown: Twitch | None = None
    saved: Twitch | None = None
    step: int | None = None


def save(diary: Diary, session: Session, draft: Twitch, touched: frozenset[str]) -> Written[Twitch]:
    """Write the draft as it stood; all writes of a session are undone as one step."""
    twitches, base = diary.twitches, session.saved
    if base is None:
        last = twitches.defaults(draft.sites[0])
        written = twitches.log(
            draft.sites,
            moment=draft.moment if "moment" in touched else None,
            duration_s=draft.duration_s if "duration_s" in touched else last.duration_s,
            strength=draft.strength if "strength" in touched else last.strength,
            triggers=draft.triggers,
            note=draft.note,
        )
    else:
        entry = replace(
            draft,
            id=base.id,
            moment=draft.moment if "moment" in touched else base.moment,
            duration_s=draft.duration_s if "duration_s" in touched else base.duration_s,
            strength=draft.strength if "strength" in touched else base.strength,
        )
        written = twitches.edit(entry, joins=session.step)
    session.saved = written.value
    session.step = written.changes.step or session.step
    return written


def take_back(diary: Diary, session: Session) -> Changes:
    """Undo the whole session; where something else was done since, undo just this entry."""
    if session.step is not None and diary.next_undo_number() == session.step:
        return diary.undo()
    if session.before is not None:
        return diary.twitches.edit(session.before).changes
    assert session.saved is not None
    return diary.twitches.remove(session.saved.id).changes


def time_it(
    services: Services, session: Session, draft: Twitch, view: Complains, then: Callable[[], None]
) -> None:
    """Start the timer where the draft is, once what was saved of it has given way."""

    def start(*_args: object) -> None:
        site = draft.sites[0] if draft.sites else None
        services.write(
            lambda diary: diary.timer.start(site, strength=draft.strength),
            lambda _timer, _changes: then(),
            view,
        )

    if session.shown is None:
        start()
    else:
        services.write(lambda diary: give_way(diary, session), start, view)


def give_way(diary: Diary, session: Session) -> Changes:
    """Take the new entry back before the timer starts; raise BadInput where one is running."""
    if diary.timer.running() is not None:
        raise BadInput(_("The timer is running already."))
    changes = take_back(diary, session)
    session.saved = None
    return changes


def look_again(diary: Diary, session: Session) -> bool:
    """Read the entry anew; return whether it is no longer what the session saved."""
    if session.saved is None:
        return False
    try:
        found: Twitch | None = diary.twitches.get(session.saved.id)
    except NotFound:
        found = None
    if found == session.saved:
        return False
    session.saved = found
    return True


class Beside:
    """A view that puts what did not work beside the field it belongs to."""

    def __init__(self, hear: Callable[[str], None]) -> None:
        self._hear = hear

    def complain(self, sentence: str) -> None:
        """Show one sentence about what did not work."""
        self._hear(sentence)
