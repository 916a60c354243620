"""How backups are told on the command line: their names, rows and data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from twitchlog.diary.backups import naming
from twitchlog.domain.backup import Why
from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, mark, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.domain.backup import Backup, SecondCopy

NEWEST: Final = "newest"
_WHY: Final = {
    Why.CHANGE: "",
    Why.HAND: mark("by hand"),
    Why.RESTORE: mark("before a restore"),
    Why.UPGRADE: mark("before an upgrade"),
    Why.REPLACED: mark("before another file"),
}


def chosen(held: Sequence[Backup], name: str) -> Backup:
    """Return the one backup that is meant; raise BadInput for none or several."""
    given = name.strip().casefold()
    asked = "".join(letter for letter in given if letter.isdigit())
    if given in {NEWEST, _("newest")}:
        found = list(held[:1])
    elif not (found := [each for each in held if name_of(each) == given]):
        found = [each for each in held if asked and f"{each.made:%Y%m%d%H%M%S}".startswith(asked)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise BadInput(_("There is no such backup. See: twitchlog backup list"))
    raise BadInput(_("Several backups begin so. Give more of its name."))


def name_of(backup: Backup) -> str:
    """Return what a backup is called: when it was made, and why where that is not the usual."""
    end = naming.ENDS.get(backup.why, "").replace(" ", "-")
    return f"{backup.made:%Y-%m-%d-%H.%M.%S}{end and '-'}{end}"


def row(backup: Backup) -> tuple[str, ...]:
    """Return the cells of one backup in the list."""
    entries = _("cannot be read") if backup.entries is None else numeral(backup.entries)
    if backup.sealed:
        entries = _("another password")
    tested = "" if backup.tested is None else f"{backup.tested:%Y-%m-%d}"
    if not backup.sound:
        tested = _("not passed")
    why = _WHY[backup.why]
    return name_of(backup), entries, numeral(backup.bytes / 1000, ",.0f"), why and _(why), tested


def data(backup: Backup) -> dict[str, Any]:
    """Return one backup as data."""
    until = backup.kept_until()
    return {
        "name": name_of(backup),
        "path": str(backup.path),
        "made": backup.made.isoformat(),
        "entries": backup.entries,
        "bytes": backup.bytes,
        "why": backup.why.value,
        "kept_until": until.isoformat() if until else None,
        "sealed": backup.sealed,
        "tested": backup.tested.isoformat() if backup.tested else None,
        "sound": backup.sound if backup.tested else None,
    }


def second_data(state: SecondCopy | None) -> dict[str, Any]:
    """Return how the second copies stand as data."""
    if state is None:
        return {"second_copy": None}
    since, last = state.missing_since, state.last
    return {
        "second_copy": {
            "folder": str(state.folder),
            "keep": state.keep,
            "last": last.isoformat() if last else None,
            "missing_since": since.isoformat() if since else None,
        }
    }


def second_said(state: SecondCopy | None) -> str:
    """Say how the second copies stand."""
    if state is None:
        return _("No second copies are made.")
    if state.missing_since is not None:
        return not_there(state)
    last = f"{state.last:%Y-%m-%d %H:%M}" if state.last else _("none yet")
    return _("Second copies go to “{folder}”; last one: {last}.").format(
        folder=state.folder, last=last
    )


def not_there(state: SecondCopy) -> str:
    """Say that the folder of the second copies is not there."""
    return _("The folder of the second copies, “{folder}”, is not there now.").format(
        folder=state.chosen
    )
