"""Build HTML from elements and words; words are always escaped, so none can turn into markup."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Final, NewType

from twitchlog.reports.visit.printable import RIGHT_TO_LEFT, legible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twitchlog.reports.visit.prose import Prose

Html = NewType("Html", str)
NOTHING: Final = Html("")

_TURNED: Final = re.compile(
    f"“[^”]*[{RIGHT_TO_LEFT}][^”]*”|„[^“]*[{RIGHT_TO_LEFT}][^“]*“|"
    f"[{RIGHT_TO_LEFT}](?:[^„“”]*[{RIGHT_TO_LEFT}])?"
)
"""A quotation with letters written from right to left, else from the first of them to the last."""


def tag(name: str, *children: Html, **attributes: str) -> Html:
    """Return an element; `class_` stands for class, and `aria_label` for aria-label."""
    pairs = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for key, value in attributes.items()
        if value
    )
    return Html(f"<{name}{pairs}>{''.join(children)}</{name}>")


def words(text: str) -> Html:
    """Return text; what is written from right to left keeps to itself within the sentence."""
    shown, done, at = legible(text), [], 0
    for found in _TURNED.finditer(shown):
        done += [escape(shown[at : found.start()]), tag("bdi", Html(escape(found[0])))]
        at = found.end()
    return Html("".join([*done, escape(shown[at:])]))


def own(text: str) -> Html:
    """Return words of the person's own, in the direction of their first letter."""
    return tag("bdi", Html(escape(legible(text))), dir="auto") if text else NOTHING


def filled(pattern: str, **values: Html) -> Html:
    """Return a translated pattern with elements in its places."""
    return Html(escape(pattern, quote=False).format(**values))


def said(prose: Prose) -> Html:
    """Return prose with the answer itself in strong type."""
    return Html(
        "".join(tag("strong", words(run.text)) if run.bold else words(run.text)
                for run in prose.runs)
    )  # fmt: skip


def lines(*parts: Html) -> Html:
    """Return paragraphs, without those that say nothing."""
    return Html("".join(tag("p", part) for part in parts if part))


def joined(parts: Iterable[Html], between: str = " ") -> Html:
    """Return parts one after the other, without those that say nothing."""
    return Html(between.join(part for part in parts if part))


def section(heading: str, *children: Html, id_: str, class_: str = "") -> Html:
    """Return a part of the page under its heading."""
    title = tag("h2", words(heading), id=id_)
    return tag("section", title, *children, aria_labelledby=id_, class_=class_)


def table(
    head: Iterable[str], rows: Iterable[tuple[Html, ...]], *, caption: str = "", class_: str = ""
) -> Html:
    """Return a table whose first cell heads its row."""
    named = tag("caption", words(caption)) if caption else NOTHING
    titles = Html("".join(tag("th", words(title), scope="col") for title in head))
    body = Html(
        "".join(
            tag("tr", tag("th", row[0], scope="row"), *(tag("td", cell) for cell in row[1:]))
            for row in rows
        )
    )
    top = tag("thead", tag("tr", titles)) if titles else NOTHING
    return tag("table", named, top, tag("tbody", body), class_=class_)


def scrolled(wide: Html, label: str) -> Html:
    """Return what is wide, in a part that a narrow window can be moved along, also with keys."""
    return tag("div", wide, class_="scrolled", role="group", aria_label=label, tabindex="0")
