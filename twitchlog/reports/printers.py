"""The printers that CUPS knows, on Linux and macOS, and how a page is handed to one."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Final

from twitchlog.domain.errors import NotPrinted
from twitchlog.translation import _, ngettext

MOST_COPIES: Final = 99
_MEDIA: Final = {"a4": "A4", "letter": "Letter"}
_JOB_NAME: Final = "TwitchLog"
"""Others may see the queue: neither the person nor the matter stands there."""
_LISTED_S: Final = 10
_TAKEN_S: Final = 60
_LONGEST_REASON: Final = 200


@dataclass(frozen=True, slots=True)
class Printer:
    """A printer by the name that CUPS has for it; `usual` is the one of the system or person."""

    name: str
    usual: bool = False

    @property
    def shown(self) -> str:
        """The name as people read it."""
        return " ".join(self.name.replace("_", " ").split())


@dataclass(frozen=True, slots=True)
class PrintJob:
    """What is to be printed: a PDF without a password, and the paper it was laid out for.

    `name` is what a file of it is called; `paper` is `a4` or `letter`.
    """

    name: str
    content: bytes
    paper: str

    @property
    def media(self) -> str:
        """What CUPS and people call the paper."""
        return _MEDIA.get(self.paper, "A4")


def printers() -> tuple[Printer, ...]:
    """Return the printers there are, the usual one first; none where there is no CUPS."""
    if shutil.which("lp") is None:
        return ()
    names = _told("-e").splitlines()
    usual = _told("-d").rpartition(": ")[2].strip()
    found = [Printer(name, name == usual) for each in names if (name := each.strip())]
    return tuple(sorted(found, key=lambda each: (not each.usual, each.shown.casefold())))


def hand_over(job: PrintJob, printer: Printer, *, copies: int = 1) -> None:
    """Give a page to a printer; raise NotPrinted where it does not take it.

    It goes through a pipe: no file of it lies on the disk, nor is there one to remove.
    """
    command = [
        shutil.which("lp") or "lp",
        "-d", printer.name,
        "-n", str(copies),
        "-o", f"media={job.media}",
        "-t", _JOB_NAME,
    ]  # fmt: skip
    try:
        done = subprocess.run(  # noqa: S603 - a found program and a name it gave, without a shell
            command, input=job.content, capture_output=True, timeout=_TAKEN_S, check=False
        )
    except subprocess.TimeoutExpired as problem:
        raise _refused(printer, _("it did not answer")) from problem
    except OSError as problem:
        raise _refused(printer, problem.strerror or str(problem)) from problem
    if done.returncode:
        # It calls itself by the path that it was started with.
        said = done.stderr.decode(errors="replace").strip().removeprefix(f"{command[0]}: ")
        raise _refused(printer, " ".join(said.split())[:_LONGEST_REASON] or _("it did not say why"))


def sent(printer: Printer, copies: int) -> str:
    """Say that a page is on its way."""
    return ngettext(
        "{n} copy is on its way to “{printer}”.",
        "{n} copies are on their way to “{printer}”.",
        copies,
    ).format(n=copies, printer=printer.shown)


def _refused(printer: Printer, why: str) -> NotPrinted:
    return NotPrinted(
        _(
            "“{printer}” did not take the page: {why} Nothing in your diary has changed. Try "
            "another printer, or save the page and print it from a PDF program."
        ).format(printer=printer.shown, why=why.rstrip(".") + ".")
    )


def _told(question: str) -> str:
    """Return what lpstat answers in English; nothing where it fails, or does not answer soon."""
    program = shutil.which("lpstat")
    if program is None:
        return ""
    try:
        done = subprocess.run(  # noqa: S603 - a found program and an option of ours
            [program, question],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_LISTED_S,
            check=False,
            env=os.environ | {"LC_ALL": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return "" if done.returncode else done.stdout.decode(errors="replace")
