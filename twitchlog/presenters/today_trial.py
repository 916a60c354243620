"""What Today says of a trial: what today is, whether it was kept to, and that it has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from twitchlog.domain.experiment import State, under_way
from twitchlog.presenters import experiment_words as said
from twitchlog.presenters import words
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from twitchlog.domain.experiment import Experiment

TOLD_DAYS: Final = 30
"""So many days after its end, at most, Today says that a trial has ended."""
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TrialCard:
    """The line of a trial; with `asks`, the day of which it is asked whether it went as planned.

    `key` names it where it is put away, and is empty where it cannot be. `brief` is the date and
    what today is, while it runs, for where the line itself is out of sight.
    """

    trial: str
    title: str
    second: str
    asks: date | None = None
    question: str = ""
    key: str = ""
    brief: str = ""


def card_of(
    trials: Iterable[Experiment], today: date, *, evening: bool, put_away: str
) -> TrialCard | None:
    """Return what Today says of the trial under way, or of the one that ended last; else None."""
    held = tuple(trials)
    current = under_way(held, today)
    if current is not None:
        return _under_way(current, today, evening=evening)
    ended = [
        each for each in held if each.state(today) is State.FINISHED
        and (today - each.last).days <= TOLD_DAYS
    ]  # fmt: skip
    newest = max(ended, key=lambda each: each.last, default=None)
    return _ended(newest, today, put_away.split()) if newest else None


def _under_way(trial: Experiment, today: date, *, evening: bool) -> TrialCard:
    if trial.state(today) is State.PLANNED:
        return TrialCard(
            trial.id,
            said.begins(trial, today=today),
            _("Your trial: {kinds}").format(kinds=said.kinds(trial)),
        )
    kind = trial.words(today) or ""
    title = _("Today: {kind}").format(kind=kind)
    brief = words.joined((words.short_day(today, today=today), kind))
    day = said.day_of(trial, today)
    answered = trial.kept.get(today)
    if answered is not None:
        second = _("{day} · {answer}").format(day=day, answer=said.said_kept(answered))
        return TrialCard(trial.id, title, second, *_asked_yesterday(trial, today), brief=brief)
    if evening:
        return TrialCard(trial.id, title, day, today, _("Did you keep to it?"), brief=brief)
    return TrialCard(trial.id, title, day, *_asked_yesterday(trial, today), brief=brief)


def _asked_yesterday(trial: Experiment, today: date) -> tuple[date | None, str]:
    """Return yesterday and the question about it, where it has no answer yet."""
    yesterday = today - _A_DAY
    kind = trial.words(yesterday)
    if kind is None or yesterday in trial.kept:
        return None, ""
    return yesterday, _("Yesterday, {kind}: did you keep to it?").format(kind=kind)


def _ended(trial: Experiment, today: date, gone: list[str]) -> TrialCard | None:
    key = f"{trial.id}:ended"
    if key in gone:
        return None
    asks, question = _asked_yesterday(trial, today)
    return TrialCard(
        trial.id, _("Your trial has ended"), _("See what it showed"), asks, question, key
    )
