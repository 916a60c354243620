"""The Patterns screen in a real window."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest

from support.shown import services_of, shell_with
from twitchlog import bodymap
from twitchlog.background import Lane
from twitchlog.diary.example import fill
from twitchlog.domain.period import Period, Span
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.ui import theme
from twitchlog.ui.finding import find
from twitchlog.ui.screens import patterns
from twitchlog.ui.screens.not_yet import NotYetCard
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
                open_entries=asked.append,
                open_chart=lambda _looking, kind: asked.append(kind),
                make_triggers=lambda: None,
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
    screen.presenter.choose_span(Span.TWO_WEEKS)
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


def drawn(screen, kind):
    return kind in screen.cards and screen.cards[kind].picture.drawn


def look_through(screen, pump):
    """Scroll down past every card until all have told what they have to tell."""
    pump(lambda: screen.cards.keys() == BY_KIND.keys())
    for kind, card in screen.cards.items():
        view = screen.view
        depth = view.board.depths.get(card, view.board.height)
        view.scroll_y = 1 - min(depth / max(view.board.height - view.height, 1), 1)
        pump(lambda kind=kind: screen.cards[kind].told is not None)


def at_row(picture, row):
    """Where to touch a picture for the part of a row, as shares of its size."""
    mark = next(mark for mark in picture.picture.marks if mark.row == row)
    return (mark.left + mark.right) / 2 / picture.width, (
        mark.bottom + mark.top
    ) / 2 / picture.height


def test_a_tap_on_a_bar_says_its_day_and_leads_to_its_entries(diary, shown, asked, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    pump(lambda: drawn(screen, "timeline"))
    card = screen.cards["timeline"]
    tap(card.picture, at=at_row(card.picture, 20))
    row = card.picture.spec.table.rows[20]
    assert card.picture.part == 20
    assert find(card, "patterns.timeline.part").text == row.says
    tap(find(card, "patterns.timeline.part.entries"))
    assert asked == [row.behind]


def pixels_of(window, picture, mark):
    """The colours along the middle of a part of a picture, from its foot up."""
    from kivy.graphics.opengl import GL_RGBA, GL_UNSIGNED_BYTE, glReadPixels
    from kivy.metrics import dp

    x, foot = picture.to_window(
        picture.x + dp(mark.left + mark.right) / 2, picture.y + dp(mark.bottom)
    )
    window.canvas.ask_update()
    window.on_draw()
    high = int(dp(mark.top - mark.bottom))
    read = bytes(glReadPixels(int(x), int(foot), 1, high, GL_RGBA, GL_UNSIGNED_BYTE))
    return [tuple(read[at : at + 3]) for at in range(0, len(read), 4)]


def test_a_thin_bar_is_still_seen_once_it_is_tapped(diary, window, shown, tap, pump):
    """Only the line around its column is new: within, between the ends, all is as it was."""
    fill(diary, days=90, seed=3, until=TODAY)
    shell, screen = shown()
    pump(lambda: drawn(screen, "timeline"))
    tap(find(screen, "patterns.span"))
    pump(lambda: find(shell, "patterns.span.all"))
    tap(find(shell, "patterns.span.all"))
    pump(lambda: screen.presenter.span is Span.ALL)
    pump(lambda: len(screen.cards["timeline"].told.table.rows) > 80 and drawn(screen, "timeline"))
    picture = screen.cards["timeline"].picture
    pump(lambda: len(picture.picture.marks) > 80)  # until then the four weeks stand there
    mark = next(mark for mark in picture.picture.marks if mark.row == 20)
    before = pixels_of(window, picture, mark)
    tap(picture, at=at_row(picture, 20))
    pump(lambda: picture.part == 20)
    pump(frames=8)
    assert len(before) > 80
    assert pixels_of(window, picture, mark)[8:-8] == before[8:-8]


def test_the_arrows_lead_from_a_bar_to_its_neighbours_and_end_with_the_last(
    diary, shown, tap, pump
):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    pump(lambda: drawn(screen, "timeline"))
    card = screen.cards["timeline"]
    tap(card.picture, at=at_row(card.picture, 26))
    tap(find(card, "patterns.timeline.part.after"))
    assert card.picture.part == 27
    assert find(card, "patterns.timeline.part.after").disabled
    tap(find(card, "patterns.timeline.part.before"))
    assert card.picture.part == 26


def test_a_second_tap_on_a_bar_lets_it_go(diary, shown, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    pump(lambda: drawn(screen, "timeline"))
    card = screen.cards["timeline"]
    tap(card.picture, at=at_row(card.picture, 20))
    pump(lambda: card.bar.parent is card)
    tap(card.picture, at=at_row(card.picture, 20))
    assert card.picture.part is None
    assert card.bar.parent is None


def test_with_the_keyboard_the_arrows_walk_over_the_bars_and_enter_opens(
    diary, shown, asked, press, pump
):
    fill(diary, days=60, seed=3, until=TODAY)
    shell, screen = shown()
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


def test_what_a_tapped_part_says_comes_into_sight(diary, window, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    window.size = 412, 600
    pump(lambda: drawn(screen, "timeline"))
    pump(frames=6)
    card = screen.cards["timeline"]
    card.picture.part = 3
    low = screen.view.to_window(0, screen.view.y)[1]
    pump(lambda: card.bar.parent is card and card.bar.to_window(0, card.bar.y)[1] >= low)


def test_tab_goes_from_the_days_to_each_card_and_its_picture(diary, shown, press, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    pump(lambda: drawn(screen, "timeline"))
    focus.take(find(screen, "patterns.span"))
    reached = []
    for _each in range(4):
        press(9)
        reached.append(focus.focused().key)
    assert reached == [
        "patterns.help", "patterns.part:over-time", "patterns.part:triggers",
        "patterns.timeline.larger",
    ]  # fmt: skip


def test_the_corner_of_a_card_opens_the_page_of_its_chart(diary, shown, asked, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    pump(lambda: drawn(screen, "timeline"))
    tap(find(screen, "patterns.timeline.larger"))
    assert asked == ["timeline"]


def test_only_the_charts_near_what_is_in_sight_are_read(diary, window, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    window.size = 412, 420
    pump()
    _shell, screen = shown()
    pump(lambda: drawn(screen, "timeline"))
    kinds = list(screen.cards)
    assert all(screen.cards[kind].told is None for kind in kinds[4:])
    assert [screen.cards[kind].headline.text for kind in kinds[4:]] == [
        BY_KIND[kind].title for kind in kinds[4:]
    ]
    screen.view.scroll_y = 0
    pump(lambda: screen.cards[kinds[-1]].told is not None)


def test_a_card_in_sight_stays_where_it_is_when_one_above_it_grows(diary, window, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    window.size = 412, 420
    pump(lambda: drawn(screen, "timeline"))
    screen.view.scroll_to(screen.cards["dial"], padding=0, animate=False)
    pump(lambda: drawn(screen, "dial") and drawn(screen, "places"))
    dial, timeline = screen.cards["dial"], screen.cards["timeline"]
    pump(frames=8)
    before, high = dial.to_window(dial.x, dial.top)[1], timeline.height
    timeline.picture.part = 3
    pump(lambda: timeline.height > high)
    pump(frames=4)
    assert dial.to_window(dial.x, dial.top)[1] == pytest.approx(before, abs=2)


def test_charts_that_lack_days_share_one_quiet_card(diary, shown, asked, tap, pump):
    diary.twitches.log(["calf-left"])
    _shell, screen = shown()
    pump(lambda: any(isinstance(each, NotYetCard) for each in screen.view.board.children))
    shared = next(card for card in screen.view.board.children if isinstance(card, NotYetCard))
    said = " ".join(getattr(each, "text", "") for each in shared.walk(restrict=True))
    assert "Not enough yet" in said
    assert all(screen.cards[kind].told.headline in said for kind in shared.kinds)
    # Further charts join it as they come near, and the button moves down.
    look_through(screen, pump)
    button = find(shared, f"{shared.key}.log")
    pump(frames=8)
    screen.view.scroll_y = 1 - (
        (screen.view.board.depths[shared] + shared.height - screen.view.height / 2)
        / (screen.view.board.height - screen.view.height)
    )
    pump(frames=8)
    tap(button)
    assert asked == ["log"]


def test_enough_is_said_of_what_is_answered_and_else_is_not_there(diary, clock, shown, pump):
    """Two twitches a day for 84 days, always the same two places: nothing varies."""
    diary.twitches.log(["tongue"])
    _shell, screen = shown()
    screen.presenter.choose_span(Span.ALL)
    look_through(screen, pump)
    enough = screen.cards["enough"]
    assert enough.told.headline == "More entries may still change the answers"
    assert enough not in screen.view.board.children
    for back in range(84):
        for site, hours in (("calf-left", 0), ("tongue", -2)):
            moment = clock.now().shifted(timedelta(days=-back, hours=hours))
            diary.twitches.log([site], moment=moment)
    screen.presenter.refresh()
    pump(lambda: screen.view.board.height > screen.view.height)
    look_through(screen, pump)
    pump(lambda: enough in screen.view.board.children)
    assert enough.headline.text == "You have logged enough for these questions"
    assert "Which muscles are affected?" in enough.note.text


def test_cards_that_join_one_another_leave_the_scrolling_where_it_is(diary, shown, pump):
    diary.twitches.log(["calf-left"])
    _shell, screen = shown()
    pump(lambda: screen.cards and screen.cards["places"].told)
    pump(frames=10)
    screen.view.scroll_y = 0
    down = screen.view.down
    # The last ones, which are near the end: what is further up is not read from there.
    pump(lambda: all(card.told is not None for card in list(screen.cards.values())[6:]))
    pump(frames=10)
    assert screen.view.down >= min(down, screen.view.board.height - screen.view.height) - 2
    assert screen.view.down > 0


def test_the_days_and_how_many_were_logged_stand_below_the_title(diary, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    bar = find(screen, "patterns.bar")
    pump(lambda: bar.second)
    days = diary.days.summaries(Period(date(2026, 5, 22), TODAY))
    assert bar.second.replace("\N{NO-BREAK SPACE}", " ") == (
        f"22 May – 18 Jun: logged on {sum(day.logged for day in days)} of 28 days"
    )


def type_day(form, name, day):
    for part in ("day", "month", "year"):
        find(form, f"patterns.{name}.{part}").text = str(getattr(day, part))


def test_any_dates_can_be_looked_at_and_bad_ones_get_a_sentence(diary, shown, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    shell, screen = shown()
    pump()
    tap(find(screen, "patterns.span"))
    pump(lambda: find(shell, "patterns.first.day"))
    type_day(shell, "first", date(2026, 6, 10))
    type_day(shell, "last", date(2026, 6, 1))
    tap(find(shell, "patterns.form.period.save"))
    form = find(shell, "patterns.form.period")
    assert form._error.text == "The first day comes before the last one."
    type_day(shell, "last", date(2026, 6, 14))
    tap(find(shell, "patterns.form.period.save"))
    pump(lambda: not shell.open_layers)
    assert find(screen, "patterns.span").text == "Own dates"
    assert screen.presenter.period == Period(date(2026, 6, 10), date(2026, 6, 14))


def test_an_empty_diary_offers_to_log(shown, asked, tap, pump):
    _shell, screen = shown()
    pump()
    tap(find(screen, "empty:button"))
    pump(lambda: asked == ["log"])


def left_of(widget):
    return widget.to_window(*widget.pos)[0]


def test_a_wide_window_has_two_columns_filled_evenly(diary, window, shown, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    window.size = 1280, 800
    cards = screen.cards
    pump(lambda: drawn(screen, "timeline"))
    look_through(screen, pump)
    board = screen.view.board
    pump(lambda: left_of(cards["places"]) > left_of(cards["timeline"]) + cards["timeline"].width)
    ends = {}
    for card in board.children:
        ends[round(card.x)] = min(ends.get(round(card.x), board.top), card.y)
    assert len(ends) == 2
    pump(frames=6)
    longest = max(card.height for card in board.children)
    assert max(ends.values()) - min(ends.values()) <= longest


@pytest.mark.parametrize("size", [(840, 700), (1040, 700), (1280, 700)])
def test_the_words_beside_the_dial_have_room_at_every_width(diary, window, shown, pump, size):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = shown()
    window.size = size
    pump(lambda: "dial" in screen.cards and screen.width > size[0] - 100)
    dial = screen.cards["dial"]
    pump(lambda: dial.words.width >= dial.width * 0.4)
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
    _shell, screen = shown()
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
