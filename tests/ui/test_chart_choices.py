"""What a chart can be made of, chosen on its card."""

from __future__ import annotations

from datetime import date

import pytest

from support.inside import Inside
from twitchlog.diary import Diary
from twitchlog.diary.example import fill

TODAY = date(2026, 6, 18)


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        fill(diary, days=60, seed=3, until=TODAY)
    return path


def bring(program, kind):
    """Scroll to the card of a chart, and wait until it is drawn."""
    screen = program.shell.screen("patterns")
    for _each in range(3):
        view, card = screen.view, screen.cards[kind]
        room = view.board.height - view.height
        view.scroll_y = 1 - min(view.board.depths[card] / room, 1)
        program.settle()
    return screen.cards[kind]


def test_another_choice_makes_another_chart(path, clock):
    with Inside(path, clock=clock) as program:
        program.tap("tab:patterns")
        card = bring(program, "movement")
        option = card.told.choices[0]
        other = next(each for each in option.offered if each.id != option.chosen)
        program.tap(f"patterns.movement.{option.option}")
        program.tap(f"option.{other.id}")
        assert card.told.choices[0].chosen == other.id
        assert program.see(f"patterns.movement.{option.option}").text == other.label


def test_a_choice_that_wants_a_day_asks_for_it_and_remembers_it(path, clock):
    with Inside(path, clock=clock) as program:
        program.tap("tab:patterns")
        card = bring(program, "before-after")
        option = card.told.choices[0]
        own = next(each for each in option.offered if each.day_option)
        program.tap(f"patterns.before-after.{option.option}")
        program.tap(f"option.{own.id}")
        form = program.shell.open_layers[-1].panel.content
        program.see("option.form.day").text = "1 July 2027"
        program.tap("option.form.save")
        assert form._error.text == "That day is still to come. Choose one that has passed."
        program.see("option.form.day").text = "20 May"
        program.tap("option.form.save")
        assert card.told.choices[0].chosen == own.id
        assert "20 May" in card.headline.text.replace("\N{NO-BREAK SPACE}", " ")
        program.tap(f"patterns.before-after.{option.option}")
        program.tap(f"option.{own.id}")
        assert program.see("option.form.day").text == "20 May 2026"
