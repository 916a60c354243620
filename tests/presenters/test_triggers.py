"""What the triggers of Patterns are told, on real diaries."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from math import exp
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.announcements import Announcements
from twitchlog.background import Immediate, Lane
from twitchlog.diary.example import fill
from twitchlog.domain.counts.hours import TIMED
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import Kind
from twitchlog.domain.period import Span
from twitchlog.presenters.services import Services
from twitchlog.presenters.trigger_page import Offer
from twitchlog.presenters.triggers import TriggersPresenter
from twitchlog.reports.charts.picture import Form
from twitchlog.reports.triggers.verdicts import Verdict
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.presenters.trigger_page import FactorDetail, TriggersPage

TODAY = date(2026, 6, 18)
ORDER = ["Your suspect", "Linked", "Possibly linked", "No link seen", "Unclear",
         "Not enough days yet", "Within the day", "Medicines and treatments that cannot be judged",
         "Cannot be used", "Left out by you"]  # fmt: skip


class View:
    def __init__(self) -> None:
        self.pages: list[TriggersPage] = []
        self.details: list[FactorDetail | None] = []
        self.files: list[Path] = []
        self.complaints: list[str] = []
        self.labels = 0

    def show(self, page: TriggersPage) -> None:
        self.pages.append(page)

    def show_detail(self, detail: FactorDetail | None) -> None:
        self.details.append(detail)

    def days_changed(self) -> None:
        self.labels += 1

    def saved(self, path: Path, _sentence: str) -> None:
        self.files.append(path)

    def complain(self, sentence: str) -> None:
        self.complaints.append(sentence)


class Counting(Immediate):
    """Does all at once, and knows in which lanes."""

    def __init__(self) -> None:
        self.lanes: list[Lane] = []

    def submit(self, lane: Lane, work: Any, **kwargs: Any) -> None:
        self.lanes.append(lane)
        super().submit(lane, work, **kwargs)


class Opened:
    """The triggers as they are shown; `page` looks at them anew."""

    def __init__(self, diary: Diary) -> None:
        self.background = Counting()
        self.services = Services(
            diary, self.background, Announcements(), diary.clock, SettingsFile(diary.path)
        )
        self.view = View()
        self.presenter = TriggersPresenter(self.services, self.view)

    def page(self) -> TriggersPage:
        self.presenter.refresh()
        return self.view.pages[-1]

    def rows(self) -> dict[str, Any]:
        return {row.key: row for row in self.page().rows}

    def detail(self, key: str) -> FactorDetail:
        self.presenter.open(key)
        found = self.view.details[-1]
        assert found is not None
        return found

    def behind(self, key: str) -> dict[str, str]:
        return {each.name: each.text for each in self.detail(key).behind}

    def change(self, work: Any) -> None:
        self.services.write(work, lambda *_given: None, self.view)


@pytest.fixture
def filled(diary: Diary) -> Diary:
    fill(diary, days=180, seed=7, until=TODAY)
    return diary


def checked_in(diary: Diary, days: int) -> None:
    """Check in on so many days up to today, with sleep and stress that vary."""
    for back in range(days):
        diary.checkins.save(
            TODAY - timedelta(days=back), {"sleep": 6.0 + back % 3, "stress": back % 2}
        )


def test_what_goes_with_it_has_its_range_and_the_warning_on_cause(filled: Diary) -> None:
    opened = Opened(filled)
    linked = opened.page().groups[0]
    assert (linked.name, linked.count) == ("Linked", f"{len(linked.rows)} of 6")
    assert {row.label for row in linked.rows} >= {"Sleep"}
    for row in linked.rows:
        low, middle, high = row.interval.low, row.interval.middle, row.interval.high
        assert 0 < low < middle < high
        assert f"about {exp(middle):.1f} times" in row.sentence
        assert f"between {exp(low):.1f} and {exp(high):.1f} times" in row.sentence
        assert "does not show that one causes the other" in row.sentence
        assert "does not show that one causes the other" in opened.detail(row.key).warning
        assert f"{exp(middle):.2f}" in opened.behind(row.key)["The range, exactly"]


def test_groups_stand_in_their_order_and_every_thing_stands_in_one(filled: Diary) -> None:
    page = Opened(filled).page()
    names = [group.name for group in page.groups]
    assert names == [name for name in ORDER if name in names]
    assert len([row for row in page.rows if not {"/", ":"} & set(row.key)]) == 6
    assert page.summary.startswith("164 of 180 days logged. 6 things looked at")
    judged = sum(row.interval is not None for row in page.rows)
    assert f"{judged} could be judged" in page.summary


def test_behind_a_row_stand_its_days_its_lag_and_how_it_is_worked_out(filled: Diary) -> None:
    opened = Opened(filled)
    opened.page()
    sleep = opened.behind("sleep")
    assert "of 164 logged days" in sleep["Which days"]
    assert "the day after it" in sleep["Which days"]
    assert "the same day" in opened.behind("stress")["Which days"]
    assert "the day of the week" in sleep["What else was taken into account"]
    assert "5 other things that were compared" in sleep["What else was taken into account"]
    assert "stress" in sleep["What else was taken into account"]
    assert "6 things looked at" in sleep["How many things were looked at"]
    assert "by chance" in sleep["How this is worked out"]


def test_the_days_behind_the_curve_are_those_that_were_compared(filled: Diary) -> None:
    """Each day of the fit stands in one group, with an amount of that group."""
    opened = Opened(filled)
    opened.page()
    detail = opened.detail("stress")
    days = next(each.days for each in detail.behind if each.days is not None).days
    groups = [row.behind.days for row in detail.chart.table.rows]
    assert frozenset().union(*groups) == days
    assert sum(map(len, groups)) == len(days) == 130
    assert detail.chart.table.rows[0].cells[:2] == ("none", str(len(groups[0])))
    for day in groups[-1]:
        assert filled.checkins.get(day).amounts["stress"] == 3
    assert {hit.day for hit in filled.search.find(detail.chart.table.rows[-1].behind).hits} <= days


def test_what_was_not_judged_has_no_curve(diary: Diary) -> None:
    checked_in(diary, 20)
    opened = Opened(diary)
    opened.page()
    assert opened.detail("sleep").chart is None
    opened.presenter.open("no such thing")
    assert opened.view.details[-1] is None


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
    assert page.nothing.endswith("You have 1 so far.")


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


def test_other_days_are_said_to_be_a_further_look_and_are_not_kept(filled: Diary) -> None:
    opened = Opened(filled)
    all_days = opened.page()
    assert opened.presenter.days.label == "All days"
    assert "further look" not in all_days.explains
    opened.presenter.choose_span(Span.THREE_MONTHS)
    page = opened.view.pages[-1]
    assert "of 91 days logged" in page.summary
    assert "a further look" in page.explains
    assert opened.view.labels == 1
    assert Opened(filled).presenter.days.label == "All days"
    with pytest.raises(BadInput):
        opened.presenter.choose_days(TODAY, TODAY - timedelta(days=1))
    opened.presenter.choose_span(Span.ALL)
    assert opened.view.pages[-1] is all_days


def test_the_first_results_wait_for_one_question_and_one_tap_shows_them(filled: Diary) -> None:
    opened = Opened(filled)
    assert opened.page().offer is Offer.BEFORE
    assert opened.presenter.gated
    assert filled.trigger_choices.read().first_looked is None
    opened.presenter.skip()
    assert not opened.presenter.gated
    assert filled.trigger_choices.read().first_looked == TODAY
    again = Opened(filled)
    again.page()
    assert not again.presenter.gated


def test_looking_before_anything_can_be_judged_is_no_look(diary: Diary) -> None:
    checked_in(diary, 20)
    opened = Opened(diary)
    opened.page()
    assert opened.presenter.early
    opened.presenter.skip()
    assert not opened.presenter.early
    assert diary.trigger_choices.read().first_looked is None


def test_a_suspect_named_at_the_question_opens_the_results(filled: Diary) -> None:
    opened = Opened(filled)
    opened.page()
    opened.change(lambda held: held.trigger_choices.name_suspect("caffeine"))
    page = opened.page()
    assert (page.offer, page.suspect) == (None, "Caffeine")
    assert not opened.presenter.gated
    assert filled.trigger_choices.read().suspect.before_looking


def test_a_suspect_named_before_looking_stands_first_and_is_tested_alone(filled: Diary) -> None:
    filled.trigger_choices.name_suspect("stress")
    opened = Opened(filled)
    page = opened.page()
    first, *others = page.groups
    assert (first.name, first.count) == ("Your suspect", "tested alone")
    (row,) = first.rows
    assert "You named it before you looked; it is tested alone." in row.sentence
    assert all(each.factor != "stress" for group in others for each in group.rows)
    assert "6 things looked at" in page.summary
    detail = opened.detail(row.key)
    assert detail.chart is not None
    assert "So it is tested alone" in detail.behind[-1].text
    opened.presenter.choose_span(Span.THREE_MONTHS)
    assert all(group.name != "Your suspect" for group in opened.view.pages[-1].groups)


def test_a_suspect_named_after_looking_waits_for_later_days(filled: Diary) -> None:
    filled.trigger_choices.looked(TODAY)
    filled.trigger_choices.name_suspect("stress")
    page = Opened(filled).page()
    (row,) = page.groups[0].rows
    assert row.interval is None
    assert "tested alone on the days after 18\N{NO-BREAK SPACE}Jun" in row.sentence
    assert any(each.key == "stress" for each in page.rows)


def test_what_is_left_out_after_a_look_still_counts(filled: Diary) -> None:
    opened = Opened(filled)
    opened.change(lambda held: held.trigger_choices.leave_out(["caffeine"]))
    page = opened.page()
    assert "5 things looked at" in page.summary
    assert page.groups[-1].rows[-1].sentence == "You left it out."
    filled.trigger_choices.looked(TODAY)
    page = Opened(filled).page()
    assert "6 things looked at" in page.summary
    assert "it still counts" in page.groups[-1].rows[-1].sentence
    opened.change(lambda held: held.trigger_choices.leave_out(list(opened.rows())))
    assert not opened.page().nothing


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


def test_the_days_are_saved_as_a_table_under_a_free_name(filled: Diary, tmp_path: Path) -> None:
    opened = Opened(filled)
    opened.page()
    opened.presenter.save_table(tmp_path)
    opened.presenter.save_table(tmp_path)
    first, second = opened.view.files
    assert first != second
    with first.open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[:2] == ["day", "twitches"]
    assert "Sleep" in head
    assert len(rows) == 164
    opened.presenter.save_table(tmp_path / "gone")
    assert "Your diary is safe." in opened.view.complaints[-1]


def test_the_curve_is_saved_as_a_picture_that_says_its_days(filled: Diary, tmp_path: Path) -> None:
    opened = Opened(filled)
    opened.page()
    chart = opened.detail("stress").chart
    opened.presenter.save_picture(chart, "Stress", "trigger-stress", tmp_path, Form.SVG, dark=False)
    (path,) = opened.view.files
    assert path.name == "twitchlog-trigger-stress-2026-06-18.svg"
    text = path.read_text(encoding="utf-8")
    assert "logged on 164" in text
    assert "Twitches on a logged day, by stress" in text


def test_the_picture_of_all_has_a_row_for_each_that_was_judged(filled: Diary) -> None:
    opened = Opened(filled)
    assert opened.presenter.forest() is None
    page = opened.page()
    forest = opened.presenter.forest()
    ranges = [row for row in page.rows if row.interval is not None]
    assert [row.cells[0] for row in forest.table.rows] == [f"{r.label}, {r.step}" for r in ranges]
    assert forest.table.rows[0].cells[1] == "Linked"
    assert page.summary in forest.note
    assert "need not cause each other" in forest.note


def test_a_row_says_on_how_many_days_it_was_recorded_where_these_are_fewer(filled: Diary) -> None:
    filled.trigger_choices.looked(TODAY)
    found = Opened(filled).page()
    judged = [row for row in found.rows if row.interval is not None and ":" not in row.key]
    fewer = [row for row in judged if "logged days." in row.sentence]
    assert fewer
    assert all("Recorded on" in row.sentence or "Known of" in row.sentence for row in fewer)


def test_what_was_left_out_stands_apart_from_what_cannot_be_used(filled: Diary) -> None:
    filled.trigger_choices.leave_out({"sleep"})
    groups = {group.name: group for group in Opened(filled).page().groups}
    assert [row.factor for row in groups["Left out by you"].rows] == ["sleep"]
    assert "Left out" not in groups


def test_it_says_how_little_is_found_at_first(diary: Diary) -> None:
    assert "1 of 3 diaries with 5 things looked at" in Opened(diary).page().nothing
