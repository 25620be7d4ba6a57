"""Opening the words of an issued sheet, and printing them in one language to read.

Such a print is made when somebody asks for it and never kept: nothing that is kept could later be
taken for a document to sign.
"""

from dataclasses import dataclass, replace
from threading import BoundedSemaphore
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor, Role
from app.core.clock import Clock
from app.core.errors import NotFound
from app.declarations.bundles.types import NORWEGIAN
from app.declarations.layouts import SheetLayout
from app.declarations.models import SigningStatus
from app.declarations.queries import get_declaration
from app.declarations.rendering import sheet_of
from app.declarations.service import SUBJECT
from app.declarations.sheet import DeclarationSheet
from app.declarations.typesetting import SheetTooLong, typeset_sheet
from app.declarations.words.errors import CannotMakeInformationSheet, InformationSheetRefusal
from app.enrolment.queries import find_participant_of_user
from app.pdf.errors import PdfRenderError
from app.pdf.page_boxes import DocumentRenderer

_one_at_a_time = BoundedSemaphore(1)
"""So that no more than one web thread ever waits for the rendering."""


@dataclass(frozen=True, slots=True)
class OpenedWords:
    """An issued sheet as it can be read."""

    sheet: DeclarationSheet
    is_withdrawn: bool


def open_words(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, declaration_id: UUID
) -> OpenedWords:
    """Return the words that were frozen when the sheet was issued, and record the look.

    Raises:
        NotFound: there is no such sheet for this actor: a participant reads only her own, and
            none that was withdrawn, which may show another person's data.
    """
    opened = _find(session, actor, participant_id, declaration_id)
    _record(session, clock, actor, participant_id, declaration_id, "words")
    return opened


def find_information_sheet(
    session: Session, actor: Actor, participant_id: UUID, declaration_id: UUID
) -> DeclarationSheet:
    """Return the sheet in the participant's language alone, to make and to note.

    Raises:
        NotFound: as for `open_words`, or the sheet has no other language than Norwegian.
    """
    sheet = _find(session, actor, participant_id, declaration_id).sheet
    if sheet.language == NORWEGIAN:
        raise NotFound
    return replace(sheet, layout=SheetLayout.OWN_LANGUAGE_ONLY)


def make_information_sheet(renderer: DocumentRenderer, sheet: DeclarationSheet) -> bytes:
    """Return the sheet as PDF. It takes a moment: call it outside a transaction.

    Raises:
        CannotMakeInformationSheet: not now, or not at all.
    """
    if not _one_at_a_time.acquire(blocking=False):
        raise CannotMakeInformationSheet(InformationSheetRefusal.BUSY)
    try:
        return typeset_sheet(renderer, sheet).pdf
    except (PdfRenderError, SheetTooLong) as error:
        raise CannotMakeInformationSheet(InformationSheetRefusal.NOT_MADE) from error
    finally:
        _one_at_a_time.release()


def note_information_sheet(
    session: Session, clock: Clock, actor: Actor, participant_id: UUID, declaration_id: UUID
) -> None:
    """Record that somebody took the sheet to read."""
    _record(session, clock, actor, participant_id, declaration_id, "information_sheet")


def _find(
    session: Session, actor: Actor, participant_id: UUID, declaration_id: UUID
) -> OpenedWords:
    is_participant = actor.role is Role.PARTICIPANT
    if is_participant:
        own = find_participant_of_user(session, actor.scope, actor.user_id)
        if own is None or own.id != participant_id:
            raise NotFound
    issued = get_declaration(session, actor.scope, participant_id, declaration_id)
    is_withdrawn = issued.declaration.status is SigningStatus.WITHDRAWN
    if is_withdrawn and is_participant:
        raise NotFound
    return OpenedWords(sheet_of(session, issued.document), is_withdrawn)


def _record(
    session: Session,
    clock: Clock,
    actor: Actor,
    participant_id: UUID,
    declaration_id: UUID,
    shown: str,
) -> None:
    audit.record(
        session,
        clock,
        actor,
        Action.DECLARATION_VIEWED,
        (SUBJECT, declaration_id),
        participant_id=participant_id,
        details={"shown": shown},
    )
