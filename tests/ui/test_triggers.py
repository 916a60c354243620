"""What goes with the twitching, in a real window: from Patterns to what lies behind a row."""

from __future__ import annotations

from datetime import date
from math import log
from types import SimpleNamespace

import pytest
from kivy.core.window import Window

from support.inside import Inside
from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.domain.period import Period
from twitchlog.ui.widgets import focus

TODAY = date(2026, 6, 18)
WINDOWS = [((412, 892), "light", 1.0), ((412, 892), "dark", 1.5), ((1280, 800), "dark", 1.0)]


@pytest.fixture
def path(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        fill(diary, days=180, seed=7, until=TODAY)
        diary.trigger_choices.looked(TODAY)
    return path


@pytest.fixture(params=WINDOWS, ids=str)
def program(path, clock, request):
    size, look, scale = request.param
    with Inside(path, clock=clock, size=size, look=look, text_scale=scale) as opened:
        yield opened


@pytest.fixture
def phone(path, clock):
    with Inside(path, clock=clock) as opened:
        yield opened


def all_of(program, start):
    """Return the widgets whose keys start so, in sight or not."""
    return [it for it in program.shell.walk() if getattr(it, "key", "").startswith(start)]


def find(program, key):
    return all_of(program, key)[0]


def open_triggers(program):
    program.shell.go("patterns")
    program.settle()
    program.tap("patterns.part:triggers")


def test_the_segment_shows_the_rows_and_a_row_what_it_rests_on(program):
    open_triggers(program)
    assert "9 things looked at in 10 comparisons" in find(program, "triggers.summary").text
    assert program.see("patterns.span").text == "All days"
    rows = all_of(program, "triggers.row.")
    assert len([row for row in rows if not {"/", ":"} & set(row.key)]) == 6
    groups = {}
    for row in rows:
        card = row.parent
        assert card.x <= row.x < row.right <= card.right
        if row.bar is not None:
            assert row.x < row.bar.x < row.bar.right < row.right
            assert row.y < row.bar.y < row.bar.top < row.top
            groups.setdefault(card, []).append(row.bar.labels)
    # Only the first bar of a group names the axis.
    assert all(first and not any(more) for first, *more in groups.values())
    program.tap("triggers.row.*")
    assert "They go together" in find(program, "trigger.sentence").text
    assert find(program, "trigger.chart.picture").drawn
    if program.shell.wide:
        assert find(program, "triggers.row.").chosen
    else:
        assert program.shell.close_top()
        program.settle()
    assert program.see("triggers.row.*") is not None
    assert program.see("triggers.summary") is not None


def test_a_part_of_the_curve_leads_to_the_entries_of_its_days(phone):
    open_triggers(phone)
    phone.tap("triggers.row.*")
    picture = find(phone, "trigger.chart.picture")
    picture.part = 0
    phone.settle()
    behind = picture.chosen_row.behind
    assert behind.days
    find(phone, "trigger.in-numbers").dispatch("on_release")
    phone.settle()
    rows = all_of(phone, "trigger.numbers.row.")
    assert rows[0].behind == behind
    rows[0].dispatch("on_release")
    phone.settle()
    assert "chosen days" in find(phone, "search.narrowed.").text


def test_a_trial_that_is_over_is_opened_from_the_page_of_what_was_tried(path, clock):
    with Diary.open(path, clock=clock) as diary:
        words = {"on": "Coffee", "off": "No coffee"}
        held = diary.experiments.start("caffeine", first=TODAY, seed=1, **words).value
        diary.experiments.stop(held.id)
    with Inside(path, clock=clock) as program:
        open_triggers(program)
        find(program, "triggers.row.caffeine").dispatch("on_release")
        program.settle()
        find(program, f"trigger.trial.{held.id}").dispatch("on_release")
        program.settle()
        assert program.shell.page.bar.title == "Trial of caffeine"
        assert program.shell.close_top()
        program.settle()
        assert program.see("trigger.name").text == "Caffeine"


def test_beside_the_list_the_arrows_move_the_choice(path, clock):
    with Inside(path, clock=clock, size=(1280, 800)) as program:
        open_triggers(program)
        rows = all_of(program, "triggers.row.")
        assert rows[0].chosen
        focus.take(rows[0])
        rows[0].keyboard_on_key_down(None, (274, "down"), "", ["numlock"])
        program.settle()
        assert focus.focused() is rows[1]
        assert [row.chosen for row in rows[:2]] == [False, True]
        assert find(program, "trigger.name").text == rows[1].row.label


def test_an_arrow_goes_from_one_part_to_the_other_and_it_is_kept(phone):
    phone.shell.go("patterns")
    phone.settle()
    focus.take(find(phone, "patterns.part:over-time"))
    focus.focused().keyboard_on_key_down(None, (275, "right"), "", ["numlock"])
    phone.settle()
    assert focus.focused().key == "patterns.part:triggers"
    assert phone.see("triggers.row.*") is not None
    phone.shell.go("today")
    phone.shell.go("patterns")
    phone.settle()
    assert phone.see("triggers.row.*") is not None
    focus.focused().keyboard_on_key_down(None, (276, "left"), "", [])
    phone.settle()
    assert phone.see("triggers.summary") is None
    assert phone.see("patterns.timeline.larger") is not None


def test_compare_leads_to_how_sure_it_is(phone):
    screen = phone.shell.go("patterns")
    phone.settle()
    screen.presenter.want(["compare"])
    phone.settle()
    find(phone, "patterns.compare.triggers").dispatch("on_release")
    phone.settle()
    assert phone.see("triggers.row.*") is not None


def test_a_change_meanwhile_is_looked_at_anew(phone):
    open_triggers(phone)
    assert "164 of 180 days logged" in find(phone, "triggers.summary").text
    services = phone.program._services
    days = services.diary.days.summaries(Period.ending(TODAY, days=180))
    missing = next(day.day for day in days if not day.logged)
    services.write(
        lambda diary: diary.checkins.none_today(missing),
        lambda *_given: None,
        phone.shell.screen("patterns"),
    )
    phone.settle()
    assert "165 of 180 days logged" in find(phone, "triggers.summary").text


def test_what_is_chosen_is_kept_at_once_and_taken_back(phone):
    open_triggers(phone)
    find(phone, "triggers.choose").dispatch("on_release")
    phone.settle()
    diary = phone.program._services.diary
    phone.tap("triggers.look.caffeine.on")
    assert diary.trigger_choices.read().left_out == {"caffeine"}
    phone.tap("snack:Undo")
    assert not diary.trigger_choices.read().left_out
    assert find(phone, "triggers.look.caffeine.on").active
    # A suspect is named by one tap, too, and taken back by another.
    phone.shell.close_top()
    find(phone, "triggers.suspect").dispatch("on_release")
    phone.settle()
    phone.tap("triggers.name.caffeine")
    assert diary.trigger_choices.read().suspect.factor == "caffeine"
    assert phone.see("triggers.summary") is not None
    find(phone, "triggers.suspect").dispatch("on_release")
    phone.settle()
    assert "only later days count" in find(phone, "triggers.named.now").text
    phone.tap("triggers.named.back")
    assert diary.trigger_choices.read().suspect is None


def test_an_empty_diary_leads_to_the_check_in(tmp_path, clock):
    with Inside(tmp_path / "empty.sqlite", clock=clock) as program:
        program.program._ways.open_triggers()
        program.settle()
        program.tap("empty:button")
        assert program.shell.open_layers


def test_a_range_beyond_the_axis_ends_in_an_arrow_and_none_inside_it(show, pump):
    from twitchlog.ui.widgets.interval import IntervalBar

    def bar(low, middle, high):
        made = IntervalBar(
            interval=SimpleNamespace(low=log(low), middle=log(middle), high=log(high)),
            verdict="linked",
            labels=True,
        )
        show(made)
        pump()
        return made

    inside, beyond = bar(0.9, 1.2, 1.6), bar(0.4, 1.9, 2.5)
    assert not any(arrow.size[0] for arrow in inside._arrows)
    assert all(arrow.size[0] for arrow in beyond._arrows)
    assert inside.at(log(0.9)) < inside.at(0) < inside.at(log(1.6))
    # the same ratio up and down lies equally far from the middle
    assert inside.at(log(1.25)) - inside.at(0) == pytest.approx(inside.at(0) - inside.at(log(0.8)))
    assert beyond.at(log(2.5)) == beyond.at(log(2))
    far = bar(2.2, 2.6, 3.0)
    assert far._mark.size == (0, 0)


def test_only_periods_long_enough_to_judge_anything_are_offered(phone):
    open_triggers(phone)
    phone.tap("patterns.span")
    offered = {it.key for it in Window.children[0].walk()
               if getattr(it, "key", "").startswith("patterns.span.")}  # fmt: skip
    assert offered == {"patterns.span.3months", "patterns.span.year", "patterns.span.all"}


PAGE_DOWN, END, HOME = 281, 279, 278


def press(program, key):
    Window.dispatch("on_key_down", key, 0, "", [])
    program.settle()


def test_the_keys_of_a_page_read_all_that_lies_behind_a_row(phone):
    open_triggers(phone)
    phone.tap("triggers.row.*")
    column = find(phone, "trigger.sentence").parent.parent.parent
    assert focus.focused() is None
    press(phone, PAGE_DOWN)
    assert 0 < column.scroll_y < 1
    press(phone, END)
    assert column.scroll_y == 0
    press(phone, HOME)
    assert column.scroll_y == 1
    focus.take(find(phone, "trigger.days"))
    focus.focused().keyboard_on_key_down(None, (END, "end"), "", ["numlock"])
    assert column.scroll_y == 0
    assert focus.focused().key == "trigger.days"


def test_the_keyboard_goes_on_to_what_was_found(tmp_path, clock):
    path = tmp_path / "diary.sqlite"
    with Diary.open(path, clock=clock) as diary:
        fill(diary, days=180, seed=7, until=TODAY)
    with Inside(path, clock=clock) as program:
        open_triggers(program)
        offered = focus.stops(find(program, "triggers.offer"))
        skip = next(it for it in offered if it.text == "Show what was found")
        focus.take(skip)
        skip.keyboard_on_key_down(None, (13, "enter"), "", [])
        program.settle()
        assert focus.focused() is all_of(program, "triggers.row.")[0]
