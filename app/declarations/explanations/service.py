"""Stamping a paper as explained: only with language, and interpreter or why there was none."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.ids import new_id
from app.declarations.explanations.commands import ExplainDocument
from app.declarations.explanations.errors import CannotExplainDocument, ExplanationRefusal
from app.declarations.explanations.models import DocumentExplanation
from app.declarations.explanations.teach_back import QUESTIONS
from app.declarations.models import SigningStatus
from app.declarations.queries import Issued
from app.enrolment.interpreting.models import columns_of
from app.enrolment.interpreting.service import find_fault
from app.papers.models import DocumentStatus

_GONE = frozenset({SigningStatus.REPLACED, SigningStatus.WITHDRAWN})


def explain_document(
    session: Session, clock: Clock, actor: Actor, issued: Issued, command: ExplainDocument
) -> DocumentExplanation:
    """Register how a paper was explained; what was registered earlier stays.

    Raises:
        CannotExplainDocument: something of the stamp is missing, or cannot be right.
    """
    document = issued.document
    if issued.declaration.status in _GONE:
        raise CannotExplainDocument(ExplanationRefusal.NOT_CURRENT)
    if document.status is not DocumentStatus.READY:
        raise CannotExplainDocument(ExplanationRefusal.NOT_READY)
    if command.explained_on < document.issued_on:
        raise CannotExplainDocument(ExplanationRefusal.BEFORE_ISSUE)
    if command.explained_on > today(clock):
        raise CannotExplainDocument(ExplanationRefusal.IN_FUTURE)
    if not command.language:
        raise CannotExplainDocument(ExplanationRefusal.NO_LANGUAGE)
    if any(answered.question not in QUESTIONS for answered in command.teach_back):
        raise CannotExplainDocument(ExplanationRefusal.UNKNOWN_QUESTION)
    fault = find_fault(session, actor.scope, command.interpreting, command.explained_on)
    if fault is not None:
        raise CannotExplainDocument(ExplanationRefusal(fault.value))
    explanation = _stamp(clock, actor, issued, command)
    session.add(explanation)
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.DOCUMENT_EXPLAINED,
        ("document_explanation", explanation.id),
        participant_id=document.participant_id,
        details={
            "document_id": str(document.id),
            "language": command.language,
            "interpreter_use": command.use.value,
        },
    )
    return explanation


def _stamp(
    clock: Clock, actor: Actor, issued: Issued, command: ExplainDocument
) -> DocumentExplanation:
    return DocumentExplanation(
        id=new_id(),
        document_id=issued.document.id,
        explained_on=command.explained_on,
        language=command.language,
        teach_back=[asdict(answered) for answered in command.teach_back],
        registered_by=actor.user_id,
        registered_at=clock(),
        **columns_of(command.interpreting),
    )
