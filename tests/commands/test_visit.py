"""`summary` and `report`: the page for the doctor from the command line."""

from __future__ import annotations

import io
import json
import shutil
from datetime import date

import pypdf
import pytest

from support import golden as five
from support.printers import unix
from twitchlog.domain.profile import Profile
from twitchlog.reports.visit.text import as_data


def test_the_seven_questions_are_answered_as_text_and_as_json(run):
    run("log", "calf-left", "--for", "20s")
    text = run("summary")
    for label in ("1 Since when", "4 Where", "7 Other symptoms", "Not recorded yet"):
        assert label in text
    assert max(map(len, text.splitlines())) <= 72
    answers = json.loads(run("summary", "--json"))["answers"]
    assert [answer["number"] for answer in answers] == [1, 2, 3, 4, 5, 6, 7]
    assert "20 s" in answers[1]["answer"]


def test_a_summary_covers_the_period_that_is_asked_for(run):
    run("log", "calf-left", "--at", "2025-01-01 12:00")
    run("log", "calf-left")

    def period(*options):
        found = json.loads(run("summary", "--json", *options))
        return found["period"]["first"], found["period"]["last"], found["entries"]

    assert period() == ("2026-03-20", "2026-06-18", 1)
    assert period("--span", "all") == ("2025-01-01", "2026-06-18", 2)
    assert period("--from", "2026-06-10", "--to", "2026-06-12") == ("2026-06-10", "2026-06-12", 0)
    run("summary", "--span", "all", "--from", "2026-06-01", ends=2)
    run("summary", "--span", "century", ends=2)


def test_a_report_is_saved_as_a_pdf_and_says_where(run, tmp_path):
    run("log", "calf-left")
    out = tmp_path / "visit.pdf"
    assert run("report", "--out", out, "--paper", "letter") == (
        f"Saved to “{out}”.\nIt is not encrypted: who can open it can read it.\n"
    )
    assert out.read_bytes().startswith(b"%PDF")
    run("report", "--out", tmp_path)
    run("report", "--out", tmp_path)
    assert (tmp_path / "muscle-twitching-summary-2026-06-18.pdf").exists()
    assert (tmp_path / "muscle-twitching-summary-2026-06-18 (2).pdf").exists()


@pytest.mark.parametrize(
    ("form", "ending", "begins"),
    [("html", ".html", "<!DOCTYPE html>"), ("text", ".txt", "Muscle twitching: summary"),
     ("fhir", ".json", '{\n  "resourceType": "Bundle"')],
)  # fmt: skip
def test_the_other_forms_go_to_a_folder_a_file_or_the_output_and_are_the_same(
    run, tmp_path, form, ending, begins
):
    run("log", "calf-left")
    run("report", "--format", form, "--out", tmp_path)
    file = tmp_path / f"muscle-twitching-summary-2026-06-18{ending}"
    run("report", "--out", tmp_path / f"visit{ending}")
    written = run("report", "--format", form.upper(), "--out", "-")
    assert written.startswith(begins)
    assert file.read_text("utf-8") == (tmp_path / f"visit{ending}").read_text("utf-8") == written


def test_a_report_takes_the_place_of_a_file_only_where_that_is_asked_for(run, tmp_path):
    run("log", "calf-left")
    out = tmp_path / "visit.txt"
    out.write_text("something else")
    assert "--replace" in run("report", "--out", out, ends=2)
    assert out.read_text() == "something else"
    run("report", "--out", out, "--replace")
    assert "1 Since when" in out.read_text("utf-8")


def test_what_cannot_be_is_told_in_one_sentence_before_anything_is_written(run, tmp_path):
    run("log", "calf-left")
    assert "pdf, html, text or fhir" in run("report", "--format", "docx", ends=2)
    assert ".html" in run("report", "--format", "html", "--out", tmp_path / "visit.pdf", ends=2)
    assert "a4 or letter" in run("report", "--paper", "napkin", "--out", "-", ends=2)
    assert "en" in run("report", "--lang", "tlh", "--out", "-", ends=2)
    run("report", "--from", "2026-06-10", "--to", "2026-06-01", "--out", "-", ends=2)
    assert not list(tmp_path.glob("*.pdf"))


