"""The bench's rows keep the shape that later figures join; no time is asserted here."""

from __future__ import annotations

import json

import pytest

from bench import behind, diaries, figures, patterns, triggers, triggers_alone, years
from bench.figure import FIELDS, Figure, in_turns, save, table
from twitchlog.diary import Diary
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.triggers.fitted import model


@pytest.fixture
def slow() -> Figure:
    return Figure("start", 3.0, 1.5, 1.5, "s", "bare app")


def test_a_figure_over_its_goal_is_not_ok(slow):
    assert slow.row() == {
        "name": "start", "measured": 3.0, "limit": 1.5, "ratio": 2.0, "goal": 1.5,
        "ok": False, "unit": "s",
    }  # fmt: skip
    assert "OVER" in table([slow])


def test_the_file_holds_a_list_of_rows_with_all_fields(slow, tmp_path):
    save([slow, slow], tmp_path / "build" / "bench.json")
    rows = json.loads((tmp_path / "build" / "bench.json").read_text(encoding="utf-8"))
    assert [tuple(row) for row in rows] == [FIELDS, FIELDS]


def test_measures_take_turns_and_answer_with_their_medians():
    calls = []

    def measure(name, values):
        return lambda: calls.append(name) or next(values)

    medians = in_turns(3, measure("a", iter([99, 1, 5, 2])), measure("b", iter([99, 30, 10, 20])))
    assert medians == [2, 20]
    assert calls == list("ab" * 4)


def test_a_tiny_run_of_the_logging_figure_has_the_shape_of_a_row(tmp_path):
    (figure,) = figures.logging(tmp_path, runs=2)
    row = figure.row()
    assert tuple(row) == FIELDS
    assert row["measured"] > 0
    assert row["limit"] > 0
    assert (row["unit"], row["goal"]) == ("ms", 3.0)


def test_the_diary_measured_holds_as_many_entries_as_it_says(tmp_path):
    path = tmp_path / "usual.sqlite"
    diaries.write(path, days=30, entries=120, last=figures.TODAY)
    with Diary.open(path) as diary:
        assert diary.twitches.count() == 120
        assert diary.days.first_logged() <= figures.TODAY


@pytest.fixture(scope="module")
def short(tmp_path_factory):
    """Diaries of months, not of years."""
    folder = tmp_path_factory.mktemp("kept")
    return lambda entries: years.kept(entries, folder=folder, days=120)


def test_every_chart_of_the_catalogue_is_read_told_and_drawn(tmp_path, short):
    sizes = (300, 600)
    rows = list(patterns.numbers(tmp_path, runs=1, sizes=sizes, kept=short))
    assert [row.name for row in rows] == [
        f"{kind}, {what} at {size}"
        for size in sizes for kind in BY_KIND for what in ("read", "told")
    ]  # fmt: skip
    grows = next(row for row in rows if row.name == "timeline, read at 600")
    assert grows.limit == rows[0].measured
    drawn = list(patterns.pictures(tmp_path, runs=1, entries=300, kept=short))
    assert drawn[0].name == "timeline, picture"
    assert all(row.measured > 0 for row in drawn)
    for row in patterns.beside_pandas(tmp_path, runs=1, sizes=(300,), kept=short):
        assert (row.against, row.goal) == ("pandas", pytest.approx(1 / 3))


def test_each_chart_that_leads_to_entries_is_looked_behind(tmp_path, short):
    rows = list(behind.entries(tmp_path, runs=1, sizes=(300,), kept=short))
    assert "timeline, entries behind a part at 300" in [row.name for row in rows]
    assert all(row.measured > 0 for row in rows)


def test_a_chart_is_made_in_the_running_program_first_and_again(tmp_path, short):
    rows = patterns.frames(tmp_path, runs=1, entries=300, kept=short, kinds=("lengths",))
    assert [row.name.rpartition(", ")[2] for row in rows] == ["first", "again"]


def test_the_trigger_finder_and_the_usual_methods_are_counted_side_by_side(tmp_path, capsys):
    rows = list(triggers.finder(tmp_path, runs=1, replicates=1, crew=map))
    assert len({row.name for row in rows}) == len(rows)
    assert {row.against for row in rows} >= {"set", "told", "Pearson", "with/without"}
    printed = capsys.readouterr().out
    assert "1 diaries of each kind" in printed
    assert "with/without" in printed


def test_judging_is_held_against_statsmodels_in_the_same_run():
    found = triggers_alone.turns(120, runs=1)
    assert set(found) == {"ours", "recent", "given", "sought"}
    assert all(each > 0 for each in found.values())


def test_statsmodels_is_given_the_dispersion_that_ours_finds():
    day, weekday, count, exposure = triggers_alone.invented(120)
    fitted = model(day, weekday, count, exposure, names=triggers_alone.NAMES, ridge=0.0)
    theirs = triggers_alone.glm_with_dispersion(fitted.count, fitted.columns)
    assert theirs.family.variance.alpha == pytest.approx(fitted.fitted.dispersion, rel=1e-4)
