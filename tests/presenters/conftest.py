"""The presenters of the log sheet, the check-in and Visit on an empty diary; and a filled one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.checkin_view import CheckinView
from support.log_view import LogView
from support.triggers_opened import TODAY
from support.visit_view import VisitView
from twitchlog.announcements import Announcements
from twitchlog.background import Immediate
from twitchlog.diary.example import fill
from twitchlog.presenters.checkin import CheckinPresenter
from twitchlog.presenters.log_sheet import LogSheetPresenter
from twitchlog.presenters.services import Services
from twitchlog.presenters.visit import VisitPresenter
from twitchlog.settings import SettingsFile

if TYPE_CHECKING:
    from twitchlog.diary import Diary


@pytest.fixture
def log_view() -> LogView:
    return LogView()


@pytest.fixture
def services(diary: Diary) -> Services:
    return Services(diary, Immediate(), Announcements(), diary.clock, SettingsFile(diary.path))


@pytest.fixture
def sheet(services: Services, log_view: LogView) -> LogSheetPresenter:
    presenter = LogSheetPresenter(services, log_view)
    presenter.begin()
    return presenter


@pytest.fixture
def visit_view() -> VisitView:
    return VisitView()


@pytest.fixture
def visit_presenter(services: Services, visit_view: VisitView) -> VisitPresenter:
    presenter = VisitPresenter(services, visit_view)
    services.news.listen(lambda _changes: presenter.refresh())
    return presenter


@pytest.fixture
def filled(diary: Diary) -> Diary:
    """Half a year of the invented person."""
    fill(diary, days=180, seed=7, until=TODAY)
    return diary


@pytest.fixture
def checkin_view() -> CheckinView:
    return CheckinView()


@pytest.fixture
def checkin(services: Services, checkin_view: CheckinView) -> CheckinPresenter:
    presenter = CheckinPresenter(services, checkin_view)
    presenter.open(TODAY)
    return presenter
