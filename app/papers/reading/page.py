"""Read one page: find its square, lay it straight, and make the picture that people see."""

import hashlib
import io
from dataclasses import dataclass

from PIL import Image, ImageChops

from app.papers.reading.blankness import is_blank_page
from app.papers.reading.skew import levelled
from app.papers.reading.squares import Square, all_squares, find_squares, with_fine_corners
from app.papers.reading.straighten import fits_on_paper, laid_straight, page_in
from app.papers.reading.types import PAGE_HEIGHT, PAGE_WIDTH, PageFault

_QUALITY = 82
"""Of the JPEG: thin strokes keep their edges, a page takes a fifth of a megabyte."""
_GREY_SPREAD = 14
"""Levels between the colours of a dot; less, all over a page, is grey with a tint of the lamp."""


@dataclass(frozen=True, slots=True)
class PageFinding:
    """What one page shows, before it is given a number."""

    text: str | None
    """Of its square."""
    picture: bytes
    aligned: bool
    fingerprint: str
    is_blank: bool
    fault: PageFault | None


def read_picture(picture: Image.Image) -> PageFinding:
    """Return what a drawn page shows; the picture is grey (`L`) or coloured (`RGB`)."""
    fingerprint = _fingerprint(picture)
    if picture.mode == "RGB" and _is_grey(picture):
        picture = picture.convert("L")
    grey = picture.convert("L")
    squares = find_squares(grey, hard=False)
    is_blank = not squares and is_blank_page(grey)
    if not squares and not is_blank:
        squares = find_squares(grey, hard=True)
    if len(squares) == 1 and not fits_on_paper(squares[0], grey):
        squares = all_squares(grey)
    square = squares[0] if len(squares) == 1 else None
    laid, aligned = _laid(picture, grey, square)
    return PageFinding(
        text=square.text if square else None,
        picture=_jpeg(laid),
        aligned=aligned,
        fingerprint=fingerprint,
        is_blank=is_blank,
        fault=PageFault.SEVERAL if len(squares) > 1 else None,
    )


def _laid(
    picture: Image.Image, grey: Image.Image, square: Square | None
) -> tuple[Image.Image, bool]:
    """Return the picture as straight as it can be laid, and whether it lies over its page."""
    if square is None:
        return _fitted(levelled(picture)), False
    lie = page_in(grey, with_fine_corners(grey, square))
    if lie is None:
        return _fitted(picture), False
    return laid_straight(picture, lie.transform), lie.is_sure


def _fitted(picture: Image.Image) -> Image.Image:
    """Return the whole picture, no larger than an A4 page, upright or lying."""
    upright = picture.height >= picture.width
    most = (PAGE_WIDTH, PAGE_HEIGHT) if upright else (PAGE_HEIGHT, PAGE_WIDTH)
    fitted = picture.copy()
    fitted.thumbnail(most, Image.Resampling.BOX, reducing_gap=None)
    return fitted


def _is_grey(picture: Image.Image) -> bool:
    """Return whether no patch of the page, as large as a pen stroke, has a colour."""
    red, green, blue = picture.reduce(2).split()
    return not any(
        any(ImageChops.difference(one, other).histogram()[_GREY_SPREAD + 1 :])
        for one, other in ((red, green), (green, blue))
    )


def _fingerprint(picture: Image.Image) -> str:
    digest = hashlib.sha256(f"{picture.mode} {picture.width} {picture.height} ".encode())
    digest.update(picture.tobytes())
    return digest.hexdigest()


def _jpeg(picture: Image.Image) -> bytes:
    """Return the picture as a new JPEG: nothing of the file it came from is in it but its dots."""
    file = io.BytesIO()
    Image.frombytes(picture.mode, picture.size, picture.tobytes()).save(
        file, "JPEG", quality=_QUALITY
    )
    return file.getvalue()
