from __future__ import annotations

import gc
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import defusedxml.ElementTree
import numpy as np
import pytest
from matplotlib.collections import PatchCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Wedge
from matplotlib.text import Text
from PIL import Image

from support.asked import plain
from support.charts import told
from support.pictures import ABOUT, check_words, drawn, named
from twitchlog import palette
from twitchlog.domain.checkin import DayState
from twitchlog.domain.period import Period
from twitchlog.reports.charts import picture
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.picture import (
    Form,
    saved,
    to_rgba,
)
from twitchlog.reports.charts.spec import NoPicture

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET


def pieces(patch) -> list:
    """Return the extents of the outlines that a patch draws as one."""
    path = patch.get_path()
    starts = [at for at, code in enumerate(path.codes) if code == path.MOVETO]
    ends = [*starts[1:], len(path.vertices)]
    return [
        path.vertices[start:end] for start, end in zip(starts, ends, strict=True) if end - start > 1
    ]


def middle_of(piece) -> float:
    return (piece[:, 0].min() + piece[:, 0].max()) / 2


def test_a_day_not_logged_is_hatched_and_has_neither_bar_nor_ring(four_weeks) -> None:
    spec = told(four_weeks).timeline
    sheet = drawn(spec)
    axes = sheet.planes[0]
    pitch = axes.get_xlim()[1] / 28
    (hatched,) = named(sheet, "not logged", Patch)
    unknown = [at for at, bar in enumerate(spec.bars) if bar.state is DayState.NOT_LOGGED]
    assert sorted({int(middle_of(line) / pitch) for line in pieces(hatched)}) == unknown
    (rings,) = named(sheet, "none that day", Line2D)
    (bars,) = named(sheet, "twitches", Patch)
    filled = {int(middle_of(bar) / pitch) for bar in pieces(bars)}
    ringed = {int(x / pitch) for x in rings.get_xdata()}
    assert filled.isdisjoint(unknown)
    assert ringed.isdisjoint(unknown)
    assert filled | ringed | set(unknown) == set(range(28))


def test_hatching_reaches_the_full_height(four_weeks) -> None:
    sheet = drawn(told(four_weeks).timeline)
    axes = sheet.planes[0]
    (hatched,) = named(sheet, "not logged", Patch)
    assert hatched.get_path().get_extents().height > 0.9 * axes.get_ylim()[1]


def test_neighbouring_days_not_logged_are_one_hatched_column(figures) -> None:
    sheet = drawn(told(figures("11111" + "..." + "11111")).timeline)
    (hatched,) = named(sheet, "not logged", Patch)
    pitch = sheet.planes[0].get_xlim()[1] / 13
    box = hatched.get_path().get_extents()
    assert 2.5 * pitch < box.width < 3 * pitch
    longest = max(line[:, 0].max() - line[:, 0].min() for line in pieces(hatched))
    assert longest > 2 * pitch


def test_a_quiet_day_is_a_hollow_ring_on_the_baseline(four_weeks) -> None:
    (rings,) = named(drawn(told(four_weeks).timeline), "none that day", Line2D)
    assert rings.get_markerfacecolor() == "none"
    assert len(rings.get_xdata()) == 6
    assert max(rings.get_ydata()) < 8


def test_a_bar_is_as_high_as_its_number(four_weeks) -> None:
    spec = told(four_weeks).timeline
    sheet = drawn(spec)
    full = sheet.planes[0].get_ylim()[1]
    (bars,) = named(sheet, "twitches", Patch)
    heights = [bar[:, 1].max() / full * 6 for bar in pieces(bars)]
    wanted = [bar.value for bar in spec.bars if bar.state is DayState.TWITCHES]
    assert heights == pytest.approx(wanted)


def test_the_running_median_is_dashed_and_in_the_key(four_weeks) -> None:
    spec = told(four_weeks).timeline
    sheet = drawn(spec)
    (line,) = named(sheet, "running median", Line2D)
    assert line.is_dashed()
    assert "usual of 7 days" in {text.get_text() for text in sheet.figure.texts}


