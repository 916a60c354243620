"""The web page: what a screen reader finds in it, what a browser loads, what the eye can read."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from support import golden as five
from support.hostile import WORDS
from twitchlog.reports.visit.annex import Wide, read_annex
from twitchlog.reports.visit.html import write_html
from twitchlog.reports.visit.html.markup import own, words
from twitchlog.reports.visit.own_words import say_rest
from twitchlog.reports.visit.printable import legible
from twitchlog.reports.visit.prose import NBSP
from twitchlog.reports.visit.text import as_data

VOID = {"meta", "br"}
LOADS = {
    "script",
    "img",
    "link",
    "iframe",
    "object",
    "embed",
    "base",
    "form",
    "a",
    "audio",
    "video",
}


class Element:
    def __init__(self, name, attributes, parent):
        self.name, self.attributes, self.parent = name, dict(attributes), parent
        self.children, self.words = [], []

    @property
    def text(self):
        return " ".join("".join(self.pieces()).replace(NBSP, " ").split())

    def pieces(self):
        for each in self.words:
            if isinstance(each, Element):
                yield from each.pieces()
                yield " " if each.name in {"p", "td", "th", "tr", "li", "h1", "h2"} else ""
            else:
                yield each

    def all(self, *names):
        for each in self.children:
            if each.name in names or not names:
                yield each
            yield from each.all(*names)

    def first(self, name):
        return next(self.all(name))


class Tree(HTMLParser):
    """Reads a page strictly: what is opened is closed, in order, and no attribute comes twice."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("", (), None)

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _value in attrs}) == len(attrs)
        element = Element(tag, attrs, self.here)
        self.here.children.append(element)
        self.here.words.append(element)
        if tag not in VOID:
            self.here = element

    def handle_endtag(self, tag):
        assert tag == self.here.name
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.words.append(data)


@pytest.fixture(scope="module")
def page(golden):
    """Return the tree of a golden diary's page: `page("example")`."""
    kept = {}

    def read(name, *, more=False):
        if (name, more) not in kept:
            tree = Tree()
            tree.feed(write_html(golden.summary(name), annex_of(golden, name) if more else None))
            tree.close()
            assert tree.here is tree.root
            kept[name, more] = tree.root
        return kept[name, more]

    return read


def annex_of(golden, name):
    with golden.opened(name) as diary:
        return read_annex(diary, golden.summary(name), entries=True)


@pytest.mark.parametrize("name", five.NAMES)
def test_it_has_a_language_a_title_one_main_heading_and_a_heading_for_each_block(
    page, golden, name
):
    root, summary = page(name), golden.summary(name)
    assert root.first("html").attributes["lang"] == "en"
    assert root.first("title").text == summary.header.title
    assert [each.text for each in root.all("h1")] == [summary.header.title]
    assert [each.name for each in root.first("body").children] == ["main"]
    headings = [each.text for each in root.all("h2")]
    expected = [
        summary.signs.heading, "The seven questions", summary.body_map.heading,
        summary.medicines.heading, summary.tests.heading, summary.triggers.heading,
        summary.questions.heading,
    ]  # fmt: skip
    assert [each for each in headings if each in expected] == expected
    assert not list(root.all("h3", "h4"))
    for section in root.all("section"):
        assert section.children[0].attributes["id"] == section.attributes["aria-labelledby"]


@pytest.mark.parametrize("name", five.NAMES)
def test_the_seven_answers_stand_in_order_and_say_what_the_data_says(page, golden, name):
    table = next(
        each for each in page(name).all("section") if each.children[0].text == "The seven questions"
    ).first("table")
    rows = list(table.first("tbody").all("tr"))
    data = as_data(golden.summary(name))["answers"]
    since = golden.summary(name).since_visit
    if since is not None:
        assert rows.pop().children[1].text == squeezed(since.said.plain)
    assert len(rows) == 7
    for number, (row, answer, told) in enumerate(
        zip(rows, golden.summary(name).answers, data, strict=True), 1
    ):
        head, cell = row.children
        assert head.text.startswith(f"{number} {answer.label}")
        assert head.text.endswith(answer.question)
        assert cell.text == squeezed(answer.printed().plain)
        assert answer.own_words or cell.text == squeezed(told["answer"])


def squeezed(text):
    return " ".join(legible(text).replace(NBSP, " ").split())


@pytest.mark.parametrize("name", five.NAMES)
def test_every_line_and_every_row_of_the_blocks_is_on_the_page(page, golden, name):
    root, summary = page(name), golden.summary(name)
    text = root.first("main").text
    for block in (summary.medicines, summary.tests, summary.triggers):
        for line in block.lines:
            assert squeezed(say_rest(line.said.plain, annex=False)) in text
            assert squeezed(line.words()) in text
        for row in block.table.rows if block.table else ():
            assert " ".join(squeezed(cell.plain) for cell in row) in text
    for _label, lines in summary.signs.rows:
        for line in lines:
            assert squeezed(line.said.plain) in text
            assert squeezed(line.words()) in text
    for question in summary.questions.asked:
        assert squeezed(f"“{' '.join(question.split())}”") in text


WITH_ANNEX = [*((name, False) for name in five.NAMES), ("example", True), ("hostile", True)]


