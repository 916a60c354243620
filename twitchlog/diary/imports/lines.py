"""Read one line of a table as records: this is where an import spends its time."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from twitchlog.diary.imports import amounts
from twitchlog.diary.imports.keys import Keys
from twitchlog.diary.imports.places import Places
from twitchlog.diary.imports.times import Clock, TimeOfDay, split_when
from twitchlog.diary.imports.triggers import ticked, triggers_in
from twitchlog.domain.errors import BadInput
from twitchlog.domain.imports import ImportedCheckin, ImportedTwitch, Problem
from twitchlog.domain.text import clean
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from twitchlog.diary.imports.mapping import Mapping
    from twitchlog.domain.imports import Choices, Found
    from twitchlog.domain.moment import Moment
    from twitchlog.domain.twitch import Strength, Trigger

_UNIT_OF: Final = {"duration": "", "duration-min": "min", "duration-h": "h"}


class _Bad(Exception):
    """A cell cannot be read; says which field it is about."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence


class _Cells:
    """Reads one column; what a cell says, or why it says nothing, is worked out once."""

    def __init__(self, field: str, position: int, read: Callable[[str], Any]) -> None:
        self.position, self._field, self._read = position, field, read
        self._known: dict[str, Any] = {}

    def of(self, cells: list[str]) -> Any:
        """Return the value of this column, None for an empty cell; raise _Bad."""
        text = cells[self.position]
        try:
            found = self._known[text]
        except KeyError:
            found = self._known[text] = self._worked_out(text)
        if found.__class__ is _Bad:
            raise found
        return found

    def _worked_out(self, text: str) -> Any:
        if not text.strip():
            return None
        try:
            return self._read(text)
        except BadInput as problem:
            return _Bad(self._field, problem.sentence)


