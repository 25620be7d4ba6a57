"""Registering what became of a paper.

Nothing here reads or writes a programme, a plan or a payment: no signature has a consequence.
"""

from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import Conflict
from app.declarations.commands import (
    RegisterNotSigned,
    RegisterSigning,
    SigningByScan,
    WithdrawDeclaration,
)
from app.declarations.errors import (
    CannotRegisterSigning,
    CannotWithdrawDeclaration,
    SigningRefusal,
    WithdrawalRefusal,
)
from app.declarations.explanations.service import explain_document
from app.declarations.models import Declaration, SigningStatus
from app.declarations.queries import Issued, get_declaration
from app.declarations.service import SUBJECT
from app.papers import service as papers
from app.papers.models import DocumentStatus
from app.papers.queries import get_document, get_scan


def register_signing(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    declaration_id: UUID,
    command: RegisterSigning,
) -> None:
    """Register that the paper was signed, and file its scan.

    Raises:
        CannotRegisterSigning: the sheet is not out for signing, the day cannot be right, or
            nothing says how it was explained.
        CannotExplainDocument: how it was explained cannot be right.
        CannotStoreScan: the file is not a readable scan.
        Conflict: somebody else has registered something meanwhile.
    """
    issued = get_declaration(session, actor.scope, participant_id, declaration_id)
    declaration = issued.declaration
    _check_open(declaration)
    _check_version(declaration, command.row_version)
    _check_signing(clock, issued, command.signed_on)
    if command.explanation is not None:
        explain_document(session, clock, actor, issued, command.explanation)
    elif not issued.explanations:
        raise CannotRegisterSigning(SigningRefusal.NOT_EXPLAINED)
    scan = papers.store_scan(session, clock, actor, issued.document, command.scan)
    _note_signed(session, clock, actor, declaration, scan.id, command.signed_on, command.place)


def register_signing_with_scan(
    session: Session, clock: Clock, actor: Actor, declaration: Declaration, command: SigningByScan
) -> None:
    """Register that the paper was signed, as a scan shows that is filed under it already.

    The caller must have found the declaration within the actor's municipality.

    Raises:
        CannotRegisterSigning: the sheet is not out for signing, the day cannot be right, or the
            scan is another paper's.
        CannotExplainDocument: how it was explained cannot be right.
        NotFound: the scan or the paper is another municipality's.
    """
    issued = Issued(declaration, get_document(session, actor.scope, declaration.document_id))
    _check_open(declaration)
    _check_signing(clock, issued, command.signed_on)
    scan = get_scan(session, actor.scope, command.scan_id)
    if scan.document_id != declaration.document_id:
        raise CannotRegisterSigning(SigningRefusal.NOT_ITS_SCAN)
    if command.explanation is not None:
        explain_document(session, clock, actor, issued, command.explanation)
    _note_signed(session, clock, actor, declaration, scan.id, command.signed_on, command.place)


def register_not_signed(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    declaration_id: UUID,
    command: RegisterNotSigned,
) -> None:
    """Register that the participant did not sign. No programme and no krone depends on it.

    Raises:
        CannotRegisterSigning: the sheet is not out for signing, the day cannot be right, or the
            reason or the guidance is missing.
        Conflict: somebody else has registered something meanwhile.
    """
    issued = get_declaration(session, actor.scope, participant_id, declaration_id)
    declaration = issued.declaration
    _check_open(declaration)
    _check_version(declaration, command.row_version)
    if command.not_signed_on < issued.document.issued_on:
        raise CannotRegisterSigning(SigningRefusal.REFUSED_BEFORE_ISSUE)
    if command.not_signed_on > today(clock):
        raise CannotRegisterSigning(SigningRefusal.REFUSED_IN_FUTURE)
    if not command.reason or not command.guidance:
        raise CannotRegisterSigning(SigningRefusal.NO_WORDS)
    declaration.status = SigningStatus.NOT_SIGNED
    declaration.not_signed_on = command.not_signed_on
    declaration.not_signed_reason = command.reason
    declaration.guidance_given = command.guidance
    _note_registered(session, clock, actor, declaration, Action.DECLARATION_NOT_SIGNED)


def withdraw_declaration(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    declaration_id: UUID,
    command: WithdrawDeclaration,
) -> None:
    """Mark a sheet as withdrawn, whatever had become of it; nothing of it is deleted.

    Raises:
        CannotWithdrawDeclaration: it is withdrawn already, or there is no reason in words.
        Conflict: somebody else has registered something meanwhile.
    """
    declaration = get_declaration(session, actor.scope, participant_id, declaration_id).declaration
    if declaration.status is SigningStatus.WITHDRAWN:
        raise CannotWithdrawDeclaration(WithdrawalRefusal.WITHDRAWN_ALREADY)
    _check_version(declaration, command.row_version)
    if not command.reason:
        raise CannotWithdrawDeclaration(WithdrawalRefusal.NO_REASON)
    before = declaration.status
    declaration.status = SigningStatus.WITHDRAWN
    declaration.withdrawal_ground = command.ground
    declaration.withdrawal_reason = command.reason
    declaration.withdrawn_by = actor.user_id
    declaration.withdrawn_at = clock()
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.DECLARATION_WITHDRAWN,
        (SUBJECT, declaration.id),
        participant_id=declaration.participant_id,
        details={"ground": command.ground.value, "status_before": before.value},
    )


def _check_open(declaration: Declaration) -> None:
    if declaration.status is not SigningStatus.ISSUED:
        raise CannotRegisterSigning(SigningRefusal.NOT_OPEN)


def _check_version(declaration: Declaration, seen_version: int) -> None:
    if declaration.row_version != seen_version:
        raise Conflict


def _check_signing(clock: Clock, issued: Issued, signed_on: date) -> None:
    if issued.document.status is not DocumentStatus.READY:
        raise CannotRegisterSigning(SigningRefusal.NOT_READY)
    if signed_on < issued.document.issued_on:
        raise CannotRegisterSigning(SigningRefusal.SIGNED_BEFORE_ISSUE)
    if signed_on > today(clock):
        raise CannotRegisterSigning(SigningRefusal.SIGNED_IN_FUTURE)


def _note_signed(
    session: Session,
    clock: Clock,
    actor: Actor,
    declaration: Declaration,
    scan_id: UUID,
    signed_on: date,
    place: str,
) -> None:
    declaration.scan_id = scan_id
    declaration.status = SigningStatus.SIGNED
    declaration.signed_on = signed_on
    declaration.signed_at_place = place
    _note_registered(session, clock, actor, declaration, Action.DECLARATION_SIGNED)


def _note_registered(
    session: Session, clock: Clock, actor: Actor, declaration: Declaration, action: Action
) -> None:
    declaration.registered_by = actor.user_id
    declaration.registered_at = clock()
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        action,
        (SUBJECT, declaration.id),
        participant_id=declaration.participant_id,
    )
