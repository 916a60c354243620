from __future__ import annotations

import itertools
import sys
from datetime import timedelta
from subprocess import run

import pytest

from support.charts import told
from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts.day_by_day import day_by_day
from twitchlog.reports.charts.kinds.dial import HourDial
from twitchlog.reports.charts.kinds.lengths import DurationBars
from twitchlog.reports.charts.kinds.over_time import DayBars, Step
from twitchlog.reports.charts.kinds.places import PlaceBars
from twitchlog.reports.charts.spec import NoPicture
from twitchlog.reports.charts.two_hours import time_of_day

PLAIN = str.maketrans("\u00a0", " ")


def plain(text: str) -> str:
    return text.translate(PLAIN)


def test_the_timeline_says_how_the_last_two_weeks_compare(four_weeks) -> None:
    chart = told(four_weeks).timeline
    assert isinstance(chart, DayBars)
    assert plain(chart.headline) == (
        "Twitching on 8 of the last 12 logged days, 11 of 13 in the two weeks before"
    )
    assert plain(chart.note) == ("Logged on 25 of 28 days. 1.3 twitches a logged day, 2.6 before.")
    assert [plain(bracket.text) for bracket in chart.brackets] == [
        "11 of 13 logged days",
        "8 of 12 logged days",
    ]


def test_every_calendar_day_has_one_of_three_states(four_weeks) -> None:
    chart = told(four_weeks).timeline
    assert isinstance(chart, DayBars)
    states = [bar.state for bar in chart.bars]
    assert len(states) == 28
    assert states[5] is DayState.NOT_LOGGED
    assert states[2] is DayState.NONE
    assert (states[0], chart.bars[0].value) == (DayState.TWITCHES, 4)


def test_the_tallies_under_the_axis_add_up_to_the_period(four_weeks) -> None:
    chart = day_by_day(four_weeks)
    pairs = [bracket.text.split("/") for bracket in chart.brackets]
    assert sum(int(twitching) for twitching, _ in pairs) == four_weeks.twitching
    assert sum(int(logged) for _, logged in pairs) == four_weeks.logged


@pytest.mark.parametrize("days", [90, 200, 400, 1500, 4000])
def test_the_tallies_add_up_over_any_time(figures, days: int) -> None:
    diary = figures(("10.2" * days)[:days])
    brackets = day_by_day(diary).brackets
    pairs = [bracket.text.split("/") for bracket in brackets if bracket.text != "–"]
    assert sum(int(logged) for _, logged in pairs) == diary.logged
    assert all(
        later.first - earlier.last == timedelta(days=1)
        for earlier, later in itertools.pairwise(brackets)
    )
    assert len(brackets) <= 18


def test_dates_of_another_year_than_today_have_theirs_under_the_axis_of_the_page(
    four_weeks,
) -> None:
    last = four_weeks.period.last
    later = day_by_day(four_weeks, today=last.replace(year=last.year + 1))
    assert all(tick.text.endswith(str(last.year)) for tick in later.ticks)
    assert str(last.year) not in day_by_day(four_weeks).ticks[-1].text


def test_the_key_of_the_page_names_only_what_is_in_the_chart(figures) -> None:
    def key(days: str) -> str:
        note = plain(day_by_day(figures(days)).note)
        return note[: note.index("= ")].rpartition(". ")[0]

    assert key("2" * 28) == "Bars: entries a day"
    assert key("20" * 14) == "Bars: entries a day. ○ none that day"
    assert key("2.0." * 7) == "Bars: entries a day. ○ none that day. Hatched: not logged"
    assert key("0" * 28) == "○ none that day"
    assert day_by_day(figures("." * 14)).note == "Hatched: not logged."


def test_a_week_nobody_logged_has_a_dash(figures) -> None:
    chart = day_by_day(figures("1111111" + "." * 7 + "0000000"))
    assert [bracket.text for bracket in chart.brackets] == ["7/7", "–", "0/7"]
    assert "7 of them from 3" in plain(chart.alt)


