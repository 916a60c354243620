"""What has to be known of a file before it is brought in, and what is proposed for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from twitchlog.domain.errors import BadInput
from twitchlog.domain.imports import FileKind
from twitchlog.translation import _

if TYPE_CHECKING:
    from twitchlog.diary.imports.mapping import Mapping
    from twitchlog.diary.imports.sniffing import Sniffed


def proposed_mapping(sniffed: Sniffed) -> Mapping | None:
    """Return how the columns of a table would be read; None for a file whose shape is known."""
    if sniffed.kind is not FileKind.TABLE:
        return None
    from twitchlog.diary.imports.table import proposed

    return proposed(sniffed)


def asks_order(sniffed: Sniffed, mapping: Mapping | None) -> bool:
    """Tell whether the person has to say which of day and month comes first."""
    if sniffed.kind is FileKind.MIGRAINE_BUDDY:
        from twitchlog.diary.imports.migraine_buddy import date_order

        return date_order(sniffed) is None
    return mapping is not None and mapping.asks_order


def counts_as_logged(mapping: Mapping | None) -> bool:
    """Propose whether the days of a file count as logged: those of a diary of twitches do."""
    return mapping is not None and mapping.where("place") is not None


def taken_as(sniffed: Sniffed, kind: FileKind) -> Sniffed:
    """Return the file taken for what the person says it is; raise BadInput where it cannot be."""
    if kind is sniffed.kind:
        return sniffed
    if kind is FileKind.TABLE and sniffed.columns:
        return replace(sniffed, kind=kind)
    raise BadInput(
        _("“{name}” is not that: {kind}.").format(name=sniffed.path.name, kind=sniffed.kind.label)
    )
