"""Set, change or remove the password of the diary, with how far it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from twitchlog.background import Lane
from twitchlog.diary.patience import UNANSWERED
from twitchlog.domain.changes import Changes
from twitchlog.domain.errors import BadInput, TwitchLogError, WrongPassword
from twitchlog.domain.password import SHORTEST, insist_good
from twitchlog.presenters.privacy import CHANGED
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.diary.sealed.password import Left
    from twitchlog.presenters.services import Services

_GOOD_LENGTH = 16
_NAMED = 3


class Doing(StrEnum):
    """What is done with the password."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"


class Field(StrEnum):
    """Which field a sentence is about."""

    OLD = "old"
    NEW = "new"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Told:
    """The words of the page for one of the three."""

    title: str
    about: str
    warns: str
    warning: str
    act: str
    doing: str
    done: str
    after: str
    failed: str


class PasswordView(Protocol):
    """What the presenter tells the page."""

    def refuse(self, field: Field, sentence: str) -> None:
        """Say below a field what is wrong with it."""
        ...

    def work(self, *, on: bool) -> None:
        """Show that it is being done, or no longer."""
        ...

    def done(self, left: str) -> None:
        """Say that it is done; `left` says what could not be brought along, else it is empty."""
        ...

    def fail(self, sentence: str) -> None:
        """Say that it was not done, and why."""
        ...


class PasswordPresenter:
    """Checks what is typed and has the diary written anew, in its own lane."""

    def __init__(self, services: Services, view: PasswordView, doing: Doing) -> None:
        self._services, self._view, self._doing = services, view, doing
        self.busy = False
        self.progress: tuple[float, str] = (0.0, "")
        """How much is done, 0 to 1, and what is being done; the page looks at it while it waits."""

    def submit(self, *, old: str = "", new: str = "", again: str = "") -> None:
        """Do it, or say below a field what is wrong with it."""
        if self.busy or not self._checked(old, new, again):
            return
        self.busy, self.progress = True, (0.0, "")
        self._view.work(on=True)
        self._services.background.submit(
            Lane.DIARY,
            lambda: self._work(self._services.diary, old, new),
            done=self._written,
            failed=self._failed,
        )

    def _checked(self, old: str, new: str, again: str) -> bool:
        if self._doing is not Doing.SET and not old:
            self._view.refuse(Field.OLD, _("Type the password, or the recovery key."))
            return False
        if self._doing is Doing.REMOVE:
            return True
        try:
            insist_good(new, old=old or None)
        except BadInput as problem:
            self._view.refuse(Field.NEW, problem.sentence)
            return False
        try:
            insist_good(new, again=again)
        except BadInput as problem:
            self._view.refuse(Field.AGAIN, problem.sentence)
            return False
        return True

    def _work(self, diary: Diary, old: str, new: str) -> Left:
        room = diary.password
        if self._doing is Doing.SET:
            return room.set(new, progress=self._told)
        if self._doing is Doing.CHANGE:
            return room.change(old, new, progress=self._told)
        return room.remove(old, progress=self._told)

    def _told(self, share: float, doing: str) -> None:
        self.progress = share, doing

    def _written(self, left: Left) -> None:
        self.busy = False
        self._view.work(on=False)
        self._services.news.publish(Changes("", frozenset({CHANGED, "backups"})))
        self._view.done(_left(left))

    def _failed(self, problem: Exception) -> None:
        self.busy = False
        self._view.work(on=False)
        if isinstance(problem, WrongPassword):
            self._view.refuse(Field.OLD, problem.sentence)
        elif isinstance(problem, TwitchLogError):
            self._view.fail(problem.sentence)
        else:
            self._view.fail(_("Something unexpected went wrong. The diary is as it was."))
            raise problem


def say_length(new: str) -> str:
    """Say whether a password is long enough: its length is all that is judged."""
    missing = SHORTEST - len(new)
    if not new:
        return _("At least {n} letters or signs; four words are good.").format(n=SHORTEST)
    if missing > 0:
        return ngettext("{n} more is needed.", "{n} more are needed.", missing).format(n=missing)
    if len(new) < _GOOD_LENGTH:
        return _("Long enough. Four words are harder to guess.")
    return _("Good and long.")


def told(doing: Doing) -> Told:
    """Return the words for what is done with the password."""
    return {Doing.SET: _set, Doing.CHANGE: _change, Doing.REMOVE: _remove}[doing]()


def _set() -> Told:
    return Told(
        title=_("Set a password"),
        about=_(
            "Your diary, its backups and your photos are encrypted with it. TwitchLog then asks "
            "for it when it opens, and locks by itself when nobody is there."
        ),
        warns=_("A forgotten password cannot be recovered"),
        warning=_(
            "Nobody can find out what it is. Only a recovery sheet then still opens the diary: you "
            "can print one once the password is set."
        ),
        act=_("Set the password"),
        doing=_("The diary is being encrypted"),
        done=_("The password is set"),
        after=_(
            "TwitchLog asks for it from now on. Ctrl+L locks at once. After 5 minutes without a "
            "tap it locks by itself; Settings has other times."
        ),
        failed=_("The password was not set"),
    )


def _change() -> Told:
    return Told(
        title=_("Change the password"),
        about=_("Your diary, its backups and your photos are written anew with the new one."),
        warns=_("The recovery sheet changes too"),
        warning=_(
            "An earlier sheet opens nothing afterwards. You can print a new one then: without one, "
            "a forgotten password cannot be recovered."
        ),
        act=_("Change the password"),
        doing=_("The diary is being written anew"),
        done=_("The password is changed"),
        after=_("TwitchLog asks for the new one from now on. The old one opens nothing any more."),
        failed=_("The password was not changed"),
    )


def _remove() -> Told:
    return Told(
        title=_("Remove the password"),
        about=_(
            "Your diary, its backups and your photos are written anew, not encrypted. Nothing of "
            "what you recorded is lost."
        ),
        warns=_("Others can read the diary then"),
        warning=_("Whoever can use this computer, or has a backup, can read all of it."),
        act=_("Remove the password"),
        doing=_("The diary is being written anew"),
        done=_("The password is removed"),
        after="",
        failed=_("The password was not removed"),
    )


def _left(left: Left) -> str:
    """Say which files stay as they were."""
    said = [_named(left.files)] if left.files else []
    if left.unanswered:
        said.append(_(UNANSWERED))
    return " ".join(said)


def _named(files: tuple[Path, ...]) -> str:
    names = ", ".join(_("“{words}”").format(words=path.name) for path in files[:_NAMED])
    more = len(files) - _NAMED
    if more > 0:
        names += " " + ngettext("and {n} more", "and {n} more", more).format(n=more)
    return _(
        "These could not be written anew and are as they were: {names}. TwitchLog tries again at "
        "the next start."
    ).format(names=names)
