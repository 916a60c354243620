"""Tests and conditions, as the page tells them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from support.asked import lines, plain
from twitchlog.domain.condition import Condition
from twitchlog.domain.measure import Measure
from twitchlog.domain.medical_test import MedicalTest
from twitchlog.domain.profile import PartialDate, Profile
from twitchlog.reports.visit import taken
from twitchlog.reports.visit.own_words import REST

NOV_20 = date(2025, 11, 20)
BLOOD = MedicalTest(
    "blood",
    day=PartialDate(2025, 10, 2),
    result="Potassium a little low",
    values=(
        Measure("potassium", 3.4, "mmol/l", 3.5, 5.1),
        Measure("crp", 9, "mg/l", None, 5),
        Measure("sodium", 140, "mmol/l", 136, 145),
        Measure("tsh", 1.9, "mU/l", 0.4, 4),
        Measure("glucose", 5.1, "mmol/l"),
    ),
)


def test_a_recorded_test_says_what_lies_outside_the_laboratorys_range_first():
    old = MedicalTest("ct", part="brain", day=PartialDate(2021), result="Nothing found")
    undated = MedicalTest("mri", result="Nothing new")
    block = taken.examined(Profile(), (BLOOD, old, undated), made=NOV_20)
    assert lines(block) == [
        (
            "Blood test, 2 Oct 2025: potassium 3.4 mmol/l, low (lab range 3.5–5.1);"
            " CRP 9 mg/l, high (lab range up to 5). In range: sodium, TSH. Glucose 5.1 mmol/l."
            " “Potassium a little low”"
        ),
        "CT, brain, 2021. “Nothing found”",
        "MRI. “Nothing new”",
        "EMG, nerve conduction study: not recorded yet.",
        "Conditions, family: not recorded yet.",
    ]
    brief = [plain(line.printed(step=4).plain) for line in block.printed(step=4).lines]
    assert f"Others in range ({REST})." in brief[0]
    assert "potassium 3.4 mmol/l, low" in brief[0]
    assert brief[1:3] == ["MRI.", f"1 test older than 2 years ({REST})."]


def test_without_a_range_of_the_laboratory_a_value_is_never_called_low_or_high():
    bare = replace(BLOOD, values=(Measure("potassium", 0.1, "mmol/l"),), result="")
    (line, *_rest) = lines(taken.examined(Profile(), (bare,), made=NOV_20))
    assert line == "Blood test, 2 Oct 2025. Potassium 0.1 mmol/l."


def test_conditions_are_told_with_no_as_well_as_yes_before_the_own_words():
    conditions = (
        Condition("als", present=False, answered=date(2025, 6, 9)),
        Condition("migraine", since=PartialDate(2019), answered=NOV_20),
        Condition("neuropathy", family=True, relation="mother", answered=NOV_20),
        Condition("autoimmune", present=False, family=True, answered=date(2025, 6, 9)),
    )
    profile = Profile(conditions="appendix out")
    assert lines(taken.examined(profile, (), conditions, made=NOV_20)) == [
        "Tests: not recorded yet.",
        "Known: No ALS (answered 9 Jun 2025); migraine since 2019.",
        ("Family: Mother: neuropathy; no known autoimmune condition (answered 9 Jun 2025)."),
        "Conditions, family: Own words: “appendix out”",
    ]


def test_conditions_denied_on_one_day_are_named_together_with_that_day():
    day = date(2025, 6, 9)
    kinds = ("als", "neuropathy", "diabetes")
    conditions = (
        Condition("asthma", answered=NOV_20),
        *(Condition(kind, present=False, answered=day) for kind in kinds),
        Condition("migraine", present=False, answered=NOV_20),
        Condition("metabolic", present=False, answered=day),
    )
    block = taken.examined(Profile(), (), conditions, made=NOV_20)
    known = block.lines[1]
    assert plain(known.said.plain) == (
        "Known: Asthma; no: ALS, neuropathy, diabetes (answered 9 Jun 2025); no migraine (answered "
        "20 Nov 2025); no known condition of salts, kidneys or metabolism (answered 9 Jun 2025)."
    )
    assert "no: ALS, neuropathy, diabetes; no migraine" in plain(known.printed(step=4).plain)
