"""Working on the tray: filing by the code that somebody reads, and setting aside with a reason."""

from uuid import UUID

from sqlalchemy.orm import Session

from app.audit import service as audit
from app.audit.actions import Action
from app.core.actor import Actor
from app.core.clock import Clock
from app.core.errors import Conflict
from app.papers.code import check, normalise
from app.papers.intake.commands import FilePage, SetPageAside, UsePageInstead
from app.papers.intake.documents import FindStandings, documents_by_code, known_documents
from app.papers.intake.errors import CannotFilePage, FilingRefusal
from app.papers.intake.finding import KnownDocument, refusal_of
from app.papers.intake.kinds import PageState
from app.papers.intake.models import ScanPage
from app.papers.intake.queries import get_page, list_needless
from app.papers.models import IssuedDocument
from app.papers.queries import get_document
from app.papers.reading.types import PageFault

SUBJECT = "scan_page"


def file_page(
    session: Session,
    clock: Clock,
    actor: Actor,
    find_standings: FindStandings,
    command: FilePage,
) -> IssuedDocument:
    """File a page of the tray under the document whose code was typed; return the document.

    Raises:
        CannotFilePage: it cannot be filed there.
        Conflict: somebody else has dealt with the page meanwhile.
    """
    page = _page_in_tray(session, actor, command.page_id, command.row_version)
    code = normalise(command.code)
    if not check(code):
        raise CannotFilePage(FilingRefusal.NO_CODE)
    document = documents_by_code(session, actor.scope, {code}).get(code)
    if document is None:
        raise CannotFilePage(FilingRefusal.UNKNOWN_CODE)
    known = known_documents(session, actor.scope, [document], find_standings)[document.id]
    wanted = 1 if command.page is None and known.page_count == 1 else command.page
    _check_place(known, wanted)
    is_as_marked = (code, wanted) == (page.marked_code, page.marked_page)
    if not is_as_marked:
        page.ink = None
    _put(session, clock, actor, page, document, wanted)
    return document


def use_page_instead(
    session: Session,
    clock: Clock,
    actor: Actor,
    find_standings: FindStandings,
    command: UsePageInstead,
) -> IssuedDocument:
    """Let a duplicate stand for its page; the earlier scan is set aside and kept.

    Raises:
        CannotFilePage: it is no duplicate, or what became of the document is registered.
        Conflict: somebody else has dealt with the page meanwhile.
    """
    page = _page_in_tray(session, actor, command.page_id, command.row_version)
    if page.document_id is None or page.page is None:
        raise CannotFilePage(FilingRefusal.NOT_IN_TRAY)
    document = get_document(session, actor.scope, page.document_id)
    known = known_documents(session, actor.scope, [document], find_standings)[document.id]
    earlier_id = known.filed_pages.pop(page.page, None)
    _check_place(known, page.page)
    if earlier_id is not None:
        earlier = get_page(session, actor.scope, earlier_id)
        _set_aside(session, clock, actor, earlier, "", Action.SCAN_PAGE_REPLACED)
    _put(session, clock, actor, page, document, page.page)
    return document


def set_page_aside(session: Session, clock: Clock, actor: Actor, command: SetPageAside) -> None:
    """Take a page out of the tray that belongs nowhere; it is kept with the reason.

    Raises:
        CannotFilePage: there is no reason.
        Conflict: somebody else has dealt with the page meanwhile.
    """
    page = _page_in_tray(session, actor, command.page_id, command.row_version)
    if not command.reason:
        raise CannotFilePage(FilingRefusal.NO_REASON)
    _set_aside(session, clock, actor, page, command.reason, Action.SCAN_PAGE_SET_ASIDE)


def set_needless_aside(session: Session, clock: Clock, actor: Actor, stack_id: UUID) -> int:
    """Take blank pages and the very same scans out of the tray; return how many."""
    pages = list_needless(session, actor.scope, stack_id)
    for page in pages:
        _set_aside(session, clock, actor, page, "", Action.SCAN_PAGE_SET_ASIDE)
    return len(pages)


def note_page_view(
    session: Session, clock: Clock, actor: Actor, page: ScanPage, participant_id: UUID | None
) -> None:
    """Record that somebody looked at the picture of a page."""
    audit.record(
        session,
        clock,
        actor,
        Action.SCAN_PAGE_VIEWED,
        (SUBJECT, page.id),
        participant_id=participant_id,
    )


def _page_in_tray(session: Session, actor: Actor, page_id: UUID, seen_version: int) -> ScanPage:
    page = get_page(session, actor.scope, page_id)
    if page.row_version != seen_version or page.state is not PageState.IN_TRAY:
        raise Conflict
    return page


def _check_place(known: KnownDocument, page: int | None) -> None:
    refused = refusal_of(known, page)
    if refused is not None:
        raise CannotFilePage(FilingRefusal(refused.value))


def _put(
    session: Session,
    clock: Clock,
    actor: Actor,
    page: ScanPage,
    document: IssuedDocument,
    number: int | None,
) -> None:
    if page.fault is PageFault.BROKEN:
        raise CannotFilePage(FilingRefusal.NO_PICTURE)
    page.document_id, page.page = document.id, number
    page.state = PageState.IN_CASE
    page.settled_by, page.settled_at = actor.user_id, clock()
    session.flush()
    audit.record(
        session,
        clock,
        actor,
        Action.SCAN_PAGE_FILED,
        (SUBJECT, page.id),
        participant_id=document.participant_id,
        details={"document_id": str(document.id), "page": number},
    )


def _set_aside(
    session: Session, clock: Clock, actor: Actor, page: ScanPage, reason: str, action: Action
) -> None:
    page.state = PageState.SET_ASIDE
    page.set_aside_reason = reason
    page.settled_by, page.settled_at = actor.user_id, clock()
    session.flush()
    audit.record(session, clock, actor, action, (SUBJECT, page.id))
