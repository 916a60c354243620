"""The Visit screen: the seven answers, what only the person can say, and the page itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Period, Span
from twitchlog.presenters import after_visit
from twitchlog.presenters.after_visit import been
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.presenters.today_visit import bring_back, put_away
from twitchlog.presenters.visit_page import page_of
from twitchlog.presenters.visit_pages import PageMaker, PagesView
from twitchlog.presenters.weekly import recent_choices
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.page_sections import Section
    from twitchlog.domain.profile import Profile
    from twitchlog.domain.symptom import Said, SymptomAnswer
    from twitchlog.presenters.after_visit import Been, Told
    from twitchlog.presenters.log_choices import Choice
    from twitchlog.presenters.services import Complains, Services
    from twitchlog.presenters.visit_page import VisitPage
    from twitchlog.reports.visit.summary import Answered

CONCERNS: Final = frozenset(
    {"twitches", "checkins", "doses", "symptoms", "profile", "bin", "medications", "tests",
     "conditions", "appointments", "treatments", "rest", "factors", "experiments",
     "trigger_choices"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What the screen and its editors work from."""

    profile: Profile
    visit: VisitFigures
    answered: Answered
    symptoms: Mapping[str, SymptomAnswer]
    recent: tuple[Choice, ...]
    starts: date | None
    until: date
    been: Been | None


class VisitView(PagesView, Tells, Protocol):
    """What the presenter tells the screen."""

    def show(self, page: VisitPage) -> None:
        """Show the answers."""
        ...


class VisitPresenter:
    """Reads the answers of a period and keeps what the person adds; `pages` makes the page."""

    def __init__(self, services: Services, view: VisitView) -> None:
        self._services, self._view = services, view
        self.pages = PageMaker(services, view, days=self._days)
        self.steps = Steps(services, view)
        self.span: Span | None = Span.THREE_MONTHS
        self._own: Period | None = None
        self.known: Known | None = None
        self._asked = 0

    @property
    def period(self) -> Period:
        """The days the page is about."""
        known = self.known
        return self._period(known.starts, known.until) if known else self._period(None, self.today)

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

    def leave_out(
        self, sections: Iterable[Section], form: Complains, done: Callable[[], None]
    ) -> None:
        """Leave these parts out of the page, and no others."""
        wanted = frozenset(sections)
        self.steps.keep(lambda diary: diary.preferences.leave_out(wanted), form, done)

    def file(self, told: Told, form: Complains, done: Callable[[], None]) -> None:
        """File what the doctor said, all of it in one step."""
        visit = self.known.been if self.known else None
        if visit is not None:
            self.steps.keep(lambda diary: after_visit.file(diary, visit, told), form, done)

    def put_reason_away(self, key: str) -> None:
        """Show this reason no more on the screen; the page for the doctor keeps it."""
        put_away(self._services.settings, key)
        self.refresh()

    def bring_reason_back(self, key: str) -> None:
        """Show a reason again that was put away."""
        bring_back(self._services.settings, key)
        self.refresh()

    def put_away(self) -> None:
        """Ask no more what was said at the last appointment."""
        if self.known is not None and self.known.been is not None:
            put_away(self._services.settings, self.known.been.key)
            self.refresh()

    def _days(self, diary: Diary) -> Period:
        """Return the days the page is about, as the diary stands now."""
        return self._period(diary.days.first_logged(), diary.days.counted_to(self.today))

    def _period(self, starts: date | None, until: date) -> Period:
        if self.span is None and self._own is not None:
            return self._own
        return (self.span or Span.ALL).period(today=until, diary_starts=starts)

    def _read(self, diary: Diary, today: date) -> tuple[Known, VisitPage]:
        from twitchlog.reports.visit.compose import answered

        visit = diary.figures.visit(self._days(diary), whole=False)
        profile = diary.profile.get()
        said = answered(visit, profile, made=today)
        room = diary.appointments
        known = Known(
            profile=profile,
            visit=visit,
            answered=said,
            symptoms=diary.symptoms.latest(),
            recent=recent_choices(diary),
            starts=visit.figures.diary_starts,
            until=diary.days.counted_to(today),
            been=been(
                room.all(), room.questions.all(), today, self._services.settings.values.put_away
            ),
        )
        page = page_of(
            visit,
            profile,
            said,
            today=today,
            been=known.been,
            put_away=self._services.settings.values.put_away,
        )
        return known, page
