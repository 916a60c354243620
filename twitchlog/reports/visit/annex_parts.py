"""The parts of the annex about places, weeks and notes, and how it all was worked out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from twitchlog.domain.checkin import DayState
from twitchlog.domain.site import site_or_unknown
from twitchlog.domain.symptom import SYMPTOMS
from twitchlog.domain.twitch import OWN
from twitchlog.reports.visit import annex_care, pictures
from twitchlog.reports.visit.annex import Drawn, Maps, Part, Under, Wide, row
from twitchlog.reports.visit.annex_signs import signs
from twitchlog.reports.visit.dates import Dates, full, lasted, percent
from twitchlog.reports.visit.prose import Prose, listed, of, prose, quoted
from twitchlog.reports.visit.summary import Table
from twitchlog.translation import _, inside, mark, numeral, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from twitchlog.domain.checkin import DaySummary
    from twitchlog.domain.figures import Figures, SiteCount
    from twitchlog.domain.twitch import Twitch
    from twitchlog.reports.visit.annex import Item, Source
    from twitchlog.reports.visit.summary import BodyMap

_MAPS: Final = 3
"""The period is shown in so many body maps, which fit beside each other."""
_MAPS_FROM: Final = 42
"""A shorter period, in days, is not divided."""
_WEEKDAYS: Final = (
    mark("Mo"), mark("Tu"), mark("We"), mark("Th"), mark("Fr"), mark("Sa"), mark("Su"),
)  # fmt: skip
_METHOD: Final = (
    mark("**Logged days.** A day is logged when it has an entry, a “none today” or a check-in."
         " Other days are left out of every number and never counted as zero."),
    mark("**Shares of days** are days with twitching out of logged days. **Shares of entries** are"
         " entries at a place out of all entries; an entry with several places counts at each."),
    mark("**Same place?** The share of the leading place and its 95% interval are worked out from"
         " whole 14-day blocks, because entries close in time resemble each other. Always one"
         " place: lower end above 80%; mostly: above 50%; wanders: upper end below 50%."),
    mark("**How long.** Median, and the range of the middle half; entries without a duration are"
         " counted and left out."),
    mark("**Last 4 weeks.** Shares of logged days, compared only when both stretches of 28 days"
         " have 14 logged days."),
    mark("**What goes with the twitching.** All factors recorded on enough of the same days are"
         " fitted together to the entries of a day in a negative binomial regression with the day"
         " before, the weekday and slow change in it. The range is a 95% interval. Linked: q below"
         " 0.05 after Benjamini and Hochberg’s correction over all factors looked at. Going"
         " together does not show that one causes the other."),
    mark("**Days around a change** are drawn and summed up on either side, without a test: a change"
         " like this also happens without treatment."),
    mark("**Tests** are compared with the laboratory’s own range and with no other."),
)  # fmt: skip


def parts(source: Source, *, entries: bool) -> tuple[Part, ...]:
    """Return the parts A to H, and the list of entries where it is asked for."""
    figures, dates = source.visit.figures, Dates(source.visit.figures.period, source.made)
    made = [
        Part(_("A. Places"), tuple(_places(source, dates))),
        Part(_("B. Weeks"), tuple(_weeks(source, figures))),
        Part(_("C. Medicines and treatments"), annex_care.medicines(source)),
        Part(_("D. Factors"), annex_care.factors(source)),
        Part(_("E. Tests"), annex_care.tests(source)),
        Part(_("F. Answers on signs and symptoms"), tuple(signs(source))),
        Part(_("G. The patient’s notes"), tuple(_notes(source))),
        Part(_("H. Method"), tuple(prose(_(said)) for said in _METHOD)),
    ]
    if entries:
        made.append(Part(_("I. Every entry"), tuple(_entries(source))))
    return tuple(made)


def _places(source: Source, dates: Dates) -> Iterator[Item]:
    """Yield the body maps of the period in turn, and a row a place."""
    figures = source.visit.figures
    if not figures.sites:
        yield prose(_("**Not recorded yet.**"))
        return
    maps = tuple(_maps(figures, dates))
    if maps:
        yield Maps(maps)
    long: dict[str, list[float]] = defaultdict(list)
    for twitch in source.twitches:
        if twitch.duration_s is not None:
            for site in twitch.sites:
                long[site].append(twitch.duration_s)
    head = (_("Place"), _("Entries"), _("Days"), _("First"), _("Last"), _("Median duration"))
    rows = tuple(_place(count, figures, long[count.site]) for count in figures.sites)
    yield Wide(Table(head, rows), (3.2, 1.9, 0.9, 1.7, 1.7, 2.1))
    if figures.without_site:
        share = of(figures.without_site, figures.entries)
        yield prose(_("{share} entries without a place."), share=share)


def _place(count: SiteCount, figures: Figures, lengths: Sequence[float]) -> tuple[Prose, ...]:
    place = site_or_unknown(count.site)
    share = f"{numeral(count.entries)} ({percent(count.entries, figures.entries)})"
    usual = lasted(median(lengths)) if lengths else "–"
    last = (
        share,
        numeral(count.days),
        full(count.first),
        full(count.last),
        usual,
    )
    return row(place.label_lower, *last)


def _maps(figures: Figures, dates: Dates) -> Iterator[BodyMap]:
    """Yield the body map of each third of a period that is long enough."""
    days = figures.days
    if len(days) < _MAPS_FROM:
        return
    ends = [round(len(days) * n / _MAPS) for n in range(_MAPS + 1)]
    for start, end in pairwise(ends):
        some = days[start:end]
        body = pictures.body_map(_only(figures, some))
        caption = body.caption if any(day.count for day in some) else (_("No entries."),)
        yield replace(body, heading=dates.span(some[0].day, some[-1].day), caption=caption)


def _only(figures: Figures, days: Sequence[DaySummary]) -> Figures:
    """Return the figures with the places of some days alone, for a body map."""
    first, last = days[0].day, days[-1].day
    inside = [(day, site, n) for day, site, n in figures.site_days if first <= day <= last]
    counted: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for day, site, n in inside:
        counted[site].append((day, n))
    sites = [
        replace(count, entries=sum(n for _day, n in seen), days=len(seen), first=seen[0][0],
                last=seen[-1][0])
        for count in figures.sites
        if (seen := counted.get(count.site))
    ]  # fmt: skip
    sites.sort(key=lambda count: -count.entries)
    entries = sum(day.count for day in days)
    return replace(figures, sites=tuple(sites), site_days=tuple(inside), entries=entries)


def _weeks(source: Source, figures: Figures) -> Iterator[Item]:
    """Yield the course as a chart, and the calendar with a row a week."""
    for chart in source.charts.values():
        yield Drawn(chart)
    yield Under(_("Calendar"))
    yield prose(_("A number is the day’s entries, 0 a logged day with none, – a day not logged."))
    head = (_("Week of"), *(_(day) for day in _WEEKDAYS), _("Days"), _("Entries"), _("Symptoms"))
    told: dict[date, set[str]] = defaultdict(set)
    for answer in source.visit.symptoms:
        if answer.present and answer.day in figures.period:
            told[_monday(answer.day)].add(answer.kind)
    weeks = groupby(figures.days, key=lambda day: _monday(day.day))
    rows = tuple(_week(monday, tuple(days), told[monday]) for monday, days in weeks)
    yield Wide(Table(head, rows), (2.1, *(0.75,) * 7, 1.2, 1.2, 4))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week(monday: date, days: Sequence[DaySummary], symptoms: set[str]) -> tuple[Prose, ...]:
    by_weekday = {day.day.weekday(): day for day in days}
    counts = [_day(by_weekday.get(number)) for number in range(7)]
    logged = [day for day in days if day.logged]
    twitching = sum(day.count > 0 for day in logged)
    share = f"{twitching}/{len(logged)}" if logged else "–"
    names = [inside(SYMPTOMS[kind].label) for kind in SYMPTOMS if kind in symptoms]
    entries = str(sum(day.count for day in days)) if logged else "–"
    return row(full(monday), *counts, share, entries, ", ".join(names))


def _day(day: DaySummary | None) -> str:
    if day is None:
        return ""
    return "–" if day.state is DayState.NOT_LOGGED else str(day.count)


def _notes(source: Source) -> Iterator[Item]:
    """Yield every note of the period in the person's own words, uncut."""
    found = [
        (twitch.moment.day, _time(twitch), ", ".join(_sites(twitch)), twitch.note)
        for twitch in source.twitches
        if twitch.note.strip()
    ]
    found += [(each.day, "", _("check-in"), each.note) for each in source.checkins]
    if not found:
        yield prose(_("No notes in this period."))
        return
    yield prose(_("In the patient’s own words, neither shortened nor corrected."))
    found.sort(key=lambda note: (note[0], note[1]))
    head = (_("Day"), _("Time"), said("what a note belongs to", "With"), _("Own words"))
    rows = tuple(row(full(day), at, what, quoted(note)) for day, at, what, note in found)
    yield Wide(Table(head, rows), (1.4, 0.7, 2, 5))


def _entries(source: Source) -> Iterator[Item]:
    """Yield one row for each entry, its note aside, which stands among the notes."""
    if not source.twitches:
        yield prose(_("No twitch entries in this period."))
        return
    head = (_("Day"), _("Time"), _("Where"), _("Lasted"), _("Strength"), _("With it"))
    rows = tuple(_entry(twitch) for twitch in source.twitches)
    yield Wide(Table(head, rows), (1.5, 0.8, 3.2, 1.1, 1.1, 3.2))


def _entry(twitch: Twitch) -> tuple[Prose, ...]:
    with_it = [
        quoted(each.words) if each.kind == OWN else inside(each.label) for each in twitch.triggers
    ]
    return row(
        full(twitch.moment.day),
        _time(twitch),
        listed(_sites(twitch)) or "–",
        "–" if twitch.duration_s is None else lasted(twitch.duration_s),
        "–" if twitch.strength is None else inside(twitch.strength.word),
        ", ".join(with_it) or "–",
    )


def _sites(twitch: Twitch) -> list[str]:
    return [site_or_unknown(site).label_lower for site in twitch.sites]


def _time(twitch: Twitch) -> str:
    local = twitch.moment.local
    return f"{local.hour}:{local.minute:02}"
