"""How heavy a Norwegian text is to read: LIX and the mean length of its sentences.

LIX adds the mean number of words in a sentence and the share, in per cent, of words with more than
six letters. Both are rounded to whole numbers as they are shown. The count is a hint to the
writer: it says nothing of what the words mean.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

LONG_WORD = 7
"""Letters from which a word counts as long."""
HEAVY_FROM, MIDDLING_FROM = 40, 30
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?…:]+(?=\s|$)|\n+")


class ReadingLevel(StrEnum):
    """How heavy a text is."""

    EASY = "easy"
    MIDDLING = "middling"
    HEAVY = "heavy"


@dataclass(frozen=True, slots=True)
class Readability:
    """What was counted in a text."""

    words: int
    long_words: int
    """With more than six letters."""
    sentences: int

    @property
    def mean_sentence(self) -> Fraction:
        """Words in a sentence."""
        return Fraction(self.words, self.sentences)

    @property
    def lix(self) -> int:
        """The readability index, rounded half to even."""
        return round(self.mean_sentence + Fraction(100 * self.long_words, self.words))

    @property
    def level(self) -> ReadingLevel:
        """What the index stands for."""
        if self.lix >= HEAVY_FROM:
            return ReadingLevel.HEAVY
        return ReadingLevel.MIDDLING if self.lix >= MIDDLING_FROM else ReadingLevel.EASY


def read(text: str) -> Readability | None:
    """Return what is counted in a text; None: it has no words.

    A sentence ends at a full stop, question or exclamation mark or colon before a blank, and at a
    new line. A number or a compound with hyphen is one word.
    """
    sentences = [found for part in _SENTENCE_END.split(text) if (found := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return None
    long_words = sum(sum(map(str.isalpha, word)) >= LONG_WORD for word in words)
    return Readability(len(words), long_words, len(sentences))
