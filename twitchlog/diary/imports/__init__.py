"""Read the files of other programs: what a file is, and what its lines say, as neutral records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog.diary.imports.sniffing import NotImportable, Sniffed, sniff
from twitchlog.diary.imports.watch import Cancelled, Watch
from twitchlog.domain.imports import FileKind
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from twitchlog.diary.imports.dates import DateOrder
    from twitchlog.diary.imports.mapping import Mapping
    from twitchlog.domain.imports import Choices, Found

__all__ = ["Cancelled", "NotImportable", "Sniffed", "Watch", "read_file", "sniff"]


def read_file(
    sniffed: Sniffed,
    choices: Choices,
    *,
    mapping: Mapping | None = None,
    order: DateOrder | None = None,
    watch: Watch | None = None,
) -> Iterator[Found]:
    """Yield what every line of a file says, whatever program wrote it.

    `mapping` says how the columns of a table are read, by default as they are proposed; `order`
    which of day and month comes first where the file does not tell. Raises BadInput where
    something must still be said, NotImportable for a file of another kind, and Cancelled.
    """
    if sniffed.kind is FileKind.TABLE:
        from twitchlog.diary.imports.table import proposed, read_csv

        used = mapping or proposed(sniffed)
        return read_csv(sniffed, used.with_order(order), choices, watch)
    if sniffed.kind is FileKind.BEARABLE:
        from twitchlog.diary.imports.bearable import read_bearable

        return read_bearable(sniffed, choices, watch)
    if sniffed.kind is FileKind.DAYLIO:
        from twitchlog.diary.imports.daylio import read_daylio

        return read_daylio(sniffed, choices, watch)
    if sniffed.kind is FileKind.MIGRAINE_BUDDY:
        from twitchlog.diary.imports.migraine_buddy import read_migraine_buddy

        return read_migraine_buddy(sniffed, choices, watch, order=order)
    if sniffed.kind is FileKind.APPLE_HEALTH:
        from twitchlog.diary.imports.apple import read_apple_health

        return read_apple_health(sniffed, choices, watch)
    raise NotImportable(
        _("“{name}” is a whole diary; it is brought back, not mixed in.").format(
            name=sniffed.path.name
        )
    )
