"""You have logged enough for this question: where more entries will hardly change the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.site import site_or_unknown
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.spec import Row, Silent, Table, Words
from twitchlog.reports.patterns.enough import known_level, known_places
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.checkin import DayCount
    from twitchlog.domain.counts.places import SpreadCounts
    from twitchlog.reports.patterns.enough import KnownPlaces
    from twitchlog.reports.patterns.level import Level


def tell(numbers: tuple[SpreadCounts, tuple[DayCount, ...]], _ask: Ask) -> Words:
    """Return which questions are answered well enough; `Silent` while none is."""
    places, often = known_places(numbers[0]), known_level(numbers[1])
    rows = [
        *([_places_row(places)] if places is not None else []),
        *([_often_row(often)] if often is not None else []),
    ]
    if not rows:
        return _none()
    headline = ngettext(
        "You have logged enough for this question",
        "You have logged enough for these questions",
        len(rows),
    )
    note = _(
        "{questions} More entries will hardly change the answer. You can log less if you like."
    ).format(questions=" ".join(row.cells[0] for row in rows))
    said = " ".join(f"{row.says}." for row in rows)
    return Words(
        headline=headline,
        note=note,
        alt=f"{headline}. {said} {note}",
        table=Table((_("Question"), _("Answer so far"), _("Likely")), tuple(rows)),
    )


def _none() -> Silent:
    headline = _("More entries may still change the answers")
    note = _(
        "Enough is logged once the share of the first place is known to within 10 points and new "
        "places are rare, or the twitches a day to within a quarter."
    )
    return Silent(headline=headline, note=note, alt=f"{headline}. {note}")


def _places_row(found: KnownPlaces) -> Row:
    question = _("Which muscles are affected?")
    answer = _("{place} {share}").format(
        place=site_or_unknown(found.site).name, share=words.per_cent(found.share.value)
    )
    likely = _("{low} to {high}").format(
        low=words.per_cent(found.share.low), high=words.per_cent(found.share.high)
    )
    return Row((question, answer, likely), f"{question} {answer} ({likely})")


def _often_row(found: Level) -> Row:
    assert found.low is not None
    assert found.high is not None
    question = _("How often?")
    answer = _("{mean} a logged day").format(mean=numeral(found.mean, ".1f"))
    likely = _("{low} to {high}").format(
        low=numeral(found.low, ".1f"), high=numeral(found.high, ".1f")
    )
    return Row((question, answer, likely), f"{question} {answer} ({likely})")


def _read(diary: Diary, ask: Ask) -> tuple[SpreadCounts, tuple[DayCount, ...]]:
    return diary.counts.spread(ask.period), diary.counts.days(ask.period)


CHART: Final = Chart("enough", mark("Enough logged"), DAYS, _read, tell)
