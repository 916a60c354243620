from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.imported import problems, records
from twitchlog.diary.imports import Cancelled, Watch, read_file, sniff
from twitchlog.diary.imports.dates import DateOrder, Dates
from twitchlog.diary.imports.table import preview, proposed
from twitchlog.diary.imports.times import read_time
from twitchlog.domain.errors import BadInput
from twitchlog.domain.imports import Choices, ImportedCheckin, ImportedTwitch
from twitchlog.domain.moment import Moment
from twitchlog.domain.twitch import Strength, Trigger

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.imports import Found

FILES = Path(__file__).parents[2] / "data" / "imports"


def test_a_table_is_read_as_it_is_meant(found: Callable[..., list[Found]]) -> None:
    first, second, third, *_rest = records(found("twitches.csv"), ImportedTwitch)
    assert first.moment.local == datetime(2026, 6, 14, 8, 15, tzinfo=first.moment.local.tzinfo)
    assert (first.moment.offset_min, first.moment.zone) == (120, "Europe/Berlin")
    assert first.sites == ("calf-left",)
    assert (first.duration_s, first.strength) == (20, Strength.MILD)
    assert first.triggers == (Trigger("caffeine"),)
    assert first.note == "After breakfast, sitting"
    assert second.sites == ("upper-eyelid-right",)
    assert second.triggers == (Trigger("poor-sleep"), Trigger("stress"))
    assert (third.duration_s, third.note) == (90, "two lines\nof a note")


def test_each_line_that_cannot_be_read_is_named_with_its_number_and_why(
    found: Callable[..., list[Found]],
) -> None:
    said = problems(found("twitches.csv"))
    assert sorted(said) == [9, 10, 11, 12, 13, 14, 15]
    assert said[9].startswith("No place is called “elbo”. Did you mean left elbow, ")
    assert "still to come" in said[10]
    assert "25:10" in said[11]
    assert "no time of day" in said[12]
    assert "more than a day" in said[13]
    assert "names no place" in said[14]
    assert "neither yes nor no" in said[15]


def test_what_a_line_does_not_say_is_filled_in_only_when_it_was_chosen(
    found: Callable[..., list[Found]],
) -> None:
    all_ = found("twitches.csv", site="thigh-left", minute=720)
    assert sorted(problems(all_)) == [9, 10, 11, 13, 15]
    by_line = {twitch.line: twitch for twitch in records(all_, ImportedTwitch)}
    assert by_line[12].moment.minute == 720
    assert by_line[14].sites == ("thigh-left",)


def test_lines_that_say_the_same_stay_two_and_are_known_again(
    found: Callable[..., list[Found]],
) -> None:
    twitches = records(found("twitches.csv"), ImportedTwitch)
    keys = [twitch.key for twitch in twitches]
    assert len(set(keys)) == len(keys)
    assert twitches[2].note == twitches[3].note
    assert keys == [twitch.key for twitch in records(found("twitches.csv"), ImportedTwitch)]


def test_a_line_is_known_again_however_its_columns_are_read(choices: Choices) -> None:
    sniffed = sniff(FILES / "twitches.csv")
    one = proposed(sniffed)
    other = one.with_named([("Note", "skip"), ("severity", "skip")])
    keys = [
        {record.key for record in records(read_file(sniffed, choices, mapping=m), ImportedTwitch)}
        for m in (one, other)
    ]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("name", ["german.csv", "german-cp1252.csv", "german-utf16.csv"])
def test_a_german_table_is_read_with_its_commas_places_and_words(
    name: str, found: Callable[..., list[Found]]
) -> None:
    all_ = found(name)
    assert problems(all_) == {}
    first, second = records(all_, ImportedTwitch)
    assert (first.sites, first.duration_s, first.strength) == (("calf-left",), 30, Strength.CLEAR)
    assert first.note == "nach dem Frühstück; im Sitzen"
    assert (second.sites, second.moment.minute) == (("thigh-right",), 22 * 60 + 10)
    days = {checkin.day: dict(checkin.amounts) for checkin in records(all_, ImportedCheckin)}
    assert days[date(2026, 6, 14)] == {"caffeine": 190, "sleep": 7.5}
    assert days[date(2026, 6, 15)] == {"sleep": 6.75}
    assert days[date(2026, 6, 16)] == {"caffeine": 1200, "sleep": 8}


def test_days_without_twitches_come_in_as_what_was_said_of_the_day(
    found: Callable[..., list[Found]],
) -> None:
    all_ = found("habits.csv")
    assert problems(all_) == {}
    first, second, third = records(all_, ImportedCheckin)
    assert dict(first.amounts) == {"sleep": 7.5, "caffeine": 95, "stress": 1, "exercise": 45}
    assert first.note == "long day"
    assert dict(second.amounts) == {"sleep": 6, "caffeine": 190, "stress": 3, "exercise": 60}
    assert third.amounts["caffeine"] == 0


