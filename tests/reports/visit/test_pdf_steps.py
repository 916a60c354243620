"""What gives way when the diary is full: each step in its order, and what never does."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from support.golden import TODAY
from twitchlog.reports.visit import press
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.layout import overleaf, steps
from twitchlog.reports.visit.press import compose
from twitchlog.reports.visit.sheet import sheet
from twitchlog.reports.visit.summary import LEAST
from twitchlog.translation import speaking

PICTURES = {"map": "", "days": "", "hours": ""}


@pytest.fixture(scope="module")
def pages(golden):
    """Return the data of the page of ten years at every layout, in their order."""
    summary = golden.summary("years")
    found = []
    for layout in (*steps(), *overleaf()):
        drawn = PICTURES if layout.clock else dict.fromkeys(("map", "days"), "")
        found.append((layout, sheet(summary, layout, paper="a4", draw=lambda _at, d=drawn: d)))
    return found


def at(pages, step):
    """Return the data of the page as it stands after a step, before anything moves."""
    return [page for layout, page in pages if layout.step == step and not layout.moved][-1]


def words(part):
    """Return all texts of a part of the page as one string."""
    if isinstance(part, str):
        return part.replace("\u200b", "")
    if isinstance(part, dict):
        return " ".join(map(words, part.values()))
    return " ".join(map(words, part)) if isinstance(part, list) else ""


def answer(page, number):
    return words(page["answers"]["rows"][number - 1][1]).replace("\u00a0", " ")


def test_air_and_the_size_of_pictures_give_way_before_any_word(pages):
    parts = ("answers", "medicines", "tests", "triggers", "asked", "signs")
    for step in (0, 1, 2):
        assert [at(pages, step)[name] for name in parts] == [pages[0][1][name] for name in parts]
    assert at(pages, 1)["layout"]["gap"] < at(pages, 0)["layout"]["gap"]
    assert at(pages, 2)["layout"]["map"] < at(pages, 1)["layout"]["map"]


@pytest.mark.parametrize(("step", "part"), [(4, "tests"), (7, "medicines"), (9, "asked")])
def test_each_step_shortens_its_own_part(pages, step, part):
    before, after = words(at(pages, step - 1)[part]), words(at(pages, step)[part])
    assert len(after) < len(before)


def test_the_fifth_step_counts_places_past_two_and_leaves_the_bold_answers(pages):
    before, after = at(pages, 4), at(pages, 5)
    assert len(answer(after, 4)) < len(answer(before, 4))
    assert "other places" in answer(after, 4)
    for number in range(1, 7):
        bold = [text for text, strong in before["answers"]["rows"][number - 1][1] if strong]
        assert set(bold) <= {
            text for text, strong in after["answers"]["rows"][number - 1][1] if strong
        }


def test_the_sixth_step_lets_many_medicines_run_on_without_a_table(pages):
    assert len(at(pages, 5)["medicines"]["table"]["rows"]) > 6
    assert at(pages, 6)["medicines"]["table"] is None


def test_the_eighth_step_leaves_the_time_of_day_its_sentence(pages):
    assert at(pages, 8)["time_of_day"]["svg"] == ""
    assert at(pages, 8)["time_of_day"]["caption"] == at(pages, 7)["time_of_day"]["caption"]


def test_three_questions_are_kept_and_the_others_counted(pages):
    fewest = min(len(page["asked"]["lines"]) for _layout, page in pages)
    assert fewest == 3
    assert "more in the diary" in at(pages, 9)["asked"]["lines"][-1]


def test_what_a_doctor_must_not_miss_stands_at_every_step(pages):
    """Every sign, denominators, a value out of range, current medicines, caffeine, the note."""
    for layout, page in pages:
        signs, taken = words(page["signs"]), words(page["medicines"])
        assert "Change in feeling:" in signs
        assert "of 522" in signs.replace("\u00a0", " ")
        assert page["note"].startswith("Self-reported; general information, not a diagnosis.")
        assert "logged days" in answer(page, 3)
        assert "caffeine" in taken
        assert "Levothyroxine" in taken
        tests = page["overleaf"]["blocks"].get("tests", page["tests"])
        assert "potassium" in words(tests).lower()
        for name in layout.moved:
            if name != "days":
                assert page["overleaf"]["stubs"][name].endswith(": see page {n}")


def test_on_the_fullest_page_the_box_says_once_where_the_rest_is(pages):
    told = words(at(pages, 10)["signs"])
    assert told.count("more in the diary") == 1
    assert "Where, since when and in which words: more in the diary." in told
    assert "Tried so far: " in words(at(pages, 10)["medicines"])


def test_ten_years_without_their_tests_are_one_page(golden):
    visit, profile = golden.read("years")
    without = replace(visit, tests=(), conditions=())
    for paper in ("a4", "letter"):
        made = compose(summarise(without, profile, made=TODAY), paper=paper)
        assert made.pages == 1, paper


def test_where_a_second_page_is_needed_only_what_has_no_room_goes_there(golden):
    assert compose(golden.summary("years"), paper="a4").layout.moved == ("tests",)


def test_what_gave_way_and_has_room_again_stands_there_after_all(golden):
    """What matters most comes first: the patient's words about a sign."""
    made = compose(golden.summary("years"), paper="a4")
    assert made.layout.step == LEAST
    assert ("signs", 0) in made.layout.back
    first = PdfReader(BytesIO(made.content)).pages[0].extract_text()
    assert "Own words: “pins and needles after sitting”" in " ".join(first.split())


def test_a_heading_that_stays_names_the_page_on_which_its_block_stands(golden):
    with speaking("de"):
        summary = summarise(*golden.read("hostile"), made=TODAY)
    pages = PdfReader(BytesIO(compose(summary, paper="letter").content)).pages
    texts = [" ".join(page.extract_text().split()) for page in pages]
    named = dict(re.findall(r"((?:Alle 8|Medikamente|Befunde|Was mit)[^:]*): Seite (\d)", texts[0]))
    assert len(named) == 4
    assert {"2", "3"} == set(named.values()), "they fill more than one page"
    for heading, page in named.items():
        assert heading in texts[int(page) - 1]


def test_no_step_ever_makes_type_smaller_or_margins_narrower(pages):
    for (_before, one), (_after, other) in pairwise(pages):
        assert one["layout"]["page"] == other["layout"]["page"]
        assert one["layout"]["side"] == other["layout"]["side"]


@pytest.mark.parametrize("name", ["years", "hostile"])
def test_what_its_letters_alone_fill_is_laid_out_as_if_it_had_been_measured(
    golden, monkeypatch, name
):
    summary = golden.summary(name)
    asked = []
    monkeypatch.setattr(press, "_laid", partial(_asked, press._laid, asked))
    quick, tries = compose(summary), len(asked)
    monkeypatch.setattr(press, "_FULL", 10**9)
    measured = compose(summary)
    assert (quick.layout, quick.content) == (measured.layout, measured.content)
    assert len(asked) - tries > tries


def _asked(laid, asked, template, data):
    asked.append(template)
    return laid(template, data)
