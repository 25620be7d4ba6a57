"""Freezing a letter: what it says becomes the model of a document, and a job makes its PDF."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock
from app.decisions.content import Letter
from app.decisions.freezing import freeze
from app.decisions.rendering import RENDER_LETTER
from app.i18n.locales import DEFAULT
from app.jobs.service import enqueue
from app.papers import service as papers
from app.papers.models import DocumentKind, IssuedDocument


def freeze_letter(
    session: Session,
    clock: Clock,
    actor: Actor,
    letter: Letter,
    participant_id: UUID,
    subject: dict[str, str],
) -> IssuedDocument:
    """Return the document of a letter, whose PDF is on its way. `subject`: what it belongs to."""
    summary = letter.summary_words
    document = papers.issue_document(
        session,
        clock,
        actor,
        kind=DocumentKind.DECISION_LETTER,
        participant_id=participant_id,
        language=summary.language.code if summary else DEFAULT.code,
        text_version=letter.words.version,
        model={**subject, **freeze(letter.content, letter.words, summary)},
    )
    enqueue(session, clock, RENDER_LETTER, {"document_id": str(document.id)})
    return document
