"""Help and cards in the running program: search, open, log this, see mine, back, keyboard."""

from __future__ import annotations

import weakref

import pytest

from support.inside import Inside
from support.let_go import wait_let_go
from support.window import press
from twitchlog.domain.learn import CARDS, Kind, Verb
from twitchlog.domain.symptom import Said
from twitchlog.ui.widgets import focus

ENTER, ESCAPE, TAB, F1, SLASH = 13, 27, 9, 282, 47


@pytest.fixture
def program(window, tmp_path, clock):
    with Inside(tmp_path / "diary.sqlite", clock=clock) as inside:
        yield inside


@pytest.fixture
def wide(window, tmp_path, clock):
    with Inside(tmp_path / "diary.sqlite", clock=clock, size=(1280, 800)) as inside:
        yield inside


def title(program):
    return program.see("learn.title").text


def middle(program, key):
    widget = program.see(key)
    return widget.to_window(*widget.center)


def write(program, words):
    program.see("learn.search").text = words
    program.settle()


def test_a_card_is_found_opened_and_left_again(program):
    program.tap("today.help")
    write(program, "pottasium")
    program.tap("learn.card.potassium")
    assert title(program) == "Low potassium"
    program.tap("back")
    assert program.see("learn.search").text == "pottasium"
    program.tap("learn.clear")
    assert program.see("learn.chapter.causes") is not None
    program.tap("back")
    assert program.shell.page is None


def test_a_chapter_unfolds_in_place_and_folds_again(program):
    program.tap("today.help")
    place = middle(program, "learn.chapter.visit")
    program.tap("learn.chapter.visit")
    assert middle(program, "learn.chapter.visit") == place
    program.tap("learn.card.question-2")
    program.tap("learn.next")
    assert title(program) == "“How often do you get it?”"
    program.tap("back")
    assert middle(program, "learn.chapter.visit") == place
    program.tap("learn.chapter.visit")
    assert program.see("learn.card.question-2") is None


def test_log_this_opens_the_check_in_and_its_answer_stands_on_the_card(program):
    program.tap("today.help")
    write(program, "stress")
    program.tap("learn.card.stress")
    assert program.see("learn.mine").text == "Not logged in the last 4 weeks."
    program.tap("learn.log")
    program.tap("checkin.stress.2")
    program.tap("checkin.save")
    assert program.see("learn.mine").text.startswith("Stress, some or a lot, on 1 of 1")


def test_what_the_check_in_does_not_always_ask_is_asked_when_a_card_leads_to_it(program):
    program.tap("today.help")
    program.shell.page.read("anxiety")
    program.settle()
    program.tap("learn.log")
    program.tap("checkin.anxiety.3")
    program.tap("checkin.save")
    assert program.see("learn.mine").text.startswith("Anxiety, some or a lot, on 1 of 1")


def test_see_mine_leads_to_the_diary(program):
    program.tap("today.help")
    write(program, "what a twitch is")
    program.tap("learn.card.twitch")
    program.tap("learn.see")
    assert (program.shell.current, program.shell.page) == ("diary", None)


@pytest.mark.parametrize(
    ("card", "field"),
    [("question-1", "visit.onset"), ("question-7", "visit.symptom.weakness:True")],
)
def test_what_is_kept_under_visit_opens_there_though_it_was_never_shown(program, card, field):
    program.tap("today.help")
    program.shell.page.read(card)
    program.settle()
    program.tap("learn.log")
    assert program.shell.current == "visit"
    assert program.see(field) is not None


def test_what_care_keeps_opens_over_the_card_and_goes_back_to_it(program):
    program.tap("today.help")
    program.shell.page.read("side-effects")
    program.settle()
    card = program.shell.page
    program.tap("learn.see")
    assert program.shell.page is not card
    program.tap("back")
    assert program.shell.page is card
    assert title(program) == "Side effects of medicines"
    program.tap("learn.see")
    assert program.shell.page is not card


def test_every_card_can_be_read(wide):
    wide.tap("rail.help")
    for name, card in CARDS.items():
        wide.shell.page.read(name)
        wide.settle()
        assert title(wide) == card.title


def test_each_button_of_the_cards_leads_somewhere(program):
    ways = {card.counterpart.kind: card.id for card in CARDS.values() if card.counterpart}
    ways[Kind.FACTOR] = "caffeine"
    led = set()
    for kind, name in ways.items():
        for verb in Verb:
            program.shell.go("today")
            program.settle()
            program.tap("today.help")
            program.shell.page.read(name)
            program.settle()
            page = program.shell.page
            if program.see(f"learn.{verb}") is not None:
                program.tap(f"learn.{verb}")
                assert program.shell.page is not page or program.shell.open_layers
                led.add(kind)
    assert led >= {
        Kind.TWITCH, Kind.FACTOR, Kind.SIGNS, Kind.QUESTION, Kind.PATTERNS, Kind.VISIT,
        Kind.REST_COUNT,
    }  # fmt: skip


