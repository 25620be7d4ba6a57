"""Registering what a stack of scanned paper shows, and recording who looked at it."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.declarations.bundles.types import NORWEGIAN
from app.declarations.commands import SigningByScan
from app.declarations.errors import CannotRegisterSigning
from app.declarations.explanations.commands import ExplainDocument
from app.declarations.explanations.errors import CannotExplainDocument
from app.declarations.intake.commands import RegisterPapers
from app.declarations.intake.errors import (
    CannotRegisterPaper,
    CannotRegisterPapers,
    RegisterRefusal,
)
from app.declarations.intake.queries import ReturnedPaper, list_returned
from app.declarations.outcomes.service import register_signing_with_scan
from app.enrolment.models import Participant
from app.enrolment.queries import get_participant
from app.papers.code import grouped
from app.papers.intake.models import ScanPage
from app.papers.intake.queries import list_filed_pages, list_tray
from app.papers.intake.service.binding import bind_paper
from app.papers.intake.service.tray import note_page_view
from app.papers.queries import get_document


def open_returned(
    session: Session, clock: Clock, actor: Actor, stack_id: UUID
) -> list[ReturnedPaper]:
    """Return the papers that came back with a stack, and record the look."""
    returned = list_returned(session, actor.scope, stack_id)
    audit.record(
        session,
        clock,
        actor,
        Action.SCAN_STACK_VIEWED,
        ("scan_stack", stack_id),
        details={"participant_ids": sorted({str(each.participant.id) for each in returned})},
    )
    return returned


def register_papers(session: Session, clock: Clock, actor: Actor, command: RegisterPapers) -> int:
    """Register the chosen papers of a stack as signed, all or none; return how many.

    Raises:
        CannotRegisterPapers: nothing is chosen, or what was chosen has changed.
        CannotRegisterPaper: one of them cannot be registered with these words.
    """
    if not command.declaration_ids:
        raise CannotRegisterPapers(RegisterRefusal.NOTHING_CHOSEN)
    chosen = [
        paper
        for paper in list_returned(session, actor.scope, command.stack_id)
        if paper.declaration.id in command.declaration_ids and paper.may_be_registered
    ]
    if len(chosen) != len(command.declaration_ids):
        raise CannotRegisterPapers(RegisterRefusal.CHANGED)
    for paper in chosen:
        try:
            _register(session, clock, actor, paper, command)
        except (CannotRegisterSigning, CannotExplainDocument) as refusal:
            raise CannotRegisterPaper(grouped(paper.document.code), refusal) from None
    return len(chosen)


def _register(
    session: Session, clock: Clock, actor: Actor, paper: ReturnedPaper, command: RegisterPapers
) -> None:
    pages = list_filed_pages(session, actor.scope, {paper.document.id}, with_pictures=True)
    scan = bind_paper(session, clock, actor, paper.document, pages)
    signing = SigningByScan(
        scan.id, command.signed_on, command.place, _explanation(paper, command.explanation)
    )
    register_signing_with_scan(session, clock, actor, paper.declaration, signing)


def _explanation(paper: ReturnedPaper, common: ExplainDocument | None) -> ExplainDocument | None:
    if common is None or paper.is_explained:
        return None
    language = paper.document.language
    if language == NORWEGIAN:
        language = paper.participant.interpreter_language or NORWEGIAN
    return replace(common, language=language)


def open_tray(session: Session, clock: Clock, actor: Actor, offset: int) -> list[ScanPage]:
    """Return some of what lies in the tray, and record the look."""
    pages = list_tray(session, actor.scope, offset)
    audit.record(
        session,
        clock,
        actor,
        Action.SCAN_TRAY_VIEWED,
        ("scan_page", None),
        details={"page_ids": [str(page.id) for page in pages]},
    )
    return pages


def note_page(session: Session, clock: Clock, actor: Actor, page: ScanPage) -> Participant | None:
    """Record that somebody looked at a page; return whose it is, as far as that is known."""
    participant = None
    if page.document_id is not None:
        document = get_document(session, actor.scope, page.document_id)
        participant = get_participant(session, actor.scope, document.participant_id)
    note_page_view(session, clock, actor, page, participant.id if participant else None)
    return participant
