"""Looking at a batch, and taking its sheets to the printer."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import NotFound
from app.declarations.batches.queries.batches import (
    ItemLine,
    Sheet,
    get_line,
    list_items,
    list_sheets,
)
from app.declarations.batches.service.printing import SUBJECT
from app.papers import service as papers
from app.papers.queries import get_document


def open_items(session: Session, clock: Clock, actor: Actor, batch_id: UUID) -> list[ItemLine]:
    """Return the sheets of a batch in the order of the pile, and record whom the actor saw."""
    items = list_items(session, actor.scope, batch_id)
    audit.record(
        session,
        clock,
        actor,
        Action.PRINT_BATCH_VIEWED,
        (SUBJECT, batch_id),
        details={"participant_ids": [str(line.item.participant_id) for line in items]},
    )
    return items


def collect_sheets(session: Session, actor: Actor, batch_id: UUID) -> list[Sheet]:
    """Return the sheets of a finished batch, and let go of the database while a file is made.

    Raises:
        NotFound: there is no such batch in the municipality, or nothing of it to take yet.
    """
    if not get_line(session, actor.scope, batch_id).progress.is_finished:
        raise NotFound
    sheets = list_sheets(session, actor.scope, batch_id)
    session.rollback()  # nothing was written, and others write meanwhile
    if not sheets:
        raise NotFound
    return sheets


def note_taken(session: Session, clock: Clock, actor: Actor, sheets: Iterable[Sheet]) -> None:
    """Record for each participant that somebody took a copy of her sheet."""
    for sheet in sheets:
        document = get_document(session, actor.scope, sheet.document_id)
        papers.note_download(session, clock, actor, document)