def test_the_reason_on_visit_leads_to_its_card_and_back(program):
    program.tap("tab:visit")
    visit = program.shell.screen("visit")
    visit.presenter.answer_symptoms({"feeling": Said(present=True)}, visit, lambda: None)
    program.settle()
    program.tap("action:Read more")
    assert title(program) == "Loss of feeling, or changed feeling"
    program.tap("back")
    assert (program.shell.current, program.shell.page) == ("visit", None)


def test_in_a_wide_window_list_and_card_stand_side_by_side(wide):
    wide.tap("rail.help")
    assert title(wide) == "What a twitch is"
    wide.tap("learn.chapter.causes")
    wide.tap("learn.card.sleep")
    assert title(wide) == "Too little sleep"
    row = wide.see("learn.card.sleep")
    assert row.chosen
    text = wide.see("learn.text")
    assert row.to_window(row.right, row.y)[0] <= text.to_window(*text.pos)[0]
    assert wide.shell.close_top()
    assert wide.shell.page is None


def test_a_window_made_narrow_keeps_the_list_and_made_wide_shows_the_card_again(wide):
    wide.tap("rail.help")
    write(wide, "emg")
    wide.tap("learn.card.emg")
    wide.window.size = (700, 800)
    wide.settle()
    assert wide.see("learn.title") is None
    assert wide.see("learn.card.emg") is not None
    wide.window.size = (1280, 800)
    wide.settle()
    assert title(wide) == "EMG: listening to a muscle"


def test_help_opens_and_closes_by_key_and_only_once(program):
    for key, modifiers in ((F1, ()), (SLASH, ("ctrl",))):
        press(key, modifiers=modifiers)
        program.settle()
        page = program.shell.page
        assert program.see("learn.search") is not None
        press(key, modifiers=modifiers)
        program.settle()
        assert program.shell.page is page
        press(ESCAPE)
        program.settle()
        assert program.shell.page is None


def test_help_that_was_closed_is_let_go_once_it_was_opened_anew(program):
    pages = []
    for _each in range(3):
        press(F1)
        program.settle()
        pages.append(weakref.ref(program.shell.page))
        program.shell.page.read("emg")
        program.settle()
        press(ESCAPE)
        press(ESCAPE)
        program.settle()
    assert program.shell.page is None

    wait_let_go(pages[0])


def test_help_leaves_a_form_that_is_open_alone(program):
    program.tap("tab:visit")
    program.shell.screen("visit").open_question(1)
    program.settle()
    press(F1)
    program.settle()
    assert program.shell.page is None
    assert program.shell.open_layers


def test_the_best_card_opens_with_enter_and_the_next_with_the_keyboard_alone(program):
    press(F1)
    program.settle()
    field = program.see("learn.search")
    field.write()
    field.text = "nerve conduction"
    press(ENTER)
    program.settle()
    assert title(program) == "Nerve conduction study"
    press(ESCAPE)
    program.settle()
    focus.take(program.see("learn.search").input)
    for _each in range(6):
        press(TAB)
        if getattr(focus.focused(), "key", "").startswith("learn.card."):
            break
    press(ENTER)
    program.settle()
    assert title(program) == "Nerve conduction study"


def test_how_the_program_is_used_stands_beside(program):
    program.tap("today.help")
    program.tap("help.part:using")
    program.see("learn.search").text = "delete entry"
    program.settle()
    program.tap("learn.card.using:*")
    assert program.see("learn.search").text == ""
    program.tap("help.part:learn")
    assert program.see("learn.search") is not None


@pytest.mark.parametrize("size", [(412, 892), (1280, 800)])
def test_going_back_from_a_card_on_using_it_leads_to_what_was_found(window, tmp_path, clock, size):
    with Inside(tmp_path / "diary.sqlite", clock=clock, size=size) as program:
        press(F1)
        program.settle()
        page = program.shell.page
        for back in (lambda: press(ESCAPE), lambda: program.tap("back")):
            write(program, "delete entry")
            program.tap("learn.card.using:*")
            back()
            program.settle()
            assert program.shell.page is page
            assert program.see("learn.search").text == "delete entry"
            assert program.see("learn.card.using:*") is not None
        press(ESCAPE)
        program.settle()
        assert program.shell.page is None


@pytest.mark.parametrize("size", [(412, 892), (1280, 800)])
def test_nothing_is_wider_than_its_place_with_large_letters(window, tmp_path, clock, size):
    with Inside(tmp_path / "diary.sqlite", clock=clock, size=size, text_scale=1.5) as program:
        press(F1)
        program.settle()
        program.shell.page.read("neuromuscular-blockers")
        program.settle()
        page = program.shell.page
        for widget in page.walk(restrict=True):
            if getattr(widget, "text", "") and widget.get_root_window():
                assert widget.to_window(widget.right, 0)[0] <= size[0]
                assert widget.to_window(widget.x, 0)[0] >= 0
