"""A validator of PDF/UA and PDF/A agrees with what the pages say they are."""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from pypdf.generic import DictionaryObject, NameObject

from support.golden import TODAY
from support.standards import PDF_A, PDF_UA, faults
from twitchlog.reports.visit.annex import read_annex
from twitchlog.reports.visit.pdf import compose, printed
from twitchlog.reports.visit.recovery import recovery_sheet

PASSWORD = "Käse & Brot"  # noqa: S105 - made up for this test


@pytest.fixture(scope="module")
def one(golden):
    return compose(golden.summary("example"), paper="a4").content


def test_an_annex_with_every_entry_keeps_both_standards(golden):
    with golden.opened("hostile") as diary:
        annex = read_annex(diary, golden.summary("hostile"), entries=True)
    content = compose(golden.summary("hostile"), paper="a4", annex=annex).content
    assert faults(content, PDF_UA, PDF_A) == set()


def test_the_recovery_sheet_keeps_both_standards():
    sheet = recovery_sheet("ABCD-EFGH", name="diary.sqlite", made=TODAY)
    assert faults(sheet, PDF_UA, PDF_A) == set()


@pytest.mark.parametrize("name", ["one", "example", "hostile"])
def test_behind_its_password_a_page_is_as_accessible(golden, name):
    """The validator cannot look behind a password, so what it is given is unlocked first."""
    content = printed(golden.summary(name), password=PASSWORD).content
    assert pypdf.PdfReader(io.BytesIO(content)).is_encrypted
    assert faults(again(content, lambda _objects, _root: None, password=PASSWORD)) == set()


def again(content, change, password=None):
    """Write a PDF anew, with `change` made to it."""
    reader = pypdf.PdfReader(io.BytesIO(content), password=password)
    writer = pypdf.PdfWriter(clone_from=reader)
    change([each for each in writer._objects if isinstance(each, DictionaryObject)],
           writer.root_object)  # fmt: skip
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def without_tags(_objects, root):
    del root["/StructTreeRoot"], root["/MarkInfo"]


def without_language(_objects, root):
    del root["/Lang"]


def without_title(_objects, root):
    metadata = root["/Metadata"].get_object()
    data = metadata.get_data()
    metadata.set_data(re.sub(rb"<dc:title>.*</dc:title>", b"", data, flags=re.DOTALL))


def without_alternative_text(objects, _root):
    for each in objects:
        if each.get("/S") == "/Figure":
            del each["/Alt"]


def with_a_heading_left_out(objects, _root):
    next(each for each in objects if each.get("/S") == "/H2")[NameObject("/S")] = NameObject("/H4")


def with_its_file_name_for_a_title(_objects, root):
    del root["/ViewerPreferences"]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (without_tags, "PDFUA1-TAGGED-DOCUMENT-001"),
        (without_language, "PDFUA1-TEXT-LANGUAGE-001"),
        (without_title, "PDFUA1-METADATA-TITLE-001"),
        (without_alternative_text, "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001"),
        (with_a_heading_left_out, "PDFUA1-HEADING-NESTING-001"),
        (with_its_file_name_for_a_title, "PDFUA1-VIEWER-PREFERENCES-001"),
    ],
)
def test_the_validator_finds_what_is_broken_on_purpose(one, change, rule):
    assert faults(again(one, lambda _objects, _root: None)) == set()
    assert rule in faults(again(one, change))
