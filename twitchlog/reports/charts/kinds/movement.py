"""What the twitches were like: how the muscle moved, seen or felt, at rest or after use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.kinds import movement_words, shares
from twitchlog.reports.charts.kinds.movement_words import QUESTIONS, Question
from twitchlog.reports.charts.kinds.shares import ShareBars
from twitchlog.reports.charts.spec import WIDE_FROM, Choice, Choices, Spec, Words
from twitchlog.reports.patterns.answers import FEWEST, Given, over_time, together
from twitchlog.reports.patterns.stretches import Every, every, stretches
from twitchlog.translation import _, mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from twitchlog.diary import Diary
    from twitchlog.domain.counts.answers import Answers, Movement

OPTION: Final = "show"
ALL: Final = "all"
BAR_ROW: Final = 34.0
HEAD_ROW: Final = 26.0
LINE: Final = 17.0
BETWEEN: Final = 12.0
WEEKS_UP_TO: Final = 56
"""These answers are given now and then: over longer times a week has too few of them."""


@dataclass(frozen=True, slots=True)
class AnswerBar:
    """One answer: its words, how many twitches have it, and that out of those with an answer."""

    name: str
    count: int
    share: float


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """The answers to one question; `of` says how many twitches have one."""

    name: str
    of: str
    bars: tuple[AnswerBar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerBars(Spec):
    """A bar an answer, in a group a question."""

    groups: tuple[AnswerGroup, ...]

    drawer: ClassVar[str] = "answers:draw_answers"

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits the rows: groups side by side in a wide window."""
        wide = width >= WIDE_FROM
        tall = [head_row(wide=wide) + BAR_ROW * len(group.bars) for group in self.groups]
        whole = max(tall) if wide else sum(tall) + BETWEEN * (len(tall) - 1)
        return round(whole * text_scale)


def head_row(*, wide: bool) -> float:
    """Return how high the head of a group is: two lines where the groups stand side by side."""
    return HEAD_ROW + LINE * wide


def tell(movement: Movement, ask: Ask) -> Words:
    """Return the answers all together, or one question over time, as was chosen."""
    found = [
        (question, answers, together(answers, ask.period))
        for question, answers in zip(QUESTIONS, _each(movement), strict=True)
    ]
    given = [(question, whole) for question, _answers, whole in found]
    if sum(whole.answered for _question, whole in given) < FEWEST:
        return movement_words.few(given, ask)
    timed = {
        question.id: (question, parts)
        for question, answers, whole in found
        if whole.answered >= FEWEST
        for parts in (over_time(answers, stretches(ask.period, _step(ask))),)
        if sum(part.answered > 0 for part in parts) > 1
    }
    chosen = ask.options.get(OPTION, ALL)
    choices = _choices([question for question, _parts in timed.values()], chosen)
    if chosen in timed:
        return _over_time(*timed[chosen], given, choices, ask)
    return AnswerBars(
        headline=movement_words.headline(given),
        note=_("Each is out of the twitches with an answer.") + f" {_logged(given, ask)}",
        alt=movement_words.alt(given),
        table=movement_words.table(given, ask.period),
        choices=choices,
        groups=tuple(_group(question, whole) for question, whole in given if whole.answered),
    )


def _each(movement: Movement) -> tuple[Answers, Answers, Answers]:
    return movement.pattern, movement.seen, movement.activity


def _step(ask: Ask) -> Every:
    each = every(ask.period)
    return Every.MONTH if each is Every.WEEK and ask.period.days > WEEKS_UP_TO else each


def _choices(timed: Sequence[Question], chosen: str) -> tuple[Choices, ...]:
    """Offer each question over time, where one has answers in more than one stretch."""
    if not timed:
        return ()
    offered = (
        Choice(ALL, _("All together")),
        *(Choice(question.id, _(question.name)) for question in timed),
    )
    known = chosen if any(choice.id == chosen for choice in offered) else ALL
    return (Choices(OPTION, _("What to show"), offered, known),)


def _logged(given: Sequence[tuple[Question, Given]], ask: Ask) -> str:
    return words.logged(given[0][1].logged, ask.period.days)


def _group(question: Question, whole: Given) -> AnswerGroup:
    bars = tuple(map(AnswerBar, question.levels, whole.given, whole.shares))
    answered = words.of(whole.answered, whole.entries)
    return AnswerGroup(_(question.name), _("{count} said").format(count=answered), bars)


def _over_time(
    question: Question,
    parts: tuple[Given, ...],
    given: Sequence[tuple[Question, Given]],
    choices: tuple[Choices, ...],
    ask: Ask,
) -> ShareBars:
    whole = next(each for other, each in given if other is question)
    step = _step(ask)
    answered = ngettext(
        "{count} twitch has an answer.", "{count} twitches have an answer.", whole.entries
    ).format(count=words.of(whole.answered, whole.entries))
    return ShareBars(
        headline=movement_words.headline([(question, whole)]),
        note=f"{answered} {shares.each_bar(step)} {_logged(given, ask)}",
        alt=shares.alt(_(question.name), parts, question.levels, today=ask.today),
        table=shares.table(
            parts,
            question.levels,
            [Query(period=part.days) for part in parts],
            without=_("Not said"),
            today=ask.today,
        ),
        choices=choices,
        levels=question.levels,
        bars=shares.bars(parts),
        ticks=shares.ticks(parts, step),
        every=step,
    )


def _read(diary: Diary, ask: Ask) -> Movement:
    return diary.counts.movement(ask.period)


CHART: Final = Chart("movement", mark("What it is like"), DAYS, _read, tell)
