"""Commands by name, each read from its module when it is first asked for.

A quick command waits for its own module alone; the help of the whole reads all of them.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import typer
from typer.core import TyperGroup

from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHERE: Final = {
    "log": "record.log",
    "none-today": "record.none_today",
    "checkin": "checkin.checkin",
    "weekly": "weekly.weekly",
    "check": "check.check",
    "rescue": "rescue.rescue",
    "dose": "dose.dose",
    "list": "look.list_entries",
    "sites": "look.sites",
    "learn": "learn.learn",
    "chart": "chart.chart",
    "summary": "visit.summary",
    "report": "visit.report",
    "triggers": "triggers.triggers",
    "experiment": "experiment.app",
    "export": "transfer.export",
    "copy": "copying.copy",
    "import": "bringing.import_file",
    "undo": "steps.undo",
    "redo": "steps.redo",
    "backup": "backup.app",
    "settings": "settings.settings",
    "password": "password.app",
    "demo": "demo.demo",
    "factor": "factor.app",
    "rest": "rest.app",
    "medicine": "medicine.app",
    "treatment": "treatment.app",
    "condition": "condition.app",
    "test": "medical_test.app",
    "appointment": "appointment.app",
    "question": "appointment.questions",
}
"""The module of `twitchlog.commands` and the name in it, by what is typed; in the order of help."""
_AS_IT_STANDS: Final = "\b\n"
"""What keeps typer from folding the lines that follow."""


class Group(TyperGroup):
    """The whole command line; it begins without any command being read."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        # Nothing is ever added to it.
        self.commands = cast("Any", _Commands())


class _Commands(Mapping[str, Any]):
    """Every command by its name."""

    def __init__(self) -> None:
        self._read: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._read:
            self._read[name] = _read(name)
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in _WHERE

    def __iter__(self) -> Iterator[str]:
        return iter(_WHERE)

    def __len__(self) -> int:
        return len(_WHERE)


def _read(name: str) -> Any:
    """Return the command that typer makes of a function, or of a group of them."""
    module, _dot, called = _WHERE[name].partition(".")
    found = getattr(importlib.import_module(f"twitchlog.commands.{module}"), called)
    whole = typer.Typer(add_completion=False, rich_markup_mode=None, callback=_nothing)
    if isinstance(found, typer.Typer):
        whole.add_typer(found, name=name)
    else:
        whole.command(name)(found)
    return in_words(typer.main.get_group(whole).commands[name])


def in_words(command: Any) -> Any:
    """Let a command, and those in it, say its help in the language in use."""
    if isinstance(command, TyperGroup):
        for each in command.commands.values() if not isinstance(command, Group) else ():
            in_words(each)
    for each in (command, *command.params):
        if getattr(each, "help", None):
            each.help = _(each.help)
    if command.epilog:
        command.epilog = f"{_AS_IT_STANDS}{_(command.epilog)}"
    return command


def _nothing() -> None:
    """Let typer see a group, also where it holds one command."""
