from __future__ import annotations

import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.imported import left_out, problems, records
from twitchlog.diary.imports import Cancelled, NotImportable, Watch, read_file, sniff
from twitchlog.domain.imports import ImportedDose

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.imports import Choices, Found

FILES = Path(__file__).parents[2] / "data" / "imports"
_SLEEP = (
    '<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="Watch" '
    'value="HKCategoryValueSleepAnalysisAsleepCore" startDate="{}" endDate="{}"/>'
)


def _amounts(found: list[Found], factor: str) -> dict[date, float]:
    amounts: dict[date, float] = {}
    for dose in records(found, ImportedDose):
        if dose.factor == factor:
            amounts[dose.moment.day] = amounts.get(dose.moment.day, 0) + dose.amount
    return amounts


@pytest.fixture
def export(tmp_path: Path, choices: Choices) -> Callable[[str], list[Found]]:
    """Read an export with these records in it."""

    def read(inside: str) -> list[Found]:
        path = tmp_path / "export.xml"
        path.write_text(f"<HealthData>{inside}</HealthData>", encoding="utf-8")
        return list(read_file(sniff(path), choices))

    return read


def test_a_night_seen_by_watch_and_telephone_counts_once_on_the_day_of_waking(
    found: Callable[..., list[Found]],
) -> None:
    # 23:00-23:50 and 0:00-6:10 of the watch hold the telephone's 1:00-6:00; a nap adds 30 minutes
    assert _amounts(found("apple-health.xml"), "sleep") == {date(2026, 6, 16): 7.5}


def test_caffeine_comes_in_with_its_time_unit_and_own_clock(
    found: Callable[..., list[Found]],
) -> None:
    all_ = found("apple-health.xml")
    one, other = [dose for dose in records(all_, ImportedDose) if dose.factor == "caffeine"]
    assert (one.factor, one.amount) == ("caffeine", 95)
    assert (other.amount, other.moment.offset_min) == (80, -240)
    assert other.moment.day == date(2026, 6, 16)
    assert other.moment.utc == datetime(2026, 6, 17, 3, 30, tzinfo=UTC)
    assert problems(all_) == {32: "“1 cups” is not an amount."}


def test_a_workout_is_not_counted_a_second_time_as_exercise_minutes(
    found: Callable[..., list[Found]],
) -> None:
    assert _amounts(found("apple-health.xml"), "exercise") == {
        date(2026, 6, 16): 32.5,
        date(2026, 6, 17): 12,
    }


def test_what_is_not_brought_in_is_counted(found: Callable[..., list[Found]]) -> None:
    assert left_out(found("apple-health.xml"))["Heart rate"] == 1


def test_the_zip_file_of_the_telephone_is_read_as_it_is(
    tmp_path: Path, choices: Choices, found: Callable[..., list[Found]]
) -> None:
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(FILES / "apple-health.xml", "apple_health_export/Export.xml")
    assert list(read_file(sniff(path), choices)) == found("apple-health.xml")


def test_sleep_after_midnight_in_another_zone_is_of_the_day_woken_there(
    export: Callable[[str], list[Found]],
) -> None:
    all_ = export(
        _SLEEP.format("2026-06-10 22:00:00 -0700", "2026-06-11 01:00:00 -0700")
        + _SLEEP.format("2026-06-11 01:30:00 -0700", "2026-06-11 05:00:00 -0700")
    )
    assert _amounts(all_, "sleep") == {date(2026, 6, 11): 6.5}


def test_entities_are_refused_before_they_grow(tmp_path: Path, choices: Choices) -> None:
    path = tmp_path / "export.xml"
    laughs = "".join(f'<!ENTITY l{n} "&l{n - 1};&l{n - 1};">' for n in range(1, 40))
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE HealthData [<!ENTITY l0 "ha">{laughs}]>'
        "<HealthData><Record type='&l39;'/></HealthData>",
        encoding="utf-8",
    )
    with pytest.raises(NotImportable, match="stand-in for other text"):
        list(read_file(sniff(path), choices))


def test_a_damaged_export_is_said_with_the_line(tmp_path: Path, choices: Choices) -> None:
    path = tmp_path / "export.xml"
    path.write_bytes((FILES / "apple-health.xml").read_bytes()[:3000])
    with pytest.raises(NotImportable, match="is damaged in line"):
        list(read_file(sniff(path), choices))


def test_a_long_export_tells_how_far_it_is_and_stops_when_asked(
    tmp_path: Path, choices: Choices
) -> None:
    path = tmp_path / "export.xml"
    record = _SLEEP.format("2026-06-10 22:00:00 -0700", "2026-06-11 01:00:00 -0700")
    path.write_text(f"<HealthData>{record * 10_000}</HealthData>", encoding="utf-8")
    told: list[tuple[int, int]] = []
    list(read_file(sniff(path), choices, watch=Watch(lambda *far: told.append(far))))
    assert told[-1] == (path.stat().st_size, path.stat().st_size)
    assert len(told) > 4
    with pytest.raises(Cancelled):
        list(read_file(sniff(path), choices, watch=Watch(cancelled=lambda: True)))
