"""What a validator of PDF/UA and PDF/A says of a file."""

from __future__ import annotations

import re
from typing import Final

import page

PDF_UA: Final = page.ValidationProfile.PDF_UA_1
PDF_A: Final = page.ValidationProfile.PDF_A_2A
_ROOM: Final = page.SafetyLimits(max_table_grid_rows=10_000)


def faults(content: bytes, *profiles: page.ValidationProfile) -> set[str]:
    """Return the rules that a PDF breaks, of PDF/UA alone unless others are named."""
    return {
        found.rule_id
        for profile in profiles or (PDF_UA,)
        for found in page.validate_pdf_bytes(content, profile=profile, limits=_ROOM).failures
        if not _is_false_alarm(content, found)
    }


def _is_false_alarm(content: bytes, found: page.ValidationFailure) -> bool:
    r"""Tell whether a stream's length is right and only looks wrong.

    The file ends its lines with \n. Where the packed bytes happen to end in \r, the validator takes
    that for a part of the line's end, and counts a byte too few.
    """
    if found.rule_id != "PDFA2A-STREAM-LENGTH-001" or found.object_id is None:
        return False
    number = found.object_id.object_number
    at = re.search(rb"\n%d 0 obj\s*<<.*?/Length (\d+).*?stream\n" % number, content, re.DOTALL)
    assert at is not None
    end = at.end() + int(at[1])
    return content[end - 1 : end + 10] == b"\r\nendstream"
