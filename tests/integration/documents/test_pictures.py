"""Every sheet looks as somebody has seen that it should, also after a copying machine."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from app.papers.code import PageMark, read_qr
from tests.integration.documents.approved import (
    FOLDER,
    MOST,
    difference,
    load,
    save,
    small_picture,
)
from tests.integration.documents.paper import (
    DOTS_PER_INCH,
    POINTS_PER_INCH,
    SHEETS,
    Paper,
    word_boxes,
)

HALF = 128
LEAST_INK = 0.02
"""Of the box around a word: a comma alone has about so much."""


def photocopied(page: Image.Image) -> Image.Image:
    """Return the page in black and white alone."""
    return page.point([0 if grey < HALF else 255 for grey in range(256)])


def test_sheet_looks_as_approved(paper: Paper, name: str, tmp_path: Path) -> None:
    picture = small_picture(paper)
    worst = difference(picture, load(FOLDER / f"{name}.png"))
    save(picture, tmp_path / f"{name}.png")
    assert worst <= MOST, (
        f"{name} differs by {worst} of 255 (at most {MOST}): look at {tmp_path / name}.png, and if "
        "it is right, run python -m tests.integration.documents.approved"
    )


def test_every_approved_picture_is_of_a_sheet() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == set(SHEETS)
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 3_000_000


@pytest.mark.parametrize("name", ["integration_declaration-ar", "integration_contract-my"])
def test_small_changes_are_seen(name: str) -> None:
    approved = load(FOLDER / f"{name}.png")
    assert difference(approved, approved) == 0
    lost_line = approved.copy()
    width, height = approved.size
    ImageDraw.Draw(lost_line).rectangle((0, height // 3, width // 2, height // 3 + 6), fill=255)
    assert difference(lost_line, approved) > MOST
    moved = Image.new("L", approved.size, 255)
    moved.paste(approved, (0, 2))
    assert difference(moved, approved) > MOST
    assert difference(approved.crop((0, 0, width // 2, height)), approved) > MOST


def test_a_photocopy_can_be_read(paper: Paper) -> None:
    places = word_boxes(paper.file)
    pixels = DOTS_PER_INCH / POINTS_PER_INCH
    for number, (picture, boxes) in enumerate(zip(paper.pictures, places, strict=True), start=1):
        copy = photocopied(picture)
        (found,) = zxingcpp.read_barcodes(copy)
        assert read_qr(found.text) == PageMark(paper.sheet.code, number)
        assert len(boxes) > 60
        for text, sides in boxes:
            place = copy.crop(tuple(round(side * pixels) for side in sides))
            black = place.histogram()[0] / (place.width * place.height)
            assert black > LEAST_INK, text


def test_lines_to_write_on_survive_a_photocopy(paper: Paper) -> None:
    last = photocopied(paper.pictures[-1])
    rows = [last.crop((0, top, last.width, top + 1)).histogram()[0] for top in range(last.height)]
    long_rows = [top for top, black in enumerate(rows) if black > 0.25 * last.width]
    lines = sum(1 for top in long_rows if top - 1 not in long_rows)
    wanted = sum(clause.role == "signature" for clause in paper.sheet.bundle.clauses) + 1
    assert lines >= wanted


def test_grey_print_would_be_noticed() -> None:
    page = Image.new("L", (100, 100), 255)
    ImageDraw.Draw(page).text((10, 10), "lys", fill=170)
    assert photocopied(page).histogram()[0] == 0
