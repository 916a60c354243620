"""The pictures of Patterns in a real window: drawn behind, and looked into part by part."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

from support.drawn import drawn
from support.finding import find
from support.window import paint, rest
from twitchlog import bodymap
from twitchlog.background import Lane
from twitchlog.diary.example import fill
from twitchlog.domain.period import Span
from twitchlog.ui import theme
from twitchlog.ui.widgets import focus

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


def test_headlines_stand_at_once_and_pictures_follow(diary, show_patterns, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    background = Waiting()
    _shell, screen = show_patterns(background)
    pump(lambda: background.drawings)
    assert "logged days" in screen.cards["timeline"].headline.text
    assert not screen.cards["timeline"].picture.drawn
    background.until(pump, lambda: screen.cards["timeline"].picture.drawn)


def test_the_old_picture_stays_until_the_new_one_is_drawn(diary, show_patterns, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    background = Waiting()
    _shell, screen = show_patterns(background)
    pump(lambda: background.drawings)
    background.until(pump, lambda: screen.cards["timeline"].picture.drawn)
    before = screen.cards["timeline"].picture._sheet.texture
    screen.presenter.choose_span(Span.TWO_WEEKS)
    pump(lambda: background.drawings)
    assert screen.cards["timeline"].picture._sheet.texture is before
    background.until(pump, lambda: screen.cards["timeline"].picture._sheet.texture is not before)


def test_a_picture_of_an_older_look_is_dropped(app, diary, show_patterns, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    background = Waiting()
    _shell, screen = show_patterns(background)
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


def test_a_grey_shape_stands_in_only_after_a_while(diary, show_patterns, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    background = Waiting()
    _shell, screen = show_patterns(background)
    pump(lambda: background.drawings)
    assert not screen.cards["timeline"].picture._words.size[0]
    pump(lambda: screen.cards["timeline"].picture._words.size[0])
    background.until(pump, lambda: not screen.cards["timeline"].picture._words.size[0])


def at_row(picture, row):
    """Where to touch a picture for the part of a row, as shares of its size."""
    mark = next(mark for mark in picture.picture.marks if mark.row == row)
    return (mark.left + mark.right) / 2 / picture.width, (
        mark.bottom + mark.top
    ) / 2 / picture.height


def test_a_tap_on_a_bar_says_its_day_and_leads_to_its_entries(
    diary, show_patterns, asked, tap, pump
):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
    pump(lambda: drawn(screen, "timeline"))
    card = screen.cards["timeline"]
    tap(card.picture, at=at_row(card.picture, 20))
    row = card.picture.spec.table.rows[20]
    assert card.picture.part == 20
    assert find(card, "patterns.timeline.part").text == row.says
    tap(find(card, "patterns.timeline.part.entries"))
    assert asked == [row.behind]


def pixels_of(picture, mark):
    """The colours along the middle of a part of a picture, from its foot up."""
    from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels
    from kivy.metrics import dp

    x, foot = picture.to_window(
        picture.x + dp(mark.left + mark.right) / 2, picture.y + dp(mark.bottom)
    )
    paint()
    high = int(dp(mark.top - mark.bottom))
    read = bytes(glReadPixels(int(x), int(foot), 1, high, GL_RGBA, GL_UNSIGNED_BYTE))
    return [tuple(read[at : at + 3]) for at in range(0, len(read), 4)]


def test_a_thin_bar_is_still_seen_once_it_is_tapped(diary, window, show_patterns, tap, pump):
    """Only the line around its column is new: within, between the ends, all is as it was."""
    fill(diary, days=90, seed=3, until=TODAY)
    shell, screen = show_patterns()
    pump(lambda: drawn(screen, "timeline"))
    tap(find(screen, "patterns.span"))
    pump(lambda: find(shell, "patterns.span.all"))
    tap(find(shell, "patterns.span.all"))
    pump(lambda: screen.presenter.span is Span.ALL)
    pump(lambda: len(screen.cards["timeline"].told.table.rows) > 80 and drawn(screen, "timeline"))
    picture = screen.cards["timeline"].picture
    pump(lambda: len(picture.picture.marks) > 80)  # until then the four weeks stand there
    mark = next(mark for mark in picture.picture.marks if mark.row == 20)
    before = pixels_of(picture, mark)
    tap(picture, at=at_row(picture, 20))
    pump(lambda: picture.part == 20)
    pump(frames=8)
    assert len(before) > 80
    assert pixels_of(picture, mark)[8:-8] == before[8:-8]


def test_the_arrows_lead_from_a_bar_to_its_neighbours_and_end_with_the_last(
    diary, show_patterns, tap, pump
):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
    pump(lambda: drawn(screen, "timeline"))
    card = screen.cards["timeline"]
    tap(card.picture, at=at_row(card.picture, 26))
    tap(find(card, "patterns.timeline.part.after"))
    assert card.picture.part == 27
    assert find(card, "patterns.timeline.part.after").disabled
    tap(find(card, "patterns.timeline.part.before"))
    assert card.picture.part == 26


def test_a_second_tap_on_a_bar_lets_it_go(diary, show_patterns, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
    pump(lambda: drawn(screen, "timeline"))
    card = screen.cards["timeline"]
    tap(card.picture, at=at_row(card.picture, 20))
    pump(lambda: card.bar.parent is card)
    tap(card.picture, at=at_row(card.picture, 20))
    assert card.picture.part is None
    assert card.bar.parent is None


def test_with_the_keyboard_the_arrows_walk_over_the_bars_and_enter_opens(
    diary, show_patterns, asked, press, pump
):
    fill(diary, days=60, seed=3, until=TODAY)
    shell, screen = show_patterns()
    pump(lambda: drawn(screen, "timeline"))
    card = screen.cards["timeline"]
    focus.take(card.picture)
    rows = card.picture.spec.table.rows
    at = next(at for at, row in enumerate(rows) if row.behind is not None)
    for _each in range(at + 1):
        press(275)
    assert card.picture.part == at
    press(13)
    assert asked == [rows[at].behind]
    press(27)
    assert card.picture.part is None
    assert shell.current == "patterns"


def test_what_a_tapped_part_says_comes_into_sight(diary, window, show_patterns, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
    window.size = 412, 600
    pump(lambda: drawn(screen, "timeline"))
    rest()
    card = screen.cards["timeline"]
    card.picture.part = 3
    low = screen.view.to_window(0, screen.view.y)[1]
    pump(lambda: card.bar.parent is card and card.bar.to_window(0, card.bar.y)[1] >= low)


def test_a_tap_on_the_body_gives_the_numbers_of_that_place(diary, show_patterns, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
    pump(lambda: "places" in screen.cards and screen.cards["places"].picture.drawn)
    card = screen.cards["places"]
    screen.view.scroll_to(card, padding=0, animate=False)
    pump()
    shape = bodymap.load().views["back"].shapes["back-calf-left"]
    x, y = card.figure.spot(shape)
    figure = card.figure
    tap(figure, at=((x - figure.x) / figure.width, (y - figure.y) / figure.height))
    pump(lambda: card.bar.parent is card)
    assert card.bar.text.startswith("Left calf: ")
    assert "logged days" in card.bar.text
    assert figure.marked == ["calf-left"]


def test_nothing_draws_before_patterns_is_opened():
    code = (
        "import sys; from twitchlog.presenters import patterns; "
        "import twitchlog.reports.charts.catalogue; "
        "print(sorted({'matplotlib', 'numpy'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
