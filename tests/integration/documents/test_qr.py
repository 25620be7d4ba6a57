"""The code on the printed page is read back from poor scans; `test_pictures` reads every page."""

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageFilter

from app.papers.code import PageMark, qr_text, read_qr
from tests.integration.documents.paper import Paper, run


def scanned(paper: Paper, folder: Path, dots_per_inch: int) -> list[Image.Image]:
    """Return the pages as a scanner sees them."""
    run("pdftoppm", "-r", dots_per_inch, "-gray", "-png", paper.file, folder / "page")
    return [Image.open(file) for file in sorted(folder.glob("page*.png"))]


@pytest.mark.parametrize("dots_per_inch", [100, 150, 300])
@pytest.mark.parametrize("turn", [3.5, 180])
def test_a_poor_scan_reads(
    papers: dict[str, Paper], tmp_path: Path, dots_per_inch: int, turn: float
) -> None:
    paper = papers["integration_declaration-ti"]
    for number, page in enumerate(scanned(paper, tmp_path, dots_per_inch), start=1):
        poor = page.rotate(turn, expand=True, fillcolor=255).filter(ImageFilter.GaussianBlur(0.7))
        (found,) = zxingcpp.read_barcodes(poor)
        assert read_qr(found.text) == PageMark(paper.sheet.code, number)


def test_the_square_holds_no_personal_data(papers: dict[str, Paper]) -> None:
    text = qr_text(papers["integration_declaration-ar"].sheet.code, 1)
    assert len(text) == 21
    assert "41819012345" not in text
