"""Settings, backups and the bin: what they show, and what is done there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog import __version__
from twitchlog.diary.preferences import say_end
from twitchlog.domain.moment import DAY_ENDS
from twitchlog.presenters import backups_page, words
from twitchlog.presenters.erasing import AsksToErase, Erasing
from twitchlog.presenters.log_choices import Choice
from twitchlog.presenters.steps import Steps
from twitchlog.presenters.trying import look_at_second
from twitchlog.settings import TEXT_SCALES
from twitchlog.translation import _, language_name, languages, mark, mark_said, ngettext, said

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.diary.bin import Binned
    from twitchlog.domain.changes import Changes
    from twitchlog.presenters.services import Services
    from twitchlog.settings import Settings

CONCERNS: Final = frozenset({"twitches", "checkins", "symptoms", "profile", "bin", "backups"})
_LOOKS: Final = {
    "system": mark_said("look", "System"),
    "light": mark_said("look", "Light"),
    "dark": mark_said("look", "Dark"),
}
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
class SettingsPage:
    """Everything the settings and their pages show."""

    diary: str
    day_ends: tuple[Choice, ...]
    day_ends_said: str
    backups_second: str
    copy_second: str
    bin: tuple[BinRow, ...]
    bin_second: str


class SettingsView(AsksToErase, Protocol):
    """What the presenter tells the page."""

    def show(self, page: SettingsPage) -> None:
        """Show where the diary lies, its backups and its bin."""
        ...

    def wear(self, settings: Settings) -> None:
        """Take on another look, text size or motion, at once."""
        ...

    def speak(self) -> None:
        """Say everything in the language that is chosen now."""
        ...


class SettingsPresenter:
    """Keeps the choices, and looks after backups and bin."""

    def __init__(self, services: Services, view: SettingsView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self._erasing = Erasing(services, view)

    @property
    def values(self) -> Settings:
        """What is chosen now."""
        return self._services.settings.values

    @property
    def diary_folder(self) -> Path:
        """Where the diary lies."""
        return self._services.diary.path.parent

    def refresh(self) -> None:
        """Read backups and bin again."""
        self._services.read(page_of, self._view.show, self._view)
        look_at_second(self._services)

    def choose(self, **values: object) -> None:
        """Keep a choice about the look and wear it at once."""
        self._view.wear(self._services.settings.change(**values))

    def choose_language(self, code: str) -> None:
        """Keep the language of the screens, empty for that of the system, and speak it at once."""
        if code != self.values.language:
            self._services.settings.change(language=code)
            self._view.speak()

    def end_day_at(self, value: str) -> None:
        """Let days end so many minutes after midnight from now on."""

        def told(minutes: int | None, changes: Changes) -> None:
            if changes.step is not None:
                self.steps.said(minutes, changes)

        self._services.write(
            lambda diary: diary.preferences.end_day_at(int(value)), told, self._view
        )

    def restore(self, entry_id: str) -> None:
        """Bring a removed entry back."""
        self._services.write(lambda diary: diary.bin.restore(entry_id), self.steps.said, self._view)

    def ask_erase(self, *ids: str) -> None:
        """Look which backups hold removed entries, then ask."""
        self._erasing.ask(ids)

    def erase(self, *ids: str, clean: bool = False) -> None:
        """Erase removed entries for good, with `clean` from the backups too."""
        self._erasing.erase(ids, clean=clean)


def looks() -> list[tuple[str, str]]:
    """Return the looks to choose from, with their words."""
    return [(look, said("look", word)) for look, word in _LOOKS.items()]


def tongues() -> list[tuple[str, str]]:
    """Return the languages to choose from, each as it calls itself."""
    return [
        ("", said("look", "System")),
        *((code, language_name(code)) for code in languages()),
    ]


def size_word(scale: float) -> str:
    """Say a text size."""
    return _(_SIZES[scale])


def about(*, on_server: bool = False) -> str:
    """Say which program this is, and what it does with the diary."""
    if on_server:
        return _(
            "TwitchLog {version}, free software under the MIT licence. Your diary is on the server "
            "above. Nothing is sent anywhere else; who can read it there is for the server to say."
        ).format(version=__version__)
    return _(
        "TwitchLog {version}, free software under the MIT licence. Your diary stays in the file "
        "above. Nothing is sent anywhere: the program uses no network and needs no account."
    ).format(version=__version__)


def page_of(diary: Diary) -> SettingsPage:
    """Read what the settings show of a diary."""
    binned, clock = diary.bin.items(), diary.clock
    today = clock.now().day
    return SettingsPage(
        diary=diary.address.shown,
        day_ends=tuple(
            Choice(str(end), words.sentence(say_end(end)), chosen=end == clock.day_ends)
            for end in DAY_ENDS
        ),
        day_ends_said=_day_ends_said(clock.day_ends),
        backups_second=backups_page.backups_row(diary),
        copy_second=backups_page.second_row(diary),
        bin=tuple(_bin_row(each, today) for each in binned),
        bin_second=(
            ngettext("{n} removed entry", "{n} removed entries", len(binned)).format(n=len(binned))
            if binned
            else _("Empty")
        ),
    )


def _day_ends_said(minutes: int) -> str:
    why = (
        _("What you log after midnight, but before {time}, counts as the day before.").format(
            time=say_end(minutes)
        )
        if minutes
        else _("Choose a later hour if you often log in the night before you go to bed.")
    )
    return f"{why} " + _("Entries already written stay where they are.")


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
