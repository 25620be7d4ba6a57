"""The jobs that read a file, some pages at a time.

Each job does one step and asks for the next in the transaction that writes its result, so a crash
loses at most the step in hand, and no page is written twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.core.actor import MunicipalityScope
from app.core.clock import Clock
from app.jobs.service import JobHandler, JobPriority, Payload, enqueue
from app.papers.intake.documents import FindBoxes, FindStandings, documents_by_code
from app.papers.intake.kinds import FileStatus
from app.papers.intake.limits import PAGES_AT_A_TIME
from app.papers.intake.models import ScanFile, ScanPage
from app.papers.intake.service.placing import (
    close_file,
    give_up_placing,
    list_unplaced,
    place_pages,
    store_pages,
)
from app.papers.intake.service.receiving import READ
from app.papers.models import IssuedDocument
from app.papers.reading.ink_reader import InkReader
from app.papers.reading.reader import StackReader
from app.papers.reading.types import CannotReadStack, Ink, ReadPage, StackRefusal

InkOfPages = dict[UUID, dict[str, Ink]]


@dataclass(frozen=True, slots=True)
class _ToRead:
    """Pages of a file that nobody has read."""

    content: bytes
    first: int


@dataclass(frozen=True, slots=True)
class _ToLookInto:
    """A page that lies over a page with boxes."""

    page_id: UUID
    picture: bytes
    issued_pdf: bytes
    page: int
    boxes: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class _ToPlace:
    """Pages that are read and not placed."""

    pages: list[_ToLookInto]


@dataclass(frozen=True, slots=True)
class _Read:
    """What came out of reading; no pages: the file has no more."""

    pages: list[ReadPage]
    refusal: StackRefusal | None = None


def read_job(find_standings: FindStandings, find_boxes: FindBoxes) -> JobHandler:
    """Return the handler that reads files, places their pages, and looks into these boxes."""

    def prepare(session: Session, payload: Payload) -> _ToRead | _ToPlace:
        file = session.get_one(ScanFile, UUID(payload["file_id"]))
        unplaced = list_unplaced(session, file)
        if unplaced:
            return _ToPlace(_to_look_into(session, file, unplaced, find_boxes))
        return _ToRead(file.content, _pages_read(session, file) + 1)

    def store(session: Session, clock: Clock, payload: Payload, made: _Read | InkOfPages) -> None:
        file = session.get_one(ScanFile, UUID(payload["file_id"]), with_for_update=True)
        if isinstance(made, _Read):
            _store_read(session, clock, file, made)
        else:
            place_pages(session, clock, file, find_standings, made)
        if _is_all_placed(session, file):
            close_file(file, FileStatus.DONE)
        elif file.status is FileStatus.READING:
            enqueue(session, clock, READ, payload)

    return JobHandler(
        kind=READ,
        prepare=prepare,
        produce=_produce,
        store=store,
        give_up=_give_up,
        priority=JobPriority.LOW,
    )


def _produce(wanted: _ToRead | _ToPlace) -> _Read | InkOfPages:
    if isinstance(wanted, _ToPlace):
        return _look_into(wanted.pages)
    pages = StackReader().read(wanted.content, wanted.first)
    try:
        return _Read(list(islice(pages, PAGES_AT_A_TIME)))
    except CannotReadStack as refused:
        return _Read([], refused.reason)
    finally:
        pages.close()


def _look_into(pages: Iterable[_ToLookInto]) -> InkOfPages:
    reader = InkReader()
    try:
        return {
            each.page_id: reader.read(each.picture, each.issued_pdf, each.page, each.boxes)
            for each in pages
        }
    finally:
        reader.close()


def _to_look_into(
    session: Session, file: ScanFile, pages: Iterable[ScanPage], find_boxes: FindBoxes
) -> list[_ToLookInto]:
    aligned = {page.id: page for page in pages if page.aligned and page.marked_page is not None}
    codes = {page.marked_code for page in aligned.values() if page.marked_code is not None}
    scope = MunicipalityScope(file.municipality_id)
    documents = documents_by_code(session, scope, codes, with_content=True)
    boxes = {code: _boxes(session, document, find_boxes) for code, document in documents.items()}
    pictures = select(ScanPage.id, ScanPage.picture).where(ScanPage.id.in_(aligned))
    found = []
    for page_id, picture in session.execute(pictures):
        page = aligned[page_id]
        document = documents.get(page.marked_code or "")
        if document and document.content and picture and page.marked_page:
            looked_for = [box for box in boxes[document.code] if box["page"] == page.marked_page]
            found.append(
                _ToLookInto(page_id, picture, document.content, page.marked_page, looked_for)
            )
    return found


def _boxes(
    session: Session, document: IssuedDocument, find_boxes: FindBoxes
) -> list[dict[str, Any]]:
    if not document.boxes:
        return []
    wanted = find_boxes(session, document)
    return [box for box in document.boxes if box["name"] in wanted]


def _store_read(session: Session, clock: Clock, file: ScanFile, made: _Read) -> None:
    if made.refusal is not None and file.page_count is None:
        close_file(file, FileStatus.REFUSED, made.refusal)
    elif made.refusal is not None or not made.pages:
        # It opened before: whatever stops it now, what was read is kept.
        close_file(file, FileStatus.FAILED, made.refusal)
    else:
        store_pages(session, clock, file, made.pages)


def _pages_read(session: Session, file: ScanFile) -> int:
    read = select(func.count()).select_from(ScanPage).where(ScanPage.file_id == file.id)
    return session.scalar(read) or 0


def _is_all_placed(session: Session, file: ScanFile) -> bool:
    read = _pages_read(session, file)
    return read == file.page_count and not list_unplaced(session, file)


def _give_up(session: Session, _clock: Clock, payload: Payload) -> None:
    file = session.get_one(ScanFile, UUID(payload["file_id"]))
    give_up_placing(session, file)
    close_file(file, FileStatus.FAILED)
