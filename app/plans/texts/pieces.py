"""The texts that people write into a plan, each with its place and its language."""

import hashlib
from dataclasses import dataclass

from app.i18n.locales import DEFAULT
from app.plans.models import IntegrationPlan

NORWEGIAN = DEFAULT.code
LONG_TERM_GOALS = "long_term_goals"
PARTICIPATION = "participation"
NORWEGIAN_GOALS_REASON = "norwegian_goals_reason"
REASONS = "reasons"
TITLE, REASON = "title", "reason"
WRITTEN_NORWEGIAN = frozenset({NORWEGIAN, "nn"})
"""Who reads one of them reads the other."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that somebody wrote."""

    key: str
    """Where they stand; the same in every version of the plan."""
    text: str
    language: str
    """BCP 47 code of the language that they are written in."""

    @property
    def digest(self) -> str:
        """What tells these words from all others."""
        return digest_of(self.text, self.language)


def pieces_of(plan: IntegrationPlan) -> tuple[Piece, ...]:
    """Return what is written in a version of the plan, in the order of the page."""
    pieces = [
        Piece(LONG_TERM_GOALS, plan.long_term_goals, plan.goals_language or NORWEGIAN),
        Piece(PARTICIPATION, plan.participation_note, NORWEGIAN),
        Piece(NORWEGIAN_GOALS_REASON, plan.norwegian_goals_reason, NORWEGIAN),
        Piece(REASONS, plan.reasons, NORWEGIAN),
    ]
    for element in plan.elements:
        pieces.append(Piece(element_key(element.position, TITLE), element.title, NORWEGIAN))
        pieces.append(Piece(element_key(element.position, REASON), element.reason, NORWEGIAN))
    return tuple(piece for piece in pieces if piece.text)


def element_key(position: int, what: str) -> str:
    """Return where a text of an element stands; a copy of the element has the same position."""
    return f"element-{position}-{what}"


def targets(piece: Piece, own_language: str) -> tuple[str, ...]:
    """Return the languages that this text has to be in besides its own."""
    wanted = []
    if piece.language not in WRITTEN_NORWEGIAN:
        wanted.append(NORWEGIAN)
    if own_language != piece.language and own_language not in WRITTEN_NORWEGIAN:
        wanted.append(own_language)
    return tuple(wanted)


def digest_of(text: str, language: str) -> str:
    """Return the digest of words in a language."""
    return hashlib.sha256(f"{language}\n{text}".encode()).hexdigest()
