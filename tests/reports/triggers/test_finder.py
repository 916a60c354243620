from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pytest

from twitchlog.domain.checkin import DaySummary
from twitchlog.domain.factor import FACTORS
from twitchlog.domain.trigger_choices import Suspect, TriggerChoices
from twitchlog.reports.triggers.estimating import Estimate, Factor
from twitchlog.reports.triggers.finder import Look, Tried, Why, look
from twitchlog.reports.triggers.judging import Finding, Lack, Verdict, alone

LAST = date(2026, 6, 18)


def kept(
    seed: int, *, days: int = 180, unlogged: float = 0.1
) -> tuple[list[DaySummary], dict[str, dict[date, float]]]:
    """An invented diary: less sleep goes with more twitches, caffeine and alcohol do not."""
    rng = np.random.default_rng(seed)
    calendar = [LAST - timedelta(days=back) for back in reversed(range(days))]
    sleep = np.clip(np.round(2 * rng.normal(7, 1, days)) / 2, 4, 10)
    caffeine = 95.0 * rng.integers(0, 4, days)
    alcohol = np.where(rng.random(days) < 0.4, 13.0, 0.0)
    count = rng.poisson(3 * np.exp(-0.35 * (sleep - 7)))
    logged = rng.random(days) >= unlogged
    summaries = [
        DaySummary(day, int(n) if there else 0, logged=bool(there))
        for day, n, there in zip(calendar, count, logged, strict=True)
    ]
    amounts = {
        name: {
            day: float(x) for day, x, there in zip(calendar, values, logged, strict=True) if there
        }
        for name, values in (("sleep", sleep), ("caffeine", caffeine), ("alcohol", alcohol))
    }
    return summaries, amounts


@pytest.fixture(scope="module")
def found() -> Look:
    return look(*kept(1, unlogged=0.0), FACTORS)


def test_what_a_judgement_rests_on_stands_beside_it(found: Look) -> None:
    """180 days; of the first the alcohol of the day before is not known; it counts all the same."""
    assert [each.column.name for each in found.judged] == ["sleep", "caffeine", "alcohol+1"]
    for each in found.judged:
        assert each.basis is not None
        assert len(each.basis.days) == 180
        assert len(each.basis.recorded(each.column)) == 180 - each.column.coding.lag
        assert each.basis.days[-1] == LAST
        beside = [other.name for other in each.basis.beside(each.column)]
        assert beside == [
            other.column.name for other in found.judged if other.column != each.column
        ]


def test_the_curve_of_a_factor_is_in_its_own_unit(found: Look) -> None:
    sleep = found.judged[0]
    assert sleep.basis is not None
    curve = sleep.basis.dose_response(sleep.column)
    assert 4 <= curve.curve[0].amount < curve.curve[-1].amount <= 10
    assert curve.curve[0].rate > curve.curve[-1].rate
    assert sum(group.days for group in curve.groups) == 180


def test_what_was_left_out_after_the_first_look_still_counts() -> None:
    """Alcohol and exercise, three tests: left out before they are none, left out after they are."""
    days, amounts = kept(2)
    amounts["exercise"] = {day: float(at % 7) for at, day in enumerate(amounts["caffeine"])}
    gone = frozenset({"alcohol", "exercise"})
    before = look(days, amounts, FACTORS, choices=TriggerChoices(gone))
    after = look(days, amounts, FACTORS, choices=TriggerChoices(gone, first_looked=LAST))
    assert [each.column.name for each in before.judged] == ["sleep", "caffeine"]
    assert [each.column.name for each in after.judged] == ["sleep", "caffeine"]
    assert (before.counted, after.counted) == (2, 5)
    assert (before.looked_at, after.looked_at, after.once_seen) == (2, 2, 3)
    for one, other in zip(before.judged, after.judged, strict=True):
        assert one.finding.factor.p == other.finding.factor.p
    sleep, still = before.judged[0].finding.factor, after.judged[0].finding.factor
    assert still.q == pytest.approx(sleep.q * 5 / 2)


def test_a_suspect_named_before_looking_is_tested_alone_on_all_days() -> None:
    days, amounts = kept(3)
    choices = TriggerChoices(suspect=Suspect("caffeine", LAST, before_looking=True))
    plain, named = look(days, amounts, FACTORS), look(days, amounts, FACTORS, choices=choices)
    assert named.suspect is not None
    assert named.suspect.since is None
    assert [each.column.name for each in named.judged] == ["sleep", "alcohol+1"]
    assert (plain.counted, named.counted) == (3, 2)
    together = plain.judged[1].finding.factor
    assert named.suspect.finding.factor.p == together.p
    assert named.suspect.finding.factor.q is None
    assert named.looked_at == plain.looked_at == 3
    assert named.could_be_judged == plain.could_be_judged


@pytest.mark.parametrize(("p", "verdict"), [(0.049, Verdict.LINKED), (0.051, Verdict.UNCLEAR)])
def test_alone_the_bar_is_five_in_a_hundred(p: float, verdict: Verdict) -> None:
    whole = found_alone(p)
    assert alone(Finding(whole.factors[0], Verdict.NOT_ENOUGH), whole).verdict is verdict


