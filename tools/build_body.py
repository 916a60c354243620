"""Build the files of the body figure from its drawings: mirrored, put together, triangulated.

Run `python tools/build_body.py` after a change to assets/body/*.svg or to the vocabulary of sites.
"""

# ruff: noqa: E402 - what is imported last lies in folders that must be put on the path first

from __future__ import annotations

import json
import sys
from pathlib import Path as File
from typing import Final

ROOT: Final = File(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from body_drawings import FOLDER
from body_pictures import pictures
from body_places import BODY, INSETS, OPENED_BY
from body_views import BodyView, View, inset_views

from twitchlog.domain.site import SITES


def build() -> dict[str, str]:
    """Return the texts of the files, by name, for the drawings and the vocabulary as they are."""
    body = {name: BodyView(name) for name in BODY}
    insets = {view.name: view for name in INSETS for view in inset_views(name)}
    views: dict[str, View] = {**body, **insets}
    answers = {
        "figure": {
            "views": {name: view.written() for name, view in body.items()},
            "views_elsewhere": list(insets),
            "places": {
                site: {name: own for name, view in body.items() if (own := view.places(site))}
                for site in SITES
            },
            "details": {
                site: {name: [view.key(site)] for name, view in views.items() if site in view.sites}
                for site in SITES
            },
            "insets": {region: name for name, regions in OPENED_BY.items() for region in regions},
        },
        "insets": {name: view.written() for name, view in insets.items()},
        "pictures": pictures(views),
    }
    return {
        name: json.dumps(answer, separators=(",", ":")) + "\n" for name, answer in answers.items()
    }


if __name__ == "__main__":
    for name, text in build().items():
        (FOLDER / f"{name}.json").write_text(text, encoding="utf-8")
