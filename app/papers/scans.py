"""What a scanned file is, judged by its content and not by its name."""

import io
import warnings

import pypdfium2
from PIL import Image, UnidentifiedImageError

from app.papers.errors import CannotStoreScan, ScanRefusal

MOST_PAGES = 20
MOST_PIXELS = 60_000_000
"""An A4 page at 600 dots per inch has 35 million."""

_SIGNATURES = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
)


def media_type_of(content: bytes) -> str:
    """Return the media type of a readable scan.

    Raises:
        CannotStoreScan: it is empty, of another kind, damaged, or far too large.
    """
    if not content:
        raise CannotStoreScan(ScanRefusal.EMPTY)
    kinds = (kind for signature, kind in _SIGNATURES if content.startswith(signature))
    media_type = next(kinds, None)
    if media_type is None:
        raise CannotStoreScan(ScanRefusal.UNKNOWN_KIND)
    if media_type == "application/pdf":
        _check_pdf(content)
    else:
        _check_picture(content)
    return media_type


def _check_pdf(content: bytes) -> None:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        raise CannotStoreScan(ScanRefusal.UNREADABLE) from None
    pages = len(document)
    document.close()
    if pages == 0:
        raise CannotStoreScan(ScanRefusal.UNREADABLE)
    if pages > MOST_PAGES:
        raise CannotStoreScan(ScanRefusal.TOO_MANY_PAGES)


def _check_picture(content: bytes) -> None:
    try:
        with warnings.catch_warnings():
            # Pillow only warns below twice its limit; our own limit is lower and is checked next.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise CannotStoreScan(ScanRefusal.TOO_LARGE_PICTURE)
                picture.load()
    except Image.DecompressionBombError:
        raise CannotStoreScan(ScanRefusal.TOO_LARGE_PICTURE) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise CannotStoreScan(ScanRefusal.UNREADABLE) from None
