"""What a laboratory may measure, with the units it is usually given in; no ranges, ever."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from twitchlog.translation import _, mark

OWN: Final = "own"
"""The analyte of a value whose name is in the person's own words."""


@dataclass(frozen=True, slots=True)
class Analyte:
    """Something measured; `units` are offered, the most usual first, and any other can be typed."""

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
        Analyte("calcium", mark("Calcium"), ("mmol/l", "mg/dl"), ("ca",)),
        Analyte("magnesium", mark("Magnesium"), ("mmol/l", "mg/dl", "mEq/l"), ("mg",)),
        Analyte("phosphate", mark("Phosphate"), ("mmol/l", "mg/dl"), ("po4",)),
        Analyte("tsh", mark("TSH"), ("mU/l", "µU/ml")),
        Analyte("free-t4", mark("Free T4"), ("pmol/l", "ng/dl"), ("ft4", "t4")),
        Analyte("free-t3", mark("Free T3"), ("pmol/l", "pg/ml"), ("ft3", "t3")),
        Analyte("creatinine", mark("Creatinine"), ("µmol/l", "mg/dl")),
        Analyte("urea", mark("Urea"), ("mmol/l", "mg/dl"), ("bun",)),
        Analyte("egfr", mark("Kidney filtration (eGFR)"), ("ml/min/1.73 m²",), ("gfr",)),
        Analyte("glucose", mark("Glucose"), ("mmol/l", "mg/dl"), ("sugar",)),
        Analyte("hba1c", mark("HbA1c"), ("mmol/mol", "%")),
        Analyte("creatine-kinase", mark("Creatine kinase (CK)"), _ENZYME, ("ck", "cpk")),
        Analyte("vitamin-d", mark("Vitamin D"), ("nmol/l", "ng/ml"), ("25-oh-d",)),
        Analyte("vitamin-b12", mark("Vitamin B12"), ("pmol/l", "pg/ml", "ng/l"), ("b12",)),
        Analyte("folate", mark("Folate"), ("nmol/l", "ng/ml")),
        Analyte("ferritin", mark("Ferritin"), ("µg/l", "ng/ml")),
        Analyte("haemoglobin", mark("Haemoglobin"), ("g/l", "g/dl", "mmol/l"), ("hb",)),
        Analyte("crp", mark("CRP"), ("mg/l", "mg/dl")),
        Analyte("alt", mark("ALT"), _ENZYME, ("gpt",)),
        Analyte("ast", mark("AST"), _ENZYME, ("got",)),
        Analyte("parathyroid-hormone", mark("Parathyroid hormone"), ("pmol/l", "pg/ml"), ("pth",)),
        Analyte("albumin", mark("Albumin"), ("g/l", "g/dl")),
    )
}


def find_analyte(name: str) -> tuple[str, str]:
    """Return the id of what is called `name`, or `own` and the name itself."""
    asked = " ".join(name.split())
    plain = asked.casefold()
    for analyte in ANALYTES.values():
        if plain in {analyte.id, analyte.name.casefold(), analyte.label.casefold(), *analyte.also}:
            return analyte.id, ""
    return OWN, asked
