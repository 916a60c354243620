"""The Visit screen: the seven answers, what only the person can say, and the page itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from twitchlog import paths
from twitchlog.background import Lane
from twitchlog.domain.errors import BadInput, TwitchLogError
from twitchlog.domain.period import Period, Span
from twitchlog.presenters.services import say_to
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.presenters.visit_page import page_of
from twitchlog.presenters.weekly import recent_choices
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.profile import Profile
    from twitchlog.domain.symptom import Said, SymptomAnswer
    from twitchlog.presenters.log_choices import Choice
    from twitchlog.presenters.services import Complains, Services
    from twitchlog.presenters.visit_page import VisitPage
    from twitchlog.reports.visit.forms import Prepared
    from twitchlog.reports.visit.pdf import SavedReport
    from twitchlog.reports.visit.summary import VisitSummary

S = TypeVar("S")
T = TypeVar("T")
CONCERNS: Final = frozenset(
    {"twitches", "checkins", "doses", "symptoms", "profile", "bin", "medications", "tests",
     "conditions", "appointments"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What the screen and its editors work from."""

    profile: Profile
    summary: VisitSummary
    symptoms: Mapping[str, SymptomAnswer]
    recent: tuple[Choice, ...]
    starts: date | None


class VisitView(Tells, Protocol):
    """What the presenter tells the screen."""

    def show(self, page: VisitPage) -> None:
        """Show the answers."""
        ...

    def working(self, *, busy: bool) -> None:
        """Show whether the page is being made."""
        ...

    def saved(self, path: Path, sentence: str) -> None:
        """Say where the page was saved, and offer to open it."""
        ...

    def not_saved(self, sentence: str) -> None:
        """Say why the page was not saved, and offer another place."""
        ...

    def preview(self, pages: tuple[bytes, ...]) -> None:
        """Show the page, given as PNG pictures."""
        ...


class VisitPresenter:
    """Reads the answers of a period, keeps what the person adds, and has the page made."""

    def __init__(self, services: Services, view: VisitView) -> None:
        self._services, self._view = services, view
        self.steps = Steps(services, view)
        self.span: Span | None = Span.THREE_MONTHS
        self._own: Period | None = None
        self.known: Known | None = None
        self._asked = 0
        self._drawn = 0
        self._busy = False

    @property
    def period(self) -> Period:
        """The days the page is about."""
        today = self._services.clock.now().day
        if self.span is None and self._own is not None:
            return self._own
        starts = self.known.starts if self.known else None
        return (self.span or Span.ALL).period(today=today, diary_starts=starts)

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    def refresh(self) -> None:
        """Read the answers again; only the newest reading is shown."""
        self._asked += 1
        asked = self._asked
        today = self._services.clock.now().day

        def read(diary: Diary) -> tuple[Known, VisitPage]:
            return self._read(diary, today)

        def answered(answer: tuple[Known, VisitPage]) -> None:
            if asked == self._asked:
                self.known, page = answer
                self._view.show(page)

        self._services.read(read, answered, self._view)

    def choose_span(self, span: Span) -> None:
        """Look at another span up to today."""
        self.span, self._own = span, None
        self.refresh()

    def choose_days(self, first: date, last: date) -> None:
        """Look at the days from `first` to `last`; raise BadInput where they make no sense."""
        if last < first:
            raise BadInput(_("The first day comes before the last one."))
        if last > self._services.clock.now().day:
            raise BadInput(_("The last day is still to come."))
        self.span, self._own = None, Period(first, last)
        self.refresh()

    def change(
        self,
        edit: Callable[[Profile], Profile],
        form: Complains,
        done: Callable[[], None],
    ) -> None:
        """Keep something the person said; `done` once it is written, else `form` hears why not."""

        def work(diary: Diary) -> Written[Profile]:
            return diary.profile.save(edit(diary.profile.get()))

        self.steps.keep(work, form, done)

    def answer_symptoms(
        self, said: Mapping[str, Said], form: Complains, done: Callable[[], None]
    ) -> None:
        """Record answers about symptoms with today's date, all of them in one step."""
        if not said:
            done()
            return

        def work(diary: Diary) -> Written[tuple[SymptomAnswer, ...]]:
            return diary.symptoms.answer_some(said)

        self.steps.keep(work, form, done)

    def save(self, folder: Path | None = None, *, form: str = "pdf") -> None:
        """Make the page and save it in `folder`, else where the last one was saved.

        `form` is one of `reports.visit.forms.Form`; a file that is there keeps its name.
        """
        kept = self._services.settings.values.folder
        target = folder or (Path(kept) if kept else paths.documents_folder())
        chosen = folder is not None

        def read(diary: Diary) -> Prepared:
            from twitchlog.reports.visit.forms import Form, prepare

            return prepare(diary, Form(form), self._days(diary))

        def make(page: Prepared) -> SavedReport:
            from twitchlog.reports.files import free_path

            if not chosen:
                target.mkdir(parents=True, exist_ok=True)
            return page.save(free_path(target / page.name))

        def saved(report: SavedReport) -> None:
            path = report.path
            if chosen:
                self._services.settings.change(folder=str(path.parent))
            sentence = _("Saved as {name} in {folder}.").format(name=path.name, folder=path.parent)
            self._view.saved(path, " ".join((sentence, *report.notes)))

        self._make(read, make, saved)

    def preview(self) -> None:
        """Have the page drawn as it will be printed."""
        today = self.today

        def read(diary: Diary) -> VisitSummary:
            return self._read(diary, today)[0].summary

        def make(summary: VisitSummary) -> tuple[bytes, ...]:
            from twitchlog.reports.visit.pdf import pictures

            return pictures(summary)

        self._make(read, make, self._view.preview)

    def draw_page(self, done: Callable[[tuple[bytes, ...]], None]) -> None:
        """Have the page drawn as it is now, for a look beside the answers."""
        if self.known is None:
            return
        summary = self.known.summary
        self._drawn += 1
        drawn = self._drawn

        def work() -> tuple[bytes, ...]:
            from twitchlog.reports.visit.pdf import pictures

            return pictures(summary)

        def made(pages: tuple[bytes, ...]) -> None:
            if drawn == self._drawn:
                done(pages)

        self._services.background.submit(Lane.DRAW, work, done=made, failed=say_to(self._view))

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

    def _read(self, diary: Diary, today: date) -> tuple[Known, VisitPage]:
        from twitchlog.reports.visit.compose import summarise

        starts = diary.days.first_logged()
        figures, profile = diary.figures.visit(self._days(diary)), diary.profile.get()
        summary = summarise(figures, profile, made=today)
        known = Known(profile, summary, diary.symptoms.latest(), recent_choices(diary), starts)
        return known, page_of(figures, profile, summary, today=today)

    def _days(self, diary: Diary) -> Period:
        """Return the days the page is about, as the diary stands now."""
        if self.span is None and self._own is not None:
            return self._own
        starts = diary.days.first_logged()
        return (self.span or Span.ALL).period(today=self.today, diary_starts=starts)
