"""The screens hear what other programs wrote."""

from __future__ import annotations

import pytest

from twitchlog.diary import Diary
from twitchlog.presenters.elsewhere import LOOK_S, Elsewhere


@pytest.fixture
def heard(services):
    told = []
    services.news.listen(told.append)
    return told


def test_what_another_program_wrote_is_announced_once(services, heard, clock):
    looks = Elsewhere(services)
    with Diary.open(services.diary.address, clock=clock) as other:
        other.twitches.log(["tongue"])
        for _n in range(3):
            looks.look()
    assert [changes.kinds for changes in heard] == [{"twitches"}]


def test_what_is_written_here_is_not_announced_a_second_time(services, heard):
    services.diary.twitches.log(["tongue"])
    Elsewhere(services).look()
    assert heard == []


@pytest.mark.in_file
def test_while_the_diary_cannot_be_read_nothing_is_said_and_then_it_goes_on(
    services, heard, clock, tmp_path
):
    looks = Elsewhere(services)
    away = services.diary.path.rename(tmp_path / "away.sqlite")
    looks.look()
    away.rename(services.diary.path)
    with Diary.open(services.diary.path, clock=clock) as other:
        other.twitches.log(["tongue"])
        looks.look()
    assert len(heard) == 1


def test_it_looks_often_enough_to_see_a_change_within_five_seconds():
    assert LOOK_S <= 2
