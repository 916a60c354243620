"""Where it twitches: words, exact values, what a tap means, and the drawn body."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from matplotlib.colors import to_hex
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from support.asked import plain
from support.charts import told
from support.pictures import ABOUT, check_words, drawn, named
from support.places import place_counts
from twitchlog import bodymap, palette
from twitchlog.domain.period import Period
from twitchlog.domain.searching import Query
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds import places
from twitchlog.reports.charts.kinds.places import PlaceBars, heat
from twitchlog.reports.charts.marks import row_at
from twitchlog.reports.charts.picture import Form, saved
from twitchlog.reports.charts.spec import NoPicture

TODAY = date(2026, 6, 18)


def read(diary, *, days: int = 28) -> PlaceBars | NoPicture:
    """Return what the chart tells of the last days of a diary, from its file on."""
    ask = Ask(Period.ending(TODAY, days=days), TODAY, diary.days.first_logged())
    return places.CHART.tell(places.CHART.read(diary, ask), ask)


def log(diary, day: date, *sites: str) -> None:
    diary.twitches.log(sites, moment=diary.clock.on(day, time(12)))


def test_a_small_diary_worked_out_by_hand(diary) -> None:
    """Left calf on 10, 16 (twice, once with the chin) and 18 June, the tongue on 18 June.

    4 of 5 entries at the calf on 3 of 3 logged days; the tongue, named later than the chin, has
    1 as that has. The diary begins on 1 May with the calf, so chin and tongue are new.
    """
    log(diary, date(2026, 5, 1), "calf-left")
    log(diary, date(2026, 6, 10), "calf-left")
    log(diary, date(2026, 6, 16), "calf-left", "chin")
    log(diary, date(2026, 6, 16), "calf-left")
    log(diary, TODAY, "calf-left")
    log(diary, TODAY, "tongue")
    told = read(diary)
    assert plain(told.headline) == "Most often the left calf: 4 of 5 twitches"
    assert plain(told.note) == (
        "3 places. A twitch at two places counts at both. New since 22 May: chin (16 Jun) and "
        "tongue (18 Jun). Logged on 3 of 28 days."
    )
    assert told.table.columns == ("Place", "Of 5 twitches", "Of 3 logged days", "First – last")
    assert [tuple(map(plain, row.cells)) for row in told.table.rows] == [
        ("Left calf", "4", "3", "10 Jun – 18 Jun"),
        ("Tongue", "1", "1", "18 Jun"),
        ("Chin", "1", "1", "16 Jun"),
    ]
    calf = told.table.rows[0]
    assert plain(calf.says) == "Left calf: 4 of 5 twitches, on 3 of 3 logged days."
    assert calf.behind == Query(
        sites=frozenset({"calf-left"}), period=Period.ending(TODAY, days=28)
    )
    found = diary.search.find(calf.behind)
    assert found.entries == 4


def test_the_table_has_all_places_and_shares_from_twenty_on(figures) -> None:
    sites = ["calf-left", "calf-left", "chin", "tongue", "hand-left", "hand-right", "thigh-left",
             "foot-left"]  # fmt: skip
    spec = told(figures("4" * 6, sites=sites)).places
    assert len(spec.bars) == 5
    assert len(spec.table.rows) == 7
    assert spec.table.columns[1] == "Of 24 twitches"
    assert spec.table.rows[0].cells[1] == "6 (25%)"
    assert plain(spec.table.rows[0].says) == (
        "Left calf: 6 of 24 twitches (25%), on 3 of 6 logged days."
    )


def test_every_number_stands_beside_its_name_where_one_name_is_long(figures) -> None:
    sites = ["calf-left", "arch-left", "chin"]
    sheet = drawn(told(figures("3" * 6, sites=sites)).places)
    heights = [
        [text.get_position()[1] for text in named(sheet, gid, Text)] for gid in ("place", "count")
    ]
    assert "Left arch of the foot" in [text.get_text() for text in named(sheet, "place", Text)]
    assert heights[0] == heights[1]


def test_a_rare_place_is_not_called_none(figures) -> None:
    spec = told(figures("9" * 40, sites=["calf-left"] * 299 + ["chin"])).places
    assert (
        plain(spec.table.rows[1].says)
        == "Chin: 1 of 360 twitches (under 1%), on 1 of 40 logged days."
    )


def test_new_places_are_named_only_in_a_diary_that_is_older(diary) -> None:
    log(diary, date(2026, 5, 22), "chin")
    assert "ew" not in read(diary).note
    log(diary, date(2026, 5, 21), "tongue")
    assert "New since 22 May: chin (22 May)." in plain(read(diary).note)
    log(diary, date(2026, 4, 1), "chin")
    assert "No new place since 22 May." in plain(read(diary).note)


def test_many_new_places_are_counted_and_the_latest_named(diary) -> None:
    log(diary, date(2026, 5, 1), "calf-left")
    for at, site in enumerate(("chin", "tongue", "nose", "lips")):
        log(diary, date(2026, 6, 10) + timedelta(days=at), site)
    assert (
        "4 new places since 22 May, the latest: tongue (11 Jun), nose (12 Jun) and lips (13 Jun)."
    ) in plain(read(diary).note)


def test_a_short_period_speaks_of_its_own_days_only(diary) -> None:
    log(diary, date(2026, 5, 1), "calf-left")
    log(diary, date(2026, 6, 1), "chin")
    log(diary, date(2026, 6, 17), "tongue", "chin")
    assert "New since 12 Jun: tongue (17 Jun)." in plain(read(diary, days=7).note)


def test_six_places_that_tie_are_all_counted(figures) -> None:
    sites = ("calf-left", "calf-right", "tongue", "chin", "nose", "lips", "hand-left")
    spec = told(figures("7", sites=sites)).places
    assert plain(spec.headline) == "No place stands out: 7 places with 1 of 7 each"


def test_one_entry_is_a_picture_and_none_is_not(diary) -> None:
    nothing = read(diary)
    assert isinstance(nothing, NoPicture)
    assert nothing.note == "No twitches are logged in this time."
    diary.checkins.none_today(TODAY)
    assert plain(read(diary).note).endswith("Logged on 1 of 28 days.")
    log(diary, TODAY, "calf-left")
    one = read(diary)
    assert one.headline == "One twitch: the left calf"
    assert one.ramp.title == "Of 1 twitch, up to"
    assert one.ramp.steps == ((5, "1"),)
    assert set(one.levels.values()) == {5}


def test_a_place_of_a_newer_version_is_listed_and_not_drawn_on_the_body(figures) -> None:
    spec = told(figures("3" * 8, sites=["earlobe-left", "calf-left", "earlobe-left"])).places
    assert spec.headline.startswith("Most often the left earlobe")
    assert spec.table.rows[0].cells[0] == "Left earlobe"
    assert set(spec.rows.values()) == {1}
    drawn(spec).pixels()


def test_steps_of_the_ramp_are_round_shares_and_a_single_twitch_shows() -> None:
    """40 of 50 is 80 %: five steps of 20 %; 1 of 50 is in the first."""
    levels, ramp = heat({"calf-left": 40, "eyelid-right": 1}, 50)
    assert ramp.title == "Of 50 twitches, up to"
    assert ramp.steps == ((1, "20%"), (2, "40%"), (3, "60%"), (4, "80%"), (5, "100%"))
    assert levels["front-calf-left"] == levels["back-calf-left"] == 4
    assert levels["front-eyelid-right"] == 1


def test_few_twitches_are_counted_in_the_key_and_not_shared() -> None:
    """3 of 5 entries are the darkest step, 2 and 1 the fifths up to 3 x 4/5 and 3 x 2/5."""
    levels, ramp = heat({"calf-left": 3, "tongue": 2, "hand-left": 1}, 5)
    assert ramp.steps == ((2, "1"), (4, "2"), (5, "3"))
    assert levels["back-calf-left"] == 5
    assert levels["front-face"] == 4
    assert levels["front-hand-left"] == 2


def test_a_body_without_twitches_has_no_steps() -> None:
    assert heat({}, 0)[0] == {}


def test_a_tap_on_the_body_means_the_nearest_place_that_twitched(figures) -> None:
    spec = told(figures("3" * 8, sites=["calf-left", "chin", "thigh-inner-left"])).places
    x, y = bodymap.load().views["front"].shapes["front-face"].centre
    assert spec.row_at(bodymap.sites_at("front", x, y)) == spec.sites.index("chin")
    assert spec.row_at(("calf-right",)) is None


def test_a_tap_on_the_drawn_body_means_the_row_of_its_place(four_weeks) -> None:
    spec = told(four_weeks).places
    sheet = drawn(spec, width=512)
    marks = {mark.shape.id: mark for mark in sheet.marks if not hasattr(mark, "right")}
    assert set(marks) == set(spec.levels)
    for region, mark in marks.items():
        x = mark.left + mark.shape.centre[0] * mark.scale
        y = mark.top - mark.shape.centre[1] * mark.scale
        assert mark.distance(x, y) == 0
        assert row_at(sheet.marks, x, y) == spec.rows[region]
        assert len(mark.outline()) > 3
    assert row_at(sheet.marks, sheet.width - 4, sheet.height / 2 + 40) is not None


def test_the_own_left_is_at_the_right_of_the_front_and_at_the_left_of_the_back(four_weeks) -> None:
    sheet = drawn(told(four_weeks).places, width=512)
    sides = sorted(
        (text.get_position()[0], text.get_text())
        for text in sheet.figure.texts
        if text.get_gid() == "side"
    )
    assert [side for _x, side in sides] == ["R", "L", "L", "R"]


def test_the_body_is_drawn_in_the_colours_of_its_steps(four_weeks) -> None:
    spec = told(four_weeks).places
    for dark in (False, True):
        sheet = drawn(spec, dark=dark)
        ramp = palette.scheme(dark=dark).ramp
        filled = {
            patch.get_gid(): to_hex(patch.get_facecolor()).upper()
            for patch in sheet.figure.findobj(PathPatch)
            if (patch.get_gid() or "").startswith("step ")
        }
        assert filled == {f"step {level}": ramp[level - 1] for level in spec.levels.values()}


def test_the_key_says_which_share_each_step_stands_for(four_weeks) -> None:
    sheet = drawn(told(four_weeks).places)
    key = [text.get_text() for text in sheet.figure.findobj(Text) if text.get_gid() == "key"]
    assert key == ["Of 50 twitches, up to", "15%", "30%", "45%", "60%", "75%"]


def test_beside_a_body_on_the_card_only_the_bars_are_drawn(four_weeks) -> None:
    spec = replace(told(four_weeks).places, with_body=False)
    sheet = drawn(spec, width=138)
    assert not [p for p in sheet.figure.findobj(PathPatch) if p.get_gid() == "outline"]
    assert sorted(mark.row for mark in sheet.marks) == [0, 1, 2, 3]


def test_a_long_name_has_its_count_beside_the_bar(figures) -> None:
    spec = told(figures("3" * 8, sites=["knee-hollow-right", "foot-left", "chin"])).places
    sheet = drawn(replace(spec, with_body=False), width=138)
    sheet.pixels()
    names = [text.get_text() for text in sheet.figure.findobj(Text) if text.get_gid() == "place"]
    assert "Right hollow of the knee" in names


@pytest.mark.parametrize("text_scale", [0.85, 1, 1.5])
@pytest.mark.parametrize("width", [300, 348, 512, 690])
def test_nothing_written_leaves_the_picture_or_meets_another(figures, width, text_scale) -> None:
    sites = ("knee-hollow-right", "calf-left", "calf-right", "hand-left", "hand-right",
             "foot-little-toe-side-left", "thigh-left", "chin")  # fmt: skip
    sheet = drawn(told(figures("9" * 90, sites=sites)).places, width=width, text_scale=text_scale)
    check_words(sheet)


def test_a_saved_picture_holds_the_body_and_the_list(four_weeks) -> None:
    spec = told(four_weeks).places
    assert saved(spec, Form.PNG, ABOUT).startswith(b"\x89PNG")
    svg = saved(spec, Form.SVG, ABOUT).decode()
    for word in ("Left calf", "Front", "Back", "Of 50 twitches, up to", "60%"):
        assert f">{word}<" in svg


def test_entries_without_a_place_are_said(figures) -> None:
    counts = place_counts(figures("2" * 10, sites=("calf-left", "")))
    ask = Ask(Period.ending(date(2026, 6, 16), days=10), TODAY, date(2026, 6, 7))
    spec = places.CHART.tell(counts, ask)
    assert "10 of 20 without a place." in plain(spec.note)
    assert plain(spec.headline) == "Most often the left calf: 10 of 20 twitches"
