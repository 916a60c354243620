"""Whatever a person types is printed as text, on one page, inside its margins."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date

import pdfplumber
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twitchlog.domain.profile import Visit
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.own_words import REST, cut_quote
from twitchlog.reports.visit.pdf import compose
from twitchlog.reports.visit.printable import REPLACEMENT, ems, printable

NOV_20 = date(2025, 11, 20)
NASTY = (
    "#panic() *bold* $x^2$ `raw` <label> @ref \\ // comment /* [ { ** {0} %s",
    "\u202edrow sdrawkcab\u202c", "\x00\x07\x1b[31m\ud800\ue000\uffff\u2028",
    "W" * 60, "i" * 20_000, "long words " * 1_800, "אבג דהו 123", "منذ الربيع", "e\u0301" * 200,
)  # fmt: skip


def fill(profile, words):
    """Return the profile with `words` in every place a person can write in."""
    return replace(
        profile,
        name=words[:120],
        visit=Visit(NOV_20, words[:120]),
        own_words=dict.fromkeys(range(1, 8), words),
        medicines=words,
        tests=words,
        conditions=words,
        questions=(words,) * 7,
    )


def page(visit, profile, paper):
    return compose(summarise(visit, profile, made=NOV_20), paper=paper)


@pytest.mark.parametrize("words", NASTY, ids=range(len(NASTY)))
def test_hostile_words_everywhere_still_make_one_page(quarter, patient, words):
    made = page(quarter.figures(), fill(patient, words), "a4")
    assert made.pages == 1
    with pdfplumber.open(io.BytesIO(made.content)) as pdf:
        chars = [char for char in pdf.pages[0].chars if char["text"].strip()]
        text = pdf.pages[0].extract_text()
    assert max(char["x1"] for char in chars) <= pdf.pages[0].width - 15 * 72 / 25.4 + 0.5
    assert max(char["bottom"] for char in chars) <= pdf.pages[0].height - 12 * 72 / 25.4 + 0.5
    assert min(char["size"] for char in chars) >= 8.99
    assert "7 Other" in text
    assert "Page 1 of 1" in text


def test_markup_is_printed_as_it_was_typed(few_words):
    text = few_words('#panic("x") *bold* $x$ = Head <b> {name} **')
    assert '#panic("x") *bold* $x$ = Head <b> {name} **' in text


def test_the_sign_of_a_pasted_picture_is_not_taken_for_a_place_to_read_on(few_words):
    assert "more in the diary" not in few_words("Like this \N{OBJECT REPLACEMENT CHARACTER} here")


@pytest.fixture
def few_words(sparse, newcomer):
    """Return a function that prints one own answer and reads the page back."""

    def text_of(words):
        profile = replace(newcomer, own_words={1: words})
        made = page(sparse.figures(), profile, "letter")
        with pdfplumber.open(io.BytesIO(made.content)) as pdf:
            return " ".join(pdf.pages[0].extract_text().split())

    return text_of


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(words=st.text(min_size=1, max_size=400))
def test_any_text_compiles_to_one_page(sparse, newcomer, words):
    made = page(sparse.figures(), fill(newcomer, words), "letter")
    assert made.pages == 1


@given(st.text(max_size=300))
def test_printable_text_has_nothing_that_reorders_or_breaks_a_page(words):
    shown = printable(words)
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x1b\n")
    assert printable(shown) == shown
    assert all(ems(piece) <= 16.0 for piece in re.split(r"[\s\u200b]", shown))


@given(st.text(alphabet=st.characters(codec="ascii", categories=["L", "N"]), max_size=22))
def test_ordinary_words_are_left_alone(words):
    assert printable(words).replace("\u200b", "") == words


def test_what_no_font_shows_is_marked_and_not_dropped():
    assert printable("a\ue000b\ud800c") == f"a{REPLACEMENT}b{REPLACEMENT}c"


def test_cut_words_end_at_a_word_and_say_where_the_rest_is():
    assert cut_quote("one two three four", 9) == f"“one two…” ({REST})"
    assert cut_quote("one two", 9) == "“one two”"


def test_very_many_notes_and_signs_keep_to_the_first_page_what_a_doctor_needs(sparse, patient):
    """Blocks move to page 2 before page 1 loses an answer; where the rest is, is said."""
    for n in range(6):
        sparse.log(NOV_20, "calf-left", lasted=3.0 + n, note="long words " * 1_800)
    for kind in ("breathing", "swallowing", "speaking", "feeling", "muscle-loss", "cramps"):
        sparse.symptom(kind, NOV_20, present=True, where="W" * 120, words="long words " * 1_800)
    made = page(sparse.figures(), fill(patient, "long words " * 1_800), "letter")
    assert made.layout.columns != "flowing"
    with pdfplumber.open(io.BytesIO(made.content)) as pdf:
        first, *others = (sheet.extract_text() for sheet in pdf.pages)
    assert "7 Other" in first
    said = " ".join(first.replace("\u00a0", " ").split())
    for sign in ("breathing", "swallowing", "speaking"):
        assert f"Trouble {sign}: yes in 1 of 2 answers, last 20 Nov 2025; now gone" in said
    assert "Self-reported; general information" in first
    for heading in re.findall("(?m)^(.*): see page 2", first):
        assert heading in others[0]
