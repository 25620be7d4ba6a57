"""Which characters a text kept as data may hold: all that are seen, and the joiners of spelling."""

import unicodedata

_JOINERS = "\u200c\u200d"
"""Persian, Sorani and Burmese spelling needs them."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def has_odd_character(text: str) -> bool:
    """Return whether the text holds a control, a direction mark, or something without a shape."""
    return any(
        character not in _JOINERS and unicodedata.category(character) in _UNSEEN
        for character in text
    )


def is_evenly_spaced(text: str) -> bool:
    """Return whether the text is not empty, and has single blanks and only between its words."""
    spaced = text.replace("\N{NO-BREAK SPACE}", " ")  # as French has before a colon
    return bool(spaced) and spaced == " ".join(spaced.split())
