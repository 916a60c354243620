"""The Visit screen, as far as its presenter is concerned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.kept_view import KeptView

if TYPE_CHECKING:
    from pathlib import Path

    from twitchlog.presenters.visit_pages import SavedPage
    from twitchlog.reports.printers import PrintJob


class VisitView(KeptView):
    """A fake view that also keeps where the page was saved, why not, and how it looks."""

    def __init__(self) -> None:
        super().__init__()
        self.busy: list[bool] = []
        self.path: Path | None = None
        self.pages: tuple[bytes, ...] = ()
        self.why_not = ""
        self.jobs: list[PrintJob] = []

    def working(self, *, busy: bool) -> None:
        self.busy.append(busy)

    def saved(self, page: SavedPage) -> None:
        self.path = page.path
        self.said.append(" ".join((page.where, *page.notes)))

    def not_saved(self, sentence: str) -> None:
        self.why_not = sentence

    def prints(self, job: PrintJob) -> None:
        self.jobs.append(job)

    def preview(self, pages: tuple[bytes, ...]) -> None:
        self.pages = pages
