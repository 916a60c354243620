"""Five diaries, from nothing to ten years: page one holds all that a doctor needs in a minute."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from pathlib import Path

import pypdf
import pytest

from support.golden import NAMES
from support.standards import PDF_A, PDF_UA, faults
from twitchlog.reports.visit.layout import Columns
from twitchlog.reports.visit.pdf import STANDARD_NAMES, compose

DOCUMENT = Path(__file__).parents[3] / "docs" / "visit-page.md"
LABELS = (
    "1 Since when", "2 How long", "3 How often", "4 Where", "5 Same place?", "6 Pregnant?",
    "7 Other",
)  # fmt: skip
FOUND = {
    "What is urgent?": r"Signs to check first: ",
    "How far can it be trusted?": r"Logged on [\d,]+ of [\d,]+ days?, .* [\d,]+ twitch entr",
    "Since when?": r"1 Since when (“.*” .*?)?(\d+ )?(\w+ )?(\d{4}|Not recorded yet)",
    "How long does it last?": r"2 How long .*?(Usually|recorded)",
    "How often?": r"3 How often .*?(On [\d,]+ of [\d,]+ logged days?|No twitch entries)",
    "Where?": r"4 Where .*?(\d+%|\d+ of \d+ entr|Not recorded yet)",
    "Fixed or wandering?": r"5 Same place\? .*?(one place|Wanders|Unclear|Too early to tell)",
    "Pregnant?": r"6 Pregnant\? .*?(No|Yes|Not applicable|Rather not say|Not recorded yet)",
    "What else?": r"7 Other symptoms .*?(see above|None reported|Not recorded yet|yes in)",
    "What is taken?": r"Medicines and what is taken",
    "What was found?": r"Tests and conditions",
    "What goes with it, and how sure?": r"What goes with the twitching, and how sure",
    "What is asked?": r"The patient asks \(own words\)",
}


@pytest.fixture(scope="module")
def printed(golden):
    """Return a function that prints a golden diary once and reads its first page back."""
    known = {}

    def read(name, paper):
        if (name, paper) not in known:
            made = compose(golden.summary(name), paper=paper)
            reader = pypdf.PdfReader(io.BytesIO(made.content))
            known[name, paper] = made, reader, flat(reader.pages[0].extract_text())
        return known[name, paper]

    return read


def flat(text):
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", NAMES)
def test_page_one_is_one_page_with_the_seven_answers_in_order(golden, printed, name, paper):
    made, reader, text = printed(name, paper)
    assert made.standard == STANDARD_NAMES
    assert made.layout.columns is not Columns.FLOWING
    most = {"years": 2, "hostile": 3}.get(name, 1)
    assert len(reader.pages) == made.pages <= most
    places = [text.index(label) for label in LABELS]
    assert places == sorted(places)
    assert text.index("Self-reported; general information, not a diagnosis.") > places[-1]
    ends = [*places[1:], len(text)]
    for answer, start, end in zip(golden.summary(name).answers, places, ends, strict=True):
        bold = answer.said.bold.removesuffix(".").removesuffix(":")
        if answer.number != 7:
            assert flat(bold) in text[start:end], answer.label


@pytest.mark.parametrize("name", NAMES)
def test_a_reader_finds_each_answer_of_the_minute_where_the_document_says(printed, name):
    _made, _reader, text = printed(name, "a4")
    for question, pattern in FOUND.items():
        assert re.search(pattern, text), question


def test_the_document_asks_the_questions_that_are_looked_for():
    rows = re.findall(r"^\| ([^|]+\?) \|", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert rows == list(FOUND)


@pytest.mark.parametrize("name", NAMES)
def test_blocks_are_tagged_in_the_order_they_are_read(printed, name):
    """One heading of the first level, then the blocks; each picture has words for it."""
    _made, reader, _text = printed(name, "letter")
    root = reader.trailer["/Root"]
    kinds = list(tags(root["/StructTreeRoot"]))
    assert [kind for kind, _alt in kinds].count("/H1") == 1
    assert kinds[0][0] in {"/Document", "/H1"}
    assert all(alt for kind, alt in kinds if kind == "/Figure")
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in metadata


def test_a_unit_is_never_broken_over_two_lines(printed):
    _made, reader, _text = printed("years", "a4")
    lines = [line.strip() for page in reader.pages for line in page.extract_text().splitlines()]
    assert sum("U/l" in line for line in lines) >= 4
    assert not [line for line in lines if line.endswith("/")]


@pytest.mark.parametrize("name", NAMES)
def test_text_is_selected_in_the_order_in_which_it_is_read_aloud(printed, name):
    _made, reader, _text = printed(name, "letter")
    first = reader.pages[0]
    painted = re.findall(rb"/MCID (\d+)", first.get_contents().get_data())
    read = [int(number) for number in numbers(reader.trailer["/Root"]["/StructTreeRoot"], first)]
    assert len(read) > 30
    assert read == [int(number) for number in painted]


def numbers(node, page):
    """Yield the numbers of what is marked on a page, in the order of the tags."""
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object() if hasattr(child, "get_object") else child
        if not isinstance(found, dict):
            if node["/Pg"].get_object() == page.get_object():
                yield found
        elif "/MCID" in found:
            if found.get("/Pg", node.get("/Pg")).get_object() == page.get_object():
                yield found["/MCID"]
        else:
            yield from numbers(found, page)


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("name", NAMES)
def test_a_validator_finds_no_fault_in_the_page(printed, name, paper):
    assert faults(printed(name, paper)[0].content, PDF_UA, PDF_A) == set()


def tags(node):
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object() if hasattr(child, "get_object") else child
        if isinstance(found, dict) and "/S" in found:
            yield str(found["/S"]), str(found.get("/Alt", ""))
            yield from tags(found)


@pytest.mark.skipif(
    not all(map(shutil.which, ("qpdf", "pdfinfo", "pdffonts"))),
    reason="qpdf or poppler is not installed",
)
@pytest.mark.parametrize("name", NAMES)
def test_qpdf_and_poppler_find_no_fault(printed, tmp_path, name):
    made, _reader, _text = printed(name, "a4")
    path = tmp_path / "page.pdf"
    path.write_bytes(made.content)
    assert len(made.content) < 400_000

    def said(*command):
        done = subprocess.run([*command, path], check=True, capture_output=True, text=True)
        return done.stdout

    assert "No syntax or stream encoding errors" in said("qpdf", "--check")
    info = said("pdfinfo")
    assert re.search(r"Title: +Muscle twitching: summary for the doctor\n", info)
    assert re.search(r"Tagged: +yes", info)
    fonts = said("pdffonts").splitlines()[2:]
    assert fonts
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in fonts)
