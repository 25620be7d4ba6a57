"""Whether a text can be printed as it was typed; asked before it is kept, not on the day of print.

The answer comes from the same font files that the sheets are set with.
"""

import unicodedata
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont

from app.pdf.assets import STATIC

MOST_MARKS = 4
"""So many marks on one letter are drawn without touching the lines around. Vietnamese and vowelled
Arabic have two or three, Burmese four."""

_JOINERS = "\u200c\u200d"
"""Persian, Sorani and Burmese spelling needs them. They have no shape of their own."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BURMESE = range(0x1000, 0x10A0)
"""Its syllables are built of marks, which the font sets beside each other as well as on top."""
_MOST_BURMESE_MARKS = 8


class PrintFault(StrEnum):
    """Why a text would not stand on paper as it was typed."""

    UNSEEN = "unseen"
    """A control character, a direction mark, half a character, or one without a meaning."""
    NO_GLYPH = "no_glyph"
    """None of our fonts has the character."""
    TOO_MANY_MARKS = "too_many_marks"
    """Marks piled up on one letter would cover the lines around."""
    LOOSE_MARK = "loose_mark"
    """A mark with no letter to stand on."""
    NOTHING_TO_SEE = "nothing_to_see"


@dataclass(frozen=True, slots=True)
class Unprintable:
    """The first thing in a text that stands in the way."""

    fault: PrintFault
    character: str
    """The character concerned; empty for a text with nothing to see."""

    @property
    def codepoint(self) -> str:
        """The character's number, as `U+0041`, for one that cannot be shown."""
        return f"U+{ord(self.character):04X}" if self.character else ""


def find_unprintable(text: str) -> Unprintable | None:
    """Return the first thing that cannot be printed, or None.

    A letter and its accent count as the one character that the PDF engine makes of them.
    """
    known = _characters()
    marks, base, has_something = 0, "", False
    for character in unicodedata.normalize("NFC", text):
        category = unicodedata.category(character)
        if character in _JOINERS:
            continue
        if category in _UNSEEN:
            return Unprintable(PrintFault.UNSEEN, character)
        if ord(character) not in known:
            return Unprintable(PrintFault.NO_GLYPH, character)
        if not category.startswith("M"):
            marks, base = 0, character
            has_something |= not character.isspace()
            continue
        marks += 1
        if not base or base.isspace():
            return Unprintable(PrintFault.LOOSE_MARK, character)
        most = _MOST_BURMESE_MARKS if ord(base) in _BURMESE else MOST_MARKS
        if marks > most:
            return Unprintable(PrintFault.TOO_MANY_MARKS, character)
    return None if has_something else Unprintable(PrintFault.NOTHING_TO_SEE, "")


@lru_cache(maxsize=1)
def _characters() -> frozenset[int]:
    """Return what every weight of a font has."""
    found: set[int] = set()
    for regular in sorted((STATIC / "fonts/pdf").glob("*-400-*.ttf")):
        bold = regular.with_name(regular.name.replace("-400-", "-700-"))
        found |= _of_file(regular) & _of_file(bold)
    return frozenset(found)


def _of_file(file: Path) -> set[int]:
    with closing(TTFont(file, lazy=True)) as font:
        return set(font.getBestCmap())
