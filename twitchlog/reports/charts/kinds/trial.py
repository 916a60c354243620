"""What a trial showed: each block of days as a mark, those of a pair joined, and the means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.experiment import State
from twitchlog.domain.factor import factor_or_unknown
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.keys import KEY_ROW, Entry, key_rows
from twitchlog.reports.charts.spec import (
    WIDE_FROM,
    Choice,
    Choices,
    Row,
    Silent,
    Spec,
    Table,
    Words,
    no_picture,
)
from twitchlog.reports.triggers import trial_words
from twitchlog.reports.triggers.trial import follow
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.experiment import Experiment
    from twitchlog.reports.triggers.experiment import Outcome
    from twitchlog.reports.triggers.trial import Block, Trial

TRIAL: Final = "trial"
"""The option: the id of a trial that has ended."""
RESULT: Final = 3
"""So many sentences tell the result: the means, what follows, and what luck does."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The trials that have ended, each with its name, the newest first, and one of them told.

    None is told where none lies in the days that are looked at, and none was asked for.
    """

    offered: tuple[tuple[Experiment, str], ...]
    told: Trial | None


@dataclass(frozen=True, slots=True)
class BlockMean:
    """A block as a mark: its kind, its mean (None where no day of it is logged), its first day."""

    on: bool
    mean: float | None
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialBlocks(Spec):
    """The blocks of a trial in their order, two a pair; then the means of both kinds.

    `on` and `off` are the person's words for them. The rows of the table are the blocks, then *on*,
    then *off*. Numbers have so many `places` after the point. `said` has the sentences of the note,
    its days left out: the first `RESULT` tell the result, the others how well it was logged and
    kept.
    """

    said: tuple[str, ...]
    on: str
    off: str
    blocks: tuple[BlockMean, ...]
    mean_on: float
    mean_off: float
    places: int

    drawer: ClassVar[str] = "trial:draw_trial"
    grows: ClassVar[bool] = True

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits it: taller in a wide window, and with a longer key."""
        rows = len(key_rows(self.key, width=width, text_scale=text_scale))
        plot = 180 if width >= WIDE_FROM else 140
        return round(plot + (60 + KEY_ROW * rows) * text_scale)

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        entries = [Entry("dot", self.on), Entry("open", self.off)]
        if any(block.mean is None for block in self.blocks):
            entries.append(Entry("hatch", _("not logged")))
        return entries


def tell(ended: Ended, ask: Ask) -> Words:
    """Return the blocks of the trial that is asked for, else why there is nothing to show."""
    trial = ended.told
    if trial is None:
        return _none(ended, ask)
    held = trial.experiment
    name = next(name for each, name in ended.offered if each.id == held.id)
    headline = _("{name}: {said}").format(name=name, said=trial_words.headline(trial))
    said = trial_words.sentences(trial, lambda day: words.one_day(day, today=ask.today))
    days = words.span(Period(held.first, held.last), today=ask.today)
    note = " ".join((words.ended(days), *said))
    choices = _choices(ended, ask)
    if trial.outcome is None:
        told = no_picture(headline, note, wants_entries=False, choices=choices)
        return replace(told, own_days=Period(held.first, held.last))
    table = _table(trial, trial.outcome, ask)
    return TrialBlocks(
        headline=headline,
        note=note,
        alt=" ".join(
            [
                _("The blocks of a trial by their dates."),
                *(f"{row.says}." for row in table.rows),
                note,
            ]
        ),
        table=table,
        own_days=Period(held.first, held.last),
        choices=choices,
        said=said,
        on=held.on,
        off=held.off,
        blocks=tuple(
            BlockMean(each.on, each.mean, words.short_date(each.first)) for each in trial.blocks
        ),
        mean_on=trial.outcome.mean_on,
        mean_off=trial.outcome.mean_off,
        places=trial.outcome.places,
    )


def _table(trial: Trial, outcome: Outcome, ask: Ask) -> Table:
    columns = (_("Days"), _("Kind"), _("A logged day"), _("Logged"))
    held, places = trial.experiment, outcome.places
    means = [
        _mean_row(held.on, numeral(outcome.mean_on, f".{places}f"), outcome.pairs),
        _mean_row(held.off, numeral(outcome.mean_off, f".{places}f"), outcome.pairs),
    ]
    blocks = (_block_row(trial, each, ask, places=places) for each in trial.blocks)
    return Table(columns, (*blocks, *means))


def _block_row(trial: Trial, block: Block, ask: Ask, *, places: int) -> Row:
    days = Period(block.first, block.last)
    kind = trial.experiment.on if block.on else trial.experiment.off
    named, logged = words.span(days, today=ask.today), words.of(block.logged, days.days)
    if block.mean is None:
        said = _("{days}, {kind}: not logged").format(days=named, kind=kind)
        return Row((named, kind, _("not logged"), logged), said)
    mean = numeral(block.mean, f".{places}f")
    said = _("{days}, {kind}: {mean} a logged day, {logged} logged").format(
        days=named, kind=kind, mean=mean, logged=words.of_days(block.logged, days.days)
    )
    behind = Query(period=days) if block.mean else None
    return Row((named, kind, mean, logged), said, behind)


def _mean_row(kind: str, mean: str, pairs: int) -> Row:
    all_of_them = ngettext("{n} pair", "{n} pairs", pairs).format(n=pairs)
    said = _("{kind}: {mean} a logged day, the mean of {pairs}").format(
        kind=kind, mean=mean, pairs=all_of_them
    )
    return Row((_("Mean of {pairs}").format(pairs=all_of_them), kind, mean, ""), said)


def _choices(ended: Ended, ask: Ask) -> tuple[Choices, ...]:
    """Offer the trials that have ended, where there are several."""
    told = ended.told.experiment.id if ended.told is not None else ""
    if {each.id for each, _name in ended.offered} <= {told}:
        return ()
    offered = tuple(
        Choice(
            each.id,
            _("{name}, {days}").format(
                name=name, days=words.span(Period(each.first, each.last), today=ask.today)
            ),
        )
        for each, name in ended.offered
    )
    return (Choices(TRIAL, _("Which trial"), offered, told),)


def _none(ended: Ended, ask: Ask) -> Silent:
    headline = _("No trial in this time that has ended")
    note = _(
        "Some days with a habit, some without, by the toss of a coin: what that showed stands here "
        "at its end. Begin one from Today, Also record, Tests and more, Try a habit properly."
    )
    return Silent(
        headline=headline, note=note, alt=f"{headline}. {note}", choices=_choices(ended, ask)
    )


def _read(diary: Diary, ask: Ask) -> Ended:
    ended = [each for each in diary.experiments.all() if each.state(ask.today) is State.FINISHED]
    if not ended:
        return Ended((), None)
    names = {each.id: each.label for each in diary.factors.all()}
    offered = tuple(
        (each, names.get(each.factor) or factor_or_unknown(each.factor).label) for each in ended
    )
    chosen = _chosen(ended, ask)
    if chosen is None:
        return Ended(offered, None)
    days = diary.counts.days(Period(chosen.first, chosen.last))
    return Ended(offered, follow(chosen, days, today=ask.today))


def _chosen(ended: list[Experiment], ask: Ask) -> Experiment | None:
    """Return the trial that is asked for, else the newest of the days that are looked at."""
    asked, period = ask.options.get(TRIAL), ask.period
    within = (each for each in ended if each.first <= period.last and period.first <= each.last)
    return next((each for each in ended if each.id == asked), None) or next(within, None)


CHART: Final = Chart("trial", mark("Trial"), DAYS | {"experiments", "factors"}, _read, tell)
