"""The forms in which the page can be had: on paper, as a web page, as text, for health records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from twitchlog.reports.files import write_whole
from twitchlog.reports.visit.compose import private, summarise
from twitchlog.reports.visit.saved import SavedReport, default_name
from twitchlog.translation import _, mark, speaking

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from twitchlog.diary import Diary
    from twitchlog.domain.period import Period
    from twitchlog.domain.profile import Profile
    from twitchlog.reports.visit.annex import Annex
    from twitchlog.reports.visit.summary import VisitSummary


class Form(StrEnum):
    """As what the page can be saved."""

    PDF = "pdf"
    HTML = "html"
    TEXT = "text"
    FHIR = "fhir"

    @property
    def label(self) -> str:
        """What it is called where one is chosen, in the language in use."""
        return _(_LABELS[self])

    @property
    def ending(self) -> str:
        """What the name of its file ends in."""
        return _ENDINGS[self]


_LABELS: Final = {
    Form.PDF: mark("PDF, to print or send"),
    Form.HTML: mark("Web page, one file"),
    Form.TEXT: mark("Text, to paste into a portal"),
    Form.FHIR: mark("For health records (FHIR)"),
}
_ENDINGS: Final = {Form.PDF: ".pdf", Form.HTML: ".html", Form.TEXT: ".txt", Form.FHIR: ".json"}


@dataclass(frozen=True, slots=True)
class Prepared:
    """The page of a period, read and ready to be made; neither way touches the diary again.

    `name` is what its file is called, `content` makes the bytes of it. `save` writes them to a
    file, whole or not at all, and says what there is to tell; it raises ReportNotSaved.
    """

    name: str
    summary: VisitSummary
    content: Callable[[], bytes]
    save: Callable[[Path], SavedReport]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person chooses of a page.

    `paper` is `a4` or `letter`, `language` one of `translation.languages`; None and empty mean
    their own choice. With `nameless` name and birth date are
    left off, with `named` the name stands in that of the file. The `annex` follows the page, and
    `entries` adds every entry to it; health records take none. A `password` is a PDF’s alone.
    """

    paper: str | None = None
    language: str = ""
    nameless: bool = False
    named: bool = False
    annex: bool = False
    entries: bool = False
    password: str = ""


def prepare(
    diary: Diary,
    form: Form,
    period: Period,
    wishes: Wishes = Wishes(),
) -> Prepared:
    """Read what a form of the page of `period` is made from, made as of today.

    It speaks its own language, whatever the program speaks. That a verdict on what goes with the
    twitching is seen with it is remembered in the diary. What writes a form is loaded only for that
    form.
    """
    profile = diary.profile.get()
    with speaking(wishes.language or profile.language):
        return _prepare(diary, form, period, wishes, profile)


def _prepare(
    diary: Diary, form: Form, period: Period, wishes: Wishes, profile: Profile
) -> Prepared:
    """Read the page in the language that is spoken here; what makes it goes on in that."""
    visit = diary.figures.visit(period)
    if wishes.nameless:
        profile = replace(profile, name="", born=None)
    summary = summarise(visit, profile, made=diary.clock.now().day)
    if summary.judged:
        diary.trigger_choices.looked(summary.made)
    annex = None
    if (wishes.annex or wishes.entries) and form is not Form.FHIR:
        from twitchlog.reports.visit.annex import read_annex

        annex = read_annex(diary, summary, entries=wishes.entries)
    person = private(profile, visit.left_out).name if wishes.named else ""
    name = default_name(summary.made, name=person, annex=annex is not None)
    name = name.removesuffix(Form.PDF.ending) + form.ending
    if form is Form.PDF:
        from twitchlog.reports.visit.pdf import printed, write_pdf

        paper, password, summary = wishes.paper, wishes.password, summary.to_print()
        return Prepared(
            name,
            summary,
            content=lambda: printed(summary, paper=paper, annex=annex, password=password).content,
            save=lambda path: write_pdf(summary, path, paper=paper, annex=annex, password=password),
        )
    if form is Form.FHIR:
        from twitchlog.reports.visit.fhir import write_fhir
        from twitchlog.reports.visit.fhir.reading import read_record

        record = read_record(diary, profile, summary)

        def content() -> bytes:
            with speaking(summary.language):
                return write_fhir(record)

    elif form is Form.HTML:
        from twitchlog.reports.visit.html import write_html

        content = partial(_encoded, write_html, summary, annex)
    else:
        from twitchlog.reports.visit.text import write_text

        content = partial(_encoded, write_text, summary, annex)

    def save(path: Path) -> SavedReport:
        write_whole(content(), path)
        return SavedReport(path, pages=1, standard="")

    return Prepared(name, summary, content, save)


def _encoded(
    write: Callable[[VisitSummary, Annex | None], str], summary: VisitSummary, annex: Annex | None
) -> bytes:
    with speaking(summary.language):
        return write(summary, annex).encode()
