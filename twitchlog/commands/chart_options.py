"""What a chart is to be made of, as `NAME=VALUE` on the command line."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Final

from twitchlog.commands.options import read_day
from twitchlog.domain.errors import BadInput
from twitchlog.domain.wording import plain_words
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twitchlog.clock import Clock
    from twitchlog.reports.charts.spec import Choice, Choices


_LONGEST_ID: Final = 20
_DAY: Final = "DAY"


def written(choices: Choices, *, day: str = _DAY) -> Iterator[tuple[str, Choice]]:
    """Yield what is offered, each with how it is asked for: by its number where its id is long.

    `day` stands where a day is to be given.
    """
    for number, one in enumerate(choices.offered, start=1):
        value = one.id if len(one.id) <= _LONGEST_ID else str(number)
        name, value = (one.day_option, day) if one.day_option else (choices.option, value)
        yield f"--option {name}={value}", one


def resolved(given: Sequence[str], choices: Sequence[Choices], clock: Clock) -> dict[str, str]:
    """Return the options that a chart is asked with.

    A value is an id that the chart offers, its number in the list, or words that only its name has;
    a day for an option that takes one. Raises BadInput for what the chart does not offer.
    """
    if not choices:
        raise BadInput(_("This chart has nothing to choose."))
    options: dict[str, str] = {}
    for each in given:
        name, equals, value = (part.strip() for part in each.partition("="))
        if not equals:
            raise BadInput(_("Write an option as NAME=VALUE."))
        options |= _option(name, value, choices, clock)
    return options


def _option(name: str, value: str, choices: Sequence[Choices], clock: Clock) -> dict[str, str]:
    by_name = {each.option: each for each in choices}
    if name in by_name:
        return {name: _value(value, by_name[name]).id}
    for each in choices:
        for one in each.offered:
            if one.day_option and name == one.day_option:
                return {each.option: one.id, name: _day(value, clock)}
    raise BadInput(
        _("“{name}” cannot be chosen here. Choose: {names}.").format(
            name=name[:40], names=", ".join(by_name)
        )
    )


def _value(value: str, choices: Choices) -> Choice:
    offered = choices.offered
    for one in offered:
        if value.casefold() in {one.id.casefold(), one.label.casefold()}:
            return one
    if value.isdecimal() and 1 <= int(value) <= len(offered):
        return offered[int(value) - 1]
    asked = plain_words(value)
    found = [one for one in offered if asked and _fits(asked, plain_words(one.label))]
    if len(found) == 1:
        return found[0]
    said = _("“{text}” is not one of these. Write {ways}.")
    if found:
        said = _("“{text}” may be each of these. Write {ways}.")
    ways = [
        _("{option} for “{label}”").format(option=way, label=one.label)
        for way, one in written(choices, day=_iso_day(value))
        if not found or one in found
    ]
    raise BadInput(said.format(text=value[:40], ways=", ".join(ways)))


def _iso_day(value: str) -> str:
    """Return a value that is a day as it is, else the word that stands for one."""
    with suppress(ValueError):
        return date.fromisoformat(value).isoformat()
    return _DAY


def _fits(asked: Sequence[str], known: Sequence[str]) -> bool:
    return all(any(word.startswith(each) for word in known) for each in asked)


def _day(value: str, clock: Clock) -> str:
    day = read_day(value, clock)
    if day > clock.now().day:
        raise BadInput(_("That day is still to come."))
    return day.isoformat()
