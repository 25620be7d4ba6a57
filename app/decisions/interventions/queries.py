"""Finding what decisions laid down."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.attendance.restrictions.models import Restriction
from app.decisions.interventions.models import (
    DecidedIntervention,
    ImposedRestriction,
    Intervention,
)


@dataclass(frozen=True, slots=True)
class Imposed:
    """What a decision lays down, and what its notice considered."""

    decided: DecidedIntervention
    considered: Intervention


def interventions_of_notices(
    session: Session, notice_ids: Collection[UUID]
) -> dict[UUID, Intervention]:
    """Return what notices consider besides money, by id of the notice."""
    found = session.scalars(select(Intervention).where(Intervention.notice_id.in_(notice_ids)))
    return {row.notice_id: row for row in found}


def imposed_by_decisions(session: Session, decision_ids: Collection[UUID]) -> dict[UUID, Imposed]:
    """Return what decisions lay down, by id of the decision."""
    found = session.execute(
        select(DecidedIntervention, Intervention)
        .join(Intervention, Intervention.notice_id == DecidedIntervention.notice_id)
        .where(DecidedIntervention.decision_id.in_(decision_ids))
    )
    return {row[0].decision_id: Imposed(row[0], row[1]) for row in found}


def restrictions_of_decision(session: Session, decision_id: UUID) -> list[Restriction]:
    """Return what a decision laid down, the first first."""
    found = session.scalars(
        select(Restriction)
        .join(ImposedRestriction, ImposedRestriction.restriction_id == Restriction.id)
        .where(ImposedRestriction.decision_id == decision_id)
        .order_by(Restriction.decided_at, Restriction.id)
    )
    return list(found)


def decisions_of_restrictions(
    session: Session, restriction_ids: Collection[UUID]
) -> dict[UUID, UUID]:
    """Return by which decision each restriction was laid down."""
    found = session.execute(
        select(ImposedRestriction.restriction_id, ImposedRestriction.decision_id).where(
            ImposedRestriction.restriction_id.in_(restriction_ids)
        )
    )
    return {row[0]: row[1] for row in found}
