"""What makes two reasons the same text: the words, not how they are spaced or spelled."""

import hashlib
import re
import unicodedata

_BETWEEN_WORDS = re.compile(r"[\W_]+")


def digest_of(text: str) -> str:
    """Return what is equal for texts of the same words; empty for a text without words.

    Case, signs, spacing and the way accents are coded do not matter.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = _BETWEEN_WORDS.sub(" ", folded).strip()
    return hashlib.sha256(words.encode()).hexdigest() if words else ""