def test_the_page_speaks_the_language_asked_for_and_the_terminal_its_own(run, tmp_path):
    run("log", "calf-left")
    said = run("report", "--lang", "de", "--format", "html", "--out", tmp_path)
    (page,) = tmp_path.glob("*.html")
    assert page.name.endswith("2026-06-18.html")
    assert not page.name.startswith("muscle-twitching")
    assert '<html lang="de"' in page.read_text("utf-8")
    assert said.startswith("Saved to “")
    record = json.loads(run("report", "--lang", "de", "--format", "fhir", "--out", "-"))
    assert record["language"] == "de"
    assert "Wade" in run("summary", "--lang", "de")
    assert "calf" in run("summary")


def test_a_command_speaks_the_language_asked_for_before_it(run):
    assert "Wade links" in run("--lang", "de", "log", "calf-left")
    assert "left calf" in run("log", "calf-left").lower()
    assert "Optionen" not in run("--help")
    assert "Das Passwort" in run("--lang=de", "--help")
    assert "Wähl davon" in run("--lang", "de", "report", "--lang", "tlh", ends=2)
    assert "Choose one of" in run("--lang", "tlh", "list", ends=2)


def test_data_for_programs_is_the_same_whatever_the_system_speaks(run, monkeypatch):
    run("log", "calf-left")
    said = run("sites", "--json"), run("list", "--json")
    monkeypatch.setenv("TWITCHLOG_LANG", "de")
    assert "Wade links" in run("sites")
    assert (run("sites", "--json"), run("list", "--json")) == said
    assert "Wade links" in run("--lang", "de", "sites", "--json")


def test_a_report_can_go_without_name_and_birth_date(run, tmp_path, stored):
    run("log", "calf-left")
    diary = stored()
    diary.profile.save(Profile(name="Sam Sample", born=date(1990, 5, 6)))
    diary.close()
    for form in ("text", "html", "fhir"):
        assert "Sam Sample" in run("report", "--format", form, "--out", "-")
        written = run("report", "--format", form, "--out", "-", "--nameless", "--lang", "en")
        assert "Sam Sample" not in written
        assert "1990" not in written


def test_a_report_that_cannot_be_saved_is_told_with_code_5(run, tmp_path):
    run("log", "calf-left")
    run("report", "--out", tmp_path / "missing" / "visit.pdf", ends=5)


@pytest.mark.in_file
def test_a_report_never_takes_the_place_of_another_file(run, tmp_path):
    run("log", "calf-left")
    before = (tmp_path / "diary.sqlite").read_bytes()
    run("report", "--out", tmp_path / "diary.sqlite", ends=2)
    assert (tmp_path / "diary.sqlite").read_bytes() == before
    run("report", "--out", tmp_path / "x.pdf", "--paper", "napkin", ends=2)


def test_the_figures_of_the_data_are_those_of_the_page(run, golden, tmp_path):
    shutil.copyfile(golden.path("example"), tmp_path / "example.sqlite")
    period = five.period("example")
    data = json.loads(
        run("summary", "--json", "--from", period.first, "--to", period.last,
            "--diary", tmp_path / "example.sqlite")
    )  # fmt: skip
    assert data == json.loads(json.dumps(as_data(golden.summary("example"))))
    assert (data["entries"], data["logged_days"], data["days_with_twitching"]) == (165, 79, 58)


