"""Put the page together in the order it is read: the same blocks as on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from twitchlog import paths
from twitchlog.reports.visit.html.annex import annex_sections
from twitchlog.reports.visit.html.colours import colours
from twitchlog.reports.visit.html.markup import (
    NOTHING,
    Html,
    filled,
    joined,
    lines,
    own,
    said,
    scrolled,
    section,
    table,
    tag,
    words,
)
from twitchlog.reports.visit.html.pictures import body_figure, day_chart, hour_chart
from twitchlog.reports.visit.html.values import values
from twitchlog.reports.visit.own_words import cut_quote, say_rest
from twitchlog.reports.visit.prose import quoted
from twitchlog.translation import _, language

if TYPE_CHECKING:
    from twitchlog.reports.visit.annex import Annex
    from twitchlog.reports.visit.summary import Answer, Block, EntryList, Line, VisitSummary

# Nothing is loaded and nothing runs, whatever a person may have typed.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write_html(summary: VisitSummary, annex: Annex | None = None) -> str:
    """Return the page as one HTML file, which needs nothing besides; nothing is left out."""
    style = f"{colours()}{paths.asset('report/visit.css').read_text('utf-8')}"
    head = Html(
        '<meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="color-scheme" content="light dark">'
        f"{tag('title', words(summary.header.title))}<style>\n{style}</style>"
    )
    body = tag("body", _body(summary, annex))
    page = tag(
        "html", Html("\n"), tag("head", head), Html("\n"), body, Html("\n"),
        lang=language(), dir="ltr",
    )  # fmt: skip
    return f"<!DOCTYPE html>\n{page}\n"


def _body(summary: VisitSummary, annex: Annex | None) -> Html:
    blocks = [
        _header(summary),
        _signs(summary),
        _answers(summary),
        section(summary.body_map.heading, body_figure(summary.body_map), id_="map", class_="side"),
        *_charts(summary),
        _block(summary.medicines, "medicines", annex=annex),
        _block(summary.tests, "tests", annex=annex, class_="side"),
        _block(summary.triggers, "triggers", annex=annex),
        _questions(summary),
        tag("p", words(summary.note), class_="wide note"),
    ]
    exact = values(summary)
    if exact:
        blocks.append(section(_("The exact values"), exact, id_="values", class_="wide values"))
    blocks += annex_sections(annex) if annex else ()
    blocks.append(tag("footer", lines(words(summary.header.footer)), class_="wide"))
    return tag("main", Html("\n"), joined(blocks, "\n"), Html("\n"))


def _header(summary: VisitSummary) -> Html:
    header = summary.header
    return tag(
        "header",
        tag("h1", words(header.title)),
        tag("div", lines(said(header.person), said(header.logged))),
        tag("div", lines(words(header.visit), words(header.entries))),
        lines(said(header.short_diary)),
        class_="wide",
    )


def _signs(summary: VisitSummary) -> Html:
    rows = [
        (words(label), lines(*(part for line in found for part in (said(line.said), _own(line)))))
        for label, found in summary.signs.rows
    ]
    return section(summary.signs.heading, table((), rows), id_="signs", class_="wide signs")


def _answers(summary: VisitSummary) -> Html:
    rows = [(_question(answer), _answer(answer)) for answer in summary.answers]
    since = summary.since_visit
    if since:
        rows.append((words(since.label), said(since.said)))
    head = (_("Question"), _("Answer from the diary"))
    return section(_("The seven questions"), table(head, rows), id_="questions", class_="questions")


def _question(answer: Answer) -> Html:
    asked = tag("span", words(answer.question), class_="asked")
    return joined((words(f"{answer.number} {answer.label}"), asked))


def _answer(answer: Answer) -> Html:
    """Return an answer, the person's own words first and in the direction they are written."""
    if not answer.own_words:
        return said(answer.said)
    mine = tag("strong", own(cut_quote(answer.own_words, len(answer.own_words))))
    return joined((filled(_("{words} (own words)."), words=mine), said(answer.after_own)))


def _own(line: Line) -> Html:
    """Return the words put to a statement, marked as the person's own unless cited."""
    if not line.own_words.strip():
        return NOTHING
    quote = own(cut_quote(line.own_words, len(line.own_words)))
    return quote if line.cited else filled(_("Own words: {words}"), words=quote)


def _charts(summary: VisitSummary) -> list[Html]:
    if summary.entry_list:
        return [_entries(summary.entry_list)]
    days, hours = summary.day_by_day, summary.time_of_day
    charts = []
    if days:
        chart = scrolled(day_chart(days), days.headline)
        charts.append(section(days.headline, chart, id_="days"))
    if hours:
        charts.append(section(hours.headline, hour_chart(hours), id_="hours", class_="side"))
    return charts


def _entries(listed: EntryList) -> Html:
    rows = [tuple(words(cell) for cell in row.printed()) for row in listed.rows]
    found = scrolled(table(listed.head, rows), listed.heading) if rows else NOTHING
    return section(
        listed.heading, found, lines(words(listed.days)), id_="entries", class_="wide entries"
    )


def _block(block: Block, id_: str, *, annex: Annex | None, class_: str = "") -> Html:
    parts = (
        joined((Html(say_rest(said(line.said), annex=annex is not None)), _own(line)))
        for line in block.lines
    )
    rows = [tuple(said(cell) for cell in row) for row in block.table.rows] if block.table else []
    listed = table(block.table.head, rows) if block.table and rows else NOTHING
    return section(block.heading, listed, lines(*parts), id_=id_, class_=class_)


def _questions(summary: VisitSummary) -> Html:
    asked = summary.questions.asked
    listed = tag("ol", *(tag("li", own(quoted(question))) for question in asked))
    none = lines(words(_("Nothing is written down yet.")))
    return section(summary.questions.heading, listed if asked else none, id_="asked", class_="side")
