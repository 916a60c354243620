"""How strong the twitches were, over time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.domain.searching import Query
from twitchlog.domain.twitch import Strength
from twitchlog.reports.charts import words
from twitchlog.reports.charts.chart import DAYS, Ask, Chart
from twitchlog.reports.charts.kinds import shares
from twitchlog.reports.charts.kinds.shares import ShareBars
from twitchlog.reports.charts.spec import NoPicture, no_picture
from twitchlog.reports.patterns.answers import (
    FEWEST,
    LATELY_DAYS,
    Given,
    lately,
    middle,
    over_time,
    reaching_back,
    together,
)
from twitchlog.reports.patterns.stretches import every, stretches
from twitchlog.translation import _, mark, ngettext, numeral

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.counts.answers import Answers

_INSIDE: Final = (mark("barely felt"), mark("mild"), mark("clear"), mark("strong"))
"""The four words inside a sentence."""


def tell(answers: Answers, ask: Ask) -> ShareBars | NoPicture:
    """Return the shares of the four strengths; under five strengths they are listed instead.

    `answers` reach back as far as `lately` needs.
    """
    whole = together(answers, ask.period)
    levels = tuple(strength.word for strength in Strength)
    if whole.answered < FEWEST:
        return _few(whole, levels, ask)
    each = every(ask.period)
    parts = over_time(answers, stretches(ask.period, each))
    late, before = lately(answers) if ask.period.days >= LATELY_DAYS else (None, None)
    return ShareBars(
        headline=_headline(whole, late, before, ask),
        note=f"{_note(whole, late, before, ask)} {shares.each_bar(each)} "
        f"{words.logged(whole.logged, ask.period.days)}",
        alt=shares.alt(_("how strong the twitches were"), parts, levels, today=ask.today),
        table=shares.table(
            parts,
            levels,
            [Query(period=part.days) for part in parts],
            without=_("Not said"),
            today=ask.today,
        ),
        levels=levels,
        bars=shares.bars(parts),
        ticks=shares.ticks(parts, each),
        every=each,
    )


def _headline(whole: Given, late: Given | None, before: Given | None, ask: Ask) -> str:
    """Say the middle strength, lately and before where both are known: the median, not the mode."""
    now = _usual(late) if late is not None else ""
    then = _usual(before) if before is not None else ""
    if not now or not then:
        return _("Middle strength: {strength}").format(strength=_usual(whole))
    when = _late_weeks(ask)
    if now == then:
        return _("Middle strength {when}: {strength}, as in the 4 before").format(
            strength=now, when=when
        )
    return _("Middle strength {when}: {strength}; {earlier} in the 4 before").format(
        strength=now, when=when, earlier=then
    )


def _late_weeks(ask: Ask) -> str:
    if not ask.past:
        return _("in the last 4 weeks")
    return _("in the 4 weeks up to {day}").format(
        day=words.one_day(ask.period.last, today=ask.today)
    )


def _usual(given: Given) -> str:
    """Say the middle of the strengths: *mild*, *mild to clear*; empty where there are too few."""
    found = middle(given.given)
    if found is None:
        return ""
    low, high = (_(_INSIDE[at]) for at in found)
    return low if low == high else _("{low} to {high}").format(low=low, high=high)


def _note(whole: Given, late: Given | None, before: Given | None, ask: Ask) -> str:
    """Say how many have a strength; lately and before, unless the four weeks are the whole time."""
    said = ngettext(
        "{count} twitch has a strength", "{count} twitches have a strength", whole.entries
    ).format(count=words.of(whole.answered, whole.entries))
    if late is None or before is None or not (late.entries and before.entries):
        return f"{said}."
    earlier = words.of(before.answered, before.entries)
    if late.days == whole.days:
        return _("{said}, {before} in the 4 weeks before.").format(said=said, before=earlier)
    return _("{said}; {when} {late}, in the 4 before {before}.").format(
        said=said,
        when=_late_weeks(ask),
        late=words.of(late.answered, late.entries),
        before=earlier,
    )


def _few(whole: Given, levels: tuple[str, ...], ask: Ask) -> NoPicture:
    nothing = _("No strengths in this time") if ask.diary_starts else _("No strengths yet")
    if not whole.entries:
        headline, note = nothing, _("No twitches are logged in this time.")
    elif not whole.answered:
        headline = nothing
        note = ngettext(
            "{n} twitch in this time has no strength. The log sheet asks how strong it is.",
            "{n} twitches in this time have no strength. The log sheet asks how strong each is.",
            whole.entries,
        ).format(n=numeral(whole.entries))
    else:
        headline = ngettext(
            "One strength in this time", "{n} strengths in this time", whole.answered
        ).format(n=whole.answered)
        note = _("{strengths}. A picture comes after {n}.").format(
            strengths=shares.counted(whole, levels), n=FEWEST
        )
    return no_picture(headline, note, wants_entries=not whole.entries)


def _read(diary: Diary, ask: Ask) -> Answers:
    return diary.counts.strengths(reaching_back(ask.period))


CHART: Final = Chart("strength", mark("How strong"), DAYS, _read, tell)
