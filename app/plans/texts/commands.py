"""What can be asked of the translations of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.plans.paper.written import TranslationState


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who answers for a translation."""

    state: TranslationState
    by: str
    """Name of who translated or checked; may be empty for a draft by a machine."""
    on: date


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A version of somebody's plan, and the language it is translated to."""

    participant_id: UUID
    version: int
    language: str


@dataclass(frozen=True, slots=True)
class WriteTranslation:
    """Save one translation that was typed in beside its text."""

    place: TextPlace
    piece: str
    source_digest: str
    """Of the words that stood beside it."""
    seen: str
    """Id of the translation that the page showed; empty: it showed none."""
    text: str
    answers: Answerable


@dataclass(frozen=True, slots=True)
class TakeInTranslations:
    """Save what a translator filled into a file."""

    place: TextPlace
    texts: Mapping[str, tuple[str, str]]
    """By key of the piece: digest of its source, and the translation."""
    answers: Answerable
