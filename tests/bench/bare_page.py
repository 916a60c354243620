"""The least a program with these libraries can be: a command, a query, an empty page as a PDF.

    python bare_page.py DIARY FONTS [memory]

With `memory` it says how much it holds at the end, which is when it holds most.
"""

from __future__ import annotations

import json
import sys
from typing import Annotated

import numpy as np
import sqlalchemy as sa
import typer
import typst

PAGE = b'#set document(title: "x")\n#set text(font: "DejaVu Sans", lang: "en")\n'


def page(diary: str, fonts: str, then: Annotated[str, typer.Argument()] = "") -> None:
    """Count the entries of a diary and typeset an empty page with our fonts."""
    engine = sa.create_engine(f"sqlite:///{diary}")
    with engine.connect() as connection:
        counted = connection.execute(sa.text("SELECT count(*) FROM twitches")).scalar_one()
    np.zeros(1)
    own = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts])
    made = typst.Compiler(PAGE, font_paths=own).compile(
        format="pdf", pdf_standards=["a-2a", "ua-1"]
    )
    print(counted, len(made))
    if then == "memory":
        import psutil

        print(json.dumps({"mb": psutil.Process().memory_info().rss / 1e6}))


if __name__ == "__main__":
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(page)
    sys.exit(app())
