from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from twitchlog.domain.checkin import Detail
from twitchlog.domain.dose import Effort
from twitchlog.domain.factor import FACTORS, Kind
from twitchlog.domain.period import Period
from twitchlog.presenters import answers
from twitchlog.presenters.checkin_form import choices
from twitchlog.presenters.checkin_values import DIET, NONE, NOTE

if TYPE_CHECKING:
    from support.checkin_view import CheckinView
    from twitchlog.diary import Diary
    from twitchlog.presenters.checkin import CheckinPresenter

TODAY = date(2026, 6, 18)


def cups(checkin_view: CheckinView, factor: str = "caffeine") -> list[str]:
    return [each.text for each in checkin_view.form.question(factor).choices if each.chosen]


def test_what_was_answered_on_the_card_is_taken_along(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    diary.checkins.save(date(2026, 6, 17), {"sleep": 5, "caffeine": 190})
    checkin.open(TODAY, answers={"stress": 2})
    assert checkin_view.form.amounts == {"caffeine": 190, "stress": 2}
    assert checkin_view.form.title == "Check-in, today"
    assert not checkin_view.form.saved_before


def test_all_answers_are_saved_together(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    checkin.put("sleep", 7)
    checkin.put("sleep", 6.5)
    checkin.answer("stress", 1)
    checkin.answer("exercise", 30)
    checkin.answer("medicine", 1)
    checkin.type_note("long day")
    checkin.save()
    saved = diary.checkins.get(TODAY)
    assert saved is not None
    assert saved.amounts == {"sleep": 6.5, "stress": 1, "exercise": 30, "medicine": 1}
    assert saved.note == "long day"
    assert checkin_view.finished_with == "Check-in saved"


def test_drinks_are_counted_into_milligrams(
    checkin: CheckinPresenter, checkin_view: CheckinView
) -> None:
    checkin.add_cup("caffeine", "filter-coffee")
    checkin.add_cup("caffeine", "filter-coffee")
    checkin.add_cup("caffeine", "black-tea")
    assert checkin_view.form.amounts["caffeine"] == 235
    assert cups(checkin_view) == ["2 × Filter coffee", "1 × Black tea"]
    checkin.add_cup("caffeine", "none")
    assert checkin_view.form.amounts["caffeine"] == 0
    assert cups(checkin_view) == ["None"]


def test_an_exact_amount_replaces_the_count(
    checkin: CheckinPresenter, checkin_view: CheckinView
) -> None:
    checkin.add_cup("caffeine", "espresso")
    checkin.type("caffeine", "120")
    assert checkin_view.form.amounts["caffeine"] == 120
    assert not cups(checkin_view)


@pytest.mark.parametrize(
    ("factor", "text"), [("sleep", "25"), ("sleep", "many"), ("caffeine", "6000"), ("sleep", "-1")]
)
def test_a_wrong_number_is_said_beside_its_field_and_nothing_is_saved(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary, factor: str, text: str
) -> None:
    checkin.answer("stress", 1)
    checkin.type(factor, text)
    assert checkin_view.form.wrong[factor]
    checkin.save()
    assert diary.checkins.get(TODAY) is None
    checkin.type(factor, "6,5")
    assert not checkin_view.form.wrong
    checkin.save()
    assert diary.checkins.get(TODAY) is not None


def test_the_same_answer_again_takes_it_back(
    checkin: CheckinPresenter, checkin_view: CheckinView
) -> None:
    checkin.answer("stress", 1)
    checkin.answer("stress", 1)
    checkin.type("exercise", "20")
    checkin.type("exercise", "")
    assert checkin_view.form.amounts == {}


def test_an_empty_checkin_is_refused_in_words(
    checkin: CheckinPresenter, checkin_view: CheckinView
) -> None:
    checkin.save()
    assert checkin_view.complaint == "Answer at least one of the questions first."


def test_removing_the_answers_keeps_none_today_and_is_one_step(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    diary.checkins.none_today(TODAY)
    diary.checkins.save(TODAY, {"stress": 1})
    checkin.open(TODAY)
    assert checkin_view.form.saved_before
    checkin.remove()
    left = diary.checkins.get(TODAY)
    assert left is not None
    assert left.none_said
    assert not left.answered
    diary.undo()
    back = diary.checkins.get(TODAY)
    assert back is not None
    assert back.amounts == {"stress": 1}


def test_the_choices_are_said_in_words() -> None:
    said = {name: [each.text for each in choices(FACTORS[name])] for name in FACTORS}
    assert said["stress"] == ["None", "A little", "Some", "A lot"]
    assert said["sleep"][0] == "5 h"
    assert said["exercise"][:2] == ["None", "15 min"]
    assert said["sleep-quality"] == ["Very bad", "Bad", "Fair", "Good", "Very good"]
    assert said["medicine"] == ["As usual", "Not as usual"]


def test_five_questions_stand_and_the_rest_is_one_tap_away(
    checkin: CheckinPresenter, checkin_view: CheckinView
) -> None:
    standing = [each.id for each in checkin_view.form.questions]
    assert standing == ["sleep", "stress", "caffeine", "exercise", "medicine"]
    more = [each.value for each in checkin_view.form.more]
    assert "supplements" in more
    assert DIET in more
    assert more[0] == NOTE
    assert not set(more) & set(standing)
    checkin.open_more("alcohol")
    assert checkin_view.form.question("alcohol").extra
    assert "alcohol" not in [each.value for each in checkin_view.form.more]


def test_what_is_always_asked_from_now_on_stands_on_every_day(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    checkin.always_ask("supplements")
    assert not checkin_view.form.question("supplements").extra
    assert diary.factors.get("magnesium").asked
    checkin.open(date(2026, 6, 17))
    assert [each.id for each in checkin_view.form.questions][-1] == "supplements"


def test_who_takes_one_supplement_has_not_taken_the_others(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    checkin.take_supplement("magnesium")
    checkin.take_supplement("vitamin-d")
    checkin.take_supplement("vitamin-d")
    assert cups(checkin_view, "supplements") == ["Magnesium"]
    checkin.save()
    saved = diary.checkins.get(TODAY)
    assert saved is not None
    assert saved.amounts["magnesium"] == 1
    assert [saved.amounts[each] for each in ("potassium", "vitamin-d", "vitamin-b12")] == [0] * 3
    checkin.take_supplement(NONE)
    assert cups(checkin_view, "supplements") == ["None"]
    checkin.take_supplement(NONE)
    assert not checkin_view.form.amounts


def test_the_hours_between_bed_and_wake_time_are_counted_and_kept(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    checkin.type_night("23:10", "")
    assert not checkin_view.form.amounts
    checkin.type_night("23:10", "6:40")
    assert checkin_view.form.question("sleep").said == "7½ h"
    checkin.save()
    checkin.open(TODAY)
    sleep = checkin_view.form.question("sleep")
    assert (sleep.bed, sleep.wake, checkin_view.form.amounts["sleep"]) == ("23:10", "06:40", 7.5)
    checkin.answer("sleep", 6)
    assert (checkin_view.form.question("sleep").bed, checkin_view.form.amounts["sleep"]) == ("", 6)
    checkin.type_night("7:00", "half six")
    assert "half six" in checkin_view.form.wrong["sleep"]


def test_an_exercise_has_a_kind_and_an_effort_once_it_has_minutes(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    checkin.answer("exercise", 0)
    assert not checkin_view.form.question("exercise").kinds
    checkin.answer("exercise", 30)
    checkin.exercise_kind("walking")
    checkin.exercise_effort("3")
    checkin.exercise_effort("3")
    checkin.exercise_effort("1")
    checkin.save()
    saved = diary.checkins.get(TODAY)
    assert saved is not None
    assert saved.details["exercise"] == Detail(preset="walking", effort=Effort.LIGHT)
    assert answers.checkin(saved) == "Walking 30 min (light)"


def test_what_was_logged_today_stands_as_a_sum_and_is_not_counted_twice(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    diary.checkins.save(date(2026, 6, 17), {"caffeine": 950, "exercise": 30})
    for preset in ("filter-coffee", "filter-coffee", "espresso"):
        diary.doses.log("caffeine", preset=preset)
    checkin.open(TODAY)
    assert checkin_view.form.amounts == {"exercise": 30, "caffeine": 255}
    assert checkin_view.form.question("caffeine").said == "3 logged, 255 mg"
    checkin.save()
    figures = diary.figures.read(Period(TODAY, TODAY))
    assert dict(figures.amounts["caffeine"]) == {TODAY: 255}


def test_what_stands_as_yesterday_is_said_until_it_is_changed_or_saved(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    diary.checkins.save(date(2026, 6, 17), {"caffeine": 190, "exercise": 30, "medicine": 1})
    checkin.open(TODAY)
    said = {each.id: each.said for each in checkin_view.form.questions}
    assert said["caffeine"] == "2 coffees, as yesterday"
    assert said["exercise"] == "30 min, as yesterday"
    assert said["medicine"] == "as yesterday"
    assert not said["sleep"]
    checkin.put("caffeine", 95)
    assert checkin_view.form.question("caffeine").said == "1 coffee"
    checkin.save()
    checkin.open(TODAY)
    assert checkin_view.form.question("exercise").said == "30 min"


def test_what_was_eaten_is_kept_in_words(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    checkin.open_more(DIET)
    checkin.type_diet("rice and beans")
    checkin.save()
    saved = diary.checkins.get(TODAY)
    assert saved is not None
    assert saved.diet == "rice and beans"
    checkin.open(TODAY)
    assert checkin_view.form.question(DIET).written == "rice and beans"


def test_ones_own_factor_is_asked_by_its_kind(
    checkin: CheckinPresenter, checkin_view: CheckinView, diary: Diary
) -> None:
    diary.factors.add("Mood", Kind.SCALE)
    diary.factors.add("Naps", Kind.AMOUNT, most=3)
    diary.factors.add("Gluten", Kind.AMOUNT, unit="slices", most=30)
    checkin.open(TODAY)
    mood, naps, gluten = checkin_view.form.questions[-3:]
    assert len(mood.choices) == 11
    assert [each.text for each in naps.choices] == ["None", "1", "2", "3"]
    assert not naps.exact
    assert gluten.exact == "Exact amount in slices"
    checkin.type(gluten.id, "31")
    assert "Gluten: give a number from 0 to 30 (slices)." in checkin_view.form.wrong[gluten.id]
