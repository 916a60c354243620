"""How often each answer was given is added up by the days that entries are of."""

from __future__ import annotations

from datetime import date

import pytest

from support.asked import at
from twitchlog.domain.period import Period
from twitchlog.domain.twitch import Activity, Pattern, Seen, Strength

BOTH_CHANGES = Period(date(2025, 10, 25), date(2026, 3, 30))


def given(answers) -> dict[str, tuple[int, ...]]:
    return {str(each.day): (each.entries, *each.given) for each in answers.days}


def test_strengths_are_counted_by_day_with_those_not_said(diary):
    """Day 1: mild, mild, strong, one not said. Day 2 is quiet, day 3 not logged, day 4 barely."""
    for hour, strength in ((8, 2), (9, 2), (10, 4), (11, None)):
        kept = None if strength is None else Strength(strength)
        diary.twitches.log(["calf-left"], moment=at(f"2026-06-01 {hour:02}:00"), strength=kept)
    diary.checkins.none_today(date(2026, 6, 2))
    diary.twitches.log(["tongue"], moment=at("2026-06-04 23:59"), strength=Strength.BARELY)
    found = diary.counts.strengths(Period(date(2026, 6, 1), date(2026, 6, 5)))
    assert given(found) == {"2026-06-01": (4, 0, 2, 0, 1), "2026-06-04": (1, 1, 0, 0, 0)}
    assert found.quiet == {date(2026, 6, 2)}
    assert (found.logged, found.offered) == (3, 4)
    assert not diary.counts.strengths(Period(date(2026, 5, 1), date(2026, 5, 31))).days


def test_a_day_of_23_or_25_hours_counts_as_any_other(diary):
    """On 26 October 2025 2:30 comes twice, on 29 March 2026 it never does: 3 and 2 entries."""
    for moment in (
        at("2025-10-26 02:30"),
        at("2025-10-26 02:30", second=True),
        at("2025-10-26 23:50"),
        at("2026-03-29 01:59"),
        at("2026-03-29 03:01"),
    ):
        diary.twitches.log(
            ["calf-left"], moment=moment, strength=Strength.CLEAR, pattern=Pattern.RIPPLING
        )
    expected = {"2025-10-26": (3, 0, 0, 3, 0), "2026-03-29": (2, 0, 0, 2, 0)}
    assert given(diary.counts.strengths(BOTH_CHANGES)) == expected
    assert given(diary.counts.movement(BOTH_CHANGES).pattern) == expected


def test_the_three_answers_about_movement_are_counted_apart(diary):
    """Three entries: rippling, seen, at rest; rippling, only felt; nothing said."""
    moment = at("2026-06-01 08:00")
    diary.twitches.log(
        ["calf-left"], moment=moment,
        pattern=Pattern.RIPPLING, seen=Seen.VISIBLE, activity=Activity.REST,
    )  # fmt: skip
    diary.twitches.log(["calf-left"], moment=moment, pattern=Pattern.RIPPLING, seen=Seen.FELT)
    diary.twitches.log(["calf-left"], moment=moment)
    found = diary.counts.movement(Period(moment.day, moment.day))
    assert given(found.pattern) == {"2026-06-01": (3, 0, 0, 2, 0)}
    assert given(found.seen) == {"2026-06-01": (3, 1, 1)}
    assert given(found.activity) == {"2026-06-01": (3, 1, 0, 0)}


@pytest.mark.parametrize("kind", ["strengths", "movement"])
def test_an_empty_diary_has_no_answers(diary, kind):
    found = getattr(diary.counts, kind)(BOTH_CHANGES)
    answers = found if kind == "strengths" else found.pattern
    assert (answers.days, answers.quiet, answers.logged) == ((), frozenset(), 0)
