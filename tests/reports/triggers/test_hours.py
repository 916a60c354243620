from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from twitchlog.domain.counts.hours import Hours
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.trigger_choices import TriggerChoices
from twitchlog.reports.triggers import words
from twitchlog.reports.triggers.daily import Tried
from twitchlog.reports.triggers.hours import AfterDose, after_doses, hours_of
from twitchlog.reports.triggers.judging import Verdict

FIRST = date(2026, 1, 1)


def kept(seed: int, *, days: int, effect: float = 0.0) -> Hours:
    """Coffee and twitches keep their hours; each third coffee brings a twitch logged with it."""
    rng = np.random.default_rng(seed)
    entries, doses = {}, {}
    clock = 0.9 * np.sin((np.arange(24) - 14) / 24 * 2 * np.pi)
    for number in range(days):
        cups = [int(each) for each in rng.normal([510, 780, 960], 50)[: rng.integers(0, 4)]]
        after = np.array(
            [any(0 < 60 * hour - cup <= 120 for cup in cups) for hour in range(24)], dtype=float
        )
        rate = np.exp(rng.normal(-1.2, 0.7) + clock + effect * after) * rng.gamma(2, 0.5, 24)
        count = rng.poisson(rate * (np.arange(24) >= 7))
        for cup in cups:
            count[cup // 60] += rng.random() < 0.3
        day = FIRST + timedelta(days=number)
        entries[day], doses[day] = tuple(map(int, count)), tuple((cup, 0.0) for cup in cups)
    return Hours(entries, {"caffeine": doses})


def test_the_hour_of_a_dose_is_left_out_and_the_two_after_it_count() -> None:
    """The window starts at 8; coffee at 10:15, a run from 14:30 to 15:10, another at 21:30."""
    kinds = dict(hours_of(((10 * 60 + 15, 0.0), (14 * 60 + 30, 40.0), (21 * 60 + 30, 0.0)), 8))
    clock = {(8 + at) % 24: after for at, after in kinds.items()}
    assert set(range(8, 22)) - set(clock) == {10, 14, 15, 21}
    assert {hour for hour, after in clock.items() if after} == {11, 12, 16, 17}


def test_a_dose_before_the_window_reaches_into_it() -> None:
    kinds = dict(hours_of(((7 * 60 + 20, 0.0),), 8))
    assert [at for at, after in kinds.items() if after] == [0, 1]


def test_what_is_logged_in_one_go_is_no_false_alarm() -> None:
    """60 diaries of 90 days, coffee inert: about one in twenty has p under 5 %."""
    found = [after_doses(kept(seed, days=90))[0].found for seed in range(60)]
    assert sum(each is not None for each in found) == 60
    assert sum(each.p < 0.05 for each in found if each is not None) <= 8


def test_a_planted_effect_is_found() -> None:
    found = [after_doses(kept(seed, days=120, effect=0.7))[0] for seed in range(10)]
    assert {each.verdict for each in found} == {Verdict.LINKED}
    said = words.after_dose(found[0], FACTORS["caffeine"])
    assert said.startswith("In the 2 hours after caffeine you logged about ")
    assert "as in other hours of the same days (likely between" in said
    assert said.endswith("that does not show that one causes the other.")


def test_few_days_say_how_many_more_are_needed() -> None:
    (found,) = after_doses(kept(1, days=40))
    assert found.verdict is Verdict.NOT_ENOUGH
    assert found.more_days is not None
    assert found.more_days >= 20
    assert words.after_dose(found, FACTORS["caffeine"]).startswith(f"About {found.more_days} more")


def test_what_is_being_tried_or_left_out_is_not_told() -> None:
    """Whether or not it is recorded on enough days to stand among the factors of the day."""
    hours = kept(1, days=120, effect=0.7)
    assert after_doses(hours, tried=Tried("caffeine", FIRST + timedelta(days=150))) == ()
    assert after_doses(hours, choices=TriggerChoices(left_out=frozenset({"caffeine"}))) == ()
    assert len(after_doses(hours, tried=Tried("sleep", FIRST), choices=TriggerChoices())) == 1


@pytest.mark.parametrize("hours", [Hours({}, {}), Hours({}, {"caffeine": {FIRST: ()}})])
def test_without_doses_there_is_nothing_to_tell(hours: Hours) -> None:
    assert after_doses(hours) == ()


def test_doses_on_days_without_twitches_need_all_the_days() -> None:
    hours = Hours({}, {"caffeine": {FIRST: ((600, 0.0),)}})
    assert after_doses(hours) == (AfterDose("caffeine", Verdict.NOT_ENOUGH, 0, 0, more_days=60),)
