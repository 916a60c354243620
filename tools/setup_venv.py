"""Make `.venv`: the pinned libraries, and the commands `twitchlog` and `twitchlog-app`.

Needs nothing but Python 3.11 to 3.13. A second run finds the stamp of the first and ends at once;
changed pins are installed over the old ones; a moved folder or another Python starts afresh.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
import zipfile
from pathlib import Path
from typing import Final

PROJECT: Final = Path(__file__).resolve().parent.parent
VENV: Final = PROJECT / ".venv"
STAMP: Final = VENV / "twitchlog-setup.json"
PYTHON: Final = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
REQUIREMENTS: Final = {"run": "requirements.txt", "dev": "requirements-dev.txt"}
_SOUND: Final = (
    "import importlib.util, sys;"
    f"sys.exit(sys.version_info[:2] != {tuple(sys.version_info[:2])}"
    " or importlib.util.find_spec('pip') is None)"
)


def main() -> int:
    """Set up for running the program (`run`) or for working on it too (`dev`)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("purpose", choices=REQUIREMENTS)
    purpose = parser.parse_args().purpose
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        return _fail(f"TwitchLog needs Python 3.11, 3.12 or 3.13; this is {_version()}.")
    done = _stamp()
    if done.get(purpose) == _wanted(purpose) and _fits(done):
        return 0
    try:
        if not _fits(done):
            _create()
        _install(purpose)
    except subprocess.CalledProcessError as problem:
        return _fail(f"The set-up stopped: a step ended with code {problem.returncode}, see above.")
    kept = done if _fits(done) else {}
    STAMP.write_text(json.dumps({**kept, **_here(), **_fulfilled(purpose)}, indent=2) + "\n")
    return 0


def _here() -> dict[str, str]:
    return {"python": _version(), "project": str(PROJECT)}


def _version() -> str:
    return ".".join(platform.python_version_tuple()[:2])


def _wanted(purpose: str) -> str:
    """Return what a finished set-up is known by: the pins, the metadata and this script."""
    parts = [PROJECT / REQUIREMENTS[purpose], PROJECT / "pyproject.toml", Path(__file__)]
    return hashlib.sha256(b"\0".join(part.read_bytes() for part in parts)).hexdigest()


def _fulfilled(purpose: str) -> dict[str, str]:
    """Return the purposes met now: the pins for working on it hold all those for running it."""
    return {met: _wanted(met) for met in REQUIREMENTS if purpose in {met, "dev"}}


def _stamp() -> dict[str, str]:
    """Return what the last set-up left, or nothing where it did not finish."""
    try:
        return dict(json.loads(STAMP.read_text()))
    except (OSError, ValueError):
        return {}


def _fits(done: dict[str, str]) -> bool:
    """Tell whether `.venv` runs and was made by this Python in this folder."""
    same = all(done.get(name, value) == value for name, value in _here().items())
    return same and PYTHON.exists() and not _run(PYTHON, "-c", _SOUND, check=False)


def _create() -> None:
    print(f"Making .venv with Python {_version()} ...", flush=True)
    try:
        import ensurepip  # noqa: F401 - Debian ships Python without it
        import venv  # noqa: F401 - likewise
    except ImportError:
        sys.exit(
            _fail(
                "This Python cannot make a virtual environment; on Debian and Ubuntu install it "
                f"with: sudo apt-get install python{_version()}-venv"
            )
        )
    shutil.rmtree(VENV, ignore_errors=True)
    # this script may be running from the very environment that is to be replaced
    _run(getattr(sys, "_base_executable", sys.executable), "-m", "venv", VENV)


def _install(purpose: str) -> None:
    print(f"Installing {REQUIREMENTS[purpose]}, a minute or so the first time ...", flush=True)
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--no-deps"]
    pins = PROJECT / REQUIREMENTS[purpose]
    _run(*pip, "--require-hashes", "--requirement", pins)
    with tempfile.TemporaryDirectory() as folder:
        wheel = _editable_wheel(Path(folder))
        _run(*pip, "--no-index", "--force-reinstall", wheel)


def _editable_wheel(folder: Path) -> Path:
    """Write a wheel that points at this source tree, so that no build tool must be installed.

    It is what a build backend makes for an editable install (PEP 660): a `.pth` file, the
    metadata, and the commands.
    """
    about = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, version = about["name"], about["version"]
    info = f"{name}-{version}.dist-info"
    commands = [
        f"[{group}]\n" + "".join(f"{command} = {target}\n" for command, target in found.items())
        for group, found in (
            ("console_scripts", about["scripts"]),
            ("gui_scripts", about["gui-scripts"]),
        )
    ]
    files = {
        f"{name}.pth": f"{PROJECT}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: twitchlog\n"
        "Root-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "\n".join(commands),
    }
    record = [f"{path},{_digest(text)},{len(text.encode())}\n" for path, text in files.items()]
    files[f"{info}/RECORD"] = "".join([*record, f"{info}/RECORD,,\n"])
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def _run(*command: str | Path, check: bool = True) -> int:
    return subprocess.run(command, check=check).returncode


def _fail(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
