"""Whole stacks: every page comes back in its place, whatever kind of file holds it."""

import io
from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
import segno
from PIL import Image

from app.papers.code import PageMark
from app.papers.reading.reader import StackReader
from app.papers.reading.types import PAGE_HEIGHT, PAGE_WIDTH, PageFault, ReadPage
from tests.support.scans import (
    Phone,
    PrintedSheet,
    Scanner,
    as_jpeg,
    as_pdf,
    as_photographed,
    as_png,
    as_scanned,
    as_tiff,
)
from tests.support.sheets import CODE


def _bitonal_tiff(pages: Sequence[Image.Image]) -> bytes:
    black = [page.convert("L").point([0] * 150 + [255] * 106, "1") for page in pages]
    return as_tiff(black, "group4")


@pytest.mark.parametrize("file_of", [as_pdf, as_tiff, _bitonal_tiff])
def test_a_mixed_stack_says_which_page_is_which(
    file_of: Callable[[Sequence[Image.Image]], bytes],
    printed: dict[str, PrintedSheet],
    stack_reader: StackReader,
) -> None:
    first, second = printed["declaration-ar"].pages
    stack = [
        as_scanned(second, Scanner(dpi=150, angle=3)),
        as_scanned(Image.new("RGB", first.size, "white"), Scanner(dpi=100, dust=20)),
        as_scanned(first, Scanner(dpi=150, turn=2, angle=-2)),
        as_scanned(first.crop((0, 400, *first.size)), Scanner(dpi=100, angle=4)),
        as_scanned(second, Scanner(dpi=150, turn=1)),
    ]
    pages = list(stack_reader.read(file_of(stack)))
    marks = [None if page.mark is None else page.mark.page for page in pages]
    assert marks == [2, None, 1, None, 2]
    assert {page.mark.code for page in pages if page.mark} == {CODE}
    assert [page.number for page in pages] == [1, 2, 3, 4, 5]
    assert [page.is_blank for page in pages] == [False, True, False, False, False]
    assert [page.aligned for page in pages] == [True, False, True, False, True]
    assert {page.fault for page in pages} == {None}


def test_one_can_go_on_in_the_middle(
    printed: dict[str, PrintedSheet], stack_reader: StackReader
) -> None:
    file = as_pdf(printed["declaration-ar"].pages * 2)
    whole = list(stack_reader.read(file))
    assert list(stack_reader.read(file, 3)) == whole[2:]
    assert [page.page_count for page in whole] == [4, 4, 4, 4]


def test_the_same_page_has_the_same_fingerprint_and_another_another(
    printed: dict[str, PrintedSheet], stack_reader: StackReader
) -> None:
    page = printed["declaration-nb"].pages[0]
    once, again = as_scanned(page, Scanner(angle=1)), as_scanned(page, Scanner(angle=1.1))
    prints = [found.fingerprint for found in stack_reader.read(as_pdf([once, again, once]))]
    assert prints[0] == prints[2] != prints[1]


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_photo_is_turned_as_the_phone_says_and_says_nothing_else(
    orientation: int, printed: dict[str, PrintedSheet], stack_reader: StackReader
) -> None:
    photo = as_photographed(
        printed["declaration-ti"].pages[0], Phone((1536, 2048), (0.1, 0.04), angle=4)
    )
    (page,) = stack_reader.read(as_jpeg(photo, orientation=orientation))
    assert page.mark == PageMark(CODE, 1)
    assert page.aligned
    assert page.picture is not None
    assert b"Exif" not in page.picture
    assert b"script" not in page.picture


def test_two_sheets_on_one_picture_are_said_to_be_several(
    printed: dict[str, PrintedSheet], stack_reader: StackReader
) -> None:
    first, second = printed["declaration-ar"].pages
    glass = Image.new("RGB", (first.width * 2, first.height), "white")
    glass.paste(first, (0, 0))
    glass.paste(second, (first.width, 0))
    (page,) = stack_reader.read(as_png(glass))
    assert page.fault is PageFault.SEVERAL
    assert page.mark is None
    assert not page.aligned


def test_the_square_of_somebody_else_is_none_of_ours(
    printed: dict[str, PrintedSheet], stack_reader: StackReader
) -> None:
    page = printed["declaration-nb"].pages[0].copy()
    page.paste("white", (1300, 0, 1654, 300))
    foreign = segno.make_qr("https://example.org/faktura/1")
    with Image.open(_png(foreign)) as square:
        page.paste(square.convert("RGB"), (1400, 60))
    (found,) = stack_reader.read(as_png(page))
    assert found.mark is None
    assert not found.aligned
    assert not found.is_blank


def test_a_page_without_a_square_is_levelled(
    printed: dict[str, PrintedSheet], stack_reader: StackReader
) -> None:
    page = printed["declaration-nb"].pages[0]
    part = page.crop((0, 300, *page.size))
    scans = [as_scanned(part, Scanner(dpi=100, angle=angle)) for angle in (0, 6)]
    level, found = stack_reader.read(as_pdf(scans, dpi=100))
    assert _stripes(found) > 0.6 * _stripes(level)
    skewed = as_jpeg(scans[1])
    assert _stripes_of(skewed) < 0.3 * _stripes(level)


def test_pictures_are_small_and_upright(
    printed: dict[str, PrintedSheet], stack_reader: StackReader
) -> None:
    sheet = printed["declaration-ti"].pages[0]
    scan = as_scanned(sheet, Scanner(dpi=300, turn=3, angle=2), dpi=200)
    (page,) = stack_reader.read(as_jpeg(scan))
    with _opened(page) as picture:
        assert picture.size == (PAGE_WIDTH, PAGE_HEIGHT)
        assert not picture.info.get("exif")


def _png(square: segno.QRCode) -> io.BytesIO:
    file = io.BytesIO()
    square.save(file, kind="png", scale=6, border=4)
    file.seek(0)
    return file


def _opened(page: ReadPage) -> Image.Image:
    assert page.picture is not None
    return Image.open(io.BytesIO(page.picture))


def _stripes(page: ReadPage) -> float:
    assert page.picture is not None
    return _stripes_of(page.picture)


def _stripes_of(content: bytes) -> float:
    """Return how much the lightness changes from row to row: level lines of writing stand out."""
    with Image.open(io.BytesIO(content)) as picture:
        rows = picture.convert("L").resize((1, picture.height), Image.Resampling.BOX).tobytes()
    return sum(abs(one - other) for one, other in pairwise(rows)) / len(rows)
