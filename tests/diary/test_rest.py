"""Rest counts: every tap is kept, and none of them is an everyday entry."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.errors import BadInput, NotFound
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.domain.rest import RestCount, Tap

MOMENT = Moment.of(datetime(2026, 6, 18, 20, 0, tzinfo=ZoneInfo("Europe/Berlin")))
TAPS = st.lists(
    st.builds(Tap, st.integers(0, 120_000), st.sampled_from([None, "calf-left", "eyelid-right"])),
    max_size=40,
)


def counted(clock, *after_s, length_s=120.0, site=None, **more):
    taps = tuple(Tap(int(each * 1000), site) for each in after_s)
    return RestCount(clock.now().earlier(minutes=3), length_s, taps, **more)


def test_the_newest_count_is_that_of_the_latest_moment_with_its_taps(diary, clock):
    assert diary.rest.newest() is None
    latest = diary.rest.save(counted(clock, 1, 4.5, site="calf-left")).value
    earlier = replace(counted(clock, 2), moment=latest.moment.earlier(minutes=600))
    diary.rest.save(earlier)
    assert diary.rest.newest() == latest


def test_a_rest_count_comes_back_as_it_was_saved(diary, clock):
    saved = diary.rest.save(counted(clock, 1, 4.5, site="calf-left", note=" calm ")).value
    assert diary.rest.get(saved.id) == saved
    assert diary.rest.all() == (saved,)
    assert (saved.count, saved.rate, saved.note) == (2, 1.0, "calm")
    assert saved.sites == {"calf-left": 2}
    day = saved.moment.day
    assert diary.rest.between(Period(day, day)) == (saved,)
    assert diary.rest.between(Period(day, day).before()) == ()


def test_a_rest_count_makes_no_day_a_logged_one_and_no_twitch(diary, clock):
    saved = diary.rest.save(counted(clock, 1, 2, 3)).value
    assert not diary.days.is_logged(saved.moment.day)
    assert diary.days.first_logged() is None
    assert diary.twitches.count() == 0


def test_taps_saved_one_by_one_are_one_step(diary, clock, rows):
    before = rows(diary.path)
    count, step = counted(clock, length_s=1), None
    for number in range(5):
        taps = (*count.taps, Tap(number * 900))
        count = replace(count, taps=taps, length_s=max(number * 0.9, 1.0))
        written = diary.rest.save(count, joins=step)
        count, step = written.value, written.changes.step
    assert diary.rest.all() == (count,)
    assert count.count == 5
    diary.undo()
    assert rows(diary.path) == before
    diary.redo()
    assert diary.rest.all() == (count,)


def test_the_last_tap_can_be_taken_back(diary, clock):
    saved = diary.rest.save(counted(clock, 1, 2)).value
    diary.rest.save(replace(saved, taps=saved.taps[:1]))
    assert diary.rest.get(saved.id).taps == saved.taps[:1]


def test_note_and_places_can_be_changed_later(diary, clock):
    saved = diary.rest.save(counted(clock, 1, 2)).value
    changed = replace(saved, note="after coffee", taps=(Tap(1000, "tongue"), Tap(2000)))
    diary.rest.edit(changed)
    assert diary.rest.get(saved.id) == changed
    diary.undo()
    assert diary.rest.get(saved.id) == saved


def test_a_removed_one_lies_in_the_bin_with_its_taps(diary, clock):
    saved = diary.rest.save(counted(clock, 1, 2)).value
    diary.rest.remove(saved.id)
    assert diary.rest.all() == ()
    (binned,) = diary.bin.items()
    assert (binned.kind, binned.label) == ("rest_counts", "Rest count")
    diary.bin.restore(binned.id)
    assert diary.rest.all() == (saved,)
    diary.rest.remove(saved.id)
    diary.bin.empty()
    assert diary.rest.all() == ()
    for act in (diary.rest.get, diary.rest.remove):
        with pytest.raises(NotFound):
            act(saved.id)
    with pytest.raises(NotFound):
        diary.rest.edit(saved)


def test_what_cannot_be_is_refused_and_nothing_changes(diary, clock, rows):
    good = diary.rest.save(counted(clock, 1)).value
    before = rows(diary.path, steps=True)
    for wrong in (
        replace(good, length_s=0.2),
        replace(good, length_s=float("nan")),
        replace(good, length_s=4000.0),
        replace(good, moment=clock.now().shifted(timedelta(minutes=1))),
        replace(good, taps=(Tap(130_000),)),
        replace(good, taps=(Tap(-1),)),
        replace(good, taps=(Tap(5, "moon"),)),
        replace(good, note="x" * 30_000),
    ):
        with pytest.raises(BadInput):
            diary.rest.save(wrong)
        with pytest.raises(BadInput):
            diary.rest.edit(wrong)
    assert rows(diary.path, steps=True) == before


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(
    taps=TAPS,
    other=TAPS,
    length=st.floats(120, 3600, exclude_min=True),
    note=st.text(max_size=40),
)
def test_whatever_was_counted_comes_back_and_can_be_undone(taps, other, length, note):
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock(MOMENT)
        with Diary.open(Path(folder) / "diary.sqlite", clock=clock) as diary:
            saved = diary.rest.save(RestCount(MOMENT, length, tuple(taps), note)).value
            assert diary.rest.all() == (saved,)
            assert sorted(tap.after_ms for tap in saved.taps) == sorted(
                tap.after_ms for tap in taps
            )
            changed = diary.rest.edit(replace(saved, taps=tuple(other))).value
            assert diary.rest.all() == (changed,)
            diary.undo()
            if changed != saved:
                assert diary.rest.all() == (saved,)
                diary.undo()
            assert diary.rest.all() == ()
            diary.changed = False
