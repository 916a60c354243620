"""Read what the bundle is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.domain.page_sections import Section
from twitchlog.reports.visit.fhir.record import Record

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.profile import Profile
    from twitchlog.reports.visit.summary import VisitSummary


def read_record(
    diary: Diary, visit: VisitFigures, profile: Profile, summary: VisitSummary
) -> Record:
    """Return the page with the records behind it.

    The ids of what has none of its own are made from the id of the oldest entry, which is random,
    stays when the diary moves to another computer, and says nothing of the person.
    """
    oldest = diary.twitches.oldest()
    return Record(
        summary=summary,
        visit=visit,
        profile=profile,
        at_sites=diary.counts.at_sites(summary.period),
        treatments=() if Section.MEDICINES in visit.left_out else diary.treatments.all(),
        key=oldest.id if oldest else diary.device,
    )