def test_the_whole_column_tells_day_from_month(table: Callable[[str], Path]) -> None:
    lines = [f"{n % 12 + 1:02}/{n % 11 + 1:02}/2025 08:00,left calf" for n in range(3000)]
    path = table("\n".join(["date,place", *lines, "06/13/2025 08:00,left calf"]))
    assert proposed(sniff(path)).order is DateOrder.MONTH_FIRST


def test_dates_that_can_be_read_two_ways_are_asked_about_never_guessed(
    found: Callable[..., list[Found]], choices: Choices
) -> None:
    sniffed = sniff(FILES / "either-way.csv")
    mapping = proposed(sniffed)
    assert mapping.asks_order
    assert all(line.found == () for line in preview(sniffed, mapping, choices))
    with pytest.raises(BadInput, match="whether the day or the month comes first"):
        found("either-way.csv")
    first, second = records(found("either-way.csv", order=DateOrder.DAY_FIRST), ImportedTwitch)
    assert (first.moment.day, second.moment.day) == (date(2025, 7, 6), date(2025, 7, 5))


@pytest.mark.parametrize(
    ("written", "order", "day"),
    [
        ("2026-06-18", None, date(2026, 6, 18)),
        ("18.06.2026", None, date(2026, 6, 18)),
        ("8.6.26", None, date(2026, 6, 8)),
        ("6/18/2026", None, date(2026, 6, 18)),
        ("06/07/2026", None, None),
        ("06/07/2026", DateOrder.MONTH_FIRST, date(2026, 6, 7)),
        ("06-07-2026", DateOrder.DAY_FIRST, date(2026, 7, 6)),
        ("18 Jun 2026", None, date(2026, 6, 18)),
        ("18th June 2026", None, date(2026, 6, 18)),
        ("Thu, 18 Jun 2026", None, date(2026, 6, 18)),
        ("June 18, 2026", None, date(2026, 6, 18)),
        ("18. März 2026", None, date(2026, 3, 18)),
        ("18 août 2026", None, date(2026, 8, 18)),
        ("18 de enero de 2026", None, date(2026, 1, 18)),
        ("20260618", None, date(2026, 6, 18)),
        ("31/02/2026", None, None),
        ("18 Smarch 2026", None, None),
        ("", None, None),
    ],
)
def test_dates_are_read_as_people_write_them(
    written: str, order: DateOrder | None, day: date | None
) -> None:
    assert Dates(order).read(written) == day


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("21:04", 75840), ("4:05 PM", 57900), ("12:00 am", 0), ("12:30 p.m.", 45000),
        ("21.04", 75840), ("21h04", 75840), ("22.10 Uhr", 79800), ("7 pm", 68400),
        ("21:04:30.250", 75870), ("24:00", None), ("13:00 pm", None), ("9", None), ("noon", None),
    ],
)  # fmt: skip
def test_times_are_read_as_people_write_them(written: str, seconds: int | None) -> None:
    time = read_time(written)
    assert (time.seconds if time else None) == seconds


@pytest.mark.parametrize(
    ("when", "utc", "offset"),
    [
        ("2026-06-18T10:00:00Z", datetime(2026, 6, 18, 10, tzinfo=UTC), 120),
        ("2026-06-18 10:00:00+09:00", datetime(2026, 6, 18, 1, tzinfo=UTC), 540),
        ("2026-01-18 10:00", datetime(2026, 1, 18, 9, tzinfo=UTC), 60),
        ("1781776800", datetime(2026, 6, 18, 10, tzinfo=UTC), 120),
        ("1781776800000", datetime(2026, 6, 18, 10, tzinfo=UTC), 120),
        ("2026-03-29 02:30", datetime(2026, 3, 29, 1, 30, tzinfo=UTC), 120),
        ("2025-10-26 02:30", datetime(2025, 10, 26, 0, 30, tzinfo=UTC), 120),
    ],
)
def test_a_point_in_time_keeps_its_own_clock(
    when: str, utc: datetime, offset: int, table: Callable[[str], Path], choices: Choices
) -> None:
    path = table(f"when,place\n{when},left calf\n")
    (twitch,) = records(read_file(sniff(path), choices), ImportedTwitch)
    assert (twitch.moment.utc, twitch.moment.offset_min) == (utc, offset)


