"""A page that only whoever knows the password can open."""

from __future__ import annotations

import io
import shutil
import stat
import subprocess
from datetime import date

import pypdf
import pytest

from twitchlog.domain.errors import BadInput
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.pdf import default_name, printed, write_pdf

PASSWORD = "Käse & Brot"  # noqa: S105 - made up for this test


@pytest.fixture
def few(sparse, newcomer):
    return summarise(sparse.figures(), newcomer, made=date(2025, 11, 21))


def test_the_file_opens_with_the_password_alone(few, tmp_path):
    saved = write_pdf(few, tmp_path / "page.pdf", password=PASSWORD)
    reader = pypdf.PdfReader(saved.path)
    assert reader.is_encrypted
    assert not reader.decrypt("Kaese & Brot")
    assert reader.decrypt(PASSWORD)
    assert "Muscle twitching: summary for the doctor" in reader.pages[0].extract_text()
    content = saved.path.read_bytes()
    assert b"Muscle twitching" not in content
    assert content.startswith(b"%PDF-1.7")


def test_a_locked_page_may_be_read_aloud_and_keeps_its_tags(few):
    made = printed(few, password=PASSWORD)
    reader = pypdf.PdfReader(io.BytesIO(made.content))
    reader.decrypt(PASSWORD)
    allowed = reader.user_access_permissions
    assert allowed is not None
    assert pypdf.constants.UserAccessPermissions.EXTRACT_TEXT_AND_GRAPHICS in allowed
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert made.standard == "PDF/UA-1", "PDF/A forbids encryption"


def test_what_a_password_protects_is_said_in_a_sentence(few, tmp_path):
    saved = write_pdf(few, tmp_path / "page.pdf", password=PASSWORD)
    (said,) = saved.notes
    assert said == (
        "The file opens with the password alone. It is kept nowhere: without it nobody can read"
        " the file, you neither. The diary itself stays as it is."
    )
    assert PASSWORD not in str(saved)


@pytest.mark.parametrize("password", ["a\x00b", "line\nline", "ä" * 64])
def test_a_password_that_cannot_be_is_refused_and_nothing_is_written(few, tmp_path, password):
    with pytest.raises(BadInput, match="password") as refused:
        write_pdf(few, tmp_path / "page.pdf", password=password)
    assert password not in refused.value.sentence
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_qpdf_finds_aes_256_and_no_fault(few, tmp_path):
    saved = write_pdf(few, tmp_path / "page.pdf", password="plain")  # noqa: S106 - made up
    told = subprocess.run(
        ["qpdf", "--check", "--password=plain", saved.path],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert "stream encryption method: AESv3" in told
    assert "extract for accessibility: allowed" in told
    assert "No syntax or stream encoding errors" in told


def test_a_file_names_the_person_only_where_that_is_wanted_and_is_theirs_alone(few, tmp_path):
    day = date(2026, 11, 23)
    assert default_name(day) == "muscle-twitching-summary-2026-11-23.pdf"
    assert default_name(day, name="Zoë O’Hara/../x", annex=True) == (
        "muscle-twitching-summary-Zoë-O-Hara-x-with-annex-2026-11-23.pdf"
    )
    saved = write_pdf(few, tmp_path / default_name(day))
    assert stat.S_IMODE(saved.path.stat().st_mode) == 0o600


def test_the_file_tells_nothing_of_the_person_but_on_its_page(few):
    reader = pypdf.PdfReader(io.BytesIO(printed(few).content))
    told = {key: str(value) for key, value in (reader.metadata or {}).items()}
    assert set(told) <= {"/Title", "/Creator", "/CreationDate", "/ModDate"}
    assert told["/Title"] == "Muscle twitching: summary for the doctor"
    metadata = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert "Sample" not in metadata + str(told)
