"""The Visit screen: the seven answers, and the page for the doctor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from kivy.clock import Clock
from kivy.metrics import dp, sp
from kivy.uix.boxlayout import BoxLayout

from twitchlog.presenters.visit import CONCERNS, VisitPresenter
from twitchlog.presenters.visit_page import spoken
from twitchlog.translation import _
from twitchlog.ui.printing import Printers
from twitchlog.ui.screens import visit_forms
from twitchlog.ui.screens.following import Following, tell
from twitchlog.ui.screens.pages import Column
from twitchlog.ui.screens.symptoms_form import SymptomsForm
from twitchlog.ui.screens.visit_after import AfterVisitForm
from twitchlog.ui.screens.visit_parts import AboutGroup, AppointmentCard, Foot, Questions, SheetCard
from twitchlog.ui.screens.visit_preview import PreviewPage
from twitchlog.ui.screens.visit_saved import SavedPages
from twitchlog.ui.widgets.bars import AppBar
from twitchlog.ui.widgets.buttons import IconButton
from twitchlog.ui.widgets.cards import NoticeCard
from twitchlog.ui.widgets.lettering import Text
from twitchlog.ui.widgets.page_picture import PageView
from twitchlog.ui.widgets.snackbar import ROOM

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from twitchlog.presenters.services import Services
    from twitchlog.presenters.visit_page import Reason, VisitPage
    from twitchlog.presenters.visit_pages import SavedPage
    from twitchlog.reports.printers import PrintJob
    from twitchlog.ui.navigation import Shell

COUNT_S: Final = 1.0
"""So long the answers are looked at before the pages are counted that they take."""
LIST_WIDTH: Final = 460
LIST_SHARE: Final = 0.54
"""The answers beside the page are so wide, more with large text, and take at most that share."""


class VisitScreen(BoxLayout):
    """The answers a doctor asks for, with the page beside them in a wide window.

    `open_help` opens the help, `open_card` one card of it by its id, and `ways` the pages that take
    the place of a form, by its name.
    """

    def __init__(
        self,
        services: Services,
        shell: Shell,
        *,
        open_help: Callable[[], None],
        open_card: Callable[[str], None],
        ways: Mapping[str, Callable[[], None]],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self._services, self._shell = services, shell
        self._open_card, self._ways = open_card, ways
        self._asked_for: Callable[[], None] | None = None
        self.presenter = VisitPresenter(services, self)
        self._files = SavedPages(services, shell, self.presenter.pages, self)
        self._following = Following(services, CONCERNS, lambda _days: self.presenter.refresh())
        self._bar = AppBar(title=_("Visit"), key="visit.bar")
        self._period = IconButton(icon="calendar-edit", tooltip=_("Which days"), key="visit.period")
        self._period.fbind("on_release", lambda _button: self.open_form("period"))
        self._help = IconButton(icon="help-circle-outline", tooltip=_("Help"), key="visit.help")
        self._help.fbind("on_release", lambda _button: open_help())
        self._bar.add_widget(self._period)
        self._column = Column()
        self._appointment = AppointmentCard(lambda: self.open_form("appointment"))
        self._questions = Questions(self.open_question)
        self._about = AboutGroup(self.open_form)
        self._sheet = SheetCard(
            speak=lambda code: self._choose(language=code),
            choose=lambda paper: self._choose(paper=paper),
            languages=spoken(),
        )
        self._foot = Foot(preview=self.presenter.pages.preview, save=self.presenter.pages.save)
        self._been: NoticeCard | None = None
        self._reason: NoticeCard | None = None
        self._failure: NoticeCard | None = None
        self._side = PageView(key="visit.page")
        self._page_asked = Clock.create_trigger(self._draw_page, 0.4)
        self._count_asked = Clock.create_trigger(self._count_pages, COUNT_S)
        self._main = BoxLayout(orientation="vertical")
        for widget in (self._bar, self._column, self._foot):
            self._main.add_widget(widget)
        self.add_widget(self._main)
        self._asks = Text(text=_("What a doctor asks"), role="label",
                          ink="on_surface_variant")  # fmt: skip
        self._more = Text(text=_("What else is on the page"), role="label",
                          ink="on_surface_variant")  # fmt: skip
        shell.fbind("wide", self._arrange)
        shell.fbind("railed", self._arrange)
        self.fbind("width", self._share)
        self._arrange()

    @property
    def foot_height(self) -> float:
        """The room of the two buttons at the foot, over which nothing is said."""
        return float(self._foot.height)

    def entered(self) -> None:
        """Hear that the screen came to the front."""
        self._following.entered()

    def left(self) -> None:
        """Hear that the screen is out of sight."""
        self._count_asked.cancel()
        self._following.left()

    def show(self, page: VisitPage) -> None:
        """Show the answers."""
        self._bar.second = page.period
        self._appointment.show(page.appointment, page.doctor)
        self._questions.show(page.questions)
        self._about.show(page.about)
        self._sheet.show(paper=page.paper, language=page.language)
        self._show_reason(page.reason)
        self._show_been(page.been)
        self._arrange()
        if not self._shell.wide:
            self._count_asked()
        asked, self._asked_for = self._asked_for, None
        if asked is not None:
            asked()

    def working(self, *, busy: bool) -> None:
        """Show whether the page is being made."""
        self._foot.busy(busy)
        if busy:
            self._failure = None
            self._arrange()

    def saved(self, page: SavedPage) -> None:
        """Say where the page is, and offer to open and to print it."""
        self._files.saved(page)

    def not_saved(self, sentence: str) -> None:
        """Say what happened, what is safe, and what to do."""
        self._failure = self._files.failure(sentence)
        self._arrange()
        self._column.scroll_y = 1

    def preview(self, pages: tuple[bytes, ...]) -> None:
        """Show the page over everything."""
        self._shell.push(
            PreviewPage(
                pages,
                leave=self._shell.pop,
                save=self.presenter.pages.save_again,
                print_it=self.presenter.pages.print,
            )
        )

    def prints(self, job: PrintJob) -> None:
        """Ask which printer is to have the page."""
        Printers(self._services, self._shell).print(job)

    def tell(self, sentence: str, *, undo: bool = True, redo: bool = False) -> None:
        """Say what was changed, with a way back."""
        tell(self._shell, self.presenter.steps, sentence, undo=undo, redo=redo)

    def complain(self, sentence: str) -> None:
        """Say what did not work."""
        self._shell.snack(sentence)

    def open_question(self, number: int) -> None:
        """Open the form of one question, once the answers are read."""
        form = {
            1: visit_forms.OnsetForm,
            6: visit_forms.PregnancyForm,
            7: SymptomsForm,
        }.get(number, visit_forms.QuestionForm)
        self._when_known(lambda: form(self._shell, self.presenter, number).open())

    def open_form(self, name: str) -> None:
        """Open one of the other forms, once the answers are read, or the page in its place."""
        if name in self._ways:
            self._ways[name]()
        else:
            self._when_known(lambda: visit_forms.make(name, self._shell, self.presenter).open())

    def save(self) -> None:
        """Save the page at once, as the shortcut does."""
        self.presenter.pages.save()

    def _when_known(self, act: Callable[[], None]) -> None:
        if self.presenter.known is not None:
            act()
        else:
            self._asked_for = act

    def _show_reason(self, reason: Reason | None) -> None:
        if reason is None:
            self._reason = None
            return
        if self._reason is None:
            self._reason = NoticeCard(kind="sand", key="visit.reason")
        self._reason.title, self._reason.text = reason.title, reason.text
        self._reason.footnote = reason.footnote
        more = (_("Read more"), partial(self._open_card, reason.card))
        away = (_("Put away"), partial(self._put_away, reason.key))
        self._reason.actions = [away, more] if reason.key else [more]

    def _put_away(self, key: str) -> None:
        self.presenter.put_reason_away(key)
        self._shell.snack(
            _("Put away here. It stays on the page for the doctor."),
            [(_("Show again"), partial(self.presenter.bring_reason_back, key))],
        )

    def _show_been(self, said: str) -> None:
        if not said:
            self._been = None
            return
        if self._been is None:
            self._been = NoticeCard(
                kind="note",
                icon="calendar-check-outline",
                title=_("What did the doctor say?"),
                actions=[
                    (_("Not now"), self.presenter.put_away),
                    (_("Write it down"), self.open_after),
                ],
                key="visit.been",
            )
        self._been.text = said

    def open_after(self) -> None:
        """Open the form for what the doctor said."""
        known = self.presenter.known
        if known is not None and known.been is not None:
            AfterVisitForm(self._shell, self.presenter, known.been).open()

    def _draw_page(self, *_args: Any) -> None:
        if self._shell.wide and self.presenter.known is not None:
            self.presenter.pages.draw_page(self._show_side)

    def _show_side(self, pages: tuple[bytes, ...]) -> None:
        self._side.show(pages)
        self._foot.pages = len(pages)

    def _count_pages(self, *_args: Any) -> None:
        self.presenter.pages.count(partial(setattr, self._foot, "pages"))

    def _choose(self, **chosen: str) -> None:
        from dataclasses import replace

        self.presenter.change(lambda profile: replace(profile, **chosen), self, lambda: None)

    def _share(self, *_args: Any) -> None:
        self._main.size_hint_x = None if self._shell.wide else 1
        if self._shell.wide:
            self._main.width = min(sp(LIST_WIDTH), LIST_SHARE * self.width)

    def _arrange(self, *_args: Any) -> None:
        wide = self._shell.wide
        margin = dp(24 if wide else 16)
        self._bar.margin = margin
        self._foot.padding = (margin, dp(8), margin, dp(10))
        self._column.cards.padding = (margin, 0, margin, dp(ROOM))
        if self._shell.railed == (self._help.parent is not None):
            (self._bar.remove_widget if self._help.parent else self._bar.add_widget)(self._help)
        self._share()
        if wide and self._side.parent is None:
            self.add_widget(self._side)
        elif not wide and self._side.parent is not None:
            self.remove_widget(self._side)
        if wide:
            self._page_asked()
        first = [card for card in (self._failure, self._reason, self._been) if card is not None]
        self._column.hold(
            [*first, self._appointment, self._asks, self._questions, self._more, self._about,
             self._sheet]
        )  # fmt: skip


build = VisitScreen
