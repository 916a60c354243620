"""What the regions of the body figure stand for, and how views and pictures are put together."""

from __future__ import annotations

from typing import Final

from body_drawings import Placing

SIZE: Final = (212.0, 472.0)
ORIGIN: Final = (106.0, 5.0)
"""Size of the front and the back, and where the point 0, 0 of their drawings lies in them."""

_PALM: Final = (-0.2139, 0.0225, -0.0225, -0.2139, 80.4, 243.6)
_HAND: Final = (-0.2139, -0.0225, 0.0225, -0.2139, -80.4, 243.6)

BODY: Final[dict[str, tuple[Placing, ...]]] = {
    "front": (
        Placing("face", (0.2, 0, 0, 0.2, 0, 0), without=("neck",)),
        Placing("palm", _PALM, without=("wrist",)),
        Placing(
            "foot",
            (-0.264, 0.012, -0.014, -0.145, 21.4, 425.8),
            without=("ankle", "heel", "foot-top", "arch", "foot-little-toe-side"),
        ),
    ),
    "back": (
        Placing("hand", (-0.2139, -0.0225, 0.0225, -0.2139, -80.4, 243.6), without=("wrist",)),
    ),
}
"""What is put on the drawings of the body."""

INSETS: Final[dict[str, tuple[tuple[float, float], tuple[Placing, ...]]]] = {
    "face": (
        (300, 350),
        (
            Placing("face", (1, 0, 0, 1, 120, 8)),
            Placing("mouth", (1, 0, 0, 1, 248, 292)),
        ),
    ),
    "hand-left": (
        (320, 280),
        (
            Placing("hand", (1, 0, 0, 1, 62, 240)),
            Placing("palm", (1, 0, 0, 1, 258, 240)),
        ),
    ),
    "foot-left": (
        (280, 280),
        (
            Placing("foot", (1, 0, 0, 1, 72, 264)),
            Placing("sole", (1, 0, 0, 1, 208, 264)),
        ),
    ),
}
"""Views of a part drawn large, by size and what stands in them; the right ones are mirrored."""

OPENED_BY: Final = {
    "face": ("front-face", "front-eyelid-left", "front-eyelid-right"),
    "hand-left": ("front-hand-left", "back-hand-left"),
    "hand-right": ("front-hand-right", "back-hand-right"),
    "foot-left": ("front-foot-left", "back-foot-left"),
    "foot-right": ("front-foot-right", "back-foot-right"),
}
"""The regions of the body that each large view shows."""

REGIONS: Final[dict[str, tuple[str, ...]]] = {
    "front-face": (
        "forehead", "temple", "eyebrow", "nose", "ear", "cheek", "lips", "upper-lip", "lower-lip",
        "mouth-corner", "tongue", "jaw", "chin", "under-chin", "scalp",
    ),
    "front-eyelid-left": ("eyelid", "upper-eyelid", "lower-eyelid"),
    "front-neck": ("neck-front", "throat", "neck-side", "shoulder-top"),
    "front-shoulder-left": ("shoulder",),
    "front-chest-left": ("chest", "collarbone", "breastbone", "armpit"),
    "front-abdomen-left": ("upper-belly", "lower-belly", "diaphragm"),
    "front-side-left": ("ribs", "waist"),
    "front-groin-left": ("groin", "hip", "pelvic-floor"),
    "front-biceps-left": ("biceps", "upper-arm", "triceps"),
    "front-forearm-left": ("forearm", "forearm-inner", "forearm-thumb-side", "elbow", "wrist"),
    "front-hand-left": (
        "hand", "palm", "hand-thumb-side", "hand-little-finger-side", "thumb", "index-finger",
        "middle-finger", "ring-finger", "little-finger",
    ),
    "front-thigh-left": ("thigh", "thigh-front", "thigh-outer"),
    "front-inner-thigh-left": ("thigh-inner", "thigh"),
    "front-knee-left": ("knee",),
    "front-shin-left": ("shin", "lower-leg-outer"),
    "front-calf-left": ("calf", "calf-inner", "calf-lower"),
    "front-foot-left": (
        "foot", "foot-top", "big-toe", "small-toes", "little-toe", "arch", "foot-little-toe-side",
        "ankle",
    ),
    "back-head": ("back-of-head", "scalp", "ear"),
    "back-neck": ("neck-back",),
    "back-upper-back-left": ("upper-back", "shoulder-top"),
    "back-shoulder-left": ("shoulder",),
    "back-shoulder-blade-left": ("shoulder-blade",),
    "back-flank-left": ("middle-back", "waist"),
    "back-lower-back-left": ("lower-back",),
    "back-buttock-left": ("buttock", "hip", "pelvic-floor"),
    "back-triceps-left": ("triceps", "upper-arm", "armpit"),
    "back-forearm-left": (
        "forearm", "forearm-outer", "forearm-inner", "forearm-thumb-side", "elbow", "wrist",
    ),
    "back-hand-left": (
        "hand", "hand-back", "thumb-web", "hand-thumb-side", "hand-little-finger-side", "thumb",
        "index-finger", "middle-finger", "ring-finger", "little-finger",
    ),
    "back-hamstring-left": ("thigh-back", "thigh", "thigh-outer", "thigh-inner"),
    "back-knee-hollow-left": ("knee-hollow",),
    "back-calf-left": ("calf", "calf-inner", "calf-outer", "calf-lower"),
    "back-ankle-left": ("ankle",),
    "back-foot-left": (
        "foot", "heel", "sole", "arch", "ball-of-foot", "foot-little-toe-side",
    ),
}  # fmt: skip
"""The parts each region of the body stands for: the one a tap means first, then the finer ones.

A region covers their tiles. What ends in -left is there on the right as well.
"""

