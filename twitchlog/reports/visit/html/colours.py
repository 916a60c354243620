"""The colours of the web page, light, dark and on paper, from the palette of the program."""

from __future__ import annotations

from typing import Final

from twitchlog import palette

LIGHT: Final = {
    "ground": palette.LIGHT.card,
    "ink": palette.LIGHT.on_surface,
    "quiet": palette.LIGHT.on_surface_variant,
    "line": palette.LIGHT.outline,
}
DARK: Final = {
    "ground": palette.DARK.card,
    "ink": palette.DARK.on_surface,
    "quiet": palette.DARK.on_surface_variant,
    "line": palette.DARK.outline,
}
PAPER: Final = {"ground": "#FFFFFF", "ink": "#000000", "quiet": "#000000", "line": "#000000"}
"""Black alone: no grey carries a meaning, and a fax has none."""


def colours() -> str:
    """Return the style rules that name the colours; the reader's own setting chooses."""
    return (
        f":root {{ {_named(LIGHT)} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {_named(DARK)} }} }}\n"
        f"@media print {{ :root {{ {_named(PAPER)} color-scheme: light; }} }}\n"
    )


def _named(scheme: dict[str, str]) -> str:
    return "".join(f"--{name}: {value}; " for name, value in scheme.items()).strip()
