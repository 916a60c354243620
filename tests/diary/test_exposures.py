"""What there was by day, as the trigger finder asks for it: factors, medicines, treatments."""

from __future__ import annotations

from datetime import date, time, timedelta

from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate
from twitchlog.reports.triggers.finder import look
from twitchlog.reports.triggers.judging import Verdict

TODAY = date(2026, 6, 18)
NOON = time(12)


def ago(days):
    return TODAY - timedelta(days=days)


def test_medicines_and_treatments_stand_after_the_factors_with_their_switches(diary):
    diary.checkins.save(TODAY, {"sleep": 7.0})
    diary.medications.add("Magnesium", started=PartialDate.of(ago(20)))
    diary.treatments.add("massage", started=PartialDate.of(ago(9)), stopped=PartialDate.of(ago(5)))
    given = diary.counts.exposures(Period.ending(TODAY, days=28))
    assert list(given.factors) == ["sleep", "medicine/magnesium", "treatment/massage"]
    assert given.switches == {"medicine/magnesium": 1, "treatment/massage": 2}
    assert sum(given.amounts["treatment/massage"].values()) == 5
    assert given.factors["treatment/massage"].label == "Massage"


def test_a_medicine_begun_and_stopped_often_enough_is_judged_like_all_else(diary):
    """Ten courses of eight days in 160; more twitches without it."""
    for back in range(159, -1, -1):
        day = ago(back)
        taken = back // 8 % 2 == 0
        if back % 8 == 0 and taken:
            diary.medications.add(
                "Magnesium", started=PartialDate.of(ago(back + 7)), stopped=PartialDate.of(day)
            )
        for _n in range((1 if taken else 3) + back % 2):
            diary.twitches.log(["calf-left"], moment=diary.clock.on(day, NOON))
    given = diary.counts.exposures(Period.ending(TODAY, days=160))
    assert given.switches["medicine/magnesium"] == 19
    found = look(given.days, given.amounts, given.factors, switches=given.switches)
    (judged,) = found.judged
    assert judged.finding.verdict is Verdict.LINKED
    assert judged.finding.factor.log_rate_ratio < 0
    seldom = dict.fromkeys(given.switches, 3)
    few = look(given.days, given.amounts, given.factors, switches=seldom)
    assert few.judged == ()


def test_hours_know_a_day_only_where_all_its_coffee_has_a_time(diary):
    """Two coffees by their time; a day whose check-in knows of more; one that says none."""
    clock = diary.clock
    for day, hour in ((ago(3), 8), (ago(3), 13), (ago(2), 9)):
        diary.doses.log("caffeine", 95, moment=clock.on(day, time(hour, 15)))
    diary.checkins.save(ago(2), {"caffeine": 300.0})
    diary.checkins.save(ago(1), {"caffeine": 0.0})
    diary.twitches.log(["calf-left"], moment=clock.on(ago(3), time(14, 5)))
    hours = diary.counts.hours(Period.ending(TODAY, days=28))
    assert hours.doses["caffeine"] == {
        ago(3): ((8 * 60 + 15, 0.0), (13 * 60 + 15, 0.0)),
        ago(1): (),
    }
    assert [at for at, count in enumerate(hours.entries[ago(3)]) if count] == [14]


def test_hours_know_how_long_exercise_took(diary):
    diary.doses.log("exercise", 40, moment=diary.clock.on(ago(1), time(17, 30)))
    hours = diary.counts.hours(Period.ending(TODAY, days=7))
    assert hours.doses["exercise"] == {ago(1): ((17 * 60 + 30, 40.0),)}
