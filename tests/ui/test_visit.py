"""The Visit screen in a real window."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from kivy.uix.widget import Widget

from support.shown import services_of
from support.window import press
from twitchlog.background import Lanes
from twitchlog.diary.example import fill
from twitchlog.domain.appointment import Appointment
from twitchlog.domain.page_sections import Section
from twitchlog.domain.profile import Pregnant
from twitchlog.ui import opening, theme
from twitchlog.ui.finding import find
from twitchlog.ui.navigation import Shell
from twitchlog.ui.screens import visit
from twitchlog.ui.widgets import focus

TODAY = date(2026, 6, 18)
MOST_TAPS = 3
PAGE_DOWN = 281


@pytest.fixture
def documents(tmp_path, monkeypatch):
    folder = tmp_path / "Documents"
    monkeypatch.setattr("twitchlog.paths.documents_folder", lambda: folder)
    return folder


@pytest.fixture
def opened(monkeypatch):
    paths = []
    monkeypatch.setattr(opening, "open_path", paths.append)
    return paths


@pytest.fixture
def cards():
    """The cards that were asked for."""
    return []


@pytest.fixture
def shell(app, window, diary, clock, documents, cards, pump):  # noqa: PLR0917 - one set-up
    """A shell that shows Today, as after opening the program; Visit is a tab."""
    theme.apply(app, look_name="light", less_motion=True)
    focus.used_keyboard(False)
    frame = Shell()
    services = services_of(diary, clock)
    frame.add("today", "Today", "home-outline", "home", Widget)
    frame.add(
        "visit",
        "Visit",
        "clipboard-text-outline",
        "clipboard-text",
        lambda: visit.build(
            services, frame, open_help=lambda: None, open_card=cards.append, ways={}
        ),
    )
    window.add_widget(frame)
    frame.go("today")
    pump()
    return frame


@pytest.fixture
def taps(tap):
    """Touches of the window, counted."""

    class Taps:
        count = 0

        def __call__(self, widget):
            self.count += 1
            tap(widget)

    return Taps()


def test_from_opening_to_the_page_on_disk_in_three_taps(diary, shell, taps, documents, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    taps(find(shell, "tab:visit"))
    pump(lambda: shell.current == "visit")
    taps(find(shell, "visit.save"))
    pump(lambda: list(documents.glob("*.pdf")))
    assert taps.count <= MOST_TAPS
    (page,) = documents.glob("*.pdf")
    assert page.read_bytes().startswith(b"%PDF")


def test_what_was_saved_can_be_opened_and_its_folder_shown(shell, tap, documents, opened, pump):
    shell.go("visit").save()
    pump(lambda: shell.open_layers)
    tap(find(shell, "action:Open"))
    pump(lambda: opened)
    shell.screen("visit").save()
    pump(lambda: shell.open_layers)
    tap(find(shell, "action:Show the folder"))
    pump(lambda: len(opened) == 2)
    assert opened == [documents / "muscle-twitching-summary-2026-06-18.pdf", documents]


def test_a_page_that_was_not_saved_offers_another_place(shell, diary, tap, pump):
    from twitchlog.settings import SettingsFile

    screen = shell.go("visit")
    pump()
    screen.presenter.pages.save(diary.path.parent / "gone")
    pump(lambda: find(shell, "visit.failure"))
    card = find(shell, "visit.failure")
    assert "Your diary is safe" in card.text
    tap(find(card, "action:Save elsewhere"))
    pump(lambda: find(shell, "folders.save") or shell.page)
    screen.presenter.pages.save(diary.path.parent)
    pump(lambda: find(shell.screen("visit"), "visit.failure") is None)
    assert SettingsFile(diary.path).values.folder == str(diary.path.parent)


def test_own_words_are_typed_saved_and_undone(shell, diary, tap, pump):
    screen = shell.go("visit")
    pump()
    tap(find(shell, "visit.question.1:edit"))
    pump(lambda: find(shell, "visit.form.1.words"))
    find(shell, "visit.form.1.words").text = "Since spring, after the flu"
    find(shell, "visit.onset.year").text = "2026"
    find(shell, "visit.onset.month").text = "3"
    tap(find(shell, "visit.form.1.save"))
    pump(lambda: diary.profile.get().own_words)
    assert str(diary.profile.get().first_noticed) == "2026-03"
    pump(lambda: not shell.open_layers)
    assert find(screen, "visit.question.1").answer == "“Since spring, after the flu”"
    tap(find(shell, "snack:Undo"))
    pump(lambda: not diary.profile.get().own_words)


def test_a_wrong_date_is_said_and_what_was_typed_stays(shell, diary, tap, pump):
    shell.go("visit")
    pump()
    tap(find(shell, "visit.question.1:edit"))
    pump(lambda: find(shell, "visit.form.1.words"))
    find(shell, "visit.form.1.words").text = "Since spring"
    find(shell, "visit.onset.day").text = "31"
    find(shell, "visit.onset.month").text = "2"
    find(shell, "visit.onset.year").text = "2026"
    tap(find(shell, "visit.form.1.save"))
    pump()
    form = shell.open_layers[0].panel.content
    assert find(form, "visit.form.1.words").text == "Since spring"
    assert any("no such date" in getattr(each, "text", "") for each in form.walk(restrict=True))
    assert not diary.profile.get().own_words


def test_pregnant_is_answered_with_weeks_and_todays_date(shell, diary, pump):
    screen = shell.go("visit")
    pump()
    screen.open_question(6)
    pump(lambda: find(shell, "visit.pregnant.yes"))
    find(shell, "visit.pregnant.yes").activate()
    pump(lambda: find(shell, "visit.weeks"))
    find(shell, "visit.weeks").text = "20"
    find(shell, "visit.form.6.save").activate()
    pump(lambda: diary.profile.get().pregnancy)
    own = diary.profile.get().pregnancy
    assert (own.answer, own.weeks, own.answered) == (Pregnant.YES, 20, TODAY)


def test_other_symptoms_are_recorded_yes_and_no_alike(shell, diary, pump):
    screen = shell.go("visit")
    pump()
    screen.open_question(7)
    pump(lambda: find(shell, "visit.symptom.cramps:True"))
    find(shell, "visit.symptom.cramps:True").activate()
    pump(lambda: find(shell, "visit.symptom.cramps.where"))
    find(shell, "visit.symptom.cramps.where").text = "both calves"
    find(shell, "visit.symptom.weakness:False").activate()
    find(shell, "visit.form.7.save").activate()
    pump(diary.symptoms.latest)
    answers = diary.symptoms.latest()
    assert (answers["cramps"].present, answers["cramps"].where) == (True, "both calves")
    assert not answers["weakness"].present
    assert set(answers) == {"cramps", "weakness"}


def test_a_reason_to_see_a_doctor_stands_above_all_else(shell, diary, pump):
    diary.symptoms.answer("weakness", present=True, where="left foot")
    shell.go("visit")
    pump(lambda: find(shell, "visit.reason"))
    assert find(shell, "visit.reason").y > find(shell, "visit.appointment").y


def test_the_reason_leads_to_the_card_on_it(shell, diary, tap, cards, pump):
    diary.symptoms.answer("muscle-loss", present=True, where="left hand")
    shell.go("visit")
    pump(lambda: find(shell, "visit.reason"))
    tap(find(shell, "action:Read more"))
    assert cards == ["muscle-loss"]


def test_the_preview_shows_the_page_and_looks_closer(shell, tap, pump):
    shell.go("visit")
    pump()
    tap(find(shell, "visit.preview"))
    pump(lambda: find(shell, "preview.closer"))
    view = shell.page.view
    before = view.paper.width
    tap(find(shell, "preview.closer"))
    pump(lambda: view.paper.width > before)


def test_the_page_beside_the_answers_leaves_them_more_than_half(shell, window, diary, pump):
    fill(diary, days=30, seed=3, until=TODAY)
    screen = shell.go("visit")
    for size in ((1280, 700), (840, 700)):
        window.size = size
        pump(lambda size=size: abs(screen.width - (size[0] - 96)) < 1)
        pump()
        page = find(shell, "visit.page")
        assert page.width <= 460
        assert page.width < screen.width / 2


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
        pump(lambda: not find(frame, "visit.save").disabled, timeout=30)
    finally:
        lanes.close()
    assert len(list(documents.glob("*.pdf"))) == 1


def test_what_the_doctor_said_is_written_down_after_the_visit(shell, diary, tap, pump):
    diary.appointments.save(Appointment(TODAY - timedelta(days=1), whom="Dr Sample"))
    screen = shell.go("visit")
    pump(lambda: find(screen, "visit.been"))
    tap(find(find(screen, "visit.been"), "action:Write it down"))
    pump(lambda: find(shell, "visit.after.said"))
    find(shell, "visit.after.said").text = "Come back in spring."
    tap(find(shell, "visit.after.test.0.emg"))
    tap(find(shell, "visit.after.save"))
    pump(lambda: not shell.open_layers)
    assert diary.appointments.all()[0].said == "Come back in spring."
    assert [test.kind for test in diary.tests.all()] == ["emg"]
    pump(lambda: find(screen, "visit.been") is None)


def test_a_part_of_the_page_is_switched_off(shell, diary, tap, pump):
    screen = shell.go("visit")
    pump()
    screen.open_form("sections")
    pump(lambda: find(shell, "visit.section.medicines"))
    tap(find(shell, "visit.section.medicines"))
    tap(find(shell, "visit.form.sections.save"))
    pump(lambda: diary.preferences.left_out() == {Section.MEDICINES})


def test_the_page_is_looked_into_with_keys_and_printed_from_its_preview(
    shell, tap, documents, opened, pump
):
    shell.go("visit").presenter.pages.preview()
    pump(lambda: find(shell, "preview.print"))
    view = find(shell, "preview.page")
    press(43, "+")
    pump(lambda: view.zoom > 1)
    press(45, "-")
    pump(lambda: view.zoom == 1)
    view.closer(2.0, (view.x + 10, view.top - 10))
    assert (view.scroll_x < 0.1, view.scroll_y > 0.9) == (True, True)
    tap(find(shell, "preview.print"))
    pump(lambda: opened)
    assert opened == [documents / "muscle-twitching-summary-2026-06-18.pdf"]


def test_the_page_is_saved_with_its_annex_and_a_password(shell, tap, documents, pump):
    screen = shell.go("visit")
    pump()
    screen.open_form("other")
    pump(lambda: find(shell, "visit.other.annex"))
    tap(find(shell, "visit.other.annex"))
    find(shell, "visit.other.password").text = "open sesame"
    tap(find(shell, "visit.form.other.save"))
    pump(lambda: list(documents.glob("*.pdf")))
    (path,) = documents.glob("*.pdf")
    assert b"/Encrypt" in path.read_bytes()


def test_the_preview_with_the_annex_is_turned_page_by_page(shell, diary, tap, pump):
    fill(diary, days=60, seed=3, until=TODAY)
    screen = shell.go("visit")
    pump()
    screen.presenter.pages.preview(annex=True)
    pump(lambda: find(shell, "preview.page"))
    view = find(shell, "preview.page")
    assert find(shell, "preview.bar").second.startswith("Page 1 of ")
    press(PAGE_DOWN)
    pump(lambda: view.at == 1)
    assert find(shell, "preview.bar").second.startswith("Page 2 of ")
