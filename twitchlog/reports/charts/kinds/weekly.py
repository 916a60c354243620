"""Weekly checks over time: a row for each symptom that was asked for, a sign for each answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import Ask, Chart
from twitchlog.reports.charts.dates import day_ticks
from twitchlog.reports.charts.keys import KEY_ROW, LETTER, Entry, key_rows
from twitchlog.reports.charts.kinds import weekly_words
from twitchlog.reports.charts.spec import WIDE_FROM, NoPicture, Spec, no_picture
from twitchlog.reports.patterns.stretches import Every, every, stretches
from twitchlog.reports.patterns.symptom_answers import YesIn, by_kind, by_stretch
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.counts.symptoms import SymptomMark
    from twitchlog.domain.period import Period
    from twitchlog.reports.patterns.symptom_answers import Asked

MANY_DAYS: Final = 27
"""Answers of more days than this are too close to each other to be told apart."""
SYMPTOM_ROW: Final = 28.0
NAME_ROW: Final = 18.0
HEAD_ROW: Final = 22.0
_NAMES_SHARE: Final = 0.38
_SIZES: Final = 3
_UNSAID: Final = 2


@dataclass(frozen=True, slots=True)
class SymptomSign:
    """The answer of a day, or those of a stretch: its middle, in days from the first.

    `wide` is how many days it stands for, `yes` the share of yes among the answers. `size` is how
    much was said of the yes of a single day, from 1 to 3, and 0 for a no.
    """

    at: float
    wide: int
    yes: float
    size: int


@dataclass(frozen=True, slots=True)
class SymptomRow:
    """One symptom: its name, how often yes out of how many, and its answers."""

    name: str
    said: str
    signs: tuple[SymptomSign, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SymptomRows(Spec):
    """Answers by date; `ticks` are texts at days from the first of `days`.

    `every` says which stretches the answers are added up by, None where each is drawn. The table
    has a row for each symptom first, then one for each sign.
    """

    days: int
    rows: tuple[SymptomRow, ...]
    ticks: tuple[tuple[int, str], ...]
    every: Every | None

    drawer: ClassVar[str] = "weekly:draw_symptoms"

    def height(self, width: float, *, text_scale: float = 1.0) -> int:
        """Return the height that suits the rows, with a head, the dates and a key."""
        keys = len(key_rows(self.key, width=width, text_scale=text_scale))
        row = SYMPTOM_ROW + NAME_ROW * self.stacked(width, text_scale=text_scale)
        return round((HEAD_ROW + row * len(self.rows) + 28 + KEY_ROW * keys) * text_scale)

    def stacked(self, width: float, *, text_scale: float) -> bool:
        """Tell whether the names stand above their answers, for want of room beside them."""
        longest = max(len(row.name) for row in self.rows) * LETTER * text_scale
        return longest > width * _NAMES_SHARE or (self.every is not None and width < WIDE_FROM)

    @property
    def key(self) -> list[Entry]:
        """The key, with only those signs that are in the chart."""
        signs = [sign for row in self.rows for sign in row.signs]
        entries = []
        if any(sign.yes for sign in signs):
            if self.every is None:
                entries.append(Entry("dot", _("yes (the larger, the more)")))
            else:
                entries.append(Entry("bar", _("yes (the taller, the more often)")))
        if not all(sign.yes for sign in signs):
            entries.append(Entry("ring", _("no")))
        return entries


def tell(marks: Sequence[SymptomMark], ask: Ask) -> SymptomRows | NoPicture:
    """Return the answers by symptom and date; from one answer on there is a picture."""
    asked = by_kind(marks)
    if not asked:
        return _none()
    first = ask.period.first
    days = len({mark.day for mark in marks})
    each = every(ask.period) if days > MANY_DAYS else None
    parts = stretches(ask.period, each) if each is not None else ()
    return SymptomRows(
        headline=weekly_words.headline(asked, ask.today),
        note=weekly_words.note(asked, ask.period),
        alt=weekly_words.alt(asked, ask.today),
        table=weekly_words.table(asked, parts, ask),
        days=ask.period.days,
        rows=tuple(_row(symptom, parts, first) for symptom in asked),
        ticks=tuple(
            ((day - first).days, text) for day, text in day_ticks(ask.period, today=ask.today)
        ),
        every=each,
    )


def _row(asked: Asked, parts: Sequence[Period], first: date) -> SymptomRow:
    if parts:
        signs = tuple(_stretch(found, first) for found in by_stretch(asked, parts))
    else:
        signs = tuple(_single(mark, first) for mark in asked.marks)
    return SymptomRow(SYMPTOMS[asked.kind].label, words.of(asked.yes, len(asked.marks)), signs)


def _single(answer: SymptomMark, first: date) -> SymptomSign:
    size = 0
    if answer.present:
        size = _UNSAID if answer.amount is None else min(_SIZES, int(answer.amount))
    return SymptomSign((answer.day - first).days + 0.5, 1, float(answer.present), size)


def _stretch(found: YesIn, first: date) -> SymptomSign:
    middle = (found.days.first - first).days + found.days.days / 2
    return SymptomSign(middle, found.days.days, found.yes / found.answers, 0)


def _none() -> NoPicture:
    headline = _("No answers about other symptoms in this time")
    note = _(
        "The weekly check asks nine short questions. Today offers it once a week; it is always "
        "under Today, Also record, Tests and more."
    )
    return no_picture(headline, note, wants_entries=False)


def _read(diary: Diary, ask: Ask) -> tuple[SymptomMark, ...]:
    return diary.counts.symptoms(ask.period)


CHART: Final = Chart("weekly", mark("Weekly checks"), frozenset({"symptoms"}), _read, tell)
