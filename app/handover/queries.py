"""Finding bundles that were made and received."""

from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, undefer

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.pii import IdentityNumber
from app.enrolment.models import Participant
from app.handover.models import HandoverMade, HandoverReceived, KnownSender
from app.papers.models import DocumentStatus, IssuedDocument


def list_made(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[HandoverMade]:
    """Return the bundles that were made of a case, newest first."""
    found = (
        select(HandoverMade)
        .where(
            HandoverMade.municipality_id == scope.municipality_id,
            HandoverMade.participant_id == participant_id,
        )
        .order_by(HandoverMade.made_at.desc(), HandoverMade.id)
    )
    return list(session.scalars(found))


def get_made(
    session: Session, scope: MunicipalityScope, participant_id: UUID, handover_id: UUID
) -> HandoverMade:
    """Return a bundle of a case with its bytes.

    Raises:
        NotFound: there is none.
    """
    found = session.scalar(
        select(HandoverMade)
        .options(undefer(HandoverMade.content))
        .where(
            HandoverMade.municipality_id == scope.municipality_id,
            HandoverMade.participant_id == participant_id,
            HandoverMade.id == handover_id,
        )
    )
    if found is None:
        raise NotFound
    return found


def list_received(session: Session, scope: MunicipalityScope) -> list[HandoverReceived]:
    """Return the bundles that came in, newest first."""
    found = (
        select(HandoverReceived)
        .where(HandoverReceived.municipality_id == scope.municipality_id)
        .order_by(HandoverReceived.uploaded_at.desc(), HandoverReceived.id)
    )
    return list(session.scalars(found))


def get_received(session: Session, scope: MunicipalityScope, received_id: UUID) -> HandoverReceived:
    """Return a bundle that came in, with its bytes.

    Raises:
        NotFound: there is none.
    """
    found = session.scalar(
        select(HandoverReceived)
        .options(undefer(HandoverReceived.content))
        .where(
            HandoverReceived.municipality_id == scope.municipality_id,
            HandoverReceived.id == received_id,
        )
        .with_for_update(of=HandoverReceived)
    )
    if found is None:
        raise NotFound
    return found


def find_origin(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> HandoverReceived | None:
    """Return the bundle that a participant's case came in."""
    return session.scalar(
        select(HandoverReceived).where(
            HandoverReceived.municipality_id == scope.municipality_id,
            HandoverReceived.participant_id == participant_id,
        )
    )


def find_by_origin(
    session: Session, scope: MunicipalityScope, origin_id: UUID
) -> HandoverReceived | None:
    """Return the bundle of this case that was taken in."""
    return session.scalar(
        select(HandoverReceived).where(
            HandoverReceived.municipality_id == scope.municipality_id,
            HandoverReceived.origin_id == origin_id,
            HandoverReceived.participant_id.is_not(None),
        )
    )


def list_senders(session: Session, scope: MunicipalityScope) -> list[KnownSender]:
    """Return those whose fingerprint somebody has compared, by name."""
    found = (
        select(KnownSender)
        .where(KnownSender.municipality_id == scope.municipality_id)
        .order_by(KnownSender.sender, KnownSender.id)
    )
    return list(session.scalars(found))


def get_sender(session: Session, scope: MunicipalityScope, sender_id: UUID) -> KnownSender:
    """Return a known sender.

    Raises:
        NotFound: there is none.
    """
    found = session.scalar(
        select(KnownSender).where(
            KnownSender.municipality_id == scope.municipality_id, KnownSender.id == sender_id
        )
    )
    if found is None:
        raise NotFound
    return found


def is_known(session: Session, scope: MunicipalityScope, fingerprint: str) -> bool:
    """Tell whether somebody here has compared this fingerprint with its holder."""
    known = exists().where(
        KnownSender.municipality_id == scope.municipality_id,
        KnownSender.fingerprint == fingerprint,
    )
    return bool(session.scalar(select(known)))


def is_enrolled(session: Session, scope: MunicipalityScope, number: IdentityNumber) -> bool:
    """Tell whether somebody with this identity number is enrolled here."""
    here = exists().where(
        Participant.municipality_id == scope.municipality_id,
        Participant.identity_number == number,
    )
    return bool(session.scalar(select(here)))


def has_papers_in_the_making(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> bool:
    """Tell whether the PDF of one of her papers is not there yet."""
    waiting = exists().where(
        IssuedDocument.municipality_id == scope.municipality_id,
        IssuedDocument.participant_id == participant_id,
        IssuedDocument.status == DocumentStatus.WAITING,
    )
    return bool(session.scalar(select(waiting)))
