"""Lay the printed page over its scan to a fraction of a millimetre, around one place."""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import mul

from PIL import Image, ImageChops

from app.papers.reading.geometry import Point, Transform, affine, distance, place
from app.papers.reading.types import DOTS_PER_INCH

_DOTS = DOTS_PER_INCH / 25.4
_COARSE = 3
"""Times the pictures are shrunk for the first look."""
_CELL_WIDTH, _CELL_HEIGHT = 132, 66
"""Dots of the pieces that are looked for, 22 by 11 mm: some words, or the end of a line."""
_ABOVE, _BELOW = 10, 4
"""Rows of pieces around the place that take part; print stands more above than below."""
_NEAR, _FAR = 3, 12
"""Coarse dots (half millimetres) that a piece is looked for to each side: first and, if too few
are found, then."""
_FINE = 3
"""Dots around what the coarse look found."""
_LEAST_PRINT = 250
"""Sum of full blacks that a piece must hold to be known again."""
_MOST_DIFFERENT = 0.7
"""Of the print of a piece and of what lies there in the scan; more is something else."""
_MOST_OFF = 3.0
"""Dots, half a millimetre, that a piece may lie from where all others say."""
_LEAST_FOUND = 4
_LEAST_SHARE = 0.5
"""Of the pieces looked for. Of its own page every piece is found, even on a photo in shadow; of a
strange page up to a fifth seem to be."""
_MOST_CELLS = 24
"""The nearest of them; more cost time and tell about places farther away."""
_LEVELS = range(256)


@dataclass(frozen=True, slots=True)
class _Match:
    printed: Point
    seen: Point


def laid_over(printed: Image.Image, scanned: Image.Image, middle: Point) -> Transform | None:
    """Return where the dots of the printed page lie in the scan, near a place; None if unknown.

    Both are maps of darkness of the whole page. Pieces of print around the place are looked for in
    the scan, coarsely and then finely, and a straight-line transform is put through what is found.
    """
    small = [each.resize(_shrunk(each), Image.Resampling.BOX) for each in (printed, scanned)]
    cells = [cell for cell in _cells_around(printed, middle) if _print_in(printed, cell)]
    cells = sorted(cells, key=lambda cell: distance(_middle(cell), middle))[:_MOST_CELLS]
    for reach in (_NEAR, _FAR):
        found = []
        for cell in cells:
            match = _find(printed, scanned, small, cell, reach)
            if match is not None:
                found.append(match)
        transform = _through(found, max(_LEAST_FOUND, _LEAST_SHARE * len(cells)))
        if transform is not None:
            return transform
    return None


def _cells_around(printed: Image.Image, middle: Point) -> Iterator[tuple[int, int, int, int]]:
    """Return the pieces of the rows around a place, from side to side of the page."""
    first = int(middle[1]) - _ABOVE * _CELL_HEIGHT
    for row in range(_ABOVE + _BELOW):
        top = first + row * _CELL_HEIGHT
        if top < 0 or top + _CELL_HEIGHT > printed.height:
            continue
        for left in range(0, printed.width - _CELL_WIDTH + 1, _CELL_WIDTH):
            yield left, top, left + _CELL_WIDTH, top + _CELL_HEIGHT


def _middle(cell: tuple[int, int, int, int]) -> Point:
    return (cell[0] + cell[2]) / 2, (cell[1] + cell[3]) / 2


def _print_in(printed: Image.Image, cell: tuple[int, int, int, int]) -> bool:
    return _total(printed.crop(cell)) > _LEAST_PRINT * 255


def _find(
    printed: Image.Image,
    scanned: Image.Image,
    small: list[Image.Image],
    cell: tuple[int, int, int, int],
    reach: int,
) -> _Match | None:
    """Return where a piece lies in the scan, or None if nothing there looks like it."""
    coarse_cell = tuple(edge // _COARSE for edge in cell)
    shift, _ = _best_shift(small[0], small[1], coarse_cell, (0, 0), reach)
    if max(abs(shift[0]), abs(shift[1])) == reach:
        return None
    start = (shift[0] * _COARSE, shift[1] * _COARSE)
    shift, difference = _best_shift(printed, scanned, cell, start, _FINE)
    there = scanned.crop(_moved(cell, shift))
    if difference > _MOST_DIFFERENT * (_total(printed.crop(cell)) + _total(there)):
        return None
    middle = _middle(cell)
    return _Match(middle, (middle[0] + shift[0], middle[1] + shift[1]))


def _best_shift(
    printed: Image.Image,
    scanned: Image.Image,
    cell: tuple[int, ...],
    start: tuple[int, int],
    reach: int,
) -> tuple[tuple[int, int], int]:
    """Return the shift at which a piece differs least from the scan, and by how much."""
    piece = printed.crop((cell[0], cell[1], cell[2], cell[3]))
    best, least = start, -1
    for down in range(start[1] - reach, start[1] + reach + 1):
        for right in range(start[0] - reach, start[0] + reach + 1):
            there = scanned.crop(_moved(cell, (right, down)))
            difference = _total(ImageChops.difference(piece, there))
            if least < 0 or difference < least:
                best, least = (right, down), difference
    return best, least


def _moved(cell: tuple[int, ...], shift: tuple[int, int]) -> tuple[int, int, int, int]:
    return (
        cell[0] + shift[0],
        cell[1] + shift[1],
        cell[2] + shift[0],
        cell[3] + shift[1],
    )


def _through(found: list[_Match], least: float) -> Transform | None:
    """Return the transform through the matches, leaving out one after the other that lies off."""
    while len(found) >= least:
        transform = affine([each.printed for each in found], [each.seen for each in found])
        if transform is None:
            return None
        off = [distance(place(transform, each.printed), each.seen) for each in found]
        worst = max(range(len(off)), key=off.__getitem__)
        if off[worst] <= _MOST_OFF:
            return transform
        found = found[:worst] + found[worst + 1 :]
    return None


def _total(picture: Image.Image) -> int:
    """Return the sum of all levels."""
    return sum(map(mul, picture.histogram(), _LEVELS))


def _shrunk(picture: Image.Image) -> tuple[int, int]:
    return picture.width // _COARSE, picture.height // _COARSE
