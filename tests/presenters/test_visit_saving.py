"""The page saved, counted, looked at and printed from Visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from twitchlog.reports.visit.forms import Wishes

if TYPE_CHECKING:
    from pathlib import Path

    from support.visit_view import VisitView
    from twitchlog.presenters.services import Services
    from twitchlog.presenters.visit import VisitPresenter


def test_the_page_is_saved_in_the_documents_folder_and_says_where(
    visit_presenter: VisitPresenter,
    visit_view: VisitView,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("twitchlog.paths.documents_folder", lambda: tmp_path / "Documents")
    visit_presenter.pages.save()
    assert visit_view.path == tmp_path / "Documents" / "muscle-twitching-summary-2026-06-18.pdf"
    assert visit_view.path.read_bytes().startswith(b"%PDF")
    assert visit_view.busy == [True, False]
    assert visit_view.said[-1].startswith(f"1 page · in {visit_view.path.parent} ")


def test_a_folder_chosen_once_is_used_the_next_time(
    services: Services, visit_presenter: VisitPresenter, visit_view: VisitView, tmp_path: Path
) -> None:
    folder = tmp_path / "For the doctor"
    folder.mkdir()
    visit_presenter.pages.save(folder)
    assert services.settings.values.folder == str(folder)
    visit_presenter.pages.save()
    assert visit_view.path == folder / "muscle-twitching-summary-2026-06-18 (2).pdf"


@pytest.mark.parametrize(
    "kind",
    [("html", ".html", "<!DOCTYPE html>"), ("text", ".txt", "Muscle"), ("fhir", ".json", "{")],
    ids=lambda kind: kind[0],
)
def test_the_other_forms_are_saved_beside_the_pdf_under_the_same_name(
    visit_presenter: VisitPresenter,
    visit_view: VisitView,
    tmp_path: Path,
    kind: tuple[str, str, str],
) -> None:
    form, ending, begins = kind
    visit_presenter.pages.save(tmp_path, form=form)
    visit_presenter.pages.save(tmp_path, form=form)
    path = tmp_path / f"muscle-twitching-summary-2026-06-18{ending}"
    assert path.read_text("utf-8").startswith(begins)
    assert visit_view.path == path.with_name(f"{path.stem} (2){ending}")
    said = f"In {tmp_path} It is not encrypted: who can open it can read it."
    assert visit_view.said[0] == said
    assert visit_view.busy == [True, False] * 2


def test_a_page_that_cannot_be_saved_says_why_and_leaves_nothing(
    visit_presenter: VisitPresenter, visit_view: VisitView, tmp_path: Path
) -> None:
    visit_presenter.pages.save(tmp_path / "gone")
    assert "is not there" in visit_view.why_not
    assert visit_view.path is None
    assert visit_view.busy == [True, False]


def test_the_preview_is_the_page_as_a_picture(
    visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    visit_presenter.pages.preview()
    assert len(visit_view.pages) == 1
    assert visit_view.pages[0].startswith(b"\x89PNG")


def test_the_pages_are_counted_before_anything_is_saved(
    visit_presenter: VisitPresenter, visit_view: VisitView
) -> None:
    counted: list[int] = []
    visit_presenter.pages.count(counted.append)
    assert counted == [1]
    assert visit_view.path is None


def test_saved_elsewhere_a_locked_page_stays_locked_and_printed_it_is_open(
    visit_presenter: VisitPresenter, visit_view: VisitView, tmp_path: Path
) -> None:
    pages = visit_presenter.pages
    wishes = Wishes(paper="letter", password="open sesame")  # noqa: S106 - it guards nothing
    pages.save(tmp_path / "gone", wishes=wishes)
    assert visit_view.why_not
    pages.save_again(tmp_path)
    assert visit_view.path is not None
    assert b"/Encrypt" in visit_view.path.read_bytes()
    pages.print()
    (job,) = visit_view.jobs
    assert b"/Encrypt" not in job.content
    assert job.media == "Letter"


def test_what_was_looked_at_is_what_is_saved_and_printed(
    visit_presenter: VisitPresenter, visit_view: VisitView, tmp_path: Path
) -> None:
    pages = visit_presenter.pages
    pages.save(tmp_path, form="text")
    pages.preview(annex=True)
    pages.save_again(tmp_path)
    assert visit_view.path is not None
    assert visit_view.path.name == "muscle-twitching-summary-with-annex-2026-06-18.pdf"
    pages.print()
    assert visit_view.jobs[-1].content == visit_view.path.read_bytes()
