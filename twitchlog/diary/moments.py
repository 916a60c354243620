"""Between a moment and the columns that keep it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from twitchlog.domain.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Mapping


def to_columns(moment: Moment) -> dict[str, Any]:
    """Return the three columns of a moment."""
    return {"utc_ms": moment.utc_ms, "offset_min": moment.offset_min, "zone": moment.zone}


def from_row(row: Mapping[Any, Any]) -> Moment:
    """Return the moment a row keeps."""
    return Moment(row["utc_ms"], row["offset_min"], row["zone"])
