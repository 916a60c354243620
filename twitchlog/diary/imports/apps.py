"""What the readers of other diaries' exports share: their columns, days, notes, twitches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from twitchlog.diary.imports.keys import Keys
from twitchlog.diary.imports.places import Places
from twitchlog.diary.imports.rows import rows
from twitchlog.diary.imports.times import Clock, TimeOfDay
from twitchlog.diary.imports.words import SYMPTOMS, names_twitching, plain
from twitchlog.domain.errors import BadInput, UnknownSite
from twitchlog.domain.imports import ImportedTwitch, Problem
from twitchlog.domain.symptom import SYMPTOMS as KINDS
from twitchlog.domain.text import clean
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from twitchlog.diary.imports.dates import DateOrder
    from twitchlog.diary.imports.sniffing import Sniffed
    from twitchlog.diary.imports.watch import Watch
    from twitchlog.domain.imports import Choices, Found
    from twitchlog.domain.twitch import Strength, Trigger

_OF_TWITCHING: Final = frozenset(
    [
        "twitch",
        "twitches",
        "twitching",
        "fasciculation",
        "fasciculations",
        "spasm",
        "spasms",
        "muscle",
        "muscles",
        "muscular",
        "tic",
        "tics",
        "in",
        "of",
        "the",
        "my",
        "a",
    ]
)


class Line:
    """One row, read by the names of its columns, in whatever order they stand."""

    def __init__(self, number: int, cells: Sequence[str], places: dict[str, int]) -> None:
        self.number = number
        self.content = "\x1f".join(cells)
        self._cells, self._places = cells, places

    def __getitem__(self, name: str) -> str:
        """Return the trimmed cell of a column, empty where there is none."""
        position = self._places.get(name)
        if position is None or position >= len(self._cells):
            return ""
        return self._cells[position].strip()


class App:
    """What is known while one export of another diary is read."""

    def __init__(self, choices: Choices, order: DateOrder | None = None) -> None:
        self.choices = choices
        self.clock = Clock(zone=choices.zone, now=choices.now, order=order)
        self._places = Places()
        self._keys = Keys("twitch")

    def lines(
        self,
        sniffed: Sniffed,
        read: Callable[[Line], Iterable[Found]],
        watch: Watch | None,
    ) -> Iterator[Found]:
        """Yield what `read` finds in every line; what it refuses is a problem of that line."""
        places = {name.strip().lower(): n for n, name in enumerate(sniffed.columns)}
        for row in rows(sniffed, watch):
            if isinstance(row, Problem):
                yield row
                continue
            number, cells = row
            if not any(cell.strip() for cell in cells):
                continue
            try:
                yield from list(read(Line(number, cells, places)))
            except BadInput as problem:
                yield Problem(number, "", problem.sentence)

    def twitch(
        self,
        line: Line,
        name: str,
        day: date,
        time: TimeOfDay | None,
        *,
        strength: Strength | None = None,
        duration_s: float | None = None,
        triggers: tuple[Trigger, ...] = (),
        note: str = "",
    ) -> ImportedTwitch:
        """Return the twitch that a symptom or an activity called `name` stands for.

        Its place is the one that the name tells, else the one chosen for twitches without. Raises
        BadInput.
        """
        minute = self.choices.minute
        if time is None:
            if minute is None:
                raise BadInput(_("This line says no time of day."))
            time = TimeOfDay(minute * 60)
        return ImportedTwitch(
            self._keys.of(f"{line.content}\x1f{name}"),
            line.number,
            self.clock.moment(day, time),
            self._sites(name),
            duration_s,
            strength,
            triggers,
            clean(note),
        )

    def _sites(self, name: str) -> tuple[str, ...]:
        words = " ".join(word for word in plain(name).split() if word not in _OF_TWITCHING)
        if words:
            try:
                return self._places.read(words)
            except UnknownSite:
                if self.choices.site is None:
                    raise
        if self.choices.site is None:
            raise BadInput(_("“{name}” names no place.").format(name=name[:60]))
        return (self.choices.site,)


def symptom_kind(name: str) -> str | None:
    """Return the id of the symptom that another program's `name` means, or None."""
    kind = SYMPTOMS.get(plain(name))
    return kind if kind in KINDS else None


def is_twitching(name: str) -> bool:
    """Whether `name` says that a muscle twitched."""
    return names_twitching(name)


def split_list(text: str, between: str) -> list[str]:
    """Return the items of a cell that lists several, trimmed, empty ones left out."""
    return [item.strip() for item in text.split(between) if item.strip()]
