"""The page of the treatments other than medicines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.kept_view import KeptView
from twitchlog.domain.profile import PartialDate
from twitchlog.domain.treatment import OWN, Effect
from twitchlog.presenters.treatments import Filled, TreatmentsPresenter

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services


@pytest.fixture
def view() -> KeptView:
    return KeptView()


@pytest.fixture
def page(services: Services, view: KeptView) -> TreatmentsPresenter:
    presenter = TreatmentsPresenter(services, view)
    services.news.listen(lambda _changes: presenter.refresh())
    presenter.refresh()
    return presenter


def filled(kind: str = "stretching", **values: Any) -> Filled:
    known = {"words": "", "since": None, "until": None, "effect": None, "note": ""} | values
    return Filled(kind=kind, **known)


def test_a_treatment_is_added_changed_stopped_and_removed(
    diary: Diary, page: TreatmentsPresenter, view: KeptView
) -> None:
    since = PartialDate(2026, 5)
    page.add(filled(since=since, effect=Effect.LITTLE), view, view.close)
    (row,) = view.page.current
    assert (row.title, row.second) == ("Stretching", "Since May 2026 · A little better")
    page.edit(row.id, filled("massage", since=since, note="calves"), view, view.close)
    (row,) = view.page.current
    assert (row.title, row.second) == ("Massage", "Since May 2026 · calves")
    page.stop(row.id, PartialDate(2026, 6, 18), view, view.close)
    assert view.page.past[0].second == "May 2026 to 18 June · calves"
    page.resume(row.id, view, view.close)
    page.remove(row.id, view, view.close)
    assert (view.page.current, view.closed) == ((), 5)
    assert view.said[-1] == "Massage removed"
    page.steps.undo()
    assert diary.treatments.all()[0].id == row.id


def test_what_is_wrong_is_told_to_the_form_and_nothing_is_lost(
    diary: Diary, page: TreatmentsPresenter, view: KeptView
) -> None:
    for wrong, sentence in (
        (filled(""), "Choose what it is first."),
        (filled(OWN), "Say in a few words what it is."),
        (filled(since=PartialDate(2026, 5), until=PartialDate(2026, 4)),
         "The stop is before the start."),
    ):  # fmt: skip
        page.add(wrong, view, view.close)
        assert view.problem == sentence
    assert (view.closed, diary.treatments.all()) == (0, ())
