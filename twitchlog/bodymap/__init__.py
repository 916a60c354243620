"""The body figure as plain shapes: what the screens and the page draw, and what a tap means.

Lengths are in units of a view. Sides are the person's own, as one looks at oneself: their left hand
is `hand-left` in every view, on the right of the front picture and on the left of the back one.
"""

from twitchlog.bodymap.figure import BODY, BodyMap, details_of, load, picture_of, shapes_of
from twitchlog.bodymap.shapes import Frame, Line, Mesh, Picture, Shape, View
from twitchlog.bodymap.taps import Direction, neighbours, sites_at

__all__ = [
    "BODY", "BodyMap", "Direction", "Frame", "Line", "Mesh", "Picture", "Shape", "View",
    "details_of", "load", "neighbours", "picture_of", "shapes_of", "sites_at",
]  # fmt: skip
