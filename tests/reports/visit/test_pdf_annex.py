"""The pages after the summary: its parts one below the other, with nothing cut."""

from __future__ import annotations

import io
from datetime import timedelta
from statistics import median

import pdfplumber
import pypdf
import pytest

from support import golden as diaries
from support.standards import faults
from twitchlog.diary.example import fill
from twitchlog.domain.medication import Dose
from twitchlog.domain.page_sections import Section
from twitchlog.domain.period import Period
from twitchlog.domain.profile import PartialDate
from twitchlog.reports.visit.annex import Maps, Under, Wide, read_annex
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.pdf import STANDARD_NAMES, compose
from twitchlog.reports.visit.prose import Prose

PARTS = (
    "A. Places", "B. Weeks", "C. Medicines and treatments", "D. Factors", "E. Tests",
    "F. Answers on signs and symptoms", "G. The patient’s notes", "H. Method",
)  # fmt: skip


@pytest.fixture(scope="module")
def annex_of(golden):
    """Return a function that reads the annex of a golden diary once."""
    known = {}

    def read(name, *, entries=False):
        if (name, entries) not in known:
            with golden.opened(name) as diary:
                summary = golden.summary(name)
                known[name, entries] = read_annex(diary, summary, entries=entries)
        return known[name, entries]

    return read


def annex_in(diary, period, *, entries=False):
    """Read the annex to the page of a period, as of the diary's today."""
    made = diary.clock.now().day
    summary = summarise(diary.figures.visit(period), diary.profile.get(), made=made)
    return read_annex(diary, summary, entries=entries)


def part(annex, letter):
    (found,) = [each for each in annex.parts if each.heading.startswith(f"{letter}.")]
    return found


def rows(item):
    """Return a table's cells as plain text."""
    return [tuple(cell.plain.replace("\u00a0", " ") for cell in row) for row in item.table.rows]


def tables(annex, letter):
    return [rows(item) for item in part(annex, letter).items if isinstance(item, Wide)]


@pytest.fixture(scope="module")
def printed(golden, annex_of):
    """Return a function that prints a golden diary with its annex once, and reads it back."""
    known = {}

    def read(name):
        if name not in known:
            made = compose(golden.summary(name), paper="letter", annex=annex_of(name))
            known[name] = made, pypdf.PdfReader(io.BytesIO(made.content))
        return known[name]

    return read


@pytest.mark.parametrize("name", diaries.NAMES)
def test_a_validator_finds_no_fault_in_page_and_annex(printed, name):
    assert faults(printed(name)[0].content) == set()


@pytest.mark.parametrize("name", ["none", "example", "hostile"])
def test_the_parts_follow_each_other_with_a_heading_of_the_first_level(printed, name):
    made, reader = printed(name)
    assert made.standard == STANDARD_NAMES
    assert made.all_pages == len(reader.pages)
    texts = [page.extract_text() for page in reader.pages]
    found = [line for text in texts for line in text.splitlines() if line in PARTS]
    assert found == list(PARTS)
    assert texts[made.pages].startswith(PARTS[0])
    assert f"Page 1 of {made.all_pages}" in texts[0]
    headings = [title for level, title in outline(reader) if level == "/H1"]
    assert len(headings) == 1 + len(PARTS)


def test_short_parts_share_a_page_and_no_heading_stands_at_the_foot_of_one(printed):
    assert printed("none")[0].all_pages == 2
    least = 60 / 25.4 * 72
    with pdfplumber.open(io.BytesIO(printed("hostile")[0].content)) as pdf:
        for page in pdf.pages[printed("hostile")[0].pages :]:
            large = [char for char in page.chars if char["size"] > 14]
            assert all(char["bottom"] < page.height - least for char in large)


def test_the_annex_says_nothing_to_the_user_about_charts_to_come(annex_of):
    assert [type(item) for item in part(annex_of("none"), "B").items] == [Under, Prose, Wide]


def outline(reader):
    """Yield the tag and the alternative text of each structure element in reading order."""

    def walk(node):
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            found = child.get_object() if hasattr(child, "get_object") else child
            if isinstance(found, dict) and "/S" in found:
                yield str(found["/S"]), str(found.get("/Alt", ""))
                yield from walk(found)

    return walk(reader.trailer["/Root"]["/StructTreeRoot"])


