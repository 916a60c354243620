"""The backups: what there is, restoring, carrying away, removing, and the second copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.background import Lane
from twitchlog.domain.backup import Why
from twitchlog.domain.errors import NeedsPassword, NotADiary, NotFound, WrongPassword
from twitchlog.presenters import backups_page, trying
from twitchlog.presenters.saving import start_folder
from twitchlog.presenters.services import Complains, say_to
from twitchlog.presenters.steps import Steps
from twitchlog.presenters.trying import NEWS, make
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.domain.backup import Backup, Restored
    from twitchlog.domain.changes import Changes
    from twitchlog.presenters.backups_page import BackupDetail, BackupsPage
    from twitchlog.presenters.backups_view import BackupsView
    from twitchlog.presenters.services import Services


class BackupsPresenter:
    """Looks after the backups; `opened_anew` is called with what to say after a restore."""

    def __init__(
        self, services: Services, view: BackupsView, opened_anew: Callable[[str], None]
    ) -> None:
        self._services, self._view, self._opened_anew = services, view, opened_anew
        self.steps = Steps(services, view)
        self._chosen = ""
        self._hidden: frozenset[str] = frozenset()
        self._put_back = ""

    @property
    def folder(self) -> Path:
        """Where the backups lie."""
        return self._services.diary.backups.folder

    @property
    def start(self) -> Path:
        """Where the choice of a folder begins."""
        return start_folder(self._services)

    def refresh(self) -> None:
        """Read how the backups stand anew, and the one that is chosen."""
        hidden = self._hidden
        self._services.read(
            lambda diary: backups_page.page_of(diary, hidden), self._show, self._view
        )
        trying.look_at_second(self._services)
        if self._chosen:
            self.open(self._chosen)

    def open(self, name: str) -> None:
        """Show what is in a backup, beside what the diary holds now."""
        self._chosen = name

        def look(diary: Diary) -> BackupDetail | None:
            room = diary.backups
            backup = next((each for each in room.list() if each.path.name == name), None)
            if backup is None:
                return None
            try:
                there = room.contents(backup)
            except (NotADiary, NeedsPassword):
                there = None
            return backups_page.detail_of(backup, there, room.present(), diary.clock)

        def show(detail: BackupDetail | None) -> None:
            if self._chosen == name:
                self._view.show_backup(None if name in self._hidden else detail)

        self._services.read(look, show, self._view)

    def close(self) -> None:
        """Show none any more."""
        self._chosen = ""

    def back_up(self) -> None:
        """Make a backup now, which stays for 30 days, and a second copy."""
        self._services.write(_by_hand, self._made, _Failing(self._view, self._over))

    def try_again(self) -> None:
        """Do again what did not work: a backup, its second copy, and its test."""
        trying.try_again(self._services, self._view)

    def test(self) -> None:
        """Put the newest backup to the test now."""
        self._view.busy(_("Testing the newest backup…"))

        def done(tested: object) -> None:
            self._over()
            if tested is None:
                self._view.complain(_("There is no backup yet."))
            elif getattr(tested, "sound", False):
                self._view.tell(_("The newest backup is whole: everything came back."), undo=False)

        self._copying(lambda diary: diary.backups.test_newest(), done)

    def restore(self, name: str, password: str = "") -> None:
        """Put a backup in the place of the diary, and open that anew."""
        self._view.busy(_("Restoring…"))
        back = name == self._put_back

        def work(diary: Diary) -> Restored:
            return diary.backups.restore(_find(diary, name), password=password)

        def done(restored: Restored) -> None:
            self._view.busy("")
            said = (
                _("Put back as it was before the restore.")
                if back
                else _("Restored. Backups can put it back as it was.")
            )
            if restored.missing:
                missing = ngettext(
                    "{n} photo or file of it is nowhere any more.",
                    "{n} photos or files of it are nowhere any more.",
                    restored.missing,
                )
                said = f"{said} {missing.format(n=restored.missing)}"
            self._opened_anew(said)

        def failed(problem: Exception) -> None:
            self._view.busy("")
            if isinstance(problem, NeedsPassword):
                self._view.ask_password(name, "")
            elif isinstance(problem, WrongPassword):
                self._view.ask_password(name, _("This is not its password. Nothing was changed."))
            else:
                say_to(self._view)(problem)

        diary = self._services.diary
        self._services.background.submit(Lane.DIARY, lambda: work(diary), done=done, failed=failed)

    def copy_to(self, name: str, folder: Path) -> None:
        """Copy one backup to a folder."""
        self._view.busy(_("Copying…"))

        def done(path: Path) -> None:
            self._view.busy("")
            self._view.tell(_("Copied to “{path}”.").format(path=path), undo=False)

        self._copying(lambda diary: diary.backups.copy_to(_find(diary, name), folder), done)

    def remove(self, name: str) -> None:
        """Erase a backup, once it is too late to take that back."""
        self._hidden |= {name}
        self._view.show_backup(None)
        self.close()
        self.refresh()

        def undo() -> None:
            self._hidden -= {name}
            self.refresh()

        def gone() -> None:
            if name not in self._hidden:
                return

            def work(diary: Diary) -> Changes:
                diary.backups.remove(_find(diary, name))
                return NEWS

            self._services.write(work, lambda _none, _changes: undo(), self._view)

        self._view.hold_back(_("Backup removed"), undo, gone)

    def choose_folder(self, folder: Path, form: Complains | None = None) -> None:
        """Let second copies go into a folder from now on, and make the first.

        What is wrong with the folder is told to the `form` it was typed in, where there is one.
        """
        diary, view = self._services.diary, form or self._view

        def work(diary: Diary) -> Changes:
            if not diary.backups.list():
                diary.backups.make()
            return NEWS

        self._services.background.submit(
            Lane.COPY,
            lambda: diary.backups.second_copy.choose(folder),
            done=lambda _none: self._services.write(
                work, lambda _none, _changes: self._second(self._second_made), view
            ),
            failed=say_to(view),
        )

    def copy_now(self) -> None:
        """Make a second copy of the diary as it is now."""
        self._services.write(
            make, lambda _none, _changes: self._second(self._second_made), self._view
        )

    def keep(self, most: str) -> None:
        """Let so many second copies stay."""

        def work(diary: Diary) -> Changes:
            diary.backups.second_copy.keep(int(most))
            return NEWS

        self._services.write(work, lambda _none, _changes: None, self._view)

    def stop_copying(self) -> None:
        """Make no second copies any more."""

        def work(diary: Diary) -> Changes:
            diary.backups.second_copy.forget()
            return NEWS

        said = _("No second copies are made any more. Those there are stay.")
        self._services.write(
            work, lambda _none, _changes: self._view.tell(said, undo=False), self._view
        )

    def _show(self, page: BackupsPage) -> None:
        self._put_back = page.put_back.id if page.put_back is not None else ""
        self._view.show(page)

    def _made(self, _none: object, _changes: Changes) -> None:
        def done(copy: Path | None) -> None:
            said = _("A backup was made and checked.")
            if copy is None and self._services.diary.backups.second_copy.known() is not None:
                said += " " + _("The second copy was not: its folder is not there.")
            self._view.tell(said, undo=False)

        self._second(done)

    def _second_made(self, copy: Path | None) -> None:
        if copy is None:
            self._view.complain(_("The folder is not there now. Plug it in, or choose another."))
        else:
            self._view.tell(_("Copied and checked."), undo=False)

    def _second(self, then: Callable[[Path | None], None]) -> None:
        """Make the second copy, off the UI thread and beside what the diary does."""

        def done(copy: Path | None) -> None:
            self._over()
            then(copy)

        self._view.busy(_("Copying…"))
        self._copying(lambda diary: diary.backups.second_copy.make(), done)

    def _copying(self, work: Callable[[Diary], object], done: Callable[..., None]) -> None:
        diary = self._services.diary

        def failed(problem: Exception) -> None:
            self._over()
            say_to(self._view)(problem)

        self._services.background.submit(Lane.COPY, lambda: work(diary), done=done, failed=failed)

    def _over(self) -> None:
        self._view.busy("")
        self._services.news.publish(NEWS)


class _Failing:
    """A view that has the page tell what failed before it complains."""

    def __init__(self, view: Complains, over: Callable[[], None]) -> None:
        self._view, self._over = view, over

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._over()
        self._view.complain(sentence)


def _by_hand(diary: Diary) -> Changes:
    diary.backups.make(why=Why.HAND)
    return NEWS


def _find(diary: Diary, name: str) -> Backup:
    for each in diary.backups.list():
        if each.path.name == name:
            return each
    raise NotFound(_("That backup is not there any more."))
