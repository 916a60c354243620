"""A sentence is shown in the user's language where there is a translation, else in English."""

from __future__ import annotations

import struct
import threading
from typing import TYPE_CHECKING

import pytest

from twitchlog import translation
from twitchlog.domain.factor import LEVELS
from twitchlog.domain.site import site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _english_afterwards() -> Iterator[None]:
    yield
    translation.activate("en")


def write_translation(folder: Path, language: str, sentences: dict[str, str]) -> None:
    """Write a GNU .mo file (gettext manual, section 10.3)."""
    header = f"Language: {language}\nContent-Type: text/plain; charset=UTF-8\n"
    header += "Plural-Forms: nplurals=2; plural=n != 1;\n"
    pairs = sorted({"": header, **sentences}.items())
    texts = [(one.encode(), other.encode()) for one, other in pairs]
    start = 28 + 16 * len(texts)
    ids = b"".join(one + b"\0" for one, _other in texts)
    at_one, at_other = start, start + len(ids)
    tables: list[bytes] = [b"", b""]
    for one, other in texts:
        tables[0] += struct.pack("<II", len(one), at_one)
        tables[1] += struct.pack("<II", len(other), at_other)
        at_one, at_other = at_one + len(one) + 1, at_other + len(other) + 1
    head = struct.pack("<7I", 0x950412DE, 0, len(texts), 28, 28 + 8 * len(texts), 0, 0)
    file = folder / language / "LC_MESSAGES" / "twitchlog.mo"
    file.parent.mkdir(parents=True)
    words = b"".join(other + b"\0" for _one, other in texts)
    file.write_bytes(head + tables[0] + tables[1] + ids + words)


def test_words_follow_the_language_also_where_they_were_defined_before_it(tmp_path: Path) -> None:
    write_translation(tmp_path, "de", {"Choose a place first.": "Bitte zuerst einen Ort wählen."})
    translation.activate("de", folder=tmp_path)
    assert translation._("Choose a place first.") == "Bitte zuerst einen Ort wählen."
    assert translation._("A little") == "A little"


def test_the_name_of_a_place_is_translated_when_it_is_shown(tmp_path: Path) -> None:
    english = site("tongue").name
    write_translation(tmp_path, "de", {site("tongue").lay: "Zunge", english: "Zunge"})
    translation.activate("de", folder=tmp_path)
    assert site("tongue").name == "Zunge"


def test_the_systems_language_is_used_and_an_unknown_one_is_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_translation(tmp_path, "fr", {LEVELS[1]: "Un peu"})
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "TWITCHLOG_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    translation.activate(folder=tmp_path)
    assert translation._(LEVELS[1]) == "Un peu"
    monkeypatch.setenv("LANG", "xx_XX.UTF-8")
    translation.activate(folder=tmp_path)
    assert translation._(LEVELS[1]) == "A little"


def test_a_number_takes_its_form(tmp_path: Path) -> None:
    one, many = "{n} entry", "{n} entries"
    write_translation(tmp_path, "de", {f"{one}\0{many}": "{n} Eintrag\0{n} Einträge"})
    translation.activate("de", folder=tmp_path)
    assert [translation.ngettext(one, many, n).format(n=n) for n in (0, 1, 2)] == [
        "0 Einträge",
        "1 Eintrag",
        "2 Einträge",
    ]


def test_the_languages_are_english_and_those_there_are_translations_for(tmp_path: Path) -> None:
    assert translation.languages(folder=tmp_path) == ("en",)
    write_translation(tmp_path, "he", {})
    write_translation(tmp_path, "de", {})
    assert translation.languages(folder=tmp_path) == ("en", "de", "he")


def test_the_language_in_use_is_that_of_the_translation_and_not_of_the_system(
    tmp_path: Path,
) -> None:
    write_translation(tmp_path, "de", {})
    translation.activate("de", folder=tmp_path)
    assert translation.language() == "de"
    translation.activate("fr", folder=tmp_path)
    assert translation.language() == "en"


def test_a_page_is_made_in_one_language_while_the_screens_speak_another(tmp_path: Path) -> None:
    write_translation(tmp_path, "de", {"A little": "Wenig"})
    inside, seen = threading.Event(), threading.Event()
    said: list[str] = []

    def make() -> None:
        with translation.speaking("de", folder=tmp_path):
            inside.set()
            seen.wait(60)
            said.extend((translation._("A little"), translation.language()))
        said.append(translation._("A little"))

    page = threading.Thread(target=make)
    page.start()
    inside.wait(60)
    assert translation._("A little") == "A little"
    translation.activate("fr", folder=tmp_path)
    seen.set()
    page.join()
    assert said == ["Wenig", "de", "A little"]


def test_numbers_have_the_marks_of_the_language() -> None:
    shown = translation.numeral(1234.5, ",.1f"), translation.numeral(10_000)
    with translation.speaking("de"):
        german = translation.numeral(1234.5, ",.1f"), translation.numeral(10_000)
    assert (shown, german) == (("1,234.5", "10,000"), ("1.234,5", "10.000"))


def test_a_label_stays_a_noun_inside_a_german_sentence() -> None:
    assert translation.inside("Caffeine") == "caffeine"
    with translation.speaking("de"):
        assert translation.inside("Koffein") == "Koffein"
        assert translation.inside("Etwas besser") == "etwas besser"


def test_nothing_is_said_of_nothing(tmp_path: Path) -> None:
    write_translation(tmp_path, "de", {})
    translation.activate("de", folder=tmp_path)
    assert translation._("") == ""


def test_a_word_of_two_meanings_is_told_apart_by_its_context(tmp_path: Path) -> None:
    write_translation(tmp_path, "de", {"Back": "Rücken", "to go back\4Back": "Zurück"})
    translation.activate("de", folder=tmp_path)
    assert (translation._("Back"), translation.said("to go back", "Back")) == ("Rücken", "Zurück")
