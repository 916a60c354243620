"""The printed page, read back out of the file."""

from __future__ import annotations

import errno
import io
import re
import struct
from collections import Counter
from datetime import date
from pathlib import Path

import pdfplumber
import pypdf
import pytest

from twitchlog.diary.example import fill
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.domain.period import Period
from twitchlog.domain.profile import Profile
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.pdf import (
    STANDARD_NAMES,
    compose,
    default_name,
    pictures,
    write_pdf,
)
from twitchlog.reports.visit.sheet import PAPERS

MM = 72 / 25.4
LABELS = (
    "1 Since when", "2 How long", "3 How often", "4 Where", "5 Same place?", "6 Pregnant?",
    "7 Other",
)  # fmt: skip


@pytest.fixture
def full(quarter, patient):
    return summarise(quarter.figures(), patient, made=date(2025, 11, 20))


@pytest.fixture
def few(sparse, newcomer):
    return summarise(sparse.figures(), newcomer, made=date(2025, 11, 21))


@pytest.fixture
def empty(book):
    return summarise(book(days=1).figures(), Profile(), made=date(2025, 11, 20))


def read(content):
    with pdfplumber.open(io.BytesIO(content)) as pdf:
        assert len(pdf.pages) == 1
        return pdf.pages[0].chars, pdf.pages[0].extract_text()


def check_page(content, paper):
    """Check what visit-page's machine checks ask of every page; return its text."""
    chars, text = read(content)
    page = PAPERS[paper]
    assert min(char["size"] for char in chars) >= 8.99
    for char in chars:
        if not char["text"].strip():
            continue
        assert char["x0"] >= page["side"] * MM - 0.5
        assert char["x1"] <= (page["width"] - page["side"]) * MM + 0.5
        assert char["top"] >= page["top"] * MM - 0.5
        assert char["bottom"] <= (page["height"] - page["bottom"]) * MM + 0.5
    for label in LABELS:
        assert label in text
    return text


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", ["full", "few", "empty"])
def test_the_page_is_one_page_inside_its_margins_in_nine_points(name, paper, request):
    made = compose(request.getfixturevalue(name), paper=paper)
    assert (made.pages, made.standard) == (1, STANDARD_NAMES)
    check_page(made.content, paper)


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_the_example_with_all_that_a_doctor_asks_for_is_one_page(diary, clock, paper):
    today = clock.now().day
    fill(diary, days=90, seed=7, until=today)
    visit = diary.figures.visit(Period.ending(today, days=90))
    made = compose(summarise(visit, diary.profile.get(), made=today), paper=paper)
    assert made.layout.step <= 8, "no word of the patient's own gives way"
    check_page(made.content, paper)
    printed = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].extract_text()
    printed = " ".join(printed.split())
    for said in ("Hydrochlorothiazide (diuretic)", "potassium 3.3 mmol/l, low", "Known:",
                 "Family:", "Is coffee all right?"):  # fmt: skip
        assert said in printed


def test_the_numbers_on_the_page_agree_with_each_other(full):
    """Weekly fractions add up to answer 3, places to the entries, 153 is 153 wherever it is."""
    _chars, text = read(compose(full, paper="a4").content)
    text = text.replace("\u00a0", " ")
    assert "On 54 of 78 logged days (69%)" in text
    assert "Logged on 78 of 90 days" in text
    line = next(line for line in text.splitlines() if len(re.findall(r"\d+/\d+", line)) > 8)
    fractions = [tuple(map(int, pair)) for pair in re.findall(r"(\d+)/(\d+)", line)]
    assert sum(twitching for twitching, _logged in fractions) == 54
    assert sum(logged for _twitching, logged in fractions) == 78
    assert sum(place.entries for place in full.body_map.places) == full.entries
    assert set(re.findall(r"of (\d+) entries", text)) == {"153"}
    for place in full.body_map.places:
        assert place.label in text


