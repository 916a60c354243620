"""Since when, how long and how often: the first three questions, and what all answers share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.profile import QUESTIONS, Onset
from twitchlog.reports.patterns.comparison import ENOUGH_LOGGED, RECENT_DAYS, Change, recent
from twitchlog.reports.patterns.durations import durations
from twitchlog.reports.patterns.series import busiest, median_a_logged_day
from twitchlog.reports.patterns.spells import spells
from twitchlog.reports.visit import rest_lines
from twitchlog.reports.visit.dates import ago, full, lasted, number, partial, percent
from twitchlog.reports.visit.prose import Prose, kept, listed, of, prose
from twitchlog.reports.visit.summary import Answer
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from twitchlog.domain.counts.rest import RestTally
    from twitchlog.domain.figures import Figures
    from twitchlog.domain.profile import Profile
    from twitchlog.reports.patterns.comparison import Comparison
    from twitchlog.reports.visit.dates import Dates

LABELS: Final = (
    mark("Since when"),
    mark("How long"),
    mark("How often"),
    mark("Where"),
    mark("Same place?"),
    mark("Pregnant?"),
    mark("Other symptoms"),
)
PERCENT_FROM: Final = 20
_FEW_DAYS: Final = 3
_BREAKS_FROM: Final = 7
"""From so many logged days on breaks are counted, here as in the chart."""
_ONSETS: Final = {
    Onset.SUDDEN: mark("Began suddenly."),
    Onset.GRADUAL: mark("Began little by little."),
}


def answer(
    n: int,
    profile: Profile,
    said: Prose,
    *,
    short: str,
    recorded: bool,
    after_own: Prose | None = None,
    shorter: Prose | None = None,
) -> Answer:
    """Return the answer to question `n` with the person's own words put to it."""
    mine = profile.own_words.get(n, "").strip()
    return Answer(
        number=n,
        question=_(QUESTIONS[n - 1]),
        label=_(LABELS[n - 1]),
        said=said,
        short=short,
        recorded=recorded or bool(mine),
        own_words=mine,
        after_own=prose(_("Diary:")) + said if after_own is None else after_own,
        shorter=shorter or Prose(),
    )


def not_recorded() -> Prose:
    """Return the words for a question without an answer."""
    return prose(_("**Not recorded yet.**"))


def since_when(figures: Figures, profile: Profile, *, made: date) -> Answer:
    """Answer 1 from the person's own date, else from the first entry, and say which.

    How fast it began follows, where the person says it.
    """
    first, own = figures.first_entry, profile.first_noticed
    began = prose(_(_ONSETS[profile.onset])) if profile.onset else Prose()
    entry = prose(_("Diary: first entry {date}."), date=full(first)) if first else Prose()
    if own is not None:
        given = {True: _("date"), False: _("month")}[own.day is not None]
        given = given if own.month else _("year")
        distance = ago(own, made)
        said = prose(
            _("**{date}**{ago} ({given} given by patient)."),
            date=partial(own),
            ago=f", {distance}" if distance else "",
            given=given,
        )
        short = _("{date} (your own date)").format(date=partial(own))
        said += began
        return answer(1, profile, said, short=short, recorded=True, after_own=said)
    if first is None:
        short = _("Not recorded yet")
        return answer(
            1, profile, not_recorded() + began, short=short, recorded=bool(began), after_own=began
        )
    said = prose(
        _("**{date}**, the first entry in this diary. The patient’s own date: not recorded yet."),
        date=full(first),
    )
    short = _("{date}, the first entry in this diary").format(date=full(first))
    return answer(1, profile, said + began, short=short, recorded=True, after_own=entry + began)


def how_long(figures: Figures, profile: Profile) -> Answer:
    """Answer 2: how long a twitch lasts, and how many breaks there are."""
    found = durations(figures.lengths)
    spell = _breaks(figures)
    missing = (
        _("{share} without a duration.").format(share=of(found.without, found.entries))
        if found.without
        else _("None without a duration.")
    )
    if not found.entries:
        return answer(2, profile, not_recorded(), short=_("Not recorded yet"), recorded=False)
    if not found.recorded:
        count = ngettext(
            "{n} entry without a duration", "{n} entries without a duration", found.without
        )
        said = prose(
            _("**Not recorded yet** ({count})."), count=count.format(n=numeral(found.without))
        )
        return answer(2, profile, said + spell, short=_("Not recorded yet"), recorded=False)
    if not found.enough:
        each = listed([lasted(seconds) for seconds in figures.lengths.few])
        said = prose(
            _("**{each}** (all that were recorded). {missing}"), each=each, missing=missing
        )
        return answer(2, profile, said + spell, short=each, recorded=True)
    assert found.median is not None
    assert found.low is not None
    assert found.high is not None
    assert found.longest is not None
    half = _("{low} to {high}").format(low=lasted(found.low), high=lasted(found.high))
    words = {"median": lasted(found.median), "half": kept(half), "longest": lasted(found.longest)}
    said = prose(
        _("**Usually {median}** (median; middle half {half}; longest {longest}). {missing}"),
        **words,
        missing=missing,
    )
    short = _("Usually {median}; half of them {half}, the longest {longest}").format(**words)
    if found.without:
        without = _("{share} without").format(share=of(found.without, found.entries))
        short = f"{short} ({without})"
    return answer(2, profile, said + spell, short=short, recorded=True)


