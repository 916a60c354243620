"""What the check-in asks: three groups in the person's order, and a form for their own things."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from support.kept_view import KeptView
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import FACTORS, Kind
from twitchlog.presenters.recorded import ASKED, HIDDEN, ON_TAP, Filled, RecordedPresenter

if TYPE_CHECKING:
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services


@pytest.fixture
def view() -> KeptView:
    return KeptView()


@pytest.fixture
def recorded(services: Services, view: KeptView) -> RecordedPresenter:
    presenter = RecordedPresenter(services, view)
    presenter.refresh()
    return presenter


def done() -> None:
    """Hear that the form may close."""


def titles(rows: Any) -> list[str]:
    return [row.title for row in rows]


def test_five_are_asked_every_day_and_the_rest_is_on_a_tap(
    recorded: RecordedPresenter, view: KeptView
) -> None:
    assert titles(view.page.asked) == [
        "Sleep", "Stress", "Caffeine", "Exercise", "Medicine as usual",
    ]  # fmt: skip
    assert len(view.page.on_tap) == len(FACTORS) - 5
    assert not view.page.hidden
    first, last = view.page.asked[0], view.page.asked[-1]
    assert (first.up, first.down, last.up, last.down) == (False, True, True, False)
    assert first.second == "In hours"
    assert view.page.asked[2].second == "In mg · as yesterday"
    assert recorded.fields("sleep").place == ASKED


def test_a_step_changes_places_within_the_group(
    recorded: RecordedPresenter, view: KeptView
) -> None:
    recorded.step("caffeine", -1)
    recorded.refresh()
    assert titles(view.page.asked)[:3] == ["Sleep", "Caffeine", "Stress"]
    recorded.step("caffeine", 1)
    recorded.refresh()
    recorded.step("caffeine", 1)
    recorded.refresh()
    assert titles(view.page.asked)[2:] == ["Exercise", "Caffeine", "Medicine as usual"]
    recorded.step("sleep", -1)
    recorded.step("medicine", 1)
    recorded.refresh()
    assert titles(view.page.asked)[0] == "Sleep"


def test_a_switch_moves_it_between_the_groups_and_is_undone(
    recorded: RecordedPresenter, view: KeptView, diary: Diary
) -> None:
    recorded.ask("water", asked=True)
    assert view.said == ["Water: asked every day"]
    recorded.refresh()
    assert "Water" in titles(view.page.asked)
    recorded.steps.undo()
    assert not diary.factors.get("water").asked


def test_ones_own_is_added_changed_hidden_and_shown_again(
    recorded: RecordedPresenter, view: KeptView, diary: Diary
) -> None:
    filled = Filled("Naps", Kind.AMOUNT, "naps", "3", habit=True, place=ON_TAP)
    recorded.keep("", filled, view, done)
    recorded.refresh()
    own = view.page.on_tap[-1]
    assert (own.title, own.second) == ("Naps", "Your own · In naps · as yesterday")
    fields = recorded.fields(own.id)
    assert (fields.mine, fields.most, fields.place) == (True, "3", ON_TAP)
    recorded.keep(own.id, Filled("Nap", Kind.AMOUNT, "naps", "", habit=False, place=HIDDEN),
                  view, done)  # fmt: skip
    recorded.refresh()
    assert titles(view.page.hidden) == ["Nap"]
    recorded.show_again(own.id)
    recorded.remove(own.id, view, done)
    assert view.said[-1] == "Nap removed"
    assert len(diary.factors.all()) == len(FACTORS)


def test_a_built_in_one_keeps_its_name(
    recorded: RecordedPresenter, view: KeptView, diary: Diary
) -> None:
    assert not recorded.fields("caffeine").mine
    recorded.keep("caffeine", Filled("", Kind.AMOUNT, "", "", habit=False, place=HIDDEN),
                  view, done)  # fmt: skip
    hidden = diary.factors.get("caffeine")
    assert (hidden.shown, hidden.label, hidden.habit) == (False, "Caffeine", True)


@pytest.mark.parametrize(("name", "most"), [("", ""), ("Sleep", ""), ("Cups", "0")])
def test_what_cannot_be_is_said_and_the_form_stays_open(
    recorded: RecordedPresenter, view: KeptView, diary: Diary, name: str, most: str
) -> None:
    closed: list[bool] = []
    recorded.keep("", Filled(name, Kind.AMOUNT, "", most, habit=False, place=ASKED), view,
                  lambda: closed.append(True))  # fmt: skip
    assert view.problem
    assert not closed
    assert len(diary.factors.all()) == len(FACTORS)


def test_a_limit_that_is_no_number_is_refused(recorded: RecordedPresenter, view: KeptView) -> None:
    filled = Filled("Cups", Kind.AMOUNT, "", "many", habit=False, place=ASKED)
    with pytest.raises(BadInput):
        recorded.keep("", filled, view, done)
