"""Every diary can be had in every form, and all of them give the same seven answers."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from support import golden as five
from support.bundles import written
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.domain.experiment import Experiment, draw
from twitchlog.domain.figures import Tried
from twitchlog.domain.moment import Moment
from twitchlog.domain.profile import QUESTIONS
from twitchlog.reports.visit.annex import Annex
from twitchlog.reports.visit.answers import LABELS
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.forms import Form, Wishes, prepare
from twitchlog.reports.visit.html import write_html
from twitchlog.reports.visit.locking import what_it_protects
from twitchlog.reports.visit.own_words import REST
from twitchlog.reports.visit.printable import legible
from twitchlog.reports.visit.text import as_data, write_text
from twitchlog.translation import _, speaking

TRIAL = Experiment(
    "e", "caffeine", "Coffee", "No coffee", draw(7, pairs=6), date(2026, 1, 1),
    Moment.of(datetime(2025, 12, 30, 12, tzinfo=UTC)),
)  # fmt: skip


def squeezed(words):
    return "".join(legible(words).split())


def of_html(content):
    body = content.decode().partition("<body>")[2]
    asked = re.sub(r'<span class="asked">.*?</span>', "", body)
    return html.unescape(re.sub(r"<[^>]*>", "", asked))


def of_fhir(content):
    found = [each["resource"] for each in json.loads(content)["entry"]]
    (response,) = [each for each in found if each["resourceType"] == "QuestionnaireResponse"]
    return " ".join(answer["valueString"] for item in response["item"] for answer in item["answer"])


READ = {Form.HTML: of_html, Form.TEXT: bytes.decode, Form.FHIR: of_fhir}


@pytest.mark.parametrize("name", five.NAMES)
def test_the_seven_answers_stand_in_order_in_every_form_and_are_those_of_the_data(golden, name):
    summary = golden.summary(name)
    told = [
        squeezed(answer.printed().plain if answer.own_words else each["answer"])
        for answer, each in zip(summary.answers, as_data(summary)["answers"], strict=True)
    ]
    made = {
        Form.HTML: write_html(summary).encode(),
        Form.TEXT: write_text(summary).encode(),
        Form.FHIR: written(golden, name),
    }
    for form, content in made.items():
        text, at = squeezed(READ[form](content)), 0
        for answer in told:
            at = text.index(answer, at) + len(answer)


def test_what_is_only_counted_says_where_to_read_it_in_every_form(golden):
    visit, profile = golden.read("example")
    tried = tuple(Tried(f"Remedy {n}", True, None, None) for n in range(6))
    many = replace(visit, tried=tried, trials=((TRIAL, ()),) * 4)
    summary = summarise(many, profile, made=five.TODAY)
    annex = Annex(())
    texts = {
        "diary": [write_text(summary), write_html(summary), json.dumps(as_data(summary))],
        "annex": [write_text(summary, annex), write_html(summary, annex)],
    }
    for text in texts["diary"]:
        assert squeezed("And 2 more (more in the diary).") in squeezed(text)
    for text in texts["annex"]:
        assert squeezed("And 2 more (annex).") in squeezed(text)
    for text in (*texts["diary"], *texts["annex"]):
        assert squeezed("2 earlier trials (more in the diary).") in squeezed(text)
        assert REST not in text


def test_a_form_is_saved_whole_or_not_at_all_and_never_names_the_person_in_the_files_name(
    golden, tmp_path
):
    with golden.opened("example") as diary:
        pages = [prepare(diary, form, five.period("example")) for form in Form]
    for form, page in zip(Form, pages, strict=True):
        assert page.name == f"muscle-twitching-summary-2026-06-18{form.ending}"
        saved = page.save(tmp_path / page.name)
        assert saved.path.stat().st_size > 1000
        with pytest.raises(ReportNotSaved):
            page.save(tmp_path / "missing" / page.name)
    assert len(list(tmp_path.iterdir())) == len(Form)


def test_a_page_without_name_and_birth_date_has_neither_in_any_form(golden):
    with golden.opened("example") as diary:
        pages = [
            prepare(diary, form, five.period("example"), Wishes(nameless=True)).content()
            for form in READ
        ]
    for content in pages:
        assert b"Alex" not in content
        assert b"1987" not in content


def test_the_page_speaks_its_own_language_in_every_form_and_tells_of_it_in_the_programs(
    golden, tmp_path
):
    with golden.opened("one") as diary:
        pages = [
            prepare(diary, form, five.period("one"), Wishes(language="de", password=password))
            for form, password in ((Form.PDF, ""), (Form.HTML, ""), (Form.FHIR, ""),
                                   (Form.PDF, "four words are good"))
        ]  # fmt: skip
    printed, web, record, locked = (page.content() for page in pages)
    asked = pages[0].summary.answers[0].question
    with speaking("de"):
        assert asked == _(QUESTIONS[0]) != QUESTIONS[0]
        label = _(LABELS[0])
    assert PdfReader(BytesIO(printed)).root_object["/Lang"] == "de"
    read = PdfReader(BytesIO(printed)).pages[0].extract_text()
    assert squeezed(label) in squeezed(read)
    assert b'<html lang="de"' in web
    assert json.loads(record)["language"] == "de"
    assert locked
    assert _(QUESTIONS[0]) == QUESTIONS[0]
    saved = pages[3].save(tmp_path / "locked.pdf")
    assert saved.notes == (what_it_protects(),)
