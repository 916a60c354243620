"""Make `assets/letters`: the shapes of letters that DejaVu Sans has not, and what all fonts cover.

    python tools/build_letters.py FOLDER

FOLDER holds the sources named in `assets/letters/README.md`. Needs fontTools, which comes with
matplotlib. The program never runs this; it reads the fonts and `coverage.json`.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib import instancer

ASSETS = Path(__file__).parent.parent / "assets"
FIRST = "DejaVu Sans"
SCRIPTS = (
    "Bengali", "Devanagari", "Ethiopic", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Malayalam",
    "Myanmar", "Oriya", "Sinhala", "Tamil", "Telugu", "Thai",
)  # fmt: skip


def main(sources: Path) -> int:
    """Write the fonts and the table of what each covers."""
    target = ASSETS / "letters"
    target.mkdir(exist_ok=True)
    both = [ASSETS / "fonts" / f"DejaVuSans{weight}.ttf" for weight in ("", "-Bold")]
    have = set.intersection(*(set(TTFont(path).getBestCmap()) for path in both))
    covered = {FIRST: sorted(have)}
    made = [(name, _still(sources / f"NotoSans{name}[wght].ttf")) for name in SCRIPTS]
    made.append(("Emoji", _still(sources / "NotoEmoji[wght].ttf")))
    made.append(("CJK", TTCollection(sources / "wqy-microhei.ttc").fonts[0]))
    for name, font in made:
        path = target / f"{name}.ttf"
        # An emoji may be several in one: all of its parts have to stand in one font.
        _slim(font, drop=set() if name == "Emoji" else have).save(path)
        again = TTFont(path)
        covered[again["name"].getBestFamilyName()] = sorted(set(again.getBestCmap()) - have)
    ranges = {
        name: _ranges([letter for letter in letters if unicodedata.category(chr(letter)) != "Co"])
        for name, letters in covered.items()
    }
    (target / "coverage.json").write_text(json.dumps(ranges, indent=0) + "\n", encoding="utf-8")
    return 0


def _still(path: Path) -> TTFont:
    """Return a font that can change its weight as one of regular weight."""
    return instancer.instantiateVariableFont(TTFont(path), {"wght": 400}, updateFontNames=False)


def _slim(font: Any, *, drop: set[int]) -> Any:
    """Return a font without hints for screens and without letters that stand in `drop`."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["*"]
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["FFTM", "vhea", "vmtx", "DSIG", "STAT"]
    keep = set(font.getBestCmap())
    shared = {0x20, 0xA0, 0x200C, 0x200D, 0x25CC, 0xFE0E, 0xFE0F}
    slimmer = subset.Subsetter(options)
    slimmer.populate(unicodes=(keep - drop) | (keep & shared))
    slimmer.subset(font)
    return font


def _ranges(letters: list[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for letter in letters:
        if found and letter == found[-1][1] + 1:
            found[-1][1] = letter
        else:
            found.append([letter, letter])
    return found


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