SEEN_ONLY: Final[dict[str, tuple[str, ...]]] = {
    "front-biceps": ("triceps",),
    "back-head": ("ear",),
    "back-flank": ("waist",),
    "back-triceps": ("armpit",),
    "back-forearm": ("forearm-inner", "forearm-thumb-side"),
    "back-hamstring": ("thigh-inner", "thigh-outer"),
}
"""Parts at the rim of a region: a tap may mean them, but they are counted in a region of theirs."""

INSIDE: Final = {
    "front-eyelid-left": "front-face",
    "front-eyelid-right": "front-face",
}
"""A region that lies inside another one: a tap near it may mean either."""

FRAMES: Final[dict[str, tuple[str, float, float, float]]] = {
    "head": ("front", 106, 33, 36),
    "head-behind": ("back", 106, 33, 36),
    "neck": ("front", 106, 73, 34),
    "neck-behind": ("back", 106, 71, 34),
    "midriff": ("front", 106, 152, 50),
    "chest": ("front", 106, 113, 54),
    "belly": ("front", 106, 183, 62),
    "hips": ("front", 106, 229, 56),
    "upper-back": ("back", 106, 113, 56),
    "lower-back": ("back", 106, 181, 60),
    "seat": ("back", 106, 235, 56),
    "shoulder-left": ("front", 154, 109, 36),
    "upper-arm-left": ("front", 168, 153, 38),
    "upper-arm-behind-left": ("back", 44, 153, 38),
    "forearm-left": ("front", 181, 208, 44),
    "forearm-behind-left": ("back", 31, 208, 44),
    "hip-left": ("front", 140, 231, 40),
    "thighs": ("front", 106, 280, 68),
    "thighs-behind": ("back", 106, 290, 64),
    "knees": ("front", 106, 341, 44),
    "knees-behind": ("back", 106, 341, 44),
    "shins": ("front", 106, 402, 58),
    "calves": ("back", 106, 396, 54),
    "ankle-left": ("front", 130, 442, 30),
    "face": ("face", 120, 165, 165),
    "brow": ("face", 120, 100, 102),
    "lower-face": ("face", 120, 240, 100),
    "eye-left": ("face", 166, 152, 56),
    "mouth": ("face", 120, 242, 56),
    "nose": ("face", 120, 184, 76),
    "ear-left": ("face", 200, 160, 62),
    "open-mouth": ("face", 248, 292, 52),
    "hand-back-left": ("hand-left", 76, 130, 138),
    "palm-left": ("hand-left", 244, 130, 138),
    "foot-top-left": ("foot-left", 72, 140, 136),
    "sole-left": ("foot-left", 208, 140, 136),
    "toes-left": ("foot-left", 72, 50, 66),
}
"""Place pictures: the view, and the circle (centre x and y, radius) cut from it."""

MIDDLES: Final = {"face": 120}
"""Where the middle line of a drawing is, if not halfway: beside the face stands an open mouth."""

ALONE: Final = {"open-mouth": ("tongue",)}
"""Place pictures that serve for some parts only."""
