"""Find the edges of a sheet that was photographed on something darker."""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from PIL import Image, ImageFilter

from app.papers.reading.geometry import Point, distance
from app.papers.reading.hull import area, convex_hull, crossing, four_corners

_COARSE = 240
"""Dots on the long side of the picture in which the paper is looked for."""
_FINE = 1200
"""And of the one in which its edges are measured."""
_LEVELS = range(50, 226, 25)
"""Of lightness, where paper may begin: it depends on the light."""
_SMALLEST_SHARE = 0.15
"""Of the picture that a sheet takes at least."""
_MOST_SPARE = 1.06
"""Area of the four corners over that of the patch; more is not a sheet with straight edges."""
_SAMPLES = 30
"""Places on each edge where it is measured."""
_REACH = 24
"""Dots of the fine picture to both sides of the coarse edge, which lies too far out by ten."""


class _Light(NamedTuple):
    """How light each dot is, row by row."""

    dots: bytes
    width: int
    height: int


def outlines(picture: Image.Image, inside: Point) -> Iterator[list[Point]]:
    """Return the corners of what may be the sheet around a point, clockwise; the best is not first.

    Nothing if the sheet fills the picture or lies on something as light as itself.
    """
    shrink = max(picture.size) / _COARSE
    # Writing is taken away: what is light around a dot makes it light.
    coarse = _shrunk(picture, shrink).filter(ImageFilter.MaxFilter(5))
    fine_shrink = max(1.0, max(picture.size) / _FINE)
    fine: Image.Image | None = None
    start = (int(inside[0] / shrink), int(inside[1] / shrink))
    for level in _LEVELS:
        corners = _patch_corners(coarse, start, level)
        if corners is not None:
            fine = fine or _shrunk(picture, fine_shrink)
            scale = shrink / fine_shrink
            edges = _measured(fine, [(x * scale, y * scale) for x, y in corners], level)
            if edges is not None:
                yield [(x * fine_shrink, y * fine_shrink) for x, y in edges]


def _shrunk(picture: Image.Image, times: float) -> Image.Image:
    size = (max(1, round(picture.width / times)), max(1, round(picture.height / times)))
    return picture.resize(size, Image.Resampling.BOX)


def _patch_corners(picture: Image.Image, start: tuple[int, int], level: int) -> list[Point] | None:
    """Return the corners of the light patch around a point, if it has the shape of a sheet."""
    edge = _light_rows(picture, start, level)
    if edge is None:
        return None
    hull = convex_hull(edge)
    size = area(hull)
    if size < _SMALLEST_SHARE * picture.width * picture.height:
        return None
    corners = four_corners(hull)
    if corners is None or area(corners) > _MOST_SPARE * size:
        return None
    return corners


def _light_rows(picture: Image.Image, start: tuple[int, int], level: int) -> list[Point] | None:
    """Return both ends of each row of the patch that hangs together with a point."""
    width, height = picture.size
    light = bytearray(picture.point([0] * level + [1] * (256 - level)).tobytes())
    x, y = min(start[0], width - 1), min(start[1], height - 1)
    if not light[y * width + x]:
        return None
    ends: list[Point] = []
    waiting = [y * width + x]
    while waiting:
        spot = waiting.pop()
        if not light[spot]:
            continue
        row = spot // width * width
        first = light.rfind(0, row, spot) + 1 or row
        last = light.find(0, spot, row + width)
        last = (row + width if last < 0 else last) - 1
        light[first : last + 1] = bytes(last + 1 - first)
        # The corners of the dots, not their middles: the patch reaches to the edge of its dots.
        line = row // width
        ends += [(first - row, line), (last + 1 - row, line)]
        ends += [(first - row, line + 1), (last + 1 - row, line + 1)]
        for near in (row - width, row + width):
            if 0 <= near < len(light):
                waiting += range(near + first - row, near + last - row + 1)
    return ends


def _measured(picture: Image.Image, corners: Sequence[Point], level: int) -> list[Point] | None:
    """Return the corners where the measured edges meet."""
    light = _Light(picture.tobytes(), *picture.size)
    lines = []
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        line = _edge_line(light, start, end, level)
        if line is None:
            return None
        lines.append(line)
    found = []
    for line, before in zip(lines, (lines[-1], *lines[:-1]), strict=True):
        corner = crossing(before, line)
        if corner is None:
            return None
        found.append(corner)
    return found


def _edge_line(light: _Light, start: Point, end: Point, level: int) -> tuple[Point, Point] | None:
    """Return two points of an edge, from where the light changes along it."""
    length = distance(start, end)
    if length < _SAMPLES:
        return None
    along = ((end[0] - start[0]) / length, (end[1] - start[1]) / length)
    outwards = (along[1], -along[0])
    offsets: list[tuple[float, float]] = []
    for sample in range(_SAMPLES):
        # The corners may be bent or in shadow: the middle nine tenths tell enough.
        way = length * (0.05 + 0.9 * sample / (_SAMPLES - 1))
        spot = (start[0] + along[0] * way, start[1] + along[1] * way)
        offset = _change(light, spot, outwards, level)
        if offset is not None:
            offsets.append((way, offset))
    if len(offsets) < _SAMPLES // 2:
        return None
    first, last = _through(offsets, length)
    return (
        (start[0] + outwards[0] * first, start[1] + outwards[1] * first),
        (end[0] + outwards[0] * last, end[1] + outwards[1] * last),
    )


def _change(light: _Light, spot: Point, outwards: Point, level: int) -> float | None:
    """Return how far outwards the paper ends, seen from the inside."""
    lightness: list[int] = []
    for step in range(-_REACH, _REACH + 1):
        x, y = int(spot[0] + outwards[0] * step), int(spot[1] + outwards[1] * step)
        if not (0 <= x < light.width and 0 <= y < light.height):
            return None
        value = light.dots[y * light.width + x]
        if value < level:
            if not lightness:
                return None
            return step - 1 + (lightness[-1] - level) / (lightness[-1] - value)
        lightness.append(value)
    return None


def _through(offsets: Sequence[tuple[float, float]], length: float) -> tuple[float, float]:
    """Return the offsets at both ends of the line through most of the samples (Theil and Sen)."""
    slopes = [
        (later - offset) / (further - way)
        for index, (way, offset) in enumerate(offsets)
        for further, later in offsets[index + 1 :]
        if further - way > length / 4
    ]
    slope = median(slopes) if slopes else 0.0
    first = median(offset - slope * way for way, offset in offsets)
    return first, first + slope * length