def test_the_key_names_only_what_is_drawn(figures) -> None:
    sheet = drawn(told(figures("1" * 14)).timeline)
    key = {text.get_text() for text in named(sheet, "key", Text)}
    assert key == {"twitches", "usual of 7 days"}


@pytest.mark.parametrize("text_scale", [0.85, 1, 1.5])
@pytest.mark.parametrize("width", [300, 348, 690])
def test_no_text_leaves_the_picture_or_meets_another(four_weeks, text_scale, width) -> None:
    charts = told(four_weeks)
    for spec in vars(charts).values():
        sheet = drawn(spec, width=width, text_scale=text_scale)
        check_words(sheet)


def test_no_text_is_smaller_than_eleven(four_weeks) -> None:
    charts = told(four_weeks)
    for spec in vars(charts).values():
        sheet = drawn(spec, text_scale=0.85)
        assert min(text.get_fontsize() for text in sheet.figure.texts) >= 11


def test_a_long_name_of_a_place_stays_clear_of_its_count(figures) -> None:
    spec = told(figures("1" * 10, sites=("x" * 90,))).places
    sheet = drawn(spec, width=300)
    sheet.pixels()
    (name,), (count,) = named(sheet, "place", Text), named(sheet, "count", Text)
    assert not name.get_window_extent().overlaps(count.get_window_extent())


def test_place_bars_are_as_long_as_their_share_of_the_longest(four_weeks) -> None:
    spec = replace(told(four_weeks).places, with_body=False)
    sheet = drawn(spec)
    lengths = [patch.get_path().get_extents().width for patch in named(sheet, "bar", Patch)]
    assert lengths == pytest.approx(
        [sheet.width * bar.entries / spec.bars[0].entries for bar in spec.bars]
    )


def test_the_dial_has_midnight_on_top_and_the_busiest_hours_darker(four_weeks) -> None:
    spec = told(four_weeks).dial
    sheet = drawn(spec, width=190)
    shown = [hour for hour, count in enumerate(spec.hours) if count]
    (hours,) = named(sheet, "hours", PatchCollection)
    assert len(hours.get_paths()) == len(shown)
    colours = dict(zip(shown, map(tuple, hours.get_facecolor()), strict=True))
    assert colours[20] == colours[21] == colours[22] != colours[9]
    marks = {mark.row: mark for mark in sheet.marks}
    assert [spec.table.rows[row].cells[1] for row in (20, 21)] == ["10", "10"]
    assert marks[21].start == 21 / 24
    (top,) = [text for text in named(sheet, "hour", Text) if text.get_text() == "00"]
    assert top.get_position()[1] > sheet.height * 0.8


def test_sleep_is_shaded_where_it_is_known_and_nowhere_else(four_weeks) -> None:
    spec = told(four_weeks).dial
    assert named(drawn(spec, width=190), "asleep", Wedge) == []
    (shade,) = named(drawn(replace(spec, sleep=(23, 7)), width=190), "asleep", Wedge)
    assert (shade.theta1, shade.theta2) == (90 - 31 * 15, 90 - 23 * 15)


def test_the_bar_with_the_median_is_the_dark_one(four_weeks) -> None:
    spec = told(four_weeks).lengths
    sheet = drawn(spec)
    bars = {int(p.get_gid()[4:]): p for p in sheet.figure.findobj(Patch) if
            (p.get_gid() or "").startswith("bar ")}  # fmt: skip
    assert set(bars) == {at for at, count in enumerate(spec.counts) if count}
    dark = [
        at for at, bar in bars.items() if bar.get_facecolor() == bars[spec.usual].get_facecolor()
    ]
    assert dark == [spec.usual]


@pytest.mark.parametrize("dark", [False, True])
def test_pixels_are_opaque_on_the_colour_of_a_card(four_weeks, dark: bool) -> None:
    spec = told(four_weeks).timeline
    drawn = to_rgba(spec, width_px=696, height_px=424, scale=2, dark=dark)
    assert (drawn.width, drawn.height) == (696, 424)
    pixels = np.frombuffer(drawn.pixels, dtype=np.uint8).reshape(424, 696, 4)
    assert (pixels[..., 3] == 255).all()
    card = palette.scheme(dark=dark).card
    assert "#{:02X}{:02X}{:02X}".format(*pixels[-1, -1, :3]) == card


