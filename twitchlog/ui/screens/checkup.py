"""The check of the diary: it begins by itself, and says of each part what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock as Frames

from twitchlog.presenters.checkup import CheckPresenter
from twitchlog.translation import _
from twitchlog.ui.screens.pages import Page
from twitchlog.ui.widgets.cards import Card, NoticeCard
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.progress import ProgressLine
from twitchlog.ui.widgets.rows import ListRow, RowGroup

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.presenters.checkup import CheckPage
    from twitchlog.presenters.services import Services
    from twitchlog.ui.navigation import Shell

_LOOK_S: Final = 0.1


class CheckScreen(Page):
    """A bar while it goes on; then what was found, with what helps, and each part in a row."""

    def __init__(
        self, services: Services, shell: Shell, rescue: Callable[[], None], **kwargs: Any
    ) -> None:
        super().__init__(shell, _("Check the diary"), key="checkup", **kwargs)
        self._rescue = rescue
        self.presenter = CheckPresenter(services, self)
        self._words = Text(ink="on_surface_variant")
        self._bar = ProgressLine(key="checkup.progress")
        self._busy = Card()
        self._busy.add_widget(self._words)
        self._busy.add_widget(self._bar)
        self._looking: Any = None
        self.presenter.check()

    def show_checking(self) -> None:
        """Show that the check goes on."""
        self._words.text = _("Looking at the diary…")
        self._bar.share = 0.0
        self._looking = Frames.schedule_interval(lambda _s: self._look(), _LOOK_S)
        self.hold(self._busy)

    def show(self, page: CheckPage) -> None:
        """Show what was found."""
        self._looking.cancel()
        actions = [] if page.sound else [(_("Check again"), self.presenter.check)]
        if page.mends:
            actions.append((_("Make the lists anew"), self.presenter.mend))
        if page.damaged:
            actions.append((_("Rescue your diary"), self._rescue))
        notice = NoticeCard(
            kind="note" if page.sound else "error",
            title=page.title,
            text=page.text,
            actions=actions,
        )
        group = RowGroup()
        for row in page.rows:
            group.add_widget(
                ListRow(
                    icon="check-circle-outline" if row.sound else "alert-circle-outline",
                    icon_ink="primary" if row.sound else "error",
                    title=row.title,
                    second=row.second,
                    chevron=False,
                    is_focusable=False,
                    key=f"checkup.{row.part}",
                )
            )
        self.hold(notice, group)

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:  # noqa: ARG002 - nothing here is a step
        """Say what was done."""
        self.shell.snack(sentence)

    def complain(self, sentence: str) -> None:
        """Say what did not work, and offer to try again."""
        self._looking.cancel()
        self.hold(
            NoticeCard(
                kind="error",
                title=_("That did not work"),
                text=sentence,
                actions=[(_("Try again"), self.presenter.check)],
            )
        )

    def left(self) -> None:
        """Hear that the page is out of sight."""
        self._looking.cancel()

    def _look(self) -> None:
        self._bar.share = self.presenter.share
        self._words.text = self.presenter.part or _("Looking at the diary…")


def build(services: Services, shell: Shell, rescue: Callable[[], None]) -> CheckScreen:
    """Return the page, to be pushed over the screens."""
    return CheckScreen(services, shell, rescue)
