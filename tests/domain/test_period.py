"""A span of days has both its ends, and the usual spans never reach before the diary."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.period import Period, Span

TODAY = date(2026, 6, 18)


def test_both_ends_belong_to_it():
    period = Period(date(2026, 6, 1), date(2026, 6, 3))
    assert period.days == 3
    assert list(period) == [date(2026, 6, 1), date(2026, 6, 2), date(2026, 6, 3)]
    assert date(2026, 6, 1) in period
    assert date(2026, 6, 3) in period
    assert date(2026, 6, 4) not in period


def test_a_span_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="is before"):
        Period(TODAY, TODAY - timedelta(days=1))


@given(first=st.dates(date(1950, 1, 1), date(2050, 1, 1)), days=st.integers(1, 800))
def test_the_span_before_ends_the_day_before_and_is_as_long(first, days):
    period = Period(first, first + timedelta(days=days - 1))
    assert period.days == days == len(list(period))
    assert period.before().days == days
    assert period.before().last + timedelta(days=1) == period.first
    assert period.before(28).days == 28
    assert Period.ending(period.last, days=days) == period


@pytest.mark.parametrize(
    ("span", "days"),
    [(Span.TWO_WEEKS, 14), (Span.MONTH, 28), (Span.THREE_MONTHS, 91), (Span.YEAR, 365)],
)
def test_a_usual_span_ends_today_and_has_its_days(span, days):
    assert span.period(today=TODAY, diary_starts=date(2020, 1, 1)) == Period.ending(
        TODAY, days=days
    )


@given(span=st.sampled_from(Span), started=st.none() | st.dates(date(2000, 1, 1), TODAY))
def test_no_span_reaches_before_the_diary_or_past_today(span, started):
    period = span.period(today=TODAY, diary_starts=started)
    assert period.last == TODAY
    assert period.first >= (started or TODAY)
    if span is Span.ALL:
        assert period.first == (started or TODAY)


def test_a_diary_that_begins_ahead_of_a_clock_set_back_gives_one_day():
    ahead = TODAY + timedelta(days=3)
    assert Span.ALL.period(today=TODAY, diary_starts=ahead) == Period(TODAY, TODAY)


def test_every_span_has_words():
    assert len({span.label for span in Span}) == len(Span)
