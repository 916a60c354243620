"""The recovery sheet: the key of a diary on paper, for the day its password is forgotten."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths
from twitchlog.domain.errors import ReportNotSaved
from twitchlog.reports.visit.dates import full
from twitchlog.reports.visit.press import fonts
from twitchlog.reports.visit.printable import printable
from twitchlog.reports.visit.sheet import PAPERS
from twitchlog.translation import _, language

if TYPE_CHECKING:
    from datetime import date

_WIDEST_NAME_EM: Final = 30.0


def recovery_sheet(key: str, *, name: str, made: date, paper: str = "a4") -> bytes:
    """Return the sheet as a PDF: `key` in its groups, of the diary called `name`.

    `paper` is one of `PAPERS`. The same input gives the same bytes. Raises ReportNotSaved.
    """
    import typst

    template = paths.asset("report/recovery.typ")
    data = _told(key, name, made)
    data["paper"] = PAPERS.get(paper, PAPERS["a4"])
    try:
        content: bytes = typst.compile(
            template,
            root=template.parent,
            font_paths=fonts(more=False),
            sys_inputs={"page": json.dumps(data)},
            pdf_standards=["a-2a", "ua-1"],
            timestamp=datetime.combine(made, time(12), tzinfo=UTC),
            format="pdf",
        )
    except (typst.TypstError, RuntimeError) as problem:
        raise ReportNotSaved(_("The page could not be laid out. The diary is safe.")) from problem
    return content


def _told(key: str, name: str, made: date) -> dict[str, Any]:
    return {
        "lang": language(),
        "title": _("Recovery sheet of a TwitchLog diary"),
        "of": printable(
            _("Of “{name}”, made on {day}.").format(name=_plain(name), day=full(made)),
            widest=_WIDEST_NAME_EM,
        ),
        "purpose": _(
            "With this key the diary opens when its password is forgotten. There is no other way."
        ),
        "groups": key.split("-"),
        "parts": [
            {
                "title": _("How to use it"),
                "numbered": True,
                "lines": [
                    _("Start TwitchLog. It asks for the password."),
                    _("Choose “Use the recovery key”."),
                    _(
                        "Type the groups in their order. Small letters and blanks are fine, and a "
                        "group that is mistyped is named. There is no 0, 1 or 8 in the key: they "
                        "are the letters O, I and B."
                    ),
                    _(
                        "Then choose a new password: Settings, Password and recovery sheet, "
                        "Change the password. Where it asks for the old one, type this key. From "
                        "then on this sheet opens nothing; make a new one."
                    ),
                ],
            },
            {
                "title": _("Keep it safe"),
                "numbered": False,
                "lines": [
                    _("Whoever has this sheet and the file of the diary can read all of it."),
                    _("Keep it where you keep your papers, and away from the computer."),
                    _("Do not photograph it. A file of it belongs on a stick in a drawer."),
                ],
            },
        ],
    }


def _plain(name: str) -> str:
    """Return a file's name in letters that the sheet's own font has."""
    return "".join(each if ord(each) < 0x250 else "?" for each in name)
