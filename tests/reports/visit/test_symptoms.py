"""The box of signs, question 6 and question 7."""

from __future__ import annotations

from datetime import date, timedelta

from support.asked import plain
from twitchlog.domain.profile import PartialDate, Profile
from twitchlog.domain.symptom import Amount
from twitchlog.reports.visit.dates import Dates
from twitchlog.reports.visit.other_symptoms import other_symptoms
from twitchlog.reports.visit.symptoms import SIGNS, signs

NOV_20 = date(2025, 11, 20)
NOV_21 = date(2025, 11, 21)


def box(diary, made=NOV_20):
    found = signs(diary.figures(), Dates(diary.period, made), made=made)
    rows = {
        label: [plain(part) for line in lines for part in (line.said.plain, line.words()) if part]
        for label, lines in found.rows
    }
    return found, rows


def asked_seven(diary, made=NOV_20):
    dates = Dates(diary.period, made)
    return other_symptoms(diary.figures(), Profile(), dates, made=made)


def test_the_box_counts_reported_answered_no_and_open(sparse):
    found, rows = box(sparse, made=NOV_21)
    assert found.heading == "Signs to check first: 1 reported, 4 answered no, 2 open"
    assert rows == {
        "Reported": [
            (
                "Weakness: “right hand”, yes in 2 of 2 answers, first 18 Nov, last 21 Nov 2025;"
                " still there."
            ),
            "Own words: “I dropped my cup twice. Opening jars is harder with the right hand.”",
        ],
        "Answered no": [
            "Loss of muscle size · trouble speaking · trouble swallowing · trouble breathing.",
            "1 answer, on 21 Nov 2025.",
        ],
        "Not asked yet": ["Change in feeling."],
        "Too early": ["Persistent twitching: can be told from 21 logged days; 5 so far."],
    }


def test_a_diary_that_never_asked_says_so_and_denies_nothing(book):
    found, rows = box(book().log(NOV_20, "calf-left"))
    assert found.heading == "Signs to check first: not recorded yet"
    assert list(rows) == ["Not asked yet", "Too early"]
    assert found.reported == ()


def test_the_same_place_on_fourteen_logged_days_is_persistent(book):
    diary = book()
    for n in range(14):
        diary.log(NOV_20 - timedelta(days=n), "calf-left")
    found, rows = box(diary)
    assert found.heading == "Signs to check first: 1 reported, 6 open"
    assert rows["Reported"] == [
        (
            "Persistent twitching: left calf, on 14 of the last 14 logged days"
            " (persistent: 14 or more)."
        )
    ]


def test_thirteen_of_the_last_twenty_one_days_are_not_persistent(book):
    diary = book()
    for n in range(21):
        day = NOV_20 - timedelta(days=n)
        if n < 13:
            diary.log(day, "calf-left")
        else:
            diary.none(day)
    found, rows = box(diary)
    assert rows["Not found"] == [
        (
            "Persistent twitching: left calf, on 13 of the last 21 logged days"
            " (persistent: 14 or more)."
        )
    ]
    assert found.reported == ()


def test_breathing_swallowing_and_speaking_come_first_and_gone_comes_last(book):
    diary = book().none(NOV_20)
    for kind in SIGNS:
        diary.symptom(kind, date(2025, 10, 1), present=True)
    diary.symptom("breathing", NOV_20, present=False)
    diary.symptom("weakness", NOV_20, present=False)
    found, _rows = box(diary)
    assert found.reported == (
        "swallowing", "speaking", "breathing", "muscle-loss", "feeling", "weakness",
    )  # fmt: skip


def test_weakness_with_another_sign_within_a_week_is_said_first(book):
    diary = book().none(NOV_20)
    diary.symptom("weakness", date(2025, 11, 18), present=True)
    diary.symptom("swallowing", date(2025, 11, 19), present=True)
    diary.symptom("feeling", date(2025, 11, 1), present=True)
    _found, rows = box(diary)
    assert rows["Reported"][0] == (
        "Reported together: weakness and trouble swallowing, first on 18 and 19 Nov 2025."
    )


def test_two_signs_without_weakness_are_not_put_together(book):
    diary = book().none(NOV_20)
    diary.symptom("speaking", date(2025, 11, 18), present=True)
    diary.symptom("swallowing", date(2025, 11, 19), present=True)
    _found, rows = box(diary)
    assert not any("together" in line for line in rows["Reported"])


def test_an_answer_older_than_two_weeks_shows_its_age(book):
    diary = book().none(NOV_20)
    diary.symptom("weakness", date(2025, 10, 31), present=False)
    diary.symptom("speaking", NOV_20, present=False)
    _found, rows = box(diary)
    assert rows["Answered no"][0] == "Weakness (20 days ago) · trouble speaking."


def test_a_sign_that_is_gone_says_from_when_to_when(book):
    diary = book().none(NOV_20)
    for day, present in ((date(2025, 10, 12), True), (date(2025, 11, 9), True), (NOV_20, False)):
        diary.symptom("feeling", day, present=present, where="left sole")
    _found, rows = box(diary)
    assert rows["Reported"] == [
        "Change in feeling: “left sole”, yes in 2 of 3 answers, 12 Oct to 9 Nov 2025; now gone."
    ]


