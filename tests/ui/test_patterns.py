"""The Patterns screen in a real window."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from support.shown import services_of, shell_with
from twitchlog import bodymap
from twitchlog.background import Lane
from twitchlog.diary.example import fill
from twitchlog.domain.period import Span
from twitchlog.ui import theme
from twitchlog.ui.finding import find
from twitchlog.ui.screens import patterns

TODAY = date(2026, 6, 18)


class Waiting:
    """A background that does at once what reads the diary, and draws when it is told to."""

    def __init__(self):
        self.drawings = []

    def submit(self, lane, work, *, done=None, failed=None):
        del failed
        if lane is Lane.DIARY or not self.holds(work):
            done(work())
        else:
            self.drawings.append((work, done))

    @staticmethod
    def holds(work):
        return "draw" in work.__qualname__

    def draw(self):
        waiting, self.drawings = self.drawings, []
        for work, done in waiting:
            done(work())

    def until(self, pump, condition):
        """Draw whatever is asked for, also what is asked for late, until the condition holds."""

        def held():
            self.draw()
            return condition()

        pump(held)


@pytest.fixture
def asked():
    return []


@pytest.fixture
def shown(app, window, diary, clock, asked):
    def show(background=None):
        return shell_with(
            app,
            window,
            "patterns",
            lambda shell: patterns.build(
                services_of(diary, clock, background),
                shell,
                log=lambda: asked.append("log"),
                open_help=lambda: asked.append("help"),
            ),
        )

    return show


def test_headlines_stand_at_once_and_pictures_follow(diary, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    background = Waiting()
    _shell, screen = shown(background)
    pump(lambda: background.drawings)
    assert "logged days" in screen.cards["timeline"].headline.text
    assert not screen.cards["timeline"].picture.drawn
    background.until(pump, lambda: screen.cards["timeline"].picture.drawn)


def test_the_old_picture_stays_until_the_new_one_is_drawn(diary, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    background = Waiting()
    _shell, screen = shown(background)
    pump(lambda: background.drawings)
    background.until(pump, lambda: screen.cards["timeline"].picture.drawn)
    before = screen.cards["timeline"].picture._sheet.texture
    screen.presenter.choose(Span.TWO_WEEKS)
    pump(lambda: background.drawings)
    assert screen.cards["timeline"].picture._sheet.texture is before
    background.until(pump, lambda: screen.cards["timeline"].picture._sheet.texture is not before)


def test_a_picture_of_an_older_look_is_dropped(app, diary, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    background = Waiting()
    _shell, screen = shown(background)
    pump(lambda: background.drawings)
    late = list(background.drawings)
    background.drawings.clear()
    theme.apply(app, look_name="dark", less_motion=True)
    try:
        pump(lambda: background.drawings)
        for work, done in late:
            done(work())
        assert not screen.cards["timeline"].picture.drawn
        background.until(pump, lambda: screen.cards["timeline"].picture.drawn)
    finally:
        theme.apply(app, look_name="light", less_motion=True)


def test_a_grey_shape_stands_in_only_after_a_while(diary, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    background = Waiting()
    _shell, screen = shown(background)
    pump(lambda: background.drawings)
    assert not screen.cards["timeline"].picture._words.size[0]
    pump(lambda: screen.cards["timeline"].picture._words.size[0])
    background.until(pump, lambda: not screen.cards["timeline"].picture._words.size[0])


def test_another_period_is_two_taps_away(diary, shown, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    shell, screen = shown()
    pump()
    tap(find(screen, "patterns.span"))
    pump(lambda: find(shell, "patterns.span.2w"))
    tap(find(shell, "patterns.span.2w"))
    pump(lambda: screen.presenter.span is Span.TWO_WEEKS)
    assert find(screen, "patterns.span").text == "2 weeks"


def test_a_tap_on_a_picture_gives_its_numbers(diary, shown, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    shell, screen = shown()
    pump(lambda: "timeline" in screen.cards and screen.cards["timeline"].picture.drawn)
    tap(screen.cards["timeline"].picture)
    pump(lambda: shell.open_layers)
    said = [getattr(each, "text", "") for each in shell.open_layers[0].walk(restrict=True)]
    assert screen.cards["timeline"].picture.spec.alt in said


def test_an_empty_diary_offers_to_log(shown, asked, tap, pump):
    _shell, screen = shown()
    pump()
    tap(find(screen, "empty:button"))
    pump(lambda: asked == ["log"])


def left_of(widget):
    return widget.to_window(*widget.pos)[0]


def test_in_a_wide_window_the_body_has_a_column_of_its_own(diary, window, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    window.size = 1280, 800
    cards = screen.cards
    pump(lambda: {"places", "timeline"} <= set(cards))
    pump(lambda: left_of(cards["places"]) > left_of(cards["timeline"]) + cards["timeline"].width)
    assert cards["places"].width == pytest.approx(460)


@pytest.mark.parametrize("size", [(840, 700), (1040, 700), (1280, 700)])
def test_the_words_beside_the_dial_have_room_at_every_width(diary, window, shown, pump, size):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    window.size = size
    pump(lambda: "dial" in screen.cards and screen.width > size[0] - 100)
    dial = screen.cards["dial"]
    pump(lambda: dial.words.width >= dial.width / 2)
    # a word never goes over two lines
    assert dial.words.width >= 160


def test_nothing_draws_before_patterns_is_opened():
    code = (
        "import sys; from twitchlog.presenters import patterns; "
        "import twitchlog.reports.charts.catalogue; "
        "print(sorted({'matplotlib', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_tap_on_the_body_gives_the_numbers_of_that_place(diary, shown, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    shell, screen = shown()
    pump(lambda: "places" in screen.cards and screen.cards["places"].picture.drawn)
    card = screen.cards["places"]
    screen._main.scroll_to(card, padding=0, animate=False)
    pump()
    shape = bodymap.load().views["back"].shapes["back-calf-left"]
    x, y = card.figure.spot(shape)
    figure = card.figure
    tap(figure, at=((x - figure.x) / figure.width, (y - figure.y) / figure.height))
    pump(lambda: shell.open_layers)
    said = [getattr(each, "text", "") for each in shell.open_layers[0].walk(restrict=True)]
    assert any(text.startswith("Left calf: ") and "logged days" in text for text in said)
    assert figure.marked == ["calf-left"]
