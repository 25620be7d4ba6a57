"""Where the elements of a document that something is looked for in later stand on paper.

An element marked `data-box="name"` is found on its page: the line to sign on, for one, where a scan
of the paper should have ink.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

_MICROMETRES_PER_PIXEL = 25_400 / 96


@dataclass(frozen=True, slots=True)
class PageBox:
    """A rectangle on a page, in micrometres from its upper left corner."""

    name: str
    page: int
    """From 1."""
    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Typeset:
    """A document that was made."""

    pdf: bytes
    page_count: int
    boxes: tuple[PageBox, ...]


class DocumentRenderer(Protocol):
    """Makes documents: one process (`PdfRenderer`) or several (`PdfRendererPool`)."""

    def render(self, html: str) -> bytes:
        """Return the document as PDF/A-3a and PDF/UA-1."""

    def typeset(self, html: str) -> Typeset:
        """Return the document, how many pages it has, and where its marked elements stand."""


def find_boxes(pages: Any) -> Iterator[PageBox]:
    """Return the marked elements of WeasyPrint's laid out pages, in the order of the paper."""
    for number, page in enumerate(pages, start=1):
        # The tree of a page is WeasyPrint's own affair; its pinned version and a test hold it.
        for box in page._page_box.descendants():
            name = None if box.element is None else box.element.get("data-box")
            if name is not None:
                sides = (box.position_x, box.position_y, box.border_width(), box.border_height())
                yield PageBox(
                    name, number, *(round(side * _MICROMETRES_PER_PIXEL) for side in sides)
                )
