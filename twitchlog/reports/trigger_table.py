"""The days that the triggers rest on as a table, so that a statistician can redo it."""

from __future__ import annotations

import csv
import io
from datetime import timedelta
from typing import TYPE_CHECKING

from twitchlog.translation import ENGLISH, speaking

if TYPE_CHECKING:
    from twitchlog.domain.counts.exposures import Exposures
    from twitchlog.reports.triggers.finder import Column, Look


def as_csv(found: Look, given: Exposures) -> str:
    """Return one row a day of the fit, the oldest first: the day, its twitches, every amount.

    Beside them stand what the model adds: the weekday, 1 for Monday, and the twitches of the day
    before. What was not recorded is empty. Our own factors have their English names, for programs.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    with speaking(ENGLISH):
        head = [_head(column, given) for column in found.table.columns]
    writer.writerow(["day", "twitches", "weekday", "day before", *head])
    counts = {day: count for day, count, _values in found.table.rows}
    for day, count, values in found.table.rows:
        cells = ("" if value is None else f"{value:g}" for value in values)
        before = counts.get(day - timedelta(days=1), "")
        writer.writerow([day.isoformat(), count, day.isoweekday(), before, *cells])
    return text.getvalue()


def _head(column: Column, given: Exposures) -> str:
    """Name a column: the factor in the person's own words, never read as a formula, and its lag."""
    from twitchlog.diary.transfer.sheets import defused

    name = defused(given.factors[column.factor].label)
    return f"{name} +{column.coding.lag}" if column.coding.lag else str(name)
