"""How the two languages stand on a sheet."""

from enum import StrEnum

from app.declarations.bundles.types import NORWEGIAN
from app.i18n.locales import find_language


class SheetLayout(StrEnum):
    """Which languages a sheet has, and on which side.

    A reader of Arabic begins at the right edge of the page. Norwegian on the left therefore serves
    both: each begins in a language of her own at her own edge, and bilingual forms in Arabic,
    Persian and Urdu are made like that. Mirrored is for a reader who wants the page to run her way
    as a whole: the Norwegian, which is what is signed, is met first, at the right, and her own
    language follows to the left, as somebody who reads from the left meets them.
    """

    NORWEGIAN_LEFT = "norwegian_left"
    MIRRORED = "mirrored"
    NORWEGIAN_ONLY = "norwegian_only"
    OWN_LANGUAGE_ONLY = "own_language_only"
    """To read, never to sign: no lines to write on, and nothing that leads a scan to a case."""


SIGNED = (SheetLayout.NORWEGIAN_LEFT, SheetLayout.MIRRORED, SheetLayout.NORWEGIAN_ONLY)
"""What may be issued: sheets with the Norwegian text on them."""


def layouts_for(language: str) -> tuple[SheetLayout, ...]:
    """Return the layouts that make sense with a language beside the Norwegian, the usual first."""
    if language == NORWEGIAN:
        return (SheetLayout.NORWEGIAN_ONLY,)
    found = find_language(language)
    if found is not None and found.direction == "rtl":
        return (SheetLayout.NORWEGIAN_LEFT, SheetLayout.MIRRORED, SheetLayout.OWN_LANGUAGE_ONLY)
    return (SheetLayout.NORWEGIAN_LEFT, SheetLayout.OWN_LANGUAGE_ONLY)
