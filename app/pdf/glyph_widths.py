"""How wide the glyphs of a font are.

WeasyPrint 70.0 measures each glyph at the size of its first use, where rounding may make it a
thousandth wider or narrower, and places the next one accordingly. Told by the font itself, a glyph
is as wide in every document; PDF/A wants the same.
"""

from functools import lru_cache
from io import BytesIO

from fontTools.ttLib import TTFont

_EM = 1000
"""PDF counts widths in thousandths of the font size."""


class GlyphWidths(dict[int, int]):
    """Has an answer for each glyph of the font, and holds those that were asked for."""

    def __init__(self, font_file: bytes) -> None:
        super().__init__()
        self._of_font = widths_of_glyphs(font_file)

    def __contains__(self, glyph: object) -> bool:
        return isinstance(glyph, int) and 0 <= glyph < len(self._of_font)

    def __missing__(self, glyph: int) -> int:
        width = self[glyph] = self._of_font[glyph]
        return width


@lru_cache(maxsize=16)
def widths_of_glyphs(font_file: bytes) -> tuple[int, ...]:
    """Return the width of each glyph of a font that is not variable."""
    font = TTFont(BytesIO(font_file), lazy=True)
    advances, em = font["hmtx"].metrics, font["head"].unitsPerEm
    return tuple(round(advances[name][0] * _EM / em) for name in font.getGlyphOrder())
