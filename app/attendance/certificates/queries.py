"""Reading certificates and their answers."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVarTuple
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.attendance.certificates.models import (
    AbsenceCertificate,
    AbsenceCertificateAnswer,
    AbsenceCertificatePage,
)
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.core.period import Period
from app.enrolment.models import Participant

Row = TypeVarTuple("Row")


@dataclass(frozen=True, slots=True)
class CertificateFile:
    """A certificate with what became of it."""

    certificate: AbsenceCertificate
    answer: AbsenceCertificateAnswer | None

    @property
    def period(self) -> Period:
        """The days that she says it is for."""
        return Period(self.certificate.first_day, self.certificate.last_day)


@dataclass(frozen=True, slots=True)
class WaitingCertificate:
    """A certificate that nobody has answered."""

    participant_id: UUID
    certificate_id: UUID
    sent_at: datetime


def list_certificates(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[CertificateFile]:
    """Return what a participant has sent, newest first."""
    rows = (
        _files(scope)
        .where(AbsenceCertificate.participant_id == participant_id)
        .order_by(AbsenceCertificate.sent_at.desc(), AbsenceCertificate.id)
    )
    return [CertificateFile(*row) for row in session.execute(rows)]


def get_certificate(
    session: Session, scope: MunicipalityScope, participant_id: UUID, certificate_id: UUID
) -> CertificateFile:
    """Return one of the participant's certificates.

    Raises:
        NotFound: she has sent no such certificate, or is not the municipality's.
    """
    rows = _files(scope).where(
        AbsenceCertificate.participant_id == participant_id,
        AbsenceCertificate.id == certificate_id,
    )
    row = session.execute(rows).one_or_none()
    if row is None:
        raise NotFound
    return CertificateFile(*row)


def list_page_numbers(session: Session, certificate_id: UUID) -> list[int]:
    """Return the numbers of its pages."""
    rows = (
        select(AbsenceCertificatePage.number)
        .where(AbsenceCertificatePage.certificate_id == certificate_id)
        .order_by(AbsenceCertificatePage.number)
    )
    return list(session.scalars(rows))


def get_picture(session: Session, certificate_id: UUID, number: int) -> bytes:
    """Return the JPEG of one page. The caller has found the certificate in its municipality.

    Raises:
        NotFound: it has no such page.
    """
    rows = select(AbsenceCertificatePage.picture).where(
        AbsenceCertificatePage.certificate_id == certificate_id,
        AbsenceCertificatePage.number == number,
    )
    picture = session.scalar(rows)
    if picture is None:
        raise NotFound
    return picture


def list_waiting_certificates(
    session: Session, scope: MunicipalityScope
) -> list[WaitingCertificate]:
    """Return what waits for an answer, the longest first."""
    rows = _waiting(
        select(
            AbsenceCertificate.participant_id, AbsenceCertificate.id, AbsenceCertificate.sent_at
        ),
        scope,
    ).order_by(AbsenceCertificate.sent_at, AbsenceCertificate.id)
    return [WaitingCertificate(*row) for row in session.execute(rows)]


def certified_days(
    session: Session,
    scope: MunicipalityScope,
    period: Period,
    among: Collection[UUID] | None = None,
) -> dict[UUID, frozenset[date]]:
    """Return the days of the period for which a certificate waits for an answer."""
    rows = (
        _waiting(
            select(
                AbsenceCertificate.participant_id,
                AbsenceCertificate.first_day,
                AbsenceCertificate.last_day,
            ),
            scope,
        )
        .where(AbsenceCertificate.first_day <= period.last_day)
        .where(AbsenceCertificate.last_day >= period.first_day)
    )
    if among is not None:
        rows = rows.where(AbsenceCertificate.participant_id.in_(among))
    days: dict[UUID, set[date]] = defaultdict(set)
    for who, first, last in session.execute(rows):
        of_period = Period(max(first, period.first_day), min(last, period.last_day))
        days[who].update(of_period.days())
    return {who: frozenset(found) for who, found in days.items()}


def count_since(session: Session, participant_id: UUID, moment: datetime) -> int:
    """Return how many certificates a participant has sent since a moment."""
    rows = select(func.count(AbsenceCertificate.id)).where(
        AbsenceCertificate.participant_id == participant_id,
        AbsenceCertificate.sent_at >= moment,
    )
    return session.scalar(rows) or 0


def _files(
    scope: MunicipalityScope,
) -> Select[AbsenceCertificate, AbsenceCertificateAnswer]:
    return _answered(select(AbsenceCertificate, AbsenceCertificateAnswer), scope)


def _waiting(rows: Select[*Row], scope: MunicipalityScope) -> Select[*Row]:
    return _answered(rows, scope).where(AbsenceCertificateAnswer.certificate_id.is_(None))


def _answered(rows: Select[*Row], scope: MunicipalityScope) -> Select[*Row]:
    return (
        rows.join(Participant, Participant.id == AbsenceCertificate.participant_id)
        .outerjoin(
            AbsenceCertificateAnswer,
            AbsenceCertificateAnswer.certificate_id == AbsenceCertificate.id,
        )
        .where(Participant.municipality_id == scope.municipality_id)
    )
