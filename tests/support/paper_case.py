"""A participant whose sheet is made and out for signing, for tests of what becomes of it."""

import io
from dataclasses import dataclass
from uuid import UUID

from PIL import Image, ImageDraw
from sqlalchemy.orm import Session

from app.core.actor import Actor, Role
from app.declarations.commands import RegisterNotSigned, RegisterSigning
from app.declarations.models import SigningStatus
from app.declarations.outcomes.service import register_not_signed, register_signing
from app.declarations.queries import Issued, get_declaration
from app.declarations.service import issue_declaration
from app.papers import service as papers
from app.pdf.page_boxes import Typeset
from app.rules.law.installation import InstallationDates
from tests.support.builders import enrol, fix_plan
from tests.support.explained import interpreted
from tests.support.world import FJORDVIK, NOW, World

SHEET = Typeset(b"%PDF-1.7 the issued bytes, not opened", 2, ())
TODAY = NOW.date()


@dataclass(frozen=True)
class PaperOut:
    """Where a test finds the sheet."""

    world: World
    domain: str
    participant_id: UUID
    declaration_id: UUID
    document_id: UUID

    @property
    def pages(self) -> str:
        """Where the pages about the participant's sheets stand."""
        return f"/deltakere/{self.participant_id}/erklaering"

    @property
    def url(self) -> str:
        """Where the pages about this sheet stand."""
        return f"{self.pages}/{self.declaration_id}"

    @property
    def actor(self) -> Actor:
        """Her caseworker."""
        return self.world.actor(Role.CASEWORKER, self.domain)

    def issued(self, session: Session) -> Issued:
        """Return the sheet as it is now."""
        return get_declaration(session, self.actor.scope, self.participant_id, self.declaration_id)

    def status(self, session: Session) -> SigningStatus:
        """Return what has become of it."""
        return self.issued(session).declaration.status

    def sign(self, session: Session, scan: bytes = b"") -> None:
        """Register its signature, explained with an interpreter, and commit."""
        version = self.issued(session).declaration.row_version
        command = RegisterSigning(TODAY, "Fjordvik", interpreted(), scan or png(), version)
        ids = (self.participant_id, self.declaration_id)
        register_signing(session, self.world.clock, self.actor, *ids, command)
        session.commit()

    def refuse(self, session: Session) -> None:
        """Register that it was not signed, and commit."""
        version = self.issued(session).declaration.row_version
        command = RegisterNotSigned(TODAY, "Vil tenke.", "Vi gikk gjennom teksten.", version)
        ids = (self.participant_id, self.declaration_id)
        register_not_signed(session, self.world.clock, self.actor, *ids, command)
        session.commit()


def paper_out(
    session: Session, world: World, *, domain: str = FJORDVIK, is_ready: bool = True
) -> PaperOut:
    """Enrol somebody, fix her plan, issue her sheet in Arabic, and commit."""
    clock, actor = world.clock, world.actor(Role.CASEWORKER, domain)
    participant = enrol(session, clock, actor)
    fix_plan(session, clock, actor, participant)
    issued = issue_declaration(session, clock, actor, InstallationDates(), participant.id, "ar")
    if is_ready:
        papers.store_content(session, clock, issued.document_id, SHEET)
    session.commit()
    return PaperOut(world, domain, participant.id, issued.id, issued.document_id)


def png(mode: str = "L") -> bytes:
    """Return a small scan with a stroke on it."""
    picture = Image.new(mode, (620, 877), "white")
    ImageDraw.Draw(picture).line((330, 790, 420, 760, 470, 800), fill="black", width=4)
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()
