"""Why nothing is said of a factor: one reason for every place that names it."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from twitchlog.domain.counts.taken import MEDICINE, is_course
from twitchlog.reports.triggers.daily import Why
from twitchlog.reports.triggers.judging import Lack

if TYPE_CHECKING:
    from twitchlog.reports.triggers.daily import LeftOut
    from twitchlog.reports.triggers.finder import Judged

LONGEST_WAIT: Final = 365
"""So many more days are the most that are asked for."""


class Reason(Enum):
    """Why a factor has no verdict, or one that is still to come."""

    FEW_DAYS = auto()
    SAME = auto()
    NEARLY_SAME = auto()
    FEW_SWITCHES = auto()
    TOO_SLOW = auto()
    TOO_RARE = auto()
    UNSETTLED = auto()
    TRIED = auto()


def of_left(left: LeftOut) -> Reason:
    """Return why a factor was not compared at all."""
    if left.why is Why.SWITCHES:
        return Reason.FEW_SWITCHES if left.switches else Reason.SAME
    return {Why.MISSING: Reason.FEW_DAYS, Why.SAME: Reason.SAME, Why.TRIED: Reason.TRIED}[left.why]


def of_open(judged: Judged) -> Reason:
    """Return why what was compared is not judged; of a medicine no day without it is asked for."""
    lack, more = judged.finding.lack, judged.finding.more_days
    if lack is Lack.OWN_CHANGES:
        return Reason.TOO_SLOW
    if lack is Lack.A_FIT or more is None:
        return Reason.UNSETTLED
    if lack is Lack.OF_A_KIND:
        name = judged.column.factor
        fixed = name == MEDICINE or is_course(name) or not judged.column.yes_no
        return Reason.NEARLY_SAME if fixed else Reason.FEW_DAYS
    if lack is Lack.CERTAINTY and more > LONGEST_WAIT:
        return Reason.TOO_RARE
    return Reason.FEW_DAYS
