"""`rescue`: save what can be read of a damaged diary, compare, and put one in its place."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from twitchlog.commands.arguments import AsJson, DiaryPath
from twitchlog.commands.output import say, say_json, say_table
from twitchlog.commands.session import Session
from twitchlog.domain.checkup import Remedy
from twitchlog.domain.errors import BadInput, Damaged
from twitchlog.domain.rescue import other_records
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary.sealed.keys import Key
    from twitchlog.domain.backup import Contents
    from twitchlog.domain.rescue import GoodBackup, Saved


class Use(StrEnum):
    """Which one takes the place of the damaged diary."""

    SAVED = "saved"
    BACKUP = "backup"


def rescue(
    context: typer.Context,
    *,
    use: Annotated[
        Use | None,
        typer.Option("--use", help=_("Put this one in place; the damaged file is kept.")),
    ] = None,
    as_json: AsJson = False,
    diary: DiaryPath = None,
) -> None:
    """Save what can be read of a damaged diary, and compare it with the newest sound backup.

    Without --use nothing takes its place yet. The damaged file is never written over.
    """
    from twitchlog.diary.lock import AppLock
    from twitchlog.diary.rescue.rescuing import Rescuing

    session: Session = context.obj
    session.where(diary).insist_on_file()
    path = session.file(diary)
    key = _key(session, path)
    rescuing = Rescuing(path, session.clock, key)
    lock = AppLock(path)
    lock.take()
    try:
        _refuse_sound(session, path, key)
        saved, backup = rescuing.save(), rescuing.backup()
        kept = rescuing.put_in_place(_chosen(use, saved, backup)) if use else None
    finally:
        lock.release()
    if as_json:
        say_json(_data(saved, backup, kept))
        return
    _say(saved, backup)
    if kept is not None:
        say(_("It is in place. The damaged file is kept at {path}.").format(path=kept))
    elif backup is None:
        say(_("Put it in place with: twitchlog rescue --use saved"))
    else:
        say(_("Put one in place with: twitchlog rescue --use saved (or: --use backup)"))


def _refuse_sound(session: Session, path: Path, key: Key | None) -> None:
    """Raise BadInput where nothing is wrong with the file: it must not give way by mistake."""
    from twitchlog.diary import Diary, checkup

    try:
        diary = Diary.open(path, clock=session.clock, key=key)
    except Damaged:
        return
    try:
        damaged = any(each.remedy is Remedy.RESCUE for each in checkup.full(diary).findings)
    finally:
        diary.changed = False
        diary.close()
    if not damaged:
        raise BadInput(
            _("Nothing is wrong with the file of this diary, so there is nothing to rescue.")
        )


def _key(session: Session, path: Path) -> Key | None:
    """Return the key of a diary with a password, asked for; it may be right for a damaged file."""
    from twitchlog.diary import connecting

    if not connecting.is_sealed(path):
        return None
    try:
        return session.key_of(path)
    except Damaged as problem:
        if problem.key is None:
            raise
        key: Key = problem.key
        return key


def _chosen(use: Use, saved: Saved, backup: GoodBackup | None) -> Path:
    if use is Use.SAVED:
        return saved.path
    if backup is None:
        raise BadInput(_("There is no sound backup of this diary. Nothing was changed."))
    return backup.path


def _say(saved: Saved, backup: GoodBackup | None) -> None:
    columns = [saved.contents, *([backup.contents] if backup else [])]
    say_table(
        ("", _("What can be read"), *([_("The newest backup")] if backup else [])),
        [
            (_("Twitches"), *(str(each.entries) for each in columns)),
            (_("First day"), *(str(each.first or "–") for each in columns)),
            (_("Last day"), *(str(each.last or "–") for each in columns)),
            (_("Other records"), *(str(other_records(each.tables)) for each in columns)),
        ],
    )
    if saved.path.exists():
        say(_("What can be read is in {path}.").format(path=saved.path))
    if saved.aside_path is not None:
        say(
            ngettext(
                "{n} row fits nowhere and is kept in {path}.",
                "{n} rows fit nowhere and are kept in {path}.",
                saved.aside,
            ).format(n=saved.aside, path=saved.aside_path)
        )
    if backup is None:
        say(_("There is no sound backup of this diary."))
    else:
        say(_("The newest sound backup is {path}.").format(path=backup.path))


def _data(saved: Saved, backup: GoodBackup | None, kept: Path | None) -> dict[str, Any]:
    return {
        "saved": {
            **_counts(saved.path, saved.contents),
            "aside": saved.aside,
            "aside_path": str(saved.aside_path) if saved.aside_path else None,
        },
        "backup": {
            **_counts(backup.path, backup.contents),
            "made": backup.made.isoformat(timespec="seconds"),
        } if backup else None,
        "kept": str(kept) if kept else None,
    }  # fmt: skip


def _counts(path: Path, held: Contents) -> dict[str, Any]:
    return {
        "path": str(path),
        "twitches": held.entries,
        "first_day": str(held.first) if held.first else None,
        "last_day": str(held.last) if held.last else None,
        "other_records": other_records(held.tables),
    }
