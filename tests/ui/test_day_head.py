"""The heading of a day that is not logged."""

from __future__ import annotations

from datetime import date

import pytest
from kivy.metrics import dp

from twitchlog.domain.checkin import DayState
from twitchlog.presenters.day_list import Heading, Section
from twitchlog.ui.screens.diary_rows import HEAD, DayHead

DAY = date(2026, 6, 17)


@pytest.mark.parametrize(("wide", "beside"), [(560, True), (240, False)])
def test_the_buttons_of_a_day_stand_beside_its_words_or_below_them_where_that_is_narrow(
    app, wide, beside
):
    head = DayHead(add=lambda _day: None, none=lambda _day: None, width=dp(wide))
    head.show(Section(DAY, DAY, 0, Heading.NOT_LOGGED, DayState.NOT_LOGGED, DAY))
    head.reflow()
    assert (head.height == dp(HEAD)) is beside
    for button in head.children:
        assert head.x - dp(4) <= button.x
        assert button.right <= head.right + dp(4) + 1
        assert (button.center_y == pytest.approx(head.center_y)) is beside
        assert head.y <= button.y
        assert button.top <= head.top
