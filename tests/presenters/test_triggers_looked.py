"""What is looked at for the triggers: which days, the suspect, what is left out."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from support.triggers_opened import TODAY, Opened, checked_in
from twitchlog.domain.errors import BadInput
from twitchlog.domain.period import Span
from twitchlog.presenters.trigger_page import Offer

if TYPE_CHECKING:
    from twitchlog.diary import Diary


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
    assert "9 things looked at in 10 comparisons" in page.summary
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
    assert "8 things looked at in 9 comparisons" in page.summary
    assert page.looked_at == "8 of the 9 things you record"
    assert page.groups[-1].rows[-1].sentence == "You left it out."
    filled.trigger_choices.looked(TODAY)
    page = Opened(filled).page()
    assert "8 things looked at in 9 comparisons" in page.summary
    assert "it still counts" in page.groups[-1].rows[-1].sentence
    opened.change(lambda held: held.trigger_choices.leave_out(list(opened.rows())))
    assert not opened.page().nothing


def test_what_was_left_out_stands_apart_from_what_cannot_be_used(filled: Diary) -> None:
    filled.trigger_choices.leave_out({"sleep"})
    groups = {group.name: group for group in Opened(filled).page().groups}
    assert [row.factor for row in groups["Left out by you"].rows] == ["sleep"]
    assert "Left out" not in groups
