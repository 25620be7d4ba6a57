"""Small pictures of the sheets, approved by eye: what a page may not change away from unseen.

`python -m tests.integration.documents.approved` renews them. Look at each before you commit it.
"""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops, ImageFilter

from app.declarations.sheet import render_sheet_html
from app.pdf.renderer import PdfRenderer
from tests.integration.documents.paper import SHEETS, Paper, PdfFile
from tests.support.sheets import make_sheet

FOLDER = Path(__file__).with_name("approved")
DOTS_PER_INCH = 45
SHADES = 8
SOFT = 1.5
"""Pixels of blur: a line of text that moves by less than a pixel, or is drawn by a newer PDFium,
looks the same; a line that moves by two does not."""
MOST = 26
"""The largest difference, of 255, that a blurred pixel may have."""


def small_picture(paper: PdfFile) -> Image.Image:
    """Return the pages beside each other, in few shades of grey."""
    pages = paper.pictures_at(DOTS_PER_INCH)
    picture = Image.new("L", (sum(page.width for page in pages), pages[0].height), 255)
    left = 0
    for page in pages:
        picture.paste(page, (left, 0))
        left += page.width
    step = 255 / (SHADES - 1)
    return picture.point([round(round(grey / step) * step) for grey in range(256)])


def difference(picture: Image.Image, approved: Image.Image) -> int:
    """Return how much the worst place of a picture differs: 0 the same, 255 black for white."""
    if picture.size != approved.size:
        return 255
    blur = ImageFilter.GaussianBlur(SOFT)
    _, worst = ImageChops.difference(picture.filter(blur), approved.filter(blur)).getextrema()
    assert isinstance(worst, int)
    return worst


def save(picture: Image.Image, file: Path) -> None:
    """Keep a picture in as few bytes as its shades need."""
    palette = picture.quantize(SHADES)
    palette.save(file, optimize=True)


def load(file: Path) -> Image.Image:
    """Return a picture that was kept."""
    with Image.open(file) as picture:
        return picture.convert("L")


def _papers(folder: Path) -> Iterator[tuple[str, Paper]]:
    with closing(PdfRenderer()) as renderer:
        for name, (kind, language) in SHEETS.items():
            sheet = make_sheet(kind, language)
            file = folder / f"{name}.pdf"
            file.write_bytes(renderer.render(render_sheet_html(sheet)))
            yield name, Paper(file, sheet)


def main() -> None:
    """Renew all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    with TemporaryDirectory() as directory:
        for name, paper in _papers(Path(directory)):
            save(small_picture(paper), FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
