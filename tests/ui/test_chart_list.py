"""The list of all charts, in the running program: the way to each, their order, what is hidden."""

from __future__ import annotations

import pytest

from support.chart_page import filled
from support.window import press
from twitchlog.domain.arrangement import Arrangement
from twitchlog.domain.phrase import phrase
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.ui.widgets import focus


@pytest.fixture
def path(tmp_path, clock):
    return filled(tmp_path, clock)


def below_the_edge(screen, kind):
    """How far below the upper edge of what scrolls a card begins."""
    view, card = screen.view, screen.cards[kind]
    return view.to_window(0, view.top)[1] - card.to_window(0, card.top)[1]


def order_of(screen):
    return [card.kinds for card in reversed(screen.view.board.children)]


def test_a_chart_of_the_list_comes_to_the_upper_edge_and_stays_there(program):
    """The cards above it are read and grow only then."""
    program.tap("tab:patterns")
    program.tap("patterns.all")
    page = program.shell.page
    program.touch(page._rows["spells"])
    screen = program.shell.screen("patterns")
    assert program.shell.page is None
    assert below_the_edge(screen, "spells") == pytest.approx(4, abs=2)
    program.tap("patterns.all")
    focus.used_keyboard(True)
    focus.take(program.shell.page._rows["hours"])
    press(13)
    program.settle()
    assert below_the_edge(screen, "hours") == pytest.approx(4, abs=2)
    assert focus.focused() is screen.cards["hours"].larger


def test_back_from_a_chart_leads_to_where_one_was_or_to_the_chart_one_turned_to(program):
    program.tap("tab:patterns")
    screen = program.shell.screen("patterns")
    screen.go_to("dial")
    program.settle()
    down = screen.view.down
    screen.cards["dial"].tools.larger()
    program.settle()
    program.tap("back")
    assert screen.view.down == pytest.approx(down, abs=1)
    screen.cards["dial"].tools.larger()
    program.settle()
    for _each in range(6):
        program.tap("chart.after")
    seen = program.shell.page.presenter.kind
    program.tap("back")
    assert below_the_edge(screen, seen) == pytest.approx(4, abs=2)


def test_by_keyboard_a_chart_is_put_first_another_hidden_and_opened_and_both_taken_back(program):
    program.tap("tab:patterns")
    screen = program.shell.screen("patterns")
    program.tap("patterns.all")
    page = program.shell.page
    focus.used_keyboard(True)
    for button in (page._order, page._rows["dial"]._star, page._rows["timeline"]._hide):
        focus.take(button)
        press(13)
        program.settle()
    assert "Over time hidden" in program.shell.snackbar.text
    press(27)  # puts the tools away
    focus.take(page._rows["timeline"])
    press(13)
    program.settle()
    assert program.shell.page._bar.title == "Over time"
    for _each in range(2):
        press(27)
        program.settle()
    assert program.shell.page is None
    assert order_of(screen)[:2] == [("dial",), ("places",)]
    assert ("timeline",) not in order_of(screen)
    for _each in range(2):
        press(122, "z", ("ctrl",))
        program.settle()
    assert order_of(screen)[:2] == [("timeline",), ("places",)]
    assert ("dial",) in order_of(screen)[2:]


def test_where_every_chart_is_hidden_patterns_says_so_and_leads_to_the_list(program):
    hidden = Arrangement(hidden=tuple(BY_KIND))
    program.diary.preferences.arrange(hidden, phrase("All hidden"))
    program.tap("tab:patterns")
    screen = program.shell.screen("patterns")
    (there,) = screen.view.board.children
    assert there.title == "Your charts are hidden"
    there.dispatch("on_button")
    program.settle()
    assert program.shell.page.presenter.looking.arrangement == hidden
