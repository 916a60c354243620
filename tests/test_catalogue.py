"""The translations are in step with the source: nothing is missing, nothing in braces is lost."""

from __future__ import annotations

import ast
import importlib.util
from pathlib import Path
from typing import Any

import pytest

from twitchlog import translation

ROOT = Path(__file__).parent.parent
LANGUAGES = [code for code in translation.languages() if code != translation.ENGLISH]
MEND = "run `make translations`, then translate what it names"


@pytest.fixture(scope="module")
def tool() -> Any:
    """The script behind `make translations`."""
    described = importlib.util.spec_from_file_location("tool", ROOT / "tools" / "translations.py")
    assert described
    assert described.loader
    module = importlib.util.module_from_spec(described)
    described.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def template(tool: Any) -> Any:
    """Every sentence of the source."""
    return tool.gathered()


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_of_the_source_is_in_the_translation_and_no_other(
    tool: Any, template: Any, code: str
) -> None:
    wanted, there = (
        {(each.id, each.context) for each in words if each.id}
        for words in (template, tool.read(code))
    )
    assert sorted(map(str, wanted - there)) == [], MEND
    assert sorted(map(str, there - wanted)) == [], MEND


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_is_translated(tool: Any, code: str) -> None:
    assert list(tool.untranslated(tool.read(code))) == [], MEND


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_the_program_reads_is_what_is_written(tool: Any, code: str) -> None:
    words = tool.read(code)
    assert not [message.id for message in words if message.fuzzy]
    assert tool.as_mo(words) == tool.written(code).with_suffix(".mo").read_bytes(), MEND


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_is_filled_into_a_sentence_stands_in_its_translation_too(
    tool: Any, template: Any, code: str
) -> None:
    assert list(tool.misplaced(tool.updated(code, template))) == []


def test_no_sentence_is_translated_before_the_language_is_known() -> None:
    found = []
    for path in sorted((ROOT / "twitchlog").rglob("*.py")):
        source = path.read_text("utf-8")
        if "twitchlog.translation" in source:
            found += [f"{path.name}:{line}" for line in _said_at_once(ast.parse(source))]
    assert found == [], "a constant is given to `mark`, and to `_` where it is shown"


def test_no_sentence_is_hidden_within_an_f_string() -> None:
    found = []
    for path in sorted((ROOT / "twitchlog").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                found += [f"{path.name}:{each.lineno}" for each in ast.walk(node) if _is_said(each)]
    assert found == [], "what gathers the sentences does not look there"


def _is_said(node: ast.AST) -> bool:
    """Tell whether a sentence is translated here that is written out."""
    return (
        isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"_", "ngettext", "said"}
        and isinstance(node.args[0], ast.Constant)
    )


def _said_at_once(tree: ast.AST) -> list[int]:
    """Return the lines of what is translated while the module is read."""
    found = []
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            arguments = node.args
            now = [*node.decorator_list, *arguments.defaults, *arguments.kw_defaults]
            found += [line for each in now if each for line in _said_at_once(ast.Expr(each))]
        elif isinstance(node, ast.AnnAssign):  # what it is of is read by nobody then
            found += _said_at_once(ast.Expr(node.value)) if node.value else []
        elif not isinstance(node, ast.Lambda):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "ngettext"}:
                found.append(node.lineno)
            found += _said_at_once(node)
    return found
