"""What one taps: chips, segments, switches and buttons, by finger and by key."""

from __future__ import annotations

import pytest

from support.finding import find
from twitchlog.ui import theme
from twitchlog.ui.widgets import focus
from twitchlog.ui.widgets.buttons import FilledButton
from twitchlog.ui.widgets.cards import ActionRow, EmptyState, NoticeCard
from twitchlog.ui.widgets.chips import Chip, ChipRow
from twitchlog.ui.widgets.even import Even
from twitchlog.ui.widgets.questions import QuestionGroup, QuestionRow
from twitchlog.ui.widgets.rows import ListRow, RowGroup
from twitchlog.ui.widgets.segments import Segmented
from twitchlog.ui.widgets.switches import Stepper, StopSlider, Toggle
from twitchlog.ui.widgets.tiles import PlaceTile

TAB, ENTER, SPACE, LEFT, RIGHT = 9, 13, 32, 276, 275


pytestmark = pytest.mark.usefixtures("still")


def heard(widget, event):
    """Return a list that gets the last argument of each event."""
    told = []
    widget.fbind(event, lambda *args: told.append(args[-1]))
    return told


def test_a_chip_turns_over_by_touch(show, tap):
    chip = show(Chip(text="Coffee"))
    tap(chip)
    assert chip.chosen
    tap(chip)
    assert not chip.chosen


@pytest.mark.parametrize("key", [ENTER, SPACE])
def test_a_chip_turns_over_by_key(show, press, key):
    chip = show(Chip(text="Coffee"))
    focus.take(chip)
    press(key)
    assert chip.chosen


def test_a_chip_that_is_off_stays_as_it_is(show, tap):
    chip = show(Chip(text="Cold", disabled=True))
    tap(chip)
    assert not chip.chosen


def test_only_one_chip_of_a_single_row_is_chosen(show, tap):
    row = ChipRow(single=True, required=True)
    for words in ("Now", "15 min", "30 min"):
        row.add_widget(Chip(text=words, chosen=words == "Now"))
    show(row)
    told = heard(row, "on_choice")
    tap(row.chips()[1])
    assert row.chosen == ["15 min"]
    tap(row.chips()[1])
    assert row.chosen == ["15 min"]
    assert told == [["15 min"], ["15 min"]]


def test_choosing_for_the_person_tells_nobody(show):
    row = ChipRow()
    for value in (1, 2):
        row.add_widget(Chip(text=str(value), value=value))
    show(row)
    told = heard(row, "on_choice")
    row.choose(2)
    assert row.chosen == [2]
    assert told == []


def test_chips_wrap_and_nothing_is_cut(show, pump):
    row = ChipRow(size_hint_x=None, width=220)
    for words in ("Caffeine", "Poor sleep", "Stress", "Sat for a very long time at the desk"):
        row.add_widget(Chip(text=words))
    show(row)
    row.add_widget(Chip(text="Drove to the sea and back on one and the same day"))
    pump(lambda: row.height > 3 * 48)
    assert all(row.x <= chip.x and chip.right <= row.right + 1 for chip in row.chips())


@pytest.mark.parametrize(
    "look", [{}, {"rest_icon": "plus"}, {"icon": "pill"}, {"end_icon": "close"}]
)
def test_choosing_moves_no_chip(look, show, tap):
    row = ChipRow()
    for words in ("30 s", "None", "Caffeine", "More"):
        row.add_widget(Chip(text=words, **look))
    show(row)
    before = [(tuple(chip.pos), tuple(chip.size)) for chip in row.chips()]
    for chip in row.chips():
        tap(chip)
    assert len(row.chosen) == 4
    assert [(tuple(chip.pos), tuple(chip.size)) for chip in row.chips()] == before


def test_every_choice_has_room_for_a_finger(show):
    row = ChipRow()
    row.add_widget(Chip(text="1"))
    row.add_widget(Chip(icon="plus"))
    segments = Segmented(options=[(1, "Barely"), (2, "Mild")])
    show(row, segments, FilledButton(text="Save"), Toggle())
    assert all(chip.height >= 48 for chip in row.chips())
    assert segments.height >= 48


def test_a_segment_is_chosen_and_told(show, tap):
    segments = show(Segmented(key="strong", options=[(1, "Barely"), (2, "Mild")], value=1))
    told = heard(segments, "on_choice")
    tap(find(segments, "strong:2"))
    assert segments.value == 2
    assert told == [2]


def test_the_ring_is_drawn_only_for_the_keyboard(show, tap, press):
    first, second = FilledButton(text="One"), FilledButton(text="Two")
    show(first, second)
    tap(first)
    assert first.focus
    assert not first.rings()
    press(TAB)
    assert second.focus
    assert second.rings()
    tap(first)
    assert not first.rings()


def test_tab_goes_in_reading_order_and_round(show, press):
    names = [FilledButton(text=words) for words in ("One", "Two", "Three")]
    names[1].disabled = True
    show(*names)
    focus.take(names[0])
    press(TAB)
    assert names[2].focus
    press(TAB)
    assert names[0].focus


