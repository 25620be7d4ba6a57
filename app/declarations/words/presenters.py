"""The words of a sheet as a page shows them."""

from dataclasses import dataclass
from uuid import UUID

from flask import url_for

from app.declarations.bundles.types import NORWEGIAN
from app.declarations.sheet_words import SheetWords, words_of
from app.declarations.words.errors import InformationSheetRefusal
from app.declarations.words.service import OpenedWords
from app.i18n.text import gettext as _


@dataclass(frozen=True, slots=True)
class WordsPage:
    """What the page shows."""

    words: SheetWords
    sides: tuple[int, ...]
    """The columns in the order of this reader: her own language first, or the Norwegian."""
    is_withdrawn: bool
    information_url: str | None
    """Where the same in the participant's language alone is; None: there is no such language."""


def words_page(
    opened: OpenedWords, participant_id: UUID, declaration_id: UUID, *, for_staff: bool
) -> WordsPage:
    """Return the page about an issued sheet."""
    words = words_of(opened.sheet)
    sides = tuple(range(len(words.columns)))
    return WordsPage(
        words=words,
        sides=sides if for_staff else sides[::-1],
        is_withdrawn=opened.is_withdrawn,
        information_url=None
        if opened.sheet.language == NORWEGIAN
        else url_for(
            "declaration_words.print_information",
            participant_id=participant_id,
            declaration_id=declaration_id,
        ),
    )


def information_refusal(reason: InformationSheetRefusal) -> str:
    """Return why there is no sheet to read, and what to do."""
    match reason:
        case InformationSheetRefusal.BUSY:
            return _("Portalen lager et annet ark akkurat nå. Prøv igjen om et øyeblikk.")
        case InformationSheetRefusal.NOT_MADE:
            return _("Arket kunne ikke lages. Les teksten på denne siden i stedet.")
