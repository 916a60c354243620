"""The figures of the page as numbers, worked out by hand, and as the page says them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from twitchlog.domain.figures import Share, SinceVisit, Tried
from twitchlog.domain.profile import PartialDate, Profile
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.text import as_data, write_text

NOV_21 = date(2025, 11, 21)


def figures(visit, profile, made):
    summary = summarise(visit, profile, made=made)
    return json.loads(json.dumps(as_data(summary)))["figures"], " ".join(
        write_text(summary).split()
    )  # fmt: skip


def test_a_short_diary_worked_out_by_hand(sparse, newcomer):
    """Four entries on 16, 18, 18 and 20 Nov; 17 and 21 none, 19 not logged; 30, 120 and 10 s."""
    found, _text = figures(sparse.figures(), newcomer, NOV_21)
    assert found["first_entry"] == "2025-11-16"
    assert found["durations"] == {
        "recorded": 3, "without": 1, "median_s": 30.0, "middle_half_s": [20.0, 75.0],
        "longest_s": 120.0,
    }  # fmt: skip
    assert found["without_twitching"]["breaks"] == 2
    assert found["how_often"] == {
        "days": {"twitching": 3, "logged": 5}, "median_a_logged_day": 1, "most_on_a_day": 2,
        "on_days": ["2025-11-18"], "last_28_days": None, "28_days_before": None,
    }  # fmt: skip
    assert found["places"][0] == {
        "site": "hand-thumb-side-right", "entries": 2, "days": 1,
        "first": "2025-11-18", "last": "2025-11-18",
    }  # fmt: skip
    assert found["averages"]["sleep"] == {"mean": None, "days": 4}
    assert (found["triggers"], found["since_visit"], found["trials"]) == (None, None, [])


def test_the_page_says_the_same_numbers(quarter, patient):
    tried = Tried("Magnesium", False, PartialDate(2025, 10, 6), None, None, Share(13, 27),
                  Share(14, 19))  # fmt: skip
    since = SinceVisit(date(2025, 10, 2), Share(32, 48), Share(22, 30), (), ())
    visit = replace(quarter.figures(), tried=(tried,), since_visit=since)
    found, text = figures(visit, patient, date(2025, 11, 20))
    often, last = found["how_often"], found["how_often"]["last_28_days"]
    assert often["days"] == {"twitching": 54, "logged": 78}
    assert "On 54 of 78 logged days (69%)" in text
    assert f"most {often['most_on_a_day']} (" in text
    assert f"Last 28 days: {last['twitching']} of {last['logged']} logged days" in text
    assert sum(place["entries"] for place in found["places"]) == 153
    calf = found["places"][0]["entries"]
    assert f"({calf} of 153 entries)" in text
    low, high = (round(100 * each) for each in found["same_place"]["likely"])
    assert f"(likely {low} to {high}%)" in text
    assert f"sleep {found['averages']['sleep']['mean']:.1f}" in text
    assert found["tried"][0]["during"] == {"twitching": 13, "logged": 27}
    assert "twitching on 13 of 27 logged days with it, 14 of 19 in the 4 weeks before" in text
    assert found["since_visit"]["before"] == {"twitching": 22, "logged": 30}
    assert "Twitching on 32 of 48 logged days, before it 22 of 30" in text


def test_what_is_judged_has_the_ratio_that_the_page_prints(diary, clock):
    from twitchlog.diary.example import fill
    from twitchlog.domain.period import Period

    today = clock.now().day
    fill(diary, days=90, seed=7, until=today)
    visit = diary.figures.visit(Period.ending(today, days=90))
    found, text = figures(visit, Profile(), today)
    links = found["triggers"]
    assert links["days"] == links["logged"]
    assert (
        f"{links['things']} factors in {links['looked_at']} comparisons."
        f" {links['fitted_together']} fitted together on {links['days']} logged days." in text
    )
    for each in links["factors"]:
        if each["verdict"] in {"linked", "possibly linked"}:
            low, high = each["likely"]
            assert f"× {each['ratio']:.2f} ({low:.2f} to {high:.2f})" in text
