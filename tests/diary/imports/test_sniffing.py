from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from twitchlog.diary.imports import NotImportable, read_file, sniff
from twitchlog.diary.imports.asking import proposed_mapping
from twitchlog.domain.imports import FileKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from twitchlog.domain.imports import Choices

FILES = Path(__file__).parents[2] / "data" / "imports"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("twitches.csv", FileKind.TABLE),
        ("american.tsv", FileKind.TABLE),
        ("bearable.csv", FileKind.BEARABLE),
        ("daylio.csv", FileKind.DAYLIO),
        ("migraine-buddy.csv", FileKind.MIGRAINE_BUDDY),
        ("apple-health.xml", FileKind.APPLE_HEALTH),
    ],
)
def test_a_file_is_told_by_what_is_in_it_not_by_its_name(
    name: str, kind: FileKind, tmp_path: Path
) -> None:
    copied = tmp_path / "download"
    copied.write_bytes((FILES / name).read_bytes())
    assert sniff(copied).kind is kind


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("german.csv", "utf-8-sig"),
        ("german-cp1252.csv", "cp1252"),
        ("german-utf16.csv", "utf-16"),
        ("twitches.csv", "utf-8"),
    ],
)
def test_the_encoding_is_told_so_that_umlauts_come_out_right(name: str, encoding: str) -> None:
    sniffed = sniff(FILES / name)
    assert sniffed.encoding == encoding
    if name.startswith("german"):
        assert sniffed.columns[5] == "Stärke"
        assert sniffed.decimal_comma


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_columns_are_told_apart_whatever_separates_them(
    delimiter: str, table: Callable[[str], Path]
) -> None:
    rows = [["date", "place", "note"], ["2026-06-01", "left calf", '"a, b; c"']]
    path = table("\n".join(delimiter.join(row) for row in rows))
    assert sniff(path).columns == ("date", "place", "note")


def test_the_line_in_which_excel_names_the_separator_is_no_header(
    table: Callable[[str], Path],
) -> None:
    sniffed = sniff(table("sep=;\r\ndate;place\r\n01.06.2026;Wade\r\n"))
    assert (sniffed.columns, sniffed.header_line) == (("date", "place"), 2)


def test_a_table_without_a_header_gets_names_for_its_columns(table: Callable[[str], Path]) -> None:
    sniffed = sniff(table("2026-06-01 08:00,left calf\n2026-06-02 09:00,left hand\n"))
    assert (sniffed.columns, sniffed.header_line) == (("Column 1", "Column 2"), 0)


def _packed(name: str, content: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        packed.writestr("apple_health_export/export_cda.xml", "<ClinicalDocument/>")
        packed.writestr(name, content)
    return made.getvalue()


def test_the_export_is_found_in_the_zip_file_in_any_language_of_the_phone(
    table: Callable[..., Path],
) -> None:
    xml = (FILES / "apple-health.xml").read_bytes()
    sniffed = sniff(table(_packed("apple_health_export/exportación.xml", xml), "export.zip"))
    assert sniffed.kind is FileKind.APPLE_HEALTH
    assert sniffed.size == len(xml)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n\r\n", "is empty"),
        (b"date,place\n2026-06-01,le\0ft calf\n", "not a text"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 60, "image/png"),
        (b"SQLite format 3\0" + b"\0" * 84, "is a database"),
        (b"%PDF-1.7\n" + b"x" * 100, "application/pdf"),
        (b"<?xml version='1.0'?><html/>", "not an export of Apple Health"),
        (b'{"entries": []}', "not a diary of TwitchLog"),
        (b"just one word\n", "not a table"),
        (b"PK\x03\x04nonsense", "damaged zip file"),
        (_packed("notes.txt", b"hello"), "without an export of Apple Health"),
        (_packed("xl/workbook.xml", b"<workbook/>"), "Save it as CSV first"),
        (b"date,place\n" + b"x" * 3_000_000 + b"\n", "a line of more than 2 million letters"),
    ],
)
def test_what_cannot_be_brought_in_is_named_in_one_sentence(
    content: bytes, says: str, table: Callable[..., Path]
) -> None:
    with pytest.raises(NotImportable) as refused:
        sniff(table(content))
    assert says in refused.value.sentence
    assert refused.value.sentence.endswith(".")


def test_a_file_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotImportable, match="cannot be read: no such file"):
        sniff(tmp_path / "gone.csv")


def test_a_table_too_large_to_be_one_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.write(b"date,place\n2026-06-01,left calf\n")
        file.truncate(300_000_000)
    with pytest.raises(NotImportable, match="300 MB"):
        sniff(path)


@pytest.mark.parametrize("name", ["twitches.csv", "daylio.csv", "apple-health.xml"])
def test_a_file_that_goes_away_while_it_is_read_is_said_in_a_sentence(
    name: str, table: Callable[..., Path], choices: Choices
) -> None:
    path = table((FILES / name).read_bytes(), name)
    sniffed = sniff(path)
    mapping = proposed_mapping(sniffed)
    path.unlink()
    with pytest.raises(NotImportable, match="cannot be read: no such file"):
        list(read_file(sniffed, choices, mapping=mapping))
