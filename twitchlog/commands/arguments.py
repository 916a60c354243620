"""The arguments and options that commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from twitchlog.domain.period import Span
from twitchlog.translation import mark

DiaryPath = Annotated[
    str | None,
    typer.Option(
        "--diary",
        metavar="PATH",
        help=mark("Use this diary instead of your own: a file, or an address on a server."),
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help=mark("Write JSON, for other programs."))]
Day = Annotated[
    str | None,
    typer.Option(metavar="DAY", help=mark("2026-11-20, today or yesterday; today unless given.")),
]
First = Annotated[
    str | None, typer.Option("--from", metavar="DAY", help=mark("The first day, as 2026-11-20."))
]
Last = Annotated[str | None, typer.Option("--to", metavar="DAY", help=mark("The last day."))]
SpanOption = Annotated[
    Span | None, typer.Option("--span", help=mark("A usual period; 3 months unless given."))
]

NameOrId = Annotated[
    str, typer.Argument(metavar="NAME", help=mark("Its name, the beginning of it, or its id."))
]
ListedId = Annotated[str, typer.Argument(metavar="ID", help=mark("As the list shows it."))]
Note = Annotated[str, typer.Option(metavar="TEXT", help=mark("A note of your own."))]
Since = Annotated[
    str | None, typer.Option(metavar="DATE", help=mark("Since when: 2026, 2026-05 or a day."))
]
Until = Annotated[
    str | None, typer.Option(metavar="DATE", help=mark("Until when, where it was stopped."))
]
StoppedOn = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help=mark("When; today unless given."))
]
Ago = Annotated[str | None, typer.Option(metavar="TIME", help=mark("How long ago: 15m or 2h."))]
At = Annotated[
    str | None, typer.Option(metavar="TIME", help=mark("When: 21:04 or “2026-11-20 21:04”."))
]
BeganAt = Annotated[
    str | None,
    typer.Option(metavar="TIME", help=mark("When it began: 21:04 or “2026-11-20 21:04”.")),
]
