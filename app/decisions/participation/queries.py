"""Finding certificates, and programmes that ended without one."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.decisions.participation.models import ParticipationCertificate
from app.enrolment.models import Participant
from app.papers.models import DocumentStatus, IssuedDocument
from app.plans.models import Programme

LOOK_BACK = timedelta(days=366)
"""Programmes that ended before are not asked for: the portal may not have been in use."""


@dataclass(frozen=True, slots=True)
class CertificateFile:
    """A certificate with its paper, without the bytes."""

    certificate: ParticipationCertificate
    status: DocumentStatus
    code: str
    is_replaced: bool


def list_certificates(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[CertificateFile]:
    """Return the participant's certificates, newest first."""
    rows = session.execute(
        select(ParticipationCertificate, IssuedDocument.status, IssuedDocument.code)
        .join(IssuedDocument, IssuedDocument.id == ParticipationCertificate.document_id)
        .where(
            ParticipationCertificate.municipality_id == scope.municipality_id,
            ParticipationCertificate.participant_id == participant_id,
        )
        .order_by(ParticipationCertificate.number.desc())
    )
    return [
        CertificateFile(row[0], row[1], row[2], is_replaced=place > 0)
        for place, row in enumerate(rows)
    ]


def get_certificate(
    session: Session, scope: MunicipalityScope, participant_id: UUID, certificate_id: UUID
) -> CertificateFile:
    """Return one of the participant's certificates.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    for file in list_certificates(session, scope, participant_id):
        if file.certificate.id == certificate_id:
            return file
    raise NotFound


def list_without_certificate(
    session: Session, scope: MunicipalityScope, on: date
) -> list[tuple[UUID, date]]:
    """Return whose programme has ended without a certificate, with its last day."""
    given = select(ParticipationCertificate.participant_id)
    rows = session.execute(
        select(Programme.participant_id, Programme.ends_on)
        .join(Participant, Participant.id == Programme.participant_id)
        .where(
            Participant.municipality_id == scope.municipality_id,
            Programme.ends_on < on,
            Programme.ends_on >= on - LOOK_BACK,
            Programme.participant_id.not_in(given),
        )
        .order_by(Programme.ends_on, Programme.participant_id)
    )
    return [(row[0], row[1]) for row in rows]
