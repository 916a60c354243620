"""Write what a command has to say: to a person, a pipe or a program, in any encoding."""

from __future__ import annotations

import codecs
import io
import json
import sys
import unicodedata
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

T = TypeVar("T")
_PLAINER: Final = {
    "“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "·": "-", "×": "x",
    "\u00a0": " ", "\u200b": "",
}  # fmt: skip
_UNFOLDED: Final = 100_000


def prepare() -> None:
    """Let letters that the terminal's encoding lacks come out plainer instead of failing."""
    codecs.register_error("plainer", _plainer)
    # Started with its outputs closed, a command still does its work.
    sys.stdout = sys.stdout or io.StringIO()
    sys.stderr = sys.stderr or io.StringIO()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="plainer")


def say(sentence: str) -> None:
    """Write a sentence, or several lines, to the standard output."""
    _write(sys.stdout, sentence)


def complain(sentence: str) -> None:
    """Write one sentence about what did not work to the standard error."""
    _write(sys.stderr, sentence)


def say_json(value: Any) -> None:
    """Write a value as JSON, with escapes where the output is not in Unicode."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower()
    text = json.dumps(value, ensure_ascii=not encoding.startswith("utf"), indent=2)
    sys.stdout.write(text + "\n")


def say_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write rows of cells in columns; in a pipe each row stays on one line."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for number, title in enumerate(head):
        table.add_column(title, no_wrap=number < 2, overflow="fold")
    for row in rows:
        lines = ([line.strip() for line in safe(cell).splitlines()] for cell in row)
        table.add_row(*(" / ".join(filter(None, each)) for each in lines))
    if sys.stdout.isatty():
        # markup and emoji codes are the user's own text here
        Console(markup=False, highlight=False, emoji=False).print(table)
        return
    plain = Console(
        file=io.StringIO(), width=_UNFOLDED, markup=False, highlight=False, emoji=False,
        color_system=None,
    )  # fmt: skip
    with plain.capture() as captured:
        plain.print(table)
    say("\n".join(line.rstrip() for line in captured.get().splitlines()))


def say_list(
    held: Sequence[T],
    head: Sequence[str],
    row: Callable[[T], Sequence[str]],
    *,
    as_json: bool,
    data: Callable[[T], Any],
    none: str,
) -> None:
    """Write things as JSON or as a table with a `row` each; without any, say `none`."""
    if as_json:
        say_json([data(each) for each in held])
    elif held:
        say_table(head, [row(each) for each in held])
    else:
        say(none)


def safe(text: str) -> str:
    """Return `text` without the control characters that could steer a terminal."""
    return "".join(
        letter for letter in text if letter in "\n\t" or unicodedata.category(letter) != "Cc"
    )


def _write(stream: Any, text: str) -> None:
    stream.write(safe(text).rstrip("\n") + "\n")


def _plainer(problem: UnicodeError) -> tuple[str, int]:
    """Return what to write in place of letters the encoding lacks: `"` for a curly quote."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    return "".join(map(_plain, problem.object[problem.start : problem.end])), problem.end


def _plain(letter: str) -> str:
    if letter in _PLAINER:
        return _PLAINER[letter]
    bare = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode("ascii")
    return bare or "?"
