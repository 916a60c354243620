"""Typed text is kept in any script; what no file can hold is dropped, what is too long refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.errors import BadInput
from twitchlog.domain.text import NOTE_LIMIT, clean, clean_line


@pytest.mark.parametrize(
    "text",
    ["🦵🏽 👩‍👩‍👧", "رفة في الساق", "left \u202eright\u202c", "日本語", "tab\tand\nline", "é"],
)
def test_text_in_any_script_stays_as_it_is(text):
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b", "ab"),
        ("\x1b[31mred", "[31mred"),
        ("a\ud800b", "ab"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("  edges \n", "edges"),
        ("e\u0301", "é"),
        ("\x00 \x07", ""),
    ],
)
def test_what_a_file_cannot_hold_is_dropped_and_the_rest_tidied(typed, kept):
    assert clean(typed) == kept


def test_a_text_that_is_too_long_is_refused_whole_and_says_how_long_it_may_be():
    assert len(clean("x" * NOTE_LIMIT)) == NOTE_LIMIT
    with pytest.raises(BadInput, match=r"100,000 characters; up to 20,000 fit"):
        clean("x" * 100_000)


def test_a_line_is_one_line():
    assert clean_line(" left \n calf\t ") == "left calf"
    with pytest.raises(BadInput):
        clean_line("x" * 121)


@given(st.text(max_size=200))
def test_cleaning_twice_changes_nothing_more_and_any_file_can_hold_it(text):
    once = clean(text)
    assert clean(once) == once
    assert once.encode("utf-8").decode("utf-8") == once
    assert unicodedata.is_normalized("NFC", once)


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_a_line_has_no_breaks(text):
    assert len(clean_line(text, limit=400).splitlines()) <= 1
