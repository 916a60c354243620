"""Have the page for the doctor made: saved in any of its forms, or drawn to be looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from twitchlog import paths
from twitchlog.background import Lane
from twitchlog.domain.errors import TwitchLogError
from twitchlog.domain.password import NOT_ENCRYPTED
from twitchlog.presenters.services import Complains, say_to
from twitchlog.presenters.words import joined, sentence
from twitchlog.translation import _, ngettext, numeral, speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.diary import Diary
    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.period import Period
    from twitchlog.domain.profile import Profile
    from twitchlog.presenters.services import Services
    from twitchlog.reports.printers import PrintJob
    from twitchlog.reports.visit.annex import Annex
    from twitchlog.reports.visit.forms import Prepared, Wishes
    from twitchlog.reports.visit.pdf import SavedReport
    from twitchlog.reports.visit.summary import VisitSummary

    Page = tuple[VisitFigures, Profile]
    Drawn = tuple[VisitSummary, tuple[bytes, ...]]

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that was saved: its file, where that is and how long in words, and what to tell."""

    path: Path
    where: str
    notes: tuple[str, ...] = ()


class PagesView(Complains, Protocol):
    """What hears of a page that is made."""

    def working(self, *, busy: bool) -> None:
        """Show whether the page is being made."""
        ...

    def saved(self, page: SavedPage) -> None:
        """Say where the page was saved, and offer to open it."""
        ...

    def not_saved(self, sentence: str) -> None:
        """Say why the page was not saved, and offer another place."""
        ...

    def preview(self, pages: tuple[bytes, ...]) -> None:
        """Show the page, given as PNG pictures."""
        ...

    def prints(self, job: PrintJob) -> None:
        """Have the page printed."""
        ...


