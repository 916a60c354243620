"""Open the program on a diary, show what goes with the twitching and one row of it, and end."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from support.inside import Inside
from twitchlog.clock import FixedClock
from twitchlog.domain.moment import Moment

ZONE = "Europe/Berlin"


def main() -> None:
    """Do so with the diary that the command line names."""
    now = Moment.of(datetime(2026, 6, 18, 21, 4, tzinfo=ZoneInfo(ZONE)), ZONE)
    with Inside(Path(sys.argv[1]), clock=FixedClock(now)) as program:
        program.shell.go("patterns")
        program.settle()
        program.tap("patterns.part:triggers")
        program.tap("triggers.row.*")
        assert program.see("trigger.name") is not None
