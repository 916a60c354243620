"""What was tried and what is new since the last visit, counted by the diary."""

from __future__ import annotations

from datetime import date, time, timedelta

from twitchlog.domain.appointment import Appointment
from twitchlog.domain.counts.switches import Turn
from twitchlog.domain.figures import Share, SinceVisit, Tried
from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.treatment import Effect

TODAY = date(2026, 6, 18)
MONTH = Period.ending(TODAY, days=28)


def ago(days):
    return TODAY - timedelta(days=days)


def twitch(diary, clock, day, site="calf-left"):
    diary.twitches.log([site], moment=clock.on(day, time(12)))


def test_a_treatment_is_counted_from_its_first_to_its_last_day_and_four_weeks_before(diary, clock):
    """From 10 to 6 days ago: twitching on 2 of 3 logged days; before: 1 of 2, one too long ago."""
    for day in (10, 8, 20, 39):
        twitch(diary, clock, ago(day))
    for day in (6, 12):
        diary.checkins.none_today(ago(day))
    first, last = PartialDate.of(ago(10)), PartialDate.of(ago(6))
    diary.treatments.add("massage", started=first, stopped=last, effect=Effect.LITTLE)
    assert diary.figures.visit(MONTH).tried == (
        Tried("Massage", False, first, last, Effect.LITTLE, Share(2, 3), Share(1, 2)),
    )


def test_a_medicine_counts_as_tried_only_where_it_is_taken_for_the_twitching(diary):
    diary.medications.add("Aspirin", started=PartialDate(2026, 6, 1))
    diary.medications.add("Magnesium", started=PartialDate(2026, 5), treats=True)
    (tried,) = diary.figures.visit(MONTH).tried
    assert (tried.name, tried.during, tried.before) == ("Magnesium", None, None)


def test_what_is_planned_only_was_not_tried(diary):
    diary.treatments.add("massage", started=PartialDate.of(TODAY + timedelta(days=3)))
    assert diary.figures.visit(MONTH).tried == ()


def test_without_an_earlier_visit_nothing_is_said_since_it(diary, clock):
    twitch(diary, clock, TODAY)
    diary.appointments.save(Appointment(TODAY + timedelta(days=9)))
    assert diary.figures.visit(MONTH).since_visit is None


def test_the_day_of_the_last_visit_counts_as_after_it(diary, clock):
    """Of 20 logged days before the visit 5 ago 2 with twitching, of 4 since 3; a new place then."""
    diary.appointments.save(Appointment(ago(5)))
    diary.appointments.save(Appointment(ago(300)))
    for day in range(6, 26):
        if day in (7, 9):
            twitch(diary, clock, ago(day))
        else:
            diary.checkins.none_today(ago(day))
    for day in (5, 3, 0):
        twitch(diary, clock, ago(day))
    twitch(diary, clock, ago(3), "eyelid-left")
    diary.checkins.none_today(ago(2))
    diary.medications.add("Magnesium", started=PartialDate.of(ago(2)), treats=True)
    found = diary.figures.visit(MONTH).since_visit
    assert isinstance(found, SinceVisit)
    assert (found.day, found.since, found.before) == (ago(5), Share(3, 4), Share(2, 20))
    assert found.sites == ("eyelid-left",)
    assert [(turn.name, turn.turn) for turn in found.turns] == [("Magnesium", Turn.STARTED)]


def test_a_place_is_not_called_new_where_little_was_logged_before_the_visit(diary, clock):
    diary.appointments.save(Appointment(ago(5)))
    for day in range(6, 19):
        diary.checkins.none_today(ago(day))
    twitch(diary, clock, ago(3))
    found = diary.figures.visit(MONTH).since_visit
    assert found is not None
    assert found.sites == ()


def test_a_visit_before_the_period_has_no_days_before_it_in_the_period(diary, clock):
    diary.appointments.save(Appointment(ago(60)))
    twitch(diary, clock, ago(50))
    found = diary.figures.visit(MONTH).since_visit
    assert found is not None
    assert (found.since, found.before) == (Share(1, 1), None)


def test_what_is_looked_at_are_the_two_years_up_to_the_end_of_the_period(diary, clock):
    twitch(diary, clock, ago(1000))
    figures = diary.figures.visit(MONTH)
    assert figures.exposures is not None
    assert len(figures.exposures.days) == 730
    assert figures.exposures.days[-1].day == TODAY


def test_no_day_before_the_diary_starts_is_looked_at(diary, clock):
    twitch(diary, clock, ago(100))
    figures = diary.figures.visit(MONTH)
    assert figures.exposures is not None
    assert figures.exposures.days[0].day == ago(100)


def test_a_trial_comes_with_its_days_so_far(diary, clock):
    trial = diary.experiments.start("caffeine", on="Coffee", off="No coffee", first=TODAY).value
    twitch(diary, clock, TODAY)
    ((kept, days),) = diary.figures.visit(MONTH).trials
    assert kept == trial
    assert [(day.day, day.count, day.logged) for day in days] == [(TODAY, 1, True)]
