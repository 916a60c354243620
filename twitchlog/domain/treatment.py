"""Treatments other than medicines: what was tried, from when to when, and what it changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from twitchlog.domain.course import check_course, is_over, on_course
from twitchlog.domain.errors import BadInput
from twitchlog.domain.phrase import phrase, shown
from twitchlog.domain.text import clean, clean_line
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.phrase import Term
    from twitchlog.domain.profile import PartialDate

OWN: Final = "own"
KINDS: Final = {
    "physiotherapy": mark("Physiotherapy"),
    "stretching": mark("Stretching"),
    "massage": mark("Massage"),
    "warmth": mark("Warmth"),
    "cold": mark("Cold"),
    "rest": mark("Rest"),
    "relaxation": mark("Relaxation or breathing"),
    "less-caffeine": mark("Less caffeine"),
    "more-sleep": mark("More sleep"),
    "acupuncture": mark("Acupuncture"),
    "splint": mark("Splint"),
    OWN: mark("Something else"),
}
"""The kinds by id; `own` has the person's own words."""


class Effect(StrEnum):
    """What a treatment did to the twitching, as the person says it."""

    WORSE = "worse"
    SAME = "no-change"
    LITTLE = "a-little-better"
    MUCH = "much-better"

    @property
    def word(self) -> str:
        """The word for it, in the language in use."""
        return _(_EFFECT_WORDS[self])


_EFFECT_WORDS: Final = {
    Effect.WORSE: mark("Worse"),
    Effect.SAME: mark("No change"),
    Effect.LITTLE: mark("A little better"),
    Effect.MUCH: mark("Much better"),
}


@dataclass(frozen=True, slots=True)
class Treatment:
    """Something that was tried; `words` name it where the kind is `own`."""

    id: str
    kind: str
    words: str = ""
    started: PartialDate | None = None
    stopped: PartialDate | None = None
    effect: Effect | None = None
    note: str = ""

    @property
    def name(self) -> str:
        """What it is called: the kind, or the person's own words."""
        return shown(self.term)

    @property
    def term(self) -> Term:
        """The same, in no language."""
        known = self.kind in KINDS and self.kind != OWN
        return phrase(KINDS[self.kind]) if known else self.words or self.kind

    def on(self, day: date) -> bool:
        """Return whether it was going on that day, as far as is known."""
        return on_course(self.started, self.stopped, day)

    def is_past(self, day: date) -> bool:
        """Return whether it was stopped by `day`."""
        return is_over(self.stopped, day)


def checked(treatment: Treatment, *, today: date, born: date | None) -> Treatment:
    """Return a treatment with its words cleaned; raise BadInput.

    Refused are: an unknown kind, `own` without words, a stop before the start, and dates over a
    year ahead or before the person was born.
    """
    if treatment.kind not in KINDS:
        raise BadInput(
            _("“{asked}” is not a treatment on the list. Choose one of: {known}.").format(
                asked=treatment.kind[:40], known=", ".join(KINDS)
            )
        )
    words = clean_line(treatment.words) if treatment.kind == OWN else ""
    if treatment.kind == OWN and not words:
        raise BadInput(_("Say in a few words what it is."))
    check_course(treatment.started, treatment.stopped, today=today, born=born)
    return replace(treatment, words=words, note=clean(treatment.note))
