"""Every sentence of the trigger finder, as reviewed: `words.txt` is compared whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import inf, log
from pathlib import Path

from twitchlog.domain.factor import FACTORS, OWN_MOST, Factor, Kind
from twitchlog.reports.triggers import words
from twitchlog.reports.triggers.coding import codings
from twitchlog.reports.triggers.daily import Column, LeftOut, Why
from twitchlog.reports.triggers.estimating import Factor as Found
from twitchlog.reports.triggers.finder import Judged
from twitchlog.reports.triggers.judging import Finding, Lack, Verdict

REVIEWED = Path(__file__).with_name("words.txt")
OWN = (
    Factor("own", "Magnet mat", "min", 0, OWN_MOST, habit=False, kind=Kind.AMOUNT, own=True),
    Factor("medicine/x", "Ramipril", "yes/no", 0, 1, habit=False, kind=Kind.YES_NO, own=True),
    Factor("tea", "Tea", "", 0, OWN_MOST, habit=False, kind=Kind.AMOUNT, own=True),
)
RANGES = {
    Verdict.LINKED: (1.42, 1.17, 1.72),
    Verdict.POSSIBLY: (1.21, 1.01, 1.45),
    Verdict.NO_LINK: (1.01, 0.9, 1.14),
    Verdict.UNCLEAR: (1.12, 0.8, 2.4),
}
LACKS = (
    (Lack.DAYS, 20), (Lack.DAYS, 1), (Lack.FREEDOM, 5), (Lack.OF_A_KIND, 3),
    (Lack.OWN_CHANGES, None), (Lack.A_FIT, None), (Lack.CERTAINTY, 40), (Lack.CERTAINTY, 4000),
)  # fmt: skip


def columns(factor: Factor) -> list[Column]:
    """Return a factor at its lags, as amounts and, of most zeros, as yes or no."""
    yes_no = {True} if factor.kind is Kind.YES_NO else {False, True}
    return [
        Column(factor.id, coding, kind)
        for coding in codings(factor, [0, 1, 2, 3, 4, 5])
        for kind in sorted(yes_no)
    ]


def judged(column: Column, verdict: Verdict) -> Judged:
    ratio, low, high = (log(each) / column.step for each in RANGES[verdict])
    ends = (min(low, high), max(low, high))
    found = Found(column.name, column.step, ratio, 0.1, 0.1, 2.0, 0.01, 0.02, ends, 0.9, None, 120)
    return Judged(column, Finding(found, verdict))


def lacking(column: Column, lack: Lack, more: int | None) -> Judged:
    found = Found(
        column.name, column.step, 0.0, inf, inf, 0.0, 1.0, None, (-inf, inf), 0.0, None, 40
    )
    return Judged(column, Finding(found, Verdict.NOT_ENOUGH, lack, more))


def all_words() -> str:
    lines = []
    for factor in (*FACTORS.values(), *OWN):
        for column in columns(factor):
            lines.append(f"{factor.label}, {words.step(column, factor)}")
            lines += [
                f"  {words.GROUPS[verdict]}: {words.sentence(judged(column, verdict), factor)}"
                for verdict in (Verdict.LINKED, Verdict.UNCLEAR)
            ]
    sleep = FACTORS["sleep"]
    (night,) = columns(sleep)[:1]
    lines.append("The other verdicts")
    lines += [
        f"  {words.GROUPS[verdict]}: {words.sentence(judged(night, verdict), sleep)}"
        for verdict in (Verdict.POSSIBLY, Verdict.NO_LINK)
    ]
    lines.append(words.GROUPS[Verdict.NOT_ENOUGH])
    lines += [f"  {words.sentence(lacking(night, lack, more), sleep)}" for lack, more in LACKS]
    magnesium = FACTORS["magnesium"]
    (taken,) = columns(magnesium)
    seldom = lacking(taken, Lack.OF_A_KIND, 3)
    often = replace(seldom.finding, factor=seldom.finding.factor._replace(mostly_yes=True))
    lines += [
        f"  {words.sentence(each, magnesium)}" for each in (seldom, replace(seldom, finding=often))
    ]
    lines.append("On which days")
    after = columns(FACTORS["alcohol"])[0]
    lines += [f"  {words.recorded(judged(each, Verdict.LINKED), 322)}" for each in (night, after)]
    lines.append("Not judged")
    day_after = columns(FACTORS["alcohol"])[0]
    lines += [
        f"  {words.left_out(each, 90, until=until)}"
        for each, until in (
            (LeftOut(night, Why.MISSING, 40, 90), ""),
            (LeftOut(day_after, Why.MISSING, 30, 70), ""),
            (LeftOut(night, Why.SAME, 90, 90), ""),
            (LeftOut(night, Why.SWITCHES, 90, 90), ""),
            (LeftOut(night, Why.SWITCHES, 90, 90, switches=3), ""),
            (LeftOut(night, Why.TRIED, 90, 90, until=date(2026, 8, 4)), "4 August"),
            (LeftOut(night, Why.TRIED, 90, 90), ""),
        )
    ]
    lines += [words.suspect_heading(), words.suspect_heading("4 August")]
    return "\n".join(lines) + "\n"


def test_every_sentence_is_the_one_that_was_reviewed() -> None:
    assert all_words() == REVIEWED.read_text(encoding="utf-8")