def test_symptoms_say_where_since_when_how_often_and_whether_still_there(book):
    diary = book().none(NOV_20)
    diary.symptom("cramps", date(2025, 10, 1), present=True, where="both calves")
    diary.symptom("cramps", NOV_20, present=True)
    diary.symptom("pain", date(2025, 9, 1), present=True)
    diary.symptom("pain", NOV_20, present=False)
    diary.symptom("fever", NOV_20, present=False)
    answer = asked_seven(diary)
    assert plain(answer.printed().plain) == (
        "Cramps, “both calves”, since 1 Oct, yes in 2 of 2 answers, still there."
        " Pain, since 1 Sep, yes in 1 of 2 answers, now gone (last 1 Sep)."
        " Answered no: fever. Not asked yet: stiffness, tiredness, weight loss."
    )
    assert answer.short == "Cramps; now gone: pain"


def test_signs_of_the_box_are_only_named_again(sparse):
    assert plain(asked_seven(sparse).printed().plain) == (
        "Weakness: see above. Answered no: cramps, pain."
        " Not asked yet: stiffness, tiredness, weight loss, fever."
    )


def test_all_answered_no_counts_as_much_as_a_report(book):
    diary = book().none(NOV_20)
    for kind in ("cramps", "stiffness", "pain", "tiredness", "weight-loss", "fever"):
        diary.symptom(kind, NOV_20, present=False)
    answer = asked_seven(diary)
    assert plain(answer.printed().plain) == (
        "None reported. Answered no: cramps, stiffness, pain, tiredness, weight loss, fever."
    )
    assert answer.recorded


def test_nothing_asked_is_not_recorded_yet(book):
    answer = asked_seven(book().log(NOV_20, "calf-left"))
    assert (answer.printed().plain, answer.recorded) == ("Not recorded yet.", False)


def test_where_since_when_and_how_much_are_said(book):
    diary = book()
    diary.symptom(
        "weakness", NOV_20, present=True, where="mostly the toes", since=PartialDate(2025, 9),
        amount=Amount.SOME, sites=("foot-left", "calf-left"),
    )  # fmt: skip
    diary.symptom("cramps", NOV_20, present=True, since=PartialDate(2024), amount=Amount.LITTLE)
    _found, rows = box(diary)
    assert rows["Reported"] == [
        (
            "Weakness: left foot, left calf, “mostly the toes”, since September 2025 as told,"
            " how much: some, yes in 1 of 1 answer, on 20 Nov 2025; still there."
        )
    ]
    assert (
        "Cramps, since 2024 as told, how much: a little, yes in 1 of 1 answer, still there."
        in plain(asked_seven(diary).said.plain)
    )


def test_many_places_are_counted_and_not_listed(book):
    sites = ("foot-left", "foot-right", "calf-left", "calf-right", "chin", "tongue")
    diary = book()
    diary.symptom("weakness", NOV_20, present=True, sites=sites)
    _found, rows = box(diary)
    assert "right calf, 2 more places, yes in" in rows["Reported"][0]


def test_what_is_asked_once_a_week_says_so_and_a_no_keeps_its_date(book):
    diary = book()
    for weeks in range(3):
        day = NOV_20 - timedelta(weeks=weeks)
        diary.symptom("weakness", day, present=weeks == 0)
        diary.symptom("breathing", day, present=False)
    _found, rows = box(diary)
    assert "yes in 1 of 3 weekly answers" in rows["Reported"][0]
    assert rows["Answered no"] == [
        "Trouble breathing.",
        "Asked once a week: 3 answers, the last on 20 Nov 2025.",
    ]


def test_answers_given_now_and_then_are_not_called_weekly(book):
    diary = book()
    for days in (0, 1, 30):
        diary.symptom("weakness", NOV_20 - timedelta(days=days), present=True)
    _found, rows = box(diary)
    assert "weekly" not in rows["Reported"][0]


def test_answers_are_counted_in_the_period_and_a_sign_of_before_keeps_its_days(book):
    diary = book().none(NOV_20)
    first = diary.period.first
    for weeks in range(1, 9):
        diary.symptom("feeling", first - timedelta(weeks=weeks), present=weeks > 4)
        diary.symptom("cramps", first - timedelta(weeks=weeks), present=True)
    for weeks in range(3):
        for kind, present in (("feeling", False), ("cramps", weeks == 2)):
            diary.symptom(kind, NOV_20 - timedelta(weeks=weeks), present=present)
    _found, rows = box(diary)
    dates = Dates(diary.period, NOV_20)
    days = dates.span(first - timedelta(weeks=8), first - timedelta(weeks=5))
    said = f"yes in 0 of 3 weekly answers, before this period {plain(days)}; now gone."
    assert rows["Reported"] == [f"Change in feeling: {said}"]
    assert "yes in 1 of 3 weekly answers, now gone (last 6 Nov)" in plain(
        asked_seven(diary).said.plain
    )


def test_what_was_asked_only_before_the_period_says_so(book):
    diary = book().none(NOV_20)
    before = diary.period.first - timedelta(days=10)
    diary.symptom("weakness", before, present=False)
    diary.symptom("feeling", before, present=True)
    _found, rows = box(diary)
    assert rows["Answered no"][1].startswith("Not asked in this period; last on ")
    assert "not asked in this period, before this period on " in rows["Reported"][0]
