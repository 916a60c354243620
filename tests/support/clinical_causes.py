"""The rows of the table of possible causes."""

from __future__ import annotations

from datetime import date
from typing import Final

from support.clinical_rows import only, row
from twitchlog.domain.condition import Condition
from twitchlog.domain.dose import PRESETS, Effort
from twitchlog.domain.factor import Kind
from twitchlog.domain.medication import Dose, IntakeKind
from twitchlog.domain.profile import PartialDate

TODAY: Final = date(2026, 6, 18)
MARCH, MAY = PartialDate(2026, 3), PartialDate(2026, 5, 4)


def amounts_of(said):
    """Return the amounts of the one check-in there is."""
    (checkin,) = said["checkins"]
    return checkin["amounts"]


@row("causes", *(each.id for each in PRESETS.values() if each.factor == "caffeine"))
def caffeine_by_drink_several_a_day(diary, _folder, drink):
    for _time in range(2):
        diary.doses.log("caffeine", preset=drink)
    said = yield
    doses = [each for each in said["doses"] if each["preset"] == drink]
    assert [each["amount"] for each in doses] == [PRESETS[drink].amount] * 2
    assert all(each["factor"] == "caffeine" and each["at"] for each in doses)


@row("causes", "stimulants, prescribed")
def prescribed_stimulants(diary, _folder):
    diary.medications.add("Methylphenidate", dose=Dose(10, "mg", "once"), started=MARCH)
    said = yield
    assert only(said["medications"], **{"class": "stimulant"})["name"] == "Methylphenidate"


@row("causes", "stimulants, not prescribed")
def other_stimulants(diary, _folder):
    diary.checkins.save(TODAY, {"stimulants": 1}, note="at a party")
    said = yield
    assert amounts_of(said) == {"stimulants": 1}
    assert said["checkins"][0]["note"] == "at a party"


@row("causes", "too much of a drug")
def more_than_the_usual_dose(diary, _folder):
    held = diary.medications.add("Furosemide", dose=Dose(20, "mg", "once")).value
    diary.medications.take(held.id, IntakeKind.EXTRA, amount=60, note="by mistake")
    said = yield
    (intake,) = said["medications"][0]["intakes"]
    assert (intake["amount"], intake["more_than_usual"]) == (60, True)
    assert intake["note"] == "by mistake"


@row("causes", "too little sleep")
def sleep_and_how_good_it_was(diary, _folder):
    diary.checkins.save(TODAY, {"sleep": 4.5, "sleep-quality": 3})
    said = yield
    assert amounts_of(said) == {"sleep": 4.5, "sleep-quality": 3}


@row("causes", "diuretic", "corticosteroid", "oestrogen")
def side_effect_of_a_drug(diary, _folder, kind):
    diary.medications.add(
        "Example", kind=kind, dose=Dose(5, "mg", "once"), started=MARCH, stopped=MAY
    )
    said = yield
    held = only(said["medications"], **{"class": kind})
    assert (held["amount"], held["unit"]) == (5, "mg")
    assert (held["started"], held["stopped"]) == ("2026-03", "2026-05-04")


@row("causes", *(each.word for each in Effort))
def exercise_with_its_effort(diary, _folder, effort):
    felt = next(each for each in Effort if each.word == effort)
    diary.doses.log("exercise", 30, preset="running", effort=felt)
    said = yield
    done = only(said["doses"], factor="exercise")
    assert (done["amount"], done["effort"], done["preset"]) == (30, felt.name.lower(), "running")


@row("causes", "poor diet, meals skipped, supplements")
def what_was_eaten(diary, _folder):
    taken = dict.fromkeys(("magnesium", "potassium", "calcium", "vitamin-d", "vitamin-b12"), 1)
    diary.checkins.save(TODAY, {"meals-skipped": 2, **taken}, diet="toast and coffee")
    said = yield
    assert amounts_of(said) == {"meals-skipped": 2, **taken}
    assert said["checkins"][0]["ate"] == "toast and coffee"


@row("causes", "stress", "anxiety")
def stress_and_anxiety(diary, _folder, factor):
    diary.checkins.save(TODAY, {factor: 3})
    said = yield
    assert amounts_of(said) == {factor: 3}


@row(
    "causes", "low-potassium", "kidney-disease", "uraemia", "isaacs", "als", "neuropathy",
    "nerve-damage", "spinal-muscular-atrophy", "myopathy",
)  # fmt: skip
def known_condition_of_oneself_and_in_the_family(diary, _folder, kind):
    diary.conditions.save(Condition(kind, since=MARCH))
    diary.conditions.save(Condition(kind, family=True, relation="mother"))
    diary.conditions.save(
        Condition(kind, family=True, relation="father", present=False, answered=date(2026, 6, 9))
    )
    said = yield
    assert only(said["conditions"], kind=kind, family=False)["since"] == "2026-03"
    assert only(said["conditions"], kind=kind, relation="mother")["present"] is True
    no = only(said["conditions"], kind=kind, relation="father")
    assert (no["present"], no["answered"]) == (False, "2026-06-09")


@row("causes", "another metabolic, autoimmune, nerve or muscle condition")
def condition_in_own_words_or_none_known(diary, _folder):
    for group in ("metabolic", "autoimmune", "nerve-muscle"):
        diary.conditions.save(Condition(group, present=False))
    diary.conditions.save(Condition("own", words="Hashimoto"))
    said = yield
    assert [each["present"] for each in said["conditions"]].count(False) == 3
    assert only(said["conditions"], kind="own")["words"] == "Hashimoto"


@row("causes", "alcohol", "nicotine", "water")
def drinks_and_cigarettes(diary, _folder, factor):
    preset = next(each for each in PRESETS.values() if each.factor == factor)
    diary.doses.log(factor, preset=preset.id)
    said = yield
    assert only(said["doses"], factor=factor)["amount"] == preset.amount


@row("causes", "screen-time", "illness", "cold", "period")
def other_things_of_a_day(diary, _folder, factor):
    diary.checkins.save(TODAY, {factor: 1})
    said = yield
    assert amounts_of(said) == {factor: 1}


@row("causes", Kind.AMOUNT, Kind.SCALE, Kind.YES_NO)
def factor_of_ones_own(diary, _folder, kind):
    unit = "cups" if kind is Kind.AMOUNT else ""
    made = diary.factors.add("Nettle tea", kind, unit=unit).value
    diary.checkins.save(TODAY, {made.id: 1})
    said = yield
    assert only(said["factors"], name="Nettle tea")["kind"] == kind.value
    assert amounts_of(said) == {made.id: 1}
