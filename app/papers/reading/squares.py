"""Find our squares in a picture of paper: first the quick way, then harder and harder."""

from collections.abc import Iterator
from dataclasses import dataclass

import zxingcpp
from PIL import Image, ImageFilter

from app.papers.code import PageMark, read_qr
from app.papers.reading.geometry import Point, distance
from app.papers.reading.mirrors import drawn_again, is_mirrored

_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_TILE_OVERLAP = 0.4
"""Of a tile: more than a square is wide in it, so that one tile holds it whole."""
_SHARPEN = ImageFilter.UnsharpMask(radius=5, percent=300, threshold=0)
"""For pieces enlarged twice; found by trying."""
_ENLARGED = 3
"""Times a found square is enlarged to see its corners, which are found to the dot."""


@dataclass(frozen=True, slots=True)
class Square:
    """One of our squares."""

    text: str
    mark: PageMark
    corners: tuple[Point, ...]
    """Upper left, upper right, lower right, lower left of the code, as its page is read."""

    @property
    def side(self) -> float:
        """Return the mean length of the sides, in dots."""
        around = (*self.corners[1:], self.corners[0])
        return sum(map(distance, self.corners, around)) / 4


def find_squares(picture: Image.Image, *, hard: bool) -> list[Square]:
    """Return our squares in a grey picture, each once; squares of others are none of ours.

    Quick: the picture as it is. Hard, when that finds nothing: sharpened, smoothed, and enlarged
    piece by piece.
    """
    found = _ours(picture)
    if found or not hard:
        return found
    for again in _variants(picture):
        found = _ours(again)
        if found:
            return found
    return _in_tiles(picture)


def all_squares(picture: Image.Image) -> list[Square]:
    """Return every one of our squares in a grey picture that may show several sheets."""
    found = _ours(picture)
    for tile, corner in _tiles(picture):
        found += [_moved(each, 2, corner) for each in _ours(_enlarged(tile, 2))]
    apart: list[Square] = []
    for each in found:
        if all(distance(each.corners[0], other.corners[0]) > each.side / 2 for other in apart):
            apart.append(each)
    return apart


def with_fine_corners(picture: Image.Image, square: Square) -> Square:
    """Return the square with corners to a fraction of a dot, as seen enlarged."""
    margin = square.side / 3
    columns = [x for x, _ in square.corners]
    rows = [y for _, y in square.corners]
    left, top = max(0, int(min(columns) - margin)), max(0, int(min(rows) - margin))
    right, bottom = int(max(columns) + margin) + 1, int(max(rows) + margin) + 1
    part = picture.crop((left, top, min(right, picture.width), min(bottom, picture.height)))
    for again in _ours(_enlarged(part, _ENLARGED)):
        if again.text == square.text:
            return _moved(again, _ENLARGED, (left, top))
    return square


def _variants(picture: Image.Image) -> Iterator[Image.Image]:
    """Return the whole picture sharpened, and smoothed against grain and dust."""
    yield picture.filter(ImageFilter.UnsharpMask(radius=2.5, percent=250, threshold=0))
    yield picture.filter(ImageFilter.GaussianBlur(1.5))
    yield picture.filter(ImageFilter.MedianFilter(3))


def _in_tiles(picture: Image.Image) -> list[Square]:
    """Return what is found in overlapping pieces of the picture, each enlarged and sharpened."""
    for tile, corner in _tiles(picture):
        large = _enlarged(tile, 2)
        found = _ours(large) or _ours(large.filter(_SHARPEN))
        if found:
            return [_moved(each, 2, corner) for each in found]
    return []


def _tiles(picture: Image.Image) -> Iterator[tuple[Image.Image, tuple[int, int]]]:
    """Return overlapping pieces of the picture and their upper left corners."""
    columns = list(_tile_edges(picture.width))
    for top, bottom in _tile_edges(picture.height):
        for left, right in columns:
            yield picture.crop((left, top, right, bottom)), (left, top)


def _tile_edges(length: int) -> Iterator[tuple[int, int]]:
    size = round(length / (3 - 2 * _TILE_OVERLAP)) + 1
    step = (length - size) // 2
    for index in range(3):
        yield index * step, min(length, index * step + size)


def _enlarged(picture: Image.Image, times: int) -> Image.Image:
    return picture.resize((picture.width * times, picture.height * times), Image.Resampling.BICUBIC)


def _ours(picture: Image.Image) -> list[Square]:
    found: list[Square] = []
    for code in zxingcpp.read_barcodes(picture, formats=_QR, try_invert=False):
        mark = read_qr(code.text)
        if mark is None:
            continue
        spot = code.position
        corners = tuple(
            (float(point.x), float(point.y))
            for point in (spot.top_left, spot.top_right, spot.bottom_right, spot.bottom_left)
        )
        if not is_mirrored(picture, corners, drawn_again(code)):
            found.append(Square(code.text, mark, corners))
    return found


def _moved(square: Square, times: int, offset: tuple[int, int]) -> Square:
    """Return a square found in an enlarged piece, where it lies in the whole picture."""
    corners = tuple((x / times + offset[0], y / times + offset[1]) for x, y in square.corners)
    return Square(square.text, square.mark, corners)
