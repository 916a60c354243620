from __future__ import annotations

from dataclasses import replace
from math import log

import pytest

from twitchlog.domain.factor import FACTORS, OWN_MOST, Factor, Kind
from twitchlog.reports.triggers import words
from twitchlog.reports.triggers.coding import Coding
from twitchlog.reports.triggers.daily import Column, LeftOut, Why
from twitchlog.reports.triggers.estimating import Factor as Found
from twitchlog.reports.triggers.finder import Judged
from twitchlog.reports.triggers.judging import Finding, Lack, Verdict

OWN = Factor("x", "Magnet mat", "min", 0, OWN_MOST, habit=False, kind=Kind.AMOUNT, own=True)


def judged(column: Column, verdict: Verdict, ratio: float, low: float, high: float, **given):
    found = Found(
        column.name, column.step, log(ratio) / column.step, 0.1, 0.1, 2.0, 0.01, 0.02,
        tuple(sorted((log(low) / column.step, log(high) / column.step))), 0.9, None, 59,
    )  # fmt: skip
    return Judged(column, Finding(found, verdict, **given))


def column(name: str, step: float = 1.0, lag: int = 0, *, yes_no: bool = False) -> Column:
    return Column(name, Coding(step, lag), yes_no)


@pytest.mark.parametrize(
    ("one", "factor", "said"),
    [
        (
            judged(column("caffeine", 100), Verdict.LINKED, 1.4, 1.1, 1.8),
            FACTORS["caffeine"],
            (
                "On days with 100 mg more caffeine you logged about 1.4 times as many twitches "
                "(likely between 1.1 and 1.8 times). They go together; that does not show that one "
                "causes the other."
            ),
        ),
        (
            judged(column("sleep", -1), Verdict.POSSIBLY, 1.2, 1.02, 1.5),
            FACTORS["sleep"],
            (
                "After a night with 1 hour less sleep you logged about 1.2 times as many twitches "
                "(likely between 1.02 and 1.5 times). It may be chance."
            ),
        ),
        (
            judged(column("stress"), Verdict.NO_LINK, 1.0, 0.9, 1.1),
            FACTORS["stress"],
            (
                "On days with one step more stress you logged about as many twitches as otherwise "
                "(likely between 10 % fewer and 10 % more). If there is a difference, it is small."
            ),
        ),
        (
            judged(column("caffeine", 100), Verdict.LINKED, 0.7, 0.55, 0.9),
            FACTORS["caffeine"],
            (
                "On days with 100 mg more caffeine you logged about 30 % fewer twitches (likely "
                "between 45 % fewer and 10 % fewer). They go together; that does not show that one "
                "causes the other."
            ),
        ),
        (
            judged(column("alcohol", 10, 1, yes_no=True), Verdict.UNCLEAR, 1.1, 0.8, 1.6),
            FACTORS["alcohol"],
            (
                "On days after alcohol the number of twitches is likely somewhere between 20 % "
                "fewer and 60 % more. More cannot be said yet."
            ),
        ),
        (
            judged(column("exercise", 30, 1), Verdict.UNCLEAR, 1.1, 1.0, 2.4),
            FACTORS["exercise"],
            (
                "On days after 30 min more exercise the number of twitches is likely somewhere "
                "between the same and 2.4 times as many. More cannot be said yet."
            ),
        ),
        (
            judged(column("x", 20), Verdict.UNCLEAR, 1.1, 0.8, 1.6),
            OWN,
            (
                "On days with 20 min more Magnet mat the number of twitches is likely somewhere "
                "between 20 % fewer and 60 % more. More cannot be said yet."
            ),
        ),
    ],
)
def test_each_verdict_is_said_with_its_range(one: Judged, factor: Factor, said: str) -> None:
    assert words.sentence(one, factor) == said


