"""Colour and size tokens as plain data: the screens, the charts and the page all read these."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True, slots=True)
class Scheme:
    """One set of colours, each `#RRGGBB`: the roles of Material 3 and a few of our own."""

    background: str
    surface: str
    card: str
    surface_container: str
    surface_container_high: str
    surface_container_highest: str
    on_surface: str
    on_surface_variant: str
    outline: str
    outline_variant: str
    primary: str
    on_primary: str
    primary_container: str
    on_primary_container: str
    secondary: str
    on_secondary: str
    secondary_container: str
    on_secondary_container: str
    tertiary: str
    on_tertiary: str
    tertiary_container: str
    on_tertiary_container: str
    error: str
    on_error: str
    error_container: str
    on_error_container: str
    inverse_surface: str
    inverse_on_surface: str
    inverse_primary: str
    ramp: tuple[str, str, str, str, str]
    on_ramp: tuple[str, str, str, str, str]
    series_a: str
    series_b: str
    hatch: str
    plate: str


LIGHT: Final = Scheme(
    background="#F4F8F7", surface="#F4F8F7", card="#FFFFFF",
    surface_container="#E9F0EF", surface_container_high="#E2EAE9",
    surface_container_highest="#DBE4E3",
    on_surface="#171D1D", on_surface_variant="#404A4A",
    outline="#6C7777", outline_variant="#C6D0CF",
    primary="#00666B", on_primary="#FFFFFF",
    primary_container="#CBEAE8", on_primary_container="#00363A",
    secondary="#4A6263", on_secondary="#FFFFFF",
    secondary_container="#D5E6E5", on_secondary_container="#0E2B2C",
    tertiary="#7F5300", on_tertiary="#FFFFFF",
    tertiary_container="#F8E6CB", on_tertiary_container="#3A2400",
    error="#B3261E", on_error="#FFFFFF", error_container="#F9DEDC", on_error_container="#410E0B",
    inverse_surface="#2B3232", inverse_on_surface="#ECF2F1", inverse_primary="#84D6D5",
    ramp=("#CFE7E6", "#95CBCB", "#4D9EA4", "#217C85", "#0A4A54"),
    on_ramp=("#171D1D", "#171D1D", "#171D1D", "#FFFFFF", "#FFFFFF"),
    series_a="#00545C", series_b="#C97B0E", hatch="#7C8787", plate="#DCE6E5",
)  # fmt: skip

DARK: Final = Scheme(
    background="#0E1414", surface="#0E1414", card="#171F1F",
    surface_container="#1B2424", surface_container_high="#252E2E",
    surface_container_highest="#303939",
    on_surface="#DEE4E3", on_surface_variant="#BEC9C8",
    outline="#8A9594", outline_variant="#3D4848",
    primary="#80D4D3", on_primary="#00373A",
    primary_container="#0B4E52", on_primary_container="#BDEFED",
    secondary="#B1CBCA", on_secondary="#1C3536",
    secondary_container="#2E4748", on_secondary_container="#D2E8E7",
    tertiary="#F2BF76", on_tertiary="#432C00",
    tertiary_container="#4F3A14", on_tertiary_container="#FFDEAE",
    error="#F2B8B5", on_error="#601410", error_container="#8C1D18", on_error_container="#F9DEDC",
    inverse_surface="#DEE4E3", inverse_on_surface="#2B3232", inverse_primary="#00666B",
    ramp=("#22393B", "#2A5A5F", "#45969C", "#78C2C3", "#C3EEEC"),
    on_ramp=("#DEE4E3", "#DEE4E3", "#06201F", "#06201F", "#06201F"),
    series_a="#9CE2E0", series_b="#B97018", hatch="#7F8B8A", plate="#2B3636",
)  # fmt: skip


def scheme(*, dark: bool) -> Scheme:
    """Return the colours of the dark or the light look."""
    return DARK if dark else LIGHT


def roles(colours: Scheme) -> dict[str, str]:
    """Return the single colours of a scheme by role name; the ramps are left out."""
    pairs = ((field.name, getattr(colours, field.name)) for field in fields(colours))
    return {name: value for name, value in pairs if isinstance(value, str)}