def test_the_page_is_black_on_white(full):
    with pdfplumber.open(io.BytesIO(compose(full, paper="a4").content)) as pdf:
        page = pdf.pages[0]
        drawn = [*page.chars, *page.lines, *page.curves, *page.rects]
    colours = Counter(
        tuple(colour) if isinstance(colour, list | tuple) else (colour,)
        for thing in drawn
        for colour in (thing["non_stroking_color"], thing["stroking_color"])
        if colour is not None
    )
    assert all(set(colour) <= {0, 1} for colour in colours)


def test_headings_tables_lists_and_pictures_are_tagged_in_reading_order(full):
    reader = pypdf.PdfReader(io.BytesIO(compose(full, paper="a4").content))
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata.title == "Muscle twitching: summary for the doctor"
    tags = list(walk(root["/StructTreeRoot"]))
    kinds = Counter(kind for kind, _alt in tags)
    assert kinds["/H1"] == 1
    assert kinds["/H2"] == 9
    assert kinds["/TH"] == 2
    assert kinds["/LI"] == 3
    alts = [alt for kind, alt in tags if kind == "/Figure"]
    assert [alt.split(",")[0].split(" of ")[0] for alt in alts] == [
        "Body map",
        "Bar chart",
        "Bar chart",
    ]
    assert "left calf 68%" in alts[0]


def walk(node):
    """Yield each tag with its alternative text, in reading order."""
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(found, dict) and "/S" in found:
            yield str(found["/S"]), str(found.get("/Alt", ""))
            yield from walk(found)


def test_the_seven_answers_can_be_read_back_out_of_the_file(full):
    reader = pypdf.PdfReader(io.BytesIO(compose(full, paper="a4").content))
    text = " ".join(reader.pages[0].extract_text().replace("\u00a0", " ").split())
    for answer in full.answers:
        assert " ".join(answer.bold.replace("\u00a0", " ").split()) in text


def test_the_same_diary_gives_the_same_bytes(few):
    assert compose(few, paper="letter").content == compose(few, paper="letter").content


def test_the_persons_paper_is_used_unless_another_is_asked_for(few, tmp_path):
    saved = write_pdf(few, tmp_path / "page.pdf")
    with pdfplumber.open(saved.path) as pdf:
        assert round(pdf.pages[0].width) == 612


def test_a_saved_page_says_where_it_is_and_leaves_nothing_else(few, tmp_path):
    saved = write_pdf(few, tmp_path / default_name(date(2026, 11, 23)))
    assert saved.path.name == "muscle-twitching-summary-2026-11-23.pdf"
    assert (saved.pages, saved.standard, saved.notes) == (1, STANDARD_NAMES, ())
    assert [path.name for path in tmp_path.iterdir()] == [saved.path.name]


def test_a_missing_folder_is_said_in_a_sentence(few, tmp_path):
    with pytest.raises(ReportNotSaved, match="is not there"):
        write_pdf(few, tmp_path / "nowhere" / "page.pdf")


def test_a_folder_that_is_a_file_is_said_in_a_sentence(few, tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(ReportNotSaved, match="is not there"):
        write_pdf(few, tmp_path / "file" / "page.pdf")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "may not write"),
        (errno.ENOSPC, "no room left"),
        (errno.EIO, "Nothing could be saved"),
    ],
)
def test_a_failed_write_leaves_nothing_behind(few, tmp_path, monkeypatch, number, words):
    def refuse(_self, _target):
        raise OSError(number, "refused")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(ReportNotSaved, match=words) as caught:
        write_pdf(few, tmp_path / "page.pdf")
    assert caught.value.exit_code == 5
    assert list(tmp_path.iterdir()) == []


def test_notes_at_the_visit_get_the_room_a_short_diary_leaves(few, full):
    assert "Notes at the visit" in read(compose(few, paper="letter").content)[1]
    assert "Notes at the visit" not in read(compose(full, paper="a4").content)[1]


def test_the_preview_is_a_picture_of_the_same_page(few):
    (picture,) = pictures(few, paper="letter", dots_an_inch=72)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (612, 792)
