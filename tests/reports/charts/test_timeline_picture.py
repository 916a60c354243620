from __future__ import annotations

from datetime import date, timedelta

import pytest
from matplotlib.lines import Line2D
from matplotlib.text import Text

from support.charts import written
from support.pictures import check_words, drawn, named
from twitchlog.domain.counts.over_time import Event, EventKind, OverTime
from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.timeline import Timeline, tell
from twitchlog.reports.charts.marks import row_at

TODAY = date(2026, 6, 18)


def timeline(text: str, events=(), notes=()) -> Timeline:
    days = written(text, last=TODAY)
    happened = tuple(
        Event(kind, PartialDate.of(TODAY - timedelta(days=ago)), name) for kind, ago, name in events
    )
    noted = {TODAY - timedelta(days=ago): 1 for ago in notes}
    period = Period(days[0].day, TODAY)
    chart = tell(OverTime(days, happened, noted, logged=7), Ask(period, TODAY, period.first))
    assert isinstance(chart, Timeline)
    return chart


EVERYTHING = tuple(
    (kind, 85 - 14 * at, "Something with a long name") for at, kind in enumerate(EventKind)
)


def test_every_kind_has_a_shape_of_its_own_above_its_day():
    spec = timeline("1" * 90, EVERYTHING)
    sheet = drawn(spec)
    left, right = sheet.plot
    shapes = []
    for kind, ago, _name in EVERYTHING:
        signs = named(sheet, kind, Line2D)
        xs = [float(x) for sign in signs for x in sign.get_xdata()]
        wanted = left + (right - left) * (90 - ago - 0.5) / 90
        assert any(x == pytest.approx(wanted) for x in xs)
        marker = signs[0].get_marker()
        shapes.append((marker.vertices.tobytes(), signs[0].get_markerfacecolor()))
    assert len(set(shapes)) == len(EVERYTHING)


def test_a_line_leads_from_each_sign_down_to_its_day():
    spec = timeline("1" * 90, EVERYTHING)
    (lines,) = named(drawn(spec), "on that day", Line2D)
    assert len(lines.get_xdata()) == 3 * len(EVERYTHING)
    assert min(lines.get_ydata()[::3]) == 0


def test_a_tap_on_a_sign_says_what_it_is_and_a_tap_below_it_what_the_day_had():
    spec = timeline("1" * 28, [(EventKind.APPOINTMENT, 10, "Dr Example")], notes=[10])
    sheet = drawn(spec)
    sign = max(named(sheet, EventKind.APPOINTMENT, Line2D), key=lambda each: each.get_ydata()[0])
    x, y = float(sign.get_xdata()[0]), float(sign.get_ydata()[0])
    says = spec.table.rows[row_at(sheet.marks, x, y)].says.replace("\u00a0", " ")
    assert says == "8 Jun: Appointment: Dr Example"
    says = spec.table.rows[row_at(sheet.marks, x, y - 40)].says.replace("\u00a0", " ")
    assert says == "8 Jun: 1 twitch, 1 note"


def test_the_dots_of_notes_stand_over_their_bars():
    spec = timeline("1" * 28, notes=[0, 27])
    sheet = drawn(spec)
    dots = max(named(sheet, "note", Line2D), key=lambda each: len(each.get_xdata()))
    left, right = sheet.plot
    pitch = (right - left) / 28
    assert sorted(map(float, dots.get_xdata())) == pytest.approx(
        [left + pitch / 2, right - pitch / 2]
    )


def test_signs_that_stand_for_several_say_how_many():
    spec = timeline("1" * 28, [(EventKind.NEW_DOSE, 10, name) for name in "ABCDEF"])
    counts = {text.get_text() for text in named(drawn(spec), "how many", Text)}
    assert "4" in counts


@pytest.mark.parametrize("text_scale", [0.85, 1, 1.5])
@pytest.mark.parametrize("width", [300, 348, 690])
@pytest.mark.parametrize("days", [3, 28, 90, 400, 800, 4000])
def test_no_text_leaves_the_picture_or_meets_another(days, width, text_scale):
    spec = timeline(("10.1" * days)[:days], EVERYTHING[-2:] if days < 90 else EVERYTHING, [1])
    sheet = drawn(spec, width=width, text_scale=text_scale)
    check_words(sheet)


def test_signs_and_their_parts_stay_on_the_picture():
    events = [(EventKind.APPOINTMENT, 0, "last"), (EventKind.MEDICINE_STARTED, 27, "first")]
    sheet = drawn(timeline("1" * 28, events))
    for mark in sheet.marks:
        assert mark.top <= sheet.height
        assert mark.left >= 0
        assert mark.right <= sheet.width + 3


def test_a_january_keeps_its_year_below_the_bars():
    texts = {text.get_text() for text in named(drawn(timeline("1" * 700)), "date", Text)}
    assert {"2025", "2026"} <= texts
