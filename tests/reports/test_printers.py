"""A page is handed to a printer as CUPS takes it."""

from __future__ import annotations

import pytest

from support.printers import unix
from twitchlog.domain.errors import NotPrinted
from twitchlog.reports.printers import Printer, PrintJob, hand_over, printers

pytestmark = unix
JOB = PrintJob("page.pdf", b"%PDF-1.7 \x00\xff and more" * 20_000, "letter")


def test_the_usual_printer_stands_first_and_names_are_readable(cups):
    cups("Attic", "Brother_HL-L2350DW", "Cellar", usual="Cellar")
    assert printers() == (
        Printer("Cellar", usual=True),
        Printer("Attic"),
        Printer("Brother_HL-L2350DW"),
    )
    assert printers()[2].shown == "Brother HL-L2350DW"


def test_without_a_usual_printer_all_are_found(cups):
    cups("Cellar", "Attic")
    assert printers() == (Printer("Attic"), Printer("Cellar"))


def test_a_page_arrives_whole_on_its_paper_and_no_file_of_it_is_left(cups, tmp_path, monkeypatch):
    known = cups("Cellar")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    hand_over(JOB, Printer("Cellar"), copies=3)
    assert known.page == JOB.content
    assert known.told == ["-d", "Cellar", "-n", "3", "-o", "media=Letter", "-t", "TwitchLog"]
    assert not list(temporary.iterdir())


def test_a_printer_that_refuses_is_heard(cups):
    cups("Big_One", refuses="The printer is not accepting jobs.")
    with pytest.raises(NotPrinted) as refused:
        hand_over(JOB, Printer("Big_One"))
    assert refused.value.sentence == (
        "“Big One” did not take the page: The printer is not accepting jobs. Nothing in your diary "
        "has changed. Try another printer, or save the page and print it from a PDF program."
    )


def test_without_cups_there_is_no_printer_and_nothing_breaks(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert printers() == ()
    with pytest.raises(NotPrinted, match="did not take the page"):
        hand_over(JOB, Printer("Cellar"))


def test_where_the_print_service_does_not_run_there_is_no_printer(cups):
    known = cups("Cellar")
    (known.folder / "lpstat").write_text("#!/bin/sh\necho 'lpstat: No destinations' >&2; exit 1\n")
    assert printers() == ()
