"""The chart of a trial: the blocks by hand, three states, and nothing of one that still runs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.text import Text

from support.asked import plain
from support.charts import write_days, written
from support.pictures import check_words, drawn, named
from twitchlog.domain.experiment import Experiment, Kept, draw
from twitchlog.domain.period import Period
from twitchlog.reports.charts.chart import Ask
from twitchlog.reports.charts.kinds.trial import CHART, TRIAL, Ended, TrialBlocks
from twitchlog.reports.charts.spec import NoPicture, Silent
from twitchlog.reports.triggers.trial import follow

SEED = 5
FIRST = date(2026, 3, 2)
ON, OFF = "Coffee as usual", "No caffeine"


def blocks(on, off, *, pairs=6):
    """Return the days of the plan as text, each block as `on` or `off` says."""
    plan = draw(SEED, pairs=pairs)
    return "".join(on if plan.is_on(at * 4) else off for at in range(2 * pairs))


@pytest.fixture
def told(clock):
    """Return what the chart tells of a trial that has ended, its days written as text."""

    def tell(text, *, kept=None, words=(ON, OFF)):
        plan = draw(SEED, pairs=len(text) // 8)
        last = FIRST + timedelta(days=plan.days - 1)
        held = Experiment("t", "caffeine", *words, plan, FIRST, clock.now(), kept=kept or {})
        trial = follow(held, written(text, last=last), today=last + timedelta(days=1))
        ask = Ask(Period.ending(trial.today, days=28), trial.today, FIRST)
        return CHART.tell(Ended(((held, "Caffeine"),), trial), ask)

    return tell


def test_each_block_is_its_mean_and_each_kind_the_mean_of_its_blocks(told):
    chart = told(blocks("4664", "20.1"))
    assert isinstance(chart, TrialBlocks)
    assert {block.mean for block in chart.blocks if block.on} == {5.0}
    assert {block.mean for block in chart.blocks if not block.on} == {1.0}
    assert (chart.mean_on, chart.mean_off) == (5.0, 1.0)
    assert chart.headline == "Caffeine: Fewer twitches with “No caffeine”"
    assert chart.own_days == Period(FIRST, FIRST + timedelta(days=47))
    first, *_others, on, off = chart.table.rows
    assert [plain(cell) for cell in first.cells] == ["2 to 5 Mar", OFF, "1.0", "3 of 4"]
    assert first.behind.period == Period(FIRST, FIRST + timedelta(days=3))
    assert (on.cells[1:3], off.cells[1:3]) == ((ON, "5.0"), (OFF, "1.0"))
    assert len(chart.table.rows) == len(chart.blocks) + 2
    assert first.says in chart.alt


def test_with_too_few_pairs_logged_there_is_no_picture_and_it_is_said_why(told):
    chart = told(blocks("4444", "1111")[:44] + "....")
    assert isinstance(chart, NoPicture)
    assert chart.headline == "Caffeine: Too few days are logged to tell"
    assert "Only 5 of 6 pairs have" in chart.note


def test_how_well_it_was_kept_is_said_after_the_result(told):
    kept = {
        FIRST + timedelta(days=day): each for day, each in enumerate((Kept.NO, Kept.NO, Kept.YES))
    }
    chart = told(blocks("2222", "2222"), kept=kept)
    assert chart.headline == "Caffeine: No difference was seen"
    assert chart.said[3] == "Kept to it on 1 of 3 days answered, out of 48."
    assert plain(chart.note) == plain(" ".join(("2 Mar to 18 Apr.", *chart.said)))


def test_where_twitches_are_rare_the_means_have_another_figure(told):
    chart = told(blocks("0010", "0000"))
    texts = [text.get_text() for text in named(drawn(chart), "mean", Text)]
    assert texts == ["0.25", "0.00"]
    assert chart.table.rows[-2].cells[2] == "0.25"


def test_only_of_trials_that_have_ended_is_anything_told(diary, clock):
    def of(held, **options):
        today = clock.now().day
        ask = Ask(Period.ending(today, days=28), today, diary.days.first_logged(), options)
        return CHART.tell(CHART.read(diary, ask), ask)

    def begin(factor):
        clock.moment = clock.moment.shifted(timedelta(days=1))
        first = clock.now().day
        held = diary.experiments.start(
            factor, on=ON, off=OFF, first=first, pairs=6, seed=SEED
        ).value
        write_days(diary, "1", first=first)
        return held

    def wait(days):
        clock.moment = clock.moment.shifted(timedelta(days=days))

    stopped = begin("alcohol")
    assert isinstance(of(stopped), Silent)
    wait(47)
    assert isinstance(of(stopped), Silent)
    diary.experiments.stop(stopped.id)
    first = begin("caffeine")
    assert isinstance(of(first, **{TRIAL: stopped.id}), Silent)
    wait(48)
    assert of(first).headline == "Caffeine: Too few days are logged to tell"
    assert of(first).choices == ()
    second = begin("sleep")
    wait(48)
    assert of(second).headline.startswith("Sleep: ")
    chosen = of(first, **{TRIAL: first.id})
    assert chosen.headline.startswith("Caffeine: ")
    (offered,) = chosen.choices
    assert [each.id for each in offered.offered] == [second.id, first.id]
    assert offered.chosen == first.id
    wait(40)
    gone = of(second)
    assert isinstance(gone, Silent)
    assert gone.choices[0].offered == offered.offered
    assert of(first, **{TRIAL: first.id}).headline == chosen.headline


def test_the_two_kinds_have_two_shapes_and_a_block_not_logged_is_hatched(told):
    chart = told("3333....0000" + "2222" * 11)
    sheet = drawn(chart)
    on, off = (named(sheet, kind, Line2D) for kind in ("on", "off"))
    assert {line.get_marker() for line in on} == {"o"}
    assert {line.get_marker() for line in off} == {"s"}
    assert len(on) + len(off) == 13 + 2
    assert len(named(sheet, "pair", Line2D)) == 6
    assert len(named(sheet, "not logged", PathPatch)) == 1
    assert [text.get_text() for text in named(sheet, "key", Text)] == [ON, OFF, "not logged"]
    assert len(sheet.marks) == len(chart.table.rows)


@pytest.mark.parametrize("words", [(ON, OFF), ("W" * 60, "x" * 60), ("W" * 20, "M" * 20)])
@pytest.mark.parametrize(("width", "big"), [(348, 1), (348, 1.5), (280, 1.5), (700, 1)])
def test_no_word_leaves_the_picture_or_meets_another(told, width, big, words):
    chart = told(blocks("2393", ".12.", pairs=14), words=words)
    check_words(drawn(chart, width=width, text_scale=big))
