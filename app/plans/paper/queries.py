"""Finding the papers that were made of a participant's plans, and how they stand."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.errors import NotFound
from app.papers.intake.completeness import PaperFinding, judge_paper
from app.papers.intake.documents import pages_of
from app.papers.intake.kinds import Standing
from app.papers.intake.models import ScanPage
from app.papers.intake.queries import list_filed_pages
from app.papers.models import DocumentKind, DocumentStatus, IssuedDocument, ScannedPaper
from app.papers.reading.types import InkVerdict
from app.plans.models import IntegrationPlan, PlanStatus
from app.plans.paper.content import SIGNED_BY_PARTICIPANT

BOXES_OF_PLAN = (SIGNED_BY_PARTICIPANT,)
"""What must have ink on a plan that comes back signed."""


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A paper, and what has come back of it."""

    document: IssuedDocument
    standing: Standing
    scan: ScannedPaper | None
    """The signed paper as it was filed."""
    pages: tuple[ScanPage, ...]
    """Those that came back, in page order."""
    finding: PaperFinding | None
    """What they lack; None while none has come back."""

    @property
    def plan_version(self) -> int:
        """Which version of the plan it is of."""
        version: int = self.document.model["content"]["version"]
        return version


def list_plan_papers(
    session: Session, scope: MunicipalityScope, participant_id: UUID
) -> list[PlanPaper]:
    """Return the papers of all versions of the participant's plan, newest first."""
    newest_first = (
        _papers(scope)
        .where(IssuedDocument.participant_id == participant_id)
        .order_by(IssuedDocument.issued_at.desc(), IssuedDocument.id)
    )
    documents = list(session.scalars(newest_first))
    ids = [document.id for document in documents]
    standings = find_plan_standings(session, scope, ids)
    scans = _scans(session, scope, ids)
    pages: dict[UUID, list[ScanPage]] = {document_id: [] for document_id in ids}
    for page in list_filed_pages(session, scope, ids):
        if page.document_id is not None:
            pages[page.document_id].append(page)
    return [
        PlanPaper(
            document,
            standings[document.id],
            scans.get(document.id),
            tuple(pages[document.id]),
            _judged(document, pages[document.id]),
        )
        for document in documents
    ]


def get_plan_paper(
    session: Session, scope: MunicipalityScope, participant_id: UUID, document_id: UUID
) -> PlanPaper:
    """Return one of the participant's papers.

    Raises:
        NotFound: there is none, or it is another participant's or municipality's.
    """
    for paper in list_plan_papers(session, scope, participant_id):
        if paper.document.id == document_id:
            return paper
    raise NotFound


def find_plan_standings(
    session: Session, scope: MunicipalityScope, document_ids: Collection[UUID]
) -> dict[UUID, Standing]:
    """Return how the plans' papers among these documents stand; other documents are left out.

    A paper is out until it is filed. A later paper of the same participant, or a later version of
    the plan, takes its place.
    """
    wanted = list(session.scalars(_papers(scope).where(IssuedDocument.id.in_(document_ids))))
    people = {document.participant_id for document in wanted}
    made = _papers(scope).where(
        IssuedDocument.participant_id.in_(people), IssuedDocument.status != DocumentStatus.FAILED
    )
    in_order = made.order_by(IssuedDocument.issued_at, IssuedDocument.id)
    newest = {document.participant_id: document.id for document in session.scalars(in_order)}
    plans = {UUID(document.model["plan_id"]) for document in wanted}
    holding = set(
        session.scalars(
            select(IntegrationPlan.id).where(
                IntegrationPlan.id.in_(plans), IntegrationPlan.status == PlanStatus.FIXED
            )
        )
    )
    filed = _scans(session, scope, [document.id for document in wanted])

    def standing(document: IssuedDocument) -> Standing:
        if document.id in filed:
            return Standing.REGISTERED
        is_newest = newest.get(document.participant_id) == document.id
        if is_newest and UUID(document.model["plan_id"]) in holding:
            return Standing.OPEN
        return Standing.REPLACED

    return {document.id: standing(document) for document in wanted}


def _papers(scope: MunicipalityScope) -> Select[IssuedDocument]:
    return select(IssuedDocument).where(
        IssuedDocument.municipality_id == scope.municipality_id,
        IssuedDocument.kind == DocumentKind.INTEGRATION_PLAN,
    )


def _scans(
    session: Session, scope: MunicipalityScope, document_ids: Collection[UUID]
) -> dict[UUID, ScannedPaper]:
    found = select(ScannedPaper).where(
        ScannedPaper.municipality_id == scope.municipality_id,
        ScannedPaper.document_id.in_(document_ids),
    )
    return {scan.document_id: scan for scan in session.scalars(found)}


def _judged(document: IssuedDocument, pages: Collection[ScanPage]) -> PaperFinding | None:
    if not pages:
        return None
    ink = {
        page.page: {each["name"]: InkVerdict(each["verdict"]) for each in page.ink or ()}
        for page in pages
        if page.page is not None
    }
    return judge_paper(pages_of(document), ink, BOXES_OF_PLAN)
