"""The two charts of the page for the doctor, as they stand on paper."""

from __future__ import annotations

import re

import defusedxml.ElementTree
import pytest
from fontTools.ttLib import TTFont

from support.printed import check_words, named, words
from twitchlog import paths
from twitchlog.domain.checkin import DayState
from twitchlog.reports.charts.day_by_day import day_by_day
from twitchlog.reports.charts.printed.page import day_bars, hour_bars
from twitchlog.reports.charts.printed.typeface import width_of
from twitchlog.reports.charts.two_hours import time_of_day


def days(figures, *, height_mm: float = 34) -> str:
    return day_bars(day_by_day(figures), width_mm=114, height_mm=height_mm)


def hours(figures, *, height_mm: float = 34) -> str:
    return hour_bars(time_of_day(figures), width_mm=60, height_mm=height_mm)


@pytest.mark.parametrize("diary", ["0" * 14, "1" * 7, "9" * 400, "1." * 500, f"1{'.' * 28}0000000"])
def test_every_diary_can_be_printed(figures, diary):
    for draw in (days, hours):
        assert len(defusedxml.ElementTree.fromstring(draw(figures(diary))))


def test_print_keeps_text_as_text_in_dejavu_sans_at_nine_points(four_weeks):
    for svg in (days(four_weeks), hours(four_weeks)):
        texts = [each for each in defusedxml.ElementTree.fromstring(svg) if "text" in each.tag]
        assert texts
        assert {each.get("font-family") for each in texts} == {"DejaVu Sans"}
        assert {each.get("font-size") for each in texts} == {"9"}


def test_print_is_black_on_nothing(four_weeks):
    for svg in (days(four_weeks), hours(four_weeks)):
        assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) == {"none", "black"}
        assert all(float(width) >= 0.5 for width in re.findall(r'stroke-width="([^"]*)"', svg))


def test_print_has_its_size_in_points(four_weeks):
    root = defusedxml.ElementTree.fromstring(days(four_weeks))
    assert float(root.get("width")) == pytest.approx(114 / 25.4 * 72, abs=0.001)
    assert float(root.get("height")) == pytest.approx(34 / 25.4 * 72, abs=0.001)


def test_the_same_diary_gives_the_same_letters(four_weeks):
    assert days(four_weeks) == days(four_weeks)


def test_print_shows_the_three_states_and_the_fractions(four_weeks):
    spec, svg = day_by_day(four_weeks), days(four_weeks)
    assert len(named(svg, "not-logged")) == 3
    assert len(named(svg, "none-that-day")) == 6
    (bars,) = named(svg, "twitches")
    assert bars.get("d").count("M") == 19
    fractions = [each.said for each in words(svg) if each.name == "fraction"]
    assert fractions == [bracket.text for bracket in spec.brackets]
    dates = {each.said.replace("\u00a0", " ") for each in words(svg) if each.name == "date"}
    assert dates == {"20 May", "16 Jun"}


def test_a_printed_bar_is_as_high_as_its_number(four_weeks):
    spec = day_by_day(four_weeks)
    (bars,) = named(days(four_weeks), "twitches")
    heights = [float(each) for each in re.findall(r"v-([\d.]+)", bars.get("d"))]
    wanted = [bar.value for bar in spec.bars if bar.state is DayState.TWITCHES]
    a_twitch = heights[0] / wanted[0]
    assert heights == pytest.approx([value * a_twitch for value in wanted], abs=0.02)


def test_printed_hatching_stays_in_the_days_not_logged_and_fills_them(figures):
    svg = days(figures("11111" + "...." + "11111"))
    (hatched,) = named(svg, "not-logged")
    (bars,) = named(svg, "twitches")
    xs = [float(each) for each in re.findall(r"[ML]([\d.]+)", hatched.get("d"))]
    starts = [float(each) for each in re.findall(r"M([\d.]+)", bars.get("d"))]
    pitch = starts[1] - starts[0]
    assert max(xs) - min(xs) == pytest.approx(4 * pitch, abs=0.05)
    assert starts[4] < min(xs) < max(xs) < starts[5]


@pytest.mark.parametrize("count", [20, 90, 120, 200, 365, 800, 1500, 4000])
@pytest.mark.parametrize("height", [28, 34])
def test_nothing_in_print_meets_or_leaves_the_chart(figures, count: int, height: int) -> None:
    diary = figures(("1034" * count)[:count])
    check_words(days(diary, height_mm=height), width_mm=114, height_mm=height)
    check_words(hours(diary, height_mm=height), width_mm=60, height_mm=height)


@pytest.mark.parametrize(("strong", "file"), [(False, "DejaVuSans"), (True, "DejaVuSans-Bold")])
def test_every_letter_is_as_wide_as_another_library_reads_it(strong, file):
    with TTFont(paths.asset(f"fonts/{file}.ttf"), lazy=True) as font:
        shapes, em = font.getBestCmap(), font["head"].unitsPerEm
        wide = {code: font["hmtx"][shape][0] / em for code, shape in shapes.items()}
    assert {code: width_of(chr(code), 1, strong=strong) for code in wide} == pytest.approx(wide)


def test_a_letter_of_another_font_is_given_room():
    assert width_of("マグ", 9) >= 2 * 9
    assert width_of("\u0301", 9) < 9
