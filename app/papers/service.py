"""Issuing documents, keeping their bytes, filing what comes back."""

import hashlib
import secrets
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock, today
from app.core.errors import Conflict
from app.core.ids import new_id
from app.papers.code import MINIMUM_ENTROPY_BYTES, new_code
from app.papers.models import DocumentKind, DocumentStatus, IssuedDocument, ScannedPaper
from app.papers.scans import media_type_of
from app.pdf.page_boxes import Typeset


def issue_document(
    session: Session,
    clock: Clock,
    actor: Actor,
    *,
    kind: DocumentKind,
    participant_id: UUID,
    language: str,
    text_version: str,
    model: dict[str, Any],
    text_digest: str | None = None,
) -> IssuedDocument:
    """Create a document with a code of its own; its bytes are made by a job.

    `model` is everything that the document will show beside its words: it is frozen here. The
    words are those that `text_digest` names.
    """
    document = IssuedDocument(
        id=new_id(),
        municipality_id=actor.scope.municipality_id,
        participant_id=participant_id,
        kind=kind,
        language=language,
        text_version=text_version,
        text_digest=text_digest,
        code=new_code(secrets.token_bytes(MINIMUM_ENTROPY_BYTES)),
        model=model,
        status=DocumentStatus.WAITING,
        issued_on=today(clock),
        issued_by=actor.user_id,
        issued_at=clock(),
    )
    session.add(document)
    session.flush()
    return document


def store_content(session: Session, clock: Clock, document_id: UUID, made: Typeset) -> None:
    """Keep the bytes of a document, once and for ever.

    Raises:
        Conflict: the document has its bytes already.
    """
    document = session.get_one(IssuedDocument, document_id, with_for_update=True)
    if document.status is DocumentStatus.READY:
        raise Conflict
    document.content = made.pdf
    document.sha256 = hashlib.sha256(made.pdf).hexdigest()
    document.page_count = made.page_count
    document.boxes = [asdict(box) for box in made.boxes]
    document.status = DocumentStatus.READY
    document.rendered_at = clock()
    audit.record(
        session,
        clock,
        None,
        Action.DOCUMENT_RENDERED,
        ("issued_document", document.id),
        participant_id=document.participant_id,
        municipality_id=document.municipality_id,
        details={"sha256": document.sha256},
    )


def give_up(session: Session, document_id: UUID) -> None:
    """Note that the bytes could not be made; the caseworker issues the document again."""
    document = session.get_one(IssuedDocument, document_id)
    document.status = DocumentStatus.FAILED


def try_again(session: Session, document_id: UUID) -> None:
    """Note that the bytes are to be made once more, from what was frozen.

    Raises:
        Conflict: they are there, or are being made.
    """
    document = session.get_one(IssuedDocument, document_id, with_for_update=True)
    if document.status is not DocumentStatus.FAILED:
        raise Conflict
    document.status = DocumentStatus.WAITING
    session.flush()


def note_download(session: Session, clock: Clock, actor: Actor, document: IssuedDocument) -> None:
    """Record that somebody took a copy."""
    audit.record(
        session,
        clock,
        actor,
        Action.DOCUMENT_DOWNLOADED,
        ("issued_document", document.id),
        participant_id=document.participant_id,
    )


def store_scan(
    session: Session, clock: Clock, actor: Actor, document: IssuedDocument, content: bytes
) -> ScannedPaper:
    """File a scanned paper under the document that it is a signed copy of.

    Raises:
        CannotStoreScan: the file is not a readable PDF, PNG or JPEG.
    """
    scan = ScannedPaper(
        id=new_id(),
        municipality_id=document.municipality_id,
        document_id=document.id,
        media_type=media_type_of(content),
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        uploaded_by=actor.user_id,
        uploaded_at=clock(),
    )
    session.add(scan)
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.SCAN_STORED,
        ("scanned_paper", scan.id),
        participant_id=document.participant_id,
        details={"sha256": scan.sha256},
    )
    return scan


def note_scan_view(
    session: Session, clock: Clock, actor: Actor, scan: ScannedPaper, participant_id: UUID
) -> None:
    """Record that somebody looked at a scan."""
    audit.record(
        session,
        clock,
        actor,
        Action.SCAN_VIEWED,
        ("scanned_paper", scan.id),
        participant_id=participant_id,
    )
