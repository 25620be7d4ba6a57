"""The four-cornered shape around a patch of dots."""

from collections.abc import Sequence

from app.papers.reading.geometry import Point, distance

_CORNERS = 4


def convex_hull(points: Sequence[Point]) -> list[Point]:
    """Return the corners of the tightest shape without dents, clockwise on a screen."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    halves = []
    for row in (ordered, ordered[::-1]):
        half: list[Point] = []
        for point in row:
            while len(half) >= 2 and _bend(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
        halves += half[:-1]
    return halves


def area(polygon: Sequence[Point]) -> float:
    """Return the area inside a shape."""
    around = (*polygon[1:], polygon[0])
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(polygon, around, strict=True))) / 2


def four_corners(hull: Sequence[Point]) -> list[Point] | None:
    """Return the four corners of the paper whose hull this is, in the order of the hull.

    Takes away side by side, each time the one whose neighbours meet again with the least new area.
    """
    shape = list(hull)
    while len(shape) > _CORNERS:
        cheapest: tuple[float, int, Point] | None = None
        for index in range(len(shape)):
            before, start, end, after = (
                shape[(index + step) % len(shape)] for step in range(-1, 3)
            )
            meeting = crossing((before, start), (after, end))
            if meeting is None or _bend(start, meeting, end) < 0:
                continue
            added = area((start, meeting, end))
            if cheapest is None or added < cheapest[0]:
                cheapest = (added, index, meeting)
        if cheapest is None:
            return None
        _, index, meeting = cheapest
        shape[index] = meeting
        del shape[(index + 1) % len(shape)]
    return shape if len(shape) == _CORNERS else None


def crossing(one: tuple[Point, Point], other: tuple[Point, Point]) -> Point | None:
    """Return where two lines, each through two points, meet; None if they are nearly parallel."""
    (x, y), (u, v) = one
    (p, q), (r, s) = other
    turn = (u - x) * (s - q) - (v - y) * (r - p)
    if abs(turn) <= 1e-6 * distance(*one) * distance(*other):
        return None
    along = ((p - x) * (s - q) - (q - y) * (r - p)) / turn
    return x + along * (u - x), y + along * (v - y)


def _bend(one: Point, two: Point, three: Point) -> float:
    """Return twice the area of a triangle: positive if the way through it turns right."""
    return (two[0] - one[0]) * (three[1] - one[1]) - (two[1] - one[1]) * (three[0] - one[0])
