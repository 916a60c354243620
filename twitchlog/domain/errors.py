"""What can go wrong, each said to the user in one plain sentence."""

from __future__ import annotations

from typing import Any

from twitchlog.translation import _


class TwitchLogError(Exception):
    """A problem said in one sentence; `exit_code` is what the command line answers with."""

    exit_code = 1

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class BadInput(TwitchLogError):
    """Something the user gave cannot be recorded as it stands; nothing was changed."""

    exit_code = 2


class UnknownSite(BadInput):
    """No muscle site has that name; the nearest three are offered."""

    def __init__(self, asked: str, nearest: tuple[str, ...]) -> None:
        shown = asked if len(asked) <= 40 else f"{asked[:40]}…"
        offer = _(" Did you mean {nearest}?").format(nearest=", ".join(nearest)) if nearest else ""
        super().__init__(_("No place is called “{asked}”.").format(asked=shown) + offer)
        self.nearest = nearest


class NotFound(BadInput):
    """An entry that is asked for is not in the diary any more."""


class NothingToUndo(TwitchLogError):
    """There is no step to undo or redo."""

    exit_code = 3


class ChangedMeanwhile(TwitchLogError):
    """A step cannot be undone, because what it changed has been changed again since."""

    exit_code = 3


class DiaryError(TwitchLogError):
    """The diary file cannot be opened or written; what it holds is as it was."""

    exit_code = 4


class NotADiary(DiaryError):
    """The file is not a TwitchLog diary."""


class Damaged(DiaryError):
    """The file is a diary, or was one, and SQLite finds it damaged; it was left as it is.

    `key` is the key of one with a password, where that is known to be right.
    """

    def __init__(self, sentence: str, *, key: Any = None) -> None:
        super().__init__(sentence)
        self.key = key


class NeedsPassword(DiaryError):
    """The diary is locked with a password, and none was given."""


class WrongPassword(DiaryError):
    """The password, or the recovery key, does not open the diary."""


class NewerDiary(DiaryError):
    """The diary was written by a newer version of TwitchLog."""


class DiaryNotWritable(DiaryError):
    """The file or its folder cannot be written to."""


class DamagedPlan(DiaryError):
    """The plan of a trial is not the one that its seed gives; it is not used."""


class DiskFull(DiaryError):
    """There is no room left on the disk."""


class DiaryBusy(DiaryError):
    """Another program holds the diary file for longer than we wait."""


class Replaced(DiaryError):
    """The file at the diary's path is not the one that was opened; nothing was written to it.

    With `there`, another file lies at the path; else none does.
    """

    def __init__(self, sentence: str, *, there: bool = False) -> None:
        super().__init__(sentence)
        self.there = there


class ServerAway(DiaryError):
    """The server of a diary cannot be reached, or lets nobody in; nothing was changed."""


class Unsettled(DiaryError):
    """Nobody knows yet whether this was saved: the server went away while it saved it."""


class ChangedElsewhere(DiaryError):
    """What is to be saved was changed by another program since the form was opened.

    Each is a value of the domain, or None where it is not there: what was `opened`, what would be
    kept (`mine`), and what is `there`, written at `at_ms` on this computer (`here`) or another.
    """

    def __init__(
        self,
        *,
        opened: object | None,
        mine: object | None,
        there: object | None,
        at_ms: int,
        here: bool,
        key: str,
    ) -> None:
        if there is None:
            sentence = _(
                "This entry was removed elsewhere meanwhile. Nothing of yours is saved yet."
            )
        elif here:
            sentence = _(
                "This entry was changed in another window. Nothing is saved yet; "
                "try again to choose."
            )
        else:
            sentence = _(
                "This entry was changed on another computer. Nothing is saved yet; "
                "try again to choose."
            )
        super().__init__(sentence)
        self.opened, self.mine, self.there = opened, mine, there
        self.at_ms, self.here, self.key = at_ms, here, key


class ReportNotSaved(TwitchLogError):
    """A summary could not be written; the diary is safe."""

    exit_code = 5


class NotPrinted(TwitchLogError):
    """A printer did not take a page; the diary is safe."""

    exit_code = 5
