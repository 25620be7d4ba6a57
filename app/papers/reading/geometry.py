"""How a page lies in a picture: lines, turns and perspective, in plain arithmetic.

A transform is eight numbers, as Pillow takes them: a point (x, y) of the page lies in the picture
at ((a·x + b·y + c) / (g·x + h·y + 1), (d·x + e·y + f) / (g·x + h·y + 1)).
"""

import math
from collections.abc import Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Transform: TypeAlias = tuple[float, ...]

_TINY = 1e-9


def place(transform: Transform, point: Point) -> Point:
    """Return where a point of the page lies in the picture."""
    a, b, c, d, e, f, g, h = transform
    x, y = point
    depth = g * x + h * y + 1
    return (a * x + b * y + c) / depth, (d * x + e * y + f) / depth


def distance(one: Point, other: Point) -> float:
    """Return how far two points are apart."""
    return math.hypot(one[0] - other[0], one[1] - other[1])


def perspective(page: Sequence[Point], picture: Sequence[Point]) -> Transform | None:
    """Return the transform that takes four points of the page to four of the picture.

    None if three of them lie on a line.
    """
    rows = []
    for (x, y), (u, v) in zip(page, picture, strict=True):
        rows.append([x, y, 1.0, 0.0, 0.0, 0.0, -u * x, -u * y, u])
        rows.append([0.0, 0.0, 0.0, x, y, 1.0, -v * x, -v * y, v])
    return _solve(rows)


def similarity(page: Sequence[Point], picture: Sequence[Point]) -> Transform:
    """Return the turn, scale and shift that bring the points of the page nearest to the picture's.

    Least squares; a scanner does nothing else to a page.
    """
    here = [complex(*point) for point in page]
    there = [complex(*point) for point in picture]
    here_middle, there_middle = sum(here) / len(here), sum(there) / len(there)
    turn = sum(
        (there_one - there_middle) * (here_one - here_middle).conjugate()
        for here_one, there_one in zip(here, there, strict=True)
    ) / sum(abs(here_one - here_middle) ** 2 for here_one in here)
    shift = there_middle - turn * here_middle
    return (turn.real, -turn.imag, shift.real, turn.imag, turn.real, shift.imag, 0.0, 0.0)


def affine(page: Sequence[Point], picture: Sequence[Point]) -> Transform | None:
    """Return the straight-line transform that fits three or more points best (least squares).

    None if the points lie on a line.
    """
    horizontal = _plane(page, [x for x, _ in picture])
    vertical = _plane(page, [y for _, y in picture])
    if horizontal is None or vertical is None:
        return None
    return (*horizontal, *vertical, 0.0, 0.0)


def _plane(points: Sequence[Point], values: Sequence[float]) -> Transform | None:
    """Return p, q, r such that p·x + q·y + r is nearest to the values."""
    rows = [[0.0] * 4 for _ in range(3)]
    for (x, y), value in zip(points, values, strict=True):
        known = (x, y, 1.0)
        for row, factor in zip(rows, known, strict=True):
            for column, other in enumerate((*known, value)):
                row[column] += factor * other
    return _solve(rows)


def _solve(rows: list[list[float]]) -> Transform | None:
    """Return the solution of linear equations, each row ending in its right side."""
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        if abs(rows[pivot][column]) < _TINY:
            return None
        rows[column], rows[pivot] = rows[pivot], rows[column]
        lead = rows[column]
        for row in rows[column + 1 :]:
            factor = row[column] / lead[column]
            for index in range(column, size + 1):
                row[index] -= factor * lead[index]
    solution = [0.0] * size
    for index in reversed(range(size)):
        known = sum(rows[index][later] * solution[later] for later in range(index + 1, size))
        solution[index] = (rows[index][size] - known) / rows[index][index]
    return tuple(solution)
