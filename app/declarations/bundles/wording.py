"""Whether words for a clause may stand on a sheet beside the Norwegian."""

import re
from enum import StrEnum

from app.declarations.bundles.limits import MOST_CLAUSE_CHARACTERS
from app.declarations.bundles.types import Clause
from app.i18n.characters import has_odd_character, is_evenly_spaced
from app.i18n.placeholders import placeholders


class WordingFault(StrEnum):
    """Why they may not."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    ODD_CHARACTER = "odd_character"
    BRACES = "braces"
    """A brace stands alone, or a field says how it wants to be written."""
    OTHER_FIELDS = "other_fields"
    """A field is missing, new or repeated."""


def tidied(text: str) -> str:
    """Return the text on one line with single blanks; blanks that do not break are kept."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def find_fault(clause: Clause, text: str) -> WordingFault | None:
    """Return what is wrong with these words for the clause, or None."""
    if not is_evenly_spaced(text):
        return WordingFault.EMPTY
    if len(text) > MOST_CLAUSE_CHARACTERS:
        return WordingFault.TOO_LONG
    if has_odd_character(text):
        return WordingFault.ODD_CHARACTER
    try:
        fields = sorted(placeholders(text))
    except ValueError:
        return WordingFault.BRACES
    if fields != sorted(placeholders(clause.text)):
        return WordingFault.OTHER_FIELDS
    return None
