"""Transforms take points where they say."""

import math

import pytest

from app.papers.reading.geometry import affine, distance, perspective, place, similarity

UNIT = [(0.0, 0.0), (10.0, 0.0), (10.0, 20.0), (0.0, 20.0)]


def test_perspective_takes_four_points_to_four() -> None:
    quad = [(3.0, 4.0), (50.0, 1.0), (61.0, 90.0), (-2.0, 77.0)]
    found = perspective(UNIT, quad)
    assert found is not None
    for here, there in zip(UNIT, quad, strict=True):
        assert place(found, here) == pytest.approx(there)


def test_perspective_keeps_lines_straight() -> None:
    found = perspective(UNIT, [(0, 0), (100, 10), (90, 150), (5, 200)])
    assert found is not None
    one, middle, other = (place(found, (2.0 + step, 3.0 + 2 * step)) for step in (0, 3, 8))
    turn = (middle[0] - one[0]) * (other[1] - one[1]) - (middle[1] - one[1]) * (other[0] - one[0])
    assert turn == pytest.approx(0, abs=1e-6)


def test_there_is_no_perspective_through_points_on_a_line() -> None:
    assert perspective(UNIT, [(0, 0), (1, 1), (2, 2), (3, 3)]) is None


def test_similarity_finds_turn_scale_and_shift() -> None:
    cosine, sine = 2 * math.cos(0.3), 2 * math.sin(0.3)
    moved = [(cosine * x - sine * y + 7, sine * x + cosine * y - 5) for x, y in UNIT]
    found = similarity(UNIT, moved)
    for here, there in zip(UNIT, moved, strict=True):
        assert place(found, here) == pytest.approx(there)


def test_similarity_never_shears() -> None:
    a, b, _, d, e, *_ = similarity(UNIT, [(0, 0), (10, 2), (12, 20), (0, 21)])
    assert a == pytest.approx(e)
    assert b == pytest.approx(-d)


def test_affine_fits_best() -> None:
    meant = [(2 * x + y + 1, 3 * y - x) for x, y in UNIT]
    found = affine(UNIT, meant)
    assert found is not None
    assert place(found, (5.0, 10.0)) == pytest.approx((21, 25))
    assert affine([(0, 0), (1, 1), (2, 2)], [(0, 0), (1, 1), (2, 2)]) is None


def test_distance() -> None:
    assert distance((1, 2), (4, 6)) == 5
