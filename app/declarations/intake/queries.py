"""Finding the papers that came back with a stack, and how their declarations stand."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import assert_never
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.declarations.explanations.queries import list_explanations
from app.declarations.intake.signing_boxes import boxes_to_sign
from app.declarations.models import Declaration, SigningStatus
from app.declarations.wordings.queries.frozen import text_of
from app.enrolment.models import Participant
from app.papers.intake.completeness import Completeness, PaperFinding, judge_paper
from app.papers.intake.documents import pages_of
from app.papers.intake.kinds import PageState, Standing
from app.papers.intake.models import ScanPage
from app.papers.intake.queries import list_filed_pages, list_pages
from app.papers.models import DocumentKind, IssuedDocument
from app.papers.reading.types import InkVerdict
from app.plans.paper.queries import BOXES_OF_PLAN, find_plan_standings


@dataclass(frozen=True, slots=True)
class ReturnedPaper:
    """A paper of which at least one page came back."""

    declaration: Declaration
    document: IssuedDocument
    participant: Participant
    pages: tuple[ScanPage, ...]
    """Those that stand for its pages, from whichever stack, in page order."""
    finding: PaperFinding
    standing: Standing
    is_explained: bool

    @property
    def may_be_registered(self) -> bool:
        """Whether a person may confirm that it is signed."""
        return self.standing is Standing.OPEN and self.finding.completeness in {
            Completeness.COMPLETE,
            Completeness.LOOK,
        }


NEVER_RETURNED = (DocumentKind.DECISION_LETTER, DocumentKind.PARTICIPATION_CERTIFICATE)
"""What the participant keeps."""


def find_standings(
    session: Session, scope: MunicipalityScope, document_ids: Collection[UUID]
) -> dict[UUID, Standing]:
    """Return how the declarations and plans of these documents stand; others are left out.

    A letter with a decision is not signed and sent back: a page of one is for a person to look at.
    """
    found = session.execute(
        select(Declaration.document_id, Declaration.status)
        .join(IssuedDocument, IssuedDocument.id == Declaration.document_id)
        .where(
            IssuedDocument.municipality_id == scope.municipality_id,
            Declaration.document_id.in_(document_ids),
        )
    )
    declared = {document_id: standing_of(status) for document_id, status in found}
    letters = session.scalars(
        select(IssuedDocument.id).where(
            IssuedDocument.municipality_id == scope.municipality_id,
            IssuedDocument.id.in_(document_ids),
            IssuedDocument.kind.in_(NEVER_RETURNED),
        )
    )
    closed = dict.fromkeys(letters, Standing.REGISTERED)
    return declared | closed | find_plan_standings(session, scope, document_ids)


def find_boxes(session: Session, document: IssuedDocument) -> tuple[str, ...]:
    """Return which boxes of a document must have a signature."""
    if document.kind in NEVER_RETURNED:
        return ()
    if document.kind is DocumentKind.INTEGRATION_PLAN:
        return BOXES_OF_PLAN
    return boxes_to_sign(text_of(session, document))


def standing_of(status: SigningStatus) -> Standing:
    """Return what the status of a declaration means for pages that come back."""
    match status:
        case SigningStatus.ISSUED:
            return Standing.OPEN
        case SigningStatus.SIGNED | SigningStatus.NOT_SIGNED:
            return Standing.REGISTERED
        case SigningStatus.REPLACED:
            return Standing.REPLACED
        case SigningStatus.WITHDRAWN:
            return Standing.WITHDRAWN
        case _:
            assert_never(status)


def list_returned(
    session: Session, scope: MunicipalityScope, stack_id: UUID
) -> list[ReturnedPaper]:
    """Return the papers that pages of this stack were filed under, in the order of the stack."""
    filed = list_pages(session, scope, stack_id, state=PageState.IN_CASE)
    ids = list(dict.fromkeys(page.document_id for page in filed if page.document_id))
    found = {
        document.id: (declaration, document, participant)
        for declaration, document, participant in session.execute(
            select(Declaration, IssuedDocument, Participant)
            .join(IssuedDocument, IssuedDocument.id == Declaration.document_id)
            .join(Participant, Participant.id == Declaration.participant_id)
            .where(
                IssuedDocument.municipality_id == scope.municipality_id,
                IssuedDocument.id.in_(ids),
            )
        )
    }
    pages: dict[UUID, list[ScanPage]] = {document_id: [] for document_id in ids}
    for page in list_filed_pages(session, scope, ids):
        if page.document_id is not None:
            pages[page.document_id].append(page)
    explained = list_explanations(session, scope, ids)
    return [
        ReturnedPaper(
            *found[document_id],
            pages=tuple(pages[document_id]),
            finding=_judged(session, found[document_id][1], pages[document_id]),
            standing=standing_of(found[document_id][0].status),
            is_explained=bool(explained.get(document_id)),
        )
        for document_id in ids
        if document_id in found
    ]


def _judged(
    session: Session, document: IssuedDocument, pages: Collection[ScanPage]
) -> PaperFinding:
    ink = {
        page.page: {each["name"]: InkVerdict(each["verdict"]) for each in page.ink or ()}
        for page in pages
        if page.page is not None
    }
    return judge_paper(pages_of(document), ink, find_boxes(session, document))
