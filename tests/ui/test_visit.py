"""The Visit screen in a real window."""

from __future__ import annotations

from datetime import date, timedelta

from support.finding import find
from twitchlog.domain.appointment import Appointment
from twitchlog.domain.page_sections import Section
from twitchlog.domain.period import Period
from twitchlog.domain.profile import Onset, Pregnant

TODAY = date(2026, 6, 18)


def test_own_words_are_typed_saved_and_undone(visit_shell, diary, tap, pump):
    screen = visit_shell.go("visit")
    pump()
    tap(find(visit_shell, "visit.question.1:edit"))
    pump(lambda: find(visit_shell, "visit.form.1.words"))
    find(visit_shell, "visit.form.1.words").text = "Since spring, after the flu"
    find(visit_shell, "visit.onset").text = "March 2026"
    tap(find(visit_shell, "visit.began.sudden"))
    tap(find(visit_shell, "visit.form.1.save"))
    pump(lambda: diary.profile.get().own_words)
    assert diary.profile.get().onset is Onset.SUDDEN
    assert str(diary.profile.get().first_noticed) == "2026-03"
    pump(lambda: not visit_shell.open_layers)
    assert find(screen, "visit.question.1").answer == "“Since spring, after the flu”"
    tap(find(visit_shell, "snack:Undo"))
    pump(lambda: not diary.profile.get().own_words)


def test_a_tap_anywhere_on_an_answer_opens_it(visit_shell, diary, tap, pump):
    diary.twitches.log(["calf-left"])
    visit_shell.go("visit")
    pump(lambda: find(visit_shell, "visit.question.4").answer)
    tap(find(visit_shell, "visit.question.4"))
    pump(lambda: find(visit_shell, "visit.form.4.words"))


def test_days_can_be_picked_in_a_calendar_and_are_shown(visit_shell, diary, clock, tap, pump):
    diary.twitches.log(["calf-left"], moment=clock.now().earlier(minutes=9 * 24 * 60))
    screen = visit_shell.go("visit")
    pump()
    tap(find(visit_shell, "visit.period"))
    pump(lambda: find(visit_shell, "visit.first.calendar"))
    tap(find(visit_shell, "visit.first.calendar"))
    pump(lambda: find(visit_shell, "action:Choose"))
    tap(find(visit_shell, "action:Choose"))
    pump(lambda: find(visit_shell, "visit.first").text == "18 June 2026")
    tap(find(visit_shell, "visit.form.period.save"))
    pump(lambda: screen.presenter.period == Period(TODAY, TODAY))


def test_what_is_said_covers_neither_preview_nor_save(visit_shell, pump):
    visit_shell.go("visit")
    pump()
    bar = visit_shell.snack("Left calf logged, 21:04")
    pump()
    save = find(visit_shell, "visit.save")
    assert bar.y >= save.to_window(*save.pos)[1] + save.height


def test_a_wrong_date_is_said_and_what_was_typed_stays(visit_shell, diary, tap, pump):
    visit_shell.go("visit")
    pump()
    tap(find(visit_shell, "visit.question.1:edit"))
    pump(lambda: find(visit_shell, "visit.form.1.words"))
    find(visit_shell, "visit.form.1.words").text = "Since spring"
    find(visit_shell, "visit.onset").text = "31 February 2026"
    tap(find(visit_shell, "visit.form.1.save"))
    pump()
    form = visit_shell.open_layers[0].panel.content
    assert find(form, "visit.form.1.words").text == "Since spring"
    assert any("is not a date" in getattr(each, "text", "") for each in form.walk(restrict=True))
    assert not diary.profile.get().own_words


