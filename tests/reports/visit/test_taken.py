"""Medicines, what was tried, tests and conditions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from support.asked import lines, plain
from twitchlog.domain.figures import Share, Tried
from twitchlog.domain.medication import AS_NEEDED, Dose, DoseChange, Intake, IntakeKind, Medication
from twitchlog.domain.moment import Moment
from twitchlog.domain.profile import PartialDate, Profile
from twitchlog.domain.treatment import Effect
from twitchlog.reports.visit import taken
from twitchlog.reports.visit.own_words import REST
from twitchlog.reports.visit.summary import RUN_ON

NOV_20 = date(2025, 11, 20)


def test_nothing_recorded_is_printed_and_not_left_out(book):
    assert lines(taken.medicines(book().figures(), Profile(), made=NOV_20)) == [
        "Medicines: not recorded yet.",
        (
            "Caffeine, sleep, exercise, alcohol, other stimulants: not recorded yet."
            " Tried so far: not recorded yet."
        ),
    ]
    assert lines(taken.examined(Profile(), made=NOV_20)) == [
        "Tests, conditions, family: not recorded yet."
    ]


def test_the_patients_lines_are_quoted_one_by_one_and_unchanged(book):
    profile = Profile(medicines="hydrochlorthiazid 12,5\n\nSalbutamol", tests="K 3,4")
    assert lines(taken.medicines(book().figures(), profile, made=NOV_20))[0] == (
        "Medicines: Own words: “hydrochlorthiazid 12,5” “Salbutamol”"
    )
    assert lines(taken.examined(profile, made=NOV_20)) == [
        "Tests: Own words: “K 3,4”",
        "Conditions, family: not recorded yet.",
    ]


def test_averages_stand_with_the_days_they_rest_on(book):
    """Caffeine 100 on 7 days and 200 on 1: 112.5, two figures 110; sleep 6 and 7 h on 8: 6.5."""
    diary = book(days=10).none(*book(days=10).period)
    days = list(diary.period)
    diary.amount("caffeine", *((day, 100.0) for day in days[:7]), (days[7], 200.0))
    diary.amount("sleep", *((day, 6.0 + n % 2) for n, day in enumerate(days[:8])))
    diary.amount("exercise", *((day, 25.0) for day in days[:7]))
    found = taken.medicines(diary.figures(), Profile(), made=NOV_20)
    assert lines(found)[1] == (
        "Averages (7 to 8 of 10 logged days): caffeine 110 mg a day, sleep 6.5 h,"
        " exercise 25 min a day. Alcohol, other stimulants: not recorded yet."
        " Tried so far: not recorded yet."
    )
    assert found.lines[1].printed(step=6) == found.lines[1].said
    assert found.lines[1].printed(step=7).plain.replace("\u00a0", " ") == (
        "Averages (8 of 10 logged days): caffeine 110 mg a day, sleep 6.5 h."
        " Other stimulants: not recorded yet. Tried so far: not recorded yet."
    )


def test_under_seven_days_a_factor_shows_its_values_and_no_mean(sparse):
    assert lines(taken.medicines(sparse.figures(), Profile(), made=NOV_20))[1] == (
        "Caffeine, 3 of 5 logged days: 95, 190 and 190 mg. Sleep, 4 of 5 nights: 5 to 7 h."
        " Exercise, alcohol, other stimulants: not recorded yet. Tried so far: not recorded yet."
    )


def test_medicine_taken_as_usual_is_counted(book):
    diary = book().amount("medicine", (NOV_20, 1.0), (NOV_20 - timedelta(days=1), 0.0))
    found = lines(taken.medicines(diary.figures(), Profile(), made=NOV_20))
    assert found[1].startswith("Medicines taken as usual on 1 of 2 days asked.")


def test_alcohol_is_said_in_drinks_a_week_of_ten_grams(book):
    """Seven days of 20 g and one of 0: 17.5 g a day, 122.5 g a week, 12 drinks."""
    days = list(book(days=8).period)
    diary = book(days=8).amount("alcohol", *((day, 20.0) for day in days[:7]), (days[7], 0.0))
    found = lines(taken.medicines(diary.figures(), Profile(), made=NOV_20))[1]
    assert found.startswith("Averages (8 of 8 logged days): alcohol 12 drinks a week.")


def test_other_stimulants_are_named_or_said_to_be_none(book):
    """Cigarettes 4 and 5: 4.5 a day; stimulants on 1 of 2 days asked."""
    two = (NOV_20 - timedelta(days=1), NOV_20)
    diary = book().amount("nicotine", *zip(two, (4.0, 5.0), strict=True))
    diary.amount("stimulants", *zip(two, (1.0, 0.0), strict=True))
    found = lines(taken.medicines(diary.figures(), Profile(), made=NOV_20))[1]
    assert (
        "Other stimulants: nicotine, 4.5 cigarettes a day (2 of 2 logged days),"
        " not prescribed, on 1 of 2 days asked."
    ) in found
    none = book().amount("stimulants", (NOV_20, 0.0))
    found = lines(taken.medicines(none.figures(), Profile(), made=NOV_20))[1]
    assert "Other stimulants: none (1 of 1 logged days)." in found


def test_what_was_tried_stands_with_its_days_and_those_before(book):
    tried = (
        Tried("Magnesium", False, PartialDate(2025, 10, 6), PartialDate(2025, 11, 2), None,
              Share(13, 27), Share(14, 19)),
        Tried("Stretching", False, PartialDate(2025, 3), None, Effect.LITTLE),
        Tried("cold spoon", True, None, None),
    )  # fmt: skip
    visit = replace(book().figures(), tried=tried)
    line = taken.medicines(visit, Profile(), made=NOV_20).lines[-1]
    assert plain(line.said.plain) == (
        "Magnesium: twitching on 13 of 27 logged days with it, 14 of 19 in the 4 weeks before."
        " Stretching: since March 2025, a little better (own answer). “cold spoon”: tried."
        " A change like this also happens without treatment."
    )
    assert plain(line.printed(step=7).plain) == (
        "Magnesium: twitching on 13 of 27 logged days with it, 14 of 19 in the 4 weeks before."
        f" And 2 more ({REST}). A change like this also happens without treatment."
    )


def medicine(name, **values):
    return Medication(name, name, **values)


def printed(book, *known, made=NOV_20, profile=None):
    figures = replace(book().figures(), medications=known)
    return taken.medicines(figures, profile or Profile(), made=made)


def rows(block):
    assert block.table is not None
    return [tuple(plain(cell.plain) for cell in row) for row in block.table.rows]


def test_recorded_medicines_stand_in_a_table_before_the_own_words(book):
    """A diuretic begun in March, its dose raised on 1 October; one with nothing but a name."""
    diuretic = medicine(
        "Hydrochlorothiazide",
        kind="diuretic",
        dose=Dose(12.5, "mg", "once"),
        started=PartialDate(2025, 3),
        changes=(DoseChange("c", PartialDate(2025, 10, 1), Dose(25, "mg", "once")),),
    )
    found = printed(
        book, diuretic, medicine("Of my own", treats=True), profile=Profile(medicines="tea")
    )
    assert rows(found) == [
        ("Hydrochlorothiazide (diuretic)", "25 mg once a day (from 1 Oct)", "since Mar 2025"),
        ("Of my own", "", "not recorded yet"),
    ]
    assert plain(found.lines[0].said.plain + found.lines[0].words()) == (
        "Medicines:Own words: “tea”"
    )
    assert "Medicines: not recorded yet." not in lines(printed(book, diuretic))


def test_medicines_taken_now_come_first_and_old_ones_are_counted_only_on_a_full_page(book):
    known = (
        medicine("Aspirin", stopped=PartialDate(2020)),
        medicine("Prednisone", kind="corticosteroid", dose=Dose(20, "mg", "once"),
                 started=PartialDate(2025, 9, 8), stopped=PartialDate(2025, 9, 12)),
        medicine("Salbutamol", started=PartialDate(2012)),
    )  # fmt: skip
    found = printed(book, *known)
    assert rows(found) == [
        ("Salbutamol", "", "since 2012"),
        ("Prednisone (corticosteroid)", "20 mg once a day", "8 Sep–12 Sep"),
        ("Aspirin", "", "until 2020"),
    ]
    assert found.printed(step=5) is found
    brief = found.printed(step=6)
    assert [name for name, _dose, _span in rows(brief)] == [
        "Salbutamol",
        "Prednisone (corticosteroid)",
    ]
    assert brief.lines[0].said.plain == f"1 medicine that ended before ({REST})."
    fullest = [plain(line.said.plain) for line in found.printed(step=RUN_ON).lines]
    assert fullest[:2] == [
        "Salbutamol, since 2012. Prednisone (corticosteroid), 20 mg once a day, 8 Sep–12 Sep.",
        f"1 medicine that ended before ({REST}).",
    ]


def test_that_none_is_taken_stands_as_the_persons_own_answer_with_its_day(book):
    said = Profile(no_medicines=date(2025, 11, 18))
    none = "Medicines now: none (own answer, 18 Nov 2025)."
    assert lines(printed(book, profile=said))[0] == none
    ended = medicine("Aspirin", stopped=PartialDate(2025, 9))
    found = printed(book, ended, profile=said)
    assert rows(found)[0][0] == "Aspirin"
    assert none in lines(found)
    for profile, known in (
        (said, [medicine("Aspirin")]),
        (replace(said, medicines="a herbal tea"), []),
    ):
        assert none not in lines(printed(book, *known, profile=profile))


def test_a_medicine_taken_shortly_before_the_onset_is_named_however_long_ago(book):
    onset = Profile(first_noticed=PartialDate(2020, 3))
    found = printed(book, medicine("Steroid", stopped=PartialDate(2020, 2)), profile=onset)
    assert rows(found.printed(step=6)) == [("Steroid", "", "until Feb 2020")]


def test_a_dose_above_the_usual_one_is_printed_with_its_day(book):
    def intake(number, day, amount):
        moment = Moment.of(datetime(2025, 11, day, 12, tzinfo=UTC))
        return Intake(str(number), "m", IntakeKind.EXTRA, moment, amount)

    intakes = (*(intake(day, day, 400.0) for day in (18, 15, 12, 10)), intake(0, 17, 200.0))
    found = printed(book, medicine("Aspirin", dose=Dose(200, "mg"), intakes=intakes))
    assert lines(found)[1] == (
        "Over the usual dose: 400 mg of Aspirin on 18 Nov, 400 mg of Aspirin on 15 Nov,"
        " 400 mg of Aspirin on 12 Nov and 1 more time."
    )


def test_what_is_taken_as_needed_says_on_how_many_days_of_the_period_it_was(book):
    def intake(number, day, kind=IntakeKind.NEEDED):
        moment = Moment.of(datetime(2025, *day, 12, tzinfo=UTC))
        return Intake(str(number), "m", kind, moment, 200.0)

    days = ((11, 18), (11, 18), (11, 12), (1, 3))
    intakes = tuple(intake(number, day) for number, day in enumerate(days))
    known = medicine("Aspirin", dose=Dose(200, "mg", AS_NEEDED), intakes=intakes)
    late = medicine("Iron", dose=Dose(1, "mg"), intakes=(intake(9, (11, 18), IntakeKind.LATE),))
    more = (DoseChange("c", PartialDate(2025, 3), Dose(400, "mg", AS_NEEDED)),)
    assert [row[1] for row in rows(printed(book, known, late, replace(known, changes=more)))] == [
        "200 mg as needed, taken on 2 days",
        "1 mg",
        "400 mg as needed (from Mar 2025), taken on 2 days",
    ]


def test_many_medicines_have_a_line_each_then_run_on_and_none_is_left_out(book):
    known = [medicine(f"Medicine {n}", dose=Dose(n, "mg", "once")) for n in range(1, 13)]
    found = printed(book, *known)
    assert len(rows(found)) == 12
    brief = found.printed(step=6)
    assert brief.table is None
    said = [f"Medicine {n}, {n} mg once a day, start not recorded." for n in range(1, 13)]
    assert lines(brief)[:12] == said
    assert lines(brief.printed(step=10))[:12] == said
    assert lines(brief.printed(step=RUN_ON))[0] == " ".join(said)
