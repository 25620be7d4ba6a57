"""What people have written into a plan, with its translations and what is known of each.

A reader never meets words of another language unannounced: where there is no translation, she is
told so in her own language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from babel import Locale, UnknownLocaleError

from app.i18n.locales import DEFAULT, find_language
from app.pdf.printable import find_unprintable


class TranslationState(StrEnum):
    """Who answers for a translation of a text."""

    MACHINE_DRAFT = "machine_draft"
    """Nobody has compared it with the text."""
    TRANSLATED = "translated"
    """A named person has translated it."""
    CHECKED = "checked"
    """A named person has compared it with the text."""
    BY_PARTICIPANT = "by_participant"


@dataclass(frozen=True, slots=True)
class WrittenTranslation:
    """A text in another language than it was written in."""

    text: str
    state: TranslationState
    by: str = ""
    """Name of the person, for the states that name one."""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A text that somebody has written."""

    text: str
    language: str
    """BCP 47 code of the language that it was written in."""
    translations: Mapping[str, WrittenTranslation] = field(default_factory=dict)
    """By BCP 47 code; only those of the text as it is now."""


def own_name_of(code: str) -> str:
    """Return what a language calls itself, also one that the portal is not written in."""
    found = find_language(code)
    if found is not None:
        return found.own_name
    try:
        return Locale.parse(code, sep="-").get_display_name() or code
    except (UnknownLocaleError, ValueError):
        return code


def paper_name_of(code: str) -> str:
    """Return what a language calls itself, or its Norwegian name where no font of ours can say it.

    A paper with a single character that cannot be set is not made at all.
    """
    own = own_name_of(code)
    if find_unprintable(own) is None:
        return own
    return str(DEFAULT.locale.languages.get(code, code))
