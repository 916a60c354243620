"""Sentences made of bold and plain runs, so that every writer can show what is the answer."""

from __future__ import annotations

from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING, Final, Self

from twitchlog.translation import _, numeral, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

NBSP: Final = "\N{NO-BREAK SPACE}"
_FORM: Final = Formatter()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one weight."""

    text: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Text in which the answer itself is bold."""

    runs: tuple[Run, ...] = ()

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> str:
        """The first bold run: the answer in short."""
        return next((run.text for run in self.runs if run.bold), "")

    @property
    def rest(self) -> str:
        """What stands after the first bold run; all of it where nothing is bold."""
        at = next((n for n, run in enumerate(self.runs) if run.bold), -1)
        return "".join(run.text for run in self.runs[at + 1 :]).strip()

    def __bool__(self) -> bool:
        """Whether it says anything."""
        return bool(self.runs)

    def __add__(self, other: Prose) -> Prose:
        """Join two, with a space between them where both say something."""
        if not (self.runs and other.runs):
            return self if self.runs else other
        return Prose((*self.runs, Run(" "), *other.runs))

    @classmethod
    def joined(cls, parts: Iterable[Prose], between: str = " ") -> Self:
        """Join many, leaving out those that say nothing."""
        runs: list[Run] = []
        for part in parts:
            if part and runs:
                runs.append(Run(between))
            runs.extend(part.runs)
        return cls(tuple(runs))


NOTHING: Final = Prose()
"""Prose that says nothing."""


def prose(pattern: str, **values: object) -> Prose:
    """Fill a translated pattern whose bold parts stand between `**`.

    The pattern is cut before it is filled, so nothing in a value can turn into markup. A value
    keeps to the run it stands in. Where one ends in a full stop, as a shortened month does in some
    languages, it ends the sentence as well.
    """
    runs, ended = [], False
    for n, piece in enumerate(pattern.split("**")):
        text = ""
        for literal, field, _spec, _conversion in _FORM.parse(piece):
            text += literal[1:] if ended and literal[:1] == "." else literal
            ended = ended and not literal
            if field is not None:
                shown = str(values[field])
                text += shown
                ended = shown.endswith(".") if shown else ended
        if text:
            runs.append(Run(text, bold=n % 2 == 1))
    return Prose(tuple(runs))


def kept(text: str) -> str:
    """Return `text` with no-break spaces: a figure and its unit never part."""
    return text.replace(" ", NBSP)


def of(part: int, whole: int) -> str:
    """Return `21 of 26`, which never breaks."""
    return kept(_("{part} of {whole}").format(part=numeral(part), whole=numeral(whole)))


def quoted(words: str) -> str:
    """Return the user's own words in quotation marks, on one line, otherwise as they are."""
    return _("“{words}”").format(words=" ".join(words.split()))


def listed(things: Sequence[str]) -> str:
    """Return `a`, `a and b` or `a, b and c`."""
    if len(things) < 2:
        return "".join(things)
    return _("{all_but_last} and {last}").format(
        all_but_last=", ".join(things[:-1]), last=things[-1]
    )


def and_more(count: int) -> str:
    """Return `and 3 more`, to follow a comma."""
    return said("after a comma", "and {n} more").format(n=count)


def capital(words: str) -> str:
    """Return `words` with a capital first letter."""
    return words[:1].upper() + words[1:]
