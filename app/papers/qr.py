"""The code as a QR square, drawn as shapes so that it is sharp at every size."""

import segno
from markupsafe import Markup

from app.papers.code import qr_text


def qr_svg(code: str, page: int) -> Markup:
    """Return the square as inline SVG without a size of its own; the style sheet gives 22 mm.

    Error level Q: a quarter of the square may be stained and it still reads.

    Raises:
        ValueError: there is no square for such a page.
    """
    square = segno.make_qr(qr_text(code, page), error="q")
    return Markup(square.svg_inline(omitsize=True, border=4))  # noqa: S704 (shapes, no foreign text)
