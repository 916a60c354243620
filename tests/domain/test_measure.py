"""Values of a laboratory are read as written, and marked by its own range alone."""

from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twitchlog.domain.analyte import ANALYTES
from twitchlog.domain.errors import BadInput
from twitchlog.domain.measure import (
    Measure,
    check_measure,
    read_amount,
    read_measure,
    read_number,
    read_range,
    say_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.4", 3.4),
        ("3,4", 3.4),
        (" 140 ", 140),
        ("-2.5", -2.5),
        ("−2,5", -2.5),
        ("0,123", 0.123),
        ("1.234", 1.234),
        ("1200,5", 1200.5),
    ],
)
def test_a_number_is_read_with_a_point_or_a_comma(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize("text", ["", "three", "1.2.3", "1,2,3", "1e9", "nan", "9" * 400, "3,"])
def test_what_is_no_number_is_refused(text):
    with pytest.raises(BadInput, match="is not a number"):
        read_number(text)


def test_a_number_that_can_be_read_in_two_ways_is_asked_for_again():
    with pytest.raises(BadInput, match=r"Write 1200 or 1\.2\."):
        read_number("1,200")


@given(st.floats(-1e9, 1e9).map(lambda number: round(number, 6)))
def test_a_number_is_read_back_as_it_is_said(number):
    assert read_number(say_number(number)) == number


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("3.5-5.1", (3.5, 5.1)),
        ("3,5 – 5,1", (3.5, 5.1)),
        ("3.5 to 5.1", (3.5, 5.1)),
        ("< 170", (None, 170)),
        ("≤170", (None, 170)),
        (">60", (60, None)),
        (">= 60", (60, None)),
        ("", (None, None)),
        ("-3--1", (-3, -1)),
    ],
)
def test_a_range_is_read_in_every_usual_form(text, ends):
    assert read_range(text) == ends


@pytest.mark.parametrize("text", ["normal", "3.5", "3.5-", "1-2-3"])
def test_what_is_no_range_is_refused(text):
    with pytest.raises(BadInput):
        read_range(text)


def test_a_whole_value_is_read_from_one_line():
    assert read_measure("potassium=3.4 mmol/l (3.5-5.1)") == Measure(
        "potassium", 3.4, "mmol/l", 3.5, 5.1
    )
    assert read_measure("K = 3,4") == Measure("potassium", 3.4)
    assert read_measure("CRP = <0.5 mg/l (<5)") == Measure("crp", 0.5, "mg/l", None, 5, "<")
    assert read_measure("Anti-GM1 = 12 U/ml") == Measure("own", 12, "U/ml", words="Anti-GM1")


@pytest.mark.parametrize("text", ["", "potassium", "=3.4", "potassium=", "potassium=high"])
def test_what_is_no_value_is_refused_in_words(text):
    with pytest.raises(BadInput):
        read_measure(text)


@pytest.mark.parametrize(
    ("comparator", "value", "found"),
    [
        ("", 3.4, "low"),
        ("", 3.5, None),
        ("", 5.1, None),
        ("", 5.2, "high"),
        ("<", 3.5, "low"),
        ("<", 4.0, None),
        (">", 5.1, "high"),
        (">", 5.0, None),
    ],
)
def test_a_value_is_outside_only_where_the_laboratorys_range_says_so_for_sure(
    comparator, value, found
):
    measure = Measure("potassium", value, "mmol/l", 3.5, 5.1, comparator)
    assert measure.out_of_range == found
    side = {"low": "below the laboratory’s range", "high": "above the laboratory’s range"}
    assert measure.mark == side.get(found, "")


@pytest.mark.parametrize("analyte", sorted(ANALYTES))
@pytest.mark.parametrize("value", [-1e9, 0, 1e9])
def test_without_a_range_of_the_laboratory_nothing_is_marked(analyte, value):
    assert Measure(analyte, value, ANALYTES[analyte].units[0]).mark == ""


def test_a_value_and_its_range_are_said_as_they_were_given():
    measure = Measure("potassium", 3.4, "mmol/l", 3.5, 5.1)
    assert (measure.label, measure.amount) == ("Potassium", "3.4 mmol/l")
    assert measure.range_text == "3.5–5.1"
    assert Measure("crp", 0.5, "mg/l", high=5, comparator="<").amount == "< 0.5 mg/l"
    assert Measure("crp", 1, high=5).range_text == "up to 5"
    assert Measure("egfr", 90, low=60).range_text == "from 60"
    assert Measure("potassium", 3.4, "mmol/l").range_text == ""


@pytest.mark.parametrize(
    "wrong",
    [
        Measure("moonlight", 1),
        Measure("own", 1, words="  "),
        Measure("potassium", 1, comparator="="),
        Measure("potassium", 1, low=5, high=4),
        Measure("potassium", math.inf),
        Measure("potassium", 1, low=math.nan),
        Measure("potassium", 1, "x" * 31),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(wrong):
    with pytest.raises(BadInput):
        check_measure(wrong)


@pytest.mark.parametrize("text", ["<0.5", "< 0,5"])
def test_a_limit_is_told_from_a_value(text):
    assert read_amount(text) == ("<", 0.5)
    assert read_amount("0.5") == ("", 0.5)


LINES = st.text(max_size=60) | st.from_regex(
    r"[a-z]+ ?= ?[<>]?[0-9.,]{1,6} [a-zµ/]* ?(\([0-9.,<>–-]*\))?"
)


@given(LINES)
def test_whatever_is_typed_is_read_or_refused_in_words(text):
    with contextlib.suppress(BadInput):
        measure = read_measure(text)
        assert check_measure(measure) == measure
        assert measure.label
