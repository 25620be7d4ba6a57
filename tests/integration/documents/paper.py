"""A rendered sheet, read back by programs that did not make it."""

import re
import subprocess
import unicodedata
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2
from PIL import Image

from app.declarations.bundles.catalogue import load_bundle, versions
from app.declarations.bundles.types import BundleKind
from app.declarations.sheet import DeclarationSheet

SHEETS = {
    f"{kind}-{language}": (kind, language)
    for kind in BundleKind
    for language in load_bundle(kind, versions(kind)[-1]).languages
}
"""By name, every kind of sheet in every language."""

DOTS_PER_INCH = 150
POINTS_PER_INCH = 72
MIDDLE = 298
"""Half the width of A4 in points: between the columns."""
_MARKS = dict.fromkeys(range(0x202A, 0x202F), " ") | dict.fromkeys([0x200B, 0x200C])
"""The readers' own marks stand between words; joiners inside them leave no trace on paper."""

_HYPHEN = re.compile(r"(?<=\w)[-\ufffe\x02]\s*(?=\w)")
"""At the end of a line readers drop it or set their own sign for it."""

_WORD = re.compile(r"[\w’\u1000-\u1049\u104c-\u109f]+")
"""Most letters of Burmese are marks on others, and no letters to Python."""

_WORD_BOX = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.+?)</word>'
)

_KURDISH_LAM_ALEF = re.compile("[\N{ARABIC LETTER LAM WITH SMALL V}\N{ARABIC LETTER ALEF}]{2,}")
"""Drawn as one glyph, and without a character of its own: readers turn its two letters around."""


@dataclass(frozen=True)
class PdfFile:
    """A PDF file as its readers see it."""

    file: Path

    @property
    def content(self) -> bytes:
        """The bytes of the file."""
        return self.file.read_bytes()

    def column(self, left: int, width: int) -> str:
        """Return the text of a strip of the pages, between head and foot; points from the left."""
        area = ["-x", left, "-y", 80, "-W", width, "-H", 700, "-r", 72]
        text = run("pdftotext", *area, "-nopgbrk", self.file, "-")
        return " ".join(text.split())

    @cached_property
    def pictures(self) -> list[Image.Image]:
        """The pages in shades of grey, as a scanner of 150 dots per inch sees them."""
        return self.pictures_at(DOTS_PER_INCH)

    def pictures_at(self, dots_per_inch: int) -> list[Image.Image]:
        """Return the pages in shades of grey."""
        scale = dots_per_inch / POINTS_PER_INCH
        with closing(pypdfium2.PdfDocument(self.file)) as document:
            return [page.render(scale=scale, grayscale=True).to_pil() for page in document]

    def whole(self) -> str:
        """Return the text of all pages as PDFium reads it."""
        with closing(pypdfium2.PdfDocument(self.file)) as document:
            pages = [page.get_textpage().get_text_range() for page in document]
        return " ".join(" ".join(pages).split())


@dataclass(frozen=True)
class Paper(PdfFile):
    """A PDF file and the sheet that it should be."""

    sheet: DeclarationSheet

    @property
    def is_bilingual(self) -> bool:
        """Whether there is a second column."""
        return self.sheet.language != "nb"

    @cached_property
    def norwegian(self) -> str:
        """The text of the Norwegian column."""
        return self.column(0, MIDDLE if self.is_bilingual else 595)

    @cached_property
    def own(self) -> str:
        """The text of the other column."""
        return self.column(MIDDLE, 595 - MIDDLE)


def run(*command: object) -> str:
    """Return what a program prints."""
    done = subprocess.run([str(part) for part in command], check=True, capture_output=True)
    return done.stdout.decode()


def word_boxes(file: Path) -> list[list[tuple[str, tuple[float, ...]]]]:
    """Return each page's words with left, top, right and bottom in points from the upper left."""
    _, *pages = run("pdftotext", "-bbox", file, "-").split("<page ")
    return [
        [(text, tuple(map(float, sides))) for *sides, text in _WORD_BOX.findall(page)]
        for page in pages
    ]


def words(text: str) -> list[str]:
    """Return the words as they compare: NFKC, without marks, joiners and hyphens."""
    plain = unicodedata.normalize("NFKC", text.translate(_MARKS))
    plain = _KURDISH_LAM_ALEF.sub(lambda found: "".join(sorted(found[0])), plain)
    return _WORD.findall(_HYPHEN.sub("", plain))
