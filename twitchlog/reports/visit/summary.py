"""The page for the doctor as plain data, before any writer gives it a form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Self

from twitchlog.reports.visit.own_words import REST, UNCUT, cut_quote, own_words, shortened
from twitchlog.reports.visit.prose import NOTHING, Prose, prose, quoted
from twitchlog.translation import _

if TYPE_CHECKING:
    from datetime import date

    from twitchlog.domain.figures import VisitFigures
    from twitchlog.domain.period import Period
    from twitchlog.reports.charts.kinds.over_time import DayBars
    from twitchlog.reports.charts.two_hours import HourBars
    from twitchlog.reports.triggers.finder import Look

SYMPTOMS_GIVE_WAY: Final = 5
"""The step at which the answers take their shorter form; see `layout.steps`."""
LEAST: Final = 10
"""The step from which symptoms keep no more than how often and since when they were reported."""
RUN_ON: Final = LEAST + 1
"""The step at which medicines that have a line each run on in sentences."""


@dataclass(frozen=True, slots=True)
class Header:
    """Who, for which visit, and how far to trust the rest."""

    title: str
    person: Prose
    logged: Prose
    visit: str
    entries: str
    short_diary: Prose
    footer: str


@dataclass(frozen=True, slots=True)
class Line:
    """One statement, a `shorter` form for a full page, and the user's words about it.

    The shorter form stands from shortening step `step` on (`layout.steps` numbers them), and
    `least` from `LEAST` on. `cited` words are those of a report: quoted, but not called the user's
    own.
    """

    said: Prose
    shorter: Prose = NOTHING
    own_words: str = ""
    cited: bool = False
    step: int = 0
    least: Prose = NOTHING

    def printed(self, *, step: int = 0) -> Prose:
        """Return the statement as it stands at a shortening step."""
        if self.least and step >= LEAST:
            return self.least
        return self.shorter if self.shorter and step and step >= self.step else self.said

    def words(self, limit: int = UNCUT) -> str:
        """Return the user's words, marked as theirs unless cited; empty where there are none."""
        if self.cited:
            return cut_quote(self.own_words, limit) if self.own_words.strip() else ""
        return own_words(self.own_words, limit)


@dataclass(frozen=True, slots=True)
class Signs:
    """The box of signs to check first: `rows` of a label and its lines; `reported` kind ids."""

    heading: str
    rows: tuple[tuple[str, tuple[Line, ...]], ...]
    reported: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the seven questions answered from the diary.

    `said` is the diary's answer and `after_own` what is left of it beside the user's own words.
    `short` is said in one or two lines on a screen. `recorded` is False for *not recorded yet*.
    On a full page `shorter` stands from shortening step `step` on, and `least` from `LEAST` on.
    """

    number: int
    question: str
    label: str
    said: Prose
    short: str
    recorded: bool
    own_words: str = ""
    after_own: Prose = NOTHING
    shorter: Prose = NOTHING
    step: int = SYMPTOMS_GIVE_WAY
    least: Prose = NOTHING

    @property
    def bold(self) -> str:
        """The answer itself: the user's own words where there are any."""
        return quoted(self.own_words) if self.own_words else self.said.bold

    @property
    def rest(self) -> str:
        """What stands after the answer itself."""
        return self.printed().rest

    def printed(self, *, step: int = 0, limit: int = UNCUT) -> Prose:
        """Return the answer as printed at a step, own words first and at most `limit` long."""
        brief = self.shorter if step >= self.step else NOTHING
        brief = (step >= LEAST and self.least) or brief
        if not self.own_words:
            return brief or self.said
        diary = prose(_("Diary:")) + brief if brief else self.after_own
        words, whole = shortened(self.own_words, limit)
        mine = _("**{words}** (own words).") if whole else _("**{words}** (own words; {rest}).")
        return prose(mine, words=words, rest=REST) + diary


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its entries and its label on the body map: a per cent, or a count."""

    site: str
    name: str
    entries: int
    label: str


@dataclass(frozen=True, slots=True)
class BodyMap:
    """The map of where it twitches; a disc's area stands for the entries."""

    heading: str
    places: tuple[Place, ...]
    entries: int
    counted: bool
    caption: tuple[str, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One entry: day, time, where, how long, how strong; what went with it; own words.

    Or one day: how many entries, and how many of them at each place.
    """

    cells: tuple[str, ...]
    with_it: tuple[str, ...]
    own_words: tuple[str, ...]

    def printed(self, limit: int = UNCUT) -> tuple[str, ...]:
        """Return all cells, each of the user's texts cut with … where it is over `limit`."""
        words = [shortened(text, limit)[0] for text in self.own_words]
        return (*self.cells, ", ".join([*self.with_it, *words]) or "–")


@dataclass(frozen=True, slots=True)
class EntryList:
    """Every entry of a short diary, or every day of it, under a `head` of column names.

    `days` names the days without an entry.
    """

    heading: str
    head: tuple[str, ...]
    rows: tuple[EntryRow, ...]
    days: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under a `head` of column names."""

    head: tuple[str, ...]
    rows: tuple[tuple[Prose, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a table where there is one, and statements.

    The `shorter` block stands in its place from shortening step `step` on.
    """

    heading: str
    lines: tuple[Line, ...]
    table: Table | None = None
    shorter: Block | None = None
    step: int = 0

    def printed(self, *, step: int = 0) -> Block:
        """Return the block as it stands at a shortening step."""
        if self.shorter is not None and step and step >= self.step:
            return self.shorter.printed(step=step)
        return self

    @property
    def told(self) -> tuple[Line, ...]:
        """All of it as statements, a row of the table each one of them."""
        rows = self.table.rows if self.table else ()
        return (*(Line(Prose.joined(row, between=", ")) for row in rows), *self.lines)


@dataclass(frozen=True, slots=True)
class Questions:
    """What the patient asks, in their own words and order."""

    heading: str
    asked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """The row on what is new since the last appointment; `shorter` for a full page, from `step`."""

    label: str
    said: Prose
    shorter: Prose
    step: int

    def printed(self, *, step: int = 0) -> Prose:
        """Return the statement as it stands at a shortening step."""
        return self.shorter if step >= self.step else self.said


@dataclass(frozen=True, slots=True)
class Answered:
    """What a doctor asks first: the signs to check and the seven questions, answered."""

    made: date
    period: Period
    logged: int
    twitching: int
    entries: int
    signs: Signs
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class VisitSummary(Answered):
    """The whole page; the two charts give way to `entry_list` in a short diary.

    `visit` are the figures it is made of, without what is left out of it. `since_visit` is None
    without an earlier visit, `look` where too few days are logged to look at
    what goes with the twitching. All its words are in `language`, and so is what is made of it.
    """

    header: Header
    since_visit: Since | None
    body_map: BodyMap
    day_by_day: DayBars | None
    time_of_day: HourBars | None
    entry_list: EntryList | None
    medicines: Block
    tests: Block
    triggers: Block
    look: Look | None
    visit: VisitFigures
    questions: Questions
    note: str
    paper: str
    language: str

    @property
    def judged(self) -> bool:
        """Whether a verdict on any factor can be seen on it."""
        return self.look is not None and self.look.could_be_judged > 0

    @property
    def short(self) -> bool:
        """Whether the diary is a short one."""
        return bool(self.header.short_diary)

    def to_print(self) -> Self:
        """Return it without the thousands of answers and amounts that no page is made from."""
        return replace(self, look=None, visit=replace(self.visit, symptoms=(), exposures=None))
