"""Plan a trial: which habit, the words for its two kinds of day, how long, and from when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.day_text import Meant
from twitchlog.domain.errors import BadInput
from twitchlog.domain.experiment import BLOCK_DAYS, FEWEST_PAIRS, USUAL_PAIRS
from twitchlog.domain.trial_rules import FURTHEST_AHEAD, caution, refusal, soonest
from twitchlog.presenters import dates, words
from twitchlog.presenters.experiment_habits import proposed
from twitchlog.presenters.experiment_words import weeks
from twitchlog.presenters.log_choices import Choice
from twitchlog.presenters.services import Complains
from twitchlog.reports.triggers import trial_needs
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Changes, Written
    from twitchlog.domain.experiment import Experiment
    from twitchlog.domain.factor import Factor
    from twitchlog.presenters.services import Services

PAIRS: Final = (FEWEST_PAIRS, USUAL_PAIRS, 10)
"""How long a trial can be made here, as pairs of blocks."""
TODAY, TOMORROW, ANOTHER = "today", "tomorrow", "another"
EXPLAINED: Final = mark(
    "On some days you do it, on others you leave it, four days at a time. A toss of a coin decides "
    "which comes first. So other things are shared out by chance, and a difference says more than "
    "a diary alone."
)
ASKED: Final = (
    mark("Keep to what Today says, as well as you can. Today asks each evening whether you did."),
    mark("Log your twitches as you always do, and say so on a quiet day: None today."),
    mark("Log at least one day in each block of four days. Without it, its pair is lost."),
    mark("Change nothing else on purpose while it runs."),
    mark("What it shows is told when it ends, not before. You can stop at any time."),
)
ONLY_HABITS: Final = mark(
    "Only habits. Medicines are not for a trial of your own: changing them can do harm."
)


@dataclass(frozen=True, slots=True)
class StartPage:
    """All that the page shows. `caution` is what to mind about the habit, empty where nothing is.

    `on` and `off` are the words in the two fields. `day` is what is typed as the first day, None
    where a chip says it; `ends` says from when to when the trial is, or why it cannot be.
    """

    habits: tuple[Choice, ...]
    caution: str
    proposals: tuple[Choice, ...]
    on: str
    off: str
    lengths: tuple[Choice, ...]
    length: str
    begins: tuple[Choice, ...]
    day: str | None
    ends: str


class StartView(Complains, Protocol):
    """What the presenter tells the page."""

    def show(self, page: StartPage) -> None:
        """Show what is chosen so far."""
        ...

    def started(self, experiment_id: str, sentence: str) -> None:
        """Close, and open the trial that was planned."""
        ...


class StartPresenter:
    """Holds what is chosen until the trial is started; begins with the habit of `factor_id`."""

    def __init__(self, services: Services, view: StartView, factor_id: str = "") -> None:
        self._services, self._view = services, view
        self._factor_id = factor_id
        self._habits: dict[str, Factor] = {}
        self._words = ("", "")
        self._pairs = USUAL_PAIRS
        self._first = self.today + timedelta(days=1)
        self._day: str | None = None

    @property
    def today(self) -> date:
        """The day it is."""
        return self._services.clock.now().day

    @property
    def earliest(self) -> date:
        """The first day on which a trial can begin: today as long as it is morning."""
        return soonest(self._services.clock.now())

    @property
    def furthest(self) -> date:
        """The last day on which a trial can begin."""
        return self.today + FURTHEST_AHEAD

    def refresh(self) -> None:
        """Read which habits there are; one that cannot be tried is said to be none."""

        def then(found: tuple[tuple[Factor, ...], str]) -> None:
            habits, refused = found
            self._habits = {each.id: each for each in habits}
            if refused:
                self._view.complain(refused)
            if self._factor_id not in self._habits:
                self._factor_id = ""
            if self._factor_id and not any(self._words):
                self._words = proposed(self._habits[self._factor_id])[0]
            self._show()

        self._services.read(self._read, then, self._view)

    def choose(self, factor_id: str) -> None:
        """Take another habit, with the words proposed for it."""
        if factor_id != self._factor_id:
            self._factor_id = factor_id
            self._words = proposed(self._habits[factor_id])[0]
        self._show()

    def propose(self, number: str) -> None:
        """Take the words of that proposal."""
        self._words = proposed(self._habits[self._factor_id])[int(number)]
        self._show()

    def typed(self, on: str, off: str) -> None:
        """Hear of words as they are typed."""
        self._words = (on, off)

    def choose_length(self, pairs: str) -> None:
        """Let it take so many pairs of blocks."""
        self._pairs = int(pairs)
        self._show()

    def begin_in(self, days: int) -> None:
        """Let it begin in so many days."""
        self._first, self._day = self.today + timedelta(days=days), None
        self._show()

    def begin_on_another_day(self) -> None:
        """Have the day typed on which it begins."""
        if self._day is None:
            self._day = dates.write(max(self._first, self.earliest))
        self._show()

    def type_day(self, text: str) -> None:
        """Hear of the day as it is typed."""
        self._day = text
        self._show()

    def start(self) -> None:
        """Draw the plan and keep it; what is wrong is said, and all that was chosen stays."""
        if not self._factor_id:
            self._view.complain(_("Choose a habit first."))
            return
        try:
            first = self._begins_on()
        except BadInput as problem:
            self._view.complain(problem.sentence)
            return
        factor, (on, off), pairs = self._factor_id, self._words, self._pairs

        def work(diary: Diary) -> Written[Experiment]:
            return diary.experiments.start(factor, on=on, off=off, first=first, pairs=pairs)

        def started(experiment: Experiment | None, changes: Changes) -> None:
            assert experiment is not None
            self._view.started(experiment.id, changes.name)

        self._services.write(work, started, self._view)

    def _read(self, diary: Diary) -> tuple[tuple[Factor, ...], str]:
        """Return the habits, and why the one that was asked for is none of them."""
        habits = diary.experiments.habits()
        if not self._factor_id or any(each.id == self._factor_id for each in habits):
            return habits, ""
        return habits, refusal(diary.factors.get(self._factor_id)) or _(ONLY_HABITS)

    def _show(self) -> None:
        habit = self._habits.get(self._factor_id)
        on, off = self._words
        pairs = proposed(habit) if habit else ()
        self._view.show(
            StartPage(
                habits=tuple(
                    Choice(each.id, each.label, chosen=each.id == self._factor_id)
                    for each in self._habits.values()
                ),
                caution=caution(habit) if habit else "",
                proposals=tuple(
                    Choice(str(at), _another(each, pairs), chosen=each == (on, off))
                    for at, each in enumerate(pairs)
                )
                if len(pairs) > 1
                else (),
                on=on,
                off=off,
                lengths=tuple(
                    Choice(
                        str(each),
                        words.sentence(weeks(2 * BLOCK_DAYS * each)),
                        chosen=each == self._pairs,
                    )
                    for each in PAIRS
                ),
                length=_length(self._pairs),
                begins=self._begins(),
                day=self._day,
                ends=self._ends(),
            )
        )

    def _begins_on(self) -> date:
        """Return the day it is to begin; raise BadInput where what is typed is none for that."""
        if self._day is None:
            return max(self._first, self.earliest)
        day = dates.read_day(self._day, today=self.today, meant=Meant.NEXT)
        if day is None:
            raise BadInput(_("Say on which day it is to begin."))
        if day < self.earliest:
            raise BadInput(
                _("It can begin on {day} at the earliest.").format(
                    day=words.heading_day(self.earliest, today=self.today)
                )
            )
        if day > self.furthest:
            raise BadInput(
                _("It can begin on {day} at the latest.").format(
                    day=words.heading_day(self.furthest, today=self.today)
                )
            )
        return day

    def _ends(self) -> str:
        try:
            first = self._begins_on()
        except BadInput as problem:
            return problem.sentence
        last = first + timedelta(days=2 * BLOCK_DAYS * self._pairs - 1)
        return _("From {first} to {last}.").format(
            first=words.heading_day(first, today=self.today),
            last=words.heading_day(last, today=self.today),
        )

    def _begins(self) -> tuple[Choice, ...]:
        chosen = ANOTHER
        if self._day is None:
            chosen = TODAY if self._begins_on() == self.today else TOMORROW
        texts = [(TOMORROW, _("Tomorrow")), (ANOTHER, _("Another day"))]
        if self.earliest == self.today:
            texts.insert(0, (TODAY, _("Today")))
        return tuple(Choice(value, text, chosen=value == chosen) for value, text in texts)


def _length(pairs: int) -> str:
    """Say how long a trial of so many pairs is, what it can tell, and what it needs."""
    plan = _("{days} days: {pairs} pairs of blocks, {block} days a block.").format(
        days=2 * BLOCK_DAYS * pairs, pairs=pairs, block=BLOCK_DAYS
    )
    sees = (
        _("With {pairs} pairs only a clear effect that shows in every pair can be told.").format(
            pairs=pairs
        )
        if pairs == FEWEST_PAIRS
        else _("A longer trial sees smaller differences.")
    )
    return " ".join((plan, sees, trial_needs.needs(pairs)))


def _another(pair: tuple[str, str], pairs: tuple[tuple[str, str], ...]) -> str:
    """Return what tells a proposal from the others: one kind of day where the other is the same."""
    on, off = pair
    if len({each[0] for each in pairs}) == 1:
        return off
    return on
