"""The page of tests: what was done, what came out, and the values by the laboratory's range."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from twitchlog.domain.analyte import ANALYTES, OWN
from twitchlog.domain.errors import BadInput
from twitchlog.domain.measure import Measure, check_measure, read_amount, read_number, say_number
from twitchlog.domain.medical_test import PARTS, TEST_KINDS
from twitchlog.presenters import words
from twitchlog.presenters.dates import say_partial
from twitchlog.presenters.kept_files import FileRow, keep_with_files, rows_by_entry
from twitchlog.presenters.steps import Steps, Tells
from twitchlog.translation import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from twitchlog.diary import Diary
    from twitchlog.domain.changes import Written
    from twitchlog.domain.medical_test import MedicalTest
    from twitchlog.domain.profile import Profile
    from twitchlog.presenters.kept_files import Files
    from twitchlog.presenters.services import Complains, Services

CONCERNS: Final = frozenset({"tests", "attachments", "profile", "bin"})


@dataclass(frozen=True, slots=True)
class MedicalTestRow:
    """One test in words."""

    id: str
    title: str
    second: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    """One value in words; `mark` says on which side of the laboratory's range it lies."""

    title: str
    second: str
    mark: str


@dataclass(frozen=True, slots=True)
class MedicalTestsPage:
    """Everything the page shows; `own_words` is what the person wrote as free text."""

    tests: tuple[MedicalTestRow, ...]
    own_words: str


class MedicalTestsView(Tells, Protocol):
    """What the presenter tells the page."""

    def show(self, page: MedicalTestsPage) -> None:
        """Show the tests."""
        ...


class MedicalTestsPresenter:
    """Reads the tests, keeps what the forms hold, and removes."""

    def __init__(self, services: Services, view: MedicalTestsView) -> None:
        self.services, self._view = services, view
        self.steps = Steps(services, view)
        self.known: Mapping[str, MedicalTest] = {}
        self.files: Mapping[str, tuple[FileRow, ...]] = {}

    @property
    def today(self) -> date:
        """The day it is."""
        return self.services.clock.now().day

    def refresh(self) -> None:
        """Read the tests anew."""
        today = self.today

        def read(
            diary: Diary,
        ) -> tuple[tuple[MedicalTest, ...], dict[str, tuple[FileRow, ...]], str]:
            tests = diary.tests.all()
            files = rows_by_entry(diary, [each.id for each in tests])
            return tests, files, diary.profile.get().tests

        def show(
            held: tuple[tuple[MedicalTest, ...], dict[str, tuple[FileRow, ...]], str],
        ) -> None:
            tests, self.files, own_words = held
            self.known = {each.id: each for each in tests}
            rows = tuple(row(each, len(self.files[each.id]), today) for each in tests)
            self._view.show(MedicalTestsPage(rows, own_words))

        self.services.read(read, show, self._view)

    def save(
        self,
        test: MedicalTest,
        files: Files,
        form: Complains,
        done: Callable[[], None],
    ) -> None:
        """Keep a test with its values and files, all in one step."""
        self.steps.keep(
            lambda diary: keep_with_files(diary, "tests", lambda: diary.tests.save(test), files),
            form,
            done,
        )

    def remove(self, test_id: str, form: Complains, done: Callable[[], None]) -> None:
        """Move a test, its values and its files to the bin."""
        self.steps.keep(lambda diary: diary.tests.remove(test_id), form, done)

    def save_words(self, text: str, form: Complains, done: Callable[[], None]) -> None:
        """Keep what is said of tests in the person's own words."""

        def work(diary: Diary) -> Written[Profile]:
            return diary.profile.save(replace(diary.profile.get(), tests=text))

        self.steps.keep(work, form, done)

    def usual_unit(self, analyte: str) -> str:
        """Return the unit this was last given in, else the only one it has, else nothing."""
        for test in self.known.values():
            for value in test.values:
                if value.analyte == analyte and value.unit:
                    return value.unit
        units = ANALYTES[analyte].units if analyte in ANALYTES else ()
        return units[0] if len(units) == 1 else ""


def row(test: MedicalTest, files: int, today: date) -> MedicalTestRow:
    """Say a test in two lines: its name, and when, where and what it showed."""
    marked = [f"{value.label} {value.mark}" for value in test.marked]
    count = len(test.values)
    counted = ngettext("{n} value", "{n} values", count).format(n=count) if count else ""
    kept = ngettext("{n} file", "{n} files", files).format(n=files) if files else ""
    first = words.joined(
        (say_partial(test.day, today=today) if test.day else "", test.place, counted, kept)
    )
    return MedicalTestRow(
        test.id,
        test.label,
        "\n".join(filter(None, (first, words.in_brief(test.result), "; ".join(marked)))),
    )


def value_row(value: Measure) -> ValueRow:
    """Return a value in words: *3.3 mmol/l · laboratory 3.5–5.1*."""
    bounds = _("laboratory {range}").format(range=value.range_text) if value.range_text else ""
    return ValueRow(value.label, words.joined((value.amount, bounds)), words.sentence(value.mark))


def read_value(analyte: str, own: str, *, amount: str, unit: str, low: str, high: str) -> Measure:
    """Return the value that was typed; raise BadInput where it makes no sense."""
    comparator, value = read_amount(amount)
    return check_measure(
        Measure(
            analyte,
            value,
            unit,
            read_number(low) if low.strip() else None,
            read_number(high) if high.strip() else None,
            comparator,
            own,
        )
    )


def whole(value: Measure) -> Measure:
    """Return a value that can be kept; raise BadInput where its unit is still to be chosen."""
    known = ANALYTES.get(value.analyte)
    if known is not None and known.units and not value.unit:
        raise BadInput(_("Choose the unit that the laboratory gives."))
    return value


def typed(value: Measure) -> tuple[str, str, str]:
    """Return amount, low and high of a value as they stand in the fields."""
    low, high = (say_number(each) if each is not None else "" for each in (value.low, value.high))
    return f"{value.comparator}{say_number(value.value)}", low, high


def kinds() -> Sequence[tuple[str, str]]:
    """Return the kinds of tests to choose from, without the one in own words."""
    return [(kind.id, kind.label) for kind in TEST_KINDS.values() if kind.id != "other"]


def parts() -> Sequence[tuple[str, str]]:
    """Return the parts of the body a scan is most often of."""
    return [(each, _(name)) for each, name in PARTS.items()]


def analytes() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Return what can be measured, and the chip for own words."""
    known = tuple((each.id, each.label) for each in ANALYTES.values())
    return (("", (*known, (OWN, _("Something else")))),)


def units(analyte: str) -> Sequence[tuple[str, str]]:
    """Return the units that something is usually given in."""
    return [(unit, unit) for unit in ANALYTES[analyte].units] if analyte in ANALYTES else []
