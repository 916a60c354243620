"""Try again what did not work of the backups: the backup, its second copy, its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.background import Lane
from twitchlog.domain.backup import Part
from twitchlog.domain.changes import Changes
from twitchlog.presenters.services import say_to
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.steps import Tells

NEWS = Changes("", frozenset({"backups"}))


def make(diary: Diary) -> Changes:
    """Make a backup beside the diary."""
    diary.backups.make()
    return NEWS


def look_at_second(services: Services) -> None:
    """Look whether the folder of the second copies is there, in a lane where it may take long."""
    second = services.diary.backups.second_copy

    def done(is_new: bool) -> None:
        if is_new:
            services.news.publish(NEWS)

    services.background.submit(Lane.COPY, second.look, done=done)


def copy_and_test(diary: Diary) -> bool:
    """Make the second copy, and test the newest where that is due or failed; say if all is well."""
    room = diary.backups
    failed = {each.part for each in room.troubles}
    room.second_copy.make()
    if Part.TEST in failed or room.test_due():
        room.test_newest()
    return room.trouble is None


def try_again(services: Services, view: Tells) -> None:
    """Make a backup, its second copy and, where that failed, its test; say how it went."""
    diary = services.diary

    def done(well: bool) -> None:
        services.news.publish(NEWS)
        if well:
            view.tell(_("It worked: the backup was made and checked."), undo=False)
        else:
            trouble = diary.backups.trouble
            view.complain(trouble.sentence if trouble else "")

    def failed(problem: Exception) -> None:
        services.news.publish(NEWS)
        say_to(view)(problem)

    def go_on(_none: object) -> None:
        services.background.submit(
            Lane.COPY, lambda: copy_and_test(diary), done=done, failed=failed
        )

    services.background.submit(Lane.DIARY, lambda: make(diary), done=go_on, failed=failed)
