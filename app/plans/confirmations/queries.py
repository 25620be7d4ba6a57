"""Finding links, their lines and their answers."""

import hmac
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.enrolment.models import Participant
from app.plans.confirmations.kinds import LinkState
from app.plans.confirmations.models import (
    PlanConfirmation,
    PlanConfirmationReply,
    PlanConfirmationVerdict,
)
from app.plans.models import IntegrationPlan, PlanElement, PlanStatus


@dataclass(frozen=True, slots=True)
class Asked:
    """A link with the lines that it asks about, in their order."""

    confirmation: PlanConfirmation
    plan_version: int
    plan_status: PlanStatus
    lines: tuple[PlanElement, ...]

    def state(self, now: datetime) -> LinkState:
        """Return where the link stands; only an open one can be used."""
        link = self.confirmation
        if link.reply is not None:
            return LinkState.ANSWERED
        if link.revoked_at is not None:
            return LinkState.REVOKED
        if self.plan_status is not PlanStatus.FIXED:
            return LinkState.REPLACED
        return LinkState.OPEN if now < link.expires_at else LinkState.EXPIRED


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """What somebody outside answered about one line, and when."""

    verdict: PlanConfirmationVerdict
    reply: PlanConfirmationReply
    organisation: str


def find_by_token_hash(session: Session, token_hash: str) -> tuple[Asked, Participant] | None:
    """Return the link with this secret, and whom it is about, or None.

    It takes no municipality: the secret itself is what gives access, to this link alone.
    """
    wanted = _links().where(PlanConfirmation.token_hash == token_hash)
    row = session.execute(wanted).one_or_none()
    stored = row[0].token_hash if row else ""
    if row is None or not hmac.compare_digest(stored, token_hash):
        return None
    participant = session.get_one(Participant, row[0].participant_id)
    return _asked(session, [row])[0], participant


def list_confirmations(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[Asked]:
    """Return the links about the participant's plan, newest first."""
    newest_first = PlanConfirmation.created_at.desc(), PlanConfirmation.id
    return _asked(
        session, session.execute(_links_of(scope, participant_id).order_by(*newest_first)).all()
    )


def get_confirmation(
    session: Session, scope: MunicipalityScope, participant_id: UUID, confirmation_id: UUID
) -> Asked:
    """Return one link about the participant's plan.

    Raises:
        NotFound: there is no such link.
    """
    wanted = _links_of(scope, participant_id).where(PlanConfirmation.id == confirmation_id)
    found = _asked(session, session.execute(wanted).all())
    if not found:
        raise NotFound
    return found[0]


def newest_answers(
    session: Session, scope: MunicipalityScope, element_ids: Collection[UUID]
) -> Mapping[UUID, LineAnswer]:
    """Return what was last answered about each of these lines that somebody answered about."""
    if not element_ids:
        return {}
    verdict, reply, link = PlanConfirmationVerdict, PlanConfirmationReply, PlanConfirmation
    rows = session.execute(
        select(verdict, reply, link.organisation)
        .join(reply, reply.id == verdict.reply_id)
        .join(link, link.id == reply.confirmation_id)
        .join(Participant, Participant.id == link.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(verdict.element_id.in_(element_ids))
        .order_by(reply.replied_at, reply.id)
    )
    return {row[0].element_id: LineAnswer(*row) for row in rows}


def _links() -> Select[PlanConfirmation, int, PlanStatus]:
    replied = selectinload(PlanConfirmation.reply).selectinload(PlanConfirmationReply.verdicts)
    return (
        select(PlanConfirmation, IntegrationPlan.version, IntegrationPlan.status)
        .join(IntegrationPlan, IntegrationPlan.id == PlanConfirmation.plan_id)
        .options(selectinload(PlanConfirmation.lines), replied)
    )


def _links_of(
    scope: MunicipalityScope, participant_id: UUID
) -> Select[PlanConfirmation, int, PlanStatus]:
    return (
        _links()
        .join(Participant, Participant.id == PlanConfirmation.participant_id)
        .where(Participant.municipality_id == scope.municipality_id)
        .where(Participant.id == participant_id)
    )


def _asked(
    session: Session, rows: Collection[tuple[PlanConfirmation, int, PlanStatus]]
) -> list[Asked]:
    wanted = {line.element_id for link, _version, _status in rows for line in link.lines}
    found = session.scalars(select(PlanElement).where(PlanElement.id.in_(wanted)))
    elements = {element.id: element for element in found}
    return [
        Asked(link, version, status, tuple(elements[line.element_id] for line in link.lines))
        for link, version, status in rows
    ]
