"""What the page says goes with the twitching, and how sure: from findings stated by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import log

import pytest

from support.asked import plain
from twitchlog.domain.checkin import DayCount
from twitchlog.domain.counts.exposures import Exposures
from twitchlog.domain.factor import FACTORS, Factor, Kind
from twitchlog.domain.period import Period
from twitchlog.reports.triggers.coding import Coding
from twitchlog.reports.triggers.daily import Column, Daily, LeftOut, Why
from twitchlog.reports.triggers.estimating import Estimate
from twitchlog.reports.triggers.estimating import Factor as Found
from twitchlog.reports.triggers.finder import Judged, Look
from twitchlog.reports.triggers.judging import Finding, Lack, Verdict
from twitchlog.reports.visit.dates import Dates
from twitchlog.reports.visit.factor_names import step_name
from twitchlog.reports.visit.trigger_lines import triggers

BATH = Factor("cold-bath", "Cold bath", "", 0, 1, habit=False, kind=Kind.YES_NO, own=True)
KNOWN = {**FACTORS, BATH.id: BATH}
STEPS = {"sleep": -1.0, "caffeine": 100.0, "exercise": 30.0, "stress": 1.0, "screen-time": 1.0}


def column(name, lag=0):
    return Column(name, Coding(STEPS.get(name, 1.0), lag), yes_no=name not in STEPS)


def judged(name, verdict, p, likely=(1.0, 0.9, 1.1), *, days=72, lack=()):
    """Return a finding whose ratio and interval are those of one practical step."""
    one = column(name)
    per_unit = [log(each) / one.step for each in likely]
    interval = (min(per_unit[1:]), max(per_unit[1:]))
    found = Found(one.name, one.step, per_unit[0], 0.1, 0.1, 1.0, p, p, interval, 1.0, None, days)
    return Judged(one, Finding(found, verdict, *lack))


def seen(*found, left_out=(), logged=78, fitted=72):
    rows = tuple((date(2025, 1, 1) + timedelta(days=n), 1, ()) for n in range(fitted))
    table = Daily(logged, tuple(each.column for each in found), rows, tuple(left_out))
    estimate = Estimate(fitted, 90, 40, 0.5, True, tuple(each.finding.factor for each in found))
    return Look(table, estimate, tuple(found))


def told(look, *, logged=78, sooner=0):
    """Return the block of a page of 90 days, of which `logged` are; `sooner` days come before."""
    period = Period.ending(date(2025, 11, 20), days=90)
    days = [DayCount(day, 1, logged=n < logged) for n, day in enumerate(period)]
    before = period.before(sooner) if sooner else ()
    given = Exposures(
        (*(DayCount(day, 1, logged=True) for day in before), *days), {}, KNOWN
    )  # fmt: skip
    return triggers(look, given, dates=Dates(period, period.last))


def lines(block):
    return [plain(line.said.plain) for line in block.lines]


def rows(block):
    return [tuple(plain(cell.plain) for cell in row) for row in block.table.rows]


SAMPLE = seen(
    judged("exercise", Verdict.NO_LINK, 0.9, (1.01, 0.84, 1.21)),
    judged("caffeine", Verdict.POSSIBLY, 0.03, (1.24, 1.04, 1.48)),
    judged("stress", Verdict.UNCLEAR, 0.5, (1.2, 0.8, 1.7)),
    judged("sleep", Verdict.LINKED, 0.001, (1.42, 1.17, 1.72)),
    judged("cold-bath", Verdict.NOT_ENOUGH, 0.5, lack=(Lack.DAYS, 5)),
    left_out=(
        LeftOut(column("alcohol", 1), Why.MISSING, 12),
        LeftOut(column("cold"), Why.SAME, 78),
        LeftOut(column("water"), Why.SWITCHES, 78, switches=0),
        LeftOut(column("magnesium"), Why.SWITCHES, 78, switches=2),
    ),
)


def test_three_rows_stand_by_verdict_with_their_ranges_and_the_rest_is_named():
    block = told(SAMPLE)
    assert rows(block) == [
        ("1 h less sleep", "× 1.42 (1.17 to 1.72)", "linked"),
        ("100 mg more caffeine", "× 1.24 (1.04 to 1.48)", "possibly linked"),
        ("30 min more exercise", "× 1.01 (0.84 to 1.21)", "no link seen"),
    ]
    assert [row[2].bold for row in block.table.rows] == ["linked", "", ""]
    assert lines(block) == [
        (
            "Unclear: stress. Too few days: “Cold bath”, alcohol the day before. Begun or stopped"
            " under 4 times: magnesium. The same on every day: being cold, water. 9 factors looked"
            " at. 5 fitted together on 72 logged days. Going together does not show that one causes"
            " the other."
        )
    ]


def test_on_a_full_page_what_has_no_link_is_a_sentence_and_what_is_open_a_count():
    block = told(SAMPLE)
    assert block.printed(step=2) is block
    brief = block.printed(step=3)
    assert [row[0] for row in rows(brief)] == ["1 h less sleep", "100 mg more caffeine"]
    assert brief.printed(step=7) is brief
    narrow = brief.printed(step=8)
    assert narrow.table is None
    assert lines(narrow)[:3] == [
        "Times as many entries (likely range) on days with:",
        "1 h less sleep, × 1.42 (1.17 to 1.72), linked",
        "100 mg more caffeine, × 1.24 (1.04 to 1.48), possibly linked",
    ]
    assert lines(brief)[0].startswith(
        "No link seen: 30 min more exercise. 9 factors looked at: 1 unclear, 5 not judged."
    )


def test_no_more_than_three_rows_and_what_is_linked_beyond_keeps_its_figures():
    block = told(
        seen(
            judged("sleep", Verdict.LINKED, 0.001, (1.4, 1.2, 1.7)),
            judged("caffeine", Verdict.LINKED, 0.002, (1.3, 1.1, 1.6)),
            judged("stress", Verdict.LINKED, 0.003, (1.3, 1.1, 1.6)),
            judged("screen-time", Verdict.LINKED, 0.004, (1.2, 1.05, 1.5)),
        )
    )
    for step in (0, 3):
        shown = block.printed(step=step)
        assert [row[0] for row in rows(shown)] == [
            "1 h less sleep", "100 mg more caffeine", "1 of 3 steps more stress",
        ]  # fmt: skip
        assert lines(shown)[0].startswith(
            "Also linked: 1 h more screen time × 1.20 (1.05 to 1.50). 4 factors looked at."
        )


def test_where_nothing_is_linked_but_something_has_no_link_no_factor_stands_out():
    flat = judged("exercise", Verdict.NO_LINK, 0.9, (1.01, 0.84, 1.21))
    block = told(seen(flat, judged("stress", Verdict.UNCLEAR, 0.5)))
    for step in (0, 3):
        assert lines(block.printed(step=step))[0].startswith("No factor stands out.")


def test_where_all_is_open_nothing_can_be_told_yet():
    block = told(seen(judged("stress", Verdict.UNCLEAR, 0.5)))
    assert block.table is None
    assert lines(block)[0].startswith(
        "Nothing can be told yet. Unclear: stress. 1 factor looked at."
    )


def test_it_says_where_missing_answers_stand_among_the_days():
    (line,) = lines(told(seen(judged("stress", Verdict.UNCLEAR, 0.5, days=60))))
    assert "1 fitted on 72 logged days. Known on 60, gaps estimated." in line
    few, all_ = (
        judged(n, Verdict.UNCLEAR, 0.5, days=d) for n, d in (("stress", 60), ("sleep", 72))
    )
    (line,) = lines(told(seen(few, all_)))
    assert "Each known on 60 to 72, gaps estimated." in line


def test_under_sixty_logged_days_nothing_is_tested():
    said = "Too early: this needs 60 logged days; 5 so far. Nothing was tested."
    assert lines(told(None, logged=5)) == [said]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            Daily(78, (), (), ()),
            "Nothing was tested: what is done and taken on a day is not recorded yet.",
        ),
        (
            Daily(78, (), (), (LeftOut(column("sleep"), Why.MISSING, 30),)),
            "Nothing was tested. Too few days: sleep.",
        ),
    ],
)
def test_what_is_missing_is_said_where_nothing_can_be_compared(table, said):
    assert lines(told(Look(table, None, ()))) == [said]


@pytest.mark.parametrize(
    ("name", "lag", "yes_no", "said"),
    [
        ("magnesium", 0, True, "magnesium"),
        ("caffeine", 0, True, "any caffeine"),
        ("alcohol", 1, False, "1 drink more, the day before"),
        ("sleep-quality", 0, False, "2 points more sleep quality"),
        ("cold-bath", 0, True, "“Cold bath”"),
    ],
)
def test_a_practical_step_is_named_in_few_words(name, lag, yes_no, said):
    step = 2.0 if name == "sleep-quality" else 10.0
    assert plain(step_name(Column(name, Coding(step, lag), yes_no=yes_no), KNOWN[name])) == said


def test_where_it_rests_on_more_days_than_the_page_it_says_since_when():
    (line,) = lines(told(seen(judged("stress", Verdict.UNCLEAR, 0.5)), sooner=10))
    assert "1 fitted on 72 logged days since 13 Aug 2025. Going" in line


@pytest.mark.parametrize(
    ("since", "said"),
    [
        (
            None,
            (
                "Suspect named before looking: 1 h less sleep, × 1.30 (1.05 to 1.60), linked;"
                " tested alone."
            ),
        ),
        (
            date(2025, 10, 2),
            (
                "Suspect named on 2 Oct: 1 h less sleep, × 1.30 (1.05 to 1.60), linked; tested"
                " alone on the days after it."
            ),
        ),
    ],
)
def test_a_named_suspect_is_said_to_be_one_and_to_be_tested_alone(since, said):
    suspect = replace(judged("sleep", Verdict.LINKED, 0.03, (1.3, 1.05, 1.6)), since=since)
    look = replace(seen(judged("stress", Verdict.UNCLEAR, 0.5)), suspect=suspect)
    first, rest = lines(told(look))
    assert first == said
    assert rest.startswith("Unclear: stress.")


def test_what_is_tried_by_lot_or_left_out_by_choice_is_named():
    look = seen(
        judged("stress", Verdict.UNCLEAR, 0.5),
        left_out=(LeftOut(column("caffeine"), Why.TRIED, 70),),
    )
    look = replace(look, table=replace(look.table, unseen=(column("screen-time"),)))
    (line,) = lines(told(look))
    assert "Being tried by lot: caffeine. Left out by the patient: screen time." in line
