"""What the pages of the backups and of the second copy show, in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from twitchlog.domain.backup import Part, Why
from twitchlog.presenters import words
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from datetime import date, datetime

    from twitchlog.clock import Clock
    from twitchlog.diary import Diary
    from twitchlog.domain.backup import Backup, Contents, SecondCopy, Tested, Trouble

PUT_BACK_DAYS: Final = 30
AWAY_DAYS: Final = 14
"""From how many days on Today says that the folder of the second copies is not there."""
_WHY: Final = {
    Why.HAND: mark("made by hand"),
    Why.RESTORE: mark("made before a restore"),
    Why.UPGRADE: mark("made before an upgrade"),
    Why.REPLACED: mark("made when another file took its place"),
}
_TITLES: Final = {
    Part.OWN: mark("The last backup could not be made"),
    Part.SECOND: mark("The second copy could not be made"),
    Part.TEST: mark("The newest backup did not pass its test"),
}


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup in words; `id` is the name of its file."""

    id: str
    title: str
    second: str
    icon: str


@dataclass(frozen=True, slots=True)
class TroubleCard:
    """What does not work: a title, what happened and what is safe, and which part it is."""

    part: Part
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class AwayCard:
    """A folder of second copies that has long not been there; `key` stands for that time away."""

    key: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class SecondPage:
    """How the second copies stand; `folder` is empty where there are none."""

    folder: str
    said: str
    row: str
    keep: int
    there: bool
    encrypted: bool


@dataclass(frozen=True, slots=True)
class BackupsPage:
    """The list; `put_back` is what was kept before the last restore, where that is not long ago."""

    rows: tuple[BackupRow, ...]
    put_back: BackupRow | None
    troubles: tuple[TroubleCard, ...]
    tested: str
    second: SecondPage


@dataclass(frozen=True, slots=True)
class BackupDetail:
    """One backup beside what the diary holds now.

    `lines` are what is compared, in the backup and now; none where it cannot be read. `asks`: it
    has a password that is not known.
    """

    id: str
    title: str
    text: str
    lines: tuple[tuple[str, str, str], ...] = ()
    readable: bool = True
    asks: bool = False


def page_of(diary: Diary, hidden: frozenset[str] = frozenset()) -> BackupsPage:
    """Read how the backups stand; those `hidden` are about to be erased."""
    room, clock = diary.backups, diary.clock
    held = [each for each in room.list() if each.path.name not in hidden]
    today = clock.now().day
    kept = next((each for each in held if each.why is Why.RESTORE), None)
    recent = kept is not None and (today - clock.day_of(kept.made)).days < PUT_BACK_DAYS
    return BackupsPage(
        rows=tuple(_row(each, clock) for each in held),
        put_back=_row(kept, clock) if kept is not None and recent else None,
        troubles=tuple(trouble_card(each, clock) for each in room.troubles),
        tested=_tested(room.notes.tested(), clock),
        second=_second(room.second_copy.known(), clock, encrypted=diary.key is not None),
    )


def backups_row(diary: Diary) -> str:
    """Say in a line how the backups stand, without a look into any."""
    made, clock, tested = diary.backups.dates(), diary.clock, diary.backups.notes.tested()
    if not made:
        return _("None yet; one is made when you close the program")
    pattern = (
        _("Last one {day}, {time}; checked. {n} kept.")
        if tested is None or tested.sound
        else _("Last one {day}, {time}; did not pass its test. {n} kept.")
    )
    return pattern.format(day=_day_name(made[0], clock), time=f"{made[0]:%H:%M}", n=len(made))


def second_row(diary: Diary) -> str:
    """Say in a line how the second copies stand."""
    return _second(diary.backups.second_copy.known(), diary.clock, encrypted=False).row


def detail_of(backup: Backup, there: Contents | None, now: Contents, clock: Clock) -> BackupDetail:
    """Say what is in a backup beside what the diary holds now."""
    row = _row(backup, clock)
    if there is None:
        text = (
            _("It has another password than your diary has now. Restoring it asks for that one.")
            if backup.sealed
            else _("It cannot be read; it may be damaged. Your diary is safe.")
        )
        return BackupDetail(row.id, row.title, text, readable=backup.sealed, asks=backup.sealed)
    today = clock.now().day
    lines = (
        (_("Entries"), numeral(there.entries), numeral(now.entries)),
        (_("First day"), _day(there.first, today), _day(now.first, today)),
        (_("Last day"), _day(there.last, today), _day(now.last, today)),
    )
    parts = (_why(backup, clock), words.file_size(backup.bytes), _passed(backup, clock))
    return BackupDetail(row.id, row.title, words.sentence(words.joined(parts)), lines)


