"""Logging a twitch: what is kept, what is refused, and what makes the next one quick."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from twitchlog.clock import FixedClock
from twitchlog.diary import Diary
from twitchlog.domain.errors import BadInput, NotFound, UnknownSite
from twitchlog.domain.moment import Moment
from twitchlog.domain.period import Period
from twitchlog.domain.profile import Profile
from twitchlog.domain.twitch import (
    OWN,
    Activity,
    Pattern,
    Relief,
    Seen,
    Strength,
    Trigger,
)

HARD_TEXTS = {
    "emoji": "🦵🏽 calf 👩‍👩‍👧",
    "right to left": "رفة في الساق اليسرى",
    "both directions": "left \u202eשמאל\u202c end",
    "combining": "e\u0301 is one letter",
    "lines": "one\r\ntwo\rthree\n",
    "quotes": "'; DROP TABLE twitches; --",
    "percent": "%s %(name)s {0} :id",
}


def test_everything_that_was_said_is_kept(diary, clock):
    written = diary.twitches.log(
        ["calf-left", "eyelid-right"],
        moment=clock.now().earlier(minutes=15),
        duration_s=20.04,
        strength=Strength.CLEAR,
        triggers=[Trigger("caffeine"), Trigger(OWN, "  long   drive ")],
        note=" after the stairs\n",
    )
    found = diary.twitches.get(written.value.id)
    assert found == written.value
    assert found.sites == ("calf-left", "eyelid-right")
    assert found.moment.local.isoformat() == "2026-06-18T20:49:00+02:00"
    assert found.moment.zone == "Europe/Berlin"
    assert found.duration_s == 20.0
    assert found.strength is Strength.CLEAR
    assert found.triggers == (Trigger("caffeine"), Trigger(OWN, "long drive"))
    assert found.note == "after the stairs"


def test_only_the_place_is_required(diary, clock):
    found = diary.twitches.log(["tongue"]).value
    assert found.moment == clock.now()
    assert (found.duration_s, found.strength, found.triggers, found.note) == (None, None, (), "")


def test_what_was_written_says_what_changed(diary, clock):
    changes = diary.twitches.log(["calf-left"]).changes
    assert changes.name == "Left calf logged"
    assert changes.kinds == {"twitches"}
    assert changes.days == {clock.now().day}
    assert changes.step == 1


def test_many_twitches_a_day_are_all_kept(diary):
    for _n in range(50):
        diary.twitches.log(["calf-left"])
    assert diary.twitches.count() == 50
    assert len({entry.id for entry in diary.twitches.newest(60)}) == 50


@pytest.mark.parametrize("text", HARD_TEXTS.values(), ids=HARD_TEXTS)
def test_text_in_any_script_comes_back_as_it_was_typed(diary, text):
    from unicodedata import normalize

    entry = diary.twitches.log(["calf-left"], note=text).value
    typed = normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    assert diary.twitches.get(entry.id).note == typed


def test_characters_that_no_file_can_hold_are_dropped_and_the_rest_stays(diary):
    entry = diary.twitches.log(["calf-left"], note="a\x00b\ud800c\x1b[31md").value
    assert diary.twitches.get(entry.id).note == "abc[31md"


@pytest.mark.parametrize(
    "wrong",
    [
        {"sites": []},
        {"duration_s": 0},
        {"duration_s": -5},
        {"duration_s": 86_401},
        {"duration_s": float("nan")},
        {"duration_s": float("inf")},
        {"note": "x" * 100_000},
        {"triggers": [Trigger(OWN, "x" * 61)]},
        {"triggers": [Trigger("moon")]},
        {"days": 1},
        {"minutes": 2},
        {"days": -400 * 365},
    ],
    ids=repr,
)
def test_what_cannot_be_is_refused_and_nothing_changes(logged, clock, rows, wrong):
    before = rows(logged.path, steps=True)
    given = {"sites": ["calf-left"], **wrong}
    shift = {unit: given.pop(unit) for unit in ("days", "minutes") if unit in given}
    moment = clock.now().shifted(timedelta(**shift))
    with pytest.raises(BadInput) as refused:
        logged.twitches.log(given.pop("sites"), moment=moment, **given)
    assert refused.value.exit_code == 2
    assert refused.value.sentence.endswith(".")
    assert "\n" not in refused.value.sentence
    assert rows(logged.path, steps=True) == before


def test_a_clock_a_few_seconds_ahead_is_no_reason_to_refuse(diary, clock):
    assert diary.twitches.log(["calf-left"], moment=clock.now().shifted(timedelta(seconds=50)))


def test_a_day_before_the_person_was_born_is_refused(diary):
    diary.profile.save(Profile(born=date(1990, 5, 4)))
    born = Moment.of(datetime(1990, 5, 4, 12, tzinfo=ZoneInfo("Europe/Berlin")))
    assert diary.twitches.log(["calf-left"], moment=born)
    with pytest.raises(BadInput, match="before you were born"):
        diary.twitches.log(["calf-left"], moment=born.shifted(timedelta(days=-1)))
    assert diary.twitches.count() == 1


def test_an_unknown_place_is_answered_with_the_nearest_three(diary):
    with pytest.raises(UnknownSite) as unknown:
        diary.twitches.log(["calf-left", "calf-lft"])
    assert "calf-left" in unknown.value.nearest
    assert len(unknown.value.nearest) == 3
    assert diary.twitches.count() == 0


def test_a_place_or_trigger_named_twice_is_kept_once(diary):
    entry = diary.twitches.log(
        ["calf-left", "calf-left"],
        triggers=[Trigger(OWN, "Wine"), Trigger(OWN, "wine"), Trigger("stress"), Trigger("stress")],
    ).value
    assert entry.sites == ("calf-left",)
    assert entry.triggers == (Trigger(OWN, "Wine"), Trigger("stress"))
    assert diary.twitches.get(entry.id) == entry


def test_every_field_can_be_changed_and_the_entry_moves_to_another_day(logged, clock):
    entry = logged.twitches.newest(1)[0]
    changed = replace(
        entry,
        moment=clock.now().shifted(timedelta(days=-3)),
        sites=("thumb-right", "calf-left"),
        duration_s=None,
        strength=Strength.STRONG,
        triggers=(Trigger("exercise"),),
        note="",
    )
    changes = logged.twitches.edit(changed).changes
    assert logged.twitches.get(entry.id) == changed
    assert changes.days == {entry.moment.day, changed.moment.day}
    assert logged.twitches.on_day(entry.moment.day) == ()


def test_an_edit_that_is_refused_changes_nothing(logged, rows):
    entry = logged.twitches.newest(1)[0]
    before = rows(logged.path, steps=True)
    for wrong in ({"sites": ("nowhere",)}, {"duration_s": 0}, {"note": "x" * 100_000}):
        with pytest.raises(BadInput):
            logged.twitches.edit(replace(entry, **wrong))
    assert rows(logged.path, steps=True) == before


def test_an_entry_that_is_gone_cannot_be_changed_removed_or_read(logged):
    entry = logged.twitches.newest(1)[0]
    logged.twitches.remove(entry.id)
    with pytest.raises(NotFound):
        logged.twitches.edit(entry)
    with pytest.raises(NotFound):
        logged.twitches.remove(entry.id)
    with pytest.raises(NotFound):
        logged.twitches.get(entry.id)


def test_removing_several_is_all_or_nothing(diary, rows):
    ids = [diary.twitches.log(["calf-left"]).value.id for _n in range(3)]
    before = rows(diary.path)
    with pytest.raises(NotFound):
        diary.twitches.remove(*ids, "not there")
    assert rows(diary.path) == before
    written = diary.twitches.remove(*ids)
    assert (written.value, written.changes.name) == (3, "3 entries removed")
    assert diary.twitches.count() == 0


def test_lists_are_in_the_order_of_time(diary, clock, later):
    first = diary.twitches.log(["calf-left"]).value
    later(minutes=1)
    third = diary.twitches.log(["calf-left"]).value
    second = diary.twitches.log(["calf-left"], moment=clock.now().earlier(minutes=0.5)).value
    assert diary.twitches.newest(2) == (third, second)
    assert diary.twitches.on_day(clock.now().day) == (third, second, first)
    today = Period(clock.now().day, clock.now().day)
    assert diary.twitches.between(today) == (first, second, third)
    assert diary.twitches.between(today, limit=1) == (first,)


def test_recent_places_come_newest_first_and_once_each(diary, later):
    for place in ("calf-left", "tongue", "calf-left", "chin", "nose", "scalp"):
        diary.twitches.log([place])
        later(minutes=1)
    recent = diary.twitches.recent_sites(limit=4)
    assert [place.site for place in recent] == ["scalp", "nose", "chin", "calf-left"]
    assert recent[0].last == diary.twitches.newest(1)[0].moment


def test_triggers_are_offered_last_used_first_then_the_built_in_ones(diary, later):
    diary.twitches.log(["calf-left"], triggers=[Trigger(OWN, "wine"), Trigger("stress")])
    later(minutes=1)
    diary.twitches.log(["calf-left"], triggers=[Trigger("medicine")])
    offered = [trigger.label for trigger in diary.twitches.recent_triggers()]
    assert offered == ["Medicine", "wine", "Stress", "Caffeine", "Poor sleep", "Exercise"]


def test_a_flight_moves_no_entry_to_another_day(tmp_path):
    berlin = Moment.of(datetime(2026, 6, 18, 1, 30, tzinfo=ZoneInfo("Europe/Berlin")))
    clock = FixedClock(berlin)
    with Diary.open(tmp_path / "d.sqlite", clock=clock) as diary:
        entry = diary.twitches.log(["calf-left"]).value
        clock.moment = Moment.of(datetime(2026, 6, 17, 22, 0, tzinfo=ZoneInfo("America/New_York")))
        assert diary.twitches.get(entry.id).moment.day == date(2026, 6, 18)
        assert diary.twitches.on_day(date(2026, 6, 18)) == (entry,)
        there = diary.twitches.log(["calf-left"]).value
        assert there.moment.day == date(2026, 6, 17)
        assert diary.twitches.newest(2) == (there, entry)


@pytest.mark.parametrize(
    ("wall", "said"),
    [
        (datetime(2026, 3, 29, 2, 30), "2026-03-29T03:30:00+02:00"),
        (datetime(2026, 10, 25, 2, 30), "2026-10-25T02:30:00+02:00"),
        (datetime(2026, 3, 29, 0, 10), "2026-03-29T00:10:00+01:00"),
    ],
)
def test_on_the_days_the_clocks_change_an_entry_keeps_its_day_and_its_time(tmp_path, wall, said):
    now = Moment.of(datetime(2026, 12, 1, tzinfo=ZoneInfo("Europe/Berlin")), "Europe/Berlin")
    clock = FixedClock(now)
    with Diary.open(tmp_path / "d.sqlite", clock=clock) as diary:
        entry = diary.twitches.log(["calf-left"], moment=clock.at(wall)).value
        kept = diary.twitches.get(entry.id)
    assert kept.moment.local.isoformat() == said
    assert kept.moment.day == wall.date()


def test_a_twitch_in_full_is_read_back_changed_removed_and_brought_back(diary):
    full = diary.twitches.log(
        ["calf-left", "thigh-left"],
        pattern=Pattern.RIPPLING,
        seen=Seen.VISIBLE,
        activity=Activity.FALLING_ASLEEP,
        reliefs=[Relief("stretching"), Relief(OWN, " cold  bath "), Relief(OWN, "Cold bath")],
    ).value
    assert diary.twitches.get(full.id) == full
    assert full.reliefs == (Relief("stretching"), Relief(OWN, "cold bath"))
    changed = replace(full, pattern=None, activity=Activity.REST, reliefs=(Relief("warmth"),))
    assert diary.twitches.edit(changed).value == diary.twitches.get(full.id) == changed
    diary.undo()
    assert diary.twitches.get(full.id) == full
    diary.twitches.remove(full.id)
    diary.bin.restore(full.id)
    assert diary.twitches.get(full.id) == full
    assert diary.twitches.recent_reliefs(3) == (
        Relief("stretching"),
        Relief(OWN, "cold bath"),
        Relief("by-itself"),
    )


def test_what_cannot_stop_a_twitch_is_refused(diary):
    with pytest.raises(BadInput, match="stops a twitch"):
        diary.twitches.log(["chin"], reliefs=[Relief("magic")])
    assert diary.twitches.count() == 0
