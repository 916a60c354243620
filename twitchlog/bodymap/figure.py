"""Read the body figure: the body at once, insets and place pictures when they are first asked for.

The files are built from the drawings in `assets/body` by `tools/build_body.py`. They hold tenths of
a unit, with x to the right and y downwards from a view's top left corner.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from twitchlog import paths
from twitchlog.bodymap.shapes import Frame, Line, Mesh, Picture, Shape, View
from twitchlog.domain.site import Side

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

T = TypeVar("T")

BODY: Final = ("front", "back")
"""The views of the whole figure; all others are insets."""

_TENTHS: Final = 10


class Late(Mapping[str, T]):
    """Values by name, each made when it is first asked for."""

    def __init__(self, names: Iterable[str], make: Callable[[str], T]) -> None:
        self._names = dict.fromkeys(names)
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            if name not in self._names:
                raise KeyError(name)
            self._made[name] = self._make(name)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


@dataclass(frozen=True, slots=True)
class BodyMap:
    """The whole figure; sides are the person's own in every view.

    `width` and `height` are those of the front and the back. `places`: the regions each site is
    counted in, front first; `details`: its own fine shapes, those of the body before those of the
    insets; `insets`: the inset view that a tap on a region opens, by region id.
    """

    width: float
    height: float
    views: Mapping[str, View]
    places: Mapping[str, tuple[Shape, ...]]
    details: Mapping[str, tuple[Shape, ...]]
    insets: Mapping[str, str]
    pictures: Mapping[str, Picture]

    def tally(self, counts: Mapping[str, int]) -> dict[str, int]:
        """Return how often each region was named, from how often each site was: for a heat map."""
        added: dict[str, int] = {}
        for site, count in counts.items():
            for shape in self.places.get(site, ()):
                added[shape.id] = added.get(shape.id, 0) + count
        return added


@lru_cache(maxsize=1)
def load() -> BodyMap:
    """Return the figure, read once."""
    data = _read("figure")
    views = Late(
        (*BODY, *data["views_elsewhere"]),
        lambda name: _view(name, (data["views"] if name in BODY else _read("insets"))[name]),
    )
    width, height = _line(data["views"]["front"]["size"])
    return BodyMap(
        width=width,
        height=height,
        views=views,
        places=_named(views, data["places"]),
        details=_named(views, data["details"]),
        insets=data["insets"],
        pictures=Late(data["details"], _picture),
    )


def shapes_of(site: str) -> tuple[Shape, ...]:
    """Return the regions a site is counted in, front first; none for a site that is not known."""
    return load().places.get(site, ())


def details_of(site: str, *, view: str | None = None) -> tuple[Shape, ...]:
    """Return a site's own fine shapes, in one view or in all; none for one that is not known.

    Asking for the views of the body alone reads no inset.
    """
    figure = load()
    if view is None:
        return figure.details.get(site, ())
    shown = figure.views[view]
    return (shown.shapes[key],) if (key := f"{view}-{site}+") in shown.shapes else ()


def picture_of(site: str) -> Picture | None:
    """Return the circle that shows a site; None for a site that is not known."""
    return load().pictures.get(site)


def _named(
    views: Mapping[str, View], keys: Mapping[str, Mapping[str, Sequence[str]]]
) -> Mapping[str, tuple[Shape, ...]]:
    """Return the shapes each site has, from their ids by view."""

    def shapes(site: str) -> tuple[Shape, ...]:
        return tuple(views[view].shapes[key] for view, own in keys[site].items() for key in own)

    return Late(keys, shapes)


def _picture(site: str) -> Picture:
    raw = _read("pictures")["places"][site]
    return Picture(_frame(raw["frame"]), _mesh(raw))


@lru_cache(maxsize=64)
def _frame(name: str) -> Frame:
    raw = _read("pictures")["frames"][name]
    x, y, radius = _line(raw["circle"])
    return Frame(
        name,
        (x, y),
        radius,
        _mesh(raw["plate"]),
        _lines(raw["edges"]),
        _lines(raw["outline"]),
        _lines(raw["lines"]),
    )


@lru_cache(maxsize=8)
def _read(name: str) -> Any:
    return json.loads(paths.asset(f"body/{name}.json").read_text(encoding="utf-8"))


def _view(name: str, raw: Mapping[str, Any]) -> View:
    width, height = _line(raw["size"])
    shapes = {one["id"]: one for one in raw["shapes"]}
    return View(
        name,
        width,
        height,
        _mesh(raw["plate"]),
        _lines(raw["outline"]),
        _lines(raw["edges"]),
        _lines(raw["features"]),
        _lines(raw["lines"]),
        Late(shapes, lambda key: _shape(name, shapes[key])),
    )


def _shape(view: str, raw: Mapping[str, Any]) -> Shape:
    x, y = _line(raw["centre"])
    left, top, right, bottom = _line(raw["box"])
    return Shape(
        id=raw["id"],
        view=view,
        side=Side(raw["side"]),
        detail=raw["detail"],
        inside=raw["inside"],
        sites=tuple(raw["sites"]),
        mesh=_mesh(raw),
        centre=(x, y),
        box=(left, top, right, bottom),
    )


def _mesh(raw: Mapping[str, Any]) -> Mesh:
    """Read a filled shape, whose corners and triangles are numbers in a text."""
    points, triangles = (map(int, raw[name].split()) for name in ("points", "triangles"))
    return Mesh(_line(points), tuple(triangles), tuple(raw["ends"]))


def _lines(raw: Sequence[Sequence[int]]) -> tuple[Line, ...]:
    return tuple(_line(line) for line in raw)


def _line(raw: Iterable[int]) -> Line:
    """Turn the tenths of the file into units."""
    return tuple(value / _TENTHS for value in raw)
