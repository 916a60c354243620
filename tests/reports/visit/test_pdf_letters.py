"""Whatever script a person types in is shown, or plainly replaced and said to be."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pypdf
import pytest
from fontTools.ttLib import TTFont

from twitchlog import paths
from twitchlog.domain.profile import PartialDate, Visit
from twitchlog.reports.visit import letters
from twitchlog.reports.visit.compose import summarise
from twitchlog.reports.visit.pdf import STANDARD_NAMES, compose, write_pdf

NOV_20 = date(2025, 11, 20)
SCRIPTS = {
    "accents": "Zdeněk: dřív – Ångström, İstanbul, Łódź",
    "Cyrillic": "с весны, после гриппа",
    "Greek": "από την άνοιξη, μετά τη γρίπη",
    "Arabic": "منذ الربيع، بعد الإنفلونزا",
    "Hebrew": "מאז האביב, אחרי שפעת",
    "Chinese": "流感之后的春天開始",
    "Japanese": "インフルエンザの後から",
    "Korean": "독감 이후 봄부터",
    "Devanagari": "वसन्त ऋतु से",
    "Thai": "ตั้งแต่ฤดูใบไม้ผลิ",
    "emoji": "😀 👨‍👩‍👧 ❤️‍🔥 1️⃣ 🇩🇪 👍🏽",
}
FONTS = {
    "Chinese": "WenQuanYiMicroHei", "Japanese": "WenQuanYiMicroHei", "Korean": "WenQuanYiMicroHei",
    "Devanagari": "NotoSansDevanagari", "Thai": "NotoSansThai", "emoji": "NotoEmoji",
}  # fmt: skip


@pytest.fixture
def printed(sparse, newcomer):
    """Return a function that prints words in every place a person writes in."""

    def made(words):
        sparse.log(NOV_20, "calf-left", note=words)
        profile = replace(
            newcomer,
            name=words[:20],
            first_noticed=PartialDate(2025, 6),
            visit=Visit(NOV_20, words[:20]),
            own_words={1: words},
            medicines=words,
            tests=words,
            questions=(words,),
        )
        return compose(summarise(sparse.figures(), profile, made=NOV_20), paper="a4")

    return made


def letters_of(text):
    """Return the letters of a text without their order: right to left is read back as drawn."""
    return {letter for letter in text if letter.isalpha() or ord(letter) > 0x1F000}


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_shown_in_fonts_of_our_own_and_read_back(printed, script):
    words = SCRIPTS[script]
    made = printed(words)
    assert (made.standard, made.unknown) == (STANDARD_NAMES, False)
    reader = pypdf.PdfReader(io.BytesIO(made.content))
    text = "".join(page.extract_text() for page in reader.pages)
    assert letters_of(words) <= letters_of(text)
    assert letters.UNKNOWN not in text
    resources = reader.pages[0]["/Resources"]["/Font"]
    names = {str(font.get_object()["/BaseFont"]) for font in resources.values()}
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in names), "a font is not embedded"
    assert any(FONTS.get(script, "DejaVuSans") in name for name in names)


def test_the_order_of_left_to_right_scripts_is_read_back_as_it_was_typed(printed):
    for script in ("accents", "Cyrillic", "Greek", "Chinese", "Japanese", "Korean"):
        text = pypdf.PdfReader(io.BytesIO(printed(SCRIPTS[script]).content)).pages[0]
        assert SCRIPTS[script] in " ".join(text.extract_text().split())


def test_letters_no_font_has_are_replaced_and_the_page_says_so(printed, sparse, newcomer, tmp_path):
    made = printed("ᎣᏏᏲ and 𓀀 \ue000")
    text = pypdf.PdfReader(io.BytesIO(made.content)).pages[0].extract_text()
    assert made.standard == STANDARD_NAMES
    assert "“[?] and [?] [?]”" in text
    assert "[?]: letters that cannot be printed." in " ".join(text.split())
    profile = replace(newcomer, own_words={1: "ᎣᏏᏲ"})
    saved = write_pdf(summarise(sparse.figures(), profile, made=NOV_20), tmp_path / "page.pdf")
    assert saved.notes == ("Some letters cannot be printed; [?] stands in their place.",)


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="pdffonts is not installed")
def test_pdffonts_finds_every_font_embedded_and_with_its_letters(printed, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(printed(" ".join(SCRIPTS.values())[:160]).content)
    told = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True).stdout
    rows = told.splitlines()[2:]
    assert len(rows) >= 3
    assert all(row.split()[-5:-2] == ["yes", "yes", "yes"] for row in rows)


def test_a_mark_needs_a_font_that_has_its_letter_too():
    assert letters.shown("e\u0301") == "é"
    assert letters.shown("a\u0941") == "a[?]"
    assert letters.shown("अ\u0941") == "अ\u0941"


def test_numbers_of_ours_stay_behind_words_read_from_right_to_left():
    mark = "\u200e"
    assert letters.ordered("“قهوة” 7 of 20") == f"“قهوة”{mark} 7 of 20{mark}"
    assert letters.ordered("فحص, 31 Oct") == f"فحص{mark}, 31 Oct{mark}"
    assert letters.ordered("“منذ 5 أيام”") == f"“منذ 5 أيام”{mark}"
    assert letters.ordered("Magnesium, 300 mg") == "Magnesium, 300 mg"


def public(codes):
    """Return letters without those for private use, which mean something else in each font."""
    return {chr(code) for code in codes if unicodedata.category(chr(code)) != "Co"}


def test_the_table_of_letters_is_what_the_fonts_have():
    coverage = {
        family: {chr(n) for first, last in spans for n in range(first, last + 1)}
        for family, spans in letters.coverage().items()
    }
    have = [
        set(TTFont(paths.asset(f"fonts/{name}.ttf")).getBestCmap())
        for name in ("DejaVuSans", "DejaVuSans-Bold")
    ]
    assert coverage[letters.FIRST] == public(have[0] & have[1])
    for path in paths.asset("letters").glob("*.ttf"):
        font = TTFont(path)
        family = font["name"].getBestFamilyName()
        held = public(font.getBestCmap())
        assert coverage[family] == held - coverage[letters.FIRST], family
    assert len(coverage) == 1 + len(list(paths.asset("letters").glob("*.ttf")))


def test_the_table_of_letters_is_ranges_of_code_points_in_their_order():
    held = json.loads(paths.asset("letters/coverage.json").read_text(encoding="utf-8"))
    for family, spans in held.items():
        assert all(first <= last for first, last in spans)
        assert all(last < first for (_first, last), (first, _last) in pairwise(spans))
        for first, last in spans:
            assert letters.has(family, chr(first))
            assert letters.has(family, chr(last))
        assert not letters.has(family, chr(spans[-1][1] + 1))
        assert spans[0][0] == 0 or not letters.has(family, chr(spans[0][0] - 1))
