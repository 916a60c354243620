"""The arguments and options that commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from twitchlog.domain.period import Span
from twitchlog.translation import _

DiaryPath = Annotated[
    str | None,
    typer.Option(
        "--diary",
        metavar="PATH",
        help=_("Use this diary instead of your own: a file, or an address on a server."),
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=_("Write JSON, for other programs."))]
Day = Annotated[
    str | None,
    typer.Option(metavar="DAY", help=_("2026-11-20, today or yesterday; today unless given.")),
]
First = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help=_("The first day, as 2026-11-20."))
]
Last = Annotated[str | None, typer.Option("--to", metavar="DAY", help=_("The last day."))]
SpanOption = Annotated[
    Span | None, typer.Option("--span", help=_("A usual period; 3 months unless given."))
]

NameOrId = Annotated[
    str, typer.Argument(metavar="NAME", help=_("Its name, the beginning of it, or its id."))
]
ListedId = Annotated[str, typer.Argument(metavar="ID", help=_("As the list shows it."))]
Note = Annotated[str, typer.Option(metavar="TEXT", help=_("A note of your own."))]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help=_("Since when: 2026, 2026-05 or a day."))
]
Until = Annotated[
    str | None, typer.Option(metavar="DATE", help=_("Until when, where it was stopped."))
]
StoppedOn = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help=_("When; today unless given."))
]
Ago = Annotated[str | None, typer.Option(metavar="TIME", help=_("How long ago: 15m or 2h."))]
At = Annotated[
    str | None, typer.Option(metavar="TIME", help=_("When: 21:04 or “2026-11-20 21:04”."))
]
BeganAt = Annotated[
    str | None, typer.Option(metavar="TIME", help=_("When it began: 21:04 or “2026-11-20 21:04”."))
]
