"""The page on a terminal, and as data."""

from __future__ import annotations

import json
import re
import textwrap
from datetime import date
from unicodedata import category, east_asian_width

import pytest

from support import golden as five
from twitchlog.domain.profile import Profile
from twitchlog.reports.visit.columns import wrapped
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.own_words import say_rest
from twitchlog.reports.visit.printable import legible
from twitchlog.reports.visit.prose import NBSP, quoted
from twitchlog.reports.visit.text import as_data, write_text


@pytest.fixture
def full(quarter, patient):
    return summarise(quarter.figures(), patient, made=date(2025, 11, 20))


def test_the_text_has_every_block_in_the_order_of_the_page(full):
    text = write_text(full)
    marks = [
        "Muscle twitching: summary for the doctor", "Sample Patient, born 14 May 1984",
        "Signs to check first: 2 reported, 5 answered no", "1 Since when", "2 How long",
        "3 How often", "4 Where", "5 Same place?", "6 Pregnant?", "7 Other symptoms",
        "Where it twitches",
        "Day by day:", "Time of day:", "Medicines and what is taken", "Tests and conditions",
        "What goes with the twitching", "The patient asks", "Self-reported;",
    ]  # fmt: skip
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)
    assert text.endswith("\n")
    assert "\u00a0" not in text


@pytest.mark.parametrize("name", five.NAMES)
@pytest.mark.parametrize("width", [60, 72, 120])
def test_no_line_is_wider_than_asked(golden, name, width):
    text = write_text(golden.summary(name), width=width)
    assert max(map(shown_width, text.splitlines())) <= width


def shown_width(line):
    """Return how wide a line is where letters of East Asia take two columns."""
    wide = sum(east_asian_width(letter) in {"W", "F"} for letter in line)
    return len(line) + wide - sum(category(letter) in {"Mn", "Me", "Cf"} for letter in line)


def test_long_words_of_wide_letters_fill_the_lines_and_no_mark_is_cut_off_its_letter():
    assert wrapped("写作很长的一行文字", 10, first="- ", then="  ") == [
        "- 写作很长", "  的一行文", "  字",
    ]  # fmt: skip
    assert wrapped("ab e\u0301e\u0301e\u0301e\u0301e\u0301", 4) == [
        "ab e\u0301", "e\u0301e\u0301e\u0301e\u0301",
    ]  # fmt: skip
    assert wrapped("写", 1) == ["写"]


def test_text_of_one_column_a_letter_is_wrapped_as_the_standard_library_does():
    said = "A self-reported line of 3-4 words, and a no-break\N{NO-BREAK SPACE}space, after-all."
    for width in range(20, 60):
        expected = textwrap.wrap(said, width, initial_indent="  ", subsequent_indent="    ")
        assert wrapped(said, width, first="  ", then="    ") == expected


@pytest.mark.parametrize("name", five.NAMES)
def test_the_text_says_all_that_the_page_says_and_marks_the_persons_own_words(golden, name):
    summary = golden.summary(name)
    text = squeezed(write_text(summary))
    for answer in summary.answers:
        assert squeezed(answer.printed().plain) in text
        assert not answer.own_words or "(own words)" in answer.printed().plain
    since = summary.since_visit
    assert not since or squeezed(f"{since.label}: {since.said.plain}") in text
    found = [line for _label, lines in summary.signs.rows for line in lines]
    found += [line for block in (summary.medicines, summary.tests, summary.triggers)
              for line in block.told]  # fmt: skip
    for line in found:
        assert squeezed(f"{say_rest(line.said.plain, annex=False)} {line.words()}") in text
    for number, question in enumerate(summary.questions.asked, 1):
        assert squeezed(f"{number}. {quoted(question)}") in text
    for place in summary.body_map.places:
        assert squeezed(f"{place.name}: {place.entries:,} of {summary.entries:,} entries") in text


def squeezed(text):
    """Return text without spaces and line breaks: a long word may be cut anywhere."""
    return "".join(legible(text).replace(NBSP, " ").split())


def test_a_short_diary_lists_its_entries(sparse, newcomer):
    text = write_text(summarise(sparse.figures(), newcomer, made=date(2025, 11, 21)))
    assert "A short diary: every number below rests on 5 logged days." in text
    assert "16 Nov, 22:10, left eyelid, 30 s, barely, “Long day at the screen.”" in text
    assert "17 and 21 Nov: none that day. 19 Nov: not logged." in text


def test_an_empty_diary_is_said_calmly(book):
    text = write_text(summarise(book(days=1).figures(), Profile(), made=date(2025, 11, 20)))
    assert "Name: ____" in text
    assert "Born: ____" in text
    assert "No twitch entries; no day logged yet." in text
    assert "Printed 20 Nov 2025" in text


def test_the_data_is_json_and_its_numbers_agree(full):
    data = json.loads(json.dumps(as_data(full)))
    assert data["entries"] == 153
    assert sum(place["entries"] for place in data["places"]) == 153
    assert (data["days_with_twitching"], data["logged_days"]) == (54, 78)
    assert [answer["number"] for answer in data["answers"]] == [1, 2, 3, 4, 5, 6, 7]
    assert "54 of 78" in data["answers"][2]["answer"]
    assert data["period"] == {"first": "2025-08-23", "last": "2025-11-20", "days": 90}


def test_the_weekly_fractions_add_up_to_answer_three(full):
    fractions = [
        part["text"].split("/") for part in as_data(full)["days_with_twitching_of_days_logged"]
    ]
    assert sum(int(twitching) for twitching, _logged in fractions) == 54
    assert sum(int(logged) for _twitching, logged in fractions) == 78


def test_what_is_said_of_signs_that_were_denied_is_one_statement(golden):
    told = " ".join(write_text(golden.summary("example")).split())
    assert told.count("Answered no: Weakness") == 1
    assert "trouble breathing. Asked once a week: 13 answers, the last on 17 Jun 2026." in told


def test_numbers_of_four_figures_are_written_alike_all_over_the_page(golden):
    """Ten years have thousands of days and entries: without a mark stand years alone."""
    text = write_text(golden.summary("years"))
    assert "1,687 of 3,000 between 18:00 and 22:00." in text
    bare = {int(number) for number in re.findall(r"\d{4,}", text)}
    assert bare <= set(range(1980, 2027))
