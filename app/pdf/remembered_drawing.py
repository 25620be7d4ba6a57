"""Lines whose glyphs are written down once.

WeasyPrint walks through each line glyph by glyph to draw it. What comes of it is the same wherever
and in whichever document the line stands: some text operators, and what the fonts must know of
their glyphs. Both are kept with the line.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from weasyprint.draw import text as drawing

from app.pdf.glyph_widths import GlyphWidths
from app.pdf.remembered_lines import line_key


@cache
def remember_drawing() -> None:
    """Let this process do so; once is enough. Needs `RememberingFonts`, and no variable fonts."""
    draw_line = drawing.draw_first_line

    def draw(stream: Any, box: Any, text_overflow: str, block_ellipsis: str, matrix: Any) -> Any:
        rest = (text_overflow, block_ellipsis, matrix)
        if rest[:2] != ("clip", "none"):
            return draw_line(stream, box, *rest)
        known = box.style.font_config.drawings
        key = line_key(box.pango_layout, box.style)
        if key not in known:
            pen = _Pen(stream)
            try:
                draw_line(pen, box, *rest)
            except _DrawnOtherwise:
                return draw_line(stream, box, *rest)
            # Its fonts live as long as the line does.
            known[key] = (pen.finished(), box.pango_layout.layout)
        strokes, _line = known[key]
        if strokes:
            stream.set_text_matrix(*matrix.values)
            for stroke in strokes:
                stroke(stream)
        return []

    drawing.draw_first_line = draw


class _DrawnOtherwise(Exception):
    """The line has glyphs that are pictures, or that no font has."""


class _Pen:
    """Takes the place of a page, and notes what is drawn on it."""

    def __init__(self, page: Any) -> None:
        self._page = page
        self.ink_rect, self.logical_rect = page.ink_rect, page.logical_rect
        self.strokes: list[Any] = []
        self._next: Any = None

    def finished(self) -> tuple[Any, ...]:
        """Return what was drawn, in as little memory as it takes."""
        return tuple(
            stroke.finished() if isinstance(stroke, _FontUse) else stroke for stroke in self.strokes
        )

    def set_text_matrix(self, *_values: float) -> None:
        """Where the line stands is another matter each time."""

    def add_font(self, pango_font: Any) -> tuple[Any, float]:
        font, size = self._page.add_font(pango_font)
        if font.svg or font.png or font.colr:
            raise _DrawnOtherwise
        self._next = _FontUse(pango_font, font)
        return self._next, size

    def set_font_size(self, _name: str, size: float) -> None:
        """Only now the font changes: what was drawn with the one before is shown first."""
        self._next.size = size
        self.strokes.append(self._next)

    def show_text(self, string: str) -> None:
        self.strokes.append(lambda page: page.show_text(string))

    def set_text_rise(self, rise: float) -> None:
        self.strokes.append(lambda page: page.set_text_rise(rise))


class _FontUse:
    """A part of a line in one font: which of its glyphs, and what they say."""

    svg = png = colr = False

    def __init__(self, pango_font: Any, font: Any) -> None:
        self._pango_font = pango_font
        self.hash, self.bitmap = font.hash, font.bitmap
        self.size = 0.0
        self.to_unicode: dict[int, str] = {}
        self.widths = GlyphWidths(font.file_content)

    def get_unused_glyph_id(self, _codepoint: int) -> int:
        raise _DrawnOtherwise

    def finished(self) -> Callable[[Any], None]:
        """Return what to do on a page: take the font, and tell it what its glyphs say."""
        glyphs = tuple((glyph, self.widths[glyph], text) for glyph, text in self.to_unicode.items())
        pango_font, name, size = self._pango_font, self.hash, self.size

        def use(page: Any) -> None:
            font, _size = page.add_font(pango_font)
            for glyph, width, text in glyphs:
                font.widths[glyph] = width
                if glyph not in font.to_unicode:  # the first use in a document counts
                    font.to_unicode[glyph] = text
            page.set_font_size(name, size)

        return use
