"""What was answered about the twitches of each place of a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class SiteAnswers:
    """How often what was answered about the entries of one place.

    `strengths` counts by the strength 1 to 4; `triggers` and `reliefs` by the kind that is built
    in, else by the person's own words, the most frequent first.
    """

    strengths: Mapping[int, int]
    triggers: Mapping[str, int]
    reliefs: Mapping[str, int]
