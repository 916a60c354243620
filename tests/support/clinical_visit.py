"""The rows of the signs, the history questions, the tests and the treatments."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from PIL import Image

from support.clinical_rows import only, row
from twitchlog.domain.analyte import ANALYTES
from twitchlog.domain.appointment import Appointment, Question
from twitchlog.domain.measure import Measure
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.medication import Dose
from twitchlog.domain.profile import Onset, PartialDate, Pregnancy, Pregnant, Profile
from twitchlog.domain.symptom import PERSISTENT_DAYS, WEEKLY, Amount, Said
from twitchlog.domain.twitch import Trigger

TODAY: Final = date(2026, 6, 18)
MARCH, MAY = PartialDate(2026, 3), PartialDate(2026, 5, 4)


# Signs that need a doctor


@row("signs", "weakness", "muscle-loss", "feeling", "breathing", "swallowing", "speaking")
def sign_yes_and_no_in_the_weekly_check(diary, _folder, kind):
    nothing = {each: Said(present=False) for each in WEEKLY}
    there = Said(
        present=True, where="left hand", words="since the flu", since=MAY, amount=Amount.SOME,
        sites=("thumb-left",),
    )  # fmt: skip
    diary.symptoms.answer_week(nothing, day=TODAY - timedelta(days=7))
    diary.symptoms.answer_week(nothing | {kind: there})
    said = yield
    no, yes = [each for each in said["symptoms"] if each["kind"] == kind]
    assert (no["present"], no["day"]) == (False, "2026-06-11")
    assert (yes["present"], yes["where"], yes["words"]) == (True, "left hand", "since the flu")
    assert (yes["since"], yes["amount"], yes["sites"]) == ("2026-05-04", "some", ["thumb-left"])
    assert sum(not each["present"] for each in said["symptoms"]) == 2 * len(WEEKLY) - 1


@row("signs", "persistent twitching")
def twitching_on_fourteen_days(diary, _folder):
    now = diary.clock.now()
    for back in range(PERSISTENT_DAYS):
        diary.twitches.log(["calf-left"], moment=now.shifted(timedelta(days=-back)))
    said = yield
    assert len({each["day"] for each in said["twitches"]}) == PERSISTENT_DAYS


# The history questions


@row("questions", "1 exact", "1 month", "1 year")
def first_noticed(diary, _folder, exactly):
    known = {"1 exact": PartialDate(2026, 2, 3), "1 month": PartialDate(2026, 2)}
    given = known.get(exactly, PartialDate(2025))
    diary.profile.save(Profile(first_noticed=given))
    said = yield
    assert said["profile"]["first_noticed"] == str(given)


@row("questions", "1 sudden", "1 gradual")
def how_it_began(diary, _folder, how):
    diary.profile.save(Profile(onset=Onset(how.removeprefix("1 "))))
    said = yield
    assert said["profile"]["onset"] == how.removeprefix("1 ")


@row("questions", "2 how long, 3 how often, 4 where, 5 same place")
def twitches_as_they_were(diary, _folder):
    yesterday = diary.clock.now().shifted(timedelta(days=-1))
    diary.twitches.log(["calf-left", "eyelid-right"], duration_s=90)
    diary.checkins.none_today(yesterday.day)
    said = yield
    (entry,) = said["twitches"]
    assert (entry["sites"], entry["duration_s"]) == (["calf-left", "eyelid-right"], 90)
    assert only(said["checkins"], day=yesterday.day.isoformat())["none_said"] is True


@row("questions", *(f"6 {answer}" for answer in Pregnant))
def pregnancy(diary, _folder, answer):
    given = Pregnant(answer.removeprefix("6 "))
    due = date(2026, 12, 24) if given is Pregnant.YES else None
    diary.profile.save(Profile(pregnancy=Pregnancy(given, TODAY, due=due)))
    said = yield
    kept = said["profile"]["pregnancy"]
    assert (kept["answer"], kept["answered"]) == (given.value, "2026-06-18")
    assert kept["due"] == (due.isoformat() if due else None)


@row("questions", "cramps", "stiffness", "pain", "tiredness", "weight-loss", "fever")
def other_symptom_that_went(diary, _folder, kind):
    diary.symptoms.answer(kind, present=True, where="both calves", day=TODAY - timedelta(days=9))
    diary.symptoms.answer(kind, present=False)
    said = yield
    assert [(each["kind"], each["present"]) for each in said["symptoms"]] == [
        (kind, True), (kind, False),
    ]  # fmt: skip


@row("questions", "every answer in own words")
def own_words(diary, _folder):
    words = {number: f"answer {number}" for number in range(1, 8)}
    diary.profile.save(replace(Profile(), own_words=words))
    said = yield
    assert said["profile"]["own_words"] == {str(number): it for number, it in words.items()}


@row("questions", "triggers noted with an entry")
def triggers(diary, _folder):
    diary.twitches.log(["chin"], triggers=[Trigger("caffeine"), Trigger("own", "sat for long")])
    said = yield
    assert said["twitches"][0]["triggers"] == [
        {"kind": "caffeine"}, {"kind": "own", "words": "sat for long"},
    ]  # fmt: skip


@row("questions", "appointments and the person's own questions")
def visits_and_questions(diary, _folder):
    past = diary.appointments.save(
        Appointment(date(2026, 6, 2), 9 * 60, "Dr Who", "Clinic", said="Come again.")
    ).value
    diary.appointments.save(Appointment(date(2026, 7, 1), whom="Neurology"))
    diary.appointments.questions.save(Question("Tea?", "No.", past.id))
    diary.appointments.questions.save(Question("Do I need an EMG?"))
    said = yield
    been, planned = said["appointments"]
    assert (been["with"], been["time"], been["said"]) == ("Dr Who", "09:00", "Come again.")
    assert (planned["with"], planned["day"]) == ("Neurology", "2026-07-01")
    assert only(said["questions"], question="Tea?")["answer"] == "No."
    assert been["questions"] == [only(said["questions"], question="Tea?")["id"]]
    assert only(said["questions"], question="Do I need an EMG?")["appointment"] is None


# Tests


@row(
    "tests", "potassium", "sodium", "calcium", "magnesium", "phosphate", "tsh", "free-t4",
    "creatinine", "urea", "glucose", "creatine-kinase",
)  # fmt: skip
def blood_value_with_the_laboratorys_range(diary, _folder, analyte):
    unit = ANALYTES[analyte].units[0]
    values = (Measure(analyte, 1, unit, 2, 3), Measure(analyte, 4, unit, 2, 3))
    diary.tests.save(MedicalTest("blood", day=MAY, place="Clinic", values=values))
    said = yield
    (test,) = said["tests"]
    assert (test["kind"], test["day"], test["place"]) == ("blood", "2026-05-04", "Clinic")
    assert [each["out_of_range"] for each in test["values"]] == ["low", "high"]
    assert {(each["analyte"], each["unit"], each["low"], each["high"])
            for each in test["values"]} == {(analyte, unit, 2, 3)}  # fmt: skip


@row("tests", "ct brain", "ct spine", "mri brain", "mri spine", "emg ", "nerve-conduction ")
def report_in_words_with_a_file(diary, folder, name):
    kind, part = name.split(" ")
    report = folder / "report.png"
    Image.new("RGB", (4, 4)).save(report)
    kept = diary.tests.save(
        MedicalTest(kind, part=part, day=MARCH, place="City hospital", result="No change found")
    ).value
    diary.attachments.add("tests", kept.id, report)
    said = yield
    test = only(said["tests"], kind=kind)
    assert (test["part"], test["day"], test["place"]) == (part, "2026-03", "City hospital")
    assert test["result"] == "No change found"
    assert [file["name"] for file in test["files"]] == ["report.png"]


# Treatment

_DRUGS: Final = {
    "Betamethasone": "corticosteroid",
    "Prednisone": "corticosteroid",
    "Carisoprodol": "muscle-relaxant",
    "Cyclobenzaprine": "muscle-relaxant",
    "IncobotulinumtoxinA": "neuromuscular-blocker",
    "RimabotulinumtoxinB": "neuromuscular-blocker",
}


@row("treatment", *_DRUGS)
def medicine_with_start_stop_and_dose_change(diary, _folder, name):
    held = diary.medications.add(name, dose=Dose(5, "mg", "once"), started=MARCH, treats=True).value
    diary.medications.change_dose(held.id, PartialDate(2026, 4, 2), Dose(10, "mg", "once"))
    diary.medications.stop(held.id, MAY)
    said = yield
    kept = only(said["medications"], name=name)
    assert kept["class"] == _DRUGS[name]
    assert (kept["started"], kept["stopped"]) == ("2026-03", "2026-05-04")
    assert kept["treats_twitching"] is True
    (change,) = kept["dose_changes"]
    assert (change["since"], change["amount"]) == ("2026-04-02", 10)


@row("treatment", "other than medicines")
def treatment_other_than_medicines(diary, _folder):
    diary.treatments.add("stretching", started=MARCH)
    diary.treatments.add("own", words="Yoga")
    said = yield
    assert only(said["treatments"], kind="stretching")["started"] == "2026-03"
    assert only(said["treatments"], kind="own")["words"] == "Yoga"
