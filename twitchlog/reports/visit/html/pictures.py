"""The charts and the body map as drawings within the page, in the colour of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from twitchlog.reports.charts.printed.page import day_bars, hour_bars
from twitchlog.reports.visit import figure
from twitchlog.reports.visit.html.markup import Html, joined, said, tag, words
from twitchlog.reports.visit.layout import CHART_MM, MAP_MM
from twitchlog.reports.visit.pictures import caption
from twitchlog.reports.visit.printable import legible
from twitchlog.reports.visit.sheet import SIDE_MM, main_mm

if TYPE_CHECKING:
    from twitchlog.reports.charts.kinds.over_time import DayBars
    from twitchlog.reports.charts.two_hours import HourBars
    from twitchlog.reports.visit.summary import BodyMap

_NAMED: Final = re.compile(r"\{[^}]*\}")
_POINTER: Final = re.compile(r"url\(#([^)]+)\)")
_INK: Final = re.compile(r"#000000|\bblack\b")
_FAMILY: Final = re.compile(r"\s*font-family:[^;]*;?")
_DROPPED: Final = frozenset({"metadata", "style"})


def day_chart(chart: DayBars) -> Html:
    """Return the chart over time, as wide as on paper."""
    return _chart(chart, "days", day_bars(chart, width_mm=main_mm("a4"), height_mm=CHART_MM))


def hour_chart(chart: HourBars) -> Html:
    """Return the chart of the hours."""
    return _chart(chart, "hours", hour_bars(chart, width_mm=SIDE_MM, height_mm=CHART_MM))


def body_figure(body: BodyMap) -> Html:
    """Return the body map with its caption."""
    svg = figure.draw(body, height_mm=MAP_MM)
    under = joined((words(line) for line in body.caption), "<br>")
    return _figure(inline(svg, "map", body.heading, body.alt), under)


def _chart(chart: DayBars | HourBars, name: str, svg: str) -> Html:
    return _figure(inline(svg, name, chart.headline, chart.alt), said(caption(chart)))


def _figure(svg: Html, under: Html) -> Html:
    return tag("figure", svg, tag("figcaption", under))


def inline(svg: str, name: str, title: str, description: str) -> Html:
    """Return a drawing to stand within HTML, told to a screen reader by title and description.

    Its namespaces, which HTML knows, and its own styles go; black becomes the colour of the text;
    its ids, which are unique within the drawing alone, begin with `name`.
    """
    root = ET.fromstring(svg)  # noqa: S314 - drawn by us a moment ago
    for parent in list(root.iter()):
        for child in [each for each in parent if _local(each.tag) in _DROPPED]:
            parent.remove(child)
    kept = _referred(root)
    for each in root.iter():
        each.tag = _local(each.tag)
        each.attrib = {
            _local(key): _value(_local(key), value, name)
            for key, value in each.attrib.items()
            if _local(key) != "id" or value in kept
        }
    for key in ("width", "height", "version"):
        root.attrib.pop(key, None)
    told = {"title": title, "desc": description}
    for place, (kind, text) in enumerate(told.items()):
        element = ET.Element(kind, id=f"{name}-{kind}")
        element.text = legible(text)
        root.insert(place, element)
    root.attrib |= {"role": "img", "aria-labelledby": f"{name}-title {name}-desc", "class": name}
    return Html(ET.tostring(root, encoding="unicode", method="html"))


def _referred(root: ET.Element) -> set[str]:
    """Return the ids that something in the drawing points to; no other is needed."""
    found = set()
    for each in root.iter():
        for key, value in each.attrib.items():
            found |= set(_POINTER.findall(value))
            if _local(key) == "href":
                found.add(value.removeprefix("#"))
    return found


def _value(key: str, value: str, name: str) -> str:
    if key == "id":
        return f"{name}-{value}"
    if key == "href":
        return f"#{name}-{value.removeprefix('#')}"
    if key == "font-family":
        return "inherit"
    value = _POINTER.sub(rf"url(#{name}-\1)", value)
    return _INK.sub("currentColor", _FAMILY.sub("", value) if key == "style" else value)


def _local(name: str) -> str:
    return _NAMED.sub("", name)
