"""Read doses and schedules as people write them: *25 mg*, *2 tablets*, *twice a day*."""

from __future__ import annotations

import re
from typing import Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.medication import SCHEDULES, UNITS, check_amount
from twitchlog.domain.medicine_names import CLASSES, check_class
from twitchlog.translation import _

_AMOUNT: Final = re.compile(r"(\d{1,7}(?:[.,]\d{1,4})?)(?![\d.,])\s*(.*)", re.DOTALL)
_UNITS: Final = {
    "mcg": "µg", "ug": "µg", "μg": "µg", "microgram": "µg", "micrograms": "µg",
    "milligram": "mg", "milligrams": "mg", "gram": "g", "grams": "g", "millilitre": "ml",
    "millilitres": "ml", "milliliter": "ml", "milliliters": "ml", "tablet": "tablets",
    "tab": "tablets", "tabs": "tablets", "drop": "drops", "unit": "units", "iu": "units",
    "puff": "puffs", "patches": "patch",
}  # fmt: skip
_OFTEN: Final = {
    "daily": "once", "every day": "once", "1x": "once", "2x": "twice", "twice daily": "twice",
    "3x": "three-times", "three times": "three-times", "every other day": "every-other-day",
    "every second day": "every-other-day", "every week": "weekly", "once a week": "weekly",
    "when needed": "as-needed", "if needed": "as-needed", "prn": "as-needed",
}  # fmt: skip


def read_amount(text: str) -> tuple[float, str]:
    """Return amount and unit of `25 mg`, `2,5 ml`, `1 tablet` or `3`; raise BadInput.

    The unit is an id of `UNITS`, else the words as they are; empty where none was written.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        raise BadInput(
            _("“{text}” is not a dose. Write it like 25 mg or 2 tablets.").format(text=text[:40])
        )
    amount = check_amount(float(found[1].replace(",", ".")))
    assert amount is not None
    unit = " ".join(found[2].split())
    asked = unit.casefold()
    if asked in UNITS:
        return amount, asked
    return amount, _UNITS.get(asked, unit)


def read_schedule(text: str) -> str:
    """Return the id of a schedule by id or words, else the person's own words."""
    asked = " ".join(text.split())
    plain = asked.casefold()
    for schedule, words in SCHEDULES.items():
        if plain in {schedule, words, _(words).casefold()}:
            return schedule
    return _OFTEN.get(plain, asked)


def read_class(text: str) -> str:
    """Return the id of a class of medicines by id or name; raise BadInput."""
    plain = " ".join(text.split()).casefold()
    for known in CLASSES.values():
        if plain in {known.id, known.id.replace("-", " "), known.name.casefold(),
                     known.label.casefold()}:  # fmt: skip
            return known.id
    return check_class(text.strip())