def test_pregnant_is_answered_with_weeks_and_todays_date_and_counted_on(
    visit_shell, diary, clock, pump
):
    screen = visit_shell.go("visit")
    pump()
    screen.open_question(6)
    pump(lambda: find(visit_shell, "visit.pregnant.yes"))
    find(visit_shell, "visit.pregnant.yes").activate()
    pump(lambda: find(visit_shell, "visit.weeks"))
    find(visit_shell, "visit.weeks").text = "20"
    find(visit_shell, "visit.form.6.save").activate()
    pump(lambda: diary.profile.get().pregnancy)
    own = diary.profile.get().pregnancy
    assert (own.answer, own.weeks, own.answered) == (Pregnant.YES, 20, TODAY)
    pump(lambda: not visit_shell.open_layers)
    clock.moment = clock.moment.shifted(timedelta(days=15))
    screen.open_question(6)
    pump(lambda: find(visit_shell, "visit.weeks"))
    assert find(visit_shell, "visit.weeks").text == "22"
    find(visit_shell, "visit.form.6.save").activate()
    pump(lambda: not visit_shell.open_layers)
    assert diary.profile.get().pregnancy == own


def test_other_symptoms_are_recorded_yes_and_no_alike(visit_shell, diary, pump):
    screen = visit_shell.go("visit")
    pump()
    screen.open_question(7)
    pump(lambda: find(visit_shell, "visit.symptom.cramps:True"))
    find(visit_shell, "visit.symptom.cramps:True").activate()
    pump(lambda: find(visit_shell, "visit.symptom.cramps.where"))
    find(visit_shell, "visit.symptom.cramps.where").text = "both calves"
    find(visit_shell, "visit.symptom.weakness:False").activate()
    find(visit_shell, "visit.form.7.save").activate()
    pump(diary.symptoms.latest)
    answers = diary.symptoms.latest()
    assert (answers["cramps"].present, answers["cramps"].where) == (True, "both calves")
    assert not answers["weakness"].present
    assert set(answers) == {"cramps", "weakness"}


def test_a_reason_to_see_a_doctor_stands_above_all_else(visit_shell, diary, pump):
    diary.symptoms.answer("weakness", present=True, where="left foot")
    visit_shell.go("visit")
    pump(lambda: find(visit_shell, "visit.reason"))
    assert find(visit_shell, "visit.reason").y > find(visit_shell, "visit.appointment").y


def test_the_reason_leads_to_the_card_on_it(visit_shell, diary, tap, asked, pump):
    diary.symptoms.answer("muscle-loss", present=True, where="left hand")
    visit_shell.go("visit")
    pump(lambda: find(visit_shell, "visit.reason"))
    tap(find(visit_shell, "action:Read more"))
    assert asked == ["muscle-loss"]


def test_what_the_doctor_said_is_written_down_after_the_visit(visit_shell, diary, tap, pump):
    diary.appointments.save(Appointment(TODAY - timedelta(days=1), whom="Dr Sample"))
    screen = visit_shell.go("visit")
    pump(lambda: find(screen, "visit.been"))
    tap(find(find(screen, "visit.been"), "action:Write it down"))
    pump(lambda: find(visit_shell, "visit.after.said"))
    find(visit_shell, "visit.after.said").text = "Come back in spring."
    find(visit_shell, "visit.after.test.0.result").text = "Normal"
    tap(find(visit_shell, "visit.after.save"))
    pump(lambda: "what kind of test" in find(visit_shell, "visit.after")._error.text)
    tap(find(visit_shell, "visit.after.test.0.emg"))
    tap(find(visit_shell, "visit.after.save"))
    pump(lambda: not visit_shell.open_layers)
    assert diary.appointments.all()[0].said == "Come back in spring."
    assert [(test.kind, test.result) for test in diary.tests.all()] == [("emg", "Normal")]
    pump(lambda: find(screen, "visit.been") is None)


def test_a_part_of_the_page_is_switched_off(visit_shell, diary, tap, pump):
    screen = visit_shell.go("visit")
    pump()
    screen.open_form("sections")
    pump(lambda: find(visit_shell, "visit.section.medicines"))
    tap(find(visit_shell, "visit.section.medicines"))
    tap(find(visit_shell, "visit.form.sections.save"))
    pump(lambda: diary.preferences.left_out() == {Section.MEDICINES})
