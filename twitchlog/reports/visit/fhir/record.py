"""What the bundle is made from: the page, and the records behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from twitchlog.reports.visit.fhir.parts import reference, uid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from twitchlog.domain.counts.at_sites import SiteAnswers
    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.profile import Profile
    from twitchlog.domain.treatment import Treatment
    from twitchlog.reports.visit.fhir.parts import Json
    from twitchlog.reports.visit.summary import VisitSummary


@dataclass(frozen=True, slots=True)
class Record:
    """The page as data, what it was made from, the answers by place, and what else was tried.

    `key` is an id that stays the same for this diary: the ids of what has none of its own in the
    diary are made from it.
    """

    summary: VisitSummary
    visit: VisitFigures
    profile: Profile
    at_sites: Mapping[str, SiteAnswers]
    treatments: tuple[Treatment, ...]
    key: str

    @property
    def patient_id(self) -> str:
        """The id of the Patient."""
        return uid("patient", self.key)

    @property
    def patient(self) -> Json:
        """A reference to the Patient, who is also the one that reports everything."""
        return reference(self.patient_id)

    @property
    def span(self) -> tuple[str, str]:
        """The days of the report, as part of an id."""
        period = self.summary.period
        return period.first.isoformat(), period.last.isoformat()
