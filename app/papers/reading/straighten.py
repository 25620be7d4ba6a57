"""Lay a photographed or scanned page straight, with its square as the guide."""

from dataclasses import dataclass

from PIL import Image

from app.papers.reading.geometry import Point, Transform, distance, perspective, place, similarity
from app.papers.reading.outline import outlines
from app.papers.reading.squares import Square
from app.papers.reading.types import DOTS_PER_INCH, PAGE_HEIGHT, PAGE_WIDTH

SQUARE_LEFT, SQUARE_TOP, SQUARE_SIDE = 174.7, 7.15, 16.68
"""Where the code stands on every sheet, without its quiet border (`static/css/document.css`).
Millimetres; a test compares them with the sheet."""

_DOTS = DOTS_PER_INCH / 25.4
_PAGE_CORNERS: tuple[Point, ...] = (
    (0, 0),
    (PAGE_WIDTH, 0),
    (PAGE_WIDTH, PAGE_HEIGHT),
    (0, PAGE_HEIGHT),
)
_SQUARE_CORNERS: tuple[Point, ...] = tuple(
    ((SQUARE_LEFT + x * SQUARE_SIDE) * _DOTS, (SQUARE_TOP + y * SQUARE_SIDE) * _DOTS)
    for x, y in ((0, 0), (1, 0), (1, 1), (0, 1))
)
_SAME = 0.1
"""Of the square's side: so far its corners may lie from where the edges of the paper put them."""
_LEVEL = 0.02
"""Of the square's side: a square so little out of shape was seen from straight above."""
_ROOMY = 1.6
"""Pages: a picture of more paper than that may hold two."""
_LEAST_SEEN = 0.6
"""Of the page that must lie within the picture."""


@dataclass(frozen=True, slots=True)
class Lie:
    """How a page lies in a picture."""

    transform: Transform
    """From dots of the upright page to dots of the picture."""
    is_sure: bool
    """Within some millimetres all over the page."""


def page_in(picture: Image.Image, square: Square) -> Lie | None:
    """Return how the page lies in the grey picture that shows its square; None if it cannot be.

    The edges of the paper tell the perspective, if they can be seen and agree with the square; on
    a scan the square alone is enough.
    """
    upright = similarity(_SQUARE_CORNERS, square.corners)
    best = Lie(upright, _disagreement(upright, square) < _LEVEL * square.side)
    smallest = _SAME * square.side
    for corners in outlines(picture, place(upright, _SQUARE_CORNERS[0])):
        for turn in range(4):
            found = perspective(_PAGE_CORNERS, [*corners[turn:], *corners[:turn]])
            if found is None:
                continue
            off = _disagreement(found, square)
            if off < smallest:
                best, smallest = Lie(found, is_sure=True), off
    return best if _is_seen(best.transform, picture) else None


def fits_on_paper(square: Square, picture: Image.Image) -> bool:
    """Return whether the picture is too small for a second page, by the size of its square."""
    page = 210 * 297 * (square.side / SQUARE_SIDE) ** 2
    return picture.width * picture.height < _ROOMY * page


def laid_straight(picture: Image.Image, transform: Transform) -> Image.Image:
    """Return the page as an upright A4 picture of `PAGE_WIDTH` by `PAGE_HEIGHT`."""
    page_size = (PAGE_WIDTH, PAGE_HEIGHT)
    method = Image.Transform.PERSPECTIVE if any(transform[6:]) else Image.Transform.AFFINE
    return picture.transform(
        page_size,
        method,
        transform if any(transform[6:]) else transform[:6],
        Image.Resampling.BILINEAR,
        fillcolor="white",
    )


def _disagreement(transform: Transform, square: Square) -> float:
    """Return how far, in dots, the farthest corner of the square lies from where it should."""
    return max(
        distance(place(transform, expected), seen)
        for expected, seen in zip(_SQUARE_CORNERS, square.corners, strict=True)
    )


def _is_seen(transform: Transform, picture: Image.Image) -> bool:
    """Return whether enough of the page lies within the picture."""
    steps = 10
    seen = 0
    for column in range(steps):
        for row in range(steps):
            spot = ((column + 0.5) / steps * PAGE_WIDTH, (row + 0.5) / steps * PAGE_HEIGHT)
            x, y = place(transform, spot)
            seen += 0 <= x < picture.width and 0 <= y < picture.height
    return seen >= _LEAST_SEEN * steps**2
