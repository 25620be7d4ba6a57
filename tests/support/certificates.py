"""Doctors' certificates as participants send them, sent through the service."""

import io
from datetime import date
from uuid import UUID

from PIL import Image
from sqlalchemy.orm import Session

from app.attendance.certificates.commands import SendCertificate
from app.attendance.certificates.models import AbsenceCertificate
from app.attendance.certificates.receiving import receive_certificate
from app.core.actor import Actor
from app.core.clock import Clock
from app.enrolment.models import Participant


def photo(colour: int = 200) -> bytes:
    """Return a small picture, with a place in its metadata as phones write it."""
    content = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Where I live"
    Image.new("RGB", (60, 80), (colour, colour, colour)).save(content, "JPEG", exif=exif)
    return content.getvalue()


def send(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    days: tuple[date, date],
    content: bytes | None = None,
) -> AbsenceCertificate:
    """Send a certificate for some days. `actor`: the participant."""
    participant = session.get_one(Participant, participant_id)
    command = SendCertificate(*days, "ti", photo() if content is None else content)
    return receive_certificate(session, clock, actor, participant, command)
