"""Looking at interventions and what they laid down, with the record of the look."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from app.attendance.restrictions.models import Restriction, RestrictionReview
from app.attendance.restrictions.queries import (
    get_restriction,
    last_reviews,
    list_restrictions,
)
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.decisions.interventions.assessment import SelfCertification, self_certification_of
from app.decisions.interventions.queries import decisions_of_restrictions
from app.decisions.notices.queries import NoticeFile, list_notices
from app.enrolment.models import Participant
from app.enrolment.queries import Part, get_participant


@dataclass(frozen=True, slots=True)
class InterventionBook:
    """A participant's notices of interventions, and what holds."""

    participant: Participant
    notices: tuple[NoticeFile, ...]
    """Newest first."""
    restrictions: tuple[Restriction, ...]
    """Newest first."""
    reviews: Mapping[UUID, RestrictionReview]
    """The newest of each restriction."""
    decisions: Mapping[UUID, UUID]
    """Id of the decision by id of the restriction."""
    self_certification: SelfCertification | None
    """How often she used it; None: no programme runs."""


@dataclass(frozen=True, slots=True)
class OpenRestriction:
    """One restriction with its participant."""

    participant: Participant
    restriction: Restriction


def open_interventions(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID
) -> InterventionBook:
    """Return the participant's interventions, and record the look.

    Raises:
        NotFound: outside the municipality.
    """
    person = get_participant(session, actor.scope, participant_id, Part.PERMIT)
    restrictions = list_restrictions(session, actor.scope, participant_id)
    ids = [row.id for row in restrictions]
    notices = list_notices(session, actor.scope, participant_id)
    _record_look(session, clock, actor, participant_id)
    return InterventionBook(
        participant=person,
        notices=tuple(each for each in notices if each.intervention is not None),
        restrictions=tuple(restrictions),
        reviews=last_reviews(session, ids),
        decisions=decisions_of_restrictions(session, ids),
        self_certification=self_certification_of(session, actor, participant_id, today(clock)),
    )


def open_restriction(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, restriction_id: UUID
) -> OpenRestriction:
    """Return one restriction, and record the look.

    Raises:
        NotFound: there is none.
    """
    person = get_participant(session, actor.scope, participant_id)
    row = get_restriction(session, actor.scope, participant_id, restriction_id)
    _record_look(session, clock, actor, participant_id)
    return OpenRestriction(person, row)


def _record_look(session: Session, clock: Clock, actor: Actor, participant_id: UUID) -> None:
    audit.record(
        session,
        clock,
        actor,
        Action.RESTRICTIONS_VIEWED,
        ("participant", participant_id),
        participant_id=participant_id,
    )
