"""The parts of the page for the doctor that a person can leave out."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from twitchlog.translation import _, mark


class Section(StrEnum):
    """A part of the page; the signs to check first and the seven answers always stand on it."""

    PERSON = "person"
    CHARTS = "charts"
    MEDICINES = "medicines"
    TESTS = "tests"
    TRIGGERS = "triggers"
    QUESTIONS = "questions"

    @property
    def label(self) -> str:
        """What it is called where it is switched on or off, in the language in use."""
        return _(_LABELS[self])


_LABELS: Final = {
    Section.PERSON: mark("Your name and birth date"),
    Section.CHARTS: mark("Charts of days and hours"),
    Section.MEDICINES: mark("Medicines and what is taken"),
    Section.TESTS: mark("Tests and conditions"),
    Section.TRIGGERS: mark("What goes with the twitching"),
    Section.QUESTIONS: mark("Your questions"),
}
