"""How fast a stack of sixty scanned pages is read, and a signature box looked into.

Beside it what no reading can do without: drawing the pages, and turning them into JPEG.
"""

import io
from contextlib import closing
from time import perf_counter

import pypdfium2

from app.declarations.bundles.types import BundleKind
from app.papers.reading.ink_reader import InkReader
from app.papers.reading.limits import PDF_SIDE
from app.papers.reading.reader import StackReader
from app.papers.reading.types import InkVerdict
from app.pdf.renderer import PdfRenderer
from tests.support.scans import (
    PrintedSheet,
    Scanner,
    as_pdf,
    as_scanned,
    printed_sheet,
    sign_with_pen,
)

PAGES = 60
LANGUAGES = ("ar", "ti", "uk", "so", "fa", "en")


def run() -> None:
    """Measure and print; two pages a second are promised."""
    with closing(PdfRenderer()) as renderer:
        sheets = [
            printed_sheet(renderer, BundleKind.INTEGRATION_DECLARATION, language)
            for language in LANGUAGES
        ]
    stack = _stack(sheets)
    drawing = _draw(stack)
    started = perf_counter()
    pages = list(StackReader().read(stack))
    reading = perf_counter() - started
    found = sum(page.mark is not None and page.aligned for page in pages)
    print(f"scans: {PAGES} pages of {len(stack) / PAGES / 1024:.0f} KiB, {found} found and aligned")
    print(f"scans: read in {reading:.1f} s, {PAGES / reading:.1f} pages a second")
    print(
        f"scans: merely drawn and packed in {drawing:.1f} s; reading over that "
        f"{reading / drawing:.1f}"
    )
    signed = 0
    looked = 0
    started = perf_counter()
    with closing(InkReader()) as ink:
        for index, page in enumerate(pages):
            sheet = sheets[index // 2 % len(sheets)]
            if page.picture is None or page.mark is None or page.mark.page != 2:
                continue
            looked += 1
            boxes = ink.read(page.picture, sheet.made.pdf, 2, sheet.boxes)
            signed += boxes["signature_participant"].verdict is InkVerdict.SIGNED
    looking = perf_counter() - started
    print(
        f"scans: {signed} of {looked} signatures seen in {looking:.1f} s, "
        f"{looking / looked * 1000:.0f} ms a page with three boxes"
    )
    print(f"scans: all together {PAGES / (reading + looking):.1f} pages a second")


def _stack(sheets: list[PrintedSheet]) -> bytes:
    """Return sixty signed pages as a feeder takes them: askew, some upside down."""
    pages = []
    for index in range(PAGES // 2):
        sheet = sheets[index % len(sheets)]
        signed = sign_with_pen(sheet.pages[1], sheet.box())
        for page in (sheet.pages[0], signed):
            skew = (index % 9 - 4) * 0.7
            pages.append(as_scanned(page, Scanner(angle=skew, turn=2 * (index % 5 == 0))))
    return as_pdf(pages)


def _draw(stack: bytes) -> float:
    started = perf_counter()
    document = pypdfium2.PdfDocument(stack)
    for page in document:
        drawn = page.render(scale=PDF_SIDE / max(page.get_size())).to_pil()
        drawn.save(io.BytesIO(), "JPEG", quality=82)
    document.close()
    return perf_counter() - started
