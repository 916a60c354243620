"""The further questions of the log sheet in a real window."""

from __future__ import annotations

import pytest

from support.inside import Inside
from twitchlog.domain.twitch import Pattern


@pytest.fixture(params=[(412, 892), (1280, 800)], ids=["phone", "wide"])
def program(request, tmp_path, clock):
    with Inside(tmp_path / "diary.sqlite", clock=clock, size=request.param) as inside:
        yield inside


def test_the_further_questions_unfold_are_saved_and_said(program, tmp_path):
    diary = program.program.diary
    entry = diary.twitches.log(["calf-left"]).value
    program.program.shell.go("diary")
    program.settle()
    program.program.shell.go("today")
    program.settle()
    program.tap(f"today.row.{entry.id}")
    more = next(
        each for each in program.shell.walk(restrict=True) if type(each).__name__ == "MoreAbout"
    )
    more.unfold()
    program.settle()
    program.tap("sheet.pattern.rippling")
    assert diary.twitches.get(entry.id).pattern is Pattern.RIPPLING
    photo = tmp_path / "calf.png"
    photo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(3000))
    more._presenter.add_file(photo)
    program.settle()
    (kept,) = diary.attachments.of(entry.id)
    row = more._files._group.children[0]
    assert (row.title, row.key) == ("calf.png", f"sheet.file.{kept.id}")
    more.unfold()
    program.settle()
    assert more._said.text == "rippling · 1 file"
