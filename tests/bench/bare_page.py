"""The least a program with these libraries can be: a command, a query, an empty page as a PDF."""

from __future__ import annotations

import sys

import numpy as np
import sqlalchemy as sa
import typer
import typst

PAGE = b'#set document(title: "x")\n#set text(font: "DejaVu Sans", lang: "en")\n'


def page(diary: str, fonts: str) -> None:
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


if __name__ == "__main__":
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(page)
    sys.exit(app())
