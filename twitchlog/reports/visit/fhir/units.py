"""Units as UCUM writes them; what is not known stays as the person or the laboratory wrote it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.reports.visit.fhir.parts import UCUM, filled, text

if TYPE_CHECKING:
    from twitchlog.reports.visit.fhir.parts import Json

_UCUM: Final = {
    "%": "%",
    "g": "g", "mg": "mg", "µg": "ug", "mcg": "ug", "ml": "mL",
    "mmol/l": "mmol/L", "µmol/l": "umol/L", "nmol/l": "nmol/L", "pmol/l": "pmol/L",
    "meq/l": "meq/L", "mmol/mol": "mmol/mol",
    "g/l": "g/L", "g/dl": "g/dL", "mg/l": "mg/L", "mg/dl": "mg/dL", "µg/l": "ug/L",
    "ng/l": "ng/L", "ng/ml": "ng/mL", "ng/dl": "ng/dL", "pg/ml": "pg/mL",
    "u/l": "U/L", "µkat/l": "ukat/L",
    # The units of a hormone are international ones, not those of an enzyme.
    "mu/l": "m[IU]/L", "µu/ml": "u[IU]/mL",
    "ml/min/1.73 m²": "mL/min/{1.73_m2}",
}  # fmt: skip
_MICRO: Final = str.maketrans({"\N{GREEK SMALL LETTER MU}": "µ"})


def quantity(value: float | None, unit: str, comparator: str = "") -> Json:
    """Return a Quantity with the unit as it was written, and its UCUM code where that is known."""
    if value is None:
        return {}
    code = _UCUM.get(unit.strip().lower().translate(_MICRO), "")
    return filled(
        {
            # A whole number stays one: 300 and not 300.0.
            "value": int(value) if value.is_integer() else value,
            "comparator": comparator,
            "unit": text(unit),
            "system": UCUM if code else "",
            "code": code,
        }
    )