@given(
    when=st.datetimes(datetime(1990, 1, 1), datetime(2026, 6, 18, 20, 0)),
    zone=st.sampled_from(["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "UTC"]),
)
def test_a_time_comes_out_as_the_clock_of_its_zone_shows_it(when: datetime, zone: str) -> None:
    from twitchlog.diary.imports.times import Clock

    when = when.replace(microsecond=0)
    now = Moment.of(datetime(2026, 6, 18, 21, 0, tzinfo=UTC) + timedelta(days=1))
    clock = Clock(zone=zone, now=now)
    time = read_time(f"{when:%H:%M:%S}")
    assert time is not None
    made = clock.moment(clock.day(f"{when:%Y-%m-%d}"), time)
    assert made == Moment(0, 0, zone).on_clock(when)


def test_a_broken_quotation_costs_its_own_line_and_no_other(
    table: Callable[[str], Path], choices: Choices
) -> None:
    lines = [f"2026-06-01 08:{n:02},left calf,note {n}" for n in range(60)]
    lines[20] = '2026-06-01 08:20,left calf,"note 20'
    path = table("\n".join(["when,place,note", *lines]))
    all_ = list(read_file(sniff(path), choices))
    assert list(problems(all_)) == [22]
    assert len(records(all_, ImportedTwitch)) == 59


def test_a_line_with_more_cells_than_columns_is_not_squeezed_in(
    table: Callable[[str], Path], choices: Choices
) -> None:
    path = table("when,place,note\n2026-06-01 08:00,left calf,one, two\n")
    all_ = list(read_file(sniff(path), choices))
    assert problems(all_) == {2: "This line has 4 cells, where the columns are 3."}


def test_letters_of_another_encoding_in_one_line_are_said_and_never_guessed(
    table: Callable[..., Path], choices: Choices
) -> None:
    text = "when,place,note\n" + "2026-06-01 08:00,left calf,Frühstück\n" * 9
    path = table(text.encode() + "2026-06-01 08:01,left calf,Müsli\n".encode("cp1252"))
    all_ = list(read_file(sniff(path), choices))
    assert problems(all_) == {11: "This line holds letters that cannot be read."}
    assert {twitch.note for twitch in records(all_, ImportedTwitch)} == {"Frühstück"}


def test_the_first_lines_are_shown_as_they_would_be_logged(choices: Choices) -> None:
    sniffed = sniff(FILES / "american.tsv")
    mapping = proposed(sniffed)
    assert [column.field for column in mapping.columns] == ["when", "place", "strength"]
    lines = preview(sniffed, mapping, choices)
    assert [line.line for line in lines] == [2, 3]
    assert lines[0].cells == ("06/07/2026 4:05 PM", "right calf", "mild")
    assert lines[0].found[0].strength is Strength.MILD


def test_an_unknown_field_or_column_is_refused_by_name() -> None:
    mapping = proposed(sniff(FILES / "american.tsv"))
    with pytest.raises(BadInput, match="No column is called “Whom”"):
        mapping.with_named([("Whom", "place")])
    with pytest.raises(BadInput, match="“colour” is not something that is recorded"):
        mapping.with_named([("Where", "colour")])


def test_a_field_is_taken_from_the_column_that_had_it() -> None:
    mapping = proposed(sniff(FILES / "twitches.csv")).with_named([("Note", "place")])
    assert mapping.every("place") == (8,)
    assert mapping.columns[2].field == "skip"


def test_reading_stops_when_asked(table: Callable[[str], Path], choices: Choices) -> None:
    path = table("when,place\n" + "2026-06-01 08:00,left calf\n" * 5000)
    told: list[int] = []
    watch = Watch(lambda done, _total: told.append(done), lambda: len(told) > 1)
    with pytest.raises(Cancelled):
        list(read_file(sniff(path), choices, watch=watch))
    assert told == sorted(told)
    assert len(told) == 2


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [("20", 20), ("20s", 20), ("0:20", 20), ("1:30", 90), ("0:01:30", 90), ("3 min", 180),
     ("1h30m", 5400), ("2.5", 2.5)],
)  # fmt: skip
def test_lengths_are_read_as_people_write_them(
    cell: str, seconds: float, table: Callable[[str], Path], choices: Choices
) -> None:
    path = table(f"when,place,duration\n2026-06-01 08:00,left calf,{cell}\n")
    (twitch,) = records(read_file(sniff(path), choices), ImportedTwitch)
    assert twitch.duration_s == seconds


def _strengths(cells: list[Any], path: Path, choices: Choices) -> list[int | None]:
    rows = [f"2026-06-01 08:00,left calf,{cell}" for cell in cells]
    path.write_text("\n".join(["when,place,strength", *rows]), encoding="utf-8")
    twitches = records(read_file(sniff(path), choices), ImportedTwitch)
    return [twitch.strength and int(twitch.strength) for twitch in twitches]


def test_the_whole_column_tells_the_scale_of_a_strength(tmp_path: Path, choices: Choices) -> None:
    path = tmp_path / "table.csv"
    assert _strengths([1, 2, 3, 4], path, choices) == [1, 2, 3, 4]
    assert _strengths([0, 1, 3, 5, 8, 10], path, choices) == [None, 1, 2, 3, 4, 4]
    assert _strengths(["barely", "leicht", "modéré", "fuerte"], path, choices) == [1, 2, 3, 4]