class LineReader:
    """Reads the lines of one table by one mapping."""

    def __init__(self, mapping: Mapping, choices: Choices, *, decimal_comma: bool) -> None:
        self._mapping = mapping
        self._choices = choices
        self._comma = decimal_comma
        self._width = len(mapping.columns)
        self._clock = Clock(zone=choices.zone, now=choices.now, order=mapping.order)
        self._places = Places()
        self._twitch_keys = Keys("twitch")
        where = mapping.where
        self._when, self._date, self._time = where("when"), where("date"), where("time")
        self._zone, self._place, self._side = where("zone"), where("place"), where("side")
        self._id = where("id")
        # One clock for the whole file, and times in one column: most are the same day as before.
        self._plain_clock = self._zone is None and (self._when is None) != (self._time is None)
        self._notes = mapping.every("note")
        self._duration = self._cells_of_duration()
        self._strength = self._cells_of_strength()
        self._triggers = [_Cells("triggers", n, triggers_in) for n in mapping.every("triggers")]
        self._ticks = [
            (_Cells("tick", n, amounts.yes), ticked(mapping.columns[n].name))
            for n in mapping.every("tick")
        ]
        self._factors = [
            (column.field, _Cells(column.field, n, self._factor(column.field, column.scale)))
            for n, column in mapping.factors
        ]
        self._about_twitches = mapping.about_twitches
        self._noon = None if choices.minute is None else TimeOfDay(choices.minute * 60)

    def read(self, line: int, cells: list[str]) -> Iterable[Found]:
        """Return what one line says: a twitch, what it says of its day, or a problem."""
        width = len(cells)
        if width != self._width:
            if width > self._width and any(cells[self._width :]):
                return (_too_wide(line, width, self._width),)
            cells = cells + [""] * (self._width - width)
        try:
            return self._read(line, cells)
        except _Bad as problem:
            return (Problem(line, problem.field, problem.sentence),)
        except BadInput as problem:
            return (Problem(line, "", problem.sentence),)

    def _read(self, line: int, cells: list[str]) -> Iterable[Found]:
        amounts_ = self._amounts(cells) if self._factors else None
        note = self._note(cells)
        sites = self._sites(cells, day_alone=bool(amounts_)) if self._about_twitches else ()
        if not sites:
            if not amounts_ and not note:
                return ()
            day = self._day(cells)
            return (ImportedCheckin(line, day, MappingProxyType(amounts_ or {}), note),)
        moment = self._moment(cells)
        named = "" if self._id is None else cells[self._id].strip()
        keys = self._twitch_keys
        twitch = ImportedTwitch(
            keys.given(named) if named else keys.of("\x1f".join(cells)),
            line,
            moment,
            sites,
            None if self._duration is None else self._duration.of(cells),
            None if self._strength is None else self._strength.of(cells),
            self._went_with(cells) if self._triggers or self._ticks else (),
            note,
        )
        if amounts_:
            return twitch, ImportedCheckin(line, moment.day, MappingProxyType(amounts_))
        return (twitch,)

    def _day(self, cells: list[str]) -> date:
        if self._when is None:
            assert self._date is not None
            return self._clock.day(cells[self._date])
        if self._clock.epoch(cells[self._when]) is not None:
            return self._moment(cells).day
        return self._clock.day(split_when(cells[self._when])[0])

    def _moment(self, cells: list[str]) -> Moment:
        """Return when it was: quickly where day and time were read before, else with care."""
        if self._plain_clock:
            if self._when is not None:
                text = cells[self._when]
                known = self._clock.again(text[:10], text[11:])
            else:
                known = self._clock.again(cells[self._date or 0], cells[self._time or 0])
            if known is not None:
                return known
        return self._read_moment(cells)

    def _read_moment(self, cells: list[str]) -> Moment:
        clock = self._clock
        if self._when is not None:
            text = cells[self._when]
            day_text, time_text = split_when(text)
            epoch = None if time_text else clock.epoch(text)
            if epoch is not None:
                return epoch
        else:
            assert self._date is not None
            day_text, time_text = cells[self._date], ""
        if self._time is not None and cells[self._time].strip():
            time_text = cells[self._time]
        day = clock.day(day_text)
        time = clock.time(time_text) if time_text else self._noon
        if time is None:
            raise _Bad("time", _("This line says no time of day."))
        zone = "" if self._zone is None else cells[self._zone].strip()
        moment = clock.moment(day, time, zone)
        if self._plain_clock and time_text:
            clock.remember(day_text, day, time_text, time)
        return moment

    def _sites(self, cells: list[str], *, day_alone: bool) -> tuple[str, ...]:
        text = "" if self._place is None else cells[self._place]
        if text.strip():
            side = "" if self._side is None else cells[self._side]
            try:
                return self._places.read(text, side)
            except BadInput as problem:
                raise _Bad("place", problem.sentence) from None
        if day_alone and not self._twitching(cells):
            return ()
        if self._choices.site is not None:
            return (self._choices.site,)
        raise _Bad("place", _("This line names no place."))

    def _twitching(self, cells: list[str]) -> bool:
        """Whether a line without a place is a twitch all the same."""
        told = (self._duration, self._strength, *self._triggers)
        if any(column is not None and cells[column.position].strip() for column in told):
            return True
        return self._place is None and self._mapping.twitches

    def _amounts(self, cells: list[str]) -> dict[str, float]:
        found = ((factor, column.of(cells)) for factor, column in self._factors)
        return {factor: amount for factor, amount in found if amount is not None}

    def _went_with(self, cells: list[str]) -> tuple[Trigger, ...]:
        if len(self._triggers) == 1 and not self._ticks:
            return self._triggers[0].of(cells) or ()
        found: list[Trigger] = [
            trigger for column in self._triggers for trigger in column.of(cells) or ()
        ]
        found += [trigger for column, trigger in self._ticks if column.of(cells)]
        return tuple(found) if len(found) < 2 else tuple(dict.fromkeys(found))

    def _note(self, cells: list[str]) -> str:
        if not self._notes:
            return ""
        texts = [cells[n] for n in self._notes if cells[n]]
        if not texts:
            return ""
        text = texts[0] if len(texts) == 1 else "\n".join(texts)
        if text.isascii() and text.isprintable() and len(text) < 2000:
            return text.strip()
        try:
            return clean(text)
        except BadInput as problem:
            raise _Bad("note", problem.sentence) from None

    def _cells_of_duration(self) -> _Cells | None:
        for field, unit in _UNIT_OF.items():
            position = self._mapping.where(field)
            if position is not None:
                return _Cells(field, position, self._lasted(unit))
        return None

    def _lasted(self, unit: str) -> Callable[[str], float]:
        return lambda text: amounts.duration(text, unit=unit, decimal_comma=self._comma)

    def _cells_of_strength(self) -> _Cells | None:
        position = self._mapping.where("strength")
        if position is None:
            return None
        scale = self._mapping.columns[position].scale

        def read(text: str) -> Strength | None:
            return amounts.strength(text, scale=scale)

        return _Cells("strength", position, read)

    def _factor(self, factor: str, scale: str) -> Callable[[str], float]:
        return lambda text: amounts.amount(factor, text, decimal_comma=self._comma, scale=scale)


def _too_wide(line: int, width: int, known: int) -> Problem:
    return Problem(
        line,
        "",
        _("This line has {n} cells, where the columns are {known}.").format(n=width, known=known),
    )
