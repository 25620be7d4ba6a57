"""Open a file and draw its pages. Runs only in the shut-in process."""

import io
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, UnidentifiedImageError

from app.papers.reading.kinds import FileKind, kind_of
from app.papers.reading.limits import MOST_PAGES, MOST_PIXELS, PDF_SIDE, WORKING_SIDE
from app.papers.reading.types import CannotReadStack, StackRefusal

Image.MAX_IMAGE_PIXELS = None  # ours is lower, and is checked before a picture is unpacked

_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_NO_ENCRYPTION = -1
_AS_IT_IS = frozenset({"L", "RGB", "RGBA", "CMYK", "YCbCr"})
"""Modes that can be made smaller dot by dot."""
_DEEP_LEVELS = 256
"""Sixteen bits of grey hold so many of our levels."""

PageDamage = (OSError, SyntaxError, ValueError, TypeError, EOFError, IndexError, KeyError)
"""What Pillow raises over damaged pictures, by the part that finds out."""


class BrokenPageError(Exception):
    """This page cannot be drawn; others of the file may be."""


@dataclass(frozen=True, slots=True)
class Stack:
    """An open file."""

    page_count: int
    draw: Callable[[int], Image.Image]
    """Of a page from 0: a grey (`L`) or coloured (`RGB`) picture of at most `WORKING_SIDE`; raises
    `BrokenPageError`."""


def open_stack(content: bytes) -> Stack:
    """Return the open file.

    Raises:
        CannotReadStack: it gives no pages.
    """
    kind = kind_of(content)
    stack = _open_pdf(content) if kind is FileKind.PDF else _open_picture(content, kind)
    if stack.page_count < 1:
        raise CannotReadStack(StackRefusal.UNREADABLE)
    if stack.page_count > MOST_PAGES:
        raise CannotReadStack(StackRefusal.TOO_MANY_PAGES)
    return stack


def _open_pdf(content: bytes) -> Stack:
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code == pdfium.FPDF_ERR_PASSWORD
        raise CannotReadStack(
            StackRefusal.ENCRYPTED if locked else StackRefusal.UNREADABLE
        ) from None
    # Some open without a password and only forbid printing; archives take none of them.
    if pdfium.FPDF_GetSecurityHandlerRevision(document) != _NO_ENCRYPTION:
        raise CannotReadStack(StackRefusal.ENCRYPTED)

    def draw(index: int) -> Image.Image:
        try:
            page = document[index]
            try:
                scale = PDF_SIDE / max(*page.get_size(), 1)
                drawn = page.render(scale=scale, may_draw_forms=False)
                return _plain(drawn.to_pil())
            finally:
                page.close()
        except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
            raise BrokenPageError from error

    return Stack(len(document), draw)


def _open_picture(content: bytes, kind: FileKind) -> Stack:
    """Return a photo as one page, or all pages of a TIFF."""
    try:
        picture = Image.open(io.BytesIO(content), formats=(kind.value,))
        _check_size(picture)
        # Other kinds of several pictures hold previews, depths and moving ones.
        page_count = getattr(picture, "n_frames", 1) if kind is FileKind.TIFF else 1
    except (UnidentifiedImageError, *PageDamage):
        raise CannotReadStack(StackRefusal.UNREADABLE) from None
    if kind is not FileKind.TIFF:
        try:
            only = _loaded(picture)
        except BrokenPageError:
            raise CannotReadStack(StackRefusal.UNREADABLE) from None
        return Stack(1, lambda _: only)

    def draw(index: int) -> Image.Image:
        try:
            picture.seek(index)
            _check_size(picture)
        except (CannotReadStack, *PageDamage) as error:
            raise BrokenPageError from error
        return _loaded(picture)

    return Stack(page_count, draw)


def _check_size(picture: Image.Image) -> None:
    if picture.width * picture.height > MOST_PIXELS:
        raise CannotReadStack(StackRefusal.TOO_LARGE_PICTURE)


def _loaded(picture: Image.Image) -> Image.Image:
    """Return the picture as it is to be seen, without whatever else the file holds."""
    try:
        turn = _TURNS.get(picture.getexif().get(_ORIENTATION, 1))
        picture.draft(None, (WORKING_SIDE, WORKING_SIDE))
        picture.load()
    except PageDamage as error:
        raise BrokenPageError from error
    plain = _plain(picture)
    # TIFF turns its pictures by itself while it loads them.
    if turn is None or picture.format == FileKind.TIFF:
        return plain
    return plain.transpose(turn)


def _plain(picture: Image.Image) -> Image.Image:
    """Return a grey or coloured picture on white paper, not larger than is looked at.

    Made small before anything else is done with it: copies of large pictures need much memory.
    """
    if picture.mode.startswith("I;16"):
        picture = picture.convert("I").point(lambda level: level / _DEEP_LEVELS)
    if picture.mode in ("1", "I", "F"):
        picture = picture.convert("L")
    elif picture.mode not in _AS_IT_IS:
        picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    shrink = max(picture.size) / WORKING_SIDE
    if shrink > 1:
        size = (max(1, round(picture.width / shrink)), max(1, round(picture.height / shrink)))
        picture = picture.resize(size, Image.Resampling.BOX)
    if picture.mode == "RGBA":
        paper = Image.new("RGB", picture.size, "white")
        paper.paste(picture, mask=picture.getchannel("A"))
        return paper
    return picture if picture.mode in ("L", "RGB") else picture.convert("RGB")