@pytest.mark.parametrize(
    ("days", "step"), [(120, Step.DAY), (121, Step.WEEK), (700, Step.WEEK), (800, Step.MONTH)]
)
def test_long_periods_show_means_and_say_so(figures, days: int, step: Step) -> None:
    chart = told(figures("2" * days)).timeline
    assert isinstance(chart, DayBars)
    assert chart.step is step
    assert {bar.value for bar in chart.bars} == {2}
    assert ("mean number of twitches on a logged day" in chart.note) is (step is not Step.DAY)
    assert bool(chart.smooth) is (step is Step.DAY)


def test_a_month_nobody_logged_is_not_a_month_without_twitches(figures) -> None:
    chart = told(figures("1" * 400 + "." * 100 + "0" * 100 + "1" * 200)).timeline
    assert isinstance(chart, DayBars)
    states = [bar.state for bar in chart.bars]
    assert DayState.NOT_LOGGED in states
    assert DayState.NONE in states


def test_under_a_week_there_is_no_picture_but_a_promise(figures) -> None:
    chart = told(figures("1.00")).timeline
    assert isinstance(chart, NoPicture)
    assert chart.headline == "The chart over time needs 7 logged days"
    assert chart.note == "3 days are logged so far. A quiet day counts too."


def test_quiet_weeks_are_a_picture_too(figures) -> None:
    chart = told(figures("0" * 14)).timeline
    assert isinstance(chart, DayBars)
    assert chart.headline == "No twitches on any of 14 logged days"


def test_places_are_named_with_their_denominator(four_weeks) -> None:
    chart = told(four_weeks).places
    assert isinstance(chart, PlaceBars)
    assert plain(chart.headline) == "Most often the left calf: 26 of 50 twitches"
    assert chart.bars[0].name == "Left calf"
    assert chart.bars[0].entries == 26


def test_places_not_shown_are_counted_in_words(figures) -> None:
    sites = ("calf-left", "calf-left", "calf-right", "hand-left", "hand-right", "thigh-left",
             "thigh-right", "foot-left")  # fmt: skip
    chart = told(figures("4" * 10, sites=sites)).places
    assert isinstance(chart, PlaceBars)
    assert len(chart.bars) == 5
    assert plain(chart.others) == "and 2 more places, 10 of 40"


def test_a_tie_is_said_to_be_one(figures) -> None:
    two = told(figures("2" * 7, sites=("calf-left", "calf-right"))).places
    assert plain(two.headline) == "Most often the left calf and right calf: 7 of 14 twitches each"
    three = told(figures("3" * 7, sites=("calf-left", "calf-right", "tongue"))).places
    assert plain(three.headline) == "No place stands out: 3 places with 7 of 21 each"


def test_one_place_alone_is_not_called_more_than_it_is(figures) -> None:
    assert told(figures("1")).places.headline == "One twitch: the left calf"
    assert told(figures("11")).places.headline == "All 2 twitches: the left calf"


def test_entries_without_a_place_draw_no_places(figures) -> None:
    chart = told(figures("1" * 8, sites=())).places
    assert isinstance(chart, NoPicture)
    assert plain(chart.note) == ("8 twitches in this time have no place. Logged on 8 of 8 days.")
    assert not chart.wants_entries


def test_the_dial_names_the_busiest_hours_and_what_is_missing(four_weeks) -> None:
    chart = told(four_weeks).dial
    assert isinstance(chart, HourDial)
    assert plain(chart.headline) == "Most often in the evening: 30 of 50 between 20:00 and 23:00"
    assert chart.busiest == (20, 21, 22)
    assert plain(chart.note) == (
        "6 more days with two or more twitches, then the app can say if this is more than chance. "
        "The outer circle is 10 twitches, the dotted one half of that."
    )
    assert chart.sleep is None
    assert sum(chart.hours) == 50


def test_a_rhythm_and_its_absence_are_said_plainly(figures) -> None:
    evening = figures("3" * 30, minutes=(20 * 60, 21 * 60, 20 * 60 + 30, 14 * 60))
    assert told(evening).dial.note == (
        "More than chance alone would often do. "
        "It may also be the hour at which you sit down to log. "
        "The outer circle is 45 twitches, the dotted one half of that."
    )
    assert time_of_day(evening).headline == "Time of day: evening peak"
    spread = figures("7" * 30, minutes=tuple(range(8 * 60, 22 * 60, 47)))
    assert told(spread).dial.headline.startswith("No clear time of day: at most")
    assert time_of_day(spread).headline == "Time of day: no clear peak"


