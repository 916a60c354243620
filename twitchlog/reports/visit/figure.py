"""Draw the body map of the page: outlines, a disc for each place, and labels beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from html import escape
from math import sqrt
from typing import TYPE_CHECKING, Final

from twitchlog import bodymap
from twitchlog.reports.visit.labels import TEXT_MM, Box, Page, edges_of, filled
from twitchlog.translation import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from twitchlog.bodymap import Shape, View
    from twitchlog.reports.visit.labels import Edge
    from twitchlog.reports.visit.summary import BodyMap, Place

WIDTH_MM: Final = 60.0
POINTS_A_MM: Final = 72 / 25.4
LABELS: Final = 8
_TYPE_PT: Final = 9.0
_FOOT_MM: Final = 4.6
_GAP_MM: Final = 0.8
_FIGURE_MM: Final = 2.02
_WIDE_MM: Final = {"%": 3.02, "<": 2.66, ">": 2.66}
_BESIDE: Final = 48.0
_HEAD: Final = 68.0
_SPINE: Final = (90.0, 205.0)
_MOUTH: Final = (-5.0, 47.0, 5.0)


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where one view lies on the page: its left edge and scale, in millimetres."""

    left: float
    top: float
    scale: float

    def x(self, units: float) -> float:
        return self.left + units * self.scale

    def y(self, units: float) -> float:
        return self.top + units * self.scale


@dataclass(frozen=True, slots=True)
class _Disc:
    """A place on the drawing, in millimetres; `side` is -1 for a label to its left, 1 right."""

    x: float
    y: float
    radius: float
    label: str
    side: int
    shape: Shape
    frame: _Frame


def draw(body: BodyMap, *, height_mm: float) -> str:
    """Return the map as SVG, 60 mm wide, its text at 9 pt when shown at that size.

    A disc's radius is 2.8 mm times the root of the share, so that its area stands for the entries;
    under 20 entries 0.55 mm times the root of the count.
    """
    figure = bodymap.load()
    frames = _frames(figure.width, figure.height, height_mm)
    parts: list[str] = []
    for name in bodymap.BODY:
        parts += _outline(figure.views[name], frames[name], figure.width, height_mm)
    discs = [disc for place in body.places if (disc := _disc(place, body, frames, figure.width))]
    parts += [_circle(disc) for disc in discs]
    parts += _labels(discs[:LABELS], _page(frames, figure.width, height_mm))
    width, height = WIDTH_MM * POINTS_A_MM, height_mm * POINTS_A_MM
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.3f}" height="{height:.3f}"'
        f' viewBox="0 0 {width:.3f} {height:.3f}">{"".join(parts)}</svg>'
    )


def _frames(width: float, height: float, height_mm: float) -> dict[str, _Frame]:
    """Put both views side by side, as large as the height allows, each in its half."""
    scale = min((height_mm - _FOOT_MM) / height, WIDTH_MM / (2 * width))
    half = WIDTH_MM / 2
    # The figures stand a little apart, so that the labels between them have room.
    front = half / 2 - width * scale / 2
    return {
        "front": _Frame(front + 0.5, 0.4, scale),
        "back": _Frame(front + half + 0.5, 0.4, scale),
    }


def _disc(place: Place, body: BodyMap, frames: dict[str, _Frame], width: float) -> _Disc | None:
    shapes = [one for view in bodymap.BODY for one in bodymap.details_of(place.site, view=view)]
    if not shapes:
        return None
    shape = max(shapes, key=_weight)
    frame = frames[shape.view]
    x, y = shape.centre
    if body.counted:
        radius = 0.55 * sqrt(place.entries)
    else:
        radius = 2.8 * sqrt(place.entries / body.entries)
    side = -1 if x < width / 2 - 1 else 1
    return _Disc(
        x=frame.x(x),
        y=frame.y(y),
        radius=max(0.5, radius),
        label=place.label,
        side=side,
        shape=shape,
        frame=frame,
    )


def _weight(shape: Shape) -> float:
    """Return a shape's size; the front counts for a little more, where both show a place."""
    return shape.extent * (1.25 if shape.view == "front" else 1.0)


def _edge(disc: _Disc) -> float:
    """Return the outermost x of the limb that a place lies in, in millimetres.

    Beside the legs that is the leg: the label stands in the free space under the arm.
    """
    x, y = disc.shape.centre
    reach = TEXT_MM / disc.frame.scale / 2 + 2
    runs = filled(_edges(disc.shape.view), y - reach, y + reach)
    own = [run for run in runs if run[0] - 1 <= x <= run[1] + 1]
    left, right = own[0] if own else (x, x)
    return disc.frame.x(left if disc.side < 0 else right)


@cache
def _edges(view: str) -> tuple[Edge, ...]:
    return edges_of(bodymap.load().views[view].outline)