@pytest.mark.parametrize(("name", "more"), WITH_ANNEX)
def test_every_table_has_heads_for_its_columns_and_rows(page, name, more):
    for table in page(name, more=more).all("table"):
        width = {len(row.children) for row in table.all("tr")}
        assert len(width) == 1
        for row in table.first("tbody").all("tr"):
            assert (row.children[0].name, row.children[0].attributes["scope"]) == ("th", "row")
        for cell in (cell for head in table.all("thead") for cell in head.all("th")):
            assert cell.attributes["scope"] == "col"
            assert cell.text


@pytest.mark.parametrize("name", five.NAMES)
def test_every_picture_tells_its_numbers(page, golden, name):
    summary = golden.summary(name)
    told = [summary.body_map.alt]
    told += [each.alt for each in (summary.day_by_day, summary.time_of_day) if each]
    drawn = page(name).all("svg")
    assert [squeezed(svg.first("desc").text) for svg in drawn] == [squeezed(each) for each in told]


@pytest.mark.parametrize(("name", "more"), WITH_ANNEX)
def test_every_picture_has_a_title_and_words_and_no_id_is_there_twice(page, name, more):
    root = page(name, more=more)
    drawn = list(root.all("svg"))
    ids = [each.attributes["id"] for each in root.all() if "id" in each.attributes]
    assert len(set(ids)) == len(ids)
    for svg in drawn:
        assert svg.attributes["role"] == "img"
        assert svg.first("title").text
        assert svg.first("desc").text
        assert set(svg.attributes["aria-labelledby"].split()) <= set(ids)
        assert svg.parent.name == "figure"
    pointed = {
        found for each in root.all() for value in each.attributes.values()
        for found in re.findall(r"url\(#([^)]+)\)", value)
    }  # fmt: skip
    pointed |= {each.attributes["href"][1:] for each in root.all("use")}
    assert pointed <= set(ids)


@pytest.mark.parametrize(("name", "more"), WITH_ANNEX)
def test_nothing_is_loaded_nothing_runs_and_no_address_is_in_it(page, golden, name, more):
    root = page(name, more=more)
    assert not list(root.all(*LOADS))
    for each in root.all():
        for key, value in each.attributes.items():
            assert not key.startswith("on")
            assert key not in {"src", "action", "srcset", "data", "xmlns"}
            assert key != "href" or value.startswith("#")
            assert "//" not in value
    style = root.first("style").text
    assert "url(" not in style
    assert "@import" not in style
    if name != "hostile":
        assert "://" not in write_html(golden.summary(name))


def test_what_a_person_typed_is_there_as_text_whatever_it_looks_like(page):
    root = page("hostile")
    text = root.first("main").text
    for each in WORDS[:3]:
        assert squeezed(each) in text
    assert "<script>alert(1)</script>" in text
    assert not set(text) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069")
    for number in (1, 7):
        assert f"“[own words {number}]" in text


def test_words_of_the_persons_own_stand_in_the_direction_they_are_written(page):
    quoted = [each for each in page("hostile").all("bdi") if each.text.startswith("“[question")]
    assert len(quoted) == 5
    assert all(each.attributes["dir"] == "auto" for each in quoted)
    assert own("אבג") == '<bdi dir="auto">אבג</bdi>'
    assert words("Cramps, “אבג 5”, since May") == "Cramps, <bdi>“אבג 5”</bdi>, since May"
    assert words("אבג 5 דהו mg") == "<bdi>אבג 5 דהו</bdi> mg"


def test_the_annex_follows_the_page_part_by_part_with_its_pictures(page, golden):
    root, annex = page("example", more=True), annex_of(golden, "example")
    headings = [each.text for each in root.all("h2")]
    assert headings[-len(annex.parts) :] == [part.heading for part in annex.parts]
    assert headings[0] == golden.summary("example").signs.heading
    text = root.first("main").text
    for part in annex.parts:
        for item in part.items:
            if isinstance(item, Wide):
                for row in item.table.rows:
                    assert " ".join(" ".join(squeezed(cell.plain) for cell in row).split()) in text
    assert len(list(root.all("figure"))) > len(list(page("example").all("figure"))) + 3


def test_exact_values_add_up_to_what_is_said_above_them(page, golden):
    summary = golden.summary("example")
    tables = {each.first("caption").text: each for each in page("example").all("table")
              if list(each.all("caption"))}  # fmt: skip
    hours = [int(row.children[1].text) for row in rows_of(tables["Time of day"])]
    assert sum(hours) == summary.entries
    days = [
        row.children[1].text.split(" of ") for row in rows_of(tables["Day by day (–: not logged)"])
    ]
    assert sum(int(part) for part, _whole in days) == summary.twitching
    assert sum(int(whole) for _part, whole in days) == summary.logged
    values = [
        value for row in rows_of(tables["Day by day (–: not logged)"])
        for value in row.children[2].text.split(", ")
    ]  # fmt: skip
    assert len(values) == 90
    assert values.count("–") == 90 - summary.logged
    assert sum(int(value) for value in values if value != "–") == summary.entries
    places = [int(row.children[1].text) for row in rows_of(tables[summary.body_map.heading])]
    assert places == [place.entries for place in summary.body_map.places]


def rows_of(table):
    return list(table.first("tbody").all("tr"))


def test_only_the_named_colours_and_the_colour_of_the_text_are_used(page):
    root = page("example")
    rules = root.first("style").text.partition("* { box-sizing")[2]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(", rules)
    for each in (part for svg in root.all("svg") for part in svg.all()):
        said = " ".join(f"{key}: {value}" for key, value in each.attributes.items())
        assert not re.findall(r"(?:fill|stroke): ?(?!none|currentColor)[#a-z]\S*", said)
