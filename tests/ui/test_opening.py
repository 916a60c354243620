"""Opening files and folders with the programs of the system."""

from __future__ import annotations

import sys
import time

import pytest

from twitchlog.domain.errors import TwitchLogError
from twitchlog.ui import opening

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="xdg-open is of Linux")


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """A folder that holds the only programs there are."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def wait_for(path):
    end = time.monotonic() + 60
    while not (path.exists() and path.read_text("utf-8")):
        assert time.monotonic() < end


@linux
def test_a_file_is_handed_to_the_systems_own_program(tmp_path, programs):
    told = tmp_path / "told"
    program = programs / "xdg-open"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "{told}"\n', "utf-8")
    program.chmod(0o755)
    page = tmp_path / "a page; with $odd 'letters'.pdf"
    page.touch()
    opening.open_path(page)
    wait_for(told)
    assert told.read_text("utf-8") == str(page)
    for each in opening._opened:
        each.wait(60)


@linux
def test_where_nothing_can_open_it_the_place_is_said(tmp_path, programs):
    assert programs.is_dir()
    with pytest.raises(TwitchLogError, match="It is here"):
        opening.open_path(tmp_path)


def test_a_file_that_is_gone_is_said_to_be_gone(tmp_path):
    with pytest.raises(TwitchLogError, match="not there any more"):
        opening.open_path(tmp_path / "page.pdf")


@linux
def test_without_a_dialog_of_the_system_the_programs_own_page_has_to_do(tmp_path, programs):
    assert programs.is_dir()
    with pytest.raises(LookupError):
        opening.choose_folder(tmp_path, "Save where", pytest.fail)
    with pytest.raises(LookupError):
        opening.choose_file(tmp_path, "Which file", [".csv"], pytest.fail)