def how_often(
    figures: Figures, profile: Profile, dates: Dates, rest: Sequence[RestTally] = ()
) -> Answer:
    """Answer 3: days with twitching of the days logged, how the last 4 weeks compare, at rest."""
    counted = rest_lines.sentence(rest, dates)
    share = of(figures.twitching, figures.logged)
    if not figures.entries:
        if not figures.logged:
            said = prose(_("**No twitch entries**; no day logged yet."))
            return answer(3, profile, said, short=_("Not recorded yet"), recorded=False)
        pattern = ngettext(
            "**No twitch entries**; none on {share} logged day.",
            "**No twitch entries**; none on {share} logged days.",
            figures.logged,
        )
        said = prose(pattern, share=of(figures.logged, figures.logged))
        return answer(3, profile, said + counted, short=said.plain.removesuffix("."), recorded=True)
    change = _change(recent(figures.days))
    top = busiest(figures.days)
    assert top is not None
    if is_short(figures) or figures.logged < PERCENT_FROM:
        pattern = ngettext(
            "**On {share} logged day.** Most entries on a day: {most}{days}.",
            "**On {share} logged days.** Most entries on a day: {most}{days}.",
            figures.logged,
        )
        said = prose(pattern, share=share, most=top.entries, days=_on(top.days, dates))
        return answer(
            3, profile, said + change + counted, short=said.plain.removesuffix("."),
            recorded=True, shorter=said + change,
        )  # fmt: skip
    middle = median_a_logged_day(figures.days) or 0
    usual = ngettext("{n} entry a logged day", "{n} entries a logged day", middle)
    words = {
        "share": share,
        "percent": percent(figures.twitching, figures.logged),
        "usual": usual.format(n=number(middle)),
        "most": top.entries,
    }
    said = prose(
        _("**On {share} logged days** ({percent}). Median {usual}, most {most}{days}."),
        **words,
        days=_on(top.days, dates),
    )
    short = _("On {share} logged days ({percent}). Median {usual}, most {most}").format(**words)
    return answer(
        3, profile, said + change + counted, short=short, recorded=True, shorter=said + change
    )


def is_short(figures: Figures) -> bool:
    """Whether a diary is short: under 14 logged days or under 10 entries."""
    return figures.logged < ENOUGH_LOGGED or figures.entries < 10


def comparable(found: Comparison) -> bool:
    """Whether the last 28 days and the 28 before them have 14 logged days each."""
    return found.change is not Change.TOO_EARLY and found.earlier_days == RECENT_DAYS


def entries_words(count: int) -> str:
    """Return `4 entries`."""
    return ngettext("{n} entry", "{n} entries", count).format(n=numeral(count))


def _breaks(figures: Figures) -> Prose:
    found = spells(figures.days)
    if not found.logged or not figures.entries:
        return Prose()
    if found.longest is None or found.logged < _BREAKS_FROM:
        return Prose()
    longest = ngettext("{n} logged day", "{n} logged days", found.longest.days)
    pattern = ngettext(
        "One break without twitching, of {longest}.",
        "{n} breaks without twitching, the longest {longest}.",
        len(found.breaks),
    )
    return prose(
        pattern, n=numeral(len(found.breaks)), longest=longest.format(n=numeral(found.longest.days))
    )


def _change(found: Comparison) -> Prose:
    if not comparable(found):
        return prose(_("Too early to compare two periods."))
    return prose(
        _("Last 28 days: {later} logged days; the 28 days before: {earlier}."),
        later=of(found.later.twitching, found.later.logged),
        earlier=of(found.earlier.twitching, found.earlier.logged),
    )


def _on(days: tuple[date, ...], dates: Dates) -> str:
    said = dates.many(days) if len(days) <= _FEW_DAYS else ""
    if not said:
        said = _("on {n} days").format(n=len(days))
    return kept(" ") + f"({said})" if len(days) <= _FEW_DAYS else f" ({said})"
