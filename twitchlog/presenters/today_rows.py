"""The lines of *Logged today*: twitches, the check-in, drinks and doses."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from twitchlog.presenters import answers as said
from twitchlog.presenters import dose_page, medicine_words, words
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from twitchlog.domain.checkin import Checkin
    from twitchlog.domain.twitch import Twitch
    from twitchlog.presenters.today_page import Snapshot

CHECKIN: Final = "checkin"
"""The id of the row that is the day's check-in."""
DOSES: Final = "doses"
"""The id of the row of all that was drunk, taken or done that day."""
MEDICINE: Final = "medicine:"
"""What the id of the row of a day's doses of medicines begins with; the medicine follows if one."""


ALIKE: Final = "alike:"
"""What the id of a row of several like twitches begins with; the first of them follows."""
FOLD_FROM: Final = 3
"""So many like twitches in a row become one line."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of *Logged today*.

    Its id is of the twitch, `ALIKE` …, `CHECKIN`, `DOSES` or `MEDICINE` ….
    """

    id: str
    sites: tuple[str, ...]
    name: str
    details: str
    time: str


def rows_of(known: Snapshot, unfolded: Collection[str] = ()) -> tuple[Row, ...]:
    """Return what was logged on the day, the newest first; like twitches in a row are one line.

    `unfolded` are the ids of such lines whose twitches are shown one by one.
    """
    lines = [(each.moment.utc_ms, _entry(each)) for each in known.entries]
    if known.checkin is not None and known.checkin.answered:
        lines.append((known.checkin.made.utc_ms, _checkin(known.checkin)))
    if known.doses:
        title, times = dose_page.say_day(known.doses, known.factors)
        lines.append((known.doses[-1].moment.utc_ms, Row(DOSES, (), title, times, "")))
    if known.taken:
        one = known.taken[0].id if len(known.taken) == 1 else ""
        title, second = medicine_words.day_row(known.taken)
        newest = max(each.intakes[0].moment.utc_ms for each in known.taken)
        lines.append((newest, Row(f"{MEDICINE}{one}", (), title, second, "")))
    ordered = [line for _time, line in sorted(lines, key=lambda pair: -pair[0])]
    return tuple(_folded(ordered, unfolded))


def _folded(rows: Sequence[Row], unfolded: Collection[str]) -> Iterator[Row]:
    for (sites, name, details), run in groupby(
        rows, key=lambda row: (row.sites, row.name, row.details)
    ):
        alike = list(run)
        newest, oldest = alike[0], alike[-1]
        name_of_all = f"{ALIKE}{oldest.id}"
        if not sites or len(alike) < FOLD_FROM or name_of_all in unfolded:
            yield from alike
            continue
        count = ngettext("{place}, {n} time", "{place}, {n} times", len(alike))
        yield Row(
            name_of_all,
            sites,
            count.format(place=name, n=len(alike)),
            details,
            newest.time
            if newest.time == oldest.time
            else _("{first} – {last}").format(first=oldest.time, last=newest.time),
        )


def _entry(twitch: Twitch) -> Row:
    return Row(
        id=twitch.id,
        sites=twitch.sites,
        name=words.places(twitch.sites),
        details=words.details(twitch),
        time=words.clock_time(twitch.moment),
    )


def _checkin(answers: Checkin) -> Row:
    return Row(CHECKIN, (), _("Check-in"), said.checkin(answers), words.clock_time(answers.made))