def test_the_page_counts_hours_in_twos(four_weeks) -> None:
    chart = time_of_day(four_weeks)
    assert chart.headline == "Time of day: too early to tell"
    assert len(chart.counts) == 12
    assert sum(chart.counts) == four_weeks.entries
    assert plain(chart.note) == "30 of 50 between 20:00 and 24:00."
    assert plain(chart.alt).startswith("Bar chart of the 50 entries in twelve two-hour bars.")


def test_few_twitches_draw_no_clock(figures) -> None:
    chart = told(figures("1" * 9)).dial
    assert isinstance(chart, NoPicture)
    assert chart.note == "9 twitches are logged in this time."


def test_a_length_is_said_with_its_spread_and_what_is_missing(four_weeks) -> None:
    chart = told(four_weeks).lengths
    assert isinstance(chart, DurationBars)
    assert plain(chart.headline) == "Usually 2 minutes"
    assert plain(chart.note) == (
        "Half of them lasted 45 seconds to 3 minutes 20 seconds, the longest 40 minutes. "
        "41 of 50 without a duration."
    )
    assert chart.counts[chart.usual] > 0
    assert sum(chart.counts) == 9
    assert "10 s to 30 s: 1" in plain(chart.alt)


def test_a_few_lengths_are_listed(figures) -> None:
    chart = told(figures("1" * 8, durations=(10, 30, 120))).lengths
    assert isinstance(chart, NoPicture)
    assert chart.headline == "3 durations in this time"
    assert plain(chart.note) == ("10 seconds, 30 seconds and 2 minutes. 5 of 8 without a duration.")


def test_no_lengths_say_how_to_get_one(figures) -> None:
    chart = told(figures("1" * 8)).lengths
    assert isinstance(chart, NoPicture)
    assert chart.note.startswith("8 twitches in this time have no duration. The timer")


def test_an_empty_diary_has_words_everywhere(figures) -> None:
    charts = told(figures("." * 14))
    for chart in (charts.timeline, charts.places, charts.dial, charts.hours, charts.lengths):
        assert isinstance(chart, NoPicture)
        assert chart.headline
        assert chart.note
        assert chart.alt == f"{chart.headline}. {chart.note}"
        assert chart.wants_entries
    assert day_by_day(figures("." * 14)).headline == "Day by day: too early to compare"
    assert time_of_day(figures("." * 14)).note == "No twitch entries."


@pytest.mark.parametrize(
    ("earlier", "later", "word"),
    [
        ("1" * 28, "10" * 14, "less"),
        ("10" * 14, "1" * 28, "more"),
        ("1" * 28, "1" * 28, "about as"),
    ],
)
def test_the_page_compares_the_last_four_weeks(figures, earlier, later, word) -> None:
    headline = day_by_day(figures(earlier + later)).headline
    assert headline == f"Day by day: {word} often in the last 4 weeks"


def test_the_caption_explains_the_fraction_it_sets_in_bold(four_weeks) -> None:
    chart = day_by_day(four_weeks)
    assert chart.strong == "6/7"
    assert chart.strong in chart.note
    assert "twitching on 6 of the 7 days logged that week" in chart.note


def test_alt_text_carries_the_numbers(four_weeks) -> None:
    alt = plain(day_by_day(four_weeks).alt)
    assert "20 May 2026 to 16 Jun 2026" in alt
    assert "week by week: 5 of 6, 6 of 7, " in alt
    assert "Most entries on a day: 6." in alt
    assert "Not logged on 3 days." in alt


def test_no_words_alarm_or_praise(four_weeks) -> None:
    charts = told(four_weeks)
    for chart in vars(charts).values():
        assert "!" not in chart.headline + chart.note + chart.alt


def test_the_data_of_a_chart_load_no_drawing_library() -> None:
    code = (
        "import sys; import twitchlog.reports.charts.catalogue, twitchlog.reports.charts.picture;"
        " sys.exit(any(name in sys.modules for name in ('matplotlib', 'numpy')))"
    )
    assert run([sys.executable, "-c", code], check=False).returncode == 0
