"""What the desktop says about its look, read from where desktops keep it, without asking it."""

from __future__ import annotations

import configparser
import os
import plistlib
import sys
from pathlib import Path
from typing import Final

_WINDOWS_KEY: Final = r"Software\Microsoft\Windows\CurrentVersion\Themes\Personalize"


def prefers_dark() -> bool:
    """Return whether the desktop is set to a dark look; False where it cannot be told."""
    try:
        if sys.platform == "win32":
            return _windows()
        if sys.platform == "darwin":
            return _mac()
        return _linux()
    except (OSError, ValueError, configparser.Error, plistlib.InvalidFileException):
        return False


def _windows() -> bool:
    import winreg

    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _WINDOWS_KEY) as key:
        return winreg.QueryValueEx(key, "AppsUseLightTheme")[0] == 0


def _mac() -> bool:
    settings = Path.home() / "Library" / "Preferences" / ".GlobalPreferences.plist"
    return plistlib.loads(settings.read_bytes()).get("AppleInterfaceStyle") == "Dark"


def _linux() -> bool:
    named = os.environ.get("GTK_THEME", "")
    if named:
        return named.lower().endswith(("-dark", ":dark"))
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    if "dark" in _setting(config / "kdeglobals", "General", "ColorScheme").lower():
        return True
    for version in ("gtk-4.0", "gtk-3.0"):
        file = config / version / "settings.ini"
        if _setting(file, "Settings", "gtk-application-prefer-dark-theme").lower() in {"1", "true"}:
            return True
        if _setting(file, "Settings", "gtk-theme-name").lower().endswith("-dark"):
            return True
    return False


def _setting(file: Path, section: str, option: str) -> str:
    """Return one value of an ini file, or an empty string where there is none."""
    reader = configparser.ConfigParser(interpolation=None, strict=False)
    reader.read(file, encoding="utf-8")
    return reader.get(section, option, fallback="")
