"""Tests that a doctor ordered: which, when and where, the result in words, and the values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.domain.phrase import phrase, shown, within
from twitchlog.domain.wording import named
from twitchlog.translation import _, mark

if TYPE_CHECKING:
    from twitchlog.domain.measure import Measure
    from twitchlog.domain.phrase import Term
    from twitchlog.domain.profile import PartialDate

OTHER: Final = "other"
"""The kind of a test that the person names in words of their own."""


@dataclass(frozen=True, slots=True)
class MedicalTestKind:
    """A kind of test; one `of_part` is of a part of the body, a `scan` of brain or spine."""

    id: str
    name: str
    of_part: bool = False
    scan: bool = False

    @property
    def label(self) -> str:
        """Its name in the language in use."""
        return _(self.name)


TEST_KINDS: Final = {
    kind.id: kind
    for kind in (
        MedicalTestKind("blood", mark("Blood test")),
        MedicalTestKind("emg", mark("EMG"), of_part=True),
        MedicalTestKind("nerve-conduction", mark("Nerve conduction study"), of_part=True),
        MedicalTestKind("mri", mark("MRI"), of_part=True, scan=True),
        MedicalTestKind("ct", mark("CT"), of_part=True, scan=True),
        MedicalTestKind(OTHER, mark("Another test"), of_part=True),
    )
}

PARTS: Final = {
    "brain": mark("Brain"),
    "spine": mark("Spine"),
    "brain-spine": mark("Brain and spine"),
}


@dataclass(frozen=True, slots=True)
class MedicalTest:
    """One test; `words` names one of kind `other`.

    `part` is an id of `PARTS` or the person's own words. An empty `id` means that the diary gives
    it one.
    """

    kind: str
    words: str = ""
    part: str = ""
    day: PartialDate | None = None
    place: str = ""
    result: str = ""
    note: str = ""
    values: tuple[Measure, ...] = ()
    id: str = ""

    @property
    def part_label(self) -> str:
        """Which part of the body, in words."""
        return _(PARTS[self.part]) if self.part in PARTS else self.part

    @property
    def label(self) -> str:
        """Its name, with the part of the body: *MRI, brain*."""
        return shown(self.term)

    @property
    def term(self) -> Term:
        """The same, in no language."""
        known = TEST_KINDS.get(self.kind)
        name = self.words or (phrase(known.name) if known else self.kind)
        part = within(PARTS[self.part]) if self.part in PARTS else self.part
        return phrase("{test}, {part}", test=name, part=part) if part else name

    @property
    def marked(self) -> tuple[Measure, ...]:
        """The values outside the laboratory's own range."""
        return tuple(value for value in self.values if value.out_of_range)


def find_kind(name: str) -> tuple[str, str]:
    """Return the id of the kind of test called `name`, or `other` and the name itself."""
    kinds = (kind for kind in TEST_KINDS.values() if kind.id != OTHER)
    known = named(name, kinds, lambda kind: (kind.id, kind.label))
    return (known.id, "") if known else (OTHER, " ".join(name.split()))
