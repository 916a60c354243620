"""Settings, backups and the bin: what they show, and what is done there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog import __version__, paths
from twitchlog.diary.preferences import say_end
from twitchlog.domain.changes import Changes
from twitchlog.domain.moment import DAY_ENDS
from twitchlog.presenters import words
from twitchlog.presenters.log_choices import Choice
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.settings import LOOKS, TEXT_SCALES
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime
    from pathlib import Path

    from twitchlog.clock import Clock
    from twitchlog.diary import Diary
    from twitchlog.diary.backups import Backup
    from twitchlog.diary.bin import Binned
    from twitchlog.presenters.services import Services
    from twitchlog.settings import Settings

CONCERNS: Final = frozenset({"twitches", "checkins", "symptoms", "profile", "bin", "backups"})
_LOOKS: Final = dict(zip(LOOKS, (mark("System"), mark("Light"), mark("Dark")), strict=True))
_SIZES: Final = dict(
    zip(
        TEXT_SCALES,
        (
            mark("a little smaller"), mark("as usual"), mark("a little larger"), mark("larger"),
            mark("much larger"),
        ),
        strict=True,
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BinRow:
    """One removed entry in words."""

    id: str
    site: str
    icon: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup in words."""

    title: str
    second: str


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """Everything the settings and their pages show."""

    diary: str
    day_ends: tuple[Choice, ...]
    day_ends_said: str
    backups: tuple[BackupRow, ...]
    backups_second: str
    bin: tuple[BinRow, ...]
    bin_second: str


class SettingsView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: SettingsPage) -> None:
        """Show where the diary lies, its backups and its bin."""
        ...

    def wear(self, settings: Settings) -> None:
        """Take on another look, text size or motion, at once."""
        ...


class SettingsPresenter:
    """Keeps the choices, and looks after backups and bin."""

    def __init__(self, services: Services, view: SettingsView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)

    @property
    def values(self) -> Settings:
        """What is chosen now."""
        return self._services.settings.values

    @property
    def backup_folder(self) -> Path:
        """Where the backups lie."""
        return paths.backup_folder(self._services.diary.path)

    @property
    def diary_folder(self) -> Path:
        """Where the diary lies."""
        return self._services.diary.path.parent

    def refresh(self) -> None:
        """Read backups and bin again."""
        self._services.read(page_of, self._view.show, self._view)

    def choose(self, **values: object) -> None:
        """Keep a choice about the look and wear it at once."""
        self._view.wear(self._services.settings.change(**values))

    def end_day_at(self, value: str) -> None:
        """Let days end so many minutes after midnight from now on."""

        def said(minutes: int | None, changes: Changes) -> None:
            if changes.step is not None:
                self.steps.said(minutes, changes)

        self._services.write(
            lambda diary: diary.preferences.end_day_at(int(value)), said, self._view
        )

    def back_up(self) -> None:
        """Make a backup now."""

        def work(diary: Diary) -> Changes:
            diary.backups.make()
            return Changes(_("A backup was made and checked."), frozenset({"backups"}))

        self._services.write(
            work, lambda _none, changes: self._view.tell(changes.name, undo=False), self._view
        )

    def restore(self, entry_id: str) -> None:
        """Bring a removed entry back."""
        self._services.write(lambda diary: diary.bin.restore(entry_id), self.steps.said, self._view)

    def erase(self, *ids: str) -> None:
        """Erase removed entries for good; nothing brings them back."""

        def work(diary: Diary) -> Changes:
            diary.bin.erase(*ids)
            name = ngettext("{n} entry erased for good", "{n} entries erased for good", len(ids))
            return Changes(name.format(n=len(ids)), frozenset({"bin"}))

        self._services.write(
            work, lambda _none, changes: self._view.tell(changes.name, undo=False), self._view
        )


def looks() -> list[tuple[str, str]]:
    """Return the looks to choose from, with their words."""
    return [(look, _(word)) for look, word in _LOOKS.items()]


def size_word(scale: float) -> str:
    """Say a text size."""
    return _(_SIZES[scale])


def about() -> str:
    """Say which program this is, and what it does with the diary."""
    return _(
        "TwitchLog {version}, free software under the MIT licence. Your diary stays in the file "
        "above. Nothing is sent anywhere: the program uses no network and needs no account."
    ).format(version=__version__)


def page_of(diary: Diary) -> SettingsPage:
    """Read what the settings show of a diary."""
    backups, binned, clock = diary.backups.list(), diary.bin.items(), diary.clock
    today = clock.now().day
    return SettingsPage(
        diary=str(diary.path),
        day_ends=tuple(
            Choice(str(end), words.sentence(say_end(end)), chosen=end == clock.day_ends)
            for end in DAY_ENDS
        ),
        day_ends_said=_day_ends_said(clock.day_ends),
        backups=tuple(_backup_row(backup, clock) for backup in backups),
        backups_second=_backups_second(backups, clock),
        bin=tuple(_bin_row(each, today) for each in binned),
        bin_second=(
            ngettext("{n} removed entry", "{n} removed entries", len(binned)).format(n=len(binned))
            if binned
            else _("Empty")
        ),
    )


def _day_ends_said(minutes: int) -> str:
    said = (
        _("What you log after midnight, but before {time}, counts as the day before.").format(
            time=say_end(minutes)
        )
        if minutes
        else _("Choose a later hour if you often log in the night before you go to bed.")
    )
    return f"{said} " + _("Entries already written stay where they are.")


def _backup_row(backup: Backup, clock: Clock) -> BackupRow:
    if backup.entries is None:
        held = _("Cannot be read")
    else:
        count = ngettext("{n} entry", "{n} entries", backup.entries)
        held = count.format(n=f"{backup.entries:,}")
    return BackupRow(
        title=_("{day}, {time}").format(
            day=words.sentence(_day_name(backup.made, clock)),
            time=f"{backup.made:%H:%M}",
        ),
        second=words.joined((held, words.file_size(backup.bytes))),
    )


def _day_name(made: datetime, clock: Clock) -> str:
    return words.day_name(clock.day_of(made), today=clock.now().day)


def _backups_second(backups: Sequence[Backup], clock: Clock) -> str:
    if not backups:
        return _("None yet; one is made when you close the program")
    newest = backups[0].made
    return _("Last one {day}, {time}; {n} kept").format(
        day=_day_name(newest, clock), time=f"{newest:%H:%M}", n=len(backups)
    )


_BIN_ICONS: Final = {
    "doses": "cup-water",
    "rest_counts": "timer-outline",
    "medications": "pill",
    "intakes": "medication-outline",
    "treatments": "medication-outline",
    "experiments": "shuffle-variant",
    "conditions": "stethoscope",
    "tests": "file-document-outline",
    "appointments": "calendar-clock",
    "questions": "help-circle-outline",
    "attachments": "file-document-outline",
}
"""What stands beside a removed thing that has no place on the body."""


def _bin_row(each: Binned, today: date) -> BinRow:
    gone = _("removed {removed}").format(removed=words.day_name(each.removed.day, today=today))
    when = ""
    if each.moment is not None:
        when = _("{day}, {time}").format(
            day=words.day_name(each.moment.day, today=today), time=words.clock_time(each.moment)
        )
    return BinRow(
        id=each.id,
        site=each.sites[0] if each.sites else "",
        icon=_BIN_ICONS.get(each.kind, "delete-outline"),
        title=each.label,
        second=words.sentence("; ".join(filter(None, (when, gone)))),
    )