class PageMaker:
    """Reads what the page is made from in the diary's lane, and makes it in that of the pictures.

    `days` tells which days it is about, as the diary stands then. What goes with the twitching is
    worked out with it, and that it was seen is remembered.
    """

    def __init__(
        self, services: Services, view: PagesView, *, days: Callable[[Diary], Period]
    ) -> None:
        self._services, self._view, self._days = services, view, days
        self._drawn = 0
        self._busy = False
        self._form = "pdf"
        self._newest: Wishes | None = None

    def save(
        self, folder: Path | None = None, *, form: str = "pdf", wishes: Wishes | None = None
    ) -> None:
        """Make the page and save it in `folder`, else where the last one was saved.

        `form` is one of `reports.visit.forms.Form`, `wishes` say what comes with it; a file that is
        there keeps its name.
        """
        kept = self._services.settings.values.folder
        target = folder or (Path(kept) if kept else paths.documents_folder())
        chosen = folder is not None

        def read(diary: Diary) -> Prepared:
            from twitchlog.reports.visit.forms import Form, Wishes, prepare

            return prepare(diary, Form(form), self._days(diary), wishes or Wishes())

        def make(page: Prepared) -> SavedReport:
            if not chosen:
                target.mkdir(parents=True, exist_ok=True)
            return page.save(paths.free_name(target / page.name))

        def saved(report: SavedReport) -> None:
            path = report.path
            if chosen:
                self._services.settings.change(folder=str(path.parent))
            length = _length(report.pages) if form == "pdf" else ""
            where = sentence(joined((length, _("in {folder}").format(folder=path.parent))))
            locked = wishes is not None and bool(wishes.password)
            open_to_all = () if locked else (_(NOT_ENCRYPTED),)
            self._view.saved(SavedPage(path, where, (*report.notes, *open_to_all)))

        self._form, self._newest = form, wishes
        self._make(read, make, saved)

    def save_again(self, folder: Path | None = None) -> None:
        """Save what was saved or looked at last, or was to be: as the same, with the same."""
        self.save(folder, form=self._form, wishes=self._newest)

    def print(self) -> None:
        """Have the page made for a printer, with what it was last saved or looked at with.

        A printer cannot open a password, so there is none; nor is the page saved.
        """
        newest = self._newest

        def read(diary: Diary) -> Prepared:
            from twitchlog.reports.visit.forms import Form, Wishes, prepare

            wishes = replace(newest or Wishes(), password="")
            return prepare(diary, Form.PDF, self._days(diary), wishes)

        def make(page: Prepared) -> PrintJob:
            from twitchlog.reports.printers import PrintJob

            paper = (newest and newest.paper) or page.summary.paper
            return PrintJob(page.name, page.content(), paper)

        self._make(read, make, self._view.prints)

    def preview(self, *, annex: bool = False) -> None:
        """Have the page drawn as it will be printed, with the `annex` where that is asked for."""
        from twitchlog.reports.visit.forms import Wishes

        self._form, self._newest = "pdf", Wishes(annex=annex)

        def read(diary: Diary) -> tuple[VisitSummary, Annex | None]:
            from twitchlog.reports.visit.annex import read_annex

            summary = self._summary(self._read_page(diary))
            with speaking(summary.language):
                return summary, read_annex(diary, summary) if annex else None

        self._make(read, lambda found: self._draw(*found), self._seen(self._view.preview))

    def count(self, done: Callable[[int], None]) -> None:
        """Have the pages counted that the summary takes now; only the newest counts."""
        self._lay_out(_pages_of, done)

    def draw_page(self, done: Callable[[tuple[bytes, ...]], None]) -> None:
        """Have the page drawn as it is now, to stand beside the answers; only the newest counts."""
        self._lay_out(self._draw, self._seen(done))

    def _lay_out(self, make: Callable[[VisitSummary], T], done: Callable[[T], None]) -> None:
        """Make something of the page as it is now; what was asked for before is let go."""
        self._drawn += 1
        drawn, background = self._drawn, self._services.background
        failed = say_to(self._view)

        def made(answer: T) -> None:
            if drawn == self._drawn:
                done(answer)

        def draw(found: Page) -> None:
            if drawn == self._drawn:
                background.submit(
                    Lane.DRAW, lambda: make(self._summary(found)), done=made, failed=failed
                )

        background.submit(
            Lane.DIARY, lambda: self._read_page(self._services.diary), done=draw, failed=failed
        )

    def _read_page(self, diary: Diary) -> Page:
        profile = diary.profile.get()
        with speaking(profile.language):
            return diary.figures.visit(self._days(diary)), profile

    def _summary(self, page: Page) -> VisitSummary:
        from twitchlog.reports.visit.compose import summarise

        with speaking(page[1].language):
            return summarise(*page, made=self._services.clock.now().day)

    def _draw(self, summary: VisitSummary, annex: Annex | None = None) -> Drawn:
        from twitchlog.reports.visit.pdf import pictures

        return summary, pictures(summary, annex=annex)

    def _seen(self, show: Callable[[tuple[bytes, ...]], None]) -> Callable[[Drawn], None]:
        """Return what shows a drawn page, and remembers where a verdict is seen on it."""

        def shown(drawn: Drawn) -> None:
            summary, pages = drawn
            if summary.judged:
                looked = self._services.diary.trigger_choices.looked
                self._services.background.submit(
                    Lane.DIARY, lambda: looked(summary.made), failed=say_to(self._view)
                )
            show(pages)

        return shown

    def _make(
        self, read: Callable[[Diary], S], make: Callable[[S], T], done: Callable[[T], None]
    ) -> None:
        """Read the newest figures, then make something of them in the lane of the pictures."""
        if self._busy:
            return
        self._work(busy=True)
        background = self._services.background

        def failed(problem: Exception) -> None:
            self._work(busy=False)
            if isinstance(problem, TwitchLogError):
                self._view.not_saved(problem.sentence)
            elif isinstance(problem, OSError):
                self._view.not_saved(_("The folder for your documents could not be made."))
            else:
                raise problem

        def made(answer: T) -> None:
            self._work(busy=False)
            done(answer)

        def draw(found: S) -> None:
            background.submit(Lane.DRAW, lambda: make(found), done=made, failed=failed)

        background.submit(Lane.DIARY, lambda: read(self._services.diary), done=draw, failed=failed)

    def _work(self, *, busy: bool) -> None:
        self._busy = busy
        self._view.working(busy=busy)


def _pages_of(summary: VisitSummary) -> int:
    # What typesets is loaded where the page is made, and not on the thread of the window.
    from twitchlog.reports.visit.press import compose

    return compose(summary).pages


def _length(pages: int) -> str:
    return ngettext("{n} page", "{n} pages", pages).format(n=numeral(pages))