@pytest.mark.parametrize(
    ("lack", "more", "said"),
    [
        (Lack.DAYS, 1, "Recorded on 59 days so far; about 1 more is needed."),
        (Lack.FREEDOM, 5, "About 5 more logged days are needed."),
        (Lack.OWN_CHANGES, None, "It changed too slowly to tell from the general ups and downs."),
        (Lack.A_FIT, None, "The days do not settle into an answer yet."),
        (Lack.CERTAINTY, 40, "About 40 more logged days are needed."),
        (Lack.CERTAINTY, 4000, "It varies too little, or too rarely, to be told within a year."),
    ],
)
def test_what_is_missing_is_said_plainly(lack: Lack, more: int | None, said: str) -> None:
    one = judged(column("caffeine", 100), Verdict.NOT_ENOUGH, 1, 0.1, 9, lack=lack, more_days=more)
    assert words.sentence(one, FACTORS["caffeine"]) == said


@pytest.mark.parametrize(
    ("name", "mostly_yes", "said"),
    [
        ("magnesium", False, "It would take about 3 more days with it."),
        ("magnesium", True, "It would take about 3 more days without it."),
        ("medicine", True, "It was nearly the same on every day, so little can be compared."),
        ("medicine", False, "It was nearly the same on every day, so little can be compared."),
    ],
)
def test_the_rarer_kind_of_day_is_named_but_no_day_without_a_medicine_is_asked_for(
    name: str, mostly_yes: bool, said: str
) -> None:
    lacks = {"lack": Lack.OF_A_KIND, "more_days": 3}
    one = judged(column(name, yes_no=True), Verdict.NOT_ENOUGH, 1, 0.1, 9, **lacks)
    found = one.finding.factor._replace(mostly_yes=mostly_yes)
    one = replace(one, finding=replace(one.finding, factor=found))
    assert words.sentence(one, FACTORS[name]) == said


@pytest.mark.parametrize(
    ("one", "factor", "said"),
    [
        (column("caffeine", 100), FACTORS["caffeine"], "100 mg more"),
        (column("exercise", 30, 1), FACTORS["exercise"], "30 min more, the day before"),
        (column("alcohol", 10, 1), FACTORS["alcohol"], "one drink more, the day before"),
        (column("stress"), FACTORS["stress"], "one step more"),
        (column("sleep-quality", 2), FACTORS["sleep-quality"], "2 points more"),
        (column("medicine", yes_no=True), FACTORS["medicine"], "yes or no"),
        (column("water", 0.5, yes_no=True), FACTORS["water"], "any or none"),
        (column("x", 0.5), replace(OWN, unit=""), "0.5 more"),
    ],
)
def test_a_practical_step_is_said_in_its_unit(one: Column, factor: Factor, said: str) -> None:
    assert words.step(one, factor) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            LeftOut(column("sleep", -1), Why.MISSING, 40, 90),
            "Recorded on 40 of 90 logged days; at least half are needed.",
        ),
        (
            LeftOut(column("alcohol", 10, 1), Why.MISSING, 30, 70),
            (
                "Known of the day before on 30 of 70 days that could have it; at least half are "
                "needed."
            ),
        ),
        (
            LeftOut(column("medicine"), Why.SAME, 90, 90),
            "It was the same on every day, so nothing can be compared.",
        ),
        (
            LeftOut(column("medicine"), Why.SWITCHES, 90, 90, switches=1),
            (
                "It was begun or stopped once in these days. Twitching also changes by itself, "
                "so it takes at least 4 starts and stops to tell. That is no reason to start or "
                "stop it."
            ),
        ),
        (
            LeftOut(column("caffeine", 100), Why.TRIED, 90, 90),
            "You are trying this. Until the trial ends it is not judged.",
        ),
    ],
)
def test_why_a_factor_is_not_judged_is_said(one: LeftOut, said: str) -> None:
    assert words.left_out(one, 90) == said


def test_a_trial_says_until_when() -> None:
    one = LeftOut(column("caffeine", 100), Why.TRIED, 90, 90)
    assert words.left_out(one, 90, until="18 June") == (
        "You are trying this until 18 June. Until then it is not judged."
    )


def test_the_words_blame_nothing() -> None:
    said = " ".join([*words.GROUPS.values(), *(str(each) for each in Lack)]).lower()
    assert not {"cause", "trigger", "culprit", "risk"} & set(said.split())
