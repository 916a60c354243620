"""A restore that is killed, or has no room: the old or the new is there, whole."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from twitchlog.diary import Diary
from twitchlog.domain.backup import Why

pytestmark = pytest.mark.in_file


FULL = """
import resource, signal, sys
from pathlib import Path
from twitchlog.diary import Diary
from twitchlog.domain.errors import DiaryError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
diary = Diary.open(Path(sys.argv[1]))
diary.changed = False
(old,) = diary.backups.list()
for part in (0.01, 0.2, 0.5, 0.9):
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(part * old.bytes), resource.RLIM_INFINITY))
    for act in (diary.backups.make, lambda: diary.backups.restore(old)):
        try:
            act()
            print("worked")
        except DiaryError as problem:
            print(problem.sentence)
    assert diary.backups.trouble is not None
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    assert diary.twitches.count() == 2
    assert diary.backups.list() == (old,)
diary.twitches.log(["hand-left"])
diary.backups.make()
assert diary.backups.trouble is None
"""


KILLS = 10


KILLS_ITSELF_RESTORING = """
import os, signal, sys
from pathlib import Path
from twitchlog.diary import Diary
from twitchlog.diary.backups import restoring
from twitchlog.diary.backups.opening import Ring

def restore(dies_at=None):
    # Every call into C is a moment: of SQLite, of the disk, of anything else.
    calls = 0

    def look(frame, event, what):
        nonlocal calls
        calls += event == "c_call"
        if calls == dies_at:
            os.kill(os.getpid(), signal.SIGKILL)

    with Diary.open(Path(sys.argv[1])) as diary:
        diary.changed = False
        oldest = min(diary.backups.list(), key=lambda each: each.made)
        sys.setprofile(look)
        diary.backups.restore(oldest)
        sys.setprofile(None)
    return calls

# How many the first one takes, which also loads modules: the last kills come too late.
whole = 0
for line in sys.stdin:
    if not whole:
        whole = restore()
        print("whole", flush=True)
        continue
    child = os.fork()
    if not child:
        restore(dies_at=max(1, round(float(line) * 1.1 * whole)))
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    print("killed" if os.WIFSIGNALED(status) else "whole", flush=True)
"""


def test_what_a_killed_program_left_half_written_is_gone_a_day_later(grown, clock):
    names = ("diary.sqlite.4711.part", "diary backups.4711.part", "diary.sqlite.4712.part")
    left, notes, at_work = map(grown.path.with_name, names)
    for path in (left, notes, at_work):
        shutil.copy(grown.path, path)
    for path in (left, notes):
        os.utime(path, (0, 0))
    with Diary.open(grown.path, clock=clock) as opened:
        opened.changed = False
    assert [path.exists() for path in (left, notes, at_work)] == [False, False, True]


@pytest.mark.skipif(sys.platform == "win32", reason="has no limit for the size of a file")
def test_with_no_room_left_nothing_is_lost_and_it_works_again_when_there_is_room(grown):
    grown.changed = False
    grown.close()
    done = subprocess.run(
        [sys.executable, "-c", FULL, grown.path],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert len(said) == 8
    assert all(line.endswith(("is safe.", "as it was.")) for line in said), said
    assert not [each for each in grown.path.parent.rglob("*") if ".part" in each.name]


def test_killed_at_any_moment_a_restore_leaves_the_old_or_the_new_and_what_was_before(grown, clock):
    grown.close()
    ends, outcomes = [], set()
    with subprocess.Popen(
        [sys.executable, "-c", KILLS_ITSELF_RESTORING, grown.path],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        for number in range(KILLS):
            program.stdin.write(f"{number / KILLS}\n")
            program.stdin.flush()
            ends.append(program.stdout.readline().strip())
            with Diary.open(grown.path, clock=clock) as opened:
                with opened.reading() as connection:
                    assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
                count = opened.twitches.count()
                assert count in {1, 2}
                if count == 1:
                    kept = next(b for b in opened.backups.list() if b.why is Why.RESTORE)
                    assert kept.entries == 2
                    opened.backups.restore(kept)
                outcomes.add(count)
                opened.changed = False
        program.stdin.close()
    assert outcomes == {1, 2}
    assert set(ends) == {"whole", "killed"}
    assert ends.count("killed") > KILLS / 2
