"""Numbers as people write them: with a point or a comma, and when that could mean two."""

from __future__ import annotations

import re
from typing import Final

from twitchlog.domain.errors import BadInput
from twitchlog.translation import _, with_marks

_TWO_WAYS: Final = re.compile(r"([-+−]?[1-9]\d{0,2})[.,](\d{3})")


def refuse_two_ways(given: str) -> None:
    """Raise BadInput for a number such as 1,200: a thousand and more, or one and a bit.

    With the mark that the language in use has before decimals it is the latter.
    """
    thousands = with_marks(",")
    found = _TWO_WAYS.fullmatch(given) if thousands in given else None
    if found is not None:
        part = f"{found[1]}.{found[2]}".rstrip("0").rstrip(".")
        raise BadInput(
            _("“{text}” can be read in two ways. Write {whole} or {part}.").format(
                text=given, whole=f"{found[1]}{found[2]}", part=with_marks(part)
            )
        )
