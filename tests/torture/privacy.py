"""The whole program, led through its screens: no network, private files, no word elsewhere."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from support import screen
from torture.faults import built
from torture.outcome import Outcome
from twitchlog import paths
from twitchlog.diary import Diary
from twitchlog.domain.appointment import Appointment
from twitchlog.domain.medication import Dose
from twitchlog.domain.profile import Profile
from twitchlog.domain.twitch import OWN, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROOT: Final = Path(__file__).resolve().parent.parent.parent
_WORD: Final = "zwieselbrunnquell"
"""Stands in every kind of entry, and nowhere else in the world of the run."""
_SHORT: Final = ("log", "patterns", "page", "settings")
_UMASK: Final = 0o000
_EMPTY_NETWORK: Final = ("unshare", "--map-root-user", "--net")


def privacy(folder: Path, _seed: int, amount: int) -> Outcome:
    """Lead the program through `amount` screens, in a network with nothing in it where that can be.

    The umask lets everybody read what is written, so that only the program itself keeps it private.
    """
    outcome = Outcome("no network, private files, no word elsewhere")
    if not sys.platform.startswith("linux") or not shutil.which("Xvfb"):
        outcome.skipped = screen.NEEDED
        return outcome
    home, diary = folder / "home", folder / "home" / "my diary" / "diary.sqlite"
    home.mkdir(mode=0o700)
    _fill(diary)
    (folder / "tmp").mkdir()
    answer = _run(folder, home, diary, amount, outcome)
    if answer.returncode:
        outcome.lost(f"the program ended with {answer.returncode}: {answer.stderr[-1500:]}")
        return outcome
    told = json.loads((folder / "told.json").read_text("utf-8"))
    outcome.tried["screens"] = len(told["seen"])
    _no_network(folder / "network.txt", outcome)
    _private(home, outcome)
    _no_word(folder, home, diary, outcome)
    for what in (answer.stdout, answer.stderr, *told["titles"]):
        if _WORD in what.lower():
            outcome.lost(f"the word is in a title or on the terminal: {what[:200]}")
    return outcome


def _fill(path: Path) -> None:
    with Diary.open(path) as diary:
        for _n in range(3):
            own = Trigger(OWN, _WORD)
            diary.twitches.log(["calf-left"], note=f"a note: {_WORD}", triggers=[own])
        diary.profile.save(Profile(name=f"Alex {_WORD}", questions=(f"Is it {_WORD}?",)))
        diary.medications.add(_WORD, dose=Dose(5.0, "mg", _WORD), note=_WORD)
        diary.appointments.save(Appointment(whom=f"Dr {_WORD}", note=_WORD))


def _run(
    folder: Path, home: Path, diary: Path, amount: int, outcome: Outcome
) -> subprocess.CompletedProcess[str]:
    sys.path.insert(0, str(_ROOT))
    from tools.shots import BEGIN, SCREENS, SEAL, UNLOCK

    # Encrypted, the word would be found nowhere, and nothing be shown by that.
    screens = [name for name, steps in SCREENS.items() if not {BEGIN, SEAL, UNLOCK} & set(steps)]
    plan = {
        "diary": str(diary),
        "network": str(folder / "network.txt"),
        "told": str(folder / "told.json"),
        "screens": screens if amount > len(_SHORT) else _SHORT,
        "umask": _UMASK,
    }
    (folder / "plan.json").write_text(json.dumps(plan), "utf-8")
    env = os.environ | screen.own_home(home) | screen.hidden().surroundings
    env |= {"TMPDIR": str(folder / "tmp"), "PYTHONPATH": f"{_ROOT / 'tests'}:{_ROOT}"}
    # The list of fonts, which takes seconds to make, holds nothing of anybody's.
    env.setdefault("MPLCONFIGDIR", str(Path.home() / ".cache" / "matplotlib"))
    for quiet in ("KIVY_HOME", "KIVY_NO_CONSOLELOG", "KIVY_NO_FILELOG", "TWITCHLOG_DIARY"):
        env.pop(quiet, None)
    library = built(folder, "network.c")
    if library is not None:
        env |= {"LD_PRELOAD": str(library), "TORTURE_NETWORK": plan["network"]}
    alone = subprocess.run([*_EMPTY_NETWORK, "true"], capture_output=True, check=False)
    if alone.returncode:
        outcome.note = "not in an empty network, which may not be made here"
    command = [*(() if alone.returncode else _EMPTY_NETWORK), sys.executable]
    log = folder / "network.txt"
    _control(command, env, log, outcome)
    return subprocess.run(
        [*command, "-m", "torture.whole_program", str(folder / "plan.json")],
        env=env,
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )


def _control(command: list[str], env: dict[str, str], log: Path, outcome: Outcome) -> None:
    """See that an address that is asked for would be noted, by Python and below it."""
    asks = (
        "import socket, sys; from torture.whole_program import _watch; _watch(sys.argv[1]);"
        "socket.socket().connect_ex(('127.0.0.1', 9))"
    )
    subprocess.run([*command, "-c", asks, log], env=env, check=False)
    noted = log.read_text("utf-8") if log.exists() else ""
    if "socket.connect ('127.0.0.1', 9)" not in noted:
        outcome.lost("the interpreter's attempts are not noted: nothing would be shown")
    if "LD_PRELOAD" in env and "connect AF_INET\n" not in noted:
        outcome.lost("the attempts of other libraries are not noted: nothing would be shown")
    log.unlink(missing_ok=True)


def _no_network(log: Path, outcome: Outcome) -> None:
    outcome.tried["runs that asked for no address"] += 1
    if log.exists():
        asked = set(log.read_text("utf-8").splitlines())
        outcome.lost(f"an address of a network was asked for: {sorted(asked)[:3]}")


def _private(home: Path, outcome: Outcome) -> None:
    """See that nobody else may read what the program wrote, in its folders and in the exports."""
    for path in home.rglob("*"):
        outcome.tried["files and folders that are private"] += 1
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode & 0o077 and not path.is_symlink():
            outcome.lost(f"others may read {path.relative_to(home)} ({mode:o})")


def _no_word(folder: Path, home: Path, diary: Path, outcome: Outcome) -> None:
    """Search for the word in every file that is not the diary, its backups or a saved page."""
    found = 0
    for path in _files(folder):
        holds = _WORD in path.read_bytes().lower().decode("latin-1")
        if _may_hold(path, home, diary):
            found += holds
            continue
        outcome.tried["files that were searched for a word"] += 1
        if holds:
            outcome.lost(f"the word is in {path.relative_to(folder)}")
    if not found:
        outcome.lost("the word is not even in the diary: nothing was shown by the search")


def _files(folder: Path) -> Iterator[Path]:
    yield from (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _may_hold(path: Path, home: Path, diary: Path) -> bool:
    of_diary = path.parent == diary.parent and path.name.startswith(diary.name)
    saved = path.parent == home / "Documents"
    return of_diary or saved or paths.backup_folder(diary) in path.parents
