"""Making one paper of the pages that came back of a document."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from app.core.actor import Actor
from app.core.clock import Clock
from app.papers import service as papers
from app.papers.errors import CannotStoreScan
from app.papers.intake.models import ScanFile, ScanPage
from app.papers.intake.pictures import bound_pages
from app.papers.models import IssuedDocument, ScannedPaper
from app.papers.scans import media_type_of


def bind_paper(
    session: Session,
    clock: Clock,
    actor: Actor,
    document: IssuedDocument,
    pages: Sequence[ScanPage],
) -> ScannedPaper:
    """File the pages of a document, given in page order with their pictures, as one paper.

    Where a file was exactly this paper it is filed as it was received; otherwise the upright
    pictures are bound together. The files of the stack are kept in any case.
    """
    content = _as_received(session, pages)
    if content is None:
        content = bound_pages(page.picture for page in pages if page.picture is not None)
    scan = papers.store_scan(session, clock, actor, document, content)
    for page in pages:
        page.scan_id = scan.id
    session.flush()
    return scan


def _as_received(session: Session, pages: Sequence[ScanPage]) -> bytes | None:
    """Return the bytes of the file that holds these pages, in this order, and nothing else."""
    if len({page.file_id for page in pages}) != 1:
        return None
    file = session.get_one(ScanFile, pages[0].file_id)
    if [page.number for page in pages] != list(range(1, (file.page_count or 0) + 1)):
        return None
    try:
        media_type_of(file.content)
    except CannotStoreScan:  # such as a TIFF, which papers are not kept as
        return None
    return file.content