def found_alone(p: float) -> Estimate:
    factor = Factor("a", 1.0, 0.3, 0.15, 0.1, 2.0, p, None, (-0.1, 0.6), 0.9, None, 120)
    return Estimate(120, 140, 90, 0.3, converged=True, factors=(factor,))


def test_a_suspect_named_after_looking_is_tested_on_the_days_after_only() -> None:
    days, amounts = kept(4)
    named = LAST - timedelta(days=80)
    suspect = Suspect("sleep", named, before_looking=False)
    found = look(days, amounts, FACTORS, choices=TriggerChoices(suspect=suspect))
    assert [each.column.name for each in found.judged] == ["sleep", "caffeine", "alcohol+1"]
    assert found.suspect is not None
    assert found.suspect.since == named
    assert found.suspect.basis is not None
    assert found.suspect.basis.days[0] > named
    later = [day for day in days if day.day > named]
    alone_there = look(later, amounts, FACTORS)
    assert found.suspect.finding.factor.p == alone_there.judged[0].finding.factor.p


def test_a_suspect_named_lately_says_how_many_more_days_it_takes() -> None:
    days, amounts = kept(4, unlogged=0.0)
    suspect = Suspect("sleep", LAST - timedelta(days=10), before_looking=False)
    found = look(days, amounts, FACTORS, choices=TriggerChoices(suspect=suspect)).suspect
    assert found is not None
    assert found.finding.verdict is Verdict.NOT_ENOUGH
    assert (found.finding.lack, found.finding.more_days) == (Lack.DAYS, 50)


def test_what_is_being_tried_is_not_judged_and_no_suspect_either() -> None:
    days, amounts = kept(5)
    until = LAST + timedelta(days=20)
    choices = TriggerChoices(suspect=Suspect("caffeine", LAST, before_looking=True))
    found = look(days, amounts, FACTORS, choices=choices, tried=Tried("caffeine", until))
    assert [each.column.name for each in found.judged] == ["sleep", "alcohol+1"]
    assert found.suspect is None
    assert [(each.why, each.until) for each in found.table.left_out] == [(Why.TRIED, until)]
    assert found.looked_at == 3
    assert found.judged[0].basis is not None
    beside = found.judged[0].basis.beside(found.judged[0].column)
    assert [each.name for each in beside] == ["caffeine", "alcohol+1"]


@pytest.mark.parametrize("suspect", [None, Suspect("sleep", LAST, before_looking=True)])
def test_to_begin_a_trial_moves_nothing_else(suspect: Suspect | None) -> None:
    """What is tried is tested as before, without a word: the others keep their q and verdicts."""
    days, amounts = kept(5)
    choices = TriggerChoices(suspect=suspect, first_looked=LAST)
    before = look(days, amounts, FACTORS, choices=choices)
    tried = Tried("caffeine", LAST + timedelta(days=20))
    after = look(days, amounts, FACTORS, choices=choices, tried=tried)
    assert [each for each in before.judged if each.column.factor != "caffeine"] == list(
        after.judged
    )
    assert (before.suspect, before.counted) == (after.suspect, after.counted)


def test_to_try_the_suspect_moves_nothing_else_either() -> None:
    days, amounts = kept(5)
    choices = TriggerChoices(suspect=Suspect("caffeine", LAST, before_looking=True))
    before = look(days, amounts, FACTORS, choices=choices)
    tried = Tried("caffeine", LAST + timedelta(days=20))
    after = look(days, amounts, FACTORS, choices=choices, tried=tried)
    assert (before.judged, before.counted) == (after.judged, after.counted)


def test_things_are_counted_once_and_comparisons_once_a_lag() -> None:
    """Exercise is compared twice; magnesium, begun once, is looked at and cannot be compared."""
    days, amounts = kept(2)
    amounts["exercise"] = {day: 30.0 * (at % 3) for at, day in enumerate(amounts["caffeine"])}
    amounts["magnesium"] = {day: float(at > 60) for at, day in enumerate(amounts["caffeine"])}
    found = look(days, amounts, FACTORS, switches={"magnesium": 1})
    assert (found.things, found.looked_at, found.counted) == (5, 6, 5)
    assert len(found.judged) + len(found.table.left_out) == found.looked_at


def test_before_sixty_days_each_says_how_many_more_it_takes() -> None:
    found = look(*kept(6, days=40, unlogged=0.0), FACTORS)
    assert found.estimate is None
    assert [(each.finding.lack, each.finding.more_days) for each in found.judged] == [
        (Lack.DAYS, 20), (Lack.DAYS, 20), (Lack.DAYS, 21)
    ]  # fmt: skip
    assert found.could_be_judged == 0


def test_a_diary_with_ordinary_gaps_gets_answers() -> None:
    """Check-ins on four of five logged days, and one day of seven not logged."""
    days, amounts = kept(7, unlogged=0.15)
    for at, day in enumerate(sorted(amounts["sleep"])):
        if at % 5 == 0:
            for by_day in amounts.values():
                del by_day[day]
    found = look(days, amounts, FACTORS)
    assert found.could_be_judged == 3
    assert found.judged[0].finding.verdict is Verdict.LINKED
    assert found.table.left_out == ()


def test_nothing_recorded_is_nothing_looked_at() -> None:
    days, _amounts = kept(8)
    found = look(days, {}, FACTORS)
    assert (found.looked_at, found.judged, found.estimate) == (0, (), None)
