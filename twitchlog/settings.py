"""How the program looks on this computer; kept in a small file beside the diary."""

from __future__ import annotations

import contextlib
import json
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

from twitchlog import paths

if TYPE_CHECKING:
    from pathlib import Path

LOOKS: Final = ("system", "light", "dark")
TEXT_SCALES: Final = (0.85, 1.0, 1.15, 1.3, 1.5)
LOCK_AFTER: Final = (0, 1, 2, 5, 15, 30)
"""Minutes without input after which a diary with a password locks by itself; 0: never."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`look` is one of LOOKS, `text_scale` one of TEXT_SCALES; `span` the period of Patterns.

    `folder` is where the last summary was saved, empty for the documents folder. `put_away` names
    the lines about appointments that are not to be shown again. `lock_after` is one of LOCK_AFTER;
    `lock_minimized` locks with the window. `language` is the code of the one that the screens
    speak, empty for that of the system. `sheet` is the salt of the key for which a recovery
    sheet was made last.
    """

    look: str = "system"
    language: str = ""
    text_scale: float = 1.0
    less_motion: bool = False
    span: str = "month"
    folder: str = ""
    put_away: str = ""
    lock_after: int = 5
    lock_minimized: bool = False
    sheet: str = ""

    @classmethod
    def of(cls, values: object) -> Settings:
        """Return settings from what a file held; what makes no sense there keeps its default."""
        held = values if isinstance(values, dict) else {}
        known = {
            field.name: held[field.name]
            for field in fields(cls)
            if isinstance(held.get(field.name), type(field.default))
        }
        found = cls(**known)
        return replace(
            found,
            look=found.look if found.look in LOOKS else "system",
            text_scale=found.text_scale if found.text_scale in TEXT_SCALES else 1.0,
            lock_after=found.lock_after if found.lock_after in LOCK_AFTER else 5,
        )


class SettingsFile:
    """The settings in use, and the file that keeps them."""

    def __init__(self, diary: Path) -> None:
        self._path = diary.with_name(f"{diary.stem} settings.json")
        self.values = self._read()

    def change(self, **values: Any) -> Settings:
        """Use and keep new values; a file that cannot be written leaves them for this run only."""
        self.values = Settings.of(asdict(self.values) | values)
        with contextlib.suppress(OSError):
            paths.write_private(self._path, json.dumps(asdict(self.values), indent=1))
        return self.values

    def _read(self) -> Settings:
        try:
            return Settings.of(json.loads(self._path.read_text("utf-8")))
        except (OSError, ValueError):
            return Settings()
