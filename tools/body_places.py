"""What the regions of the body figure stand for, and where the place pictures are cut from it."""

from __future__ import annotations

from typing import Final

REGION_PARTS: Final[dict[str, tuple[str, ...]]] = {
    "front-face": (
        "forehead", "temple", "eyebrow", "nose", "ear", "cheek", "lips", "upper-lip", "lower-lip",
        "mouth-corner", "tongue", "jaw", "chin", "under-chin", "scalp",
    ),
    "front-eyelid": ("eyelid", "upper-eyelid", "lower-eyelid"),
    "front-neck": ("neck-front", "throat", "neck-side", "shoulder-top"),
    "front-shoulder": ("shoulder",),
    "front-chest": ("chest", "collarbone", "breastbone", "armpit"),
    "front-abdomen": ("upper-belly", "lower-belly", "diaphragm"),
    "front-side": ("ribs", "waist"),
    "front-groin": ("groin", "hip", "pelvic-floor"),
    "front-biceps": ("biceps", "upper-arm"),
    "front-forearm": ("forearm", "forearm-outer", "forearm-thumb-side", "elbow", "wrist"),
    "front-hand": (
        "hand", "hand-back", "hand-thumb-side", "thumb-web", "hand-little-finger-side", "thumb",
        "index-finger", "middle-finger", "ring-finger", "little-finger",
    ),
    "front-thigh": ("thigh", "thigh-front", "thigh-outer"),
    "front-inner-thigh": ("thigh-inner", "thigh"),
    "front-knee": ("knee",),
    "front-shin": ("shin", "lower-leg-outer"),
    "front-calf": ("calf", "calf-inner"),
    "front-foot": (
        "foot", "foot-top", "big-toe", "small-toes", "little-toe", "arch", "foot-little-toe-side",
        "ankle",
    ),
    "back-head": ("back-of-head", "scalp"),
    "back-neck": ("neck-back",),
    "back-upper-back": ("upper-back", "shoulder-top"),
    "back-shoulder": ("shoulder",),
    "back-shoulder-blade": ("shoulder-blade",),
    "back-flank": ("middle-back",),
    "back-lower-back": ("lower-back",),
    "back-buttock": ("buttock", "hip", "pelvic-floor"),
    "back-triceps": ("triceps", "upper-arm"),
    "back-forearm": ("forearm", "forearm-inner", "elbow", "wrist"),
    "back-hand": (
        "hand", "palm", "hand-thumb-side", "hand-little-finger-side", "thumb", "index-finger",
        "middle-finger", "ring-finger", "little-finger",
    ),
    "back-hamstring": ("thigh-back", "thigh"),
    "back-knee-hollow": ("knee-hollow",),
    "back-calf": ("calf", "calf-inner", "calf-outer", "calf-lower"),
    "back-ankle": ("ankle", "calf-lower"),
    "back-foot": ("foot", "sole", "arch", "ball-of-foot", "heel"),
}  # fmt: skip
"""View and region to the parts it stands for: the one a tap means first, then the finer ones."""

INSIDE: Final = {"front-eyelid": "front-face"}
"""A region that lies inside another one: a tap near it may mean either."""

FRAMES: Final[dict[str, tuple[str, float, float, float]]] = {
    "head": ("front", 0, 28, 34),
    "head-behind": ("back", 0, 28, 34),
    "neck": ("front", 0, 68, 34),
    "neck-behind": ("back", 0, 66, 34),
    "chest": ("front", 0, 108, 54),
    "belly": ("front", 0, 178, 62),
    "hips": ("front", 0, 224, 56),
    "upper-back": ("back", 0, 108, 56),
    "lower-back": ("back", 0, 176, 60),
    "seat": ("back", 0, 230, 56),
    "shoulder-left": ("front", 48, 104, 36),
    "upper-arm-left": ("front", 62, 148, 38),
    "upper-arm-behind-left": ("back", -62, 148, 38),
    "forearm-left": ("front", 75, 203, 44),
    "forearm-behind-left": ("back", -75, 203, 44),
    "hand-left": ("front", 87, 254, 31),
    "hand-behind-left": ("back", -87, 254, 31),
    "thighs": ("front", 0, 278, 58),
    "thighs-behind": ("back", 0, 290, 56),
    "knees": ("front", 0, 336, 44),
    "knees-behind": ("back", 0, 336, 44),
    "shins": ("front", 0, 388, 50),
    "calves": ("back", 0, 380, 46),
    "feet": ("front", 0, 446, 44),
    "foot-left": ("front", 27, 449, 22),
    "foot-behind-left": ("back", -27, 449, 22),
}
"""Place pictures: the view, and the circle (centre x and y, radius) cut from it."""

_ALL = (140.0, 140.0, 250.0, 250.0)
_FIRST = (75.0, 140.0, 110.0, 250.0)
_SECOND = (205.0, 140.0, 110.0, 250.0)

INSETS: Final[
    dict[
        str,
        tuple[
            tuple[str, ...],
            tuple[tuple[str, tuple[str, ...], tuple[float, float, float, float]], ...],
        ],
    ]
] = {
    "face": (
        ("front-face", "front-eyelid-left", "front-eyelid-right"),
        (("front", ("front-face", "front-eyelid-left", "front-eyelid-right"), _ALL),),
    ),
    **{
        f"{part}-{side}": (
            (f"front-{part}-{side}", f"back-{part}-{side}"),
            (
                ("front", (f"front-{part}-{side}",), _FIRST if side == "left" else _SECOND),
                ("back", (f"back-{part}-{side}",), _SECOND if side == "left" else _FIRST),
            ),
        )
        for part in ("hand", "foot")
        for side in ("left", "right")
    },
}
"""Each view that is drawn large: the regions it shows, and where its pieces lie in it."""
