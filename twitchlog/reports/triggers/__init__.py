"""Which factors go with the twitching, and how sure that is: from plain arrays, numpy only.

Usual methods raise false alarms on diaries, whose counts drift, repeat by the week and resemble
yesterday's, as the exposures do. `estimate` fits a negative binomial model that adjusts for all of
that, and takes its errors from how the two series would agree if they were shifted against each
other in time. `verdicts` says what that allows to be said.
"""

from twitchlog.reports.triggers.estimate import Estimate, Factor, estimate
from twitchlog.reports.triggers.verdicts import Finding, Lack, Verdict, verdicts

__all__ = ["Estimate", "Factor", "Finding", "Lack", "Verdict", "estimate", "verdicts"]
