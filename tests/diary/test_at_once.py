"""Several programs at one diary at the same time, in a file and on a server: nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from twitchlog.diary import Diary
from twitchlog.domain.checkin import Begun

pytestmark = pytest.mark.in_file


TURNS = 5
ADDS = f"""
import json, sys, threading, uuid
from dataclasses import replace
from twitchlog.diary import Diary, address
from twitchlog.diary.entry_kinds import expected
from twitchlog.domain.errors import ChangedElsewhere, DiaryBusy

told = []

def work(place, shared):
    kept, said = [], []
    with Diary.open(address.named(place)) as diary:
        diary.device = str(uuid.uuid4())
        for turn in range({TURNS}):
            word = f"{{diary.session[:8]}}-{{turn}}"
            while True:
                opened = diary.twitches.get(shared)
                try:
                    with diary.edits.expecting(expected(diary, opened)):
                        diary.twitches.edit(replace(opened, note=opened.note + " " + word))
                    said.append(word)
                    break
                except (ChangedElsewhere, DiaryBusy):
                    pass
            while True:
                try:
                    kept.append(diary.twitches.log(["tongue"]).value.id)
                    break
                except DiaryBusy:
                    pass
            diary.changes_elsewhere()
        diary.changed = False
    told.append({{"kept": kept, "said": said}})

sys.stdin.readline()
place, shared = sys.argv[1:]
threads = [threading.Thread(target=work, args=(place, shared)) for _n in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(json.dumps(told))
"""


def place_of(diary):
    return diary.address.server if diary.address.on_server else str(diary.path)


@pytest.mark.parametrize("kind", ["diary", "server_diary"], ids=["file", "server"])
def test_of_four_that_write_one_note_on_and_log_their_own_no_word_and_no_entry_is_lost(
    kind, request
):
    diary = request.getfixturevalue(kind)
    shared = diary.twitches.log(["calf-left"], note="begun").value
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", ADDS, place_of(diary), shared.id],
            env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _n in range(2)
    ]
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    told = []
    for program in programs:
        out, errors = program.communicate()
        assert (program.returncode, errors) == (0, "")
        told += json.loads(out)
    assert len(told) == 4
    # Who was told that the note had been changed read it again: nobody wrote over another's words.
    words = diary.twitches.get(shared.id).note.split()
    assert sorted(words[1:]) == sorted(each for one in told for each in one["said"])
    assert len(words) == 1 + 4 * TURNS
    acknowledged = [each for one in told for each in one["kept"]]
    found = [entry.id for entry in diary.twitches.newest() if entry.sites == ("tongue",)]
    assert sorted(found) == sorted(acknowledged)
    assert len(set(found)) == 4 * TURNS
    assert diary.changes_elsewhere().kinds == {"twitches"}
    assert diary.changes_elsewhere() is None


def test_two_computers_on_one_server_each_undo_their_own_and_see_each_other(server_diary, clock):
    diary = server_diary
    with Diary.open(diary.address, clock=clock) as other:
        other.device = "00000000-0000-4000-8000-000000000002"
        diary.twitches.log(["calf-left"])
        other.twitches.log(["tongue"])
        assert diary.changes_elsewhere().kinds == {"twitches"}
        diary.undo()
        assert [entry.sites for entry in other.twitches.newest()] == [("tongue",)]
        assert other.changes_elsewhere().days == {clock.now().day}
        diary.redo()
        day = clock.now().day
        other.checkins.save(day, {"stress": 2.0}, begun=Begun())
        kept = diary.checkins.save(day, {"sleep": 7.0}, begun=Begun()).value
        assert dict(kept.amounts) == {"sleep": 7.0, "stress": 2.0}
        other.changed = False
