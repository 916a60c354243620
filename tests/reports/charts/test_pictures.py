"""Each chart looks as it did when somebody last looked at it, light and dark.

The pictures compared with lie in `baseline/`; `make baseline` draws them anew, and then each that
changed is looked at. What differs in a failing run is in `build/pictures`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pytest
from matplotlib.testing.compare import calculate_rms

from support.dose import all_judged, by_caffeine, by_yes_no
from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.domain.checkin import DayState
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.picture import screen_sheet
from twitchlog.reports.charts.spec import Spec

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.reports.charts.drawn.sheet import Sheet
    from twitchlog.reports.charts.spec import Words

BASELINE: Final = Path(__file__).with_name("baseline")
LAST: Final = date(2026, 6, 18)
DAYS: Final = 90
TRIAL_DAYS: Final = 48
"""A trial of six pairs of blocks of four days that has ended."""
WIDTH: Final = 348
TOLERANCE: Final = 1.0
"""The root mean square of the differences, of 255; the lowest bar of 90 is over three."""
WORDS_ALONE: Final = {"enough"}
LOOKS: Final = ("light", "dark")
DRAWN: Final = tuple(kind for kind in BY_KIND if kind not in WORDS_ALONE)
CURVES: Final = {
    "dose-response": by_caffeine,
    "dose-response-yes-no": by_yes_no,
    "forest": all_judged,
}
"""What the triggers show, which is in no catalogue."""
PICTURES: Final = [
    pytest.param(
        kind,
        look,
        marks=pytest.mark.mpl_image_compare(filename=f"{kind}-{look}.png", tolerance=TOLERANCE),
    )
    for kind in (*DRAWN, *CURVES)
    for look in LOOKS
]


@pytest.fixture(scope="module")
def told(tmp_path_factory) -> Mapping[str, Words]:
    """Return what each chart tells of three months of the example."""
    now = Moment.of(datetime.combine(LAST, time(21, 45), tzinfo=UTC), "Europe/Berlin")
    path = tmp_path_factory.mktemp("pictures") / "example.sqlite"
    first = LAST - timedelta(days=TRIAL_DAYS)
    clock = FixedClock(Moment.of(datetime.combine(first, time(8), tzinfo=UTC), "Europe/Berlin"))
    with Diary.open(path, clock=clock) as diary:
        words = {"on": "Coffee as usual", "off": "No caffeine"}
        diary.experiments.start("caffeine", **words, first=first, pairs=6, seed=5)
        clock.moment = now
        fill(diary, days=DAYS, seed=1, until=LAST)
        period = Period.ending(LAST, days=DAYS)
        ask = Ask(period, LAST, diary.days.first_logged())
        found = {kind: chart.tell(chart.read(diary, ask), ask) for kind, chart in BY_KIND.items()}
        diary.changed = False
    return found | {kind: curve() for kind, curve in CURVES.items()}


def drawn(spec: Any, look: str = "light") -> Sheet:
    height = spec.height(WIDTH)
    dark = look == "dark"
    return screen_sheet(spec, width=WIDTH, height=height, scale=1, dark=dark, text_scale=1)


@pytest.mark.parametrize(("kind", "look"), PICTURES)
def test_a_chart_looks_as_it_did(told, kind, look):
    spec = told[kind]
    assert isinstance(spec, Spec), spec.headline
    return drawn(spec, look).figure


def test_every_chart_with_a_picture_has_one_to_compare_with(told):
    assert {kind for kind, words in told.items() if not isinstance(words, Spec)} == WORDS_ALONE
    wanted = {f"{kind}-{look}.png" for kind in (*DRAWN, *CURVES) for look in LOOKS}
    there = {path.name for path in BASELINE.glob("*.png")}
    assert there >= wanted, (
        f"{', '.join(sorted(wanted - there))}: not in {BASELINE}. Run `make baseline`, look at the "
        "new pictures, and commit them."
    )
    assert there == wanted, f"{', '.join(sorted(there - wanted))}: there is no such chart any more."


def _apart(one: Sheet, other: Sheet) -> float:
    """Return how far two pictures are from each other, as pytest-mpl does."""
    first, second = (
        np.frombuffer(pixels, np.uint8).reshape(height, width, 4)[..., :3].astype(np.int16)
        for pixels, width, height in (one.pixels(), other.pixels())
    )
    return float(calculate_rms(first, second))


def test_what_did_not_change_is_drawn_the_same(told):
    assert all(_apart(drawn(told[kind]), drawn(told[kind])) == 0 for kind in DRAWN)


@pytest.mark.parametrize("look", LOOKS)
def test_a_difference_that_can_be_seen_is_found(told, look):
    """The lowest bar is missing, one of a quiet day's rings is, a number has another digit."""
    timeline, places = told["timeline"], told["places"]
    lowest = min(bar.value for bar in timeline.bars if bar.value)
    without = [
        next(bar for bar in timeline.bars if bar.value == lowest),
        next(bar for bar in timeline.bars if bar.state is DayState.NONE),
    ]
    for gone in without:
        unknown = replace(gone, state=DayState.NOT_LOGGED, value=0)
        bars = tuple(unknown if bar is gone else bar for bar in timeline.bars)
        changed = replace(timeline, bars=bars)
        assert _apart(drawn(timeline, look), drawn(changed, look)) > 3 * TOLERANCE
    first, *others = places.bars
    changed = replace(places, bars=(replace(first, text="113"), *others))
    assert first.text == "112"
    assert _apart(drawn(places, look), drawn(changed, look)) > TOLERANCE