def _page(frames: dict[str, _Frame], width: float, height_mm: float) -> Page:
    """Return the page with the bodies and their letters on it, where no label may stand."""

    def body(low: float, high: float) -> list[tuple[float, float]]:
        return [
            (frame.x(left), frame.x(right))
            for name, frame in frames.items()
            for left, right in filled(
                _edges(name), (low - frame.top) / frame.scale, (high - frame.top) / frame.scale
            )
        ]

    page = Page(width=WIDTH_MM, height=height_mm - _FOOT_MM, body=body)
    for number, frame in enumerate(frames.values()):
        # Nor beyond a letter, at its height: the line to a label would cross it.
        start, end = (WIDTH_MM / 2 * (number + more) for more in (0, 1))
        left, right = (frame.x(width / 2 + side * _BESIDE) for side in (-1, 1))
        for low, high in ((start, left + 1.2), (right - 1.2, end)):
            page.taken.append(Box(low, frame.y(_HEAD) - TEXT_MM / 2, high - low))
    return page


def _outline(view: View, frame: _Frame, width: float, height_mm: float) -> Iterator[str]:
    """Yield the silhouette, strokes that tell front from back, and the words beside it.

    Lines between the fingers are left out: at the resolution of a fax they fill the hand.
    """
    for line in view.outline:
        yield _path(line, frame, stroke=0.8, closed=True)
    middle = width / 2
    left, right = (_("R"), _("L")) if view.name == "front" else (_("L"), _("R"))
    if view.name == "front":
        for side in ("left", "right"):
            low, _top, high, bottom = view.shapes[f"front-eyelid-{side}"].box
            yield _path((low, bottom - 2, high, bottom - 2), frame, stroke=0.5)
        start, y, end = _MOUTH
        yield _path((middle + start, y, middle + end, y), frame, stroke=0.5)
    else:
        yield _path((middle, _SPINE[0], middle, _SPINE[1]), frame, stroke=0.5)
    yield _text(frame.x(middle - _BESIDE), frame.y(_HEAD), left, bold=True)
    yield _text(frame.x(middle + _BESIDE), frame.y(_HEAD), right, bold=True)
    word = _("front") if view.name == "front" else _("back")
    yield _text(frame.x(middle), height_mm - 0.9, word)


def _labels(discs: Sequence[_Disc], page: Page) -> Iterator[str]:
    """Yield a leader and a label for each disc, outside the outline and clear of each other."""
    for disc in sorted(discs, key=lambda disc: disc.y):
        width = sum(_WIDE_MM.get(letter, _FIGURE_MM) for letter in disc.label)
        start = _edge(disc) + disc.side * 2 * _GAP_MM
        beyond = disc.x + disc.side * (disc.radius + 2 * _GAP_MM)
        start = min(start, beyond) if disc.side < 0 else max(start, beyond)
        left = start - width if disc.side < 0 else start
        box = page.place(Box(left, disc.y, width))
        page.taken.append(_beyond(box, disc))
        yield _stroke((disc.x, disc.y, *_end(box, disc)), 0.5)
        yield _text(box.left, box.middle + TEXT_MM / 2, disc.label, anchor="start")


def _beyond(box: Box, disc: _Disc) -> Box:
    """Return what lies beyond a label in its half of the page: a line to there would cross it."""
    start = 0.0 if disc.x < WIDTH_MM / 2 else WIDTH_MM / 2
    if disc.side < 0:
        return Box(start, box.middle, max(0.0, box.right - start))
    return Box(box.left, box.middle, max(0.0, start + WIDTH_MM / 2 - box.left))


def _end(box: Box, disc: _Disc) -> tuple[float, float]:
    """Return where the leader meets the label: at the side, or above or below it."""
    if box.right < disc.x:
        return box.right + 0.3, box.middle
    if box.left > disc.x:
        return box.left - 0.3, box.middle
    away = TEXT_MM / 2 + 0.4
    return disc.x, box.middle + (away if box.middle < disc.y else -away)


def _circle(disc: _Disc) -> str:
    return (
        f'<circle cx="{disc.x * POINTS_A_MM:.2f}" cy="{disc.y * POINTS_A_MM:.2f}"'
        f' r="{disc.radius * POINTS_A_MM:.2f}"/>'
    )


def _path(line: Sequence[float], frame: _Frame, *, stroke: float, closed: bool = False) -> str:
    placed = [frame.x(value) if n % 2 == 0 else frame.y(value) for n, value in enumerate(line)]
    return _stroke(placed, stroke, closed=closed)


def _stroke(line: Sequence[float], width: float, *, closed: bool = False) -> str:
    points = " ".join(f"{value * POINTS_A_MM:.2f}" for value in line)
    kind = "polygon" if closed else "polyline"
    return (
        f'<{kind} points="{points}" fill="none" stroke="black" stroke-width="{width}"'
        ' stroke-linejoin="round"/>'
    )


def _text(x: float, y: float, words: str, *, anchor: str = "middle", bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return (
        f'<text x="{x * POINTS_A_MM:.2f}" y="{y * POINTS_A_MM:.2f}" font-family="DejaVu Sans"'
        f' font-size="{_TYPE_PT:g}"{weight} text-anchor="{anchor}">'
        f"{escape(words, quote=False)}</text>"
    )
