"""What a search is narrowed to is said in plain words."""

from __future__ import annotations

from datetime import date

import pytest

from twitchlog.domain.period import Period
from twitchlog.domain.searching import Filter, Query
from twitchlog.domain.twitch import OWN, Activity, Pattern, Seen, Strength, Trigger
from twitchlog.presenters.search_words import narrowed

TODAY = date(2026, 6, 18)
some = frozenset


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"weekdays": some({2})}, "Wednesdays"),
        ({"weekdays": some({6, 5})}, "Saturdays or Sundays"),
        ({"hours": some({20})}, "20:00 to 21:00"),
        ({"hours": some({23})}, "23:00 to 24:00"),
        ({"hours": some({22, 23, 0, 1})}, "22:00 to 02:00"),
        ({"hours": some({8, 9, 20})}, "08:00 to 10:00 or 20:00 to 21:00"),
        ({"hours": some(range(24))}, "any time of day"),
        ({"sites": some({"calf-left"})}, "left calf"),
        ({"sites": some({"calf-left", "tongue"})}, "tongue or left calf"),
        ({"sites": some({"calf-left", "a-new-place-left"})}, "left calf or left a new place"),
        (
            {"sites": some({"calf-left", "calf-right", "tongue", "chin", "eyelid-left"})},
            "left eyelid, tongue, chin or 2 more",
        ),
        ({"parts": some({"calf"})}, "calf"),
        ({"at_least_s": 60.0, "below_s": 120.0}, "1 to 2 minutes"),
        ({"at_least_s": 30.0, "below_s": 60.0}, "30 seconds to 1 minute"),
        ({"at_least_s": 1.0, "below_s": 2.0}, "1 to 2 seconds"),
        ({"below_s": 10.0}, "under 10 seconds"),
        ({"at_least_s": 7200.0}, "2 hours or longer"),
        ({"no_duration": True}, "no length noted"),
        ({"strengths": some({Strength.MILD, Strength.BARELY})}, "barely felt or mild"),
        ({"patterns": some({Pattern.RIPPLING})}, "rippling"),
        ({"seen": some({Seen.FELT})}, "only felt"),
        ({"activities": some({Activity.AFTER_USE, Activity.REST})}, "at rest or after use"),
        (
            {"triggers": some({Trigger("stress"), Trigger(OWN, "Long drive")})},
            "Long drive or stress",
        ),
        ({"days": some({date(2026, 6, 9)})}, "1 single day"),
        ({"days": some({date(2026, 6, 9), date(2026, 5, 2)})}, "2 chosen days"),
        ({"period": Period(date(2026, 6, 9), date(2026, 6, 9))}, "9 June"),
        ({"period": Period(date(2026, 6, 1), date(2026, 6, 7))}, "1 to 7 June"),
        ({"period": Period(date(2026, 5, 1), date(2026, 5, 31))}, "May 2026"),
        ({"period": Period(date(2024, 2, 1), date(2024, 2, 29))}, "February 2024"),
        ({"period": Period(date(2025, 1, 1), date(2025, 12, 31))}, "2025"),
        ({"period": Period(date(2026, 5, 25), date(2026, 6, 7))}, "25 May to 7 June"),
        ({"period": Period(date(2025, 12, 29), date(2026, 1, 4))}, "29 December 2025 to 4 January"),
    ],
)
def test_each_filter_is_said_as_a_person_would(asked, said):
    assert [each.said for each in narrowed(Query(**asked), today=TODAY)] == [said]


def test_several_are_said_in_a_row_and_each_can_be_dropped():
    query = Query(text="tea", weekdays=some({2}), hours=some({20}), at_least_s=60.0, below_s=120.0)
    assert [(each.filter, each.said) for each in narrowed(query, today=TODAY)] == [
        (Filter.WEEKDAYS, "Wednesdays"),
        (Filter.HOURS, "20:00 to 21:00"),
        (Filter.LENGTH, "1 to 2 minutes"),
    ]
    assert query.without(Filter.LENGTH, Filter.HOURS) == Query(text="tea", weekdays=some({2}))
    assert query.without(*query.filters) == Query(text="tea")


def test_nothing_asked_is_narrowed_by_nothing():
    assert narrowed(Query(text="tea"), today=TODAY) == ()
    assert not Query(text="tea").is_empty
    assert Query().is_empty
    assert not Query(at_least_s=0.0).is_empty
