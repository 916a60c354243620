"""What a laboratory may measure, with the units it is usually given in; no ranges, ever."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from twitchlog.domain.wording import named
from twitchlog.translation import _, mark

OWN: Final = "own"
"""The analyte of a value whose name is in the person's own words."""


@dataclass(frozen=True, slots=True)
class Analyte:
    """Something measured; `units` are offered, the most usual first, and any other can be typed.

    `also` is what English and German laboratories and patients call it besides.
    """

    id: str
    name: str
    units: tuple[str, ...]
    also: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Its name in the language in use."""
        return _(self.name)


_SALT: Final = ("mmol/l", "mEq/l", "mg/dl")
_ENZYME: Final = ("U/l", "µkat/l")

ANALYTES: Final = {
    analyte.id: analyte
    for analyte in (
        Analyte("potassium", mark("Potassium"), _SALT, ("k",)),
        Analyte("sodium", mark("Sodium"), _SALT, ("na",)),
        Analyte("calcium", mark("Calcium"), ("mmol/l", "mg/dl"), ("ca", "kalzium")),
        Analyte("magnesium", mark("Magnesium"), ("mmol/l", "mg/dl", "mEq/l"), ("mg",)),
        Analyte("phosphate", mark("Phosphate"), ("mmol/l", "mg/dl"), ("po4", "phosphor")),
        Analyte("tsh", mark("TSH"), ("mU/l", "µU/ml"), ("tsh basal",)),
        Analyte("free-t4", mark("Free T4"), ("pmol/l", "ng/dl"), ("ft4", "t4")),
        Analyte("free-t3", mark("Free T3"), ("pmol/l", "pg/ml"), ("ft3", "t3")),
        Analyte("creatinine", mark("Creatinine"), ("µmol/l", "mg/dl"), ("krea", "kreatinin")),
        Analyte("urea", mark("Urea"), ("mmol/l", "mg/dl"), ("bun", "harnstoff")),
        Analyte("egfr", mark("Kidney filtration (eGFR)"), ("ml/min/1.73 m²",), ("gfr",)),
        Analyte(
            "glucose",
            mark("Glucose"),
            ("mmol/l", "mg/dl"),
            ("sugar", "bz", "blutzucker", "glukose"),
        ),
        Analyte("hba1c", mark("HbA1c"), ("mmol/mol", "%"), ("langzeitzucker",)),
        Analyte(
            "creatine-kinase", mark("Creatine kinase (CK)"), _ENZYME, ("ck", "cpk", "kreatinkinase")
        ),
        Analyte(
            "vitamin-d",
            mark("Vitamin D"),
            ("nmol/l", "ng/ml"),
            ("25-oh-d", "25-oh-vitamin-d", "vit d"),
        ),
        Analyte(
            "vitamin-b12",
            mark("Vitamin B12"),
            ("pmol/l", "pg/ml", "ng/l"),
            ("b12", "vit b12", "cobalamin"),
        ),
        Analyte("folate", mark("Folate"), ("nmol/l", "ng/ml"), ("folat", "folsäure")),
        Analyte("ferritin", mark("Ferritin"), ("µg/l", "ng/ml")),
        Analyte(
            "haemoglobin", mark("Haemoglobin"), ("g/l", "g/dl", "mmol/l"), ("hb", "hämoglobin")
        ),
        Analyte("crp", mark("CRP"), ("mg/l", "mg/dl")),
        Analyte("alt", mark("ALT"), _ENZYME, ("gpt", "alat")),
        Analyte("ast", mark("AST"), _ENZYME, ("got", "asat")),
        Analyte("parathyroid-hormone", mark("Parathyroid hormone"), ("pmol/l", "pg/ml"), ("pth",)),
        Analyte("albumin", mark("Albumin"), ("g/l", "g/dl")),
    )
}


def find_analyte(name: str) -> tuple[str, str]:
    """Return the id of what is called `name`, or `own` and the name itself."""
    known = named(name, ANALYTES.values(), lambda each: (each.id, each.label, *each.also))
    return (known.id, "") if known else (OWN, " ".join(name.split()))
