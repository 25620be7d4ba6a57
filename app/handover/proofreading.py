"""What came in is read once as the pages read it: a shape that they cannot read is refused here."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, assert_never
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, undefer

from app.decisions.freezing import thaw as thaw_letter
from app.decisions.models import AdministrativeDecision
from app.decisions.participation.content import thaw as thaw_certificate
from app.declarations.bundles.content import bundle_of, digest_of
from app.declarations.explanations.models import DocumentExplanation
from app.declarations.explanations.teach_back import QUESTIONS
from app.declarations.rendering import sheet_of
from app.enrolment.mapping.models import MappingEntry
from app.enrolment.mapping.stored_form import to_stored
from app.handover.errors import BadBundle, BundleFault
from app.papers.errors import CannotStoreScan
from app.papers.models import DocumentKind, IssuedDocument, ScannedPaper
from app.papers.scans import media_type_of
from app.pdf.page_boxes import PageBox
from app.plans.paper.freezing import thaw as thaw_plan

_LAW = "https://lovdata.no/"
_WRONG_SHAPE = (AttributeError, IndexError, KeyError, TypeError, ValueError, CannotStoreScan)


def proofread(session: Session, participant_id: UUID) -> None:
    """Read every value of a case that is more than a word or a number.

    Raises:
        BadBundle: one of them is not what the portal writes.
    """
    hers = IssuedDocument.participant_id == participant_id
    of_her_papers = select(IssuedDocument.id).where(hers)
    entries = select(MappingEntry).where(MappingEntry.participant_id == participant_id)
    _read_all(session, entries, _read_entry)
    talks = select(DocumentExplanation).where(DocumentExplanation.document_id.in_(of_her_papers))
    _read_all(session, talks, _read_answers)
    decisions = select(AdministrativeDecision).where(
        AdministrativeDecision.participant_id == participant_id
    )
    _read_all(session, decisions, _read_grounds)
    papers = select(IssuedDocument).options(undefer(IssuedDocument.content)).where(hers)
    _read_all(session, papers, lambda document: _read_paper(session, document))
    scans = select(ScannedPaper).options(undefer(ScannedPaper.content))
    _read_all(session, scans.where(ScannedPaper.document_id.in_(of_her_papers)), _read_scan)


def proofread_text(given: Mapping[str, Any]) -> None:
    """Read the words of a paper, which are named by their own digest.

    Raises:
        BadBundle: they are others, or no text that the portal writes.
    """
    with _refusing("frozen_text"):
        content = given["content"]
        bundle = bundle_of(content)
        is_right = digest_of(content) == given["digest"] and bundle.kind.value == given["kind"]
        if not is_right or bundle.version != given["version"]:
            raise ValueError("not the words that its name says")


def _read_all(session: Session, rows: Select[Any], read: Callable[[Any], object]) -> None:
    for row in session.scalars(rows):
        with _refusing(row.__tablename__):
            read(row)


def _read_entry(entry: MappingEntry) -> None:
    if not entry.values.keys() <= to_stored(entry.content).keys():
        raise ValueError("a value that no part of a mapping has")


def _read_answers(talk: DocumentExplanation) -> None:
    for each in talk.teach_back:
        if each["question"] not in QUESTIONS:
            raise ValueError("a question that nobody asks")
        _text(each["answer"])


def _read_grounds(decision: AdministrativeDecision) -> None:
    for each in decision.grounds or ():
        _text(each["provision"])
        if not _text(each["link"]).startswith(_LAW):
            raise ValueError("a link that does not lead to the law")


def _read_paper(session: Session, document: IssuedDocument) -> None:
    model, code, day = document.model, document.code, document.issued_on
    match document.kind:
        case DocumentKind.INTEGRATION_PLAN:
            thaw_plan(model, code, day)
            UUID(model["plan_id"])
        case DocumentKind.DECISION_LETTER:
            thaw_letter(model, code, day)
        case DocumentKind.PARTICIPATION_CERTIFICATE:
            thaw_certificate(model, code, day)
        case DocumentKind.INTEGRATION_DECLARATION | DocumentKind.INTEGRATION_CONTRACT:
            sheet_of(session, document)
        case _:
            assert_never(document.kind)
    for box in document.boxes or ():
        PageBox(**box)
    if document.content is not None and not document.content.startswith(b"%PDF-"):
        raise ValueError("not a PDF")


def _read_scan(scan: ScannedPaper) -> None:
    if media_type_of(scan.content) != scan.media_type or len(scan.content) != scan.size:
        raise ValueError("another kind of picture than it says")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


@contextmanager
def _refusing(place: str) -> Iterator[None]:
    try:
        yield
    except _WRONG_SHAPE as error:
        raise BadBundle(BundleFault.BAD_CONTENT, place) from error
