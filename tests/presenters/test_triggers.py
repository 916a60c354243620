"""What was found of the triggers, on real diaries: its groups and rows."""

from __future__ import annotations

from datetime import timedelta
from math import exp
from typing import TYPE_CHECKING

import pytest

from support.triggers_opened import TODAY, Opened, checked_in
from twitchlog.background import Lane
from twitchlog.domain.counts.hours import TIMED
from twitchlog.domain.factor import Kind
from twitchlog.presenters.trigger_page import Offer
from twitchlog.reports.triggers.judging import Verdict

if TYPE_CHECKING:
    from twitchlog.diary import Diary

ORDER = ["Your suspect", "Linked", "Possibly linked", "No link seen", "Unclear",
         "Not enough days yet", "Within the day", "Medicines and treatments that cannot be judged",
         "Cannot be used", "Left out by you"]  # fmt: skip


def test_what_goes_with_it_has_its_range_and_the_warning_on_cause(filled: Diary) -> None:
    opened = Opened(filled)
    linked = opened.page().groups[0]
    assert (linked.name, linked.count) == ("Linked", f"{len(linked.rows)} of 10")
    assert {row.label for row in linked.rows} >= {"Sleep"}
    for row in linked.rows:
        low, middle, high = row.interval.low, row.interval.middle, row.interval.high
        assert 0 < low < middle < high
        assert f"about {exp(middle):.1f} times" in row.sentence
        assert f"between {exp(low):.1f} and {exp(high):.1f} times" in row.sentence
        assert "does not show that one causes the other" in row.sentence
        assert "Something else may bring both" in opened.detail(row.key).warning
        assert f"{exp(middle):.2f}" in opened.behind(row.key)["The range, exactly"]


def test_groups_stand_in_their_order_and_every_thing_stands_in_one(filled: Diary) -> None:
    page = Opened(filled).page()
    names = [group.name for group in page.groups]
    assert names == [name for name in ORDER if name in names]
    assert len([row for row in page.rows if not {"/", ":"} & set(row.key)]) == 6
    judged = sum(row.interval is not None for row in page.rows)
    assert page.summary == (
        "164 of 180 days logged. 9 things looked at in 10 comparisons, "
        f"{judged} of them could be judged."
    )
    apart = [group for group in page.groups if group.name != "Within the day"]
    assert [group.count for group in apart] == [f"{len(group.rows)} of 10" for group in apart]
    assert sum(len(group.rows) for group in apart) == 10
    assert page.looked_at == "All 9 things you record"


def test_what_has_nothing_to_do_with_it_is_not_linked(filled: Diary) -> None:
    """A thing of one's own that goes 0, 1, 2, 3, 0, … by the day, whatever the twitching does."""
    own = filled.factors.add("Blue socks", Kind.LEVEL).value
    for back in range(180):
        day = TODAY - timedelta(days=back)
        kept = filled.checkins.get(day)
        amounts = dict(kept.amounts) if kept is not None else {}
        filled.checkins.save(day, {**amounts, own.id: float(back % 4)})
    socks = Opened(filled).rows()[own.id]
    assert socks.verdict in {Verdict.NO_LINK, Verdict.UNCLEAR}
    assert socks.interval.low < 0 < socks.interval.high


@pytest.mark.parametrize(("days", "judged"), [(59, False), (60, True)])
def test_from_sixty_days_on_something_can_be_judged(
    diary: Diary, days: int, *, judged: bool
) -> None:
    checked_in(diary, days)
    opened = Opened(diary)
    page = opened.page()
    assert ("About 1 more logged day is needed." in page.explains) is not judged
    assert (page.offer is Offer.EARLY) is not page.judged


def test_twenty_days_say_how_many_more_are_needed(diary: Diary) -> None:
    checked_in(diary, 20)
    page = Opened(diary).page()
    assert "About 40 more logged days are needed." in page.explains
    (group,) = page.groups
    assert (group.name, group.count) == ("Not enough days yet", "2 of 2")
    assert [row.sentence for row in group.rows] == [
        "Recorded on 20 days so far; about 40 more are needed."
    ] * 2
    assert all(row.interval is None for row in group.rows)


def test_what_was_the_same_every_day_says_so_and_the_days_that_lack_are_said(diary: Diary) -> None:
    diary.checkins.save(TODAY, {"sleep": 7.0})
    page = Opened(diary).page()
    assert page.groups[-1].name == "Cannot be used"
    assert "the same on every day" in page.groups[-1].rows[0].sentence
    assert "About 59 more logged days are needed." in page.explains


def test_where_nothing_is_recorded_it_says_what_is_needed(diary: Diary) -> None:
    opened = Opened(diary)
    assert "about 60 logged days" in opened.page().nothing
    opened.change(lambda held: held.twitches.log(["calf-left"]))
    page = opened.page()
    assert page.groups == ()
    assert page.nothing.endswith("59 more days are needed.")


def test_it_is_worked_out_away_from_the_diary_and_again_only_after_a_change(filled: Diary) -> None:
    filled.trigger_choices.looked(TODAY)
    opened = Opened(filled)
    first = opened.page()
    assert opened.background.lanes == [Lane.DIARY, Lane.DRAW]
    assert opened.page() is first
    assert opened.background.lanes == [Lane.DIARY, Lane.DRAW]
    opened.change(lambda held: held.twitches.log(["calf-left"]))
    opened.background.lanes.clear()
    assert opened.page() is not first
    assert opened.background.lanes == [Lane.DIARY, Lane.DRAW]


def test_what_is_being_tried_is_not_judged_before_the_trial_ends(filled: Diary) -> None:
    filled.experiments.start("caffeine", on="Coffee", off="No coffee", first=TODAY, seed=1)
    opened = Opened(filled)
    row = opened.rows()["caffeine"]
    assert (row.verdict, row.interval) == (None, None)
    assert "trying this until" in row.sentence
    detail = opened.detail("caffeine")
    assert (detail.chart, detail.can_try, detail.under_way) == (None, True, True)


def test_the_hours_after_a_coffee_stand_in_a_group_of_their_own(filled: Diary) -> None:
    opened = Opened(filled)
    page = opened.page()
    group = next(each for each in page.groups if each.name == "Within the day")
    assert {row.key for row in group.rows} <= {f"hours:{name}" for name in TIMED}
    row = next(each for each in group.rows if each.factor == "caffeine")
    assert "more days with twitches are needed" in row.sentence
    behind = opened.behind(row.key)
    assert "Hours of the same day are compared" in behind["What is different here"]
    assert "within the day" in behind["How many things were looked at"]
    filled.trigger_choices.leave_out(["caffeine"])
    assert all(each.key != row.key for each in Opened(filled).page().rows)


def test_a_row_says_on_how_many_days_it_was_recorded_where_these_are_fewer(filled: Diary) -> None:
    filled.trigger_choices.looked(TODAY)
    found = Opened(filled).page()
    judged = [row for row in found.rows if row.interval is not None and ":" not in row.key]
    fewer = [row for row in judged if "logged days." in row.sentence]
    assert fewer
    assert all("Recorded on" in row.sentence or "Known of" in row.sentence for row in fewer)


def test_where_nothing_is_recorded_no_odds_are_told(diary: Diary) -> None:
    assert "diaries" not in Opened(diary).page().nothing
