"""Squares are found and pages laid straight, however badly the sheet was scanned or shot."""

import io
from dataclasses import replace
from itertools import cycle, product

import pytest
from PIL import Image

from app.papers.code import PageMark, qr_text
from app.papers.reading.page import read_picture
from app.papers.reading.squares import find_squares, with_fine_corners
from app.papers.reading.straighten import SQUARE_LEFT, SQUARE_SIDE, SQUARE_TOP
from tests.integration.papers.reading.conftest import SHEETS
from tests.support.scans import (
    Phone,
    PrintedSheet,
    Scanner,
    as_jpeg,
    as_photographed,
    as_scanned,
)
from tests.support.sheets import CODE

SCANS = {
    "straight": Scanner(),
    "150 dpi": Scanner(dpi=150, angle=1),
    "100 dpi": Scanner(dpi=100, angle=-3, blur=0.4),
    "300 dpi": Scanner(dpi=300, angle=2),
    "ten degrees": Scanner(angle=10),
    "minus ten degrees": Scanner(dpi=150, angle=-10),
    "upside down": Scanner(turn=2, angle=5),
    "on its side": Scanner(turn=1, angle=-4),
    "on the other side": Scanner(dpi=150, turn=3, angle=7),
    "blurred": Scanner(dpi=150, blur=1.8, angle=2),
    "pale": Scanner(dpi=150, contrast=0.2, angle=-2),
    "grainy": Scanner(dpi=150, noise=60, angle=3),
    "dusty": Scanner(dust=600, angle=-6),
    "fax": Scanner(dpi=150, bitonal=True, angle=4),
    "grainy fax": Scanner(dpi=200, bitonal=True, noise=90, angle=-5),
    "grey and moved": Scanner(grey=True, shift_mm=(7, -4), angle=1),
}
LEANS = {"flat": (0.0, 0.0), "back": (0.12, 0.05), "forward": (-0.1, 0.1), "far": (0.2, -0.08)}
TURNS = [
    (0, "even", 0.9),
    (-9, "soft", 0.75),
    (6, "hard", 0.8),
    (95, "soft", 0.65),
    (178, "even", 0.7),
]
PHOTOS = {
    f"{lean}, {angle} degrees, {light}": Phone(
        size=(1536, 2048),
        tilt=tilt,
        angle=angle,
        fill=fill,
        shadow=0 if light == "even" else 0.5,
        hard_shadow=light == "hard",
        blur=0.6,
        noise=10 + 10 * (index % 3),
    )
    for index, ((lean, tilt), (angle, light, fill)) in enumerate(product(LEANS.items(), TURNS))
}
"""Twenty photos of three megapixels, the fewest that phones of the last fifteen years take."""
MOST_OFF_MM = 1.5


def _corner_off(picture: bytes, straight: Image.Image) -> float:
    """Return how far, in millimetres, the farthest printed corner lies from where it was printed.

    The corners are those of what is dark on the page.
    """
    with Image.open(io.BytesIO(picture)) as found:
        seen = _dark_box(found.convert("L"))
    meant = _dark_box(straight.convert("L").resize((1240, 1754), Image.Resampling.BOX))
    return max(abs(one - other) for one, other in zip(seen, meant, strict=True)) / 150 * 25.4


def _dark_box(picture: Image.Image) -> tuple[int, int, int, int]:
    inner = picture.crop((60, 30, 1180, 1724)).point([255] * 150 + [0] * 106)
    box = inner.getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(("name", "sheet"), list(zip(SCANS, cycle(SHEETS), strict=False)))
def test_every_scan_is_found(name: str, sheet: str, printed: dict[str, PrintedSheet]) -> None:
    scanner = SCANS[name]
    found = read_picture(_grey_or_colour(as_scanned(printed[sheet].pages[0], scanner)))
    assert found.text == qr_text(CODE, 1)
    assert found.aligned
    assert found.fault is None
    if scanner.contrast == 1 and not scanner.dust and scanner.blur < 1:  # else nothing to measure
        assert _corner_off(found.picture, printed[sheet].pages[0]) < MOST_OFF_MM


def test_nineteen_of_twenty_photos_are_found(printed: dict[str, PrintedSheet]) -> None:
    sheets = list(printed.values())
    lost = []
    for index, (name, phone) in enumerate(PHOTOS.items()):
        page = sheets[index % len(sheets)].pages[0]
        photo = as_photographed(page, phone)
        with Image.open(io.BytesIO(as_jpeg(photo, 40))) as sent:
            found = read_picture(sent.convert("RGB"))
        if found.text != qr_text(CODE, 1) or not found.aligned:
            lost.append(name)
    assert len(lost) <= len(PHOTOS) // 20, lost


def test_perspective_is_taken_out_to_the_millimetre(printed: dict[str, PrintedSheet]) -> None:
    page = printed["declaration-ar"].pages[0]
    photo = as_photographed(page, Phone(tilt=(0.15, 0.08), angle=7, shadow=0.3))
    found = read_picture(photo)
    assert found.aligned
    assert _corner_off(found.picture, page) < MOST_OFF_MM


def test_a_tilted_sheet_whose_edges_cannot_be_seen_is_not_called_aligned(
    printed: dict[str, PrintedSheet],
) -> None:
    white_table = Phone(tilt=(0.3, 0.25), angle=3, background=(255, 255, 255), noise=0)
    found = read_picture(as_photographed(printed["declaration-ar"].pages[0], white_table))
    assert found.text == qr_text(CODE, 1)
    assert not found.aligned


def test_the_square_stands_where_the_reader_expects_it(printed: dict[str, PrintedSheet]) -> None:
    for sheet in printed.values():
        for number, page in enumerate(sheet.pages, start=1):
            grey = page.convert("L")
            (square,) = find_squares(grey, hard=False)
            assert square.mark == PageMark(CODE, number)
            left, top = (edge / 200 * 25.4 for edge in with_fine_corners(grey, square).corners[0])
            assert left == pytest.approx(SQUARE_LEFT, abs=0.15)
            assert top == pytest.approx(SQUARE_TOP, abs=0.15)
            assert square.side / 200 * 25.4 == pytest.approx(SQUARE_SIDE, abs=0.15)


@pytest.mark.parametrize("turn", range(4))
def test_the_square_of_the_other_side_is_not_taken_for_one_of_this(
    turn: int, printed: dict[str, PrintedSheet]
) -> None:
    page = printed["contract-uk"].pages[0].convert("L").rotate(90 * turn, expand=True)
    assert find_squares(page, hard=False)
    assert not find_squares(page.transpose(Image.Transpose.FLIP_LEFT_RIGHT), hard=True)


@pytest.mark.parametrize("dust", [0, 40])
def test_an_empty_back_is_blank_though_the_front_shines_through(
    dust: int, printed: dict[str, PrintedSheet]
) -> None:
    back = printed["declaration-ar"].pages[0].transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    through = as_scanned(back, Scanner(contrast=0.08, dust=dust, noise=8))
    assert read_picture(through).is_blank


def test_a_page_with_a_single_word_is_not_blank(printed: dict[str, PrintedSheet]) -> None:
    page = printed["declaration-nb"].pages[0]
    word = Image.new("RGB", page.size, "white")
    word.paste(page.crop((120, 100, 320, 140)), (700, 900))
    assert not read_picture(as_scanned(word, replace(SCANS["straight"], angle=1))).is_blank


def _grey_or_colour(scan: Image.Image) -> Image.Image:
    return scan.convert("L") if scan.mode == "1" else scan