def test_a_tap_that_slips_off_does_nothing(show, pump):
    from kivy.tests.common import UnitTestTouch

    button = show(FilledButton(text="Save"))
    told = heard(button, "on_release")
    touch = UnitTestTouch(*button.to_window(*button.center))
    touch.touch_down()
    touch.touch_move(1, 1)
    touch.touch_up()
    pump()
    assert told == []


def test_a_switch_tells_what_it_is_now(show, tap):
    switch = show(Toggle())
    told = heard(switch, "on_choice")
    tap(switch)
    tap(switch)
    assert told == [True, False]


def test_a_slider_rests_on_its_stops(show, tap, press):
    slider = show(StopSlider(stops=[0.85, 1.0, 1.15, 1.3, 1.5], value=1.0))
    told = heard(slider, "on_choice")
    tap(slider, at=(0.7, 0.5))
    assert slider.value == 1.3
    press(LEFT)
    press(LEFT)
    press(RIGHT)
    assert told == [1.3, 1.15, 1.0, 1.15]


def test_a_number_not_said_starts_where_it_is_told(show, tap):
    stepper = show(Stepper(key="sleep", start=7, step=0.5, highest=7.5))
    tap(find(stepper, "sleep:more"))
    assert stepper.value == 7
    tap(find(stepper, "sleep:more"))
    assert stepper.value == 7.5
    assert find(stepper, "sleep:more").disabled


def test_a_long_row_grows_so_that_nothing_is_cut(show, pump):
    row = ListRow(title="Left calf", second="word " * 60, time="21:04", divider=True)
    show(row)
    pump(lambda: row.height > 64)


def test_lines_stand_between_rows_and_not_above_the_first(show):
    group = RowGroup()
    rows = [ListRow(title=words) for words in ("One", "Two", "Three")]
    for row in rows:
        group.add_widget(row)
    show(group)
    assert [row.divider for row in rows] == [False, True, True]
    assert (rows[0].first, rows[2].last) == (True, True)


def test_a_question_without_an_answer_offers_to_answer(show, tap):
    group, row = QuestionGroup(), QuestionRow(key="q6", number=6, question="Are you pregnant?")
    group.add_widget(row)
    show(group)
    told = heard(row, "on_edit")
    assert find(row, "q6:edit").text == "Answer"
    tap(find(row, "q6:edit"))
    row.answer = "No"
    assert find(row, "q6:edit").icon == "pencil-outline"
    assert len(told) == 1


def test_an_answer_with_brackets_is_shown_as_written(show, pump):
    row = QuestionRow(number=1, question="Where?", answer="[b]left[/b] [calf]")
    show(row)
    pump()
    assert row.height >= 56


def test_a_long_answer_keeps_to_its_lines(show, pump):
    row = QuestionRow(number=1, question="Where?", answer="word " * 400)
    show(row)
    pump(lambda: row.height <= 16 + 2 * 20 + 24)


def test_tiles_become_one_column_where_words_are_large(app, show, pump):
    tiles = Even()
    for words in ("Left calf", "Right calf"):
        tiles.add_widget(PlaceTile(title=words))
    show(tiles)
    pump(lambda: tiles.height == 64)
    theme.apply(app, text_scale=1.3, less_motion=True)
    pump(lambda: tiles.height > 128)
    theme.apply(app, text_scale=1.0, less_motion=True)
    pump(lambda: tiles.height == 64)


def test_an_error_keeps_its_technical_line_until_it_is_asked_for(show, tap, pump):
    told = []
    card = NoticeCard(
        kind="error",
        title="The summary was not saved",
        details="Errno 28",
        actions=[("Save elsewhere", lambda: told.append("elsewhere"))],
    )
    show(card)
    assert "Errno 28" not in texts(card)
    tap(find(card, "details"))
    pump()
    assert "Errno 28" in texts(card)
    tap(find(card, "action:Save elsewhere"))
    assert told == ["elsewhere"]


def test_buttons_that_do_not_fit_beside_each_other_wrap(app, show, pump):
    theme.apply(app, text_scale=1.5, less_motion=True)
    row = ActionRow([("Show me the folder", print)], ("Save elsewhere", print))
    show(row)
    pump(lambda: row.height > 96)
    assert all(row.x <= button.x and button.right <= row.right + 1 for button in row.children)
    theme.apply(app, text_scale=1.0, less_motion=True)
    pump(lambda: row.height < 60)


def test_an_empty_screen_offers_one_thing_to_do(show, tap):
    card = show(EmptyState(title="Your first picture comes after 7 days", button="Log a twitch"))
    told = heard(card, "on_button")
    tap(find(card, "empty:button"))
    assert len(told) == 1


def texts(widget):
    return [each.text for each in widget.walk(restrict=True) if hasattr(each, "text")]
