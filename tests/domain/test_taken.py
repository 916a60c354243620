from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from twitchlog.domain.counts.taken import taken
from twitchlog.domain.medication import AS_NEEDED, Dose, IntakeKind, Medication
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.treatment import Treatment

FIRST = date(2026, 3, 1)
DAYS = tuple(FIRST + timedelta(days=at) for at in range(10))


def on(day: int) -> PartialDate:
    return PartialDate(2026, 3, day)


def signs(by_day) -> str:
    """A sign a day: taken, not taken, or unknown."""
    return "".join({1.0: "x", 0.0: "-", None: "?"}[by_day.get(day)] for day in DAYS)


def test_courses_of_one_name_are_one_thing_and_a_change_of_brand_is_no_switch() -> None:
    """From the 3rd to the 4th, on from the 5th as *magnesium*, and again on the 8th."""
    found = taken(
        (
            Medication("a", "Magnesium", started=on(3), stopped=on(4)),
            Medication("b", "magnesium", started=on(5), stopped=on(6)),
            Medication("c", "Magnesium", started=on(8), stopped=on(8)),
        ),
        (),
        DAYS,
    )
    (one,) = found
    assert signs(one.by_day) == "--xxxx-x--"
    assert one.switches == 4
    assert (one.factor.label, one.factor.own) == ("Magnesium", True)


def test_what_is_taken_all_the_time_never_switched_and_what_was_never_taken_is_nothing() -> None:
    found = taken(
        (
            Medication("a", "Ramipril", started=PartialDate(2020)),
            Medication("b", "Ibuprofen", stopped=PartialDate(2021)),
        ),
        (),
        DAYS,
    )
    assert [(each.factor.label, each.switches) for each in found] == [("Ramipril", 0)]


def test_a_start_known_to_the_month_leaves_its_days_unknown() -> None:
    """Until the 4th the first course surely ran; whether the second had begun then is not known."""
    found = taken(
        (
            Medication("a", "Ramipril", started=on(1), stopped=on(4)),
            Medication("b", "Ramipril", started=PartialDate(2026, 3)),
        ),
        (),
        DAYS,
    )
    (one,) = found
    assert signs(one.by_day) == "xxxx??????"
    assert one.switches == 0


def test_a_treatment_is_a_thing_of_the_day_too() -> None:
    (one,) = taken((), (Treatment("t", "stretching", started=on(9)),), DAYS)
    assert signs(one.by_day) == "--------xx"
    assert one.switches == 1


def test_a_medicine_by_need_was_taken_on_the_days_of_its_doses(diary) -> None:
    clock = diary.clock.now().day
    days = tuple(clock - timedelta(days=back) for back in (3, 2, 1, 0))
    ibuprofen = diary.medications.add(
        "Ibuprofen", dose=Dose(400, "mg", AS_NEEDED), started=PartialDate.of(days[0])
    ).value
    diary.medications.take(ibuprofen.id, IntakeKind.NEEDED)
    given = taken(diary.medications.all(), (), days)
    (one,) = given
    assert [one.by_day[day] for day in days] == [0, 0, 0, 1]
    assert one.switches is None
    daily = replace(diary.medications.all()[0], dose=Dose(400, "mg", "once"))
    assert taken((daily,), (), days)[0].switches == 0


def test_what_was_taken_daily_and_later_by_need_was_taken_on_the_days_of_both(diary) -> None:
    clock = diary.clock.now().day
    days = tuple(clock - timedelta(days=back) for back in (4, 3, 2, 1, 0))
    diary.medications.add(
        "Ibuprofen",
        dose=Dose(400, "mg", "once"),
        started=PartialDate.of(days[0]),
        stopped=PartialDate.of(days[1]),
    )
    by_need = diary.medications.add(
        "ibuprofen", dose=Dose(400, "mg", AS_NEEDED), started=PartialDate.of(days[2])
    ).value
    diary.medications.take(by_need.id, IntakeKind.NEEDED)
    (one,) = taken(diary.medications.all(), (), days)
    assert [one.by_day[day] for day in days] == [1, 1, 0, 0, 1]
    assert one.switches == 2
