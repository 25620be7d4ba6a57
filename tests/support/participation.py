"""Participation certificates, given through the services."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.accounts.models import LanguageForm
from app.core.actor import Actor
from app.core.clock import Clock
from app.decisions.participation import service
from app.decisions.participation.commands import IssueCertificate
from app.decisions.participation.kinds import ProgrammeEnding
from app.decisions.participation.models import ParticipationCertificate
from app.papers import service as papers
from app.pdf.page_boxes import Typeset

LAST_DAY = date(2026, 11, 19)
CONTENTS = "Norskopplæring, 15 timer i uka\nSpråkpraksis i Fjordvik barnehage"
RESULTS = "Norskprøve A2, muntlig og skriftlig"
PAPER = Typeset(b"%PDF-1.7 the certificate, not opened", 2, ())


def certificate(participant_id: UUID, **changes: Any) -> IssueCertificate:
    """Return a certificate that can be issued."""
    said: dict[str, Any] = {
        "participant_id": participant_id,
        "form": LanguageForm.NB,
        "ending": ProgrammeEnding.BROKEN_OFF,
        "last_day": LAST_DAY,
        "contents": CONTENTS,
        "results": RESULTS,
        "signed_by": "Kari Saksbehandler",
    }
    return IssueCertificate(**{**said, **changes})


def give_certificate(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, **changes: Any
) -> ParticipationCertificate:
    """Issue a certificate, and have its paper."""
    row = service.issue(session, clock, actor, certificate(participant_id, **changes))
    papers.store_content(session, clock, row.document_id, PAPER)
    return row