@pytest.mark.parametrize("scale", [1, 1.5, 2, 2.625])
def test_the_picture_has_the_pixels_asked_for(four_weeks, scale: float) -> None:
    spec = told(four_weeks).dial
    drawn = to_rgba(spec, width_px=301, height_px=299, scale=scale, dark=False)
    assert (drawn.width, drawn.height) == (301, 299)


def test_a_tap_on_a_bar_means_its_row_of_the_table(four_weeks) -> None:
    spec = told(four_weeks).timeline
    drawn = to_rgba(spec, width_px=348, height_px=212, scale=1, dark=False)
    left, right = drawn.plot
    for at, bar in enumerate(spec.bars):
        middle = left + (right - left) * (at + 0.5) / len(spec.bars)
        row = spec.table.rows[row_at(drawn.marks, middle, 120)]
        if bar.state is DayState.TWITCHES:
            assert row.behind.period == Period(bar.first, bar.last)
        else:
            assert row.behind is None
    assert row_at(drawn.marks, left - 30, 120) is None


@pytest.mark.parametrize("dark", [False, True])
def test_a_saved_picture_has_its_words_above_it(four_weeks, dark: bool) -> None:
    spec = told(four_weeks).timeline
    png = saved(spec, Form.PNG, ABOUT, dark=dark)
    assert png.startswith(b"\x89PNG")
    assert png == saved(spec, Form.PNG, ABOUT, dark=dark)
    texts = [
        "".join(each.itertext()) for each in svg_texts(saved(spec, Form.SVG, ABOUT, dark=dark))
    ]
    assert "twitches" in texts
    said = plain(" ".join(texts))
    for each in (spec.headline, "A chart", "21 Mar to 18 Jun 2026, logged on 81 of 90 days"):
        assert plain(each) in said


def test_a_saved_picture_tells_its_alt_text_to_whoever_cannot_see_it(four_weeks) -> None:
    spec = replace(told(four_weeks).timeline, headline="Fewer < more", alt="Längst \u2265 2 & so")
    title = "A chart: Fewer < more"
    alt = "Längst \u2265 2 & so 21 Mar to 18 Jun 2026, logged on 81 of 90 days."
    svg = saved(spec, Form.SVG, ABOUT)
    root = defusedxml.ElementTree.fromstring(svg)
    assert root.get("role") == "img"
    assert [(each.tag.split("}")[1], each.text) for each in list(root)[:2]] == [
        ("title", title),
        ("desc", alt),
    ]
    assert svg == saved(spec, Form.SVG, ABOUT)
    png = saved(spec, Form.PNG, ABOUT)
    assert png == saved(spec, Form.PNG, ABOUT)
    with Image.open(BytesIO(png)) as picture:
        assert picture.text == {"Title": title, "Description": alt}


@pytest.mark.parametrize("diary", ["0" * 14, "1" * 7, "9" * 400, "1." * 500, f"1{'.' * 28}0000000"])
def test_every_diary_can_be_drawn(figures, diary: str) -> None:
    charts = told(figures(diary, durations=(1, 2, 3, 4, 5)))
    for spec in vars(charts).values():
        if not isinstance(spec, NoPicture):
            drawn(spec).pixels()


def svg_texts(svg: bytes) -> list[ET.Element]:
    return list(defusedxml.ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))


def test_the_garbage_collector_leaves_alone_what_draws(four_weeks) -> None:
    """It holds every thread up while it looks at all there is, and matplotlib is very much."""
    lengths = told(four_weeks).lengths
    picture._load.cache_clear()  # another test of this run may have drawn before
    gc.unfreeze()
    to_rgba(lengths, width_px=348, height_px=130, scale=1, dark=False)
    assert gc.get_freeze_count() > 10_000
