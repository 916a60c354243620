"""Doses of medicines among the rows of Today and the Diary."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.presenters import today_page
from twitchlog.presenters.day_list import rows_of, sections

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.domain.medication import Medication


@pytest.fixture
def aspirin(diary: Diary) -> Medication:
    return diary.medications.add("Aspirin", dose=Dose(100, "mg", "once")).value


def today_rows(diary: Diary, clock: FixedClock) -> list[tuple[str, str, str]]:
    known = today_page.read(diary, clock.now().day)
    shown = today_page.page(known, (), now=clock.now(), first_start=False)
    return [(row.id, row.name, row.details) for row in shown.rows]


def test_today_shows_the_doses_recorded_in_one_row(
    diary: Diary, clock: FixedClock, aspirin: Medication
) -> None:
    assert today_rows(diary, clock) == []
    diary.medications.take(aspirin.id, IntakeKind.MISSED, moment=clock.now().earlier(minutes=60))
    diary.medications.take(aspirin.id, IntakeKind.EXTRA, amount=200)
    assert today_rows(diary, clock) == [
        (
            f"medicine:{aspirin.id}",
            "Medicine",
            "Aspirin: missed dose · Aspirin: extra dose, 200 mg, more than your usual dose",
        )
    ]
    other = diary.medications.add("Baclofen").value
    diary.medications.take(other.id, IntakeKind.LATE)
    ((row_id, _name, details),) = today_rows(diary, clock)
    assert row_id == "medicine:"
    assert details.endswith("Baclofen: late dose")


def test_a_day_of_the_diary_shows_them_and_is_not_folded_nor_logged_by_them(
    diary: Diary, clock: FixedClock, aspirin: Medication
) -> None:
    day = clock.now().day - timedelta(days=3)
    taken = clock.now().earlier(minutes=3 * 24 * 60)
    diary.medications.take(aspirin.id, IntakeKind.LATE, moment=taken)
    (row,) = rows_of((), None, day, taken=diary.medications.taken_on(day))
    assert (row.title, row.second, row.medicines) == (
        "Medicine", "Aspirin: late dose", (aspirin.id,),
    )  # fmt: skip
    (summary,) = (each for each in diary.days.ahead(day - timedelta(days=1)))
    assert (summary.taken, summary.logged) == (True, False)
    (found,) = (
        each
        for each in sections((summary,), chosen=day, today=clock.now().day)
        if each.first == day
    )
    assert found.rows == 1


def test_a_stopped_medicine_keeps_the_doses_of_its_days(
    diary: Diary, clock: FixedClock, aspirin: Medication
) -> None:
    from twitchlog.domain.profile import PartialDate

    diary.medications.take(aspirin.id, IntakeKind.EXTRA)
    diary.medications.stop(aspirin.id, PartialDate(2026, 1))
    assert [each.name for each in diary.medications.taken_on(clock.now().day)] == ["Aspirin"]
    assert diary.medications.taken_on(clock.now().day - timedelta(days=1)) == ()
