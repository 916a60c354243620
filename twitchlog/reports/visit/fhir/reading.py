"""Read what the bundle is made from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from twitchlog.domain.page_sections import Section
from twitchlog.reports.visit.compose import private
from twitchlog.reports.visit.fhir.record import Record

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.domain.profile import Profile
    from twitchlog.reports.visit.summary import VisitSummary


def read_record(diary: Diary, profile: Profile, summary: VisitSummary) -> Record:
    """Return the page with the records behind it, without what is left out of the page.

    The ids of what has none of its own are made from the id of the oldest entry, which is random,
    stays when the diary moves to another computer, and says nothing of the person.
    """
    visit = summary.visit
    oldest = diary.twitches.oldest()
    at_sites = diary.counts.at_sites(summary.period)
    if Section.TRIGGERS in visit.left_out:
        at_sites = {site: replace(each, triggers={}) for site, each in at_sites.items()}
    medicines = Section.MEDICINES not in visit.left_out
    return Record(
        summary=summary,
        visit=visit,
        profile=private(profile, visit.left_out),
        at_sites=at_sites,
        treatments=diary.treatments.all() if medicines else (),
        key=oldest.id if oldest else diary.device,
    )
