"""Lines of Burmese that say what they spell.

The font draws some Burmese letters before the letter that they follow in writing, and one glyph
for several. WeasyPrint 70.0 notes for each glyph the letters at its first use, so that the copied
text turns wrong. Here each line of a script that does so carries its own text (`ActualText`), which
readers take instead of the glyphs. Never for Arabic script: poppler turns such a line around.
"""

import re
from functools import cache
from typing import Any

import pydyf
from weasyprint.draw import text as drawing

_REORDERED = re.compile("[\u1000-\u109f]")
"""The Myanmar block."""


@cache
def spell_reordered_lines() -> None:
    """Let every such line of this process carry its text; once is enough."""
    draw_line = drawing.draw_first_line

    def draw(stream: Any, box: Any, *rest: Any) -> Any:
        if not _REORDERED.search(box.text):
            return draw_line(stream, box, *rest)
        spelling = pydyf.Dictionary({"ActualText": pydyf.String(box.text)})
        stream.begin_marked_content("Span", spelling)
        emojis = draw_line(stream, box, *rest)
        stream.end_marked_content()
        return emojis

    drawing.draw_first_line = draw
