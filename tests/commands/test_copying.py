"""`copy` takes a diary to a server and back; a password is shown by no command."""

from __future__ import annotations

import os
import subprocess
import sys

from support import server as servers
from twitchlog.cli import main
from twitchlog.diary import Diary


def test_a_diary_goes_to_a_server_and_back(server, tmp_path, capsys):
    mine, back = tmp_path / "mine.sqlite", tmp_path / "back.sqlite"
    assert main(["--diary", str(mine), "log", "calf-left", "--note", "first"]) == 0
    with server.diary() as there:
        name = servers.database_of(there)
        said = server.address(name, user=servers.USER, password=servers.PASSWORD)
        assert main(["copy", "--diary", str(mine), "--to", said]) == 0
        assert main(["--diary", said, "log", "tongue", "--note", "second"]) == 0
        assert main(["copy", "--diary", said, "--to", str(back)]) == 0
        assert main(["copy", "--diary", str(mine), "--to", said]) == 2
        assert main(["check", "--diary", said]) == 2
    told = capsys.readouterr()
    assert "Copied" in told.out
    assert "server" in told.err
    for text in (told.out, told.err):
        assert servers.PASSWORD not in text
        assert "that%20secret" not in text
    with Diary.open(back) as diary:
        assert {each.note for each in diary.twitches.newest()} == {"first", "second"}


def test_a_password_is_shown_in_no_error_not_even_when_asked_where_it_arose(tmp_path):
    secret = "hush%2Dhush"  # noqa: S105 - made up
    told = subprocess.run(
        [
            sys.executable, "-m", "twitchlog.cli", "--debug", "--diary",
            f"postgresql+psycopg://me:{secret}@/diary?host={tmp_path}", "list",
        ],
        env=os.environ, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert told.returncode == 4
    assert "hush" not in told.stdout + told.stderr
    assert "cannot be reached" in told.stderr
