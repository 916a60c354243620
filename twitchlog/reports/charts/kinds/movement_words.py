"""What the twitches were like in words: what can be said of one, and how often it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.searching import Query
from twitchlog.domain.twitch import Activity, Pattern, Seen
from twitchlog.reports.charts import words
from twitchlog.reports.charts.kinds import shares
from twitchlog.reports.charts.spec import NoPicture, Row, Table, no_picture
from twitchlog.reports.patterns.answers import FEWEST, Given
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

    from twitchlog.domain.period import Period
    from twitchlog.reports.charts.chart import Ask


@dataclass(frozen=True, slots=True)
class Question:
    """Something that can be said of a twitch: its id as an option, its name, its answers."""

    id: str
    name: str
    answers: tuple[StrEnum, ...]

    @property
    def levels(self) -> tuple[str, ...]:
        """The words of the answers."""
        return tuple(_word(answer) for answer in self.answers)


QUESTIONS: Final = (
    Question("pattern", mark("How it moved"), tuple(Pattern)),
    Question("seen", mark("Seen or felt"), tuple(Seen)),
    Question("activity", mark("What the muscle was doing"), tuple(Activity)),
)


def _word(answer: StrEnum) -> str:
    assert isinstance(answer, Pattern | Seen | Activity)
    return answer.word


def headline(given: Sequence[tuple[Question, Given]]) -> str:
    """Name the answer given most, of the first question that has answers."""
    question, whole = next(each for each in given if each[1].answered)
    most = max(whole.given)
    names = [
        level for level, count in zip(question.levels, whole.given, strict=True) if count == most
    ]
    if len(names) > 1:
        return _("Most often: {answers}, each for {count} twitches").format(
            answers=words.listed([_("“{words}”").format(words=name) for name in names]),
            count=words.of(most, whole.answered),
        )
    return _("Most often: “{answer}”, {count} twitches").format(
        answer=names[0], count=words.of(most, whole.answered)
    )


def table(given: Sequence[tuple[Question, Given]], period: Period) -> Table:
    """Return a row an answer: how often it was given, and its share of those that were."""
    rows = [
        _row(question, at, whole, period)
        for question, whole in given
        if whole.answered
        for at in range(len(question.answers))
    ]
    return Table((_("What was said"), _("Twitches"), _("Share")), tuple(rows))


def _row(question: Question, at: int, whole: Given, period: Period) -> Row:
    name, count, answer = question.levels[at], whole.given[at], question.answers[at]
    counted = words.of(count, whole.answered)
    shown = words.per_cent(whole.shares[at]) if whole.answered >= words.PER_CENT_FROM else counted
    return Row(
        (name, numeral(count), shown),
        _("{answer}: {count} twitches with an answer").format(answer=name, count=counted),
        _behind(answer, period) if count else None,
    )


def _behind(answer: StrEnum, period: Period) -> Query:
    """Ask for the twitches of the period with an answer."""
    if isinstance(answer, Pattern):
        return Query(period=period, patterns=frozenset({answer}))
    if isinstance(answer, Seen):
        return Query(period=period, seen=frozenset({answer}))
    assert isinstance(answer, Activity)
    return Query(period=period, activities=frozenset({answer}))


def alt(given: Sequence[tuple[Question, Given]]) -> str:
    """Say the whole chart in words, question by question."""
    said = [
        _("{question}: {answers}.").format(
            question=_(question.name), answers=shares.counted(whole, question.levels)
        )
        for question, whole in given
    ]
    return " ".join([_("Bars of what was said about the twitches."), *said])


def few(given: Sequence[tuple[Question, Given]], ask: Ask) -> NoPicture:
    """List what few answers there are, or say where they are given."""
    entries = given[0][1].entries
    answered = sum(whole.answered for _question, whole in given)
    nothing = _("Nothing said yet on what it is like")
    if ask.diary_starts:
        nothing = _("Nothing said in this time on what it is like")
    where = _("The log sheet asks for it under More about it.")
    if not entries:
        title = nothing
        note = _("No twitches are logged in this time.")
    elif not answered:
        title = nothing
        note = where
    else:
        title = ngettext(
            "One answer in this time on what it is like",
            "{n} answers in this time on what it is like",
            answered,
        ).format(n=answered)
        said = [
            _("{answer} {n}").format(answer=level, n=count)
            for question, whole in given
            for level, count in zip(question.levels, whole.given, strict=True)
            if count
        ]
        note = _("{answers}. A picture comes after {n}. {where}").format(
            answers=", ".join(said), n=FEWEST, where=where
        )
    return no_picture(title, note, wants_entries=not entries)
