"""How long a twitch lasted: written, checked, said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.duration import (
    LONGEST_S,
    check_duration,
    length_in_words,
    parse_duration,
    parse_span,
    rounded,
    say_duration,
    say_length,
)
from twitchlog.domain.errors import BadInput


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("20s", 20), ("20", 20), ("20 sec", 20), ("3m", 180), ("3 min", 180), ("1h30m", 5400),
        ("1h 30m 5s", 5405), ("2 hours", 7200), ("1,5 min", 90), ("0.5h", 1800), ("  7 S ", 7),
        ("1 minute", 60), ("2 hrs", 7200), ("24h", LONGEST_S),
    ],
)  # fmt: skip
def test_the_usual_ways_to_write_a_length_are_read(text, seconds):
    assert parse_duration(text) == seconds


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "-5s", "5 apples", "1h30", "s", "5s!", "1h-30m", "١٢ x", "5s" + "x" * 500],
)
def test_what_is_no_length_is_refused_in_a_short_sentence(text):
    with pytest.raises(BadInput) as refused:
        parse_span(text)
    assert len(refused.value.sentence) < 120


@pytest.mark.parametrize("text", ["0s", "0.01s", "25h", "24h1s", "9" * 400 + "h"])
def test_what_cannot_be_the_length_of_a_twitch_is_refused(text):
    with pytest.raises(BadInput):
        parse_duration(text)


@pytest.mark.parametrize("seconds", [float("nan"), float("inf"), -1.0, 0.0, 0.05, 86_400.5])
def test_numbers_that_cannot_be_are_refused(seconds):
    with pytest.raises(BadInput):
        check_duration(seconds)


@given(st.floats(0.1, LONGEST_S))
def test_every_possible_length_is_kept_to_a_tenth_of_a_second_and_can_be_said(seconds):
    kept = check_duration(seconds)
    assert abs(kept - seconds) <= 0.05 + 1e-9
    assert 0 < kept <= LONGEST_S
    assert say_duration(kept)[0].isdigit()


@given(st.integers(1, int(LONGEST_S)))
def test_a_length_in_seconds_is_read_back_as_written(seconds):
    assert parse_duration(f"{seconds}s") == seconds


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.5, "0.5 s"), (5, "5 s"), (70, "70 s"), (119, "120 s"), (120, "2 min"), (150, "2.5 min"),
        (1200, "20 min"), (5399, "90 min"), (5400, "1 h 30 min"), (5880, "1 h 38 min"),
        (7200, "2 h"), (86_400, "24 h"),
    ],
)  # fmt: skip
def test_lengths_are_said_in_seconds_then_minutes_then_hours(seconds, said):
    assert say_duration(seconds) == said


@pytest.mark.parametrize(
    ("seconds", "short", "in_words"),
    [
        (0.5, "0.5 s", "0.5 seconds"),
        (1, "1 s", "1 second"),
        (12.4, "12 s", "12 seconds"),
        (59.96, "1 min", "1 minute"),
        (60, "1 min", "1 minute"),
        (90, "1 min 30 s", "1 minute 30 seconds"),
        (300, "5 min", "5 minutes"),
        (3599.7, "1 hour", "1 hour"),
        (3600, "1 hour", "1 hour"),
        (5400, "1 h 30 min", "1 hour 30 minutes"),
        (7205, "2 hours", "2 hours"),
        (86_400, "24 hours", "24 hours"),
    ],
)
def test_a_length_that_was_logged_is_said_one_way_in_little_room_and_one_in_words(
    seconds, short, in_words
):
    assert say_length(seconds) == short
    assert length_in_words(seconds) == in_words


@given(st.floats(0.1, LONGEST_S))
def test_a_length_as_it_is_said_is_read_back_to_the_minute(seconds):
    allowed = 0.51 if seconds < 3599 else 30.5
    assert abs(parse_duration(say_length(seconds)) - seconds) <= allowed


@given(st.floats(0.1, LONGEST_S))
def test_what_was_worked_out_is_said_to_within_a_tenth(seconds):
    assert abs(rounded(seconds) - seconds) <= max(seconds / 10, 0.051)
