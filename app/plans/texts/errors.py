"""Why translations of a plan are refused."""

from dataclasses import dataclass
from enum import StrEnum

from app.core.errors import DomainError, Refusal


class TranslationRefusal(StrEnum):
    """Why a translation is not saved."""

    SOURCE_CHANGED = "source_changed"
    """The text is another than the one it was translated from."""
    ANOTHER_WROTE = "another_wrote"
    """Somebody saved a translation since the page was opened."""
    NO_NAME = "no_name"
    """Nobody is named who answers for it."""
    IN_THE_FUTURE = "in_the_future"
    EMPTY = "empty"


class CannotTranslateText(Refusal[TranslationRefusal]):
    """The translation was not saved."""

    code = "cannot_translate_text"


class FileFault(StrEnum):
    """Why a translator's file cannot be read at all."""

    NOT_TEXT = "not_text"
    """Neither UTF-8 nor anything else that we read."""
    NO_COLUMNS = "no_columns"
    TOO_LARGE = "too_large"
    BROKEN = "broken"


class RowFault(StrEnum):
    """Why a row of the file is left out."""

    UNKNOWN_PIECE = "unknown_piece"
    SOURCE_CHANGED = "source_changed"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    UNPRINTABLE = "unprintable"
    TWICE = "twice"


@dataclass
class CannotReadFile(DomainError):
    """The file is not a table of this plan's texts."""

    fault: FileFault

    code = "cannot_read_file"
