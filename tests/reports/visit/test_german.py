"""The page in German: whole, on one page, in German form, and nothing of it left in English."""

from __future__ import annotations

import gettext
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from support import golden as five
from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.diary.example import fill
from twitchlog.reports.visit.answers import LABELS
from twitchlog.reports.visit.forms import Form, Wishes, prepare
from twitchlog.reports.visit.html.markup import words
from twitchlog.reports.visit.letters import ordered
from twitchlog.translation import DOMAIN, _, speaking

OWN_WORDS = 4
"""So many words in a row are no chance: an English sentence stood there."""


@pytest.fixture(scope="module")
def diary(tmp_path_factory):
    """The diary of the invented person, who writes German too."""
    path = tmp_path_factory.mktemp("german") / "diary.sqlite"
    with Diary.open(path, clock=five.clock()) as opened:
        with speaking("de"):
            fill(opened, days=90, seed=1, until=five.TODAY)
        yield opened
        opened.changed = False


@pytest.fixture(scope="module")
def page(diary):
    """The page with all its parts, as one line of text."""
    return " ".join(made(diary, Form.TEXT, annex=True).decode().split())


def made(diary, form, **wishes):
    """Return the bytes of the page in German."""
    return prepare(diary, form, five.period("example"), Wishes(language="de", **wishes)).content()


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_german_page_of_three_months_is_one_page(diary, paper):
    printed = PdfReader(BytesIO(made(diary, Form.PDF, paper=paper)))
    assert len(printed.pages) == 1
    shown = "".join(printed.pages[0].extract_text().split())
    with speaking("de"):
        labels = [f"{number}{_(label)}" for number, label in enumerate(LABELS, 1)]
    assert [label for label in labels if label.replace(" ", "") not in shown] == []


def test_nothing_of_the_german_page_is_english(page):
    catalogue = gettext.translation(DOMAIN, paths.asset("translations"), ["de"])
    known = catalogue._catalog.items()  # the only way to all of them
    pieces = {
        piece.strip(" .:,;")
        for english, german in known
        if english != german
        for piece in re.split(r"\{[^}]*\}|\*\*|\x04", english if isinstance(english, str) else "")
    }
    long = [piece for piece in pieces if len(piece.split()) >= OWN_WORDS]
    assert len(long) > 1000
    assert [piece for piece in long if piece in page] == []


def test_numbers_and_days_have_their_german_form(page):
    assert "Kalium 3,3 mmol/l" in page
    assert "68 %" in page
    assert "21. März bis 18. Juni 2026" in page
    assert not re.search(r"\d\.\d+ (mg|mmol|h|min)\b|\d%|[a-zß]\.\.(?!\.)", page)
    assert not re.search(r"\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b", page)


def test_nouns_keep_their_capital_inside_german_sentences(page):
    assert "Verneint: Schwäche · Muskelschwund" in page
    assert "Steifheit, Schmerzen" in page
    assert "(Diuretikum)" in page
    assert "Mutter: Bluthochdruck; keine Nerven- oder" in page
    assert "Unklar: Stress, Schlaf, Sport" in page
    assert "etwas besser (eigene Angabe)" in page


def test_words_from_right_to_left_keep_to_themselves_in_german_quotation_marks():
    assert words("So „שלום, 3“, ja") == "So <bdi>„שלום, 3“</bdi>, ja"
    assert ordered("So „שלום“, 3.").startswith("So „שלום“\N{LEFT-TO-RIGHT MARK},")