def test_every_picture_of_the_annex_has_an_alternative_text(printed):
    alts = [alt for kind, alt in outline(printed("example")[1]) if kind == "/Figure"]
    assert len(alts) >= 3 + 3 + 2
    assert all(len(alt) > 20 for alt in alts)


def test_what_was_cut_is_said_to_be_in_the_annex_where_there_is_one(golden, printed):
    made, reader = printed("example")
    alone = compose(golden.summary("example"), paper="letter")
    assert alone.pages == made.pages == 1
    pages = [pypdf.PdfReader(io.BytesIO(alone.content)).pages[0], reader.pages[0]]
    first = [" ".join(page.extract_text().split()) for page in pages]
    assert "(more in the diary)" in first[0]
    assert "(annex)" in first[1]
    assert "more in the diary" not in first[1]


def test_the_places_add_up_to_the_entries_and_their_medians_are_worked_out(golden, annex_of):
    visit, _profile = golden.read("example")
    (places,) = tables(annex_of("example"), "A")
    assert [int(row[1].split()[0]) for row in places] == [
        count.entries for count in visit.figures.sites
    ]
    with golden.opened("example") as diary:
        long = [
            twitch.duration_s
            for twitch in diary.twitches.between(diaries.period("example"))
            if "calf-left" in twitch.sites and twitch.duration_s is not None
        ]
    (calf,) = [row for row in places if row[0] == "left calf"]
    assert calf[-1] in {"100 s", f"{round(median(long) / 60)} min", f"{median(long) / 60:g} min"}


def test_the_body_maps_of_the_three_thirds_hold_every_entry(golden, annex_of):
    (maps,) = [item for item in part(annex_of("example"), "A").items if isinstance(item, Maps)]
    assert len(maps.maps) == 3
    assert sum(body.entries for body in maps.maps) == golden.read("example")[0].figures.entries


def test_the_calendar_has_each_day_once_and_a_gap_is_no_zero(golden, annex_of):
    (weeks,) = tables(annex_of("example"), "B")
    figures = golden.read("example")[0].figures
    cells = [cell for row in weeks for cell in row[1:8] if cell]
    assert len(cells) == figures.period.days
    assert cells.count("–") == figures.period.days - figures.logged
    assert sum(int(cell) for cell in cells if cell != "–") == figures.entries
    shares = [row[8].split("/") for row in weeks if "/" in row[8]]
    assert sum(int(twitching) for twitching, _logged in shares) == figures.twitching
    assert sum(int(logged) for _twitching, logged in shares) == figures.logged


def test_every_dose_change_is_a_row_from_its_day_to_the_next(diary, clock):
    today = clock.now().day
    added = diary.medications.add(
        "Hydrochlorothiazide", dose=Dose(12.5, "mg", "once"), started=PartialDate(2025, 3)
    ).value
    changed = today - timedelta(days=20)
    diary.medications.change_dose(
        added.id, PartialDate(changed.year, changed.month, changed.day), Dose(25, "mg", "once")
    )
    found = tables(annex_in(diary, diaries.period("example")), "C")[0]
    assert [row[1] for row in found] == ["12.5 mg once a day", "25 mg once a day"]
    assert found[0][2:] == ("March 2025", found[1][2])
    assert found[1][0] == "new dose"


def test_every_factor_stands_there_with_lag_days_range_and_verdict(golden, annex_of):
    (found,) = tables(annex_of("example"), "D")
    seen = golden.summary("example").look
    assert seen is not None
    assert len(found) == len(seen.judged) + len(seen.table.left_out) + bool(seen.suspect)
    assert {row[2] for row in found} <= {"same day", "the day before"}
    assert all(row[3].isdigit() and row[5] for row in found)
    assert len([row for row in found if "×" in row[4]]) == seen.could_be_judged
    (sleep,) = [row for row in found if row[:2] == ("Sleep", "1 hour less")]
    recorded = golden.read("example")[0].figures.amounts["sleep"]
    assert int(sleep[3]) == len(recorded)


def test_every_value_of_a_test_stands_with_unit_and_range(golden, annex_of):
    visit, _profile = golden.read("example")
    found = [row for table in tables(annex_of("example"), "E") for row in table]
    assert len(found) == sum(len(test.values) for test in visit.tests)
    assert ("Potassium", "3.3 mmol/l", "3.5–5.1", "below the laboratory’s range") in found


