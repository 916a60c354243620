"""What the tests of the commands share: running one, and looking into the diary it wrote."""

from __future__ import annotations

import pytest

from twitchlog import cli, paths
from twitchlog.diary import Diary


@pytest.fixture
def run(tmp_path, clock, capsys, monkeypatch):
    """Run a command on a diary of the test's own: `run("log", "calf-left")` gives what it said."""
    monkeypatch.setenv(paths.DIARY_VARIABLE, str(tmp_path / "diary.sqlite"))

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

    return call


@pytest.fixture
def stored(tmp_path, clock):
    """Open the diary of `run` and look into it."""
    opened = []

    def look():
        opened.append(Diary.open(tmp_path / "diary.sqlite", clock=clock))
        return opened[-1]

    yield look
    for diary in opened:
        diary.close()
