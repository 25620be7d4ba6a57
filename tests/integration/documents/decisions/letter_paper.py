"""Printed letters with decisions, each made once and read back by programs that did not make it."""

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pypdfium2

from app.accounts.models import LanguageForm
from app.decisions.content import Letter
from app.decisions.sheet import typeset_letter
from app.decisions.words import languages_with_words
from app.pdf.renderer import PdfRenderer
from tests.integration.documents.paper import PdfFile, run
from tests.support.letters import make_letter

LANGUAGES = languages_with_words()
PICTURED = ("nb", "nn", "ar", "ti", "uk", "my")
"""One of each script, and both forms of Norwegian: every letter has the same layout."""
MOST_PAGES = 4
"""Of an ordinary letter with its summary, in any language."""


@dataclass(frozen=True)
class LetterFile(PdfFile):
    """A PDF file and the letter that it should be."""

    letter: Letter

    @cached_property
    def all_text(self) -> str:
        """All text in the order of the file."""
        return " ".join(run("pdftotext", "-raw", "-nopgbrk", self.file, "-").split())

    @cached_property
    def page_count(self) -> int:
        """How many pages there are."""
        with closing(pypdfium2.PdfDocument(self.file)) as document:
            return len(document)


LetterFiles = Callable[[str], LetterFile]


def letter_in(language: str) -> Letter:
    """Return the letter that somebody who reads this language gets."""
    return make_letter(language, LanguageForm.NN if language == "nn" else LanguageForm.NB)


def letter_files(renderer: PdfRenderer, folder: Path) -> LetterFiles:
    """Return what sets the letter for a language the first time it is asked for."""

    @cache
    def made(language: str) -> LetterFile:
        letter = letter_in(language)
        file = folder / f"{language}.pdf"
        file.write_bytes(typeset_letter(renderer, letter).pdf)
        return LetterFile(file, letter)

    return made
