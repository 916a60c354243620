"""Medicines above the days: what began, changed or ended while the diary was kept."""

from __future__ import annotations

from datetime import date

import pytest

from support.printed import check_words, named
from twitchlog.domain.medication import Dose, DoseChange, Medication
from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate
from twitchlog.reports.charts.day_by_day import day_by_day
from twitchlog.reports.charts.printed.page import day_bars
from twitchlog.reports.visit.dates import Dates
from twitchlog.reports.visit.lanes import with_lanes

PERIOD = Period(date(2025, 8, 23), date(2025, 11, 20))
STEROID = Medication(
    "p", "Prednisolone", started=PartialDate(2025, 9, 8), stopped=PartialDate(2025, 9, 12)
)
MAGNESIUM = Medication("m", "Magnesium", started=PartialDate(2025, 10, 6))
DIURETIC = Medication(
    "h", "Hydrochlorothiazide", started=PartialDate(2025, 3),
    changes=(DoseChange("c", PartialDate(2025, 10, 1), Dose(25, "mg")),),
)  # fmt: skip


@pytest.fixture
def chart(quarter):
    return day_by_day(quarter.figures().figures)


def lanes(chart, *known):
    return with_lanes(chart, known, Dates(PERIOD, PERIOD.last))


def test_a_medicine_begun_and_ended_has_both_ends_and_is_told_in_words(chart):
    found = lanes(chart, MAGNESIUM, STEROID, DIURETIC)
    steroid = next(each for each in found.taken if each.name == "Prednisolone")
    assert (steroid.first, steroid.last) == (date(2025, 9, 8), date(2025, 9, 12))
    assert (steroid.begins, steroid.goes_on) == (True, False)
    assert found.alt.replace("\u00a0", " ").endswith(
        "Marked: Hydrochlorothiazide new dose on 1 Oct, Prednisolone 8 to 12 Sep 2025,"
        " Magnesium from 6 Oct."
    )


def test_what_only_went_on_or_has_no_known_day_is_left_out(chart):
    same = Medication("s", "Salbutamol", started=PartialDate(2012))
    vague = Medication("v", "Vague", started=PartialDate(2025, 10))
    gone = Medication("g", "Gone", started=PartialDate(2020), stopped=PartialDate(2021, 1, 1))
    assert lanes(chart, same, vague, gone) == chart


def test_at_most_three_stand_there_the_newest_changes(chart):
    many = [
        Medication(str(n), f"Medicine {n}", started=PartialDate(2025, 9, n)) for n in range(1, 9)
    ]
    assert [each.name for each in lanes(chart, *many).taken] == [
        "Medicine 6", "Medicine 7", "Medicine 8",
    ]  # fmt: skip


@pytest.mark.parametrize("height", [28, 34])
def test_names_stand_inside_the_picture_and_clear_of_each_other(chart, height):
    long = Medication("l", "W" * 60, started=PartialDate(2025, 11, 18))
    spec = lanes(chart, MAGNESIUM, STEROID, long)
    svg = day_bars(spec, width_mm=114, height_mm=height)
    assert named(svg, "taken-name")
    check_words(svg, width_mm=114, height_mm=height)


def test_a_name_in_any_script_is_drawn(chart):
    spec = lanes(chart, Medication("j", "マグネシウム 😀", started=PartialDate(2025, 10, 6)))
    assert "マグネシウム 😀" in day_bars(spec, width_mm=114, height_mm=34)