def test_the_annex_follows_the_page_in_every_form_that_has_one(run, tmp_path):
    run("log", "calf-left", "--note", "by the stove")
    for form in ("text", "html"):
        assert "A. Places" not in run("report", "--format", form, "--out", "-")
        with_annex = run("report", "--format", form, "--out", "-", "--annex")
        assert "A. Places" in with_annex
        assert "I. Every entry" not in with_annex
        assert "I. Every entry" in run("report", "--format", form, "--out", "-", "--annex-entries")
    run("report", "--annex", "--out", tmp_path)
    (made,) = tmp_path.glob("*.pdf")
    assert made.name == "muscle-twitching-summary-with-annex-2026-06-18.pdf"
    assert len(pypdf.PdfReader(made).pages) > 1
    assert "no annex" in run("report", "--format", "fhir", "--annex", "--out", "-", ends=2)


def test_a_pdf_is_locked_with_the_password_of_the_input_and_nothing_else_is(
    run, tmp_path, monkeypatch
):
    run("log", "calf-left")
    out = tmp_path / "visit.pdf"
    monkeypatch.setattr("sys.stdin", io.StringIO("open sesame\n"))
    run("report", "--out", out, "--password-stdin")
    reader = pypdf.PdfReader(out)
    assert reader.is_encrypted
    assert reader.decrypt("open sesame")
    assert "no password" in run("report", "--out", out, "--replace", "--password-stdin", ends=2)
    assert "Only a PDF" in run(
        "report", "--out", "-", "--format", "text", "--password-stdin", ends=2
    )


def test_the_person_is_named_in_the_name_of_a_file_only_where_that_is_wanted(run, tmp_path, stored):
    run("log", "calf-left")
    diary = stored()
    diary.profile.save(Profile(name="Sam Sample"))
    diary.close()
    run("report", "--format", "text", "--out", tmp_path)
    run("report", "--format", "text", "--out", tmp_path, "--named")
    assert {path.name for path in tmp_path.glob("*.txt")} == {
        "muscle-twitching-summary-2026-06-18.txt",
        "muscle-twitching-summary-Sam-Sample-2026-06-18.txt",
    }


@unix
def test_a_report_is_printed_and_saved_only_where_that_is_asked_for(
    run, cups, tmp_path, monkeypatch
):
    documents = tmp_path / "documents"
    monkeypatch.setattr("twitchlog.paths.documents_folder", lambda: documents)
    known = cups("Attic", "Cellar_2", usual="Attic")
    run("log", "calf-left")
    assert run("report", "--print", "--paper", "letter") == "1 copy is on its way to “Attic”.\n"
    assert known.told == ["-d", "Attic", "-n", "1", "-o", "media=Letter", "-t", "TwitchLog"]
    assert known.page.startswith(b"%PDF")
    out = tmp_path / "page.pdf"
    said = run("report", "--printer", "cellar 2", "--copies", "2", "--annex", "--out", out)
    assert said.startswith("2 copies are on their way to “Cellar 2”.\nSaved to ")
    assert known.told[1] == "Cellar_2"
    assert known.page == out.read_bytes()
    assert not documents.exists()


@unix
def test_what_cannot_be_printed_is_refused_in_a_sentence(run, cups, tmp_path, monkeypatch):
    known = cups("Attic", "Cellar")
    assert "Choose one of: Attic, Cellar." in run("report", "--printer", "Roof", ends=2)
    assert "--printer: Attic, Cellar." in run("report", "--print", ends=2)
    assert "1 to 99" in run("report", "--printer", "Attic", "--copies", "0", ends=2)
    for form in ("html", "text", "fhir"):
        refused = run("report", "--printer", "Attic", "--format", form, ends=2)
        assert "Only a PDF" in refused
    assert "password" in run("report", "--printer", "Attic", "--password-stdin", ends=2)
    assert "not both" in run("report", "--printer", "Attic", "--out", "-", ends=2)
    assert known.told == []
    run("log", "calf-left")
    cups("Attic", refuses="Out of order.")
    assert "Out of order." in run("report", "--print", ends=5)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "No printer is set up" in run("report", "--print", ends=5)
