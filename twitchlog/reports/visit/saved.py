"""What there is to tell of a page that was saved, and what its file is called."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

_NO_NAME: Final = re.compile(r"[\W_]+")
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class SavedReport:
    """Where the page is, how many pages it took, the standards it keeps, and what to tell."""

    path: Path
    pages: int
    standard: str
    notes: tuple[str, ...] = ()


def default_name(day: date, *, name: str = "", annex: bool = False) -> str:
    """Return the file's name for the day it is made.

    It is in the language of the page, and plain letters alone. A person is named in it only where
    `name` is given, because that is wanted.
    """
    person = _NO_NAME.sub("-", name).strip("-")[:_LONGEST_NAME].strip("-")
    annexed = _("with-annex") if annex else ""
    parts = [_("muscle-twitching-summary"), person, annexed, day.isoformat()]
    return "-".join(filter(None, parts)) + ".pdf"
