"""What the tests of the commands share: running one, and looking into the diary it wrote."""

from __future__ import annotations

import pytest

from twitchlog import cli, paths, translation
from twitchlog.diary import Diary, address


@pytest.fixture
def where(tmp_path, kept_in, request):
    """Where the test's own diary is: a file that is not there yet, or empty on a server."""
    if kept_in == "server":
        if request.node.get_closest_marker("in_file"):
            pytest.skip("of a diary in a file")
        return request.getfixturevalue("server_database")
    return address.of_file(tmp_path / "diary.sqlite")


@pytest.fixture
def run(where, clock, capsys, monkeypatch):
    """Run a command on a diary of the test's own: `run("log", "calf-left")` gives what it said."""
    monkeypatch.setenv(paths.DIARY_VARIABLE, where.server or str(where.path))

    def call(*arguments, ends=0):
        code = cli.main([str(argument) for argument in arguments], clock=clock)
        out, err = capsys.readouterr()
        assert code == ends, out + err
        if ends:
            assert out == ""
            assert len(err.splitlines()) == 1
            assert "Traceback" not in err
            return err.strip()
        assert err == ""
        return out

    yield call
    translation.activate("en")


@pytest.fixture
def stored(where, clock):
    """Open the diary of `run` and look into it."""
    opened = []

    def look():
        opened.append(Diary.open(where, clock=clock))
        return opened[-1]

    yield look
    for diary in opened:
        diary.close()
