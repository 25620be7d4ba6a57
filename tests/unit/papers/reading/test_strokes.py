"""Dots that touch make one patch."""

from app.papers.reading.strokes import Patch, patches

PICTURE = """
#.....##
.#......
..#...#.
......#.
"""


def test_dots_hang_together_corner_to_corner() -> None:
    rows = PICTURE.split()
    dark = bytes(dot == "#" for row in rows for dot in row)
    found = patches(dark, len(rows[0]))
    assert found == [Patch(0, 0, 2, 2, 3), Patch(6, 0, 7, 0, 2), Patch(6, 2, 6, 3, 2)]
    assert [patch.length for patch in found] == [3, 2, 2]


def test_the_end_of_a_row_does_not_touch_the_next() -> None:
    assert len(patches(bytes([0, 0, 1, 1, 0, 0]), 3)) == 2


def test_nothing_dark_is_no_patch() -> None:
    assert patches(bytes(12), 4) == []