def test_each_day_of_answers_on_signs_is_a_row_with_yes_and_no(golden, annex_of):
    visit, _profile = golden.read("example")
    (found,) = tables(annex_of("example"), "F")
    assert len(found) == len({answer.day for answer in visit.symptoms})
    assert any("“pins and needles after sitting”" in yes for _day, yes, _no in found)
    assert {no for _day, _yes, no in found} >= {"cramps, tiredness", "change in feeling"}


def test_what_was_always_answered_no_is_named_once_with_how_often_it_was_asked(golden, annex_of):
    weeks = len({answer.day for answer in golden.read("example")[0].symptoms})
    (said,) = [
        item.plain for item in part(annex_of("example"), "F").items if hasattr(item, "plain")
    ]
    assert said.replace("\N{NO-BREAK SPACE}", " ") == (
        f"Always no, in {weeks} answers each, 25 Mar to 17 Jun 2026: weakness, loss of muscle size,"
        " trouble speaking, trouble swallowing, trouble breathing, stiffness, pain."
    )


def test_where_every_answer_is_a_no_there_is_no_table_of_days(diary):
    today = diary.clock.now().day
    for days in (7, 0):
        diary.symptoms.answer("weakness", present=False, day=today - timedelta(days=days))
    diary.symptoms.answer("fever", present=False, day=today)
    found = part(annex_in(diary, Period.ending(today, days=30)), "F")
    assert [item.plain.replace("\N{NO-BREAK SPACE}", " ") for item in found.items] == [
        "Always no, in 2 answers each, 11 to 18 Jun 2026: weakness.",
        "Always no, in 1 answer, 18 Jun 2026: fever.",
    ]


def test_answers_from_before_the_period_are_summed_up_below_those_of_its_days(golden):
    last = diaries.TODAY
    with golden.opened("example") as diary:
        annex = annex_in(diary, Period.ending(last, days=30))
    inside, before = tables(annex, "F")
    assert 0 < len(inside) <= 5, "one day of answers a week"
    assert Under("Before 20\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2026") in part(annex, "F").items
    visit, _profile = golden.read("example")
    weak = [each for each in visit.symptoms if each.kind == "weakness"]
    earlier = [each for each in weak if each.day <= last - timedelta(days=30)]
    found = {row[0]: row[1:] for row in before}
    assert found["Weakness"][0] == f"yes in 0 of {len(earlier)} weekly answers"
    assert found["Weakness"][1:3] == ("–", "–")
    assert found["Change in feeling"][1:3] == ("25 Mar 2026", "22 Apr 2026")


def test_notes_are_uncut_and_entries_are_listed_only_when_asked_for(diary):
    note = "A long note. " * 300
    for n in range(3):
        diary.twitches.log(["calf-left"], duration_s=20.0, note=note if n else "")
    period = diaries.period("one")
    today = diary.clock.now().day
    period = type(period)(today - timedelta(days=30), today)
    plain, listed = annex_in(diary, period), annex_in(diary, period, entries=True)
    (notes,) = tables(plain, "G")
    assert [row[3] for row in notes] == [f"“{note.strip()}”"] * 2
    assert not [each for each in plain.parts if each.heading.startswith("I.")]
    (entries,) = tables(listed, "I")
    assert len(entries) == 3


def test_an_empty_diary_says_what_is_not_recorded(annex_of):
    annex = annex_of("none")
    for letter in "ACEF":
        assert [item.plain for item in part(annex, letter).items] == ["Not recorded yet."]
    assert [item.plain for item in part(annex, "G").items] == ["No notes in this period."]


def test_what_the_person_leaves_out_of_the_page_is_left_out_of_the_annex(diary, clock):
    fill(diary, days=90, seed=1, until=clock.now().day)
    diary.preferences.leave_out({Section.MEDICINES, Section.TESTS, Section.TRIGGERS})
    annex = annex_in(diary, Period.ending(clock.now().day, days=90))
    for letter in "CDE":
        assert [item.plain for item in part(annex, letter).items] == ["Left out by the patient."]
    assert "Hydrochlorothiazide" not in repr(annex)
    assert "Magnesium" not in repr(annex)
