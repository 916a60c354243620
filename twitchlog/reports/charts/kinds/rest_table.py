"""The exact values of the rest counts, one by one or by stretches of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.duration import say_duration
from twitchlog.domain.rest import say_number, say_rate
from twitchlog.domain.site import site_or_unknown
from twitchlog.reports.charts import words
from twitchlog.reports.charts.spec import Row, Table
from twitchlog.translation import _, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.counts.rest import RestTally
    from twitchlog.reports.patterns.rest_rates import UsualRate


def one_by_one(counts: Sequence[RestTally], today: date) -> Table:
    """Return a row a count; the rate of one that was too short is left out."""
    columns = (_("When"), _("Counted"), _("A minute (likely)"), _("Places"))
    return Table(columns, tuple(_row(count, today) for count in counts))


def _row(count: RestTally, today: date) -> Row:
    day = words.one_day(count.moment.day, today=today)
    when = _("{day}, {time}").format(day=day, time=f"{count.moment.local:%H:%M}")
    length = words.unbroken(say_duration(count.length_s))
    counted = _("{n} in {length}").format(n=count.count, length=length)
    places = ", ".join(
        _("{place} {n}").format(place=site_or_unknown(site).name, n=n) for site, n in count.places
    )
    if count.comparable:
        likely = _range(*count.likely)
        rate = _("{rate} ({likely})").format(
            rate=say_number(count.rate), likely=words.unbroken(likely)
        )
        said = _("{when}: {counted}, {rate} (likely {likely})").format(
            when=when, counted=counted, rate=say_rate(count.rate), likely=likely
        )
    else:
        rate = _("too short")
        said = _("{when}: {counted}, too short to compare").format(when=when, counted=counted)
    says = f"{said}. {places}" if places else said
    return Row((when, counted, rate, places), says)


def by_stretch(usual: Sequence[UsualRate], today: date) -> Table:
    """Return a row a week, month or quarter with counts."""
    columns = (_("Days"), _("Counts"), _("Median"), _("Middle half"))
    return Table(columns, tuple(_stretch(part, today) for part in usual))


def _stretch(part: UsualRate, today: date) -> Row:
    days, half = words.span(part.days, today=today), _range(part.low, part.high)
    says = ngettext(
        "{days}: {n} count, {rate}",
        "{days}: {n} counts, the middle one {rate}, half of them {half}",
        part.counts,
    ).format(days=days, n=part.counts, half=half, rate=say_rate(part.median))
    return Row((days, str(part.counts), say_number(part.median), half), says)


def _range(low: float, high: float) -> str:
    return _("{low} to {high}").format(low=numeral(low, ".1f"), high=numeral(high, ".1f"))
