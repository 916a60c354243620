"""The lock screen: wrong tries wait longer and longer, and nobody waits for the window."""

from __future__ import annotations

from datetime import timedelta

import pytest

from twitchlog.background import Immediate, Lane
from twitchlog.diary.door import fit
from twitchlog.diary.sealed import keys
from twitchlog.domain.errors import BadInput, NotADiary, WrongPassword
from twitchlog.presenters.idle import Idle
from twitchlog.presenters.unlock import Patience, Unlock

RIGHT = "four plain words here"


class View:
    def __init__(self):
        self.said, self.waits, self.worked = [], "", []

    def work(self, *, on):
        self.worked.append(on)

    def refuse(self, sentence):
        self.said.append(sentence)

    def wait(self, sentence):
        self.waits = sentence


class Seconds:
    """A clock that the test moves."""

    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def seconds():
    return Seconds()


@pytest.fixture
def patience(seconds):
    return Patience(seconds)


@pytest.fixture
def opened():
    return []


@pytest.fixture
def make(patience, opened):
    """A function that makes a lock screen's presenter and its view."""

    def attempt(typed, _by_key):
        if typed == "broken":
            raise NotADiary("The file is damaged.")
        if typed == "ABCDX":
            raise BadInput("There is a typing mistake in group 1.")
        if typed != RIGHT:
            raise WrongPassword("This password does not open the diary.")
        return "the diary"

    def made():
        presenter = Unlock(
            Immediate(),
            Lane.DIARY,
            attempt=attempt,
            opened=opened.append,
            failed=lambda problem: opened.append(str(problem)),
            patience=patience,
        )
        presenter.view = View()
        return presenter, presenter.view

    return made


def test_the_right_password_opens_the_diary(make, opened):
    presenter, view = make()
    presenter.submit(RIGHT)
    assert opened == ["the diary"]
    assert view.worked == [True, False]


def test_a_wrong_password_is_said_in_a_sentence_and_nothing_else(make, opened):
    presenter, view = make()
    presenter.submit("wrong")
    assert view.said[-1] == "This password does not open the diary."
    assert view.waits == ""
    assert opened == []


def test_the_wait_grows_up_to_a_minute_and_a_right_password_ends_it(make, patience, seconds):
    presenter, view = make()
    waits = []
    for _each in range(12):
        presenter.submit("wrong")
        waits.append(patience.left_s)
        seconds.now += patience.left_s
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    presenter.submit(RIGHT)
    presenter.submit("wrong")
    assert patience.left_s == 0
    assert view.waits == ""


def test_a_try_before_the_wait_is_over_is_not_made_even_on_a_screen_made_anew(
    make, opened, seconds
):
    presenter, _view = make()
    for _each in range(4):
        presenter.submit("wrong")
        seconds.now += 1.5
    another, view = make()
    another.tick()
    assert view.waits == "You can try again in 1 second."
    another.submit(RIGHT)
    assert opened == []
    seconds.now += 1
    another.tick()
    assert view.waits == ""
    another.submit(RIGHT)
    assert opened == ["the diary"]


def test_a_mistyped_recovery_key_and_an_empty_field_cost_no_wait(make, patience):
    presenter, view = make()
    for _each in range(5):
        presenter.submit("ABCDX", by_key=True)
        presenter.submit("  ", by_key=True)
    assert view.said[-1] == "Type the recovery key."
    assert "There is a typing mistake in group 1." in view.said
    assert patience.left_s == 0


def test_a_damaged_file_is_not_called_a_wrong_password(make, opened, patience):
    presenter, view = make()
    presenter.submit("broken")
    assert opened == ["The file is damaged."]
    assert view.said == [""]
    assert patience.left_s == 0


def test_what_was_typed_is_compared_with_the_key_that_is_held():
    key = keys.derive(RIGHT, b"0123456789abcdef")
    fit(key, RIGHT, by_key=False)
    fit(key, keys.to_recovery(key).lower(), by_key=True)
    with pytest.raises(WrongPassword, match="password"):
        fit(key, "four plain words there", by_key=False)
    other = keys.derive("another one", key.salt)
    with pytest.raises(WrongPassword, match="recovery key"):
        fit(key, keys.to_recovery(other), by_key=True)


def test_time_without_a_touch_counts_also_while_the_computer_sleeps(clock, seconds):
    idle = Idle(clock, seconds)
    clock.moment = clock.moment.shifted(timedelta(minutes=6))
    # Touched now, but not before: whoever woke the computer may be somebody else.
    idle.touched()
    assert idle.look() == 6
    assert idle.look() == 0
    idle.begin()
    clock.moment = clock.moment.shifted(timedelta(minutes=-60))
    seconds.now += 120
    assert idle.look() == 2
