"""The colours of the web page: what is written in them can be read."""

from __future__ import annotations

import pytest

from support.contrast import contrast
from twitchlog.reports.visit.html import colours


@pytest.mark.parametrize("scheme", [colours.LIGHT, colours.DARK, colours.PAPER])
def test_words_are_easy_to_tell_from_what_they_stand_on(scheme):
    """WCAG 2.2: 4.5 to 1 for text, 3 to 1 for lines that carry a meaning."""
    for name in ("ink", "quiet"):
        assert contrast(scheme[name], scheme["ground"]) >= 4.5
    assert contrast(scheme["line"], scheme["ground"]) >= 3
