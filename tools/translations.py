"""Bring the translations in step with the source: `python tools/translations.py [LANGUAGE ...]`.

Gathers every sentence of `twitchlog/`, updates `assets/translations/<language>/LC_MESSAGES/`
(`twitchlog.po`, where the words are written, and `twitchlog.mo`, which the program reads), and says
what is still to be translated. A language that is named and not there yet is begun.
"""

from __future__ import annotations

import ast
import re
import sys
from inspect import cleandoc
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = PROJECT / "twitchlog"
TRANSLATIONS: Final = PROJECT / "assets" / "translations"
_IN_CONTEXT: Final = ((1, "c"), 2)
KEYWORDS: Final[Any] = {
    "_": None, "mark": None, "phrase": None, "ngettext": (1, 2), "phrases": (1, 2),
    "said": _IN_CONTEXT, "mark_said": _IN_CONTEXT,
}  # fmt: skip
_PLACE: Final = re.compile(r"\{[^{}]*\}")
_WIDTH: Final = 100


class Words(Catalog):
    """A catalogue that differs only where its words do: its head names no day and no program."""

    mime_headers = property(
        lambda self: [
            ("Language", str(self.locale_identifier)),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Plural-Forms", self.plural_forms),
        ]
    )


def main(asked: list[str]) -> int:
    """Update every translation, and those asked for; say how much of each is there."""
    template = gathered()
    there = {path.parents[1].name for path in TRANSLATIONS.glob("*/LC_MESSAGES/twitchlog.po")}
    for language in sorted(there | set(asked)):
        path = written(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        words = updated(language, template)
        path.write_bytes(as_po(words))
        path.with_suffix(".mo").write_bytes(as_mo(words))
        missing, broken = list(untranslated(words)), list(misplaced(words))
        print(f"{language}: {len(words) - len(missing)} of {len(words)} sentences translated")
        for message in missing + broken:
            print(f"  {message!r}")
    return 0


def gathered() -> Catalog:
    """Return every sentence of the source, with the files it stands in."""
    found = Words(fuzzy=False)
    for path in sorted(SOURCE.rglob("*.py")):
        where = path.relative_to(PROJECT).as_posix()
        options = {"encoding": "utf-8"}
        for line, message, _comments, context in extract_from_file(
            "python", path, KEYWORDS, (), options
        ):
            del line  # it would change with every line above it
            found.add(message, locations=[(where, 0)], context=context)
        for message in _command_helps(path):
            found.add(message, locations=[(where, 0)])
    return found


def _command_helps(path: Path) -> Iterator[str]:
    """Give the docstrings of the commands: typer shows them as their help."""
    if path.parent != SOURCE / "commands":
        return
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and any(
            argument.annotation and ast.unparse(argument.annotation) == "typer.Context"
            for argument in node.args.args
        ):
            said = ast.get_docstring(node)
            if said and not node.name.startswith("_"):
                yield cleandoc(said)


def written(language: str) -> Path:
    """Return where the words of a language are written."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "twitchlog.po"


def read(language: str) -> Words:
    """Return the words of a language as they are written; none where it is not there yet."""
    words = Words(language, fuzzy=False)
    words.header_comment = f"# TwitchLog in the language {language}. `make translations` keeps it."
    if written(language).exists():
        with written(language).open("rb") as file:
            for message in read_po(file, language):
                if message.id:
                    words.add(
                        message.id, message.string, message.locations, message.flags,
                        context=message.context,
                    )  # fmt: skip
    return words


def updated(language: str, template: Catalog) -> Words:
    """Return the words of a language for the sentences of `template`, in their order, no others."""
    known, words = read(language), Words(language, fuzzy=False)
    words.header_comment = known.header_comment
    for message in sorted(
        (each for each in template if each.id), key=lambda each: (_key(each.id), each.context or "")
    ):
        held = known.get(message.id, message.context)
        same = held is not None and type(held.id) is type(message.id) and held.id == message.id
        words.add(
            message.id,
            held.string if same else None,
            locations=sorted({(file, 0) for file, _line in message.locations}),
            flags=message.flags - {"fuzzy"},
            context=message.context,
        )
    return words


def as_po(words: Catalog) -> bytes:
    """Return what is written in the file for the translator."""
    into = BytesIO()
    write_po(into, words, width=_WIDTH, include_lineno=False)
    return into.getvalue()


def as_mo(words: Catalog) -> bytes:
    """Return what is written in the file for the program."""
    into = BytesIO()
    write_mo(into, words)
    return into.getvalue()


def untranslated(words: Catalog) -> Iterator[str]:
    """Give the sentences that there are no words for yet."""
    for message in words:
        if message.id and not all(_forms(message.string)):
            yield _key(message.id)


def misplaced(words: Catalog) -> Iterator[str]:
    """Give the sentences whose words have not the same places in braces to be filled.

    A form of a number may say it in a word: *one entry*.
    """
    for message in words:
        if not message.id:
            continue
        wanted = [set(_PLACE.findall(form)) for form in _forms(message.id)]
        for form in filter(None, _forms(message.string)):
            there = set(_PLACE.findall(form))
            if there not in wanted and not (len(wanted) > 1 and there <= wanted[-1]):
                yield _key(message.id)


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def _key(sentence: str | tuple[str, ...]) -> str:
    return _forms(sentence)[0]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
