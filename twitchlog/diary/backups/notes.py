"""What is remembered of the backups, in a small file beside the diary: never in the diary itself.

It says what failed, so that this is still known after a restart, and also where the diary itself
cannot be opened.
"""

from __future__ import annotations

import contextlib
import json
import threading
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from twitchlog import paths
from twitchlog.domain.backup import Part, Tested, Trouble
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_AT_WORK = threading.Lock()


@dataclass(frozen=True, slots=True)
class Chosen:
    """Where second copies go, as it is remembered."""

    folder: str
    name: str
    keep: int = 0
    last: str = ""
    missing_since: str = ""


class Notes:
    """The notes of the backups of the diary at `diary`; several programs may write them."""

    def __init__(self, diary: Path) -> None:
        self._path = paths.backup_notes(diary)
        self._sign = self._path.with_suffix(".failed")
        self._unwritten: dict[str, Any] | None = None

    def troubles(self) -> tuple[Trouble, ...]:
        """Return what has not worked so far, the gravest first."""
        held = self._part("troubles")
        known = [
            Trouble(part, since, last, str(each.get("sentence", "")))
            for part in Part
            if isinstance(each := held.get(part), dict)
            and (since := _time(each.get("since"))) and (last := _time(each.get("last")))
        ]  # fmt: skip
        if not known and self._sign.exists():
            known = [self._signed()]
        return tuple(known)

    def failed(self, part: Part, now: datetime, sentence: str) -> None:
        """Remember that a part did not work, and since when."""

        def change(values: dict[str, Any]) -> None:
            troubles = _dict(values, "troubles")
            since = _dict(troubles, part).get("since") or now.isoformat()
            troubles[part] = {"since": since, "last": now.isoformat(), "sentence": sentence}

        self._change(change)

    def worked(self, part: Part) -> None:
        """Forget that a part did not work."""
        if self._sign.exists() or part in self._part("troubles"):
            self._change(lambda values: _dict(values, "troubles").pop(part, None), well=True)

    def tested(self) -> Tested | None:
        """Return what came of the last test, if there was one."""
        held = self._part("tested")
        when = _time(held.get("when"))
        if when is None:
            return None
        return Tested(str(held.get("name", "")), when, str(held.get("sentence", "")))

    def test_done(self, tested: Tested) -> None:
        """Remember what came of a test."""
        made = {
            "name": tested.name, "when": tested.when.isoformat(), "sentence": tested.sentence,
        }  # fmt: skip
        self._change(lambda values: values.update(tested=made))

    def mark_of(self, name: str) -> str:
        """Return the mark of what the backup called `name` held when it was made; may be empty."""
        return str(self._part("marks").get(name, ""))

    def mark(self, name: str, marked: str, there: set[str]) -> None:
        """Remember what a backup holds; those that are not `there` any more are forgotten."""

        def change(values: dict[str, Any]) -> None:
            marks = _dict(values, "marks") | {name: marked}
            values["marks"] = {each: marks[each] for each in sorted(marks) if each in there}

        self._change(change)

    def second(self) -> Chosen | None:
        """Return where second copies go, if anywhere."""
        held = self._part("second")
        folder, name = held.get("folder"), held.get("name")
        if not isinstance(folder, str) or not isinstance(name, str) or not folder or not name:
            return None
        keep = held.get("keep")
        return Chosen(
            folder,
            name,
            keep if isinstance(keep, int) else 0,
            str(held.get("last", "")),
            str(held.get("missing_since", "")),
        )

    def choose_second(self, chosen: Chosen | None) -> None:
        """Remember where second copies go, or that they go nowhere any more."""
        held = {} if chosen is None else {
            "folder": chosen.folder, "name": chosen.name, "keep": chosen.keep,
            "last": chosen.last, "missing_since": chosen.missing_since,
        }  # fmt: skip
        self._change(lambda values: values.update(second=held))

    def hung(self, folder: str) -> datetime | None:
        """Return when the disk of the second copies in `folder` hung; None where it answers."""
        held = self._part("hung")
        return _time(held.get("when")) if held.get("folder") == folder else None

    def hangs(self, folder: str, now: datetime | None) -> None:
        """Remember that this disk hangs since now; None where it answers again."""
        held = {} if now is None else {"folder": folder, "when": now.isoformat()}
        self._change(lambda values: values.update(hung=held))

    def _signed(self) -> Trouble:
        """Return what is known where the notes themselves could not be written."""
        with contextlib.suppress(OSError):
            when = datetime.fromtimestamp(self._sign.stat().st_mtime)  # noqa: DTZ006 - local by design
            return Trouble(Part.OWN, when, when, _("The last backup could not be written."))
        now = datetime.now()  # noqa: DTZ005 - local by design
        return Trouble(Part.OWN, now, now, _("The last backup could not be written."))

    def _part(self, name: str) -> dict[str, Any]:
        return _dict(dict(self._read()), name)

    def _read(self) -> dict[str, Any]:
        if self._unwritten is not None:
            return self._unwritten
        try:
            held = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return held if isinstance(held, dict) else {}

    def _change(self, change: Callable[[dict[str, Any]], object], *, well: bool = False) -> None:
        """Change the notes; where they cannot be written they stay for this run.

        On a disk that is full there may still be room for a name: that a backup failed is then
        known after a restart by an empty file, until one went `well`.
        """
        with _AT_WORK:
            values = self._read()
            change(values)
            try:
                paths.write_private(self._path, json.dumps(values, indent=1))
            except OSError:
                self._unwritten = values
                with contextlib.suppress(OSError):
                    if _dict(values, "troubles"):
                        self._sign.touch(mode=0o600)
                return
            self._unwritten = None
            if well and not _dict(values, "troubles"):
                with contextlib.suppress(OSError):
                    self._sign.unlink(missing_ok=True)


def _dict(values: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the part `name` of the notes, made where it is not there or makes no sense."""
    if not isinstance(values.get(name), dict):
        values[name] = {}
    held: dict[str, Any] = values[name]
    return held


def _time(text: object) -> datetime | None:
    """Return a time on the wall; None for what is none, as where others wrote into the file."""
    try:
        return datetime.fromisoformat(str(text)).replace(tzinfo=None)
    except ValueError:
        return None
