"""Pictures of scanned pages: put together as one paper, and the part with the signatures cut out.

The pictures were made in the process that reads scans, so nothing foreign is opened here.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pikepdf
from PIL import Image

from app.papers.reading.types import DOTS_PER_INCH

_A4_POINTS = (595.28, 841.89)
_COLOUR_SPACES = {"L": pikepdf.Name.DeviceGray, "RGB": pikepdf.Name.DeviceRGB}
_MARGIN_MICROMETRES = 6_000
"""Around the boxes, so that what is printed beside them is seen too."""


def bound_pages(pictures: Iterable[bytes]) -> bytes:
    """Return a PDF with one A4 page for each JPEG, whose bytes stay as they are.

    The same pictures give the same bytes.
    """
    document = pikepdf.new()
    for picture in pictures:
        with Image.open(io.BytesIO(picture), formats=("JPEG",)) as opened:
            size, mode = opened.size, opened.mode
        image = pikepdf.Stream(document, picture)
        image.Type = pikepdf.Name.XObject
        image.Subtype = pikepdf.Name.Image
        image.Width, image.Height = size
        image.ColorSpace = _COLOUR_SPACES[mode]
        image.BitsPerComponent = 8
        image.Filter = pikepdf.Name.DCTDecode
        width, height = _A4_POINTS if size[0] <= size[1] else _A4_POINTS[::-1]
        scale = min(width / size[0], height / size[1])
        wide, tall = size[0] * scale, size[1] * scale
        place = f"{wide:.3f} 0 0 {tall:.3f} {(width - wide) / 2:.3f} {(height - tall) / 2:.3f}"
        page = document.add_blank_page(page_size=(width, height))
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=image))
        page.Contents = pikepdf.Stream(document, f"q {place} cm /Scan Do Q".encode("ascii"))
    file = io.BytesIO()
    document.save(file, deterministic_id=True)
    return file.getvalue()


def around_boxes(picture: bytes, boxes: Sequence[Mapping[str, Any]]) -> bytes:
    """Return the part of an aligned picture that holds these boxes."""
    edges = (
        min(box["left"] for box in boxes) - _MARGIN_MICROMETRES,
        min(box["top"] for box in boxes) - _MARGIN_MICROMETRES,
        max(box["left"] + box["width"] for box in boxes) + _MARGIN_MICROMETRES,
        max(box["top"] + box["height"] for box in boxes) + _MARGIN_MICROMETRES,
    )
    left, top, right, bottom = (round(edge * DOTS_PER_INCH / 25_400) for edge in edges)
    with Image.open(io.BytesIO(picture), formats=("JPEG",)) as opened:
        inside = (max(0, left), max(0, top), min(opened.width, right), min(opened.height, bottom))
        part = opened.crop(inside)
    file = io.BytesIO()
    part.save(file, "JPEG", quality=80)
    return file.getvalue()
