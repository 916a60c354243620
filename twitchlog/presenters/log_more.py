"""More about a twitch: how it moved, seen or felt, doing what, what stopped it, and files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from twitchlog.domain.attachment import MEDIA_TYPES
from twitchlog.domain.errors import BadInput
from twitchlog.domain.text import clean_line
from twitchlog.domain.twitch import OWN, OWN_TRIGGER_LIMIT, Activity, Pattern, Relief, Seen
from twitchlog.presenters import log_session, words
from twitchlog.presenters.log_answers import Answers
from twitchlog.presenters.log_choices import Choice
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from enum import StrEnum
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.domain.attachment import Attachment
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.log_session import Session

ENDINGS = tuple(sorted({f".{ending}" for ending in MEDIA_TYPES.values()} | {".jpeg"}))
"""The endings of the files that a person may want to keep; what is in one decides."""


@dataclass(frozen=True, slots=True)
class FileRow:
    """One kept file in words."""

    id: str
    icon: str
    name: str
    second: str


@dataclass(frozen=True, slots=True)
class More:
    """The chips of the further questions, what is kept of them in a line, and the files."""

    patterns: tuple[Choice, ...]
    seen: tuple[Choice, ...]
    activities: tuple[Choice, ...]
    reliefs: tuple[Choice, ...]
    files: tuple[FileRow, ...]
    said: str


class MoreAnswers(Answers):
    """Takes the further answers into the draft of a sheet, and files to the entry it saved."""

    def choose_pattern(self, value: str) -> None:
        """Take how it moved; the same again takes it back."""
        self._toggle("pattern", Pattern(value))

    def choose_seen(self, value: str) -> None:
        """Take whether it could be seen; the same again takes it back."""
        self._toggle("seen", Seen(value))

    def choose_activity(self, value: str) -> None:
        """Take what the muscle was doing; the same again takes it back."""
        self._toggle("activity", Activity(value))

    def toggle_relief(self, value: str) -> None:
        """Add something that stopped it, or take it away."""
        relief = _relief_of(value)
        held = self._draft.reliefs
        kept = tuple(each for each in held if each != relief)
        self._change("relief", reliefs=kept if relief in held else (*held, relief))

    def type_relief(self, text: str) -> None:
        """Add what stopped it in the person's own words."""
        try:
            own = clean_line(text, limit=OWN_TRIGGER_LIMIT)
        except BadInput as problem:
            self._refuse("relief", problem)
            return
        relief = Relief(OWN, own)
        if own and relief not in self._draft.reliefs:
            self._change("relief", reliefs=(*self._draft.reliefs, relief))

    def add_file(self, path: Path) -> None:
        """Keep a photo, video or PDF with the entry, as part of the same step."""
        session = self._session
        self._write_files(session, lambda diary: _add(diary, session, path))

    def remove_file(self, file_id: str) -> None:
        """Move a file of the entry to the bin."""
        session = self._session
        self._write_files(session, lambda diary: _remove(diary, session, file_id))

    def file_path(self, file_id: str) -> Path:
        """Return where a file of the entry lies to be opened; raise NotFound where it is gone."""
        held = next(each for each in self._session.files if each.id == file_id)
        return self._services.diary.attachments.opened(held)

    def _write_files(self, session: Session, work: Any) -> None:
        def done(_value: object, changes: Changes) -> None:
            session.changed = session.changed or changes.step is not None
            if session is self._session:
                self._show()

        def failed(sentence: str) -> None:
            session.wrong["files"] = sentence
            if session is self._session:
                self._show()

        session.wrong.pop("files", None)
        self._services.write(work, done, log_session.Beside(failed))

    def _toggle(self, field: str, value: StrEnum) -> None:
        taken = None if getattr(self._draft, field) == value else value
        self._change("", **{field: taken})


def more_of(draft: Twitch, offered: Sequence[Relief], files: Sequence[Attachment]) -> More:
    """Return the chips with what is chosen marked, and what is kept so far in words."""
    reliefs = dict.fromkeys((*offered, *draft.reliefs))
    return More(
        patterns=_chips(Pattern, draft.pattern),
        seen=_chips(Seen, draft.seen),
        activities=_chips(Activity, draft.activity),
        reliefs=tuple(
            Choice(_relief_value(each), each.label, chosen=each in draft.reliefs)
            for each in reliefs
        ),
        files=tuple(_file_row(each) for each in files),
        said=words.joined((*words.in_full(draft), _files_said(files))),
    )


def _files_said(files: Sequence[Attachment]) -> str:
    if not files:
        return ""
    return ngettext("{n} file", "{n} files", len(files)).format(n=len(files))


def _chips(answers: Iterable[Any], chosen: StrEnum | None) -> tuple[Choice, ...]:
    return tuple(Choice(each.value, each.word, chosen=each == chosen) for each in answers)


def _relief_value(relief: Relief) -> str:
    return f"{OWN}:{relief.words}" if relief.kind == OWN else relief.kind


def _relief_of(value: str) -> Relief:
    kind, _colon, own = value.partition(":")
    return Relief(kind, own)


def _file_row(kept: Attachment) -> FileRow:
    icon = "image-outline" if kept.is_picture else "video-outline"
    return FileRow(
        id=kept.id,
        icon=icon if kept.is_picture or kept.is_video else "file-document-outline",
        name=kept.name,
        second=words.file_size(kept.bytes),
    )


def _add(diary: Diary, session: Session, path: Path) -> Written[Attachment]:
    if session.saved is None:
        raise BadInput(_("Choose a place first."))
    owner = session.saved.id
    written = diary.attachments.add("twitches", owner, path, joins=session.step)
    session.step = written.changes.step or session.step
    session.files = diary.attachments.of(owner)
    return written


def _remove(diary: Diary, session: Session, file_id: str) -> Written[None]:
    written = diary.attachments.remove(file_id)
    session.files = tuple(each for each in session.files if each.id != file_id)
    return written
