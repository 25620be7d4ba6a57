"""Tell a square from its mirror image: one that shines through from the other side of the paper.

Readers of squares take both, but the back of a sheet is not the sheet.
"""

from collections.abc import Sequence
from typing import cast

import segno
import zxingcpp
from PIL import Image

from app.papers.reading.geometry import Point

_DOTS = 4
"""Of the straightened square for each of its modules."""


def drawn_again(code: zxingcpp.Barcode) -> list[bytes]:
    """Return the modules of a square as they must stand in it, row by row; 1 is dark."""
    facts = cast("dict[str, object]", code.extra)
    drawn = segno.make_qr(
        code.text,
        version=str(facts["Version"]),
        error=str(facts["ECLevel"]),
        mask=int(str(facts["DataMask"])),
        boost_error=False,
    )
    return [bytes(row) for row in drawn.matrix]


def is_mirrored(picture: Image.Image, corners: Sequence[Point], modules: Sequence[bytes]) -> bool:
    """Return whether what lies between the corners is rather the mirror image of the square.

    `corners` are those that the reader names: upper left, upper right, lower right, lower left.
    """
    size = len(modules)
    left_top, right_top, right_bottom, left_bottom = corners
    straight = picture.transform(
        (size * _DOTS, size * _DOTS),
        Image.Transform.QUAD,
        (*left_top, *left_bottom, *right_bottom, *right_top),
        Image.Resampling.BILINEAR,
    ).reduce(_DOTS)
    levels = straight.tobytes()
    # In the mirror image the reader has exchanged rows and columns.
    as_seen = sum(
        levels[row * size + column] * (1 if modules[row][column] else -1)
        for row in range(size)
        for column in range(size)
    )
    exchanged = sum(
        levels[row * size + column] * (1 if modules[column][row] else -1)
        for row in range(size)
        for column in range(size)
    )
    return exchanged < as_seen
