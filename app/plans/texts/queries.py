"""Reading translations of plans."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.enrolment.models import Participant
from app.plans.models import IntegrationPlan
from app.plans.paper.written import Written, WrittenTranslation
from app.plans.texts.models import PlanTextTranslation
from app.plans.texts.pieces import Piece, pieces_of


@dataclass(frozen=True, slots=True)
class Translations:
    """Everything that was translated for one participant; the newest of each holds."""

    by_words: Mapping[tuple[str, str], PlanTextTranslation]
    """By digest of the source and language."""
    by_place: Mapping[tuple[str, str], PlanTextTranslation]
    """By key of the piece and language: whatever stood there last."""
    count: int
    """How many there are, with those that newer ones have taken the place of."""

    def find(self, piece: Piece, language: str) -> PlanTextTranslation | None:
        """Return the translation of these words, or None."""
        return self.by_words.get((piece.digest, language))

    def find_outdated(self, piece: Piece, language: str) -> PlanTextTranslation | None:
        """Return the translation of what stood here before, where these words have none."""
        if self.find(piece, language) is not None:
            return None
        return self.by_place.get((piece.key, language))

    def written(self, piece: Piece) -> Written:
        """Return the words with their translations."""
        found = {
            language: WrittenTranslation(row.text, row.state, row.translated_by, row.translated_on)
            for (digest, language), row in self.by_words.items()
            if digest == piece.digest
        }
        return Written(piece.text, piece.language, found)


def read_translations(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> Translations:
    """Return the translations of all plans of a participant, in one query."""
    rows = session.scalars(
        select(PlanTextTranslation)
        .join(Participant, Participant.id == PlanTextTranslation.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
        .order_by(PlanTextTranslation.number)
    )
    by_words, by_place, count = {}, {}, 0
    for row in rows:
        count = row.number
        by_words[row.source_digest, row.language] = row
        by_place[row.piece, row.language] = row
    return Translations(by_words, by_place, count)


def written_texts(
    session: Session, scope: MunicipalityScope, plan: IntegrationPlan
) -> dict[str, Written]:
    """Return what is written in a version of a plan, by key of the piece; empty texts are not."""
    translations = read_translations(session, scope, plan.participant_id)
    return {piece.key: translations.written(piece) for piece in pieces_of(plan)}
