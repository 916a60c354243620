"""The Patterns screen in a real window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from support.drawn import drawn
from support.finding import find
from twitchlog.diary.example import fill
from twitchlog.domain.period import Period, Span
from twitchlog.reports.charts.catalogue import BY_KIND
from twitchlog.reports.charts.spec import NoPicture
from twitchlog.ui.screens.not_yet import NotYetCard
from twitchlog.ui.widgets import focus

TODAY = date(2026, 6, 18)


def test_another_period_is_two_taps_away(diary, show_patterns, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    shell, screen = show_patterns()
    pump()
    tap(find(screen, "patterns.span"))
    pump(lambda: find(shell, "patterns.span.2w"))
    tap(find(shell, "patterns.span.2w"))
    pump(lambda: screen.presenter.span is Span.TWO_WEEKS)
    assert find(screen, "patterns.span").text == "2 weeks"


def look_through(screen, pump):
    """Scroll down past every card until all have told what they have to tell."""
    pump(lambda: screen.cards.keys() == BY_KIND.keys())
    for kind, card in screen.cards.items():
        view = screen.view
        depth = view.board.depths.get(card, view.board.height)
        view.scroll_y = 1 - min(depth / max(view.board.height - view.height, 1), 1)
        pump(lambda kind=kind: screen.cards[kind].told is not None)


def test_tab_goes_from_the_days_to_each_card_and_its_picture(diary, show_patterns, press, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
    pump(lambda: drawn(screen, "timeline"))
    focus.take(find(screen, "patterns.span"))
    reached = []
    for _each in range(5):
        press(9)
        reached.append(focus.focused().key)
    assert reached == [
        "patterns.help", "patterns.part:over-time", "patterns.part:triggers",
        "patterns.all", "patterns.timeline.larger",
    ]  # fmt: skip


def test_the_corner_of_a_card_opens_the_page_of_its_chart(diary, show_patterns, asked, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
    pump(lambda: drawn(screen, "timeline"))
    tap(find(screen, "patterns.timeline.larger"))
    assert asked == ["timeline"]


def test_only_the_charts_near_what_is_in_sight_are_read(diary, window, show_patterns, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    window.size = 412, 420
    pump()
    _shell, screen = show_patterns()
    pump(lambda: drawn(screen, "timeline"))
    kinds = list(screen.cards)
    assert all(screen.cards[kind].told is None for kind in kinds[4:])
    assert [screen.cards[kind].headline.text for kind in kinds[4:]] == [
        BY_KIND[kind].title for kind in kinds[4:]
    ]
    screen.view.scroll_y = 0
    pump(lambda: screen.cards[kinds[-1]].told is not None)


def test_a_card_in_sight_stays_where_it_is_when_one_above_it_grows(
    diary, window, show_patterns, pump
):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
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


def test_charts_that_lack_days_share_one_quiet_card_at_the_end(
    diary, show_patterns, asked, tap, pump
):
    diary.twitches.log(["calf-left"])
    _shell, screen = show_patterns()
    # A young diary has all told before anybody scrolls to them.
    pump(lambda: len(screen.cards) == len(BY_KIND))
    pump(lambda: all(card.told is not None for card in screen.cards.values()))
    shared = screen.view.board.children[0]
    assert isinstance(shared, NotYetCard)
    assert shared.kinds == tuple(
        kind for kind, card in screen.cards.items() if isinstance(card.told, NoPicture)
    )
    assert {"timeline", "same-place", "before-after", "hours", "rest"} <= {*shared.kinds}
    for kind in shared.kinds:
        row = find(shared, f"{shared.key}.{kind}")
        assert row.title == BY_KIND[kind].title
        assert row.second.startswith(f"{screen.cards[kind].told.headline}. ")
    screen.view.scroll_y = 0
    pump(frames=8)
    tap(find(shared, f"{shared.key}.log"))
    tap(find(shared, f"{shared.key}.rest"))
    assert asked == ["log", "rest"]


def test_enough_is_said_of_what_is_answered_and_else_is_not_there(
    diary, clock, show_patterns, pump
):
    """Two twitches a day for 84 days, always the same two places: nothing varies."""
    diary.twitches.log(["tongue"])
    _shell, screen = show_patterns()
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


def test_cards_that_join_one_another_leave_the_scrolling_where_it_is(diary, show_patterns, pump):
    diary.twitches.log(["calf-left"])
    _shell, screen = show_patterns()
    pump(lambda: screen.cards and screen.cards["places"].told)
    pump(frames=10)
    screen.view.scroll_y = 0
    down = screen.view.down
    # The last ones, which are near the end: what is further up is not read from there.
    pump(lambda: all(card.told is not None for card in list(screen.cards.values())[6:]))
    pump(frames=10)
    assert screen.view.down >= min(down, screen.view.board.height - screen.view.height) - 2
    assert screen.view.down > 0


def test_the_days_and_how_many_were_logged_stand_below_the_title(diary, show_patterns, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
    bar = find(screen, "patterns.bar")
    pump(lambda: bar.second)
    days = diary.days.summaries(Period(date(2026, 5, 22), TODAY))
    assert bar.second.replace("\N{NO-BREAK SPACE}", " ") == (
        f"22 May – 18 Jun: logged on {sum(day.logged for day in days)} of 28 days"
    )


def type_day(form, name, day):
    find(form, f"patterns.{name}").text = day.isoformat()


def test_any_dates_can_be_looked_at_and_bad_ones_get_a_sentence(diary, show_patterns, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    shell, screen = show_patterns()
    pump()
    tap(find(screen, "patterns.span"))
    pump(lambda: find(shell, "patterns.first"))
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


def test_an_empty_diary_offers_to_log(show_patterns, asked, tap, pump):
    _shell, screen = show_patterns()
    pump()
    tap(find(screen, "empty:button"))
    pump(lambda: asked == ["log"])


def left_of(widget):
    return widget.to_window(*widget.pos)[0]


def test_a_wide_window_has_two_columns_filled_evenly(diary, window, show_patterns, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
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
def test_the_words_beside_the_dial_have_room_at_every_width(
    diary, window, show_patterns, pump, size
):
    fill(diary, days=60, seed=3, until=TODAY)
    _shell, screen = show_patterns()
    window.size = size
    pump(lambda: "dial" in screen.cards and screen.width > size[0] - 100)
    dial = screen.cards["dial"]
    pump(lambda: dial.words.width >= dial.width * 0.4)
    # a word never goes over two lines
    assert dial.words.width >= 160
