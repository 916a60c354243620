"""What a check of the diary found, in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Remedy(StrEnum):
    """What helps against a finding."""

    RESCUE = "rescue"
    """The file is damaged: save what can be read, or bring back a backup."""
    MEND = "mend"
    """Made anew from the entries; nothing that was written is touched."""
    NONE = "none"
    """Nothing to press; the sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as it should be: what was looked at, and a sentence with what to do."""

    part: str
    sentence: str
    remedy: Remedy = Remedy.NONE


@dataclass(frozen=True, slots=True)
class Looked:
    """One part of a check: its id, its title in words, and what was found there."""

    part: str
    title: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A whole check: each part in turn, and how many entries the diary holds."""

    parts: tuple[Looked, ...]
    entries: int

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found."""
        return tuple(finding for part in self.parts for finding in part.findings)

    @property
    def mends(self) -> bool:
        """Whether something can be made anew."""
        return any(finding.remedy is Remedy.MEND for finding in self.findings)

    @property
    def damaged(self) -> bool:
        """Whether the file itself is damaged."""
        return any(finding.remedy is Remedy.RESCUE for finding in self.findings)
