"""Reading batches: their sheets, and how far they have come."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.attendance.models import Group
from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.declarations.batches.kinds import ItemStatus
from app.declarations.batches.models import PrintBatch, PrintBatchItem
from app.declarations.batches.queries.candidates import COUNTING
from app.declarations.models import Declaration, SigningStatus
from app.enrolment.models import Participant
from app.papers.models import DocumentStatus, IssuedDocument

PAGE = 25


@dataclass(frozen=True, slots=True)
class Progress:
    """How many sheets of a batch have come how far."""

    total: int = 0
    made: int = 0
    """There is a PDF."""
    refused: int = 0
    failed: int = 0
    cancelled: int = 0

    @property
    def settled(self) -> int:
        """Of how many nothing more is to be done."""
        return self.made + self.refused + self.failed + self.cancelled

    @property
    def is_finished(self) -> bool:
        """Whether that is all of them."""
        return self.settled == self.total


@dataclass(frozen=True, slots=True)
class BatchLine:
    """A batch as a list shows it."""

    batch: PrintBatch
    group_name: str | None
    progress: Progress


@dataclass(frozen=True, slots=True)
class ItemLine:
    """One sheet of a batch, with whose it is."""

    item: PrintBatchItem
    given_name: str
    family_name: str
    group_name: str | None
    document: IssuedDocument | None
    signing: SigningStatus | None
    """Where the paper stands; None: nothing was issued."""

    @property
    def may_be_taken(self) -> bool:
        """Whether there is a PDF, and the paper still counts."""
        is_made = self.document is not None and self.document.status is DocumentStatus.READY
        return is_made and self.signing in COUNTING


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as it goes to the printer; outlives the session that read it."""

    document_id: UUID
    participant_id: UUID
    code: str
    full_name: str
    """As it stands on the sheet."""
    group_name: str
    """Empty: in no group."""
    language: str
    pdf: bytes


def get_batch(session: Session, scope: MunicipalityScope, batch_id: UUID) -> PrintBatch:
    """Return a batch of the municipality.

    Raises:
        NotFound: there is no such batch there.
    """
    batch = session.get(PrintBatch, batch_id)
    if batch is None or batch.municipality_id != scope.municipality_id:
        raise NotFound
    return batch


def list_batches(session: Session, scope: MunicipalityScope, first: int = 0) -> list[BatchLine]:
    """Return at most a page of batches from this one on, newest first."""
    batches = (
        select(PrintBatch, Group.name)
        .outerjoin(Group, Group.id == PrintBatch.group_id)
        .where(PrintBatch.municipality_id == scope.municipality_id)
        .order_by(PrintBatch.created_at.desc(), PrintBatch.id)
    )
    found = session.execute(batches.offset(first).limit(PAGE)).all()
    progress = _progress(session, scope, [batch.id for batch, _name in found])
    return [BatchLine(batch, name, progress.get(batch.id, Progress())) for batch, name in found]


def count_batches(session: Session, scope: MunicipalityScope) -> int:
    """Return how many batches the municipality has printed."""
    counted = select(func.count()).select_from(PrintBatch)
    of_municipality = PrintBatch.municipality_id == scope.municipality_id
    return session.scalar(counted.where(of_municipality)) or 0


def get_line(session: Session, scope: MunicipalityScope, batch_id: UUID) -> BatchLine:
    """Return a batch with how far it has come.

    Raises:
        NotFound: there is no such batch in the municipality.
    """
    batch = get_batch(session, scope, batch_id)
    group = session.get(Group, batch.group_id) if batch.group_id else None
    progress = _progress(session, scope, [batch_id]).get(batch_id, Progress())
    return BatchLine(batch, group.name if group else None, progress)


def list_items(session: Session, scope: MunicipalityScope, batch_id: UUID) -> list[ItemLine]:
    """Return the sheets of a batch in the order of the pile."""
    items = (
        select(
            PrintBatchItem,
            Participant.given_name,
            Participant.family_name,
            Group.name,
            IssuedDocument,
            Declaration.status,
        )
        .join(PrintBatch, PrintBatch.id == PrintBatchItem.batch_id)
        .join(Participant, Participant.id == PrintBatchItem.participant_id)
        .outerjoin(Group, Group.id == PrintBatchItem.group_id)
        .outerjoin(IssuedDocument, IssuedDocument.id == PrintBatchItem.document_id)
        .outerjoin(Declaration, Declaration.document_id == PrintBatchItem.document_id)
        .where(PrintBatch.municipality_id == scope.municipality_id, PrintBatch.id == batch_id)
        .order_by(PrintBatchItem.position)
    )
    return [ItemLine(*row) for row in session.execute(items)]


def list_sheets(session: Session, scope: MunicipalityScope, batch_id: UUID) -> list[Sheet]:
    """Return the sheets that may be taken with their bytes, in the order of the pile.

    A sheet that was replaced or withdrawn later is left out: nobody should sign it.
    """
    sheets = (
        select(
            IssuedDocument.id,
            IssuedDocument.participant_id,
            IssuedDocument.code,
            IssuedDocument.model,
            IssuedDocument.language,
            IssuedDocument.content,
            Group.name,
        )
        .join(PrintBatchItem, PrintBatchItem.document_id == IssuedDocument.id)
        .join(PrintBatch, PrintBatch.id == PrintBatchItem.batch_id)
        .join(Declaration, Declaration.document_id == IssuedDocument.id)
        .outerjoin(Group, Group.id == PrintBatchItem.group_id)
        .where(PrintBatch.municipality_id == scope.municipality_id, PrintBatch.id == batch_id)
        .where(IssuedDocument.municipality_id == scope.municipality_id)
        .where(Declaration.status.in_(COUNTING))
        .order_by(PrintBatchItem.position)
    )
    return [
        Sheet(document_id, participant_id, code, model["name"], group or "", language, pdf)
        for document_id, participant_id, code, model, language, pdf, group in session.execute(
            sheets
        )
        if pdf is not None
    ]


def _progress(
    session: Session, scope: MunicipalityScope, batch_ids: Collection[UUID]
) -> dict[UUID, Progress]:
    counted = (
        select(PrintBatch.id, PrintBatchItem.status, IssuedDocument.status, func.count())
        .join(PrintBatch, PrintBatch.id == PrintBatchItem.batch_id)
        .outerjoin(IssuedDocument, IssuedDocument.id == PrintBatchItem.document_id)
        .where(PrintBatch.municipality_id == scope.municipality_id, PrintBatch.id.in_(batch_ids))
        .group_by(PrintBatch.id, PrintBatchItem.status, IssuedDocument.status)
    )
    progress: dict[UUID, Progress] = {}
    for batch_id, item, document, number in session.execute(counted):
        before = progress.get(batch_id, Progress())
        progress[batch_id] = _with(before, item, document, number)
    return progress


def _with(
    before: Progress, item: ItemStatus, document: DocumentStatus | None, number: int
) -> Progress:
    """Return the progress with so many sheets more, all of which have come equally far."""
    made = item is ItemStatus.ISSUED and document is DocumentStatus.READY
    broken = item is ItemStatus.ISSUED and document is DocumentStatus.FAILED
    return Progress(
        total=before.total + number,
        made=before.made + number * made,
        refused=before.refused + number * (item is ItemStatus.REFUSED),
        failed=before.failed + number * (broken or item is ItemStatus.FAILED),
        cancelled=before.cancelled + number * (item is ItemStatus.CANCELLED),
    )
