"""Whatever is typed as a time, a day or a word is understood or refused in a sentence."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from hypothesis import example, given, settings
from hypothesis import strategies as st

from twitchlog.clock import FixedClock
from twitchlog.commands import options
from twitchlog.commands.output import safe
from twitchlog.domain.duration import parse_duration
from twitchlog.domain.errors import BadInput
from twitchlog.domain.moment import Moment
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.site import find, search
from twitchlog.domain.twitch import OWN, TRIGGER_WORDS, Strength

CLOCK = FixedClock(Moment.of(datetime(2026, 6, 18, 21, 4, tzinfo=ZoneInfo("Europe/Berlin"))))
TYPED = st.text(max_size=30) | st.from_regex(r"[0-9hms:\-T+Z ./,]{0,25}", fullmatch=True)


def refused(read, text):
    """Read a text; a refusal is a sentence, and anything else that goes wrong is a failure."""
    try:
        read(text)
    except BadInput as problem:
        sentence = problem.sentence
    else:
        return
    assert sentence.endswith((".", "?"))
    assert len(sentence) < 300


@given(TYPED)
@example("0001-01-01 00:00")
@example("9999-12-31 23:59+00:00")
@example("0001-01-01T00:00+23:59")
@example("24:00")
@example("2026-W25-4 12:00")
@example("२१:०४")
def test_any_text_for_a_time_is_read_or_refused(text):
    refused(lambda at: options.read_moment(CLOCK, ago=None, at=at), text)
    refused(lambda ago: options.read_moment(CLOCK, ago=ago, at=None), text)


@settings(deadline=None)  # looking for the nearest place takes its time
@given(TYPED)
@example("9" * 5000)
@example("1e400h")
@example("٣m")
def test_any_text_for_a_day_a_length_a_strength_or_a_place_is_read_or_refused(text):
    refused(lambda day: options.read_day(day, CLOCK), text)
    refused(parse_duration, text)
    refused(options.read_strength, text)
    refused(PartialDate.parse, text)
    refused(find, text)
    search(text)


@given(st.text(max_size=40))
def test_a_trigger_is_a_built_in_one_or_the_persons_own_words(text):
    trigger = options.read_trigger(text)
    assert trigger.kind in TRIGGER_WORDS or (trigger.kind, trigger.words) == (OWN, text)


def test_strengths_are_known_by_word_and_by_number():
    for strength in Strength:
        for text in (strength.name.lower(), strength.word.upper(), str(int(strength))):
            assert options.read_strength(text) is strength
    assert options.read_strength(None) is None


def test_built_in_triggers_are_known_however_they_are_written():
    for text in ("poor-sleep", "Poor sleep", " POOR  SLEEP "):
        assert options.read_trigger(text).kind == "poor-sleep"


@given(st.text())
def test_what_is_shown_holds_no_character_that_steers_a_terminal(text):
    shown = safe(text)
    assert not set(shown) & {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160))}
