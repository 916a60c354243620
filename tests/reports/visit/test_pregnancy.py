"""Pregnancy is answered by the person alone."""

from __future__ import annotations

from datetime import date

import pytest

from support.asked import plain
from twitchlog.domain.profile import Pregnancy, Pregnant, Profile, Visit
from twitchlog.reports.visit.pregnancy import pregnant

NOV_20 = date(2025, 11, 20)
NOV_21 = date(2025, 11, 21)


@pytest.mark.parametrize(
    ("own", "visit", "expected"),
    [
        (None, NOV_21, "Not recorded yet."),
        (Pregnancy(Pregnant.NO, NOV_20), NOV_21, "No (own answer, 20 Nov 2025)."),
        (
            Pregnancy(Pregnant.NO, date(2025, 7, 31)),
            NOV_21,
            "No (own answer, 31 Jul 2025, 16 weeks ago).",
        ),
        (
            Pregnancy(Pregnant.NOT_APPLICABLE, NOV_20),
            NOV_21,
            "Not applicable (own answer, 20 Nov 2025).",
        ),
        (Pregnancy(Pregnant.RATHER_NOT_SAY, NOV_20), NOV_21, "Rather not say."),
        (Pregnancy(Pregnant.YES, NOV_20), NOV_21, "Yes (own answer, 20 Nov 2025)."),
        # 27 Mar 2026 is 126 days, 18 weeks, after 21 Nov 2025: week 22.
        (
            Pregnancy(Pregnant.YES, NOV_20, due=date(2026, 3, 27)),
            NOV_21,
            "Yes, due 27 Mar 2026, 22 weeks on the visit day (own answer, 20 Nov 2025).",
        ),
        (
            Pregnancy(Pregnant.YES, date(2025, 11, 7), weeks=20),
            NOV_21,
            "Yes, 20 weeks on 7 Nov 2025, 22 weeks on the visit day.",
        ),
        (
            Pregnancy(Pregnant.YES, NOV_20, due=date(2026, 3, 27)),
            None,
            "Yes, due 27 Mar 2026, 21 weeks on 20 Nov 2025 (own answer, 20 Nov 2025).",
        ),
        (
            Pregnancy(Pregnant.YES, NOV_20, due=date(2025, 9, 1)),
            NOV_21,
            "Yes, due 1 Sep 2025 (own answer, 20 Nov 2025).",
        ),
    ],
)
def test_pregnancy_is_the_persons_own_answer_and_never_inferred(own, visit, expected):
    answer = pregnant(Profile(pregnancy=own, visit=Visit(visit)), made=NOV_20)
    assert plain(answer.printed().plain) == expected
    assert answer.recorded is (own is not None)