def trouble_card(trouble: Trouble, clock: Clock) -> TroubleCard:
    """Say what does not work, what is safe and since when."""
    since = _("It has not worked since {day}, {time}.").format(
        day=_day_name(trouble.since, clock), time=f"{trouble.since:%H:%M}"
    )
    return TroubleCard(trouble.part, _(_TITLES[trouble.part]), f"{trouble.sentence} {since}")


def away_card(state: SecondCopy, clock: Clock) -> AwayCard | None:
    """Say that second copies have had no folder for `AWAY_DAYS`; None where it is less long.

    A stick lies in a drawer for days as a matter of course: that is nothing to tell.
    """
    since = state.missing_since
    if since is None:
        return None
    days = (clock.now().day - clock.day_of(since)).days
    if days < AWAY_DAYS:
        return None
    title = ngettext("No second copy for {n} day", "No second copy for {n} days", days)
    text = _(
        "“{name}” has not been there since {day}. Plug it in, or choose another folder. Your diary "
        "and its backups on this computer are safe."
    )
    return AwayCard(
        f"away:{since.isoformat()}",
        title.format(n=days),
        text.format(name=_name(state), day=_day(since.date(), clock.now().day)),
    )


def _name(state: SecondCopy) -> str:
    return Path(state.chosen).name or str(state.chosen)


def _row(backup: Backup, clock: Clock) -> BackupRow:
    title = _("{day}, {time}").format(
        day=words.sentence(_day_name(backup.made, clock)), time=f"{backup.made:%H:%M}"
    )
    if backup.entries is not None:
        held = ngettext("{n} entry", "{n} entries", backup.entries)
        held = held.format(n=numeral(backup.entries))
    else:
        held = _("Has another password") if backup.sealed else _("Cannot be read")
    second = words.joined(
        (held, words.file_size(backup.bytes), _why(backup, clock), _passed(backup, clock))
    )
    wrong = not backup.sound or (backup.entries is None and not backup.sealed)
    icon = "alert-circle-outline" if wrong else "shield-check-outline"
    if backup.sealed:
        icon = "lock-outline"
    elif backup.why in {Why.RESTORE, Why.REPLACED} and not wrong:
        icon = "backup-restore"
    return BackupRow(backup.path.name, title, second, icon)


def _why(backup: Backup, clock: Clock) -> str:
    until = backup.kept_until()
    if until is None:
        return ""
    return _("{why}, kept until {day}").format(
        why=_(_WHY[backup.why]), day=_day(until.date(), clock.now().day)
    )


def _passed(backup: Backup, clock: Clock) -> str:
    if backup.tested is None:
        return ""
    day = _day_name(backup.tested, clock)
    said = _("tested {day}") if backup.sound else _("did not pass its test {day}")
    return said.format(day=day)


def _tested(tested: Tested | None, clock: Clock) -> str:
    if tested is None:
        return _("Once a month the newest backup is restored in a place of its own and compared.")
    said = (
        _("Last tested {day}: the newest backup was restored in a place of its own, whole.")
        if tested.sound
        else _("Last tested {day}: the newest backup did not pass.")
    )
    return said.format(day=_day_name(tested.when, clock))


def _second(state: SecondCopy | None, clock: Clock, *, encrypted: bool) -> SecondPage:
    if state is None:
        return SecondPage(
            "",
            _(
                "Choose a folder on a USB stick, or one that is synchronised. Each backup is then "
                "copied there too, so that your diary outlives this computer."
            ),
            _("None yet; a stick or a synchronised folder"),
            keep=0,
            there=False,
            encrypted=encrypted,
        )
    name = _name(state)
    last = (
        _("last on {day}").format(day=_day(state.last.date(), clock.now().day))
        if state.last
        else _("none made yet")
    )
    since = state.missing_since
    if since is not None:
        day = _day_name(since, clock)
        said = _("“{name}” has not been there since {day}; {last}.").format(
            name=name, day=day, last=last
        )
        said += " " + _("The next backup is copied there once it is back.")
        row = _("“{name}” has not been there since {day}").format(name=name, day=day)
        return SecondPage(str(state.chosen), said, row, state.keep, False, encrypted)
    said = _("In “{name}”, {last}.").format(name=name, last=last)
    row = _("In “{name}”, {last}").format(name=name, last=last)
    return SecondPage(str(state.chosen), said, row, state.keep, True, encrypted)


def _day_name(made: datetime, clock: Clock) -> str:
    return words.day_name(clock.day_of(made), today=clock.now().day)


def _day(day: date | None, today: date) -> str:
    return "–" if day is None else words.short_day(day, today=today)
