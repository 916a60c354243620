"""Drinks and doses: one tap logs, the form asks the rest, and a day is said in one line."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from twitchlog.domain.dose import Effort
from twitchlog.domain.errors import BadInput
from twitchlog.domain.factor import Kind
from twitchlog.presenters.dose_page import Filled, say_day
from twitchlog.presenters.dosing import DosingPresenter

if TYPE_CHECKING:
    from twitchlog.clock import FixedClock
    from twitchlog.diary import Diary
    from twitchlog.presenters.services import Services

TODAY = date(2026, 6, 18)


class View:
    """Keep what was shown and said."""

    def __init__(self) -> None:
        self.page: Any = None
        self.fields: Any = None
        self.listed: Any = None
        self.said: list[tuple[str, str]] = []
        self.complaint = ""

    def show(self, page: Any) -> None:
        self.page = page

    def list_day(self, day: date, title: str, rows: Any) -> None:
        self.listed = (day, title, rows)

    def fill_in(self, fields: Any) -> None:
        self.fields = fields

    def recorded(self, sentence: str, dose: str) -> None:
        self.said.append((sentence, dose))

    def complain(self, sentence: str) -> None:
        self.complaint = sentence

    def offer(self, key: str) -> Any:
        offers = [each for group in self.page.groups for each in group.offers]
        return next(each for each in (*self.page.recent, *offers) if each.key == key)


@pytest.fixture
def view() -> View:
    return View()


@pytest.fixture
def dosing(services: Services, view: View) -> DosingPresenter:
    return DosingPresenter(services, view)


def done() -> None:
    """Hear that the form may close."""


def test_what_was_logged_last_is_offered_first_and_one_tap_logs_it_again(
    dosing: DosingPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    diary.doses.log("caffeine", preset="espresso", moment=clock.now().earlier(minutes=90))
    dosing.open()
    assert [each.text for each in view.page.recent] == ["Espresso 65 mg"]
    dosing.take(view.page.recent[0])
    assert len(diary.doses.on_day(TODAY)) == 2
    assert view.said[0][0] == "Espresso logged, 21:04"


def test_a_dose_of_some_time_ago_is_logged_at_its_time(
    dosing: DosingPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    dosing.open()
    dosing.set_when(30)
    assert [each.text for each in view.page.when if each.chosen] == ["30 min"]
    dosing.take(view.offer("wine"))
    (dose,) = diary.doses.all()
    assert dose.moment == clock.now().earlier(minutes=30)
    dosing.open()
    assert [each.text for each in view.page.when if each.chosen] == ["Now"]


def test_a_dose_of_a_day_gone_by_is_logged_on_that_day_at_its_hour(
    dosing: DosingPresenter, view: View, diary: Diary
) -> None:
    yesterday = TODAY - timedelta(days=1)
    dosing.open(yesterday)
    assert view.page.title == "Wednesday 17 June"
    dosing.set_when(18)
    assert [each.text for each in view.page.when if each.chosen] == ["18:00"]
    dosing.take(view.offer("wine"))
    (dose,) = diary.doses.on_day(yesterday)
    assert f"{dose.moment.local:%H:%M}" == "18:00"


def test_what_has_no_usual_amount_is_asked_in_the_form(
    dosing: DosingPresenter, view: View, diary: Diary
) -> None:
    dosing.open()
    dosing.take(view.offer("walking"))
    assert [each.text for each in view.fields.kinds if each.chosen] == ["Walking"]
    filled = Filled("45", "", view.fields.day, view.fields.time, kind="walking", effort="1")
    dosing.keep(filled, view, done)
    (dose,) = diary.doses.all()
    assert (dose.amount, dose.preset, dose.effort) == (45, "walking", Effort.LIGHT)
    dosing.open()
    dosing.take(view.page.recent[0])
    assert [each.effort for each in diary.doses.all()] == [Effort.LIGHT] * 2


def test_ones_own_amounts_are_among_them(dosing: DosingPresenter, view: View, diary: Diary) -> None:
    own = diary.factors.add("Ice cream", Kind.AMOUNT, unit="scoops").value
    diary.factors.add("Mood", Kind.SCALE)
    diary.factors.show("alcohol", shown=False)
    dosing.open()
    assert [each.id for each in view.page.groups] == [
        "caffeine", "nicotine", "water", "exercise", "own",
    ]  # fmt: skip
    assert [each.text for each in view.page.groups[-1].offers] == ["Ice cream"]
    dosing.take(view.offer(f"own.{own.id}"))
    assert view.fields.amount_label == "How much, in scoops"


@pytest.mark.parametrize("amount", ["", "0", "-5", "many", "6000"])
def test_an_amount_that_cannot_be_is_said_and_nothing_is_written(
    dosing: DosingPresenter, view: View, diary: Diary, amount: str
) -> None:
    dosing.open()
    dosing.take(view.offer("caffeine.other"))
    with pytest.raises(BadInput):
        dosing.keep(Filled(amount, "", view.fields.day, view.fields.time), view, done)
    assert not diary.doses.all()


def test_a_dose_is_changed_dated_back_and_removed(
    dosing: DosingPresenter, view: View, diary: Diary
) -> None:
    dose = diary.doses.log("caffeine", preset="espresso").value
    dosing.edit(dose.id)
    assert (view.fields.title, view.fields.amount) == ("Espresso", "65")
    dosing.keep(Filled("130", "Double", "17 June 2026", "8:10"), view, done)
    changed = diary.doses.get(dose.id)
    assert (changed.amount, changed.words, changed.day) == (130, "Double", date(2026, 6, 17))
    assert view.said[-1] == ("Double 130 mg changed", dose.id)
    dosing.edit(dose.id)
    dosing.remove(view, done)
    assert view.said[-1] == ("Double 130 mg removed", "")
    assert not diary.doses.all()


def test_the_doses_of_a_day_are_one_line(diary: Diary, clock: FixedClock) -> None:
    for minutes, preset in ((700, "filter-coffee"), (500, "filter-coffee"), (60, "espresso")):
        diary.doses.log("caffeine", preset=preset, moment=clock.now().earlier(minutes=minutes))
    diary.doses.log("exercise", 30, preset="walking")
    said = say_day(diary.doses.on_day(TODAY), diary.factors.all())
    assert said == ("2 filter coffees, espresso, walking 30 min", "09:24, 12:44 · 20:04 · 21:04")


def test_a_day_with_one_dose_opens_it_and_with_more_lists_them(
    dosing: DosingPresenter, view: View, diary: Diary, clock: FixedClock
) -> None:
    diary.doses.log("caffeine", preset="espresso")
    dosing.open_day(TODAY)
    assert view.fields.title == "Espresso"
    diary.doses.log("alcohol", preset="wine", moment=clock.now().shifted(timedelta(minutes=-5)))
    dosing.open_day(TODAY)
    day, title, rows = view.listed
    assert (day, title) == (TODAY, "Logged today")
    assert [(each.title, each.second, each.time) for each in rows] == [
        ("Glass of wine", "14.8 g", "20:59"), ("Espresso", "65 mg", "21:04"),
    ]  # fmt: skip
