"""One entry while it is being written: saved with the first tap, changed by every further one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.changes import Changes
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.site import site_or_unknown
from twitchlog.presenters import log_choices, words
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.attachment import Attachment
    from twitchlog.domain.changes import Written
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.twitch import Trigger, Twitch
    from twitchlog.presenters.services import Complains, Services

FIELDS: Final = (
    "sites", "moment", "duration_s", "strength", "triggers", "note",
    "pattern", "seen", "activity", "reliefs",
)  # fmt: skip


@dataclass(slots=True)
class Session:
    """What was chosen for one entry, and what the diary holds of it.

    `parts` are the places the last tap may have meant, `current` the place taken last, and `rough`
    the one whose tap opened an inset; with `several`, a new place joins the others.
    `touched` are the fields the person set; a moment that they did not set comes from the clock,
    once the entry is saved. `before` is the entry as it was, where an old one is changed; it is
    `fresh` where it was logged just now and gets its details. `saved` and `step` belong to the
    DIARY lane, which does one thing after another; `shown` is what the sheet has heard of it.
    `waiting` for the diary's answer, it takes no changes. `under_way` counts the writes not
    answered yet; `refused` are the fields of those that failed while others were. `typed` are the
    day and the time that stand typed and are not taken yet.
    """

    before: Twitch | None = None
    fresh: bool = False
    day: date | None = None
    when: str = ""
    parts: tuple[str, ...] = ()
    several: bool = False
    current: str = ""
    rough: str = ""
    touched: set[str] = field(default_factory=set)
    wrong: dict[str, str] = field(default_factory=dict)
    changed: bool = False
    shown: Twitch | None = None
    saved: Twitch | None = None
    step: int | None = None
    waiting: bool = False
    under_way: int = 0
    refused: set[str] = field(default_factory=set)
    typed: tuple[str, str] | None = None
    files: tuple[Attachment, ...] = ()


def take_up(session: Session, entry: Twitch, now: Moment) -> None:
    """Go on with an entry as the diary holds it."""
    session.before = session.before or entry
    session.saved = session.shown = entry
    session.day = entry.moment.day
    session.touched = set(FIELDS)
    session.several = len({site_or_unknown(site).part for site in entry.sites}) > 1
    session.waiting = False
    # A later one was made before the machine's clock was set back.
    fresh = timedelta(0) <= now.utc - entry.moment.utc < timedelta(minutes=words.JUST_NOW_MINUTES)
    session.when = log_choices.NOW if fresh else log_choices.EXACT


def refuse(session: Session, name: str, sentence: str) -> None:
    """Keep why the diary would not take a change of the field `name`, if it was of one."""
    if name:
        session.wrong[name] = sentence
    if session.under_way:
        session.refused.add(name)


def settle(session: Session, draft: Twitch, saved: Twitch) -> Twitch:
    """Return the draft once a write of it is saved.

    The time it was saved at is now there to see, and stays what it is. A write that was refused
    took the draft back, though this later one held all of it.
    """
    if session.refused:
        for name in session.refused:
            session.wrong.pop(name, None)
        if not session.under_way:
            session.refused.clear()
        return saved
    return draft if "moment" in session.touched else replace(draft, moment=saved.moment)


def toggled(held: tuple[Trigger, ...], value: str) -> tuple[Trigger, ...]:
    """Return the triggers with the one of that chip added, or taken away."""
    trigger = log_choices.trigger_of(value)
    kept = tuple(each for each in held if each != trigger)
    return kept if trigger in held else (*held, trigger)


def save(diary: Diary, session: Session, draft: Twitch, touched: frozenset[str]) -> Written[Twitch]:
    """Write the draft as it stood; all writes of a session are undone as one step."""
    twitches, base = diary.twitches, session.saved
    if base is None:
        written = twitches.log(
            draft.sites,
            moment=draft.moment if "moment" in touched else None,
            duration_s=draft.duration_s,
            strength=draft.strength,
            triggers=draft.triggers,
            note=draft.note,
            pattern=draft.pattern,
            seen=draft.seen,
            activity=draft.activity,
            reliefs=draft.reliefs,
        )
    else:
        moment = draft.moment if "moment" in touched else base.moment
        entry = replace(draft, id=base.id, moment=moment)
        new = session.before is None and session.step is not None
        from twitchlog.diary.entry_kinds import expected

        with diary.edits.expecting(expected(diary, base)):
            written = twitches.edit(entry, joins=session.step, new=new)
    session.saved = written.value
    session.step = written.changes.step or session.step
    return written


def remove(diary: Diary, session: Session) -> Written[int]:
    """Move the entry to the bin."""
    held = session.saved or session.before
    assert held is not None
    from twitchlog.diary.entry_kinds import expected

    with diary.edits.expecting(expected(diary, held)):
        return diary.twitches.remove(held.id)


def take_back(diary: Diary, session: Session) -> Changes:
    """Undo the whole session; where something else was done since, undo just this entry."""
    if session.step is not None and diary.next_undo_number() == session.step:
        return diary.undo()
    if session.before is None:
        return remove(diary, session).changes
    from twitchlog.diary.entry_kinds import expected

    with diary.edits.expecting(expected(diary, session.saved)):
        return diary.twitches.edit(session.before).changes


def time_it(
    services: Services, session: Session, draft: Twitch, view: Complains, then: Callable[[], None]
) -> None:
    """Start the timer where the draft is, once what was saved of it has given way.

    Whether anything was saved is asked in the DIARY lane, behind the writes still under way.
    """

    def start(*_args: object) -> None:
        site = draft.sites[0] if draft.sites else None
        services.write(
            lambda diary: diary.timer.start(site, strength=draft.strength),
            lambda _timer, _changes: then(),
            view,
        )

    if draft.sites:
        services.write(lambda diary: give_way(diary, session), start, view)
    else:
        start()


def give_way(diary: Diary, session: Session) -> Changes:
    """Take the new entry back before the timer starts; raise BadInput where one is running."""
    if diary.timer.running() is not None:
        raise BadInput(_("The timer is running already."))
    if session.saved is None:
        return Changes("")
    changes = take_back(diary, session)
    session.saved = None
    return changes


def look_again(diary: Diary, session: Session, *, elsewhere: bool) -> bool:
    """Read the entry anew; return whether it is no longer what the session saved.

    A note that was changed `elsewhere` is not taken over: another may be half written here. The
    next change here is then asked about.
    """
    if session.saved is None:
        return False
    try:
        found: Twitch | None = diary.twitches.get(session.saved.id)
    except NotFound:
        found = None
    if found == session.saved:
        return False
    if not (elsewhere and found is not None and found.note != session.saved.note):
        session.saved = found
    return True


class Beside:
    """A view that puts what did not work beside the field it belongs to."""

    def __init__(self, hear: Callable[[str], None]) -> None:
        self._hear = hear

    def complain(self, sentence: str) -> None:
        """Show one sentence about what did not work."""
        self._hear(sentence)
