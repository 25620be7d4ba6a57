"""Taking a certificate in: drawn anew in a process of its own, without what else the file holds."""

import hashlib
from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from app.attendance.certificates.commands import SendCertificate
from app.attendance.certificates.errors import CannotReceiveCertificate, CertificateRefusal
from app.attendance.certificates.models import AbsenceCertificate, AbsenceCertificatePage
from app.attendance.certificates.queries import count_since
from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import OSLO, Clock, today
from app.core.ids import new_id
from app.enrolment.models import Participant
from app.papers.reading.drawing import DrawnPage, draw_pages
from app.papers.reading.types import CannotReadStack

MOST_BYTES = 20 * 1024 * 1024
"""A photo of today's phones has five."""
MOST_PAGES = 5
MOST_IN_A_DAY = 10
"""So many that nobody who means it is stopped, so few that nobody can fill the disk."""
LONGEST = timedelta(days=366)
"""The longest leave that a certificate gives is a year (integreringsforskriften § 15)."""


def receive_certificate(
    session: Session, clock: Clock, actor: Actor, participant: Participant, command: SendCertificate
) -> AbsenceCertificate:
    """Keep what she sent.

    Raises:
        CannotReceiveCertificate: the days or the picture cannot be used, or she sent many today.
    """
    day = today(clock)
    length = command.last_day - command.first_day
    if length < timedelta(0) or length > LONGEST or command.first_day > day + LONGEST:
        raise CannotReceiveCertificate(CertificateRefusal.DAYS)
    midnight = datetime.combine(day, time(0), tzinfo=OSLO)
    if count_since(session, participant.id, midnight) >= MOST_IN_A_DAY:
        raise CannotReceiveCertificate(CertificateRefusal.TOO_MANY_TODAY)
    pages = _draw(command.content)
    certificate = AbsenceCertificate(
        id=new_id(),
        participant_id=participant.id,
        first_day=command.first_day,
        last_day=command.last_day,
        sha256=hashlib.sha256(command.content).hexdigest(),
        language=command.language,
        sent_at=clock(),
        sent_by=actor.user_id,
    )
    session.add(certificate)
    session.flush()
    session.add_all(
        AbsenceCertificatePage(certificate_id=certificate.id, number=number, picture=page.jpeg)
        for number, page in enumerate(pages, start=1)
    )
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.CERTIFICATE_SENT,
        ("absence_certificate", certificate.id),
        participant_id=participant.id,
        details={"pages": len(pages)},
    )
    return certificate


def _draw(content: bytes) -> list[DrawnPage]:
    if not content:
        raise CannotReceiveCertificate(CertificateRefusal.NO_PICTURE)
    if len(content) > MOST_BYTES:
        raise CannotReceiveCertificate(CertificateRefusal.TOO_LARGE)
    try:
        pages = draw_pages(content)
    except CannotReadStack as error:
        raise CannotReceiveCertificate(CertificateRefusal.UNREADABLE) from error
    if len(pages) > MOST_PAGES:
        raise CannotReceiveCertificate(CertificateRefusal.TOO_MANY_PAGES)
    return pages
