"""Putting the pages of a file where they belong: what the jobs of the intake write."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import MunicipalityScope
from app.core.clock import Clock
from app.core.ids import new_id
from app.papers.code import PageMark
from app.papers.intake.documents import FindStandings, documents_by_code, known_documents
from app.papers.intake.finding import Finding, KnownDocument, SeenPage, find_place
from app.papers.intake.kinds import FileStatus, PageOutcome, PageState
from app.papers.intake.models import ScanFile, ScanPage
from app.papers.models import IssuedDocument
from app.papers.reading.types import Ink, ReadPage, StackRefusal


def store_pages(session: Session, clock: Clock, file: ScanFile, read: Sequence[ReadPage]) -> None:
    """Keep what was read; the pages are placed next."""
    file.status = FileStatus.READING
    for page in read:
        file.page_count = page.page_count
        session.add(
            ScanPage(
                id=new_id(),
                municipality_id=file.municipality_id,
                stack_id=file.stack_id,
                file_id=file.id,
                number=page.number,
                read_at=clock(),
                picture=page.picture,
                fingerprint=page.fingerprint,
                marked_code=None if page.mark is None else page.mark.code,
                marked_page=None if page.mark is None else page.mark.page,
                aligned=page.aligned,
                is_blank=page.is_blank,
                fault=page.fault,
                state=PageState.UNPLACED,
            )
        )
    session.flush()


def list_unplaced(session: Session, file: ScanFile) -> list[ScanPage]:
    """Return the pages of a file that are read and not looked up yet, in order."""
    unplaced = select(ScanPage).where(
        ScanPage.file_id == file.id, ScanPage.state == PageState.UNPLACED
    )
    return list(session.scalars(unplaced.order_by(ScanPage.number)))


def place_pages(
    session: Session,
    clock: Clock,
    file: ScanFile,
    find_standings: FindStandings,
    ink: Mapping[UUID, Mapping[str, Ink]],
) -> None:
    """Find out where each unplaced page of a file belongs, and put it there or into the tray.

    `ink` holds what was found in the boxes of a page, by the id of the page.
    """
    scope = MunicipalityScope(file.municipality_id)
    pages = list_unplaced(session, file)
    documents = documents_by_code(session, scope, {p.marked_code for p in pages if p.marked_code})
    known = known_documents(session, scope, documents.values(), find_standings)
    for page in pages:
        document = documents.get(page.marked_code or "")
        found = find_place(
            seen_page(page),
            _same_scan(session, scope, page),
            None if document is None else known[document.id],
        )
        _apply(page, found, ink.get(page.id))
        session.flush()
        if document is not None and found.outcome is PageOutcome.FILED:
            _note_filed(session, clock, page, document, known)


def close_file(file: ScanFile, status: FileStatus, refusal: StackRefusal | None = None) -> None:
    """Note that nothing more is read from a file."""
    file.status = status
    file.refusal = refusal


def give_up_placing(session: Session, file: ScanFile) -> None:
    """Put the pages that could not be placed into the tray, where a person does it."""
    for page in list_unplaced(session, file):
        page.outcome, page.state = PageOutcome.UNREADABLE, PageState.IN_TRAY


def seen_page(page: ScanPage) -> SeenPage:
    """Return what was read on a page."""
    mark = None if page.marked_code is None else PageMark(page.marked_code, page.marked_page)
    return SeenPage(mark, page.is_blank, page.fault)


def _same_scan(session: Session, scope: MunicipalityScope, page: ScanPage) -> UUID | None:
    """Return the first page that was placed with the same fingerprint."""
    return session.scalars(
        select(ScanPage.id)
        .where(
            ScanPage.municipality_id == scope.municipality_id,
            ScanPage.fingerprint == page.fingerprint,
            ScanPage.id != page.id,
            ScanPage.state != PageState.UNPLACED,
            ScanPage.duplicate_of_id.is_(None),
        )
        .order_by(ScanPage.read_at, ScanPage.number)
        .limit(1)
    ).first()


def _apply(page: ScanPage, found: Finding, ink: Mapping[str, Ink] | None) -> None:
    page.outcome = found.outcome
    is_filed = found.outcome is PageOutcome.FILED
    page.state = PageState.IN_CASE if is_filed else PageState.IN_TRAY
    page.document_id, page.page = found.document_id, found.page
    page.duplicate_of_id = found.duplicate_of
    page.ink = None if ink is None else [_ink_row(name, each) for name, each in ink.items()]


def _ink_row(name: str, ink: Ink) -> dict[str, Any]:
    return {"name": name, "verdict": ink.verdict.value, "share": round(ink.share, 5)}


def _note_filed(
    session: Session,
    clock: Clock,
    page: ScanPage,
    document: IssuedDocument,
    known: dict[UUID, KnownDocument],
) -> None:
    if page.page is not None:
        known[document.id].filed_pages[page.page] = page.id
    audit.record(
        session,
        clock,
        None,
        Action.SCAN_PAGE_FILED,
        ("scan_page", page.id),
        participant_id=document.participant_id,
        municipality_id=page.municipality_id,
        details={"document_id": str(document.id), "page": page.page},
    )
