"""Turn a page without a readable square so that its lines lie level."""

from itertools import pairwise

from PIL import Image

_SIDE = 420
"""Dots on the long side of the picture in which lines are looked for."""
_WIDEST = 10.0
_STEP = 1.0
_FINE_STEP = 0.25
"""Degrees."""
_CLEARLY = 1.25
"""So many times more must the lines stand out for a turn to be worth it."""


def levelled(picture: Image.Image) -> Image.Image:
    """Return the picture with its lines of writing level, as far as they can be made out.

    It may still stand on its head.
    """
    small = picture.convert("L")
    small.thumbnail((_SIDE, _SIDE), Image.Resampling.BOX, reducing_gap=None)
    if _stripes(small.rotate(90, expand=True)) > _CLEARLY * _stripes(small):
        picture, small = picture.rotate(90, expand=True), small.rotate(90, expand=True)
    angle = _best(small, [step * _STEP for step in range(-int(_WIDEST), int(_WIDEST) + 1)])
    fine = _STEP / _FINE_STEP
    angle = _best(small, [angle + step * _FINE_STEP for step in range(-int(fine), int(fine) + 1)])
    if angle == 0 or _stripes(_turned(small, angle)) < _CLEARLY * _stripes(small):
        return picture
    return picture.rotate(angle, Image.Resampling.BILINEAR, expand=True, fillcolor="white")


def _best(picture: Image.Image, angles: list[float]) -> float:
    """Return the angle at which lines stand out most; of equals the smallest."""
    return max(angles, key=lambda angle: (_stripes(_turned(picture, angle)), -abs(angle)))


def _turned(picture: Image.Image, angle: float) -> Image.Image:
    return picture.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)


def _stripes(picture: Image.Image) -> float:
    """Return how much the lightness changes from row to row."""
    rows = picture.resize((1, picture.height), Image.Resampling.BOX).tobytes()
    return sum((one - other) ** 2 for one, other in pairwise(rows)) / len(rows)
