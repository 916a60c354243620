"""What the log sheet shows, in words: places, times, lengths and what else, as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.presenters import entry_time, log_choices, words
from twitchlog.presenters.log_more import More, more_of
from twitchlog.presenters.log_places import current
from twitchlog.presenters.services import Complains
from twitchlog.translation import _, inside

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.attachment import Attachment
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.twitch import Relief, Strength, Trigger, Twitch
    from twitchlog.presenters.log_choices import Choice, LastTime, Place
    from twitchlog.presenters.log_session import Session


RECENT_PLACES: Final = 3
RECENT_ENTRIES: Final = 60
HINTED: Final = ("duration_s", "strength")
MOST_NAMED: Final = 2
"""So many places the line at the foot has room to name."""
NOTE_SHOWN: Final = 40
"""So many letters of a note it says, to see that it is kept."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What the chips offer, as it was when the sheet opened."""

    places: tuple[str, ...]
    triggers: tuple[Trigger, ...]
    lengths: tuple[float, ...]
    reliefs: tuple[Relief, ...]
    last: Mapping[str, LastTime]


@dataclass(frozen=True, slots=True)
class Foot:
    """The line that is always in sight: what is saved by now."""

    title: str
    details: str
    saved: bool
    undo: bool


@dataclass(frozen=True, slots=True)
class SheetPage:
    """All that the sheet shows. `wrong` holds a sentence for each field that cannot be read.

    `places` are chips of the chosen places where there are more than one; with `several`, the next
    one joins them. `lengths` are the chips in sight, `longer` the rest, and `length_said` what is
    chosen of those. The hints say what it was the last time there, where nothing is chosen; it is
    never taken over without a tap. `which` is the choice between an hour's first and second time,
    where the clocks went back. Of `triggers`, `first_triggers` are in sight before *More* is
    tapped. `timed`: it may be going on, so that the timer can measure it.
    """

    title: str
    editing: bool
    recent: tuple[Choice, ...]
    place: Place | None
    places: tuple[Choice, ...]
    several: bool
    parts: tuple[Choice, ...]
    sites: tuple[str, ...]
    when: tuple[Choice, ...]
    when_said: str
    day_written: str
    time_written: str
    which: tuple[Choice, ...]
    lengths: tuple[Choice, ...]
    longer: tuple[Choice, ...]
    length_said: str
    timed: bool
    length_hint: str
    strength: Strength | None
    strength_hint: str
    triggers: tuple[Choice, ...]
    first_triggers: frozenset[str]
    note: str
    more: More
    foot: Foot
    wrong: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """What the diary says when the sheet opens: the entry to change, if any, and what to offer."""

    entry: Twitch | None
    offered: Offered
    files: tuple[Attachment, ...] = ()


