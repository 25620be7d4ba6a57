"""The shape around a patch of dots."""

import pytest

from app.papers.reading.hull import area, convex_hull, crossing, four_corners

SQUARE = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0)]


def test_the_hull_leaves_out_what_lies_inside() -> None:
    inside = [(x, y) for x in range(1, 10) for y in range(1, 10)]
    assert sorted(convex_hull([*inside, *SQUARE])) == sorted(SQUARE)


def test_area_is_that_of_the_shape() -> None:
    assert area(SQUARE) == 100
    assert area([(0, 0), (4, 0), (0, 3)]) == 6


def test_cut_off_corners_are_put_back() -> None:
    cut = [(1, 0), (9, 0), (10, 1), (10, 9), (9, 10), (1, 10), (0, 9), (0, 1)]
    corners = four_corners(convex_hull(cut))
    assert corners is not None
    assert sorted((round(x, 9), round(y, 9)) for x, y in corners) == sorted(SQUARE)


def test_three_corners_are_no_sheet() -> None:
    assert four_corners([(0, 0), (5, 0), (0, 5)]) is None


def test_lines_cross_once_or_never() -> None:
    assert crossing(((0, 0), (1, 1)), ((0, 4), (1, 3))) == pytest.approx((2, 2))
    assert crossing(((0, 0), (1, 1)), ((0, 1), (1, 2))) is None
