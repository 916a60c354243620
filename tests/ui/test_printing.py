"""The page printed from the window: on a printer that is chosen, or in the program for PDFs."""

from __future__ import annotations

import io

import pypdf
import pytest

from support.finding import find
from support.printers import unix
from twitchlog.ui import opening

pytestmark = unix


@pytest.fixture
def opened(monkeypatch):
    """What the program for PDFs was given, as it was then."""
    seen = []
    monkeypatch.setattr(opening, "open_path", lambda path: seen.append((path, path.read_bytes())))
    return seen


@pytest.fixture
def ask(visit_shell, pump):
    """Begin to print from the page's preview."""

    def begin():
        visit_shell.go("visit").presenter.pages.print()
        pump(lambda: find(visit_shell, "print.copies"))

    return begin


def test_a_printer_and_copies_are_chosen_and_the_page_arrives(  # noqa: PLR0917 - one set-up
    visit_shell, ask, tap, cups, documents, pump
):
    known = cups("Attic", "Cellar_2", usual="Attic")
    ask()
    assert find(visit_shell, "print.on.Attic").second == "The usual one"
    tap(find(visit_shell, "print.on.Cellar_2"))
    tap(find(visit_shell, "print.copies:more"))
    tap(find(visit_shell, "print.save"))
    pump(lambda: known.told)
    assert known.told == ["-d", "Cellar_2", "-n", "2", "-o", "media=A4", "-t", "TwitchLog"]
    text = pypdf.PdfReader(io.BytesIO(known.page)).pages[0].extract_text()
    assert "The seven questions" in text
    pump(lambda: not visit_shell.open_layers)
    assert visit_shell.snackbar.text == "2 copies are on their way to “Cellar 2”."
    assert not list(documents.glob("*.pdf")), "what is printed is not saved"


def test_a_printer_that_refuses_leaves_the_sheet_to_choose_another(
    visit_shell, ask, tap, cups, pump
):
    cups("Attic", refuses="Out of order.")
    ask()
    tap(find(visit_shell, "print.save"))
    form = visit_shell.open_layers[-1].panel.content
    pump(lambda: "Out of order." in form._error.text)
    assert not find(visit_shell, "print.save").disabled


def test_the_program_for_pdfs_is_given_a_private_copy_that_goes(  # noqa: PLR0917 - one set-up
    visit_shell, ask, tap, cups, diary, opened, pump
):
    cups("Attic")
    ask()
    tap(find(visit_shell, "print.instead"))
    pump(lambda: opened)
    ((path, content),) = opened
    assert path.name == "muscle-twitching-summary-2026-06-18.pdf"
    assert content.startswith(b"%PDF")
    assert path.stat().st_mode & 0o077 == 0
    diary.attachments.put_away()
    assert not path.exists()


def test_without_a_printer_that_is_said_and_the_program_for_pdfs_opens(
    visit_shell, monkeypatch, tmp_path, opened, pump
):
    monkeypatch.setenv("PATH", str(tmp_path))
    visit_shell.go("visit").presenter.pages.print()
    pump(lambda: opened)
    assert visit_shell.snackbar.text.startswith("No printer is set up on this computer.")