class LogSheetView(Complains, Protocol):
    """What the presenter asks of the sheet."""

    def show(self, page: SheetPage) -> None:
        """Show what is chosen and what is saved."""
        ...

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Name what changed and offer to undo or redo it."""
        ...

    def finished(self) -> None:
        """Close, or begin anew."""
        ...

    def timing(self) -> None:
        """Close, and show the timer that has started."""
        ...


def read(diary: Diary, twitch_id: str | None) -> Known:
    """Read what the sheet needs; raise NotFound for an entry that is gone."""
    twitches = diary.twitches
    newest = twitches.newest(RECENT_ENTRIES)
    return Known(
        twitches.get(twitch_id) if twitch_id else None,
        Offered(
            tuple(each.site for each in twitches.recent_sites(RECENT_PLACES)),
            twitches.recent_triggers(),
            log_choices.usual_lengths(newest),
            twitches.recent_reliefs(),
            log_choices.last_times(newest),
        ),
        diary.attachments.of(twitch_id) if twitch_id else (),
    )


def compose(session: Session, draft: Twitch, offered: Offered, *, now: Moment) -> SheetPage:
    """Say the draft, and what is saved of it, at the moment it is."""
    editing = session.before is not None
    last = offered.last.get(draft.sites[0] if draft.sites else "", log_choices.LastTime())
    hinted = {each for each in HINTED if session.fresh or each not in session.touched}
    lengths, longer, said = log_choices.length_choices(
        log_choices.with_last(offered.lengths, last),
        draft.duration_s,
        known="duration_s" in session.touched,
    )
    triggers, first = log_choices.trigger_choices(offered.triggers, draft.triggers)
    moment = now if session.shown is None and "moment" not in session.touched else draft.moment
    return SheetPage(
        title=title(editing=editing, fresh=session.fresh, day=session.day, today=now.day),
        editing=editing,
        recent=log_choices.recent_places(offered.places, draft.sites),
        place=log_choices.place_of(draft.sites, current(session, draft.sites)),
        places=log_choices.place_chips(draft.sites) if len(draft.sites) > 1 else (),
        several=session.several,
        parts=log_choices.part_choices(session.parts, draft.sites),
        sites=draft.sites,
        when=log_choices.when_choices(session.when, today=session.day in {None, now.day}),
        when_said=words.when(moment, now=now),
        day_written=words.full_day(moment.day),
        time_written=words.clock_time(moment),
        which=entry_time.which_choices(moment),
        lengths=lengths,
        longer=longer,
        length_said=said,
        length_hint=last.length if draft.duration_s is None and "duration_s" in hinted else "",
        timed=not editing and session.day in {None, now.day},
        strength=draft.strength,
        strength_hint=last.strong if draft.strength is None and "strength" in hinted else "",
        triggers=triggers,
        first_triggers=first,
        note=draft.note,
        more=more_of(draft, offered.reliefs, session.files),
        foot=foot(
            session.shown, editing=editing, fresh=session.fresh, changed=session.changed, now=now
        ),
        wrong=dict(session.wrong),
    )


def title(*, editing: bool, fresh: bool, day: date | None, today: date) -> str:
    """Return the heading of the sheet."""
    if fresh:
        return _("Details")
    if editing:
        return _("Change this entry")
    if day is not None and day != today:
        return _("Log for {day}").format(day=words.heading_day(day, today=today))
    return _("Log a twitch")


def foot(saved: Twitch | None, *, editing: bool, fresh: bool, changed: bool, now: Moment) -> Foot:
    """Say what is in the diary by now, with the day where that is not today."""
    if saved is None:
        return Foot(_("Tap a place, it is saved at once"), "", saved=False, undo=False)
    place, alone = words.places(saved.sites), len(saved.sites) == 1
    if len(saved.sites) > MOST_NAMED:
        place = _("{count} places").format(count=len(saved.sites))
    if fresh or not editing:
        pattern = _("{place} is logged") if alone else _("{place} are logged")
        name = pattern.format(place=place)
    elif changed:
        pattern = _("{place} is changed") if alone else _("{place} are changed")
        name = pattern.format(place=place)
    else:
        name = place
    known = words.joined(
        (
            words.time_and_day(saved.moment, now=now),
            "" if saved.duration_s is None else inside(log_choices.chip_length(saved.duration_s)),
            words.how_strong(saved.strength),
            *(words.what_else(each) for each in saved.triggers),
            *words.in_full(saved),
            _shortened(saved.note),
        )
    )
    return Foot(name, words.sentence(known), saved=True, undo=not editing or changed)


def _shortened(note: str) -> str:
    """Return the beginning of a note: enough to see that it is kept."""
    words_of_it = " ".join(note.split())
    short = words_of_it[:NOTE_SHOWN].rstrip()
    return short if short == words_of_it else f"{short}…"


def said_elsewhere(session: Session) -> str:
    """Say what became of the entry elsewhere while it is open here."""
    if session.saved is None:
        return _("This entry was removed elsewhere.")
    return _("This entry was changed elsewhere.")


def said_at_end(session: Session, *, now: Moment) -> str:
    """Name what was logged or changed once the sheet is left; empty where nothing was."""
    shown = session.shown
    if shown is None or not session.changed:
        return ""
    old = session.before is not None and not session.fresh
    pattern = _("{place} changed") if old else _("{place} logged, {time}")
    return pattern.format(
        place=words.places(shown.sites), time=words.time_and_day(shown.moment, now=now)
    )
