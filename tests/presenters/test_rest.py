"""The rest count: what a tap does, and that none is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest

from twitchlog.presenters.rest import Phase, RestPresenter


class View:
    def __init__(self):
        self.page, self.told, self.problems = None, [], []

    def show(self, page):
        self.page = page

    def tell(self, sentence, *, undo=True, redo=False):
        self.told.append((sentence, undo and not redo))

    def complain(self, sentence):
        self.problems.append(sentence)


@pytest.fixture
def seconds(clock):
    """Let time pass: `seconds(5)`."""

    def wait(number):
        clock.moment = clock.moment.shifted(timedelta(seconds=number))

    return wait


@pytest.fixture
def view():
    return View()


@pytest.fixture
def presenter(services, view):
    made = RestPresenter(services, view)
    made.refresh()
    return made


def test_two_minutes_are_said_with_their_rate(presenter, view, seconds, diary):
    presenter.press()
    assert view.page.phase is Phase.COUNTING
    assert view.page.left == "2:00 left"
    for _tap in range(14):
        seconds(5)
        presenter.press()
    assert (view.page.count, view.page.said, view.page.left) == ("14", "twitches", "0:50 left")
    seconds(51)
    presenter.tick()
    assert view.page.phase is Phase.DONE
    assert view.page.result == "14 twitches in 2 minutes, 7 a minute"
    assert "between 4 and 12 a minute" in view.page.result_second
    (count,) = diary.rest.all()
    assert (count.count, count.length_s) == (14, 120.0)
    assert view.told == [("Rest count saved", True)]


def test_each_tap_is_in_the_diary_at_once_and_all_are_one_step(presenter, view, seconds, diary):
    presenter.press()
    assert diary.rest.all() == ()
    for taps in (1, 2, 3):
        seconds(10)
        presenter.press()
        (count,) = diary.rest.all()
        assert (count.count, count.length_s) == (taps, taps * 10)
    presenter.finish()
    presenter.steps.undo()
    assert diary.rest.all() == ()


def test_stopped_early_it_keeps_the_true_length_and_says_so(presenter, view, seconds, diary):
    presenter.press()
    seconds(12)
    presenter.press()
    seconds(18)
    presenter.finish()
    assert view.page.result == "1 twitch in 30 seconds, too short to compare"
    assert view.page.result_second == ""
    assert diary.rest.all()[0].length_s == 30


def test_two_quiet_minutes_are_a_count_and_a_few_quiet_seconds_are_none(
    presenter, view, seconds, diary
):
    presenter.press()
    seconds(9)
    presenter.finish()
    assert diary.rest.all() == ()
    assert view.told == [("Nothing was counted, so nothing is kept.", False)]
    presenter.press()
    seconds(121)
    presenter.tick()
    assert view.page.result == "0 twitches in 2 minutes, 0 a minute"


def test_a_tap_just_after_the_end_neither_counts_nor_begins_again(presenter, view, seconds, diary):
    presenter.press()
    seconds(119)
    presenter.press()
    seconds(2)
    presenter.press()
    seconds(1)
    presenter.press()
    assert view.page.phase is Phase.DONE
    assert [count.count for count in diary.rest.all()] == [1]
    seconds(3)
    presenter.press()
    assert view.page.phase is Phase.COUNTING


def test_the_last_tap_can_be_taken_back(presenter, view, seconds, diary):
    presenter.press()
    for _tap in range(3):
        seconds(4)
        presenter.press()
    presenter.take_back()
    assert view.page.count == "2"
    assert diary.rest.all()[0].count == 2


def test_a_place_holds_for_the_next_taps_and_its_chip_counts(presenter, view, seconds, diary):
    diary.twitches.log(["calf-left"])
    presenter.refresh()
    presenter.choose("calf-left")
    assert view.page.phase is Phase.READY
    presenter.press()
    for act in (presenter.press, lambda: presenter.choose("tongue"), presenter.press,
                lambda: presenter.choose(""), presenter.press):  # fmt: skip
        seconds(3)
        act()
    (count,) = diary.rest.all()
    assert [tap.site for tap in count.taps] == ["calf-left", "tongue", "tongue", None]
    assert [chip.text for chip in view.page.places] == ["No place", "Tongue", "Left calf"]


def test_a_clock_that_is_set_back_loses_no_tap(presenter, view, seconds, diary, clock):
    presenter.press()
    clock.moment = clock.moment.shifted(timedelta(hours=-1))
    seconds(5)
    presenter.press()
    assert view.problems == []
    assert diary.rest.all()[0].count == 1


def test_earlier_counts_are_listed_and_drawn_from_two_on(presenter, view, seconds, diary, clock):
    def count(taps):
        seconds(10)
        presenter.press()
        for _tap in range(taps):
            seconds(2)
            presenter.press()
        seconds(121)
        presenter.tick()

    count(10)
    assert view.page.trend is None
    clock.moment = clock.moment.shifted(timedelta(days=7))
    count(5)
    assert view.page.trend.headline == "2.5 a minute on 25 June, 5 on 18 June"
    assert [(bar.share, bar.rate, bar.day) for bar in view.page.trend.bars] == [
        (1.0, "5", "18 June"), (0.5, "2.5", "25 June"),
    ]  # fmt: skip
    assert [row.title for row in view.page.rows] == ["Today", "18 June"]


def test_note_and_places_are_changed_and_a_count_is_removed(presenter, view, seconds, diary):
    presenter.press()
    for site in ("", "tongue"):
        seconds(3)
        presenter.choose(site)
        presenter.press()
    presenter.finish()
    (count,) = diary.rest.all()
    closed = []
    presenter.edit(count.id, "after coffee", "chin", view, lambda: closed.append("edit"))
    changed = diary.rest.get(count.id)
    assert changed.note == "after coffee"
    assert {tap.site for tap in changed.taps} == {"chin", "tongue"}
    presenter.remove(count.id, view, lambda: closed.append("remove"))
    assert diary.rest.all() == ()
    assert closed == ["edit", "remove"]
    presenter.steps.undo()
    assert diary.rest.get(count.id) == changed
