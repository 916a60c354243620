"""The page for the doctor in a real window: previewed, saved, opened and printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from support.finding import find
from support.shown import services_of
from support.window import press
from twitchlog.background import Lanes
from twitchlog.diary.example import fill
from twitchlog.ui import opening, theme
from twitchlog.ui.navigation import Shell
from twitchlog.ui.screens import visit

TODAY = date(2026, 6, 18)
MOST_TAPS = 3
PAGE_DOWN, NUMPAD_PLUS, NUMPAD_MINUS = 281, 270, 269


@pytest.fixture
def opened(monkeypatch):
    paths = []
    monkeypatch.setattr(opening, "open_path", paths.append)
    return paths


@pytest.fixture
def taps(tap):
    """Touches of the window, counted."""

    class Taps:
        count = 0

        def __call__(self, widget):
            self.count += 1
            tap(widget)

    return Taps()


def test_from_opening_to_the_page_on_disk_in_three_taps(diary, visit_shell, taps, documents, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    taps(find(visit_shell, "tab:visit"))
    pump(lambda: visit_shell.current == "visit")
    taps(find(visit_shell, "visit.save"))
    pump(lambda: list(documents.glob("*.pdf")))
    assert taps.count <= MOST_TAPS
    (page,) = documents.glob("*.pdf")
    assert page.read_bytes().startswith(b"%PDF")


def test_what_was_saved_can_be_opened_and_its_folder_shown(
    visit_shell, tap, documents, opened, pump
):
    visit_shell.go("visit").save()
    pump(lambda: visit_shell.open_layers)
    tap(find(visit_shell, "saved.open"))
    pump(lambda: opened)
    visit_shell.screen("visit").save()
    pump(lambda: visit_shell.open_layers)
    tap(find(visit_shell, "saved.folder"))
    pump(lambda: len(opened) == 2)
    assert opened == [documents / "muscle-twitching-summary-2026-06-18.pdf", documents]


def test_a_page_that_was_not_saved_offers_another_place(visit_shell, diary, tap, pump):
    from twitchlog.settings import SettingsFile

    screen = visit_shell.go("visit")
    pump()
    screen.presenter.pages.save(diary.path.parent / "gone")
    pump(lambda: find(visit_shell, "visit.failure"))
    card = find(visit_shell, "visit.failure")
    assert "Your diary is safe" in card.text
    tap(find(card, "action:Save elsewhere"))
    pump(lambda: find(visit_shell, "folders.save") or visit_shell.page)
    screen.presenter.pages.save(diary.path.parent)
    pump(lambda: find(visit_shell.screen("visit"), "visit.failure") is None)
    assert SettingsFile(diary.path).values.folder == str(diary.path.parent)


def test_the_preview_shows_the_page_and_looks_closer(visit_shell, tap, pump):
    visit_shell.go("visit")
    pump()
    tap(find(visit_shell, "visit.preview"))
    pump(lambda: find(visit_shell, "preview.closer"))
    view = visit_shell.page.view
    before = view.paper.width
    tap(find(visit_shell, "preview.closer"))
    pump(lambda: view.paper.width > before)


def test_the_page_beside_the_answers_can_be_read_in_a_wide_window(visit_shell, window, diary, pump):
    fill(diary, days=30, seed=3, until=TODAY)
    screen = visit_shell.go("visit")
    for size, least in (((1280, 700), 700), ((840, 700), 340)):
        window.size = size
        pump(lambda size=size: abs(screen.width - (size[0] - 96)) < 1)
        pump()
        assert find(visit_shell, "visit.page").width >= least
        assert find(visit_shell, "visit.save").width >= 200


def test_the_buttons_are_off_while_the_page_is_made(app, window, diary, clock, documents, pump):  # noqa: PLR0917 - one set-up
    from kivy.clock import Clock

    theme.apply(app, look_name="light", less_motion=True)
    lanes = Lanes(lambda call: Clock.schedule_once(lambda _s: call()), pytest.fail)
    frame = Shell()
    services = services_of(diary, clock, lanes)
    frame.add(
        "visit",
        "Visit",
        "home",
        "home",
        lambda: visit.build(services, frame, open_help=int, open_card=str, ways={}),
    )
    window.add_widget(frame)
    try:
        screen = frame.go("visit")
        pump(lambda: screen.presenter.known)
        screen.save()
        assert find(frame, "visit.save").disabled
        screen.save()  # a second shortcut meanwhile makes no second page
        pump(lambda: not find(frame, "visit.save").disabled)
    finally:
        lanes.close()
    assert len(list(documents.glob("*.pdf"))) == 1


def test_the_page_is_looked_into_with_keys_and_printed_from_its_preview(visit_shell, tap, pump):
    visit_shell.go("visit").presenter.pages.preview()
    pump(lambda: find(visit_shell, "preview.print"))
    view = find(visit_shell, "preview.page")
    press(43, "+")
    pump(lambda: view.zoom > 1)
    press(45, "-")
    pump(lambda: view.zoom == 1)
    press(NUMPAD_PLUS)
    pump(lambda: view.zoom > 1)
    press(NUMPAD_MINUS)
    pump(lambda: view.zoom == 1)
    view.closer(2.0, (view.x + 10, view.top - 10))
    assert (view.scroll_x < 0.1, view.scroll_y > 0.9) == (True, True)
    printed = []
    visit_shell.screen("visit").prints = printed.append
    tap(find(visit_shell, "preview.print"))
    pump(lambda: printed)
    assert printed[0].content.startswith(b"%PDF")


def test_keys_that_are_meant_for_a_sheet_leave_the_preview_below_it_as_it_is(visit_shell, pump):
    from kivy.uix.widget import Widget

    visit_shell.go("visit").presenter.pages.preview()
    pump(lambda: find(visit_shell, "preview.page"))
    view = find(visit_shell, "preview.page")
    visit_shell.open_sheet(Widget(size_hint_y=None, height=200))
    press(NUMPAD_PLUS)
    pump()
    assert view.zoom == 1
    visit_shell.close_top()
    pump(lambda: not visit_shell.open_layers)
    press(NUMPAD_PLUS)
    pump(lambda: view.zoom > 1)


def test_the_page_is_saved_with_its_annex_a_password_and_a_name(
    visit_shell, diary, tap, documents, pump
):
    diary.profile.save(replace(diary.profile.get(), name="Zoe Example"))
    screen = visit_shell.go("visit")
    pump()
    screen.open_form("other")
    pump(lambda: find(visit_shell, "visit.other.annex"))
    tap(find(visit_shell, "visit.other.annex"))
    find(visit_shell, "visit.other.password").text = "open sesame"
    tap(find(visit_shell, "visit.other.named"))
    tap(find(visit_shell, "visit.form.other.save"))
    pump(lambda: list(documents.glob("*.pdf")))
    (path,) = documents.glob("*.pdf")
    assert b"/Encrypt" in path.read_bytes()
    assert path.name == "muscle-twitching-summary-Zoe-Example-with-annex-2026-06-18.pdf"


def test_the_preview_with_the_annex_is_turned_page_by_page(visit_shell, diary, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    screen = visit_shell.go("visit")
    pump()
    screen.presenter.pages.preview(annex=True)
    pump(lambda: find(visit_shell, "preview.page"))
    view = find(visit_shell, "preview.page")
    assert find(visit_shell, "preview.bar").second.startswith("Page 1 of ")
    press(PAGE_DOWN)
    pump(lambda: view.at == 1)
    assert find(visit_shell, "preview.bar").second.startswith("Page 2 of ")


def test_more_than_one_page_is_said_where_it_is_saved(visit_shell, pump):
    visit_shell.go("visit")
    pump()
    save = find(visit_shell, "visit.save")
    assert save.text == "Save the one-page summary"
    visit_shell.screen("visit")._foot.pages = 2
    assert save.text == "Save the summary, 2 pages"
