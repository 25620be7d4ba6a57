"""Head and foot of a page as decoration, which a screen reader leaves out.

WeasyPrint 70.0 marks them as content and then leaves them out of the structure of the document, so
that they are neither content nor decoration, which PDF/UA wants each thing on a page to be.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from weasyprint import draw as drawing
from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.pdf import tags
from weasyprint.pdf.stream import Stream


@cache
def decorate_with_margins() -> None:
    """Let this process do so; once is enough."""
    draw_context, build_tree, mark = (
        drawing.draw_stacking_context,
        tags._build_box_tree,
        Stream.marked,
    )
    margins: list[Any] = []

    def draw(stream: Any, context: Any) -> None:
        is_margin = isinstance(context.box, MarginBox)
        if is_margin:
            margins.append(context.box)
        try:
            draw_context(stream, context)
        finally:
            if is_margin:
                margins.pop()

    def marked(stream: Any, box: Any, tag: str) -> AbstractContextManager[None]:
        outcome: AbstractContextManager[None] = (
            stream.artifact() if margins else mark(stream, box, tag)
        )
        return outcome

    def build(box: Any, *rest: Any) -> Iterator[Any]:
        if not isinstance(box, MarginBox):
            yield from build_tree(box, *rest)

    drawing.draw_stacking_context = draw
    tags._build_box_tree = build
    Stream.marked = marked
