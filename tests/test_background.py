"""Work is done off the UI thread, in order, and its answer comes back on the UI thread."""

from __future__ import annotations

import os
import queue
import threading
from typing import TYPE_CHECKING

import pytest

from twitchlog import background
from twitchlog.background import Immediate, Lane, Lanes, Session, calculate_in_one_thread

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Ui:
    """A UI thread that handles what was posted when the test says so."""

    def __init__(self) -> None:
        self.posted: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self.unhandled: list[Exception] = []

    def handle(self) -> None:
        self.posted.get(timeout=60)()


@pytest.fixture
def ui() -> Ui:
    return Ui()


@pytest.fixture
def lanes(ui: Ui) -> Iterator[Lanes]:
    running = Lanes(post=ui.posted.put, unhandled=ui.unhandled.append)
    yield running
    running.close()


def test_jobs_of_a_lane_are_done_in_order_on_one_thread_of_their_own(ui: Ui, lanes: Lanes) -> None:
    done: list[tuple[int, int]] = []
    for number in range(50):
        lanes.submit(
            Lane.DIARY,
            lambda n=number: (n, threading.get_ident()),
            done=done.append,
        )
    for _ in range(50):
        ui.handle()
    assert [number for number, _thread in done] == list(range(50))
    threads = {thread for _number, thread in done}
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_a_slow_picture_does_not_hold_up_the_diary(ui: Ui, lanes: Lanes) -> None:
    go_on = threading.Event()
    said: list[str] = []
    lanes.submit(Lane.DRAW, lambda: go_on.wait(60), done=lambda _: said.append("picture"))
    lanes.submit(Lane.DIARY, lambda: "diary", done=said.append)
    ui.handle()
    assert said == ["diary"]
    go_on.set()
    ui.handle()
    assert said == ["diary", "picture"]


def test_a_failure_reaches_who_asked_and_the_lane_goes_on(ui: Ui, lanes: Lanes) -> None:
    heard: list[Exception] = []

    def fail() -> None:
        raise LookupError("no")

    said: list[str] = []
    lanes.submit(Lane.DIARY, fail, failed=heard.append)
    lanes.submit(Lane.DIARY, fail)
    lanes.submit(Lane.DIARY, lambda: "still here", done=said.append)
    for _ in range(3):
        ui.handle()
    assert [type(problem) for problem in heard] == [LookupError]
    assert [type(problem) for problem in ui.unhandled] == [LookupError]
    assert said == ["still here"]


def test_lanes_are_idle_once_every_answer_was_handed_on(ui: Ui, lanes: Lanes) -> None:
    assert lanes.idle
    lanes.submit(Lane.DIARY, lambda: None)
    assert not lanes.idle
    ui.handle()
    assert lanes.idle


def test_closing_finishes_what_was_submitted_and_leaves_no_thread(ui: Ui) -> None:
    before = threading.active_count()
    written: list[int] = []
    lanes = Lanes(post=ui.posted.put, unhandled=ui.unhandled.append)
    for number in range(20):
        lanes.submit(Lane.DIARY, lambda n=number: written.append(n))
    lanes.close()
    assert written == list(range(20))
    assert threading.active_count() == before


def test_closing_does_not_wait_for_a_disk_that_hangs(ui: Ui, monkeypatch) -> None:
    monkeypatch.setattr(background, "LAST_S", 0.05)
    lanes, written = Lanes(post=ui.posted.put, unhandled=ui.unhandled.append), []
    hangs = threading.Event()
    lanes.submit(Lane.COPY, lambda: hangs.wait(60))
    lanes.submit(Lane.DIARY, lambda: written.append("whole"))
    copying = next(each for each in threading.enumerate() if each.name == "lane-copy")
    lanes.close()
    assert written == ["whole"]
    assert copying.is_alive()
    assert copying.daemon
    hangs.set()
    copying.join(60)


def test_immediate_does_the_same_at_once() -> None:
    heard: list[object] = []
    background = Immediate()
    background.submit(Lane.DIARY, lambda: 7, done=heard.append)

    def fail() -> None:
        raise LookupError("no")

    background.submit(Lane.DIARY, fail, failed=heard.append)
    assert heard[0] == 7
    assert isinstance(heard[1], LookupError)
    with pytest.raises(LookupError):
        background.submit(Lane.DIARY, fail)


def test_closed_lanes_take_nothing_on(ui: Ui) -> None:
    lanes = Lanes(post=ui.posted.put, unhandled=ui.unhandled.append)
    lanes.close()
    before = threading.active_count()
    written: list[int] = []
    lanes.submit(Lane.DIARY, lambda: written.append(1))
    assert threading.active_count() == before
    assert written == []


@pytest.mark.parametrize(("chosen", "used"), [(None, "1"), ("4", "4")])
def test_numbers_are_worked_out_in_one_thread_unless_more_are_chosen(monkeypatch, chosen, used):
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    if chosen:
        monkeypatch.setenv("OPENBLAS_NUM_THREADS", chosen)
    calculate_in_one_thread()
    assert os.environ["OPENBLAS_NUM_THREADS"] == used


def test_a_session_that_is_over_takes_on_nothing_and_says_nothing(ui: Ui, lanes: Lanes) -> None:
    session, said = Session(lanes), []
    session.submit(
        Lane.DIARY, lambda: said.append("done") or 1, done=lambda _n: said.append("told")
    )
    session.submit(Lane.DIARY, lambda: 1 / 0)
    session.end()
    session.submit(Lane.DIARY, lambda: said.append("too late"))
    ui.handle()
    ui.handle()
    assert said == ["done"]
    assert not ui.unhandled
    assert lanes.idle


def test_a_failure_in_a_session_that_nobody_takes_is_heard(ui: Ui, lanes: Lanes) -> None:
    Session(lanes).submit(Lane.DIARY, lambda: 1 / 0)
    ui.handle()
    assert [type(problem) for problem in ui.unhandled] == [ZeroDivisionError]
