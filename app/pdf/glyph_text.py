"""What the glyphs of a PDF say when the text is copied, searched or read aloud.

WeasyPrint 70.0 notes for each glyph the letters that stood at its first use. In Arabic script one
glyph serves many words and may come with no letter at all, so that the copied text turns wrong and
the file fails PDF/UA. Here the font itself tells which letters a glyph stands for.
"""

from functools import lru_cache
from io import BytesIO
from typing import Any
from unicodedata import mirrored, normalize

from fontTools.ttLib import TTFont

_INVISIBLE = "\u200b"
"""For a glyph that stands for no letter of its own: PDF/UA wants some text for each glyph."""
_PRESENTATION_FORMS = range(0xFB50, 0xFEFF)
_LIGATURES = {
    normalize("NFKC", chr(form)): chr(form) for form in (0xFDF2, 0xFEF5, 0xFEF7, 0xFEF9, 0xFEFB)
}
"""Letters that are drawn as one glyph (lam with alef, the name of God), each as one character.

Readers put right-to-left text in order letter by letter and so turn the letters of such a glyph
around. The one character stays whole, and compares equal to the letters after NFKC.
"""


class FontRegister(dict[Any, Any]):
    """Takes the place of a document's register of fonts, and mends each font that enters it."""

    def __setitem__(self, key: Any, font: Any) -> None:
        font.to_unicode = GlyphText(font.file_content)
        super().__setitem__(key, font)


class GlyphText(dict[int, str]):
    """From glyph to letters; where the first use misleads, the font is trusted."""

    def __init__(self, font_file: bytes) -> None:
        super().__init__()
        self._font_file = font_file

    def __setitem__(self, glyph: int, text: str) -> None:
        if not text or any(_is_misleading(letter) for letter in text):
            text = letters_of_glyphs(self._font_file).get(glyph, text)
        super().__setitem__(glyph, _LIGATURES.get(text, text) or _INVISIBLE)


def _is_misleading(letter: str) -> bool:
    """Tell whether the glyph of this letter may have been drawn for another one first.

    Arabic letters change shape; brackets are drawn turned around in right-to-left text.
    """
    return "\u0600" <= letter <= "\u08ff" or mirrored(letter) == 1


@lru_cache(maxsize=16)
def letters_of_glyphs(font_file: bytes) -> dict[int, str]:
    """Return the letters behind each glyph: from the character map, then through substitutions."""
    font = TTFont(BytesIO(font_file), lazy=True)
    letters: dict[str, str] = {}
    for codepoint, name in sorted(font.getBestCmap().items()):
        if codepoint not in _PRESENTATION_FORMS:
            letters.setdefault(name, chr(codepoint))
    substitutions = _substitutions(font)
    found = -1
    while found != len(letters):
        found = len(letters)
        for parts, result in substitutions:
            if all(part in letters for part in parts):
                letters.setdefault(result, "".join(letters[part] for part in parts))
    return {font.getGlyphID(name): text for name, text in letters.items()}


def _substitutions(font: TTFont) -> list[tuple[tuple[str, ...], str]]:
    """Return the font's one-to-one and many-to-one substitutions as (parts, result)."""
    if "GSUB" not in font:
        return []
    found: list[tuple[tuple[str, ...], str]] = []
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for wrapped in lookup.SubTable:
            table = getattr(wrapped, "ExtSubTable", wrapped)
            if table.LookupType == 1:
                found += [((glyph,), result) for glyph, result in table.mapping.items()]
            elif table.LookupType == 4:
                found += [
                    ((first, *ligature.Component), ligature.LigGlyph)
                    for first, ligatures in table.ligatures.items()
                    for ligature in ligatures
                ]
    return found
