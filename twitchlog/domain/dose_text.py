"""Read doses and schedules as people write them: *25 mg*, *2 tablets*, *twice a day*."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from twitchlog.domain.errors import BadInput
from twitchlog.domain.medication import SCHEDULES, UNITS, check_amount
from twitchlog.domain.medicine_names import CLASSES, check_class
from twitchlog.domain.number_text import refuse_two_ways
from twitchlog.domain.wording import named, small_forms
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Mapping

_AMOUNT: Final = re.compile(r"(\d{1,7}(?:[.,]\d{1,4})?)(?![\d.,])\s*(.*)", re.DOTALL)
_TIMES: Final = re.compile(r"(\d)\s*(?:x|×|mal\b)\s*")
_UNITS: Final = {
    "µg": "mcg, ug, μg, microgram, micrograms, mikrogramm",
    "mg": "milligram, milligrams, milligramm",
    "g": "gram, grams, gramm",
    "ml": "millilitre, millilitres, milliliter, milliliters",
    "tablets": "tablet, tab, tabs, tablette, tabletten, tbl, tabl",
    "drops": "drop, tropfen, trpf",
    "units": "unit, iu, einheit, einheiten, ie, i.e",
    "puffs": "puff, hub, hübe, sprühstoß, sprühstöße",
    "patch": "patches, pflaster",
}  # fmt: skip
_OFTEN: Final = {
    "once": "daily, every day, 1x, täglich, jeden tag, am tag, 1x täglich, 1x am tag, 1x pro tag, "
    "einmal täglich, einmal am tag, einmal pro tag",
    "twice": "2x, twice daily, 2x täglich, 2x am tag, 2x pro tag, zweimal täglich, "
    "zweimal am tag, zweimal pro tag",
    "three-times": "3x, three times, 3x täglich, 3x am tag, 3x pro tag, dreimal täglich, "
    "dreimal am tag, dreimal pro tag",
    "every-other-day": "every other day, every second day, jeden zweiten tag, jeden 2. tag, "
    "alle zwei tage, alle 2 tage",
    "weekly": "every week, once a week, wöchentlich, jede woche, 1x wöchentlich, 1x die woche, "
    "1x pro woche, 1x in der woche, einmal in der woche, "
    "einmal wöchentlich, einmal die woche, einmal pro woche",
    "as-needed": "when needed, if needed, prn, bei bedarf, nach bedarf, wenn nötig, b. bed.",
}
"""What people write for the ids of `UNITS` and `SCHEDULES`, in English and in German."""


def read_amount(text: str) -> tuple[float, str]:
    """Return amount and unit of `25 mg`, `2,5 ml`, `1 tablet` or `3`; raise BadInput.

    The unit is an id of `UNITS`, else the words as they are; empty where none was written.
    """
    found = _AMOUNT.fullmatch(text.strip())
    if found is None:
        raise BadInput(
            _("“{text}” is not a dose. Write it like 25 mg or 2 tablets.").format(text=text[:40])
        )
    refuse_two_ways(found[1])
    amount = check_amount(float(found[1].replace(",", ".")))
    assert amount is not None
    unit = " ".join(found[2].split())
    asked = unit.casefold()
    if asked in UNITS:
        return amount, asked
    return amount, _written(_UNITS).get(asked.rstrip("."), unit)


def read_schedule(text: str) -> str:
    """Return the id of a schedule by id or words, else the person's own words."""
    asked = " ".join(text.split())
    plain = _TIMES.sub(r"\1x ", asked.casefold()).strip()
    found = named(asked, SCHEDULES, lambda schedule: (schedule, _(SCHEDULES[schedule])))
    return found or _written(_OFTEN).get(plain, asked)


def read_class(text: str) -> str:
    """Return the id of a class of medicines by id or name; raise BadInput."""
    found = named(
        text, CLASSES.values(), lambda each: (each.id, each.id.replace("-", " "), each.label)
    )
    return found.id if found else check_class(text.strip())


def _written(table: Mapping[str, str]) -> dict[str, str]:
    """Return the id of everything that people write for it."""
    return {
        form: known
        for known, words in table.items()
        for word in words.split(", ")
        for form in small_forms(word)
    }
