"""Reading holds."""

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.benefit.holds.models import ReductionHold
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.models import Participant


def list_holds(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[ReductionHold]:
    """Return a participant's holds, newest first, released ones too."""
    rows = (
        select(ReductionHold)
        .join(Participant, Participant.id == ReductionHold.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(ReductionHold.participant_id == participant_id)
        .order_by(ReductionHold.first_day.desc(), ReductionHold.placed_at.desc())
    )
    return list(session.scalars(rows))


def get_hold(
    session: Session, scope: MunicipalityScope, participant_id: UUID, hold_id: UUID
) -> ReductionHold:
    """Return a hold of the participant.

    Raises:
        NotFound: she has no such hold, or is not the municipality's.
    """
    rows = (
        select(ReductionHold)
        .join(Participant, Participant.id == ReductionHold.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(ReductionHold.participant_id == participant_id, ReductionHold.id == hold_id)
        .with_for_update(of=ReductionHold)
        .execution_options(populate_existing=True)
    )
    found = session.scalar(rows)
    if found is None:
        raise NotFound
    return found


def list_holds_at(
    session: Session, scope: MunicipalityScope, period: Period, at: datetime
) -> list[ReductionHold]:
    """Return the holds on days of the period that were in force at a moment."""
    rows = (
        select(ReductionHold)
        .join(Participant, Participant.id == ReductionHold.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(ReductionHold.placed_at <= at)
        .where(or_(ReductionHold.released_at.is_(None), ReductionHold.released_at > at))
        .where(ReductionHold.first_day <= period.last_day)
        .where(ReductionHold.last_day >= period.first_day)
        .order_by(ReductionHold.participant_id, ReductionHold.first_day, ReductionHold.id)
    )
    return list(session.scalars(rows))


def holds_by_participant(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    among: Collection[UUID] | None = None,
) -> dict[UUID, list[ReductionHold]]:
    """Return the holds that are in force on days of the period, by participant."""
    rows = (
        select(ReductionHold)
        .join(Participant, Participant.id == ReductionHold.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(ReductionHold.released_at.is_(None))
        .where(ReductionHold.first_day <= period.last_day)
        .where(ReductionHold.last_day >= period.first_day)
        .order_by(ReductionHold.first_day, ReductionHold.id)
    )
    if among is not None:
        rows = rows.where(ReductionHold.participant_id.in_(among))
    found: dict[UUID, list[ReductionHold]] = defaultdict(list)
    for row in session.scalars(rows):
        found[row.participant_id].append(row)
    return found
