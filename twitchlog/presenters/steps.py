"""Say what was changed, and take it back or do it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from twitchlog.presenters.services import Complains
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.presenters.services import Services

T = TypeVar("T")


class Tells(Complains, Protocol):
    """A view that names what was changed."""

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Say one sentence and offer to undo, or to redo, what it names."""
        ...


class Steps:
    """The steps of one screen: names each that was taken, and goes back and forth."""

    def __init__(self, services: Services, view: Tells) -> None:
        self._services, self._view = services, view

    def said(self, _value: object, changes: Changes) -> None:
        """Name a step that was just taken; where nothing changed there is none to take back."""
        if changes.step is None and not changes.kinds:
            self._view.tell(_("It was so already."), undo=False)
        else:
            self._view.tell(changes.name)

    def keep(
        self,
        work: Callable[[Diary], Written[T]],
        form: Complains,
        done: Callable[[], None],
    ) -> None:
        """Write what a form holds; once it is kept call `done`, which closes it, and name the step.

        What is wrong is told to the form.
        """

        def kept(value: T | None, changes: Changes) -> None:
            done()
            self.said(value, changes)

        self._services.write(work, kept, form)

    def undo(self) -> None:
        """Take the newest step back."""

        def said(_value: object, changes: Changes) -> None:
            sentence = _("“{step}” is undone").format(step=changes.name)
            self._view.tell(sentence, undo=False, redo=True)

        self._services.write(lambda diary: diary.undo(), said, self._view)

    def redo(self) -> None:
        """Do again what was undone last."""

        def said(_value: object, changes: Changes) -> None:
            self._view.tell(_("“{step}” is done again").format(step=changes.name))

        self._services.write(lambda diary: diary.redo(), said, self._view)
