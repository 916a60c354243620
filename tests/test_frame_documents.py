"""The README and CONTRIBUTING keep up with the program."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from twitchlog.commands import check
from twitchlog.domain import errors

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_every_command_is_in_the_readme():
    from typer.main import get_command

    from twitchlog.cli import app

    missing = [name for name in get_command(app).commands if f"twitchlog {name}" not in README]
    assert not missing


ON_SERVER = "postgresql+psycopg://me@server/diary"


@pytest.mark.parametrize("example", re.findall(r"^twitchlog .*", README, re.MULTILINE))
def test_every_example_of_the_readme_works(example, monkeypatch, request, diary, capsys):
    from twitchlog.cli import main

    folder = diary.path.parent
    diary.twitches.log(("calf-left",), moment=diary.clock.now().earlier(minutes=24 * 60))
    if " medicine took " in example:
        diary.medications.add("Furosemide")
    if "twitchlog backup" in example:
        diary.backups.make()
        (folder / "stick").mkdir()
        diary.let_go()
    if "twitchlog rescue" in example:
        diary.changed = False
        diary.let_go()
        diary.path.write_bytes(bytes(4096) + diary.path.read_bytes()[4096:])
    if ON_SERVER in example:
        there = request.getfixturevalue("server_database")
        example = example.replace(ON_SERVER, there.server)
    (folder / "sheet.csv").write_text("date,time,place\n2026-06-17,21:04,left calf\n", "utf-8")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("TWITCHLOG_DIARY", str(diary.path))
    code = main(["--debug", *shlex.split(example, comments=True)[1:]], clock=diary.clock)
    complaint = capsys.readouterr().err
    assert not complaint
    assert code == 0


def test_every_exit_code_is_in_the_readme():
    codes = {
        found.exit_code
        for found in vars(errors).values()
        if isinstance(found, type) and issubclass(found, errors.TwitchLogError)
    }
    told = {int(code) for code in re.findall(r"^\| (\d) \|", README, re.MULTILINE)}
    assert told == codes | {0, check.FOUND}


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_what_the_documents_point_at_is_there(text):
    links = re.findall(r"\]\(([^)#:]+)\)", text)
    files = re.findall(r"`((?:twitchlog|tests|tools|assets)/[\w./]+)`", text)
    assert [name for name in links + files if not (ROOT / name).exists()] == []


def test_every_make_target_named_in_the_documents_exists():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", README + CONTRIBUTING))
    named |= set(re.findall(r"^make ([a-z-]+)", README, re.MULTILINE))
    assert named <= targets
