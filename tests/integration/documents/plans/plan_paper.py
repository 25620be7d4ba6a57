"""Printed plans, read back by programs that did not make them."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2

from app.pdf.page_boxes import PageBox
from app.pdf.renderer import PdfRenderer
from app.plans.paper.content import PlanSheet
from app.plans.paper.sheet import typeset_plan
from app.plans.paper.words import word_languages
from tests.integration.documents.paper import MIDDLE, PdfFile, run

LANGUAGES = word_languages()
MOST_PAGES = 4
"""Of an ordinary plan, in any language."""


@dataclass(frozen=True)
class PlanFile(PdfFile):
    """A PDF file and the plan that it should be."""

    sheet: PlanSheet
    boxes: tuple[PageBox, ...]

    @property
    def is_bilingual(self) -> bool:
        """Whether there is a second column."""
        return len(self.sheet.words) > 1

    @cached_property
    def all_text(self) -> str:
        """All text in the order of the file."""
        return " ".join(run("pdftotext", "-raw", "-nopgbrk", self.file, "-").split())

    @cached_property
    def own_half(self) -> str:
        """The text of the right half, between head and foot."""
        return self.column(MIDDLE, 595 - MIDDLE)

    @contextmanager
    def opened(self) -> Iterator[pypdfium2.PdfDocument]:
        """Open the file for a look into it."""
        with closing(pypdfium2.PdfDocument(self.file)) as document:
            yield document


def make_file(renderer: PdfRenderer, sheet: PlanSheet, file: Path) -> PlanFile:
    """Set the plan, and keep it in a file."""
    made = typeset_plan(renderer, sheet)
    file.write_bytes(made.pdf)
    return PlanFile(file, sheet, made.boxes)
